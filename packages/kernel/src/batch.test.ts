import { expect, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as Fiber from "effect/Fiber";
import { describe } from "vitest";
import {
  Acting,
  CommitConflict,
  commands,
  type Kernel,
  makeKernel,
  memoryStorage,
  order,
  Storage,
  StorageFailure,
  type TenantStorage,
  Verksam,
} from "./index.ts";
import { lending, shelf, tool } from "./tool.fixture.ts";

const shelves = commands(shelf);
const founder = { person: "p-1" };

/** A kernel on a storage that yields before each load and commit, as a real one does, and counts them. */
const watched = Effect.gen(function* () {
  const inner = (yield* Storage).for("north");
  const count = { load: 0, commit: 0 };
  const troubles: Array<Effect.Effect<never, CommitConflict | StorageFailure>> = [];
  const storage: TenantStorage = {
    ...inner,
    load: (wanted) =>
      Effect.andThen(Effect.yieldNow, () => {
        count.load++;
        return inner.load(wanted);
      }),
    commit: (batch) =>
      Effect.andThen(Effect.yieldNow, () => {
        count.commit++;
        return troubles.shift() ?? inner.commit(batch);
      }),
  };
  let next = 0;
  const kernel = makeKernel(
    storage,
    { tenant: "north", areas: [lending] },
    Effect.sync(() => `id-${next++}`),
  );
  yield* kernel.found("p-1", "UTC");
  yield* Effect.provideService(shelves.put("s-1", { unit: "u-1", room: 1 }), Verksam, kernel).pipe(acting);
  Object.assign(count, { load: 0, commit: 0 });
  return { kernel, count, troubles };
}).pipe(Effect.provide(memoryStorage()));

const acting = <A, E, R>(effect: Effect.Effect<A, E, R | Acting>) =>
  Effect.provideService(effect, Acting, founder);
const move = (kernel: Kernel, room: number) =>
  kernel.execute(order(shelf, "move", "s-1", { room }, { actor: founder }));
const conflict = Effect.fail(new CommitConflict());
const lost = Effect.fail(new StorageFailure({ operation: "commit", kind: "connection", cause: "gone" }));
const many = Array.from({ length: 40 }, (_, room) => room + 2);

describe("group commit", () => {
  it.effect("keeps together the commands that wait at the same moment, also of one aggregate", () =>
    Effect.gen(function* () {
      const { kernel, count } = yield* watched;
      const answers = yield* Effect.forEach(many, (room) => move(kernel, room), { concurrency: "unbounded" });
      expect(answers.map(({ version }) => version)).toEqual(many.map((room) => room));
      expect(count.commit).toBeLessThanOrEqual(3);
      expect((yield* kernel.get(shelf, "s-1"))?.state.room).toBe(41);
    }),
  );
  it.effect("lets each of a batch be refused, or be a defect, on its own", () =>
    Effect.gen(function* () {
      const { kernel } = yield* watched;
      const answers = yield* kernel.executeMany([
        order(tool, "add", "t-1", { unit: "u-1", number: 1, shelf: "s-1" }, { actor: founder }),
        order(tool, "add", "t-2", { unit: "u-1", number: 1, shelf: "s-1" }, { actor: founder }),
        order(tool, "add", "t-3", { unit: "u-1", number: 3, shelf: "s-9" }, { actor: founder }),
        order(tool, "add", "t-4", { unit: "u-1", number: 4, shelf: "s-1" }, { actor: { person: "p-9" } }),
        order(tool, "add", "t-5", { unit: "u-1", number: 5, shelf: "s-1" }, { actor: founder }),
      ]);
      const tags = answers.map((answer) => (answer._tag === "Success" ? "kept" : answer.failure._tag));
      expect(tags).toEqual(["kept", "AlreadyReserved", "ShelfUnknown", "NotAllowed", "kept"]);
    }),
  );
  it.effect("decides each alone where their one statement fails", () =>
    Effect.gen(function* () {
      const { kernel, count, troubles } = yield* watched;
      troubles.push(conflict);
      const orders = [2, 3, 4].map((room) => order(shelf, "move", "s-1", { room }, { actor: founder }));
      const answers = yield* kernel.executeMany(orders);
      expect(answers.map(({ _tag }) => _tag)).toEqual(["Success", "Success", "Success"]);
      expect(count.commit).toBe(4);
    }),
  );
  it.effect("does not decide again after a lost connection, when nobody knows whether it was kept", () =>
    Effect.gen(function* () {
      const { kernel, count, troubles } = yield* watched;
      troubles.push(lost);
      const orders = [2, 3].map((room) => order(shelf, "move", "s-1", { room }, { actor: founder }));
      const answers = yield* kernel.executeMany(orders);
      expect(answers).toMatchObject([
        { failure: { kind: "connection" } },
        { failure: { kind: "connection" } },
      ]);
      expect(count.commit).toBe(1);
    }),
  );
});

describe("a conflict", () => {
  it.effect("is met by loading again once, then by a lock, then is the answer", () =>
    Effect.gen(function* () {
      const { kernel, count, troubles } = yield* watched;
      troubles.push(conflict, conflict);
      expect((yield* move(kernel, 2)).version).toBe(2);
      expect(count).toEqual({ load: 3, commit: 3 });
      troubles.push(conflict, conflict, conflict);
      expect(yield* Effect.flip(move(kernel, 3))).toMatchObject({ _tag: "Conflict", id: "s-1" });
      expect((yield* move(kernel, 4)).version).toBe(3);
    }),
  );
});

describe("a fact about another aggregate", () => {
  it.effect("that changed before the commit is loaded again, so that no decision rests on what was", () =>
    Effect.gen(function* () {
      const { kernel, troubles } = yield* watched;
      // Between this command's load and its commit somebody else moves the shelf it is put on.
      const elsewhere = makeKernel(
        kernel.storage,
        { tenant: "north", areas: [lending] },
        Effect.succeed("elsewhere"),
      );
      troubles.push(Effect.orDie(move(elsewhere, 7)).pipe(Effect.andThen(conflict)));
      const add = order(tool, "add", "t-1", { unit: "u-1", number: 1, shelf: "s-1" }, { actor: founder });
      expect((yield* kernel.execute(add)).state.room).toBe(7);
    }),
  );
  it.effect("that changed makes the storage refuse the commit", () =>
    Effect.gen(function* () {
      const { kernel } = yield* watched;
      const { storage } = kernel;
      const stale: TenantStorage = {
        ...storage,
        commit: (batch) =>
          batch.read.length > 0 && !hasMoved
            ? Effect.andThen(
                Effect.suspend(() => {
                  hasMoved = true;
                  return Effect.orDie(move(kernel, 8));
                }),
                storage.commit(batch),
              )
            : storage.commit(batch),
      };
      let hasMoved = false;
      const other = makeKernel(stale, { tenant: "north", areas: [lending] }, Effect.succeed("other"));
      const add = order(tool, "add", "t-1", { unit: "u-1", number: 1, shelf: "s-1" }, { actor: founder });
      expect((yield* other.execute(add)).state.room).toBe(8);
    }),
  );
});

describe("an interrupted command", () => {
  it.effect("that still waits is never decided; the others are", () =>
    Effect.gen(function* () {
      const { kernel } = yield* watched;
      const fibers = yield* Effect.forEach([2, 3, 4], (room) =>
        Effect.forkChild(move(kernel, room), { startImmediately: true }),
      );
      const [, second] = fibers;
      if (second !== undefined) yield* Fiber.interrupt(second);
      yield* Effect.forEach(
        fibers.filter((fiber) => fiber !== second),
        Fiber.join,
      );
      const rooms = (yield* kernel.history(shelf, "s-1")).map(({ event }) => event.room);
      expect(rooms).toEqual([1, 2, 4]);
    }),
  );
});

describe("a key", () => {
  it.effect("used twice in one batch answers both with one decision", () =>
    Effect.gen(function* () {
      const { kernel } = yield* watched;
      const once = order(shelf, "move", "s-1", { room: 9 }, { actor: founder, options: { key: "k" } });
      const [first, second] = yield* kernel.executeMany([once, once]);
      expect(first).toEqual(second);
      expect(yield* kernel.history(shelf, "s-1")).toHaveLength(2);
    }),
  );
});

describe("commands in one transaction", () => {
  it.effect("are all kept, or none is", () =>
    Effect.gen(function* () {
      const { kernel } = yield* watched;
      const both = (second: number) =>
        kernel.transaction(Effect.andThen(move(kernel, second - 1), move(kernel, second)));
      yield* both(3);
      yield* Effect.exit(kernel.transaction(Effect.andThen(both(5), Effect.fail("changed my mind"))));
      expect((yield* kernel.get(shelf, "s-1"))?.state.room).toBe(3);
      expect((yield* move(kernel, 6)).position).toBe(5);
    }),
  );
});
