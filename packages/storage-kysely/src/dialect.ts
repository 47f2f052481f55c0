/** What the two families write differently: every difference outside `commit` is here. */
import type { Column, Json, JsonRecord, Shape, Stored } from "@verksam/kernel";
import { type RawBuilder, sql } from "kysely";
import type { Family } from "./statement.ts";

type Sql = RawBuilder<unknown>;

export interface Dialect {
  readonly family: Family;
  /** A JSON array of expressions. */
  readonly array: (parts: ReadonlyArray<Sql>) => Sql;
  /** A JSON object of named expressions. */
  readonly object: (fields: ReadonlyArray<readonly [name: string, value: Sql]>) => Sql;
  /** All rows' values as one JSON array; null or an empty array where there are none. */
  readonly gather: (part: Sql) => Sql;
  /** A column's value inside JSON. */
  readonly inside: (column: Pick<Column, "type">, reference: Sql) => Sql;
  /** A text among those of a JSON array of texts. */
  readonly isAmong: (reference: Sql, texts: Sql) => Sql;
  /** The texts of a JSON array of pairs, as a table of `name` and `key`. */
  readonly pairs: (pairs: Sql) => Sql;
  /** A parameter as a column's value. */
  readonly cast: (type: Column["type"], parameter: Sql) => Sql;
  /** A value as a driver takes it for a column of the type. */
  readonly encode: (column: Kept, value: Json | undefined) => unknown;
}

/** What is to be known of a column to store a value in it: where JSON may not be absent, `null` is a value of it. */
export type Kept = Pick<Column, "type"> & { readonly nullable?: boolean };

const named = (fields: ReadonlyArray<readonly [name: string, value: Sql]>) =>
  sql.join(fields.flatMap(([name, value]) => [sql.lit(name), value]));
const list = (parts: ReadonlyArray<Sql>) => sql.join(parts);

const encodeJson = ({ type, nullable = false }: Kept, value: Json | undefined): string | null | undefined => {
  if (type !== "json") return undefined;
  return (value ?? null) === null && nullable ? null : JSON.stringify(value ?? null);
};

/** The columns' types on PostgreSQL. */
export const postgresTypes = {
  text: "text",
  integer: "bigint",
  real: "double precision",
  boolean: "boolean",
  json: "jsonb",
} as const satisfies Record<Column["type"], string>;

export const postgres: Dialect = {
  family: "postgres",
  array: (parts) => sql`json_build_array(${list(parts)})`,
  object: (fields) => sql`json_build_object(${named(fields)})`,
  gather: (part) => sql`json_agg(${part})`,
  inside: (_, reference) => reference,
  isAmong: (reference, texts) =>
    sql`${reference} = any(array(select json_array_elements_text(cast(${texts} as json))))`,
  pairs: (pairs) =>
    sql`(select pair ->> 0 as name, pair ->> 1 as key from json_array_elements(cast(${pairs} as json)) as pair)`,
  cast: (type, parameter) => sql`cast(${parameter} as ${sql.raw(postgresTypes[type])})`,
  encode: (column, value) => encodeJson(column, value) ?? value ?? null,
};

export const sqlite: Dialect = {
  family: "sqlite",
  array: (parts) => sql`json_array(${list(parts)})`,
  object: (fields) => sql`json_object(${named(fields)})`,
  gather: (part) => sql`json_group_array(${part})`,
  inside: ({ type }, reference) => {
    if (type === "json") return sql`json(${reference})`;
    // SQLite's own JSON rounds to 15 digits; 17 tell every number apart.
    if (type === "real")
      return sql`case when ${reference} is null then null else printf('%!.17g', ${reference}) end`;
    return reference;
  },
  isAmong: (reference, texts) => sql`${reference} in (select value from json_each(${texts}))`,
  pairs: (pairs) =>
    sql`(select json_extract(value, '$[0]') as name, json_extract(value, '$[1]') as key from json_each(${pairs}))`,
  cast: (_, parameter) => parameter,
  encode: (column, value) => {
    const encoded = encodeJson(column, value) ?? value ?? null;
    return typeof encoded === "boolean" ? Number(encoded) : encoded;
  },
};

export const dialectOf = (family: Family): Dialect => (family === "postgres" ? postgres : sqlite);

/** The most expressions given to one JSON array: PostgreSQL takes 100 arguments. */
const chunkSize = 90;

const chunked = (dialect: Dialect, parts: ReadonlyArray<Sql>): Sql =>
  parts.length <= chunkSize
    ? dialect.array(parts)
    : dialect.array(
        Array.from({ length: Math.ceil(parts.length / chunkSize) }, (_, index) =>
          dialect.array(parts.slice(index * chunkSize, (index + 1) * chunkSize)),
        ),
      );

/** A row of the shape's table, named `row` in the query, with its children: one JSON array that `storedOf` reads. */
export const rowOf = (dialect: Dialect, shape: Shape): Sql => {
  const columns = shape.columns.map((column) => dialect.inside(column, sql.ref(`row.${column.name}`)));
  const children = Object.values(shape.children).map((child) => {
    const members = child.columns.map((column) => dialect.inside(column, sql.ref(`child.${column.name}`)));
    return sql`(select ${dialect.gather(chunked(dialect, members))} from ${sql.table(child.table)} as child
      where child.tenant = row.tenant and child.parent = row.id)`;
  });
  return chunked(dialect, [sql.ref("row.id"), sql.ref("row.version"), ...columns, ...children]);
};

/** Reads what `rowOf` selected. */
export const storedOf = (shape: Shape, row: Json): Stored => {
  const [id, version, ...values] = flat(row, 2 + shape.columns.length + Object.keys(shape.children).length);
  const state = recordOf(shape.columns, values);
  for (const [index, [field, { columns, key }]] of Object.entries(shape.children).entries()) {
    const members = asArray(values[shape.columns.length + index] ?? null);
    state[field] = members
      .map((member): JsonRecord => recordOf(columns, flat(member, columns.length)))
      .sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));
  }
  return { id: String(id), version: Number(version), state };
};

const recordOf = (columns: ReadonlyArray<Column>, values: ReadonlyArray<Json>): Record<string, Json> => {
  const record: Record<string, Json> = {};
  for (const [index, { name, type }] of columns.entries()) {
    const value = values[index] ?? null;
    record[name] =
      value === null ? null : type === "boolean" ? Boolean(value) : type === "real" ? Number(value) : value;
  }
  return record;
};

const asArray = (json: Json): ReadonlyArray<Json> => (Array.isArray(json) ? json : []);
/** The values that `chunked` put into one array, or into several where they were more. */
const flat = (json: Json, count: number): ReadonlyArray<Json> =>
  count <= chunkSize ? asArray(json) : asArray(json).flatMap(asArray);

/** Reads a JSON array that a statement gathered, as text. */
export const gathered = (text: unknown): ReadonlyArray<Json> =>
  // `null` where there was no row; otherwise the database wrote it as JSON.
  text === null || text === undefined ? [] : (JSON.parse(String(text)) as ReadonlyArray<Json>);
