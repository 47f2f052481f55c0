/** The testkit's storage suite on every database, and every way of coming to it. */
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { PGlite } from "@electric-sql/pglite";
import { type Shape, tablesOf } from "@verksam/kernel";
import { type StorageAdapter, storageSuite } from "@verksam/testkit";
import strings from "big-list-of-naughty-strings" with { type: "json" };
import { CamelCasePlugin, Kysely, PostgresDialect, SqliteDialect } from "kysely";
import { Pool } from "pg";
import { afterAll, describe, it } from "vitest";
import { freshDatabase } from "../../../tools/fresh-database.ts";
import { type KyselyStorage, kyselyStorage, migrate } from "../src/index.ts";
import { nodeSqliteStorage } from "../src/node-sqlite.ts";
import { pgliteStorage } from "../src/pglite.ts";
import { postgresStorage } from "../src/postgres.ts";

const area = (shapes: ReadonlyArray<Shape>) => ({
  migrations: [{ name: "suite-0001-tables", steps: shapes.flatMap(tablesOf) }],
});

const ready = async (storage: KyselyStorage, shapes: ReadonlyArray<Shape>) => {
  await migrate(storage.kysely, { family: storage.family, areas: [area(shapes)] });
  return storage;
};

const onFile =
  (make: (file: string) => KyselyStorage): StorageAdapter["make"] =>
  async (shapes) => {
    const file = join(tmpdir(), `verksam-${randomUUID()}.sqlite`);
    const opened: Array<KyselyStorage> = [];
    const open = () => {
      const storage = make(file);
      opened.push(storage);
      return storage;
    };
    return {
      storage: await ready(open(), shapes),
      reopen: async () => {
        await opened.at(-1)?.kysely.destroy();
        return open();
      },
      dispose: async () => {
        await opened.at(-1)?.kysely.destroy();
        for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
      },
    };
  };

const onServer =
  (make: (pool: Pool) => KyselyStorage): StorageAdapter["make"] =>
  async (shapes) => {
    const connection = await freshDatabase();
    const pools: Array<Pool> = [];
    const open = () => {
      const pool = new Pool({ ...connection, max: 8 });
      pools.push(pool);
      return make(pool);
    };
    return {
      storage: await ready(open(), shapes),
      reopen: async () => open(),
      dispose: async () => {
        for (const pool of pools) await pool.end();
      },
    };
  };

const plainSqlite = (file: string): KyselyStorage => {
  const database = new DatabaseSync(file);
  database.exec("pragma journal_mode = wal; pragma synchronous = normal");
  const statement = (text: string) => {
    const prepared = database.prepare(text);
    return {
      reader: prepared.columns().length > 0,
      all: (values: ReadonlyArray<unknown>) => prepared.all(...(values as Array<string>)),
      run: (values: ReadonlyArray<unknown>) => prepared.run(...(values as Array<string>)),
      iterate: (values: ReadonlyArray<unknown>) => prepared.iterate(...(values as Array<string>)),
    };
  };
  const dialect = new SqliteDialect({ database: { prepare: statement, close: () => database.close() } });
  return kyselyStorage({ kysely: new Kysely({ dialect }), family: "sqlite" });
};

const adapters: ReadonlyArray<StorageAdapter> = [
  { name: "node:sqlite", make: onFile((file) => nodeSqliteStorage({ file })) },
  { name: "SQLite from a Kysely instance", make: onFile(plainSqlite) },
  { name: "PostgreSQL", make: onServer((pool) => postgresStorage({ pool })) },
  {
    name: "PostgreSQL from a Kysely instance with plugins",
    make: onServer((pool) =>
      kyselyStorage({
        kysely: new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] }),
        family: "postgres",
      }),
    ),
  },
  {
    name: "PostgreSQL without prepared statements",
    make: onServer((pool) => postgresStorage({ pool, prepare: false })),
  },
  {
    name: "PGlite",
    make: async (shapes) => {
      const pglite = new PGlite();
      const storage = await ready(pgliteStorage({ pglite }), shapes);
      return { storage, dispose: () => pglite.close() };
    },
    deviations: [
      {
        reason: "it is in the memory of the process here",
        cases: ["has everything when it is opened again, and goes on from there"],
      },
    ],
  },
];

for (const adapter of adapters) storageSuite(adapter, { strings, test: { describe, it, after: afterAll } });
