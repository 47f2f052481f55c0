/** Checking what follows from the journal: every state, its children, its reservations, the authority. */
import * as Effect from "effect/Effect";
import type { Aggregate } from "./aggregate.ts";
import { noFacts } from "./authority.ts";
import { nameOf } from "./call.ts";
import type { Plain } from "./codec.ts";
import type { StorageFailure } from "./errors.ts";
import { canonical } from "./fingerprint.ts";
import { applyEntry, pageSize } from "./history.ts";
import { type Owned, reservedBy } from "./reservation.ts";
import type {
  AuthorityFacts,
  Entry,
  Json,
  JsonRecord,
  Reservation,
  Stored,
  TenantStorage,
} from "./storage.ts";

/** One place where the tables and the journal disagree. Names fields, never their values. */
export interface Deviation {
  readonly aggregate: string;
  readonly id: string;
  readonly problem: "missing" | "unexpected" | "version" | "gap" | "field" | "reservation" | "authority";
  readonly field?: string;
}

export interface Verification {
  /** Entries folded. */
  readonly entries: number;
  /** Instances compared. */
  readonly instances: number;
  readonly deviations: ReadonlyArray<Deviation>;
}

export interface Folded {
  readonly id: string;
  readonly version: number;
  readonly state: Plain | undefined;
  readonly isDense: boolean;
}

/** Folds the journal of one aggregate and hands over its instances in order of id, some at a time. Memory stays flat. */
export const foldAll = <E>(
  storage: TenantStorage,
  aggregate: Aggregate,
  each: (folded: ReadonlyArray<Folded>) => Effect.Effect<void, E>,
): Effect.Effect<number, E | StorageFailure> =>
  Effect.gen(function* () {
    let count = 0;
    let open: Folded | undefined;
    let cursor = { id: "", version: 0 };
    for (;;) {
      const page = yield* storage.journal.streams(aggregate.shape.table, cursor, pageSize);
      const done: Array<Folded> = [];
      for (const entry of page) {
        if (open !== undefined && open.id !== entry.id) done.push(open);
        const before: Folded =
          open?.id === entry.id ? open : { id: entry.id, version: 0, state: undefined, isDense: true };
        open = applied(aggregate, before, entry);
      }
      count += page.length;
      const last = page.at(-1);
      if (last !== undefined) cursor = { id: last.id, version: last.version };
      const isEnd = page.length < pageSize;
      if (isEnd && open !== undefined) done.push(open);
      if (done.length > 0) yield* each(done);
      if (isEnd) return count;
    }
  });

const applied = (aggregate: Aggregate, before: Folded, entry: Entry): Folded => ({
  id: entry.id,
  version: entry.version,
  state: applyEntry(aggregate, before.state, entry),
  isDense: before.isDense && entry.version === before.version + 1,
});

/**
 * Folds the whole journal again and compares it with what is stored. Where something differs it looks once more while
 * nobody can decide anything, so that what it tells is never what only changed meanwhile.
 */
export const verify = (
  storage: TenantStorage,
  aggregates: ReadonlyArray<Aggregate>,
): Effect.Effect<Verification, StorageFailure> =>
  Effect.flatMap(compare(storage, aggregates), (found) =>
    found.deviations.length === 0
      ? Effect.succeed(found)
      : storage.transaction(
          Effect.andThen(storage.load({ states: [], lock: true }), compare(storage, aggregates)),
        ),
  );

