/** The SQLite file: the library's tables, and one of the example's own beside them. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { organisation } from "@verksam/domain/organisation";
import { plan } from "@verksam/domain/plan";
import { type Kernel, makeKernel, type TenantStorage } from "@verksam/kernel";
import { migrate } from "@verksam/storage-kysely";
import { type NodeSqliteStorage, nodeSqliteStorage } from "@verksam/storage-kysely/node-sqlite";
import { Effect } from "effect";

const areas = [organisation, plan];

/** The organisation, first part of every key: the file holds one. */
export const tenant = "organisation";

export interface Tables {
  /** What was refused at which place of the record, so that it is not tried again at a later one. */
  readonly record_refusal: { readonly seal: string; readonly refusals: string };
}
export type Database = NodeSqliteStorage<Tables>;

/** Opens the file, makes it where there is none, and brings its tables up to date. */
export const openDatabase = async (file: string): Promise<Database> => {
  mkdirSync(dirname(file), { recursive: true });
  const database = nodeSqliteStorage<Tables>({ file });
  await migrate(database.kysely, { family: database.family, areas });
  await database.kysely.schema
    .createTable("record_refusal")
    .ifNotExists()
    .addColumn("seal", "text", (column) => column.primaryKey())
    .addColumn("refusals", "text", (column) => column.notNull())
    .execute();
  return database;
};

/** The kernel on a storage. What commands create inside an aggregate gets the ids handed in, in the order of the commands. */
export const kernelOn = (storage: TenantStorage, ids: ReadonlyArray<string> = []): Kernel => {
  const next = ids.values();
  return makeKernel(
    storage,
    { tenant, areas },
    Effect.sync(() => next.next().value ?? "none"),
  );
};
