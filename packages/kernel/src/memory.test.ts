import { expect, it } from "@effect/vitest";
import { Deferred, Effect, Exit, Fiber } from "effect";
import { describe } from "vitest";
import {
  type Batch,
  Day,
  emptyBatch,
  instantOf,
  type Json,
  type JsonRecord,
  memoryStorage,
  Storage,
} from "./index.ts";
import { shelf } from "./tool.fixture.ts";

const nothing: Batch = { ...emptyBatch, head: { authority: 0 } };
const put = (row: JsonRecord, before = 0): Batch => ({
  ...nothing,
  writes: [{ shape: shelf.shape, id: "s-1", before, version: before + 1, row, children: {} }],
  entries: [
    {
      aggregate: shelf.shape.table,
      id: "s-1",
      version: before + 1,
      type: "lending/ShelfPut",
      schema: 1,
      data: row,
      payload: null,
      subject: null,
      recorded: instantOf(0),
      effective: Day.make("2026-01-01"),
      maker: "p-1",
      office: null,
      cause: null,
      reason: null,
    },
  ],
});
const north = Effect.map(Storage, (storage) => storage.for("north"));
const stored = Effect.flatMap(north, (storage) =>
  Effect.map(storage.find({ shape: shelf.shape }, { limit: 10 }), ([row]) => row?.state),
);
const run = <A, E>(name: string, effect: Effect.Effect<A, E, Storage>) =>
  it.effect(name, () => effect.pipe(Effect.provide(memoryStorage())));

describe("the memory storage", () => {
  run(
    "keeps a copy: what the caller changes afterwards is not kept",
    Effect.gen(function* () {
      const row: Record<string, Json> = { unit: "u-1", room: 4 };
      yield* (yield* north).commit(put(row));
      row.room = 5;
      expect(yield* stored).toEqual({ unit: "u-1", room: 4 });
      const [entry] = yield* (yield* north).journal.read(0, 1);
      expect(entry?.data).toEqual({ unit: "u-1", room: 4 });
    }),
  );
  run(
    "answers with values that nobody can change",
    Effect.gen(function* () {
      yield* (yield* north).commit(put({ unit: "u-1", room: 4 }));
      const state = yield* stored;
      expect(() => Object.assign(state ?? {}, { room: 5 })).toThrow(TypeError);
    }),
  );
  run(
    "shows nobody what a transaction has not finished",
    Effect.gen(function* () {
      const storage = yield* north;
      const isHalfWay = yield* Deferred.make<void>();
      const mayFinish = yield* Deferred.make<void>();
      const writing = yield* storage
        .commit(put({ unit: "u-1", room: 4 }))
        .pipe(
          Effect.andThen(Deferred.succeed(isHalfWay, undefined)),
          Effect.andThen(Deferred.await(mayFinish)),
          Effect.andThen(Effect.fail("no")),
          storage.transaction,
          Effect.forkChild,
        );
      yield* Deferred.await(isHalfWay);
      const reading = yield* Effect.forkChild(stored);
      yield* Deferred.succeed(mayFinish, undefined);
      expect(Exit.isFailure(yield* Fiber.await(writing))).toBe(true);
      expect(yield* Fiber.join(reading)).toBeUndefined();
    }),
  );
  run(
    "refuses work in a transaction that is over",
    Effect.gen(function* () {
      const storage = yield* north;
      const mayWrite = yield* Deferred.make<void>();
      const late = Deferred.await(mayWrite).pipe(
        Effect.andThen(storage.commit(put({ unit: "u-1", room: 4 }))),
        Effect.forkDetach,
      );
      const writing = yield* storage.transaction(late);
      yield* Deferred.succeed(mayWrite, undefined);
      expect(yield* Effect.flip(Fiber.join(writing))).toMatchObject({
        _tag: "StorageFailure",
        kind: "other",
      });
      expect(yield* stored).toBeUndefined();
    }),
  );
  run(
    "leaves nothing of a commit that cannot be kept",
    Effect.gen(function* () {
      const storage = yield* north;
      const refused = storage.commit({
        ...put({ unit: "u-1", room: 4 }),
        reserve: [{ name: "name", key: "half a pair \ud83d", owner: "s-1" }],
      });
      expect(yield* Effect.flip(refused)).toMatchObject({ _tag: "StorageFailure", kind: "constraint" });
      expect(yield* stored).toBeUndefined();
      expect(yield* storage.commit(put({ unit: "u-1", room: 4 }))).toEqual({ position: 1, authority: 0 });
    }),
  );
  run(
    "is another one each time its layer is built",
    Effect.gen(function* () {
      yield* (yield* north).commit(put({ unit: "u-1", room: 4 }));
      expect(yield* stored.pipe(Effect.provide(memoryStorage()))).toBeUndefined();
    }),
  );
});
