/** Rows handed to a statement: one as parameters, many as one JSON array. */
import type { ColumnType, JsonRecord } from "@verksam/kernel";
import { type RawBuilder, sql } from "kysely";
import { postgres, postgresTypes } from "../dialect.ts";
import { slot } from "../statement.ts";

export interface InputColumn {
  readonly name: string;
  readonly type: ColumnType;
}

export interface Input {
  /** Whether one row or many: part of the statement's key. */
  readonly kind: string;
  readonly values: { readonly [slot: string]: unknown };
  /** The rows as a query with the columns' names. */
  readonly query: () => RawBuilder<unknown>;
}

export const inputOf = (
  name: string,
  columns: ReadonlyArray<InputColumn>,
  rows: ReadonlyArray<JsonRecord>,
): Input => {
  const [only] = rows;
  if (rows.length === 1 && only !== undefined)
    return {
      kind: "1",
      values: Object.fromEntries(
        columns.map((column) => [`${name}.${column.name}`, postgres.encode(column.type, only[column.name])]),
      ),
      query: () =>
        sql`select ${sql.join(columns.map((column) => postgres.cast(column.type, slot(`${name}.${column.name}`)).as(column.name)))}`,
    };
  return {
    kind: "n",
    values: { [name]: JSON.stringify(rows) },
    query: () => {
      const record = sql.join(
        columns.map((column) => sql`${sql.ref(column.name)} ${sql.raw(postgresTypes[column.type])}`),
      );
      const selected = sql.join(columns.map((column) => sql.ref(`input.${column.name}`)));
      return sql`select ${selected} from json_to_recordset(cast(${slot(name)} as json)) as input(${record})`;
    },
  };
};
