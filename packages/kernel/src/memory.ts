/** The storage port in memory, for tests and trials: atomic, isolated and ordered as a database, and as particular about text. */
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { CommitConflict } from "./errors.ts";
import { Transactions, UnstorableText } from "./memory-transactions.ts";
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
  type Write,
} from "./storage.ts";

const makeTenant = (tenant: string): TenantStorage => {
  let head: Head = { position: 0, authority: 0, zone: null };
  const tables = new Map<string, Map<string, Stored>>();
  const entries: Array<Entry> = [];
  const streams = new Set<string>();
  const keys = new Map<string, KeyRecord>();
  const reservations = new Map<string, string>();
  const sources = new Map<string, AuthorityFacts>();
  const checkpoints = new Map<string, number>();

  const transactions = new Transactions();
  const step = <A>(operation: string, work: () => A) =>
    transactions.step(operation, () => Effect.succeed(work()));

  const rowsOf = (table: string): Map<string, Stored> => {
    const known = tables.get(table) ?? new Map<string, Stored>();
    tables.set(table, known);
    return known;
  };
  const matching = ({ shape, index, values }: IndexQuery) => {
    const columns = shape.indexes[index];
    if (columns === undefined) throw new Error(`${shape.table} declares no index ${index}`);
    return [...rowsOf(shape.table).values()].filter(({ state }) =>
      columns.every((column, at) => state[column] === (values[at] ?? null)),
    );
  };
  const load = ({
    states,
    found = [],
    keys: wantedKeys = [],
    reservations: wanted = [],
  }: Wanted): Loaded => ({
    head,
    states: states.map(({ shape, ids }) => ids.flatMap((id) => rowsOf(shape.table).get(id) ?? [])),
    found: found.map((query) => matching(query).sort(byId)),
    keys: wantedKeys.flatMap((key) => keys.get(key) ?? []),
    reservations: wanted.flatMap(({ name, key }) => {
      const owner = reservations.get(textOf(name, key));
      return owner === undefined ? [] : [{ name, key, owner }];
    }),
  });

  /** False at the first thing that is not as the batch expects; what was changed by then is to be taken back. */
  const apply = (batch: Batch): boolean => {
    if (batch.head.authority !== head.authority) return false;
    if ((batch.head.position ?? head.position) !== head.position) return false;
    const versionOf = (table: string, id: string) => rowsOf(table).get(id)?.version ?? 0;
    if (batch.read.some(({ shape, id, version }) => versionOf(shape.table, id) !== version)) return false;
    for (const write of batch.writes) {
      const { shape, id, before } = write;
      if (before !== null && versionOf(shape.table, id) !== before) return false;
      transactions.put(rowsOf(shape.table), id, stored(write, rowsOf(shape.table).get(id)?.state));
    }
    for (const entry of batch.entries) {
      const place = textOf(entry.aggregate, entry.id, entry.version);
      if (streams.has(place)) return false;
      entries.push(copy({ ...withPayload(entry, entry.payload), position: entries.length + 1 }));
      streams.add(place);
      transactions.changed(() => {
        streams.delete(place);
        entries.pop();
      });
    }
    for (const record of batch.keys) {
      if (keys.has(record.key)) return false;
      const position = record.position < 0 ? 0 : head.position + 1 + record.position;
      transactions.put(keys, record.key, copy({ ...record, position }));
    }
    for (const { name, key, owner } of batch.release)
      if (reservations.get(textOf(name, key)) === owner)
        transactions.put(reservations, textOf(name, key), undefined);
    for (const { name, key, owner } of copy(batch.reserve)) {
      if ((reservations.get(textOf(name, key)) ?? owner) !== owner) return false;
      transactions.put(reservations, textOf(name, key), owner);
    }
    for (const { source, facts } of copy(batch.authority)) {
      const isEmpty = facts.mandates.length + facts.places.length === 0;
      transactions.put(sources, source, isEmpty ? undefined : facts);
    }
    for (const subject of batch.erase)
      for (const [at, entry] of entries.slice(0, head.position).entries()) {
        if (entry.subject !== subject) continue;
        entries[at] = Object.freeze(withPayload(entry, null));
        transactions.changed(() => {
          entries[at] = entry;
        });
      }
    const before = head;
    transactions.changed(() => {
      head = before;
    });
    head = Object.freeze({
      position: entries.length,
      authority: head.authority + (batch.authority.length > 0 ? 1 : 0),
      zone: batch.zone ?? head.zone,
    });
    return true;
  };

  return {
    tenant,
    transaction: transactions.transaction,
    load: (wanted) => step("load", () => load(wanted)),
    commit: (batch) =>
      transactions.step("commit", () =>
        apply(batch)
          ? Effect.succeed({ position: head.position, authority: head.authority })
          : Effect.fail(new CommitConflict()),
      ),
    authority: step("authority", () => ({
      head,
      sources: [...sources]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([source, facts]) => ({ source, facts })),
    })),
    find: (query, { after = "", limit }) =>
      step("find", () => {
        const rows = "index" in query ? matching(query) : [...rowsOf(query.shape.table).values()];
        return rows
          .filter(({ id }) => id > after)
          .sort(byId)
          .slice(0, limit);
      }),
    journal: {
      read: (after, limit, { aggregate, types, subject } = {}) =>
        step("journal", () => {
          const page: Array<Entry> = [];
          for (let at = after; at < entries.length && page.length < limit; at++) {
            const entry = entries[at];
            if (
              entry !== undefined &&
              (aggregate === undefined || entry.aggregate === aggregate) &&
              (types === undefined || types.includes(entry.type)) &&
              (subject === undefined || entry.subject === subject)
            )
              page.push(entry);
          }
          return page;
        }),
      streams: (aggregate, { id, version }, limit, only) =>
        step("streams", () =>
          entries
            .filter(
              (entry) =>
                entry.aggregate === aggregate &&
                (only === undefined || entry.id === only) &&
                (entry.id > id || (entry.id === id && entry.version > version)),
            )
            .sort((a, b) => (a.id === b.id ? a.version - b.version : byId(a, b)))
            .slice(0, limit),
        ),
    },
    checkpoint: {
      get: (name) => step("checkpoint", () => checkpoints.get(name) ?? 0),
      move: (name, from, to) =>
        step("checkpoint", () => {
          const isThere = (checkpoints.get(name) ?? 0) === from;
          if (isThere) transactions.put(checkpoints, copy(name), to);
          return isThere;
        }),
    },
  };
};

