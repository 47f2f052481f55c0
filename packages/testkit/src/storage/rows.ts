/** Rules of reading rows: loads, pages, indexes, child collections. */
import type { JsonRecord, Stored, TenantStorage } from "@verksam/kernel";
import * as Effect from "effect/Effect";
import { assertEqual } from "../difference.ts";
import { rule, type StorageCase, whileWriting } from "./case.ts";
import {
  added,
  batch,
  contents,
  entry,
  item,
  itemOf,
  key,
  other,
  part,
  row,
  stored,
  write,
} from "./sample.ts";

const many = 10_000;
const idOf = (n: number) => `i-${String(n).padStart(5, "0")}`;
const ids = (rows: ReadonlyArray<Stored>) => rows.map(({ id }) => id);
const where = (index: string, ...values: ReadonlyArray<string | number | boolean | null>) => ({
  shape: item,
  index,
  values,
});

/** The ids of every page, read one after another as a list is; `between` runs after each page. */
const paged = Effect.fnUntraced(function* (
  storage: TenantStorage,
  query: Parameters<TenantStorage["find"]>[0],
  limit: number,
  between: (page: number) => Effect.Effect<unknown, unknown> = () => Effect.void,
) {
  const seen: Array<string> = [];
  for (let page = 0; ; page++) {
    const after = seen.at(-1);
    const rows = yield* storage.find(query, after === undefined ? { limit } : { limit, after });
    seen.push(...ids(rows));
    if (rows.length < limit) return seen;
    yield* between(page);
  }
});

export const rowCases: ReadonlyArray<StorageCase> = [
  rule("answers an organisation that has nothing with nothing", function* (north) {
    const head = { position: 0, authority: 0, zone: null };
    assertEqual("its contents", yield* contents(north), {
      head,
      keys: [],
      reservations: [],
      items: [],
      others: [],
      journal: [],
      authority: { head, sources: [] },
      checkpoints: [0, 0, 0, 0, 0],
    });
  }),
  rule("loads in the order asked, and leaves out what does not exist", function* (north) {
    yield* north.commit(
      batch({
        writes: [
          ...["a", "b", "c"].map((id) => write(id, 1)),
          write("a", 1, { shape: other, row: { label: "other" } }),
        ],
        keys: [key("a"), key("b")],
      }),
    );
    const loaded = yield* north.load({
      states: [
        { shape: item, ids: ["c", "none", "a"] },
        { shape: other, ids: ["b"] },
        { shape: other, ids: ["a"] },
        { shape: item, ids: [] },
      ],
      keys: ["b", "none", "a"],
    });
    assertEqual("the states", loaded.states.map(ids), [["c", "a"], [], ["a"], []]);
    assertEqual("the other table", loaded.states[2], [{ id: "a", version: 1, state: { label: "other" } }]);
    assertEqual(
      "the keys",
      loaded.keys.map((record) => record.key),
      ["b", "a"],
    );
    assertEqual("what was not asked for", [loaded.found, loaded.reservations], [[], []]);
  }),
  rule("loads from one snapshot", function* (north) {
    const wanted = [item, other].map((shape) => ({ shape, ids: ["a"] }));
    yield* whileWriting(
      40,
      (version) =>
        north.commit(
          batch({
            writes: [write("a", version), write("a", version, { shape: other })],
            entries: [entry("a", version), entry("a", version, { aggregate: other.table })],
          }),
        ),
      Effect.map(north.load({ states: wanted }), ({ head, states }) => {
        const version = head.position / 2;
        const versions = states.flat().map((each) => each.version);
        assertEqual("the versions at this position", versions, version === 0 ? [] : [version, version]);
        return version;
      }),
    );
  }),
  rule("pages through 10 000 rows, each once, while others are added", function* (north) {
    const rows = Array.from({ length: many }, (_, n) => idOf(n));
    for (let from = 0; from < many; from += 1000) {
      const part = rows.slice(from, from + 1000);
      const writes = part.map((id) => write(id, 1, { row: row({ label: "many", count: 7 }) }));
      yield* north.commit(batch({ writes, entries: part.map((id) => entry(id, 1)) }));
    }
    // Before and after every page yet to come, and between rows.
    const adding = (page: number) => north.commit(added(`${idOf(page * 997)}-added`, { label: "added" }));
    const seen = yield* paged(north, { shape: item }, 997, adding);
    assertEqual("the rows that were there", seen.filter((id) => !id.endsWith("-added")).length, many);
    assertEqual("the order, each once", seen, [...new Set(seen)].sort());
    assertEqual("those of an index", yield* paged(north, where("label", "many"), 1000), rows);
  }),
  rule("orders ids by character, not by a language's alphabet", function* (north) {
    const mixed = ["a", "B", "b", "A", "a-1", "a.1", "a1", "a_1", "0", "10", "9", "Z", "z", "a:1"];
    yield* north.commit(batch({ writes: mixed.map((id) => write(id, 1)) }));
    assertEqual("all", yield* paged(north, { shape: item }, 3), mixed.toSorted());
    assertEqual("by an index", yield* paged(north, where("label", ""), 3), mixed.toSorted());
    assertEqual(
      "loaded",
      ids((yield* north.load({ states: [], found: [where("label", "")] })).found[0] ?? []),
      mixed.toSorted(),
    );
  }),
  rule("finds rows by a declared index, also by null, by number and by truth", function* (north) {
    const rows: { readonly [id: string]: JsonRecord } = {
      a: { label: "x", maybe: "m", open: true, count: 1 },
      b: { label: "x", maybe: null, open: false, count: 1 },
      c: { label: "y", maybe: null, open: true, count: 2 },
      d: { label: "X", maybe: "", open: true, count: 1 },
    };
    yield* north.commit(
      batch({ writes: Object.entries(rows).map(([id, fields]) => write(id, 1, { row: row(fields) })) }),
    );
    const expected: ReadonlyArray<readonly [ReturnType<typeof where>, ReadonlyArray<string>]> = [
      [where("label", "x"), ["a", "b"]],
      [where("label", "X"), ["d"]],
      [where("label", "none"), []],
      [where("maybe", "m"), ["a"]],
      [where("maybe", null), ["b", "c"]],
      [where("maybe", ""), ["d"]],
      [where("openCount", true, 1), ["a", "d"]],
      [where("openCount", false, 1), ["b"]],
      [where("openCount", false, 2), []],
    ];
    for (const [query, found] of expected) {
      const what = `${query.index} ${query.values}`;
      assertEqual(what, ids(yield* north.find(query, { limit: 10 })), found);
      assertEqual(
        `${what} after the first`,
        ids(yield* north.find(query, { limit: 1, after: found[0] ?? "" })),
        found.slice(1, 2),
      );
    }
    const { found } = yield* north.load({ states: [], found: expected.map(([query]) => query) });
    assertEqual(
      "all of them in one load",
      found.map(ids),
      expected.map(([, each]) => each),
    );
    assertEqual("a whole row", found[0]?.[0], { id: "a", version: 1, state: stored(rows.a) });
  }),
  rule("no longer finds a row by what it was", function* (north) {
    yield* north.commit(added("a", { label: "old" }));
    yield* north.commit(batch({ writes: [write("a", 2, { row: row({ label: "new" }) })] }));
    assertEqual("by the old", ids(yield* north.find(where("label", "old"), { limit: 9 })), []);
    assertEqual("by the new", ids(yield* north.find(where("label", "new"), { limit: 9 })), ["a"]);
  }),
];

