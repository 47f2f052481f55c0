/** The parts of a commit that write one child collection by difference. */
import type { ChildShape, JsonRecord, Write } from "@verksam/kernel";
import { sql } from "kysely";
import { numberOf, slot } from "../statement.ts";
import { assigned, type InputColumn, inputOf, type Part, refs, tenant, text, type Values } from "./part.ts";

type Change = Write["children"][string] & { readonly id: string };

export const childParts = (
  values: Values,
  name: string,
  field: string,
  child: ChildShape,
  writes: ReadonlyArray<Write>,
): ReadonlyArray<Part> => {
  const changes: Array<Change> = [];
  for (const { id, children } of writes) {
    const change = children[field];
    if (change !== undefined) changes.push({ id, ...change });
  }
  const keysOf = ({ put }: Change) => put.map((row) => String(row[child.key]));
  const put = changes.flatMap(({ id, put }) => put.map((row): JsonRecord => ({ ...row, parent: id })));
  const drop = changes.flatMap((change) => {
    const kept = new Set(keysOf(change));
    return change.drop.filter((key) => !kept.has(key)).map((key): JsonRecord => ({ parent: change.id, key }));
  });
  const whole = changes
    .filter(({ all }) => all === true)
    .flatMap(
      (change): ReadonlyArray<JsonRecord> => [
        { parent: change.id, key: null },
        ...keysOf(change).map((key) => ({ parent: change.id, key })),
      ],
    );
  return [
    ...(put.length > 0 ? [putPart(values, `${name}.put`, child, put)] : []),
    ...(drop.length > 0 ? [dropPart(values, `${name}.drop`, child, drop)] : []),
    ...(whole.length > 0 ? [wholePart(values, `${name}.whole`, child, whole)] : []),
  ];
};

type Rows = ReadonlyArray<JsonRecord>;

const putPart = (values: Values, name: string, { table, key, columns }: ChildShape, rows: Rows): Part => {
  const given = [text("parent"), ...columns];
  const input = inputOf(values, given, rows);
  return {
    kind: `${numberOf(columns)}+${input.kind}`,
    build: () => {
      const others = columns.filter((column) => column.name !== key);
      const otherwise = others.length === 0 ? sql`nothing` : sql`update set ${assigned(others, "excluded")}`;
      return [
        [name, input.query()],
        [
          `${name}.done`,
          sql`insert into ${sql.table(table)} (tenant, ${refs(given)})
            select ${tenant}, ${refs(given, "input")} from head, ${sql.id(name)} as input
            on conflict (tenant, parent, ${sql.ref(key)}) do ${otherwise}`,
        ],
      ];
    },
  };
};

const memberColumns: ReadonlyArray<InputColumn> = [text("parent"), text("key")];

const dropPart = (values: Values, name: string, { table, key, columns }: ChildShape, rows: Rows): Part => {
  const input = inputOf(values, memberColumns, rows);
  return {
    kind: `${numberOf(columns)}-${input.kind}`,
    build: () => [
      [name, input.query()],
      [
        `${name}.done`,
        sql`delete from ${sql.table(table)} as row using head, ${sql.id(name)} as input
          where row.tenant = ${tenant} and row.parent = input.parent
            and cast(${sql.ref(`row.${key}`)} as text) = input.key`,
      ],
    ],
  };
};

/** Drops all that is not put: a row without a key names a parent, the others what it keeps. */
const wholePart = (values: Values, name: string, { table, key, columns }: ChildShape, rows: Rows): Part => {
  const place = values.add(JSON.stringify(rows));
  return {
    kind: `${numberOf(columns)}!`,
    build: () => [
      [
        name,
        sql`select input.parent, input.key
          from json_to_recordset(cast(${slot(place)} as json)) as input(parent text, key text)`,
      ],
      [
        `${name}.done`,
        sql`delete from ${sql.table(table)} as row using head, ${sql.id(name)} as whole
          where row.tenant = ${tenant} and row.parent = whole.parent and whole.key is null
            and not exists (select from ${sql.id(name)} as kept
              where kept.parent = row.parent and kept.key = cast(${sql.ref(`row.${key}`)} as text))`,
      ],
    ],
  };
};