const compare = (
  storage: TenantStorage,
  aggregates: ReadonlyArray<Aggregate>,
): Effect.Effect<Verification, StorageFailure> =>
  Effect.gen(function* () {
    const deviations: Array<Deviation> = [];
    const { head, sources } = yield* storage.authority;
    const contributed = new Map(sources.map(({ source, facts }) => [source, textOf(facts)]));
    let [entries, instances] = [0, 0];
    for (const aggregate of aggregates) {
      const { machine, shape } = aggregate;
      const report = (id: string, problem: Deviation["problem"], field?: string) =>
        deviations.push({ aggregate: shape.table, id, problem, ...(field === undefined ? {} : { field }) });
      let after: string | undefined;
      entries += yield* foldAll(storage, aggregate, (folded) =>
        Effect.gen(function* () {
          instances += folded.length;
          const last = folded.at(-1)?.id ?? "";
          const stored = new Map<string, Stored>();
          for (let isOpen = true; isOpen; ) {
            const page: ReadonlyArray<Stored> = yield* storage.find(
              { shape },
              { limit: folded.length, ...(after === undefined ? {} : { after }) },
            );
            for (const row of page.filter(({ id }) => id <= last)) {
              stored.set(row.id, row);
              after = row.id;
            }
            isOpen = page.length === folded.length && (page.at(-1)?.id ?? "") < last;
          }
          const wanted: Array<Owned> = [];
          for (const { id, version, state, isDense } of folded) {
            const row = stored.get(id);
            stored.delete(id);
            if (!isDense) report(id, "gap");
            if (row === undefined || state === undefined) {
              report(id, "missing");
              continue;
            }
            if (row.version !== version) report(id, "version");
            for (const field of differing(aggregate, state, row.state)) report(id, "field", field);
            const owner = nameOf(aggregate, id);
            wanted.push(...reservedBy(aggregate, state, id));
            const facts = machine.authority?.(state, id);
            if (facts !== undefined && textOf(facts) !== (contributed.get(owner) ?? textOf(noFacts)))
              report(id, "authority");
          }
          for (const id of stored.keys()) report(id, "unexpected");
          if (wanted.length === 0) return;
          const { reservations } = yield* storage.load({ states: [], reservations: wanted });
          const held = new Set(reservations.map(reservationText));
          for (const missing of wanted.filter((reservation) => !held.has(reservationText(reservation))))
            report(missing.owner.slice(shape.table.length + 1), "reservation", missing.name);
        }),
      );
      const beyond = yield* storage.find(
        { shape },
        { limit: pageSize, ...(after === undefined ? {} : { after }) },
      );
      for (const { id } of beyond) report(id, "unexpected");
    }
    for (const source of yield* strays(storage, aggregates, sources)) {
      const [table, id] = partsOf(source);
      deviations.push({ aggregate: table, id, problem: "authority" });
    }
    if (entries !== head.position)
      deviations.push({ aggregate: "journal", id: storage.tenant, problem: "gap" });
    return { entries, instances, deviations };
  });

/** Sources of authority that no aggregate decided: those that have no event, or whose rules contribute nothing. */
export const strays = (
  storage: TenantStorage,
  aggregates: ReadonlyArray<Aggregate>,
  sources: ReadonlyArray<{ readonly source: string }>,
): Effect.Effect<ReadonlyArray<string>, StorageFailure> => {
  const silent = new Set(
    aggregates.flatMap(({ machine, shape }) => (machine.authority === undefined ? [shape.table] : [])),
  );
  return Effect.map(
    Effect.forEach(sources, ({ source }) => {
      const [table, id] = partsOf(source);
      if (silent.has(table)) return Effect.succeed([source]);
      return Effect.map(storage.journal.streams(table, { id: "", version: 0 }, 1, id), ({ length }) =>
        length === 0 ? [source] : [],
      );
    }),
    (found) => found.flat(),
  );
};

/** The table and the id that `nameOf` put together. */
const partsOf = (name: string): readonly [table: string, id: string] => {
  const [table = "", ...id] = name.split("/");
  return [table, id.join("/")];
};

/** The fields in which a stored state differs from a folded one. */
const differing = (
  { machine, shape }: Aggregate,
  state: Plain,
  stored: JsonRecord,
): ReadonlyArray<string> => {
  const { row, children } = machine.difference(undefined, state);
  const columns = shape.columns.filter(({ name }) => !isEqual(row[name] ?? null, stored[name] ?? null));
  const collections = Object.keys(shape.children).filter(
    (field) => !isEqual(withoutNulls(children[field]?.put ?? []), withoutNulls(stored[field] ?? [])),
  );
  return [...columns.map(({ name }) => name), ...collections];
};

/** An absent field and a null column are the same in a row. */
const withoutNulls = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => (member === null ? [] : [[key, member]])),
  );
};

const isEqual = (a: Json, b: Json): boolean =>
  a === b || (typeof a === "object" && typeof b === "object" && canonical(a) === canonical(b));

const textOf = ({ mandates, places }: AuthorityFacts): string =>
  [mandates, places].map((facts) => facts.map(canonical).sort().join()).join(";");
const reservationText = ({ name, key, owner }: Reservation & { readonly owner: string }) =>
  JSON.stringify([name, key, owner]);
