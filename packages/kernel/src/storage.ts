/** The storage port: what an adapter does for one tenant. Every answer is plain JSON data; the kernel owns the schemas. */
import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { Day, Instant } from "./day.ts";
import type { CommitConflict, StorageFailure } from "./errors.ts";
import type { Shape } from "./shape.ts";

export type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [key: string]: Json };
/** A state or event as stored: fields by name; a child collection is an array under its field, in order of its key. */
export type JsonRecord = { readonly [field: string]: Json };

/** The organisation's one head row: `position` of the journal's last entry (dense, from 1), version of its authority. */
export interface Head {
  readonly position: number;
  readonly authority: number;
  /** IANA time zone the organisation counts its days in; null until it is founded. */
  readonly zone: string | null;
}

/** A state at its version; the version is the number of its events. */
export interface Stored {
  readonly id: string;
  readonly version: number;
  readonly state: JsonRecord;
}

/** What `key` was used for: the command's hash and where its result stands. */
export interface KeyRecord {
  readonly key: string;
  readonly hash: string;
  readonly aggregate: string;
  readonly id: string;
  readonly version: number;
  /** Position of the command's last event; 0 where it decided none. */
  readonly position: number;
  /** How many events it decided. */
  readonly events: number;
}

/** Rows by declared index: the values in the order of the index's columns. */
export interface IndexQuery {
  readonly shape: Shape;
  readonly index: string;
  readonly values: ReadonlyArray<string | number | boolean | null>;
}

export interface Wanted {
  readonly states: ReadonlyArray<{ readonly shape: Shape; readonly ids: ReadonlyArray<string> }>;
  readonly found?: ReadonlyArray<IndexQuery>;
  readonly keys?: ReadonlyArray<string>;
  readonly reservations?: ReadonlyArray<Reservation>;
  /** Hold the organisation's head until the surrounding transaction ends. */
  readonly lock?: boolean;
}

/** The answer to `Wanted`, from one snapshot, its lists in the same order; what does not exist is left out of its list. */
export interface Loaded {
  readonly head: Head;
  readonly states: ReadonlyArray<ReadonlyArray<Stored>>;
  readonly found: ReadonlyArray<ReadonlyArray<Stored>>;
  readonly keys: ReadonlyArray<KeyRecord>;
  readonly reservations: ReadonlyArray<Reservation & { readonly owner: string }>;
}

/** A name under which a key is unique in the organisation, as `plan.code`. */
export interface Reservation {
  readonly name: string;
  readonly key: string;
}

/** A mandate as the guard reads it: both days included, `to` null while open. */
export interface MandateFact {
  readonly office: string;
  readonly person: string;
  readonly unit: string;
  readonly power: string;
  readonly reach: "unit" | "subtree";
  readonly from: Day;
  readonly to: Day | null;
}

/** Where a unit stands in the tree over a period, both days included; `parent` null for the root. */
export interface PlaceFact {
  readonly unit: string;
  readonly parent: string | null;
  readonly from: Day;
  readonly to: Day | null;
}

/** What one aggregate contributes to the authority of the organisation. */
export interface AuthorityFacts {
  readonly mandates: ReadonlyArray<MandateFact>;
  readonly places: ReadonlyArray<PlaceFact>;
}

/** An event as the journal keeps it. Personal fields are not in `data`; while not erased they are in `payload`. */
export interface Entry {
  /** Dense per organisation, from 1. */
  readonly position: number;
  readonly aggregate: string;
  readonly id: string;
  /** Number of the event within its aggregate, dense, from 1. */
  readonly version: number;
  /** `area/EventName`. */
  readonly type: string;
  /** Version of the event's schema, from 1. */
  readonly schema: number;
  readonly data: JsonRecord;
  readonly payload: JsonRecord | null;
  /** Whom the payload is about; an opaque id. */
  readonly subject: string | null;
  readonly recorded: Instant;
  readonly effective: Day;
  readonly maker: string;
  readonly office: string | null;
  /** Position of the event a reaction answers to. */
  readonly cause: number | null;
  /** A reason's code; a reason in words is in the payload. */
  readonly reason: string | null;
}

/** One aggregate's change: the whole new row, and its child collections by difference. */
export interface Write {
  readonly shape: Shape;
  readonly id: string;
  /** The version the row must have; 0: it must not exist; null: whatever it has (a rebuild). */
  readonly before: number | null;
  readonly version: number;
  readonly row: JsonRecord;
  readonly children: {
    readonly [field: string]: {
      readonly put: ReadonlyArray<JsonRecord>;
      readonly drop: ReadonlyArray<string>;
      /** Drop everything that is not put (a rebuild). */
      readonly all?: boolean;
    };
  };
}

