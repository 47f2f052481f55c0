/** The parts of a commit that write the aggregates' rows and their children, and recheck the rows it only read. */
import type { Batch, ChildShape, JsonRecord, Shape, Write } from "@verksam/kernel";
import { sql } from "kysely";
import { numberOf, slot } from "../statement.ts";
import type { Part } from "./commit.ts";
import { type InputColumn, inputOf } from "./input.ts";

export const rowParts = (batch: Batch): ReadonlyArray<Part> => {
  const tables = byShape(batch.writes);
  return [
    ...[...tables].flatMap(([shape, writes], index) => [
      rootPart(`row${index}`, shape, writes),
      ...Object.entries(shape.children).flatMap(([field, child], at) =>
        childParts(`child${index}$${at}`, field, child, writes),
      ),
    ]),
    ...[...byShape(batch.read)].map(([shape, rows], index) => readPart(`read${index}`, shape, rows)),
  ];
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
const before = "$before";

const rootPart = (name: string, shape: Shape, writes: ReadonlyArray<Write>): Part => {
  const columns: ReadonlyArray<InputColumn> = [
    { name: "id", type: "text" },
    { name: "version", type: "integer" },
    ...shape.columns,
  ];
  const input = inputOf(
    name,
    [...columns, { name: before, type: "integer" }],
    writes.map((write) => ({ ...write.row, id: write.id, version: write.version, [before]: write.before })),
  );
  const makes = writes.some((write) => write.before === 0);
  const moves = writes.some((write) => write.before !== null && write.before > 0);
  const renews = writes.some((write) => write.before === null);
  const table = sql.table(shape.table);
  const names = sql.join(columns.map((column) => sql.ref(column.name)));
  const given = sql.join(columns.map((column) => sql.ref(`input.${column.name}`)));
  const previous = sql.ref(`input.${before}`);
  const set = (from: string) =>
    sql.join(
      columns.slice(1).map((column) => sql`${sql.ref(column.name)} = ${sql.ref(`${from}.${column.name}`)}`),
    );
  const insert = sql`insert into ${table} (tenant, ${names})
    select ${slot("tenant")}, ${given} from head, ${sql.table(name)} as input`;
  return {
    kind: `${numberOf(shape)}:${input.kind}${makes ? "m" : ""}${moves ? "u" : ""}${renews ? "r" : ""}`,
    values: { ...input.values, [`${name}.count`]: writes.length },
    build: () => [
      [name, input.query()],
      ...(makes ? [[`${name}$made`, sql`${insert} where ${previous} = 0 returning 1`] as const] : []),
      ...(moves
        ? [
            [
              `${name}$moved`,
              sql`update ${table} as row set ${set("input")} from head, ${sql.table(name)} as input
                where row.tenant = ${slot("tenant")} and row.id = input.id and row.version = ${previous} returning 1`,
            ] as const,
          ]
        : []),
      ...(renews
        ? [
            [
              `${name}$renewed`,
              sql`${insert} where ${previous} is null on conflict (tenant, id) do update set ${set("excluded")} returning 1`,
            ] as const,
          ]
        : []),
    ],
    counted: [
      [
        [
          ...(makes ? [`${name}$made`] : []),
          ...(moves ? [`${name}$moved`] : []),
          ...(renews ? [`${name}$renewed`] : []),
        ],
        `${name}.count`,
      ],
    ],
  };
};

const childParts = (
  name: string,
  field: string,
  { table, key, columns }: ChildShape,
  writes: ReadonlyArray<Write>,
): ReadonlyArray<Part> => {
  const changes = writes.flatMap(({ id, children }) => {
    const change = children[field];
    return change === undefined ? [] : [{ id, ...change }];
  });
  const put: ReadonlyArray<JsonRecord> = changes.flatMap(({ id, put }) =>
    put.map((row) => ({ ...row, parent: id })),
  );
  const drop: ReadonlyArray<JsonRecord> = changes.flatMap(({ id, drop, put }) => {
    const kept = new Set(put.map((row) => String(row[key])));
    return drop.filter((name) => !kept.has(name)).map((name) => ({ parent: id, key: name }));
  });
  const whole = changes.filter(({ all }) => all === true);
  const given: ReadonlyArray<InputColumn> = [{ name: "parent", type: "text" }, ...columns];
  const others = given.filter((column) => column.name !== "parent" && column.name !== key);
  const parts: Array<Part> = [];
  if (put.length > 0) {
    const input = inputOf(name, given, put);
    const update = sql.join(
      others.map((column) => sql`${sql.ref(column.name)} = ${sql.ref(`excluded.${column.name}`)}`),
    );
    parts.push({
      kind: `${numberOf(columns)}+${input.kind}`,
      values: input.values,
      build: () => [
        [name, input.query()],
        [
          `${name}$put`,
          sql`insert into ${sql.table(table)} (tenant, ${sql.join(given.map((column) => sql.ref(column.name)))})
            select ${slot("tenant")}, ${sql.join(given.map((column) => sql.ref(`input.${column.name}`)))}
            from head, ${sql.table(name)} as input
            on conflict (tenant, parent, ${sql.ref(key)}) ${others.length === 0 ? sql`do nothing` : sql`do update set ${update}`}`,
        ],
      ],
      counted: [],
    });
  }
  if (drop.length > 0) {
    const input = inputOf(`${name}$gone`, goneColumns, drop);
    parts.push({
      kind: `${numberOf(columns)}-${input.kind}`,
      values: input.values,
      build: () => [
        [`${name}$gone`, input.query()],
        [
          `${name}$drop`,
          sql`delete from ${sql.table(table)} as row using head, ${sql.table(`${name}$gone`)} as gone
            where row.tenant = ${slot("tenant")} and row.parent = gone.parent
              and cast(${sql.ref(`row.${key}`)} as text) = gone.key`,
        ],
      ],
      counted: [],
    });
  }
  if (whole.length > 0)
    parts.push({
      kind: `${numberOf(columns)}!`,
      values: {
        [`${name}$whole`]: JSON.stringify(
          whole.flatMap(({ id, put }) => [
            { parent: id, key: null },
            ...put.map((row) => ({ parent: id, key: String(row[key]) })),
          ]),
        ),
      },
      build: () => [
        [
          `${name}$whole`,
          sql`select input.parent, input.key
            from json_to_recordset(cast(${slot(`${name}$whole`)} as json)) as input(parent text, key text)`,
        ],
        [
          `${name}$all`,
          sql`delete from ${sql.table(table)} as row using head, ${sql.table(`${name}$whole`)} as whole
            where row.tenant = ${slot("tenant")} and row.parent = whole.parent and whole.key is null
              and not exists (select from ${sql.table(`${name}$whole`)} as kept
                where kept.parent = row.parent and kept.key = cast(${sql.ref(`row.${key}`)} as text))`,
        ],
      ],
      counted: [],
    });
  return parts;
};

const goneColumns: ReadonlyArray<InputColumn> = [
  { name: "parent", type: "text" },
  { name: "key", type: "text" },
];

const readColumns: ReadonlyArray<InputColumn> = [
  { name: "id", type: "text" },
  { name: "version", type: "integer" },
];

const readPart = (name: string, shape: Shape, rows: Batch["read"]): Part => {
  const input = inputOf(
    name,
    readColumns,
    rows.map(({ id, version }) => ({ id, version })),
  );
  return {
    kind: `${numberOf(shape)}?${input.kind}`,
    values: { ...input.values, [`${name}.count`]: rows.length },
    build: () => [
      [name, input.query()],
      [
        `${name}$held`,
        sql`select row.id from head, ${sql.table(name)} as input, ${sql.table(shape.table)} as row
          where row.tenant = ${slot("tenant")} and row.id = input.id and row.version = input.version for share of row`,
      ],
    ],
    counted: [[[`${name}$held`], `${name}.count`]],
  };
};
