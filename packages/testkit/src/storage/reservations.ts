/** Rules of keys, reservations, the authority and checkpoints. */
import * as Effect from "effect/Effect";
import { assertEqual } from "../difference.ts";
import { rule, type StorageCase, whileWriting } from "./case.ts";
import { batch, contents, day, key, mandate, place } from "./sample.ts";

const reservation = (name: string, owner: string) => ({ name: "name", key: name, owner });

export const reservationCases: ReadonlyArray<StorageCase> = [
  rule("gives a reservation to another in the batch that releases it", function* (north) {
    yield* north.commit(batch({ reserve: [reservation("a", "one")] }));
    yield* north.commit(batch({ release: [reservation("a", "one")], reserve: [reservation("a", "two")] }));
    assertEqual("the holder", (yield* contents(north)).reservations, [reservation("a", "two")]);
  }),
  rule("leaves a reservation to its holder when another releases it", function* (north) {
    yield* north.commit(batch({ reserve: [reservation("a", "one")] }));
    yield* north.commit(batch({ release: [reservation("a", "two"), reservation("b", "two")] }));
    assertEqual("the holder", (yield* contents(north)).reservations, [reservation("a", "one")]);
  }),
  rule("lets the holder reserve again", function* (north) {
    yield* north.commit(batch({ reserve: [reservation("a", "one")] }));
    yield* north.commit(batch({ reserve: [reservation("a", "one")] }));
    assertEqual("the holder", (yield* contents(north)).reservations, [reservation("a", "one")]);
  }),
  rule("tells apart the same key reserved under two names", function* (north) {
    const under = (name: string, owner: string) => ({ ...reservation("a", owner), name });
    yield* north.commit(batch({ reserve: [under("name", "one"), under("code", "two")] }));
    const { reservations } = yield* north.load({
      states: [],
      reservations: [
        { name: "code", key: "a" },
        { name: "other", key: "a" },
        { name: "name", key: "a" },
      ],
    });
    assertEqual("the holders", reservations, [under("code", "two"), under("name", "one")]);
  }),
  rule("gives a reservation to one of many who want it at once", function* (north) {
    const tries = Array.from({ length: 10 }, (_, n) =>
      north.commit(batch({ reserve: [reservation("a", `o-${n}`)] })),
    );
    const outcomes = yield* Effect.forEach(tries, (each) => Effect.result(each), {
      concurrency: "unbounded",
    });
    assertEqual("how many got it", outcomes.filter(({ _tag }) => _tag === "Success").length, 1);
  }),
  rule("keeps a key for one of many who use it at once", function* (north) {
    const tries = Array.from({ length: 10 }, (_, n) =>
      north.commit(batch({ keys: [{ ...key("a"), hash: `h-${n}`, position: -1 }] })),
    );
    const outcomes = yield* Effect.forEach(tries, (each) => Effect.result(each), {
      concurrency: "unbounded",
    });
    const kept = outcomes.flatMap(({ _tag }, n) => (_tag === "Success" ? [`h-${n}`] : []));
    assertEqual(
      "the key's use",
      (yield* contents(north)).keys.map(({ hash }) => hash),
      kept,
    );
    assertEqual("how many were kept", kept.length, 1);
  }),
];

const facts = (unit: string) => ({
  mandates: [mandate(unit), mandate(unit, { to: day("2026-12-31") })],
  places: [place(unit, "u-0")],
});
const none = { mandates: [], places: [] };

export const authorityCases: ReadonlyArray<StorageCase> = [
  rule("replaces the authority that a source contributed, and leaves the others'", function* (north) {
    yield* north.commit(
      batch({
        authority: [
          { source: "one", facts: facts("u-1") },
          { source: "two", facts: facts("u-2") },
        ],
      }),
    );
    assertEqual("the version after one batch", (yield* contents(north)).head.authority, 1);
    yield* north.commit(
      batch({ head: { authority: 1 }, authority: [{ source: "one", facts: facts("u-3") }] }),
    );
    const { head, sources } = yield* north.authority;
    assertEqual(
      "the authority",
      sources.toSorted((a, b) => (a.source < b.source ? -1 : 1)),
      [
        { source: "one", facts: facts("u-3") },
        { source: "two", facts: facts("u-2") },
      ],
    );
    assertEqual("its version", head.authority, 2);
  }),
  rule("forgets a source that contributes nothing any more", function* (north) {
    yield* north.commit(batch({ authority: [{ source: "one", facts: facts("u-1") }] }));
    yield* north.commit(batch({ head: { authority: 1 }, authority: [{ source: "one", facts: none }] }));
    assertEqual("the authority", yield* north.authority, {
      head: { position: 0, authority: 2, zone: null },
      sources: [],
    });
  }),
  rule("leaves the authority's version where a batch contributes nothing", function* (north) {
    yield* north.commit(batch({ zone: "Europe/Stockholm" }));
    assertEqual("the head", (yield* contents(north)).head, {
      position: 0,
      authority: 0,
      zone: "Europe/Stockholm",
    });
  }),
  rule("answers with the authority and the head it belongs to", function* (north) {
    yield* whileWriting(
      40,
      (version) =>
        north.commit(
          batch({
            head: { authority: version - 1 },
            authority: [{ source: "one", facts: facts(`u-${version}`) }],
          }),
        ),
      Effect.map(north.authority, ({ head, sources }) => {
        const expected = head.authority === 0 ? undefined : `u-${head.authority}`;
        assertEqual("the unit at this version", sources[0]?.facts.mandates[0]?.unit, expected);
        return head.authority;
      }),
    );
  }),
];

export const checkpointCases: ReadonlyArray<StorageCase> = [
  rule("moves a checkpoint only from where it is", function* ({ checkpoint }) {
    assertEqual("at first", yield* checkpoint.get("a"), 0);
    assertEqual("a move from elsewhere at first", yield* checkpoint.move("a", 1, 2), false);
    assertEqual("the first move", yield* checkpoint.move("a", 0, 5), true);
    assertEqual("a move from where it was", yield* checkpoint.move("a", 0, 7), false);
    assertEqual("where it is", yield* checkpoint.get("a"), 5);
    assertEqual("the next move", yield* checkpoint.move("a", 5, 6), true);
    assertEqual("where it is then", yield* checkpoint.get("a"), 6);
    assertEqual("another checkpoint", yield* checkpoint.get("b"), 0);
  }),
  rule("lets one of many move a checkpoint at once", function* ({ checkpoint }) {
    for (const from of [0, 1]) {
      const moves = Array.from({ length: 10 }, () => checkpoint.move("a", from, from + 1));
      const moved = yield* Effect.all(moves, { concurrency: "unbounded" });
      assertEqual(`how many moved it from ${from}`, moved.filter((each) => each).length, 1);
    }
  }),
];
