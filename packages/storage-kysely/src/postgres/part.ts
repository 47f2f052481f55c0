/** The commit's statement in the making: its values, and the parts of its text. */
import type { JsonRecord } from "@verksam/kernel";
import { type RawBuilder, sql } from "kysely";
import { type Kept, postgres, postgresTypes } from "../dialect.ts";
import { slot } from "../statement.ts";

export interface Part {
  /** Tells apart parts of different text: batches with the same kinds share a statement. */
  readonly kind: string;
  /** Named queries of the statement's `with`, in order. */
  readonly build: () => ReadonlyArray<readonly [name: string, query: RawBuilder<unknown>]>;
  /** The named queries whose rows together must be as many as the value at `count`. */
  readonly counted?: { readonly names: ReadonlyArray<string>; readonly count: number };
}

/** The statement's values, in the order in which its parts give them: the same order whenever the parts are of the same kinds. */
export class Values {
  readonly list: Array<unknown> = [];

  /** Adds a value and answers with its slot. */
  add(value: unknown): number {
    return this.list.push(value) - 1;
  }
}

export interface InputColumn extends Kept {
  readonly name: string;
}

export const text = (name: string): InputColumn => ({ name, type: "text" });
export const integer = (name: string): InputColumn => ({ name, type: "integer" });

/** Rows handed to the statement: one as a value for each column, many as one JSON array. */
export interface Input {
  /** Whether one row or many: part of the statement's key. */
  readonly kind: string;
  /** The rows as a query with the columns' names. */
  readonly query: () => RawBuilder<unknown>;
}

export const inputOf = (
  values: Values,
  columns: ReadonlyArray<InputColumn>,
  rows: ReadonlyArray<JsonRecord>,
): Input => {
  const [only] = rows;
  const first = values.list.length;
  if (rows.length === 1 && only !== undefined) {
    for (const column of columns) values.add(postgres.encode(column, only[column.name]));
    return { kind: "1", query: () => one(columns, first) };
  }
  values.add(JSON.stringify(rows));
  return { kind: "n", query: () => many(columns, first) };
};

const one = (columns: ReadonlyArray<InputColumn>, first: number) =>
  sql`select ${sql.join(columns.map(({ name, type }, index) => postgres.cast(type, slot(first + index)).as(name)))}`;

const many = (columns: ReadonlyArray<InputColumn>, first: number) => {
  const record = columns.map(({ name, type }) => sql`${sql.ref(name)} ${sql.raw(postgresTypes[type])}`);
  const selected = columns.map(({ name, type, nullable = false }) => {
    const given = sql.ref(`input.${name}`);
    // What is `null` in the array comes as an absent value, also where JSON may not be absent.
    return type === "json" && !nullable ? sql`coalesce(${given}, 'null')`.as(name) : given;
  });
  return sql`select ${sql.join(selected)}
    from json_to_recordset(cast(${slot(first)} as json)) as input(${sql.join(record)})`;
};

/** The columns' names in a row. */
export const refs = (columns: ReadonlyArray<InputColumn>, of?: string) =>
  sql.join(columns.map(({ name }) => sql.ref(of === undefined ? name : `${of}.${name}`)));

/** The columns set to those of another row. */
export const assigned = (columns: ReadonlyArray<InputColumn>, from: string) =>
  sql.join(columns.map(({ name }) => sql`${sql.ref(name)} = ${sql.ref(`${from}.${name}`)}`));

/** The first values of every commit. */
export const tenant = slot(0);
