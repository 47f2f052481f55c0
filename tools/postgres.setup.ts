/** Vitest global setup: one PostgreSQL for a whole test run, started only where a chosen test needs it. */
import type { TestProject } from "vitest/node";
import { type Connection, startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly postgres: Connection;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide("postgres", server.connection);
  return server.stop;
}
