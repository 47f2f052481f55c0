/** Rules of the commit: all or nothing, and only on what it rests on. */
import type { Batch } from "@verksam/kernel";
import * as Effect from "effect/Effect";
import { assertEqual, assertThat } from "../difference.ts";
import { conflicts, rule, type StorageCase } from "./case.ts";
import {
  added,
  batch,
  contents,
  entry,
  item,
  itemOf,
  key,
  mandate,
  other,
  part,
  place,
  row,
  stored,
  write,
} from "./sample.ts";

/** What is there before: an item, a key, a reservation of it, a payload. */
const base = batch({
  writes: [write("base", 1)],
  entries: [entry("base", 1, { payload: { note: "old" }, subject: "p-old" })],
  keys: [key("taken", "base")],
  reserve: [
    { name: "name", key: "taken", owner: "testkit_item/base" },
    { name: "name", key: "a", owner: "testkit_item/base" },
  ],
});

/** A batch on top of it that has every part. */
const whole: Batch = {
  head: { authority: 0, position: 1 },
  writes: [
    write("a", 1, {
      row: row({ label: "A", extra: "more" }),
      children: { parts: { put: [part("1"), part("2")], drop: [] }, tags: { put: [{ tag: "t" }], drop: [] } },
    }),
    write("a", 1, { shape: other, row: { label: "other" } }),
  ],
  read: [{ shape: item, id: "base", version: 1 }],
  entries: [
    entry("a", 1, { data: { label: "A" }, payload: { note: "new" }, subject: "p-new" }),
    entry("a", 1, {
      aggregate: other.table,
      type: "testkit/OtherAdded",
      reason: "code",
      office: "chair",
      cause: 1,
    }),
  ],
  keys: [
    { ...key("a"), position: 1 },
    { ...key("b"), position: -1, events: 0 },
  ],
  release: [{ name: "name", key: "a", owner: "testkit_item/base" }],
  reserve: [{ name: "name", key: "a", owner: "testkit_item/a" }],
  authority: [
    {
      source: "testkit_item/a",
      facts: { mandates: [mandate("u-1")], places: [place("u-1", null), place("u-2", "u-1")] },
    },
  ],
  zone: "Europe/Stockholm",
  erase: ["p-old"],
};

/** The batch with one part that must stop it. */
const stopped: ReadonlyArray<readonly [why: string, batch: Batch]> = [
  ["that rests on another version of the authority", { ...whole, head: { ...whole.head, authority: 1 } }],
  ["that rests on an earlier position of the journal", { ...whole, head: { ...whole.head, position: 0 } }],
  ["that rests on a later position of the journal", { ...whole, head: { ...whole.head, position: 2 } }],
  [
    "whose first write expects a row that is not there",
    { ...whole, writes: [write("none", 2), ...whole.writes] },
  ],
  [
    "whose last write expects a row that is not there",
    { ...whole, writes: [...whole.writes, write("none", 2)] },
  ],
  ["whose last write creates a row that is there", { ...whole, writes: [...whole.writes, write("base", 1)] }],
  ["whose last write expects a later version", { ...whole, writes: [...whole.writes, write("base", 3)] }],
  [
    "that read a version that has changed",
    { ...whole, read: [...whole.read, { shape: item, id: "base", version: 2 }] },
  ],
  [
    "that read what is not there",
    { ...whole, read: [...whole.read, { shape: other, id: "base", version: 1 }] },
  ],
  ["whose last entry is there already", { ...whole, entries: [...whole.entries, entry("base", 1)] }],
  ["with a key that was used before", { ...whole, keys: [...whole.keys, key("taken")] }],
  ["with one key twice", { ...whole, keys: [...whole.keys, { ...key("a"), hash: "of another command" }] }],
  [
    "that reserves what another holds",
    { ...whole, reserve: [...whole.reserve, { name: "name", key: "taken", owner: "testkit_item/a" }] },
  ],
  [
    "that reserves the same for two",
    { ...whole, reserve: [...whole.reserve, { name: "name", key: "a", owner: "testkit_other/a" }] },
  ],
];

