/** The two engines a process is killed on. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeSqliteStorage } from "@verksam/storage-kysely/node-sqlite";
import { postgresStorage } from "@verksam/storage-kysely/postgres";
import { Pool } from "pg";
import { tenant } from "../subject.ts";
import { type Aftermath, type CrashOptions, crash } from "./crash.ts";

type Told = Pick<CrashOptions, "kills" | "answers" | "onKill">;

/** On a SQLite file of its own. */
export const crashOnSqlite = async (told: Told): Promise<Aftermath> => {
  const folder = mkdtempSync(join(tmpdir(), "crash-"));
  const file = join(folder, "crash.sqlite");
  const inspect = async () => {
    const storage = nodeSqliteStorage({ file });
    return { storage: storage.for(tenant), close: storage.close };
  };
  try {
    return await crash({ family: "sqlite", location: file, inspect, ...told });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** On an empty PostgreSQL database. */
export const crashOnPostgres = async (connection: object, told: Told): Promise<Aftermath> => {
  const inspect = async () => {
    const pool = new Pool({ ...connection, max: 2 });
    return { storage: postgresStorage({ pool }).for(tenant), close: () => pool.end() };
  };
  return crash({ family: "postgres", location: JSON.stringify(connection), inspect, ...told });
};
