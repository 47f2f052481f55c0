/** The storage port in memory: for tests, examples and trying things out. Honest about atomicity, order and isolation. */
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Layer from "effect/Layer";
import { CommitConflict } from "./errors.ts";
import {
  type AuthorityFacts,
  type Batch,
  type Entry,
  type Head,
  type IndexQuery,
  type Json,
  type JsonRecord,
  type KeyRecord,
  type Loaded,
  Storage,
  type Stored,
  type TenantStorage,
  type Wanted,
} from "./storage.ts";

interface Tables {
  head: Head;
  readonly rows: Map<string, Map<string, Stored>>;
  readonly entries: Array<Entry>;
  readonly keys: Map<string, KeyRecord>;
  readonly reservations: Map<string, string>;
  readonly sources: Map<string, AuthorityFacts>;
  readonly checkpoints: Map<string, number>;
}

const empty = (): Tables => ({
  head: { position: 0, authority: 0, zone: null },
  rows: new Map(),
  entries: [],
  keys: new Map(),
  reservations: new Map(),
  sources: new Map(),
  checkpoints: new Map(),
});

/** Everything kept is replaced, never changed in place, so a shallow copy of the tables is a snapshot. */
const copyOf = (tables: Tables): Tables => ({
  head: tables.head,
  rows: new Map([...tables.rows].map(([table, rows]) => [table, new Map(rows)])),
  entries: [...tables.entries],
  keys: new Map(tables.keys),
  reservations: new Map(tables.reservations),
  sources: new Map(tables.sources),
  checkpoints: new Map(tables.checkpoints),
});

/** What goes in and what comes out is a copy, as it is with any other storage. */
const copied = <A>(value: A): A => structuredClone(value);