export const commitCases: ReadonlyArray<StorageCase> = [
  rule("keeps every part of a batch", function* (north) {
    yield* north.commit(base);
    const committed = yield* north.commit(whole);
    assertEqual("the answer", committed, { position: 3, authority: 1 });
    const kept = yield* contents(north);
    const head = { position: 3, authority: 1, zone: "Europe/Stockholm" };
    const [first, second] = whole.entries;
    assertEqual("what is kept", kept, {
      head,
      keys: [
        { ...key("a"), position: 3 },
        { ...key("b"), position: 0, events: 0 },
        { ...key("taken", "base"), position: 1 },
      ],
      reservations: [
        { name: "name", key: "a", owner: "testkit_item/a" },
        { name: "name", key: "taken", owner: "testkit_item/base" },
      ],
      items: [
        {
          id: "a",
          version: 1,
          state: stored({ label: "A", extra: "more", parts: [part("1"), part("2")], tags: [{ tag: "t" }] }),
        },
        { id: "base", version: 1, state: stored() },
      ],
      others: [{ id: "a", version: 1, state: { label: "other" } }],
      journal: [
        { ...entry("base", 1), position: 1 },
        { ...first, position: 2 },
        { ...second, position: 3 },
      ],
      authority: { head, sources: whole.authority },
      checkpoints: [0, 0, 0, 0, 0],
    });
  }),
  ...stopped.map(([why, spoilt]) =>
    rule(`keeps nothing of a batch ${why}`, function* (north) {
      yield* north.commit(base);
      const before = yield* contents(north);
      yield* conflicts("the batch", north.commit(spoilt));
      assertEqual("what is there after the conflict", yield* contents(north), before);
      assertEqual("the same batch without that part", yield* north.commit(whole), {
        position: 3,
        authority: 1,
      });
    }),
  ),
  rule("replaces the whole row, and leaves the others", function* (north) {
    yield* north.commit(added("a", { label: "A", maybe: "m", extra: "e" }));
    yield* north.commit(added("b", { label: "B" }));
    yield* north.commit(
      batch({ writes: [write("a", 2, { row: row({ count: 2 }) })], entries: [entry("a", 2)] }),
    );
    assertEqual("the row", yield* itemOf(north, "a"), { id: "a", version: 2, state: stored({ count: 2 }) });
    assertEqual("the other row", (yield* itemOf(north, "b"))?.state.label, "B");
  }),
  rule("writes a row anew whatever version it has, where no version is expected", function* (north) {
    yield* north.commit(added("a", { label: "damaged" }));
    const writes = ["a", "b"].map((id) => write(id, 5, { before: null, row: row({ label: "new" }) }));
    yield* north.commit(batch({ writes }));
    const { items, head } = yield* contents(north);
    assertEqual(
      "the rows",
      items.map(({ id, version, state }) => [id, version, state.label]),
      [
        ["a", 5, "new"],
        ["b", 5, "new"],
      ],
    );
    assertEqual("the journal's position", head.position, 1);
  }),
  rule("keeps a copy of what it was given", function* (north) {
    const given = { label: "before", data: { deep: ["before"] } };
    const changing = row(given);
    yield* north.commit(
      batch({ writes: [write("a", 1, { row: changing })], entries: [entry("a", 1, { data: given })] }),
    );
    Object.assign(changing, { label: "after" });
    given.data.deep.push("after");
    assertEqual(
      "the row",
      (yield* itemOf(north, "a"))?.state,
      stored({ label: "before", data: { deep: ["before"] } }),
    );
    assertEqual("the entry", (yield* north.journal.read(0, 1))[0]?.data, {
      label: "before",
      data: { deep: ["before"] },
    });
  }),
  rule("lets one of many commits on the same version through", function* (north) {
    yield* north.commit(added("a"));
    const tries = Array.from({ length: 20 }, (_, n) =>
      north.commit(batch({ writes: [write("a", 2, { row: row({ count: n }) })], entries: [entry("a", 2)] })),
    );
    const outcomes = yield* Effect.forEach(tries, (each) => Effect.result(each), {
      concurrency: "unbounded",
    });
    const kept = outcomes.flatMap(({ _tag }, n) => (_tag === "Success" ? [n] : []));
    assertEqual("how many were kept", kept.length, 1);
    assertEqual("what is kept", (yield* itemOf(north, "a"))?.state, stored({ count: kept[0] ?? -1 }));
    assertEqual("the journal's position", (yield* contents(north)).head.position, 2);
  }),
  rule("lets commits on what stays unread and unwritten pass beside each other", function* (north) {
    const tries = Array.from({ length: 20 }, (_, n) => north.commit(added(`i-${n}`)));
    yield* Effect.all(tries, { concurrency: "unbounded" });
    assertEqual("the rows", (yield* contents(north)).items.length, 20);
  }),
  rule("holds what a batch read until it is kept", function* (north) {
    yield* north.commit(added("seen"));
    // Each of two moves the row that the other read: at most one can be right.
    yield* north.commit(added("also"));
    const crossing = (mine: string, theirs: string) =>
      north.commit(
        batch({
          writes: [write(mine, 2)],
          read: [{ shape: item, id: theirs, version: 1 }],
          entries: [entry(mine, 2)],
        }),
      );
    const outcomes = yield* Effect.forEach(
      [crossing("seen", "also"), crossing("also", "seen")],
      (each) => Effect.result(each),
      {
        concurrency: "unbounded",
      },
    );
    assertThat(
      "one of the two is a conflict",
      outcomes.filter(({ _tag }) => _tag === "Success").length === 1,
    );
  }),
];