/** All of it is kept, in one atomic step, or nothing. */
export interface Batch {
  readonly head: { readonly authority: number; readonly position?: number };
  readonly writes: ReadonlyArray<Write>;
  /** Rows the decisions read and did not write: their versions must still hold. */
  readonly read: ReadonlyArray<{ readonly shape: Shape; readonly id: string; readonly version: number }>;
  /** In order; the storage gives the positions after the head's. */
  readonly entries: ReadonlyArray<Omit<Entry, "position">>;
  /** `position` is an index into `entries` here, -1 for a command that decided nothing. */
  readonly keys: ReadonlyArray<KeyRecord>;
  readonly reserve: ReadonlyArray<Reservation & { readonly owner: string }>;
  readonly release: ReadonlyArray<Reservation & { readonly owner: string }>;
  /** By contributing aggregate (`table/id`): replaces what it contributed. Not empty: the authority's version grows by one. */
  readonly authority: ReadonlyArray<{ readonly source: string; readonly facts: AuthorityFacts }>;
  /** Sets the head's zone (founding). */
  readonly zone?: string;
  /** Subjects whose payloads are deleted. */
  readonly erase: ReadonlyArray<string>;
}

/** A batch that keeps nothing: what a commit of a few parts begins from. */
export const emptyBatch: Omit<Batch, "head"> = {
  writes: [],
  read: [],
  entries: [],
  keys: [],
  reserve: [],
  release: [],
  authority: [],
  erase: [],
};

/** The head after a commit. */
export type Committed = Pick<Head, "position" | "authority">;

export interface Page {
  /** Only rows with an id after this one, in order of id. */
  readonly after?: string;
  readonly limit: number;
}

export interface JournalFilter {
  readonly aggregate?: string;
  readonly types?: ReadonlyArray<string>;
  /** Only entries with a payload about this subject. */
  readonly subject?: string;
}

/** Within one aggregate's journal: entries after version `version` of the instance `id`. */
export interface StreamCursor {
  readonly id: string;
  readonly version: number;
}

/** Storage of one organisation. No method takes or omits a tenant. */
export interface TenantStorage {
  readonly tenant: string;
  /** Runs the effect atomically; nested it is a savepoint; failure, defect and interruption roll back. */
  readonly transaction: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E | StorageFailure, R>;
  readonly load: (wanted: Wanted) => Effect.Effect<Loaded, StorageFailure>;
  readonly commit: (batch: Batch) => Effect.Effect<Committed, CommitConflict | StorageFailure>;
  /** The organisation's mandates and places by contributing aggregate, with the head they belong to. */
  readonly authority: Effect.Effect<
    {
      readonly head: Head;
      readonly sources: ReadonlyArray<{ readonly source: string; readonly facts: AuthorityFacts }>;
    },
    StorageFailure
  >;
  /** A keyset page by index, or of the whole table where no index is named. */
  readonly find: (
    query: IndexQuery | { readonly shape: Shape },
    page: Page,
  ) => Effect.Effect<ReadonlyArray<Stored>, StorageFailure>;
  readonly journal: {
    /** Entries after a position, in order of position. */
    readonly read: (
      after: number,
      limit: number,
      filter?: JournalFilter,
    ) => Effect.Effect<ReadonlyArray<Entry>, StorageFailure>;
    /** Entries of one aggregate (of one instance, with `only`) after a cursor, in order of id and version. */
    readonly streams: (
      aggregate: string,
      after: StreamCursor,
      limit: number,
      only?: string,
    ) => Effect.Effect<ReadonlyArray<Entry>, StorageFailure>;
  };
  readonly checkpoint: {
    /** The position a subscription has come to; 0 where it never saved one. */
    readonly get: (name: string) => Effect.Effect<number, StorageFailure>;
    /** Moves from `from` to `to`; false where it was no longer at `from`. */
    readonly move: (name: string, from: number, to: number) => Effect.Effect<boolean, StorageFailure>;
  };
}

/** A storage adapter: hands out the storage of one organisation at a time. */
export class Storage extends Context.Service<Storage, { readonly for: (tenant: string) => TenantStorage }>()(
  "@verksam/kernel/Storage",
) {}
