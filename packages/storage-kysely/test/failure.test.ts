/** What goes wrong in a database is told by kind, and tells nothing of the data. */
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Batch, JsonRecord, StorageFailure, TenantStorage } from "@verksam/kernel";
import { Effect, Fiber } from "effect";
import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { freshDatabase } from "../../../tools/fresh-database.ts";
import { migrate } from "../src/index.ts";
import { nodeSqliteStorage } from "../src/node-sqlite.ts";
import { postgresStorage } from "../src/postgres.ts";
import { batch } from "./batch.ts";
import { poolOf, postgres } from "./databases.ts";
import { garden, plot } from "./garden.fixture.ts";

const row = { unit: null, code: "A1", trees: 1, hectares: 0.1, isWatered: true, soil: {}, comment: null };
const secret = "Karin Exempelsson";

const written = (id: string, values: JsonRecord = row): Batch =>
  batch({ writes: [{ shape: plot.shape, id, before: 0, version: 1, row: values, children: {} }] });

const failure = async (effect: Effect.Effect<unknown, unknown>): Promise<StorageFailure> => {
  const error = await Effect.runPromise(Effect.flip(effect));
  expect(error).toMatchObject({ _tag: "StorageFailure" });
  // Checked above.
  const typed = error as StorageFailure;
  expect(JSON.stringify([typed.message, String(typed.cause), typed])).not.toContain(secret);
  return typed;
};

/** A row that does not fit its columns, with a name in it. */
const unfit = (id: string): Batch => written(id, { ...row, trees: secret, code: secret });
const incomplete = (id: string): Batch => written(id, { ...row, trees: null, code: secret });

const refusesUnfit = async (storage: TenantStorage) => {
  for (const wrong of [
    unfit("p1"),
    incomplete("p1"),
    { ...unfit("p1"), writes: [...unfit("p1").writes, ...unfit("p2").writes] },
  ])
    expect((await failure(storage.commit(wrong))).kind).toBe("constraint");
  expect((await Effect.runPromise(storage.load({ states: [] }))).head.position).toBe(0);
};

describe("on SQLite", () => {
  const files: Array<string> = [];
  afterEach(() => {
    for (const file of files.splice(0))
      for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  });
  const made = async () => {
    const file = join(tmpdir(), `verksam-${randomUUID()}.sqlite`);
    files.push(file);
    const storage = nodeSqliteStorage({ file, busyTimeout: 0 });
    await migrate(storage.kysely, { family: "sqlite", areas: [garden] });
    return { file, storage };
  };

  it("a value that its column does not take is a constraint", async () => {
    const { storage } = await made();
    await refusesUnfit(storage.for("north"));
    await storage.close();
  });

  it("a full disk is `full`, and nothing is kept", async () => {
    const { storage } = await made();
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(storage.kysely);
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(storage.kysely);
    const big = written("p1", { ...row, code: "x".repeat(100_000) });
    expect((await failure(storage.for("north").commit(big))).kind).toBe("full");
    expect(
      (await Effect.runPromise(storage.for("north").load({ states: [{ shape: plot.shape, ids: ["p1"] }] })))
        .states,
    ).toEqual([[]]);
    await storage.close();
  });

  it("a database that may only be read is `readOnly`", async () => {
    const { storage } = await made();
    await sql`pragma query_only = on`.execute(storage.kysely);
    expect((await failure(storage.for("north").commit(written("p1")))).kind).toBe("readOnly");
    await storage.close();
  });

  it("another process that writes for too long is `serialisation`", async () => {
    const { file, storage } = await made();
    const other = nodeSqliteStorage({ file, busyTimeout: 0 });
    const trx = await other.kysely.startTransaction().execute();
    expect((await failure(storage.for("north").commit(written("p1")))).kind).toBe("serialisation");
    await trx.rollback().execute();
    await Effect.runPromise(storage.for("north").commit(written("p1")));
    await Promise.all([other.close(), storage.close()]);
  });

  it("a closed file is `connection`", async () => {
    const { storage } = await made();
    await storage.close();
    expect((await failure(storage.for("north").transaction(Effect.void))).kind).toBe("connection");
    expect((await failure(storage.for("north").load({ states: [] }))).kind).toBe("connection");
  });
});

describe("on PostgreSQL", () => {
  it("a value that its column does not take is a constraint", async () => {
    await using database = await postgres.open([garden]);
    await refusesUnfit(database.storage.for("north"));
  });

  it("a database that may only be read is `readOnly`", async () => {
    const connection = await freshDatabase();
    const [writing, reading] = [
      poolOf(connection),
      poolOf({ ...connection, options: "-c default_transaction_read_only=on" }),
    ];
    await migrate(postgresStorage({ pool: writing }).kysely, { family: "postgres", areas: [garden] });
    const north = postgresStorage({ pool: reading }).for("north");
    expect((await failure(north.commit(written("p1")))).kind).toBe("readOnly");
    await Promise.all([writing.end(), reading.end()]);
  });

  it("a transaction that another made impossible is `serialisation`", async () => {
    await using database = await postgres.open([garden]);
    const { storage } = database;
    const north = storage.for("north");
    await Effect.runPromise(north.commit(written("p1")));
    const late = storage.kysely
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute(async (trx) => {
        await sql`select 1`.execute(trx);
        await Effect.runPromise(north.commit(written("p2")));
        return Effect.runPromise(Effect.flip(storage.within(trx).for("north").commit(written("p3"))));
      });
    expect(await late).toMatchObject({ _tag: "StorageFailure", kind: "serialisation" });
  });

  it("a connection that is killed is `connection`, and the pool goes on", async () => {
    await using database = await postgres.open([garden]);
    const north = database.storage.for("north");
    const killed = north.transaction(
      Effect.gen(function* () {
        yield* north.commit(written("p1"));
        yield* Effect.promise(() =>
          sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
            database.storage.kysely,
          ),
        );
        yield* north.commit(written("p2"));
      }),
    );
    expect((await failure(killed)).kind).toBe("connection");
    await Effect.runPromise(north.commit(written("p1")));
    expect(
      (await Effect.runPromise(north.load({ states: [{ shape: plot.shape, ids: ["p1", "p2"] }] }))).states[0],
    ).toHaveLength(1);
  });

  it("an interrupted transaction gives its connection back", async () => {
    await using database = await postgres.open([garden]);
    const north = database.storage.for("north");
    for (let round = 0; round < 20; round++) {
      const fiber = Effect.runFork(
        north.transaction(Effect.andThen(north.commit(written("p1")), Effect.never)),
      );
      await new Promise((done) => setTimeout(done, round));
      await Effect.runPromise(Fiber.interrupt(fiber));
    }
    await Effect.runPromise(north.commit(written("p1")));
    const open =
      await sql`select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`.execute(
        database.storage.kysely,
      );
    expect(open.rows).toEqual([]);
  });
});
