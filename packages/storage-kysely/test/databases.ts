/** A fresh database of each kind, with the tables of the kernel and of the areas. */

import type { Area } from "@verksam/kernel";
import { Pool } from "pg";
import { freshDatabase } from "../../../tools/fresh-database.ts";
import { type KyselyStorage, migrate } from "../src/index.ts";
import { nodeSqliteStorage } from "../src/node-sqlite.ts";
import { postgresStorage } from "../src/postgres.ts";

export interface Opened extends AsyncDisposable {
  readonly storage: KyselyStorage;
}

export interface TestDatabase {
  readonly name: string;
  readonly open: (areas: ReadonlyArray<Pick<Area, "migrations">>) => Promise<Opened>;
}

/** A pool that outlives connections which the test kills. */
export const poolOf = (connection: object): Pool => {
  const pool = new Pool({ ...connection, max: 8 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
};

const ready = async (
  storage: KyselyStorage,
  areas: ReadonlyArray<Pick<Area, "migrations">>,
  close: () => Promise<void>,
) => {
  await migrate(storage.kysely, { family: storage.family, areas });
  return { storage, [Symbol.asyncDispose]: close };
};

export const sqlite: TestDatabase = {
  name: "SQLite",
  open: (areas) => {
    const storage = nodeSqliteStorage({ file: ":memory:" });
    return ready(storage, areas, storage.close);
  },
};

export const postgres: TestDatabase = {
  name: "PostgreSQL",
  open: async (areas) => {
    const pool = poolOf(await freshDatabase());
    return ready(postgresStorage({ pool }), areas, () => pool.end());
  },
};

/** The two families. */
export const families: ReadonlyArray<TestDatabase> = [sqlite, postgres];
