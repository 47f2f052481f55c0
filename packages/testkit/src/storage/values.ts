/** Rules of values: what is kept is what was given, to the last character. */
import type { Json, JsonRecord } from "@verksam/kernel";
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

/** Strings that break naive programs; a longer list may be handed to the suite. */
export const fewStrings: ReadonlyArray<string> = [
  "",
  " ",
  " leading and trailing ",
  "null",
  "undefined",
  "NaN",
  "0",
  "-1",
  "true",
  "'",
  '"',
  "''; DROP TABLE testkit_item; --",
  "$1 ? :name @p1 {0} %s",
  "100% _ \\ \\\\ \\u0041",
  "line\nbreak\r\nand\ttab",
  "\u0001\u007f\u0085",
  '{"json": [1]}',
  "__proto__",
  "constructor",
  "åäö ÅÄÖ é e\u0301",
  "ﬁ ß ı İ",
  "田中さん 社會科學院",
  "العربية \u202eright to left",
  "👩‍👩‍👧‍👦 🇸🇪 𝒳",
  "\ufeff zero\u200bwidth",
  "\uffff\ufffd",
  "Z̮̞̠͙͔ͅ",
];

/** The strings, told apart, and none longer than a key may be. */
const storable = (strings: ReadonlyArray<string>) =>
  [...new Set(strings)].filter((text) => !text.includes("\0") && !/\p{Surrogate}/u.test(text));

const kept = (name: string, values: ReadonlyArray<readonly [what: string, fields: JsonRecord]>) =>
  rule(name, function* (north) {
    for (const [n, [what, fields]] of values.entries()) {
      const id = `v-${n}`;
      yield* north.commit(
        batch({
          writes: [write(id, 1, { row: row(fields) })],
          entries: [entry(id, 1, { data: fields, payload: fields, subject: "p-1" })],
        }),
      );
      assertEqual(what, (yield* itemOf(north, id))?.state, stored(fields));
      const [event] = yield* north.journal.read(n, 1);
      assertEqual(`${what}, in the journal`, [event?.data, event?.payload], [fields, fields]);
    }
  });

const nested = (depth: number): Json => (depth === 0 ? "deep" : { in: [nested(depth - 1)] });

