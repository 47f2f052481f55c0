/** Rules of transactions: all or nothing, whatever ends them. */
import type { TenantStorage } from "@verksam/kernel";
import * as Deferred from "effect/Deferred";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Fiber from "effect/Fiber";
import { assertEqual, assertThat } from "../difference.ts";
import { conflicts, rule, type StorageCase } from "./case.ts";
import { added, batch, contents, entry, itemOf, key, mandate, write } from "./sample.ts";

/** Changes a little of everything, on top of `start`. */
const changes = Effect.fnUntraced(function* (storage: TenantStorage) {
  yield* storage.commit(
    batch({
      writes: [write("base", 2), write("a", 1)],
      entries: [entry("base", 2), entry("a", 1)],
      keys: [key("a")],
      reserve: [{ name: "name", key: "a", owner: "a" }],
      release: [{ name: "name", key: "b", owner: "base" }],
      authority: [{ source: "a", facts: { mandates: [mandate("u-1")], places: [] } }],
      zone: "Europe/Stockholm",
      erase: ["p-1"],
    }),
  );
  yield* storage.checkpoint.move("a", 0, 1);
});
const start = batch({
  writes: [write("base", 1)],
  entries: [entry("base", 1, { payload: { note: "n" }, subject: "p-1" })],
  reserve: [{ name: "name", key: "b", owner: "base" }],
});

/** Runs the changes and then what ends the transaction; afterwards everything must be as before, and in working order. */
const leavesNothing = Effect.fnUntraced(function* (
  north: TenantStorage,
  ended: (changes: Effect.Effect<void, unknown>) => Effect.Effect<Exit.Exit<unknown, unknown>, unknown>,
) {
  yield* north.commit(start);
  const before = yield* contents(north);
  const exit = yield* ended(changes(north));
  assertThat("the transaction failed", Exit.isFailure(exit));
  assertEqual("what is there afterwards", yield* contents(north), before);
  yield* north.transaction(changes(north));
  assertEqual(
    "the journal after the next",
    (yield* contents(north)).journal.map(({ position }) => position),
    [1, 2, 3],
  );
});

const idsIn = (storage: TenantStorage) =>
  Effect.map(contents(storage), ({ items }) => items.map(({ id }) => id));

