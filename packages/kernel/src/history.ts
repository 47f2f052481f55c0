/** Reading an aggregate back from the journal: its events, its state as it was known, the first result of a key. */
import * as Effect from "effect/Effect";
import type { Aggregate, Recorded } from "./aggregate.ts";
import type { Done } from "./call.ts";
import type { Plain } from "./codec.ts";
import type { Instant } from "./day.ts";
import type { StorageFailure } from "./errors.ts";
import { reasonKey, type Tagged } from "./machine.ts";
import type { Entry, KeyRecord, TenantStorage } from "./storage.ts";

/** An event of an aggregate with what the journal tells of it; personal fields are null once erased. */
export interface Happened<out Event = unknown> extends Recorded {
  readonly position: number;
  readonly cause: number | null;
  readonly event: Event;
}

/** A person's data in the aggregate was erased: the fields are gone from here on, and from everything before. */
export const erasedType = "kernel/PersonalErased";

export const pageSize = 1000;

/** The entries of one instance in order, read in pages. */
export const entriesOf = Effect.fnUntraced(function* (
  storage: TenantStorage,
  aggregate: Aggregate,
  id: string,
): Effect.fn.Return<ReadonlyArray<Entry>, StorageFailure> {
  const all: Array<Entry> = [];
  for (let version = 0; ; ) {
    const page = yield* storage.journal.streams(aggregate.shape.table, { id, version }, pageSize, id);
    all.push(...page);
    version = page.at(-1)?.version ?? version;
    if (page.length < pageSize) return all;
  }
});

const recordedOf = (entry: Entry): Recorded => ({
  id: entry.id,
  version: entry.version,
  recorded: entry.recorded,
  effective: entry.effective,
  maker: entry.maker,
  office: entry.office,
  reason: entry.reason ?? wordsOf(entry),
});

const wordsOf = ({ payload }: Entry): string | null => {
  const words = payload?.[reasonKey];
  return typeof words === "string" ? words : null;
};

/** The state after one more entry. */
export const applyEntry = (
  { machine }: Aggregate,
  state: Plain | undefined,
  entry: Entry,
): Plain | undefined =>
  entry.type === erasedType
    ? state
    : machine.evolve(state, entry.type, machine.decodeEvent(entry), recordedOf(entry));

export const foldEntries = (aggregate: Aggregate, entries: ReadonlyArray<Entry>): Plain | undefined =>
  entries.reduce<Plain | undefined>((state, entry) => applyEntry(aggregate, state, entry), undefined);

export const happened = ({ area, machine }: Aggregate, entry: Entry): Happened => ({
  ...recordedOf(entry),
  position: entry.position,
  cause: entry.cause,
  event:
    entry.type === erasedType
      ? { _tag: "PersonalErased" }
      : { _tag: entry.type.slice(area.length + 1), ...machine.decodeEvent(entry) },
});

/** The state folded from the entries recorded by an instant: what was known then. */
export const foldKnownAt = (
  aggregate: Aggregate,
  entries: ReadonlyArray<Entry>,
  knownAt: Instant,
): Plain | undefined => {
  // Up to the first one later: after a gap, where a clock ran behind, the rest would be folded into what it was not decided on.
  const later = entries.findIndex(({ recorded }) => recorded > knownAt);
  return foldEntries(aggregate, later === -1 ? entries : entries.slice(0, later));
};

/** The result a key's first use answered with. */
export const replayOf = (
  storage: TenantStorage,
  aggregate: Aggregate,
  { id, version, position, events: count }: KeyRecord,
): Effect.Effect<Done<Plain, Tagged>, StorageFailure> =>
  Effect.map(entriesOf(storage, aggregate, id), (entries) => {
    const then = entries.filter((entry) => entry.version <= version);
    const state = foldEntries(aggregate, then);
    if (state === undefined)
      throw new Error(`a key points to ${aggregate.shape.table} ${id}, which has no events`);
    const events = then
      .filter((entry) => entry.position > position - count && entry.position <= position)
      .map((entry) => happened(aggregate, entry).event as Tagged);
    return { id, state, version, position, events };
  });
