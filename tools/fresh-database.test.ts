import { Client } from "pg";
import { expect, it } from "vitest";
import { freshDatabase } from "./fresh-database.ts";

const ask = async (connection: Awaited<ReturnType<typeof freshDatabase>>, sql: string) => {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

it("is a real PostgreSQL server", async () => {
  const [row] = await ask(await freshDatabase(), "show server_version");
  expect(row.server_version).toMatch(/^18\./);
});

it("is empty, and a table made in one is not seen in another", async () => {
  const [one, other] = [await freshDatabase(), await freshDatabase()];
  await ask(one, "create table seen (id int)");
  await expect(ask(one, "select * from seen")).resolves.toEqual([]);
  await expect(ask(other, "select * from seen")).rejects.toThrow('relation "seen" does not exist');
});
