/** The storage port of Verksam on any Kysely instance of PostgreSQL's or SQLite's family. */
export type { Database, KernelTables } from "./database.ts";
export { type MigrateOptions, migrate, migrationProvider, migrationsOf } from "./migrate.ts";
export { kernelMigrations } from "./migrations/index.ts";
export { type PermittedOptions, permitted } from "./permitted.ts";
export { secureRows } from "./row-security.ts";
export type { Family } from "./statement.ts";
export { type KyselyStorage, type KyselyStorageOptions, kyselyStorage } from "./storage.ts";
