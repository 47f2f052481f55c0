/** Rules of the journal: its positions, its filters, its streams. */
import type { Entry, TenantStorage } from "@verksam/kernel";
import * as Effect from "effect/Effect";
import { assertEqual } from "../difference.ts";
import { rule, type StorageCase } from "./case.ts";
import { batch, day, entry, instant, item, other, write } from "./sample.ts";

const writers = 20;
const commits = 50;

/** Reads as a subscription does until it has seen so many; answers with the positions as they came. */
const polled = Effect.fnUntraced(function* (storage: TenantStorage, count: number) {
  const seen: Array<number> = [];
  while (seen.length < count) {
    const page = yield* storage.journal.read(seen.at(-1) ?? 0, 17);
    seen.push(...page.map(({ position }) => position));
    if (page.length === 0) yield* Effect.sleep(1);
    // A position that was skipped never comes: do not wait for it.
    if ((seen.at(-1) ?? 0) >= count) return seen;
  }
  return seen;
});

/** Six entries about two aggregates. */
const mixed = batch({
  entries: [
    entry("b", 1, { type: "testkit/ItemAdded" }),
    entry("a", 1, { type: "testkit/ItemAdded", payload: { note: "x" }, subject: "p-1" }),
    entry("a", 1, {
      aggregate: other.table,
      type: "testkit/OtherAdded",
      payload: { note: "y" },
      subject: "p-1",
    }),
    entry("a", 2, { payload: { note: "z" }, subject: "p-2" }),
    entry("b", 2),
    entry("a", 3),
  ],
});
const positions = (entries: ReadonlyArray<Entry>) => entries.map(({ position }) => position);
const places = (entries: ReadonlyArray<Entry>) => entries.map(({ id, version }) => `${id}${version}`);

export const journalCases: ReadonlyArray<StorageCase> = [
  rule(
    "numbers the entries of many writers from 1 without a gap, and hides none from a reader that follows",
    function* (north) {
      const writing = (writer: number) =>
        Effect.forEach(
          Array.from({ length: commits }, (_, n) => n + 1),
          (version) => {
            const id = `w-${writer}`;
            const commit = north.commit(
              batch({ writes: [write(id, version)], entries: [entry(id, version)] }),
            );
            return Effect.retry(commit, {
              while: (failure) => failure._tag === "StorageFailure" && failure.kind === "serialisation",
              times: 20,
            });
          },
        );
      const [seen, ...answers] = yield* Effect.all(
        [
          polled(north, writers * commits),
          ...Array.from({ length: writers }, (_, writer) => writing(writer)),
        ] as const,
        { concurrency: "unbounded" },
      );
      const dense = Array.from({ length: writers * commits }, (_, n) => n + 1);
      assertEqual("what the reader saw", seen, dense);
      assertEqual(
        "what the writers were told",
        answers
          .flat()
          .map(({ position }) => position)
          .sort((a, b) => a - b),
        dense,
      );
      assertEqual("the head", (yield* north.load({ states: [] })).head.position, writers * commits);
    },
  ),
  rule("keeps every field of an entry", function* (north) {
    const full = entry("a", 1, {
      schema: 3,
      data: { on: true, nothing: null, deep: { list: [1, "two", { three: 3.5 }] } },
      payload: { note: "about", list: [1] },
      subject: "p-7",
      recorded: instant("2026-11-23T23:59:59.999Z"),
      effective: day("2024-02-29"),
      maker: "system:reminders",
      office: "chair",
      cause: 1,
      reason: "moved",
    });
    yield* north.commit(batch({ entries: [full, entry("a", 2)] }));
    assertEqual("the entries", yield* north.journal.read(0, 10), [
      { ...full, position: 1 },
      { ...entry("a", 2), position: 2 },
    ]);
  }),
  rule("reads the journal in pages after a position", function* (north) {
    yield* north.commit(mixed);
    assertEqual("from the start", positions(yield* north.journal.read(0, 2)), [1, 2]);
    assertEqual("further on", positions(yield* north.journal.read(2, 3)), [3, 4, 5]);
    assertEqual("the rest", positions(yield* north.journal.read(5, 10)), [6]);
    assertEqual("beyond the end", positions(yield* north.journal.read(6, 10)), []);
  }),
  rule(
    "filters the journal by aggregate, by types and by subject, before it counts the page",
    function* (north) {
      yield* north.commit(mixed);
      const { read } = north.journal;
      assertEqual("an aggregate", positions(yield* read(0, 10, { aggregate: other.table })), [3]);
      assertEqual("a type", positions(yield* read(0, 10, { types: ["testkit/ItemAdded"] })), [1, 2]);
      const types = ["testkit/OtherAdded", "testkit/ItemChanged"];
      assertEqual("two types", positions(yield* read(0, 10, { types })), [3, 4, 5, 6]);
      assertEqual("a page of two types", positions(yield* read(3, 2, { types })), [4, 5]);
      assertEqual("a page of an aggregate", positions(yield* read(0, 1, { aggregate: other.table })), [3]);
      assertEqual("a page of a subject", positions(yield* read(0, 2, { subject: "p-1" })), [2, 3]);
      assertEqual("a subject", positions(yield* read(0, 10, { subject: "p-1" })), [2, 3]);
      assertEqual("nobody", positions(yield* read(0, 10, { subject: "p-9" })), []);
      const both = { aggregate: item.table, types: ["testkit/ItemAdded"], subject: "p-1" };
      assertEqual("all of them", positions(yield* read(0, 10, both)), [2]);
    },
  ),
  rule("reads an aggregate's streams in order of id and version, after a cursor", function* (north) {
    yield* north.commit(mixed);
    const { streams } = north.journal;
    const start = { id: "", version: 0 };
    assertEqual("all", places(yield* streams(item.table, start, 10)), ["a1", "a2", "a3", "b1", "b2"]);
    assertEqual("a page", places(yield* streams(item.table, { id: "a", version: 1 }, 3)), ["a2", "a3", "b1"]);
    assertEqual("one instance", places(yield* streams(item.table, { id: "a", version: 1 }, 9, "a")), [
      "a2",
      "a3",
    ]);
    assertEqual(
      "one instance from the start",
      places(yield* streams(item.table, { id: "b", version: 0 }, 1, "b")),
      ["b1"],
    );
    assertEqual("one that is not there", places(yield* streams(item.table, start, 9, "c")), []);
    assertEqual("the other aggregate", places(yield* streams(other.table, start, 9)), ["a1"]);
  }),
];
