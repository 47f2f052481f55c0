/** The parts of a commit that write one aggregate's row and its children, and recheck a row it only read. */
import type { Batch, ChildShape, Column, JsonRecord, Shape, Write } from "@verksam/kernel";
import { sql } from "kysely";
import { Conflicted } from "../conflict.ts";
import { sqlite } from "../dialect.ts";
import { numberOf, type Steps, slot, statement } from "../statement.ts";

const encoded = (columns: ReadonlyArray<Column>, row: JsonRecord): ReadonlyArray<unknown> =>
  columns.map((column) => sqlite.encode(column, row[column.name]));

/** Slots from a number on, one a column. */
const slots = (columns: ReadonlyArray<unknown>, first: number) =>
  columns.map((_, index) => slot(first + index));
const assigned = (names: ReadonlyArray<string>, values: ReadonlyArray<unknown>) =>
  sql.join(names.map((name, index) => sql`${sql.ref(name)} = ${values[index]}`));

export function* writeRow(tenant: string, { shape, id, before, version, row, children }: Write): Steps<void> {
  const values = [tenant, id, version, ...encoded(shape.columns, row)];
  const kept = yield before === null
    ? renewing(shape).bind(values)
    : before === 0
      ? making(shape).bind(values)
      : moving(shape).bind([...values, before]);
  if (kept.length === 0) throw new Conflicted();
  for (const [field, child] of Object.entries(shape.children)) {
    const change = children[field];
    if (change !== undefined) yield* writeChildren(tenant, id, child, change);
  }
}

const insert = (shape: Shape) => {
  const names = ["tenant", "id", "version", ...shape.columns.map(({ name }) => name)];
  return sql`insert into ${sql.table(shape.table)} (${sql.join(names.map((name) => sql.ref(name)))})
    values (${sql.join(slots(names, 0))})`;
};

const making = (shape: Shape) =>
  statement("sqlite", `make ${numberOf(shape)}`, () => sql`${insert(shape)} returning 1`);

const moving = (shape: Shape) =>
  statement("sqlite", `move ${numberOf(shape)}`, () => {
    const names = ["version", ...shape.columns.map(({ name }) => name)];
    return sql`update ${sql.table(shape.table)} set ${assigned(names, slots(names, 2))}
      where tenant = ${slot(0)} and id = ${slot(1)} and version = ${slot(2 + names.length)} returning 1`;
  });

const renewing = (shape: Shape) =>
  statement("sqlite", `renew ${numberOf(shape)}`, () => {
    const names = ["version", ...shape.columns.map(({ name }) => name)];
    return sql`${insert(shape)} on conflict (tenant, id) do update
      set ${assigned(
        names,
        names.map((name) => sql.ref(`excluded.${name}`)),
      )} returning 1`;
  });

function* writeChildren(
  tenant: string,
  parent: string,
  { table, key, columns }: ChildShape,
  { put, drop, all }: Write["children"][string],
): Steps<void> {
  const kept = put.map((row) => String(row[key]));
  if (all === true)
    yield statement(
      "sqlite",
      `keep ${numberOf(columns)}`,
      () => sql`delete from ${sql.table(table)} where tenant = ${slot(0)} and parent = ${slot(1)}
        and cast(${sql.ref(key)} as text) not in (select value from json_each(${slot(2)}))`,
    ).bind([tenant, parent, JSON.stringify(kept)]);
  const gone = drop.filter((name) => !kept.includes(name));
  if (gone.length > 0)
    yield statement(
      "sqlite",
      `drop ${numberOf(columns)}`,
      () => sql`delete from ${sql.table(table)} where tenant = ${slot(0)} and parent = ${slot(1)}
        and cast(${sql.ref(key)} as text) in (select value from json_each(${slot(2)}))`,
    ).bind([tenant, parent, JSON.stringify(gone)]);
  for (const row of put)
    yield statement("sqlite", `put ${numberOf(columns)}`, () => {
      const names = ["tenant", "parent", ...columns.map(({ name }) => name)];
      const others = columns.map(({ name }) => name).filter((name) => name !== key);
      const update = assigned(
        others,
        others.map((name) => sql.ref(`excluded.${name}`)),
      );
      return sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
        values (${sql.join(slots(names, 0))})
        on conflict (tenant, parent, ${sql.ref(key)}) ${others.length === 0 ? sql`do nothing` : sql`do update set ${update}`}`;
    }).bind([tenant, parent, ...encoded(columns, row)]);
}

export function* recheck(tenant: string, { shape, id, version }: Batch["read"][number]): Steps<void> {
  const held = yield statement(
    "sqlite",
    `recheck ${numberOf(shape)}`,
    () => sql`select 1 from ${sql.table(shape.table)}
      where tenant = ${slot(0)} and id = ${slot(1)} and version = ${slot(2)}`,
  ).bind([tenant, id, version]);
  if (held.length === 0) throw new Conflicted();
}
