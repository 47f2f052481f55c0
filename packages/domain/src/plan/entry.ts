/** Entries of an aggregate's record: never rewritten; one that was withdrawn or replaced says when. */
import { Id, Instant, type Recorded } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import type { Entry } from "./facts.ts";

/** What every entry tells of its own recording; `withdrawnAt` is null while it stands. */
export const entry = { id: Id, recordedAt: Instant, withdrawnAt: Schema.NullOr(Instant) };
export type EntryRow = Schema.Struct<typeof entry>["Type"];

/** A new entry of an event; its id counts the aggregate's events, and the entries of one event, so that entries sort as they came. */
export const entered = (
  { version, recorded }: Pick<Recorded, "version" | "recorded">,
  index = 0,
): EntryRow => ({
  id: `${String(version).padStart(6, "0")}.${String(index).padStart(4, "0")}`,
  recordedAt: recorded,
  withdrawnAt: null,
});

export const isStanding = ({ withdrawnAt }: Pick<EntryRow, "withdrawnAt">): boolean => withdrawnAt === null;

/** The entries with those that stand and are meant marked as withdrawn. */
export const withdraw = <E extends EntryRow>(
  entries: ReadonlyArray<E>,
  isMeant: (entry: E) => boolean,
  { recorded }: Pick<Recorded, "recorded">,
): ReadonlyArray<E> =>
  entries.map((entry) => (isStanding(entry) && isMeant(entry) ? { ...entry, withdrawnAt: recorded } : entry));

/** When the entry was recorded and withdrawn, as a status wants it. */
export const times = ({ recordedAt, withdrawnAt }: Omit<EntryRow, "id">): Entry => ({
  recordedAt,
  ...(withdrawnAt === null ? {} : { withdrawnAt }),
});
