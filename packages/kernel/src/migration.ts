/** The history of the tables as plain data: written once, never edited, the same for every database. */
import type { Column, ColumnType, Shape } from "./shape.ts";

/** A column as a migration creates it. */
export interface MigratedColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable?: boolean;
}

/** One change of the tables. Its literals are frozen: they say what was created then, whatever the schemas say now. */
export type MigrationStep =
  | {
      readonly create: "table";
      readonly name: string;
      readonly columns: ReadonlyArray<MigratedColumn>;
      readonly key: ReadonlyArray<string>;
    }
  | ({
      readonly create: "column";
      readonly table: string;
      /** What rows that exist already get; needed where the column is not nullable. */
      readonly default?: string | number | boolean;
    } & MigratedColumn)
  | {
      readonly create: "index";
      readonly name: string;
      readonly table: string;
      readonly columns: ReadonlyArray<string>;
      readonly unique?: boolean;
    }
  | { readonly drop: "column"; readonly table: string; readonly name: string }
  | { readonly drop: "index"; readonly table: string; readonly name: string };

/** Steps that belong together, under a name that is unique for all time, as `plan-0001-tables`. */
export interface Migration {
  readonly name: string;
  readonly steps: ReadonlyArray<MigrationStep>;
}

/** PostgreSQL cuts longer names off. */
const longestName = 63;

const text = (name: string): MigratedColumn => ({ name, type: "text" });

const columnOf = ({ name, type, nullable }: Column): MigratedColumn => ({
  name,
  type,
  ...(nullable ? { nullable } : {}),
});

/**
 * The steps that create an aggregate's tables as its shape is now: to print once and keep in a migration. Fails on a
 * table or index whose name is longer than 63 bytes.
 */
export const tablesOf = (shape: Shape): ReadonlyArray<MigrationStep> => {
  const root: ReadonlyArray<MigrationStep> = [
    {
      create: "table",
      name: shape.table,
      columns: [
        text("tenant"),
        text("id"),
        { name: "version", type: "integer" },
        ...shape.columns.map(columnOf),
      ],
      key: ["tenant", "id"],
    },
    ...Object.entries(shape.indexes).map(
      ([name, columns]): MigrationStep => ({
        create: "index",
        name: `${shape.table}_${name}`,
        table: shape.table,
        columns: ["tenant", ...columns, "id"],
      }),
    ),
  ];
  const children = Object.values(shape.children).map(
    ({ table, key, columns }): MigrationStep => ({
      create: "table",
      name: table,
      columns: [text("tenant"), text("parent"), ...columns.map(columnOf)],
      key: ["tenant", "parent", key],
    }),
  );
  const steps = [...root, ...children];
  for (const { name } of steps)
    if (new TextEncoder().encode(name).length > longestName)
      throw new Error(`the name "${name}" is longer than ${longestName} bytes`);
  return steps;
};

/** A table as migrations leave it. */
export interface MigratedTable {
  readonly columns: ReadonlyMap<string, MigratedColumn>;
  readonly key: ReadonlyArray<string>;
  /** Columns by index. */
  readonly indexes: ReadonlyMap<string, ReadonlyArray<string>>;
}

interface OpenTable {
  columns: Map<string, MigratedColumn>;
  key: ReadonlyArray<string>;
  indexes: Map<string, ReadonlyArray<string>>;
}

/** The tables as the migrations, in order, leave them. Fails on a step that does not fit those before it. */
export const migrated = (migrations: ReadonlyArray<Migration>): ReadonlyMap<string, MigratedTable> => {
  const tables = new Map<string, OpenTable>();
  for (const { name: migration, steps } of migrations) {
    const fail = (problem: string): never => {
      throw new Error(`migration ${migration}: ${problem}`);
    };
    for (const step of steps) {
      if ("create" in step && step.create === "table") {
        if (tables.has(step.name)) fail(`the table ${step.name} exists already`);
        const columns = new Map(step.columns.map((column) => [column.name, column]));
        tables.set(step.name, { columns, key: step.key, indexes: new Map() });
        continue;
      }
      const table = tables.get(step.table) ?? fail(`there is no table ${step.table}`);
      const kind = "create" in step ? step.create : step.drop;
      const named = kind === "column" ? table.columns : table.indexes;
      if ("create" in step === named.has(step.name))
        fail(
          `the ${kind} ${step.name} of ${step.table} ${named.has(step.name) ? "exists already" : "does not exist"}`,
        );
      if ("drop" in step) named.delete(step.name);
      else if (step.create === "index") table.indexes.set(step.name, step.columns);
      else {
        if (!step.nullable && step.default === undefined)
          fail(`the column ${step.name} of ${step.table} needs a default or to be nullable`);
        table.columns.set(step.name, step);
      }
    }
  }
  return tables;
};

/** One difference between the migrated tables and the shapes of the aggregates. */
export interface Drift {
  readonly table: string;
  readonly problem: string;
}

/** Where the tables that the migrations leave do not fit the shapes: empty where they do. Further indexes are welcome. */
export const drift = (
  migrations: ReadonlyArray<Migration>,
  shapes: ReadonlyArray<Shape>,
): ReadonlyArray<Drift> => {
  const tables = migrated(migrations);
  const wanted = migrated(shapes.map((shape) => ({ name: shape.table, steps: tablesOf(shape) })));
  return [...wanted].flatMap(([name, table]): ReadonlyArray<Drift> => {
    const found = tables.get(name);
    if (found === undefined) return [{ table: name, problem: "no migration creates it" }];
    return differences(found, table).map((problem) => ({ table: name, problem }));
  });
};

const differences = (found: MigratedTable, wanted: MigratedTable): ReadonlyArray<string> => [
  ...(textOf(found.key) === textOf(wanted.key)
    ? []
    : [`its key is ${textOf(found.key)}, not ${textOf(wanted.key)}`]),
  ...[...wanted.columns.values()].flatMap((column) => {
    const other = found.columns.get(column.name);
    const is = other === undefined ? "missing" : kindOf(other);
    return is === kindOf(column) ? [] : [`the column ${column.name} is ${is}, not ${kindOf(column)}`];
  }),
  ...[...found.columns.keys()]
    .filter((name) => !wanted.columns.has(name))
    .map((name) => `the column ${name} is not in the shape`),
  ...[...wanted.indexes.values()]
    .filter((columns) => ![...found.indexes.values()].some((other) => textOf(other) === textOf(columns)))
    .map((columns) => `there is no index on ${textOf(columns)}`),
];

const kindOf = ({ type, nullable = false }: MigratedColumn): string => (nullable ? `${type} or null` : type);
const textOf = (columns: ReadonlyArray<string>): string => columns.join(", ");
