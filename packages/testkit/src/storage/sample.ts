/** The tables and values that the storage cases work with. Made up; nothing in them is about anybody. */
import {
  type Batch,
  columnsOf,
  type Day,
  type Entry,
  emptyBatch,
  type Instant,
  type JsonRecord,
  type MandateFact,
  type PlaceFact,
  personal,
  type Shape,
  type TenantStorage,
  type Write,
} from "@verksam/kernel";
import * as Effect from "effect/Effect";
import * as Schema from "effect/Schema";

const text = Schema.String;
const partFields = { id: text, size: Schema.Int, note: Schema.NullOr(text), more: Schema.optionalKey(text) };

/** A table with a column of every kind, indexes over them, and two child collections. */
export const item: Shape = {
  table: "testkit_item",
  columns: columnsOf({
    label: text,
    count: Schema.Int,
    ratio: Schema.Finite,
    open: Schema.Boolean,
    data: Schema.Json,
    maybe: Schema.NullOr(text),
    extra: Schema.optionalKey(text),
    note: personal("personal", text),
  }),
  indexes: { label: ["label"], maybe: ["maybe"], openCount: ["open", "count"] },
  children: {
    parts: { table: "testkit_item_parts", key: "id", columns: columnsOf(partFields, true) },
    tags: { table: "testkit_item_tags", key: "tag", columns: columnsOf({ tag: text }, true) },
  },
};

/** Another table, with the same ids in it. */
export const other: Shape = {
  table: "testkit_other",
  columns: columnsOf({ label: text }),
  indexes: { label: ["label"] },
  children: {},
};

/** The tables an adapter must have before the suite runs. */
export const storageShapes: ReadonlyArray<Shape> = [item, other];

/** An item's row as written, its optional field absent. */
export const row = (fields: JsonRecord = {}): JsonRecord => ({
  label: "",
  count: 0,
  ratio: 0,
  open: false,
  data: null,
  maybe: null,
  note: null,
  ...fields,
});

/** An item as it is read back: every column, every collection. */
export const stored = (fields: JsonRecord = {}): JsonRecord => ({
  ...row(fields),
  extra: fields.extra ?? null,
  parts: fields.parts ?? [],
  tags: fields.tags ?? [],
});
export const part = (id: string, fields: JsonRecord = {}): JsonRecord => ({
  id,
  size: 0,
  note: null,
  more: null,
  ...fields,
});

/** The write that brings an item, or a row of another table, to a version. */
export const write = (id: string, version: number, fields: Partial<Write> = {}): Write => ({
  shape: item,
  id,
  before: version - 1,
  version,
  row: fields.shape === other ? { label: "" } : row(),
  children: {},
  ...fields,
});

export const entry = (id: string, version: number, fields: Partial<Entry> = {}): Omit<Entry, "position"> => ({
  aggregate: item.table,
  id,
  version,
  type: "testkit/ItemChanged",
  schema: 1,
  data: {},
  payload: null,
  subject: null,
  recorded: instant("2026-01-02T03:04:05.678Z"),
  effective: day("2026-01-02"),
  maker: "p-1",
  office: null,
  cause: null,
  reason: null,
  ...fields,
});
// Literals of the right form.
export const day = (literal: string): Day => literal as Day;
export const instant = (literal: string): Instant => literal as Instant;

export const batch = (parts: Partial<Batch> = {}): Batch => ({
  head: { authority: 0 },
  ...emptyBatch,
  ...parts,
});

/** A new item with its event. */
export const added = (id: string, fields: JsonRecord = {}): Batch =>
  batch({ writes: [write(id, 1, { row: row(fields) })], entries: [entry(id, 1)] });

export const key = (name: string, id = "a") => ({
  key: name,
  hash: `hash of ${name}`,
  aggregate: item.table,
  id,
  version: 1,
  position: 0,
  events: 1,
});

export const mandate = (unit: string, fields: Partial<MandateFact> = {}): MandateFact => ({
  office: "chair",
  person: "p-1",
  unit,
  power: "plan.*",
  reach: "subtree",
  from: day("2026-01-01"),
  to: null,
  ...fields,
});
export const place = (unit: string, parent: string | null, fields: Partial<PlaceFact> = {}): PlaceFact => ({
  unit,
  parent,
  from: day("2026-01-01"),
  to: null,
  ...fields,
});

/** The names under which the cases keep keys, reservations and checkpoints. */
const names = ["a", "b", "c", "taken", "free"];

/** Everything an organisation's storage answers with. */
export const contents = Effect.fnUntraced(function* (storage: TenantStorage) {
  const limit = 20_000;
  const { head, keys, reservations } = yield* storage.load({
    states: [],
    keys: names,
    reservations: names.map((key) => ({ name: "name", key })),
  });
  return {
    head,
    keys,
    reservations,
    items: yield* storage.find({ shape: item }, { limit }),
    others: yield* storage.find({ shape: other }, { limit }),
    journal: yield* storage.journal.read(0, limit),
    authority: yield* storage.authority,
    checkpoints: yield* Effect.forEach(names, storage.checkpoint.get),
  };
});

/** One item by its id. */
export const itemOf = (storage: TenantStorage, id: string) =>
  Effect.map(storage.load({ states: [{ shape: item, ids: [id] }] }), ({ states }) => states[0]?.[0]);
