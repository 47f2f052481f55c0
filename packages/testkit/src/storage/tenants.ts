/** Rules that keep organisations apart, and a person's data apart from the journal. */
import type { TenantStorage } from "@verksam/kernel";
import * as Effect from "effect/Effect";
import { assertEqual, assertThat } from "../difference.ts";
import { rule, type StorageCase } from "./case.ts";
import {
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

/** Fills an organisation with the same ids, keys and names as any other, and its own canary in every text. */
const settle = (storage: TenantStorage, canary: string) =>
  storage
    .commit(
      batch({
        writes: [
          write("a", 1, {
            row: row({ label: canary, data: { in: canary }, maybe: canary, extra: canary, note: canary }),
            children: { parts: { put: [part("1", { note: canary })], drop: [] } },
          }),
          write("a", 1, { shape: other, row: { label: canary } }),
        ],
        entries: [
          entry("a", 1, { data: { in: canary }, payload: { in: canary }, subject: "p-1", maker: canary }),
          entry("a", 1, { aggregate: other.table, data: { in: canary } }),
        ],
        keys: [{ ...key("a"), hash: canary }],
        reserve: [{ name: "name", key: "a", owner: canary }],
        authority: [
          {
            source: "a",
            facts: { mandates: [mandate("u-1", { office: canary })], places: [place("u-1", canary)] },
          },
        ],
        zone: canary,
      }),
    )
    .pipe(Effect.andThen(storage.checkpoint.move("a", 0, canary.length)));

/** Every way of asking for what has these ids. */
const asked = Effect.fnUntraced(function* (storage: TenantStorage, canaries: ReadonlyArray<string>) {
  const found = [
    ...canaries.map((canary) => ({ shape: item, index: "label", values: [canary] })),
    { shape: item, index: "openCount", values: [false, 0] },
  ];
  return [
    yield* contents(storage),
    yield* storage.load({ states: [item, other].map((shape) => ({ shape, ids: ["a"] })), found }),
    yield* Effect.forEach(found, (query) => storage.find(query, { limit: 9 })),
    yield* storage.journal.read(0, 9, { subject: "p-1" }),
    yield* storage.journal.read(0, 9, { aggregate: item.table, types: ["testkit/ItemChanged"] }),
    yield* storage.journal.streams(item.table, { id: "", version: 0 }, 9),
    yield* storage.journal.streams(other.table, { id: "a", version: 0 }, 9, "a"),
  ];
});

export const tenantCases: ReadonlyArray<StorageCase> = [
  rule("shows no organisation what another has under the same ids", function* (_, { tenant }) {
    // Also names that only a careless comparison takes for the same.
    const names = ["north", "south", "NORTH", "n_rth", "north%", "north ", "nört"];
    const canaries = names.map((_, n) => `canary-${n}-${"x".repeat(n)}`);
    for (const [n, name] of names.entries()) yield* settle(tenant(name), canaries[n] ?? "");
    for (const [n, name] of names.entries()) {
      const text = JSON.stringify(yield* asked(tenant(name), canaries));
      assertThat(`${name} sees its own`, text.includes(`"${canaries[n]}"`));
      for (const canary of canaries.filter((_, at) => at !== n))
        assertThat(`${name} does not see ${canary}`, !text.includes(`"${canary}"`));
      assertEqual(`${name}'s checkpoint`, yield* tenant(name).checkpoint.get("a"), canaries[n]?.length);
    }
  }),
  rule("changes nothing of another organisation, whatever one does", function* (north, { tenant }) {
    const south = tenant("south");
    yield* settle(north, "north");
    yield* settle(south, "south");
    const before = yield* contents(north);
    const everything = batch({
      head: { authority: 1, position: 2 },
      writes: [
        write("a", 2, { children: { parts: { put: [], drop: [], all: true } } }),
        write("a", 7, { shape: other, before: null, row: { label: "rebuilt" } }),
        write("b", 1),
      ],
      read: [],
      entries: [entry("a", 2)],
      keys: [key("b")],
      release: [
        { name: "name", key: "a", owner: "south" },
        { name: "name", key: "a", owner: "north" },
      ],
      reserve: [{ name: "name", key: "b", owner: "south" }],
      authority: [{ source: "a", facts: { mandates: [], places: [] } }],
      zone: "Europe/Stockholm",
      erase: ["p-1"],
    });
    yield* south.commit(everything);
    yield* south.checkpoint.move("a", "south".length, 99);
    yield* Effect.exit(
      south.transaction(
        Effect.andThen(
          south.commit(batch({ head: { authority: 2 }, writes: [write("c", 1)] })),
          Effect.fail("no"),
        ),
      ),
    );
    assertEqual("the other's contents", yield* contents(north), before);
  }),
];

export const personalCases: ReadonlyArray<StorageCase> = [
  rule("erases every payload about a person, and nothing else", function* (north) {
    const entries = [
      entry("a", 1, { data: { kept: 1 }, payload: { name: "one" }, subject: "p-1" }),
      entry("a", 2, { payload: { name: "two" }, subject: "p-2" }),
      entry("b", 1, { aggregate: other.table, payload: { name: "three" }, subject: "p-1" }),
      entry("b", 2, { aggregate: other.table }),
    ];
    yield* north.commit(
      batch({ writes: [write("a", 2, { before: 0 }), write("b", 2, { before: 0, shape: other })], entries }),
    );
    const erased = entry("a", 3, { type: "kernel/PersonalErased", data: { subject: "p-1" } });
    yield* north.commit(batch({ entries: [erased], erase: ["p-1", "p-nobody"] }));
    const gone = { payload: null, subject: null };
    const [first, second, third, fourth] = entries;
    assertEqual("the journal", yield* north.journal.read(0, 9), [
      { ...first, ...gone, position: 1 },
      { ...second, position: 2 },
      { ...third, ...gone, position: 3 },
      { ...fourth, position: 4 },
      { ...erased, position: 5 },
    ]);
    assertEqual(
      "a stream",
      (yield* north.journal.streams(other.table, { id: "", version: 0 }, 9)).map(({ payload }) => payload),
      [null, null],
    );
    assertEqual("about the person", yield* north.journal.read(0, 9, { subject: "p-1" }), []);
    assertEqual("about the other", (yield* north.journal.read(0, 9, { subject: "p-2" })).length, 1);
    yield* north.commit(batch({ erase: ["p-1"] }));
    assertEqual("the journal after erasing again", (yield* north.load({ states: [] })).head.position, 5);
  }),
  rule("says of an entry without a payload that it is about nobody", function* (north) {
    yield* north.commit(batch({ entries: [entry("a", 1, { subject: "p-1" })] }));
    assertEqual(
      "the subject",
      (yield* north.journal.read(0, 9)).map(({ subject }) => subject),
      [null],
    );
  }),
  rule("keeps personal columns, and blanks them where they are written as null", function* (north) {
    yield* north.commit(batch({ writes: [write("a", 1, { row: row({ note: "about Ada" }) })] }));
    assertEqual("kept", (yield* itemOf(north, "a"))?.state, stored({ note: "about Ada" }));
    yield* north.commit(batch({ writes: [write("a", 2, { row: row({ note: null }) })] }));
    assertEqual("blanked", (yield* itemOf(north, "a"))?.state, stored({ note: null }));
  }),
];
