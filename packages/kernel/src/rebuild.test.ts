import { expect, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as TestClock from "effect/testing/TestClock";
import { describe } from "vitest";
import {
  type Batch,
  Day,
  makeKernel,
  memoryStorage,
  order,
  rebuild,
  Storage,
  type TenantStorage,
  verify,
} from "./index.ts";
import { lending, shelf, tool } from "./tool.fixture.ts";

const actor = { person: "p-1" };

const lived = Effect.gen(function* () {
  yield* TestClock.setTime(Date.parse("2026-03-01T10:00:00.000Z"));
  const kernel = makeKernel(
    (yield* Storage).for("north"),
    { tenant: "north", areas: [lending] },
    Effect.succeed("id"),
  );
  yield* kernel.found("p-1", "UTC");
  yield* kernel.executeMany([
    order(shelf, "put", "s-1", { unit: "u-1", room: 1 }, { actor }),
    order(tool, "add", "t-1", { unit: "u-1", number: 1, shelf: "s-1" }, { actor }),
    order(tool, "lend", "t-1", { person: "p-7", note: "a" }, { actor }),
  ]);
  return kernel;
}).pipe(Effect.provide(memoryStorage()));

/** The storage where something happens after the journal of the tools was read for the first time. */
const meanwhile = (storage: TenantStorage, happens: Effect.Effect<unknown, unknown>): TenantStorage => {
  let isOpen = true;
  return {
    ...storage,
    journal: {
      ...storage.journal,
      streams: (aggregate, ...rest) =>
        Effect.tap(storage.journal.streams(aggregate, ...rest), () => {
          if (!isOpen || aggregate !== tool.shape.table) return Effect.void;
          isOpen = false;
          return Effect.orDie(happens);
        }),
    },
  };
};

describe("rebuild", () => {
  it.effect("keeps what was decided while it read", () =>
    Effect.gen(function* () {
      const { storage, aggregates, execute, get } = yield* lived;
      const giveBack = execute(order(tool, "giveBack", "t-1", {}, { actor }));
      yield* rebuild(meanwhile(storage, giveBack), aggregates);
      expect((yield* verify(storage, aggregates)).deviations).toEqual([]);
      expect((yield* get(tool, "t-1"))?.version).toBe(3);
      yield* execute(order(tool, "lend", "t-1", { person: "p-8", note: null }, { actor }));
    }),
  );
});

describe("a mandate of nobody's", () => {
  it.effect("is found by verify, and taken away by rebuild", () =>
    Effect.gen(function* () {
      const { storage, aggregates, execute } = yield* lived;
      const { head } = yield* storage.load({ states: [] });
      const forged = {
        office: "chair",
        person: "p-9",
        unit: "u-1",
        power: "*",
        reach: "unit",
        from: Day.make("2025-01-01"),
        to: null,
      } as const;
      const nothing = { writes: [], read: [], entries: [], keys: [], erase: [], reserve: [], release: [] };
      const authority: Batch["authority"] = [
        { source: "lending_post/nowhere", facts: { mandates: [forged], places: [] } },
        { source: "elsewhere", facts: { mandates: [forged], places: [] } },
      ];
      yield* storage.commit({ ...nothing, head, authority });
      expect((yield* verify(storage, aggregates)).deviations).toEqual([
        { aggregate: "elsewhere", id: "", problem: "authority" },
        { aggregate: "lending_post", id: "nowhere", problem: "authority" },
      ]);
      yield* rebuild(storage, aggregates);
      expect((yield* verify(storage, aggregates)).deviations).toEqual([]);
      const put = order(shelf, "put", "s-2", { unit: "u-1", room: 1 }, { actor: { person: "p-9" } });
      expect(yield* Effect.flip(execute(put))).toMatchObject({ _tag: "NotAllowed" });
    }),
  );
});
