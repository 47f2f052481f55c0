import { expect, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as Schema from "effect/Schema";
import { describe } from "vitest";
import { accept, aggregate, area, makeKernel, memoryStorage, order, Storage, verify } from "./index.ts";

/** A cupboard with a label that no other may have; a label of "broken" breaks a rule after the one that reserves. */
const cupboard = aggregate({
  area: "store",
  name: "cupboard",
  state: { label: Schema.String },
  events: { Labelled: { label: Schema.String } },
  commands: { put: { label: Schema.String }, label: { label: Schema.String } },
  creates: "put",
})
  .evolve(
    { Labelled: (event) => event },
    {
      reserves: ({ label }) => [{ name: "label", key: label.replace("broken ", "") }],
      authority: ({ label }) => {
        if (label.startsWith("broken")) throw new Error("a rule that throws");
        return { mandates: [], places: [] };
      },
    },
  )
  .decide({
    put: (input) => accept({ _tag: "Labelled", ...input }),
    label: (input) => accept({ _tag: "Labelled", ...input }),
  })
  .guard({
    put: () => ({ power: "store.label", unit: null }),
    label: () => ({ power: "store.label", unit: null }),
  });

const actor = { person: "p-1" };
const put = (id: string, label: string) => order(cupboard, "put", id, { label }, { actor });
const relabel = (id: string, label: string) => order(cupboard, "label", id, { label }, { actor });

const kernel = Effect.gen(function* () {
  const storage = (yield* Storage).for("north");
  const areas = [area({ name: "store", aggregates: { cupboard }, migrations: [] })];
  const kernel = makeKernel(storage, { tenant: "north", areas }, Effect.succeed("id"));
  yield* kernel.found("p-1", "UTC");
  yield* kernel.executeMany([put("c-1", "a"), put("c-2", "b")]);
  return kernel;
}).pipe(Effect.provide(memoryStorage()));

describe("a label taken in a batch", () => {
  it.effect("before its holder gives it back is refused, as it would be alone", () =>
    Effect.gen(function* () {
      const { executeMany, storage, aggregates } = yield* kernel;
      const answers = yield* executeMany([relabel("c-2", "a"), relabel("c-1", "z")]);
      expect(answers).toMatchObject([
        { _tag: "Failure", failure: { _tag: "AlreadyReserved", owner: "store_cupboard/c-1" } },
        { _tag: "Success" },
      ]);
      expect((yield* verify(storage, aggregates)).deviations).toEqual([]);
    }),
  );
  it.effect("after its holder gave it back is the taker's", () =>
    Effect.gen(function* () {
      const { executeMany, storage, aggregates } = yield* kernel;
      const answers = yield* executeMany([relabel("c-1", "z"), relabel("c-2", "a"), relabel("c-1", "b")]);
      expect(answers.map(({ _tag }) => _tag)).toEqual(["Success", "Success", "Success"]);
      expect((yield* verify(storage, aggregates)).deviations).toEqual([]);
    }),
  );
  it.effect("by a command whose rules then throw stays free", () =>
    Effect.gen(function* () {
      const { execute, storage } = yield* kernel;
      const both = [execute(put("c-3", "broken free")), execute(put("c-4", "y"))];
      const [broken, kept] = yield* Effect.all(both.map(Effect.exit), { concurrency: "unbounded" });
      expect([broken?._tag, kept?._tag]).toEqual(["Failure", "Success"]);
      const reservations = [{ name: "label", key: "free" }];
      expect((yield* storage.load({ states: [], reservations })).reservations).toEqual([]);
    }),
  );
});