const makeTenant = (tenant: string): TenantStorage => {
  let tables = empty();
  const rowsOf = (table: string): Map<string, Stored> => {
    const known = tables.rows.get(table) ?? new Map<string, Stored>();
    tables.rows.set(table, known);
    return known;
  };
  const matching = ({ shape, index, values }: IndexQuery) => {
    const columns = shape.indexes[index];
    if (columns === undefined) throw new Error(`${shape.table} declares no index ${index}`);
    return [...rowsOf(shape.table).values()].filter(({ state }) =>
      columns.every((column, at) => (state[column] ?? null) === (values[at] ?? null)),
    );
  };
  const inOrder = (rows: ReadonlyArray<Stored>) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

  const load = ({ states, found = [], keys = [], reservations = [] }: Wanted): Loaded => ({
    head: tables.head,
    states: states.map(({ shape, ids }) =>
      ids.flatMap((id) => copied(rowsOf(shape.table).get(id)) ?? []),
    ),
    found: found.map((query) => copied(inOrder(matching(query)))),
    keys: keys.flatMap((key) => tables.keys.get(key) ?? []),
    reservations: reservations.flatMap(({ name, key }) => {
      const owner = tables.reservations.get(JSON.stringify([name, key]));
      return owner === undefined ? [] : [{ name, key, owner }];
    }),
  });

  const commit = (batch: Batch): Effect.Effect<Pick<Head, "position" | "authority">, CommitConflict> => {
    const before = tables;
    tables = copyOf(tables);
    if (apply(batch)) return Effect.succeed(tables.head);
    tables = before;
    return Effect.fail(new CommitConflict());
  };

  /** False as soon as something is not as the batch expects; the caller then takes the snapshot back. */
  const apply = (batch: Batch): boolean => {
    const { head } = tables;
    if (batch.head.authority !== head.authority) return false;
    if (batch.head.position !== undefined && batch.head.position !== head.position) return false;
    const versionOf = (table: string, id: string) => rowsOf(table).get(id)?.version ?? 0;
    if (batch.read.some(({ shape, id, version }) => versionOf(shape.table, id) !== version)) return false;
    for (const { shape, id, before, version, row, children } of batch.writes) {
      if (before !== null && versionOf(shape.table, id) !== before) return false;
      const old = rowsOf(shape.table).get(id)?.state ?? {};
      const state: Record<string, Json> = {};
      for (const { name } of shape.columns) state[name] = row[name] ?? null;
      for (const [field, { key }] of Object.entries(shape.children)) {
        const { put = [], drop = [], all = false } = children[field] ?? {};
        const kept = all ? [] : asRecords(old[field]);
        const members = new Map(kept.map((member) => [String(member[key]), member]));
        for (const gone of drop) members.delete(gone);
        for (const member of put) members.set(String(member[key]), member);
        state[field] = [...members].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, member]) => member);
      }
      rowsOf(shape.table).set(id, copied({ id, version, state }));
    }
    const isStale = (entry: Batch["entries"][number]) =>
      tables.entries.some(
        (other) =>
          other.aggregate === entry.aggregate && other.id === entry.id && other.version === entry.version,
      );
    const first = head.position + 1;
    if (batch.writes.some(({ before }) => before === null) && batch.entries.some(isStale)) return false;
    tables.entries.push(...batch.entries.map((entry, at) => copied({ ...entry, position: first + at })));
    for (const record of batch.keys) {
      if (tables.keys.has(record.key)) return false;
      tables.keys.set(record.key, {
        ...record,
        position: record.position < 0 ? 0 : first + record.position,
      });
    }
    for (const { name, key, owner } of batch.release) {
      const held = JSON.stringify([name, key]);
      if (tables.reservations.get(held) === owner) tables.reservations.delete(held);
    }
    for (const { name, key, owner } of batch.reserve) {
      const held = JSON.stringify([name, key]);
      if (tables.reservations.has(held)) return false;
      tables.reservations.set(held, owner);
    }
    for (const { source, facts } of batch.authority) tables.sources.set(source, copied(facts));
    for (const subject of batch.erase)
      for (const [at, entry] of tables.entries.entries())
        if (entry.subject === subject) tables.entries[at] = { ...entry, payload: null };
    tables.head = {
      position: head.position + batch.entries.length,
      authority: head.authority + (batch.authority.length > 0 ? 1 : 0),
      zone: batch.zone ?? head.zone,
    };
    return true;
  };

  return {
    tenant,
    // Nothing else runs between the steps of one fiber's effect only if it never waits; a transaction that does is
    // isolated by taking the snapshot back as a whole, which is what a single writer needs.
    transaction: (effect) =>
      Effect.suspend(() => {
        const before = copyOf(tables);
        return Effect.onExit(effect, (exit) =>
          Effect.sync(() => {
            if (Exit.isFailure(exit)) tables = before;
          }),
        );
      }),
    load: (wanted) => Effect.sync(() => load(wanted)),
    commit: (batch) => Effect.suspend(() => commit(batch)),
    authority: Effect.sync(() => ({
      head: tables.head,
      sources: copied([...tables.sources].map(([source, facts]) => ({ source, facts }))),
    })),
    find: (query, { after = "", limit }) =>
      Effect.sync(() => {
        const rows = "index" in query ? matching(query) : [...rowsOf(query.shape.table).values()];
        return copied(inOrder(rows.filter(({ id }) => id > after)).slice(0, limit));
      }),
    journal: {
      read: (after, limit, { aggregate, types, subject } = {}) =>
        Effect.sync(() =>
          copied(
            tables.entries
              .slice(after)
              .filter(
                (entry) =>
                  (aggregate === undefined || entry.aggregate === aggregate) &&
                  (types === undefined || types.includes(entry.type)) &&
                  (subject === undefined || (entry.subject === subject && entry.payload !== null)),
              )
              .slice(0, limit),
          ),
        ),
      streams: (aggregate, { id, version }, limit, only) =>
        Effect.sync(() =>
          copied(
            tables.entries
              .filter(
                (entry) =>
                  entry.aggregate === aggregate &&
                  (only === undefined || entry.id === only) &&
                  (entry.id > id || (entry.id === id && entry.version > version)),
              )
              .sort((a, b) => (a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1))
              .slice(0, limit),
          ),
        ),
    },
    checkpoint: {
      get: (name) => Effect.sync(() => tables.checkpoints.get(name) ?? 0),
      move: (name, from, to) =>
        Effect.sync(() => {
          if ((tables.checkpoints.get(name) ?? 0) !== from) return false;
          tables.checkpoints.set(name, to);
          return true;
        }),
    },
  };
};

const asRecords = (value: Json | undefined): ReadonlyArray<JsonRecord> =>
  // A child collection is stored as an array of records.
  (Array.isArray(value) ? value : []) as ReadonlyArray<JsonRecord>;

/** A storage in memory, gone with the process. */
export const memoryStorage = (): Layer.Layer<Storage> =>
  Layer.sync(Storage, () => {
    const tenants = new Map<string, TenantStorage>();
    return {
      for: (tenant) => {
        const known = tenants.get(tenant) ?? makeTenant(tenant);
        tenants.set(tenant, known);
        return known;
      },
    };
  });
