import { expect, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as Schema from "effect/Schema";
import { describe } from "vitest";
import {
  accept,
  aggregate,
  area,
  makeKernel,
  memoryStorage,
  order,
  Storage,
  StorageFailure,
  type TenantStorage,
} from "./index.ts";

/** A counter whose state breaks its own schema at 13. */
const counter = aggregate({
  area: "count",
  name: "counter",
  state: { value: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 12 })) },
  events: { Counted: { value: Schema.Int } },
  commands: { start: {}, add: { value: Schema.Int } },
  creates: "start",
})
  .evolve({ Counted: ({ value }, state) => ({ value: (state?.value ?? 0) + value }) })
  .decide({
    start: () => accept({ _tag: "Counted", value: 0 }),
    add: ({ value }) => accept({ _tag: "Counted", value }),
  })
  .guard({
    start: () => ({ power: "count.add", unit: null }),
    add: () => ({ power: "count.add", unit: null }),
  });

const actor = { person: "p-1" };
const add = (id: string, value: number, key?: string) =>
  order(counter, "add", id, { value }, { actor, ...(key === undefined ? {} : { options: { key } }) });

/** Two counters on a storage whose reading of streams fails as often as said. */
const counting = Effect.gen(function* () {
  const inner = (yield* Storage).for("north");
  const fails = { next: 0 };
  const failure = new StorageFailure({ operation: "journal.streams", kind: "other", cause: "read" });
  const storage: TenantStorage = {
    ...inner,
    journal: {
      ...inner.journal,
      streams: (...of) =>
        Effect.suspend(() => (fails.next-- > 0 ? Effect.fail(failure) : inner.journal.streams(...of))),
    },
  };
  const areas = [area({ name: "count", aggregates: { counter }, migrations: [] })];
  const kernel = makeKernel(storage, { tenant: "north", areas }, Effect.succeed("id"));
  yield* kernel.found("p-1", "UTC");
  for (const id of ["a", "b"]) yield* kernel.execute(order(counter, "start", id, {}, { actor }));
  return { kernel, fails };
}).pipe(Effect.provide(memoryStorage()));

describe("a command in a batch", () => {
  it.effect("whose state breaks its schema is a defect of its own, and the others are kept", () =>
    Effect.gen(function* () {
      const { kernel } = yield* counting;
      const given = [add("a", 13), add("b", 1)].map((each) => Effect.exit(kernel.execute(each)));
      const exits = yield* Effect.all(given, { concurrency: "unbounded" });
      expect(exits.map(({ _tag }) => _tag)).toEqual(["Failure", "Success"]);
      expect(yield* kernel.history(counter, "a")).toHaveLength(1);
    }),
  );
  it.effect("is decided once, also where the earlier answer of another's key cannot be read", () =>
    Effect.gen(function* () {
      const { kernel, fails } = yield* counting;
      yield* kernel.execute(add("b", 1, "k"));
      fails.next = 1;
      yield* kernel.executeMany([add("a", 1), add("b", 1, "k")]);
      expect((yield* kernel.get(counter, "a"))?.state.value).toBe(1);
    }),
  );
});