export const transactionCases: ReadonlyArray<StorageCase> = [
  rule("keeps what a transaction did, and shows it to the transaction itself", function* (north) {
    yield* north.commit(start);
    const answer = yield* north.transaction(
      Effect.gen(function* () {
        yield* changes(north);
        assertEqual("inside", yield* idsIn(north), ["a", "base"]);
        yield* north.commit(
          batch({ head: { authority: 1 }, writes: [write("a", 2)], entries: [entry("a", 2)] }),
        );
        return "answer";
      }),
    );
    assertEqual("its answer", answer, "answer");
    const { head, items, checkpoints } = yield* contents(north);
    assertEqual("the head", head, { position: 4, authority: 1, zone: "Europe/Stockholm" });
    assertEqual(
      "the rows",
      items.map(({ id, version }) => [id, version]),
      [
        ["a", 2],
        ["base", 2],
      ],
    );
    assertEqual("the checkpoints", checkpoints, [1, 0, 0, 0, 0]);
  }),
  rule("keeps nothing of a transaction that fails", function* (north) {
    yield* leavesNothing(north, (work) =>
      Effect.exit(north.transaction(Effect.andThen(work, Effect.fail("no")))),
    );
  }),
  rule("keeps nothing of a transaction that dies", function* (north) {
    yield* leavesNothing(north, (work) =>
      Effect.exit(north.transaction(Effect.andThen(work, Effect.die("defect")))),
    );
  }),
  rule("keeps nothing of a transaction that is interrupted", function* (north) {
    yield* leavesNothing(north, (work) =>
      Effect.gen(function* () {
        const isDone = yield* Deferred.make<void>();
        const working = work.pipe(
          Effect.andThen(Deferred.succeed(isDone, undefined)),
          Effect.andThen(Effect.never),
          north.transaction,
        );
        const fiber = yield* Effect.forkChild(working);
        yield* Deferred.await(isDone);
        yield* Fiber.interrupt(fiber);
        return yield* Fiber.await(fiber);
      }),
    );
  }),
  rule("fails a transaction with the failure it ended in", function* (north) {
    const failed = yield* Effect.flip(
      north.transaction(Effect.andThen(north.commit(added("a")), Effect.fail("the reason"))),
    );
    assertEqual("the failure", failed, "the reason");
  }),
  rule("takes back a transaction inside another alone", function* (north) {
    yield* north.transaction(
      Effect.gen(function* () {
        yield* north.commit(added("before"));
        const inner = Effect.andThen(north.commit(added("inside")), Effect.fail("no"));
        yield* Effect.exit(north.transaction(inner));
        yield* Effect.exit(north.transaction(Effect.andThen(inner, Effect.die("defect"))));
        assertEqual("after the inner ones", yield* idsIn(north), ["before"]);
        yield* north.transaction(north.commit(added("kept")));
        yield* north.commit(added("after"));
      }),
    );
    const { items, journal } = yield* contents(north);
    assertEqual(
      "the rows",
      items.map(({ id }) => id),
      ["after", "before", "kept"],
    );
    assertEqual(
      "the positions",
      journal.map(({ id, position }) => [position, id]),
      [
        [1, "before"],
        [2, "kept"],
        [3, "after"],
      ],
    );
  }),
  rule("takes back what a transaction inside another kept, where the outer fails", function* (north) {
    const outer = north
      .transaction(north.commit(added("inside")))
      .pipe(
        Effect.andThen(north.transaction(north.transaction(north.commit(added("deeper"))))),
        Effect.andThen(Effect.fail("no")),
      );
    yield* Effect.flip(north.transaction(outer));
    assertEqual("the rows", yield* idsIn(north), []);
  }),
  rule("lets a transaction go on after a conflict inside it", function* (north) {
    yield* north.transaction(
      Effect.gen(function* () {
        yield* north.commit(added("a"));
        yield* conflicts("a key used twice", north.commit({ ...added("b"), keys: [key("a"), key("a")] }));
        yield* conflicts("a row that is there", north.commit(added("a")));
        yield* north.commit(added("c"));
      }),
    );
    assertEqual("the rows", yield* idsIn(north), ["a", "c"]);
  }),
  rule("lets those who lock the head take turns", function* (north) {
    yield* north.commit(added("a"));
    const turn = north.transaction(
      Effect.gen(function* () {
        yield* north.load({ states: [], lock: true });
        const version = (yield* itemOf(north, "a"))?.version ?? 0;
        yield* Effect.sleep(1);
        yield* north.commit(batch({ writes: [write("a", version + 1)], entries: [entry("a", version + 1)] }));
      }),
    );
    yield* Effect.all(
      Array.from({ length: 8 }, () => turn),
      { concurrency: "unbounded" },
    );
    assertEqual("the version", (yield* itemOf(north, "a"))?.version, 9);
  }),
  rule("reads the head it locked after the one before has finished", function* (north) {
    yield* north.commit(added("a"));
    const turn = north.transaction(
      Effect.gen(function* () {
        const { head, states } = yield* north.load({
          states: [{ shape: write("a", 1).shape, ids: ["a"] }],
          lock: true,
        });
        const version = states[0]?.[0]?.version ?? 0;
        assertEqual("the position at this version", head.position, version);
        yield* Effect.sleep(1);
        yield* north.commit(batch({ writes: [write("a", version + 1)], entries: [entry("a", version + 1)] }));
      }),
    );
    yield* Effect.all(
      Array.from({ length: 8 }, () => turn),
      { concurrency: "unbounded" },
    );
  }),
];