/** The row as its table holds it: every column, an absent field null, children in order of their key. */
const stored = ({ shape, id, version, row, children }: Write, before: JsonRecord | undefined): Stored => {
  const state: Record<string, Json> = {};
  for (const { name } of shape.columns) state[name] = row[name] ?? null;
  for (const [field, { key, columns }] of Object.entries(shape.children)) {
    const { put = [], drop = [], all = false } = children[field] ?? {};
    // A child collection is an array of records.
    const known = all ? [] : ((before?.[field] ?? []) as ReadonlyArray<JsonRecord>);
    const members = new Map(known.map((member) => [String(member[key]), member]));
    for (const name of drop) members.delete(name);
    for (const member of put)
      members.set(
        String(member[key]),
        Object.fromEntries(columns.map(({ name }) => [name, member[name] ?? null])),
      );
    state[field] = [...members].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, member]) => member);
  }
  return copy({ id, version, state });
};

/** An entry without a payload is about nobody. */
const withPayload = <E extends Omit<Entry, "position">>(entry: E, payload: Entry["payload"]): E => ({
  ...entry,
  payload,
  subject: payload === null ? null : entry.subject,
});

/** A frozen copy, so that nothing kept or answered changes in anybody's hands; of what not every database can keep it throws. */
const copy = <A>(value: A): A => copied(value) as A; // the copy has the form of the value

const copied = (value: unknown): unknown => {
  if (typeof value === "string" && (value.includes("\0") || /\p{Surrogate}/u.test(value)))
    throw new UnstorableText();
  // Plus nothing: JSON has no negative zero.
  if (typeof value === "number") return value + 0;
  if (Array.isArray(value)) return Object.freeze(value.map(copied));
  if (typeof value !== "object" || value === null) return value;
  return Object.freeze(
    Object.fromEntries(Object.entries(value).map(([key, of]) => [copied(key), copied(of)])),
  );
};

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
const textOf = (...parts: ReadonlyArray<string | number>): string => JSON.stringify(parts);

/** A storage in memory, gone with the process; each time the layer is built another. */
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