const parts = (...put: ReadonlyArray<JsonRecord>) => ({ parts: { put, drop: [] } });

export const childCases: ReadonlyArray<StorageCase> = [
  rule("writes a child collection by difference, and answers it in order of its key", function* (north) {
    const children = {
      ...parts(part("c"), part("a", { size: 1, more: "m" }), part("B")),
      tags: { put: [{ tag: "t" }], drop: [] },
    };
    yield* north.commit(
      batch({ writes: [write("x", 1, { children }), write("y", 1, { children: parts(part("a")) })] }),
    );
    const first = [part("B"), part("a", { size: 1, more: "m" }), part("c")];
    assertEqual(
      "at first",
      (yield* itemOf(north, "x"))?.state,
      stored({ parts: first, tags: [{ tag: "t" }] }),
    );
    const change = { parts: { put: [part("a", { size: 2 }), part("d")], drop: ["c", "none"] } };
    yield* north.commit(batch({ writes: [write("x", 2, { children: change })] }));
    const then = [part("B"), part("a", { size: 2 }), part("d")];
    assertEqual(
      "after the change",
      (yield* itemOf(north, "x"))?.state,
      stored({ parts: then, tags: [{ tag: "t" }] }),
    );
    assertEqual("the other parent's", (yield* itemOf(north, "y"))?.state, stored({ parts: [part("a")] }));
    yield* north.commit(batch({ writes: [write("x", 3)] }));
    assertEqual(
      "untouched",
      (yield* itemOf(north, "x"))?.state,
      stored({ parts: then, tags: [{ tag: "t" }] }),
    );
    assertEqual(
      "in a list",
      (yield* north.find({ shape: item }, { limit: 1 }))[0]?.state,
      stored({ parts: then, tags: [{ tag: "t" }] }),
    );
  }),
  rule("drops every child that is not put, where all of them are", function* (north) {
    yield* north.commit(
      batch({ writes: [write("x", 1, { children: parts(part("a"), part("b"), part("c")) })] }),
    );
    yield* north.commit(batch({ writes: [write("y", 1, { children: parts(part("a")) })] }));
    const rebuilt = { parts: { put: [part("b", { size: 2 }), part("d")], drop: [], all: true } };
    yield* north.commit(batch({ writes: [write("x", 1, { before: null, children: rebuilt })] }));
    assertEqual("the children", (yield* itemOf(north, "x"))?.state.parts, [
      part("b", { size: 2 }),
      part("d"),
    ]);
    const emptied = { parts: { put: [], drop: [], all: true } };
    yield* north.commit(batch({ writes: [write("x", 1, { before: null, children: emptied })] }));
    assertEqual("emptied", (yield* itemOf(north, "x"))?.state.parts, []);
    assertEqual("the other parent's", (yield* itemOf(north, "y"))?.state.parts, [part("a")]);
  }),
];
