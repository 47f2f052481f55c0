import { memoryStorage, Storage } from "@verksam/kernel";
import { Effect, Exit } from "effect";
import { describe, expect, it } from "vitest";
import { type OpenStorage, stageOn } from "./case.ts";
import { storageMutants } from "./mutants.ts";
import { storageCases } from "./suite.ts";
import { fewStrings } from "./values.ts";

const cases = Object.values(storageCases).flat();
/** The memory storage, held beyond its closing. */
const right: Effect.Effect<OpenStorage> = Effect.map(Storage, (storage) => ({
  storage,
  reopen: async () => storage,
  dispose: async () => {},
})).pipe(Effect.provide(memoryStorage()));
const outcome = (name: string, wrap: (right: OpenStorage) => OpenStorage) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const found = cases.find((each) => each.name === name);
      if (found === undefined) throw new Error(`there is no case "${name}"`);
      const stage = stageOn(wrap(yield* right), fewStrings);
      return yield* Effect.exit(found.run(stage).pipe(Effect.timeout("20 seconds")));
    }),
  );

describe("the storage suite catches a storage that", () => {
  for (const { name, caughtBy, wrap } of storageMutants)
    describe(name, () => {
      for (const caught of caughtBy)
        it(`by: ${caught}`, async () => {
          expect(Exit.isFailure(await outcome(caught, wrap))).toBe(true);
        });
    });
});

describe("the storage suite", () => {
  it("passes the right storage that the mutants are made from", async () => {
    for (const { name } of cases)
      expect([name, (await outcome(name, (open) => open))._tag]).toEqual([name, "Success"]);
  });

  it("has no case that no mutant fails", () => {
    const biting = new Set(storageMutants.flatMap(({ caughtBy }) => caughtBy));
    expect(cases.map(({ name }) => name).filter((name) => !biting.has(name))).toEqual([]);
  });
});
