/** The parts of a commit that write the aggregates' rows, and recheck those it only read. */
import type { Batch, Shape, Write } from "@verksam/kernel";
import { type RawBuilder, sql } from "kysely";
import { numberOf } from "../statement.ts";
import { childParts } from "./commit-children.ts";
import {
  assigned,
  type InputColumn,
  inputOf,
  integer,
  type Part,
  refs,
  tenant,
  text,
  type Values,
} from "./part.ts";

export const rowParts = (values: Values, { writes, read }: Batch): ReadonlyArray<Part> => {
  const parts: Array<Part> = [];
  for (const [shape, rows] of byShape(writes)) {
    const name = `row${parts.length}`;
    parts.push(rootPart(values, name, shape, rows));
    for (const [field, child] of Object.entries(shape.children))
      parts.push(...childParts(values, `${name}.${field}`, field, child, rows));
  }
  for (const [shape, rows] of byShape(read)) parts.push(readPart(values, `read${parts.length}`, shape, rows));
  return parts;
};

const byShape = <A extends { readonly shape: Shape }>(
  rows: ReadonlyArray<A>,
): ReadonlyMap<Shape, ReadonlyArray<A>> => {
  const groups = new Map<Shape, Array<A>>();
  for (const row of rows) {
    const group = groups.get(row.shape);
    if (group === undefined) groups.set(row.shape, [row]);
    else group.push(row);
  }
  return groups;
};

/** The version before, beside the columns: no field of a state has such a name. */
const before = integer("$before");
const identity: ReadonlyArray<InputColumn> = [text("id"), integer("version")];

const rootPart = (values: Values, name: string, shape: Shape, writes: ReadonlyArray<Write>): Part => {
  const input = inputOf(
    values,
    [...identity, ...shape.columns, before],
    writes.map((write) => ({
      ...write.row,
      id: write.id,
      version: write.version,
      [before.name]: write.before,
    })),
  );
  const count = values.add(writes.length);
  const makes = writes.some((write) => write.before === 0);
  const moves = writes.some((write) => write.before !== null && write.before > 0);
  const renews = writes.some((write) => write.before === null);
  const names = [
    ...(makes ? [`${name}.made`] : []),
    ...(moves ? [`${name}.moved`] : []),
    ...(renews ? [`${name}.renewed`] : []),
  ];
  return {
    kind: `${numberOf(shape)}:${input.kind}${makes ? "m" : ""}${moves ? "u" : ""}${renews ? "r" : ""}`,
    build: () => {
      const columns = [...identity, ...shape.columns];
      const changing = columns.slice(1);
      const previous = sql.ref(`input.${before.name}`);
      const insert = sql`insert into ${sql.table(shape.table)} (tenant, ${refs(columns)})
        select ${tenant}, ${refs(columns, "input")} from head, ${sql.id(name)} as input`;
      const queries: { readonly [name: string]: () => RawBuilder<unknown> } = {
        [`${name}.made`]: () => sql`${insert} where ${previous} = 0 returning 1`,
        [`${name}.moved`]:
          () => sql`update ${sql.table(shape.table)} as row set ${assigned(changing, "input")}
          from head, ${sql.id(name)} as input
          where row.tenant = ${tenant} and row.id = input.id and row.version = ${previous} returning 1`,
        [`${name}.renewed`]: () => sql`${insert} where ${previous} is null
          on conflict (tenant, id) do update set ${assigned(changing, "excluded")} returning 1`,
      };
      return [[name, input.query()], ...names.map((name) => [name, queries[name]?.() ?? sql``] as const)];
    },
    counted: { names, count },
  };
};

const readPart = (values: Values, name: string, shape: Shape, rows: Batch["read"]): Part => {
  const input = inputOf(
    values,
    identity,
    rows.map(({ id, version }) => ({ id, version })),
  );
  return {
    kind: `${numberOf(shape)}?${input.kind}`,
    build: () => [
      [name, input.query()],
      [
        `${name}.held`,
        sql`select row.id from head, ${sql.id(name)} as input, ${sql.table(shape.table)} as row
          where row.tenant = ${tenant} and row.id = input.id and row.version = input.version for share of row`,
      ],
    ],
    counted: { names: [`${name}.held`], count: values.add(rows.length) },
  };
};
