/** Neutral migrations on a real database, by Kysely's own migrator: ours, or the one you have. */
import {
  type Area,
  type MigratedColumn,
  type Migration,
  type MigrationStep,
  migrated,
} from "@verksam/kernel";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { type Migration as KyselyMigration, type MigrationProvider, Migrator } from "kysely/migration";
import { postgresTypes } from "./dialect.ts";
import { kernelMigrations } from "./migrations/index.ts";
import { secureRows } from "./row-security.ts";
import type { Family } from "./statement.ts";

export interface MigrateOptions {
  readonly family: Family;
  /** The areas whose tables are wanted beside the kernel's own. */
  readonly areas: ReadonlyArray<Pick<Area, "migrations">>;
}

/** The kernel's migrations and the areas', each area's in its order. */
export const migrationsOf = (areas: MigrateOptions["areas"]): ReadonlyArray<Migration> => [
  ...kernelMigrations,
  ...areas.flatMap(({ migrations }) => migrations),
];

/**
 * The migrations for a Kysely `Migrator` of your own. Areas number theirs apart, so it needs
 * `allowUnorderedMigrations: true`.
 */
export const migrationProvider = ({ family, areas }: MigrateOptions): MigrationProvider => ({
  getMigrations: async () =>
    Object.fromEntries(migrationsOf(areas).map((migration) => [migration.name, compiled(family, migration)])),
});

const compiled = (family: Family, { steps }: Migration): KyselyMigration => ({
  up: async (db) => {
    for (const step of steps) await run(family, db, step);
  },
});

/**
 * Brings the tables up to date and answers with the names of the migrations it ran. Killed in the middle it goes on where it was
 * when run again. Rejects with the database's error.
 */
export const migrate = async <DB>(
  kysely: Kysely<DB>,
  options: MigrateOptions & {
    /** PostgreSQL: row-level security on every table (`secureRows`). */
    readonly rowSecurity?: boolean;
  },
): Promise<ReadonlyArray<string>> => {
  const db = kysely.withoutPlugins();
  const migrator = new Migrator({
    // The migrator creates tables; those of the caller's own do not matter to it.
    db: db as unknown as Kysely<unknown>,
    provider: migrationProvider(options),
    allowUnorderedMigrations: true,
    migrationTableName: "verksam_migration",
    migrationLockTableName: "verksam_migration_lock",
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  if (options.rowSecurity === true && options.family === "postgres")
    await secureRows(db, [...migrated(migrationsOf(options.areas)).keys()]);
  return results.map(({ migrationName }) => migrationName);
};

const sqliteTypes = {
  text: "text",
  integer: "integer",
  real: "real",
  boolean: "integer",
  json: "text",
} as const;

/** Each step may run twice: SQLite keeps a migration's steps one by one, and the process may be killed between them. */
const run = async (family: Family, db: Kysely<unknown>, step: MigrationStep): Promise<void> => {
  const text = textOf(family, step);
  if ("create" in step && step.create === "column" && (await hasColumn(family, db, step))) return;
  if ("drop" in step && step.drop === "column" && !(await hasColumn(family, db, step))) return;
  await text.execute(db);
};

const textOf = (family: Family, step: MigrationStep): RawBuilder<unknown> => {
  if ("drop" in step)
    return step.drop === "index"
      ? sql`drop index if exists ${sql.table(step.name)}`
      : sql`alter table ${sql.table(step.table)} drop column ${sql.ref(step.name)}`;
  switch (step.create) {
    case "table": {
      const columns = step.columns.map((column) => columnText(family, column));
      const end = family === "sqlite" ? sql` strict, without rowid` : sql``;
      return sql`create table if not exists ${sql.table(step.name)} (${sql.join(columns)},
        primary key (${refs(step.key)}))${end}`;
    }
    case "column": {
      const value = step.default;
      const standard =
        value === undefined
          ? sql``
          : sql` default ${sql.lit(family === "sqlite" && typeof value === "boolean" ? Number(value) : value)}`;
      return sql`alter table ${sql.table(step.table)} add column ${columnText(family, step)}${standard}`;
    }
    case "index":
      return sql`create ${step.unique === true ? sql`unique ` : sql``}index if not exists ${sql.table(step.name)}
        on ${sql.table(step.table)} (${refs(step.columns)})`;
  }
};

const refs = (names: ReadonlyArray<string>) => sql.join(names.map((name) => sql.ref(name)));

/** Texts sort by their bytes on PostgreSQL too, as days, instants and ids must. */
const columnText = (family: Family, { name, type, nullable }: MigratedColumn) => {
  const typed = sql.raw((family === "sqlite" ? sqliteTypes : postgresTypes)[type]);
  const collation = family === "postgres" && type === "text" ? sql` collate "C"` : sql``;
  return sql`${sql.ref(name)} ${typed}${collation}${nullable ? sql`` : sql` not null`}`;
};

const hasColumn = async (
  family: Family,
  db: Kysely<unknown>,
  { table, name }: { readonly table: string; readonly name: string },
) => {
  const found =
    family === "sqlite"
      ? await sql`select 1 from pragma_table_info(${table}) where name = ${name}`.execute(db)
      : await sql`select 1 from pg_attribute
          where attrelid = to_regclass(quote_ident(${table})) and attname = ${name} and not attisdropped`.execute(
          db,
        );
  return found.rows.length > 0;
};
