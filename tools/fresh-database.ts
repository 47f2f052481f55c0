/** An empty database for one test file, on the PostgreSQL of the test run. */
import { Client } from "pg";
import { inject } from "vitest";
import type { Connection } from "./postgres.ts";

export const freshDatabase = async (): Promise<Connection> => {
  const server = inject("postgres");
  const database = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const client = new Client(server);
  await client.connect();
  try {
    await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
  return { ...server, database };
};
