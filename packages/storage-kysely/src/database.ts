/** The tables as Kysely's types, so that your queries join our rows with yours. */
import type { Aggregate, Day, founding, Instant, Json } from "@verksam/kernel";
import type { ColumnType } from "kysely";
import type { Family } from "./statement.ts";

/** A column that is read and never written past the commands: what is written otherwise, no journal tells of. */
type Read<T> = ColumnType<T, never, never>;

type IsAny<T> = 0 extends 1 & T ? true : false;
type Held<T> = Exclude<T, null | undefined>;
type Absent<T> = null extends T ? null : undefined extends T ? null : never;

/** What a query gives for a column that holds the JSON value `T`. */
type Cell<T, F extends Family> =
  | Absent<T>
  | (IsAny<T> extends true
      ? unknown
      : [Held<T>] extends [string] | [number]
        ? Held<T>
        : [Held<T>] extends [boolean]
          ? F extends "sqlite"
            ? 0 | 1
            : boolean
          : F extends "sqlite"
            ? string
            : Held<T>);

type Cells<Row, F extends Family> = { readonly [C in keyof Row]-?: Read<Cell<Row[C], F>> };
type Columns<Row> = { readonly [C in keyof Row]: Read<Row[C]> };

type TablesIn<A, F extends Family> = A extends {
  readonly area: infer Area extends string;
  readonly name: infer Name extends string;
  readonly types?: { readonly tables: infer Tables };
}
  ? {
      readonly [T in keyof Tables]: (T extends `${Area}_${Name}`
        ? Columns<{ tenant: string; id: string; version: number }>
        : Columns<{ tenant: string; parent: string }>) &
        Cells<Tables[T], F>;
    }
  : never;

type Merged<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
  ? { readonly [T in keyof I]: I[T] }
  : never;

/** The kernel's own tables; those for inner use only, keys and reservations, are left out. */
export interface KernelTables<F extends Family> {
  readonly verksam_head: Columns<{
    tenant: string;
    position: number;
    authority: number;
    zone: string | null;
  }>;
  readonly verksam_journal: Columns<{
    tenant: string;
    position: number;
    aggregate: string;
    id: string;
    version: number;
    type: string;
    schema: number;
    data: Cell<{ readonly [field: string]: Json }, F>;
    recorded: Instant;
    effective: Day;
    maker: string;
    office: string | null;
    cause: number | null;
    reason: string | null;
  }>;
  readonly verksam_payload: Columns<{
    tenant: string;
    position: number;
    subject: string | null;
    data: Cell<{ readonly [field: string]: Json }, F>;
  }>;
  readonly verksam_mandate: Columns<{
    tenant: string;
    source: string;
    n: number;
    office: string;
    person: string;
    unit: string;
    power: string;
    reach: "unit" | "subtree";
    from_day: Day;
    to_day: Day | null;
  }>;
  readonly verksam_place: Columns<{
    tenant: string;
    source: string;
    n: number;
    unit: string;
    parent: string | null;
    from_day: Day;
    to_day: Day | null;
  }>;
  readonly verksam_checkpoint: Columns<{ tenant: string; name: string; position: number }>;
}

/**
 * The tables of the aggregates and of the kernel: `Database<[typeof commitment, typeof unit], "postgres">`. A type of
 * table names and rows to put beside your own: `Kysely<Database<…> & Mine>`.
 *
 * Booleans are 0 and 1 on SQLite. A column of JSON is the value on PostgreSQL and its text on SQLite. An integer is a number: on
 * PostgreSQL in `storage.kysely`; in an instance of your own set `pg`'s parser of type 20, which else gives texts.
 */
export type Database<Aggregates extends ReadonlyArray<Aggregate>, F extends Family> = Merged<
  TablesIn<Aggregates[number] | typeof founding, F>
> &
  KernelTables<F>;