export const valueCases: ReadonlyArray<StorageCase> = [
  rule("keeps every string as it is, wherever there is text", function* (north, { strings }) {
    const all = storable(strings);
    const items = all.map((text, n) => ({ id: `s-${String(n).padStart(5, "0")}`, text }));
    yield* north.commit(
      batch({
        writes: items.map(({ id, text }) =>
          write(id, 1, {
            row: row({ label: text, maybe: text, extra: text, note: text, data: { [text]: [text] } }),
            children: {
              parts: { put: [part("1", { note: text, more: text })], drop: [] },
              tags: { put: [{ tag: text }], drop: [] },
            },
          }),
        ),
        entries: items.map(({ id, text }) =>
          entry(id, 1, {
            data: { [text]: text, list: [text] },
            payload: { [text]: text },
            subject: text,
            type: `testkit/${text}`,
            maker: text,
            office: text,
            reason: text,
          }),
        ),
        keys: items.map(({ id, text }) => ({ ...key(text, id), hash: text, position: -1 })),
        reserve: items.map(({ text }) => ({ name: text, key: text, owner: text })),
        authority: items.map(({ text }) => ({
          source: text,
          facts: {
            mandates: [mandate(text, { office: text, person: text, power: text })],
            places: [place(text, text)],
          },
        })),
      }),
    );
    const read = yield* north.find({ shape: item }, { limit: all.length });
    const entries = yield* north.journal.read(0, all.length);
    const { keys, reservations } = yield* north.load({
      states: [],
      keys: all,
      reservations: all.map((text) => ({ name: text, key: text })),
    });
    const { sources } = yield* north.authority;
    const facts = new Map(sources.map((each) => [each.source, each.facts]));
    for (const [n, { id, text }] of items.entries()) {
      const expected = {
        label: text,
        maybe: text,
        extra: text,
        note: text,
        data: { [text]: [text] },
        tags: [{ tag: text }],
      };
      assertEqual(`the row of ${JSON.stringify(text)}`, read[n], {
        id,
        version: 1,
        state: stored({ ...expected, parts: [part("1", { note: text, more: text })] }),
      });
      const { data, payload, subject, type, maker, office, reason } = entries[n] ?? entry("", 0);
      assertEqual(
        `the entry of ${JSON.stringify(text)}`,
        [data, payload, subject, type, maker, office, reason],
        [{ [text]: text, list: [text] }, { [text]: text }, text, `testkit/${text}`, text, text, text],
      );
      assertEqual("its key", [keys[n]?.key, keys[n]?.hash, keys[n]?.id], [text, text, id]);
      assertEqual("its reservation", reservations[n], { name: text, key: text, owner: text });
      const { office: held, person, power, unit } = facts.get(text)?.mandates[0] ?? mandate("");
      assertEqual("its mandate", [held, person, power, unit], [text, text, text, text]);
      assertEqual("its place", facts.get(text)?.places, [place(text, text)]);
    }
  }),
  rule("finds by every string that, and follows under every name", function* (north, { strings }) {
    const all = storable(strings);
    yield* north.commit(
      batch({ writes: all.map((text, n) => write(`s-${n}`, 1, { row: row({ label: text }) })) }),
    );
    for (const [n, text] of all.entries()) {
      const rows = yield* north.find({ shape: item, index: "label", values: [text] }, { limit: 2 });
      assertEqual(
        `found by ${JSON.stringify(text)}`,
        rows.map(({ id }) => id),
        [`s-${n}`],
      );
      yield* north.checkpoint.move(text, 0, n + 1);
    }
    const checkpoints = yield* Effect.forEach(all, north.checkpoint.get);
    assertEqual(
      "the checkpoints",
      checkpoints,
      all.map((_, n) => n + 1),
    );
  }),
  rule("keeps text with U+0000 or half a surrogate pair exactly, or refuses all of it", function* (north) {
    const half = ["nul \0 inside", "\0", "half \ud83d a pair", "\udc00"];
    for (const [n, text] of half.entries())
      for (const [at, fields] of [
        { label: text },
        { data: { in: [text] } },
        { data: { [text]: 1 } },
      ].entries()) {
        const id = `h-${n}-${at}`;
        const before = yield* contents(north);
        const tried = yield* Effect.result(
          north.commit(
            batch({
              writes: [write("x", 1, { shape: other, before: null }), write(id, 1, { row: row(fields) })],
            }),
          ),
        );
        if (tried._tag === "Success")
          assertEqual("the row", (yield* itemOf(north, id))?.state, stored(fields));
        else {
          const { failure } = tried;
          assertEqual(
            "the failure",
            failure._tag === "StorageFailure" ? failure.kind : failure._tag,
            "constraint",
          );
          assertEqual("what is there", yield* contents(north), before);
        }
      }
  }),
  kept("keeps big values whole", [
    ["a megabyte of text", { extra: "å".repeat(500_000), note: "x".repeat(1_000_000) }],
    [
      "ten thousand elements",
      { data: Array.from({ length: 10_000 }, (_, n) => ({ n, text: `element ${n}` })) },
    ],
    ["a thousand fields", { data: Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`f${n}`, n])) }],
    ["depth", { data: nested(200) }],
  ]),
  kept("keeps numbers exactly", [
    ...[0, 1, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 32, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER].map(
      (count) => [`the integer ${count}`, { count, data: count }] as const,
    ),
    ...[0.1, 0.1 + 0.2, -1.5, 1e21, 1e-7, 123456789.12345679, Number.MAX_VALUE, Number.EPSILON, 2 ** 53].map(
      (ratio) => [`the number ${ratio}`, { ratio, data: [ratio] }] as const,
    ),
  ]),
  rule("keeps negative zero as zero, as JSON does", function* (north) {
    yield* north.commit(
      batch({
        writes: [write("a", 1, { row: row({ count: -0, ratio: -0, data: [-0] }) })],
        entries: [entry("a", 1, { data: { n: -0 } })],
      }),
    );
    const state = (yield* itemOf(north, "a"))?.state ?? {};
    const data = (yield* north.journal.read(0, 1))[0]?.data;
    for (const value of [state.count, state.ratio, Object.values(state.data ?? {})[0], data?.n])
      assertThat("it is zero, and not negative", Object.is(value, 0));
  }),
  kept("tells apart what JSON tells apart", [
    ["nothing and empty", { data: [null, "", 0, false, [], {}, "null", "0", "false"] }],
    ["truth", { open: true, data: true }],
    ["an object's text", { data: '{"a":1}' }],
    ["text that looks like a number", { label: "007", data: "1e3" }],
  ]),
];
