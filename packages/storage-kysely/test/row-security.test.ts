/** PostgreSQL's row-level security: a second wall that stands where a statement forgot its tenant. */
import { makeKernel, type TenantStorage } from "@verksam/kernel";
import { Effect } from "effect";
import { type Kysely, sql } from "kysely";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../../../tools/fresh-database.ts";
import { type KyselyStorage, migrate } from "../src/index.ts";
import { postgresStorage } from "../src/postgres.ts";
import { poolOf } from "./databases.ts";
import { garden } from "./garden.fixture.ts";

const opened = (storage: TenantStorage) => {
  let made = 0;
  const next = Effect.sync(() => `lease-${++made}`);
  return makeKernel(storage, { tenant: storage.tenant, areas: [garden] }, next);
};

const make = (id: string) => ({
  aggregate: garden.aggregates.plot,
  command: "make",
  id,
  input: { unit: "u-1", code: id, trees: 3 },
  actor: { person: "p-1" },
});

describe("with row-level security", () => {
  const pools: Array<Pool> = [];
  let storage: KyselyStorage;

  beforeAll(async () => {
    const connection = await freshDatabase();
    const owner = poolOf(connection);
    pools.push(owner);
    const { kysely } = postgresStorage({ pool: owner });
    await migrate(kysely, { family: "postgres", areas: [garden], rowSecurity: true });
    // Again, as every start of a program does.
    await migrate(kysely, { family: "postgres", areas: [garden], rowSecurity: true });
    const role = `app_${connection.database}`;
    await sql`create role ${sql.ref(role)} login`.execute(kysely);
    await sql`grant select, insert, update, delete on all tables in schema public to ${sql.ref(role)}`.execute(
      kysely,
    );
    const pool = poolOf({ ...connection, user: role });
    pools.push(pool);
    storage = postgresStorage({ pool, rowSecurity: true });
    for (const tenant of ["north", "south"]) {
      const kernel = opened(storage.for(tenant));
      await Effect.runPromise(kernel.found("p-1", "Europe/Stockholm"));
      await Effect.runPromise(kernel.execute(make(`${tenant}-plot`)));
    }
  });
  afterAll(async () => {
    for (const pool of pools) await pool.end();
  });

  const tenantsSeen = async (kysely: Kysely<unknown>, table: string) => {
    const { rows } = await sql<{ tenant: string }>`select distinct tenant from ${sql.table(table)}`.execute(
      kysely,
    );
    return rows.map(({ tenant }) => tenant);
  };
  const asNorth = <A>(run: (trx: Kysely<unknown>) => Promise<A>) =>
    storage.kysely.transaction().execute(async (trx) => {
      await sql`select set_config('verksam.tenant', 'north', true)`.execute(trx);
      return run(trx);
    });

  it("an organisation works as without", async () => {
    const kernel = opened(storage.for("north"));
    await Effect.runPromise(
      kernel.execute({ ...make("north-plot"), command: "lease", input: { holder: "p-2" } }),
    );
    expect((await Effect.runPromise(kernel.get(garden.aggregates.plot, "north-plot")))?.version).toBe(2);
    expect(await Effect.runPromise(kernel.get(garden.aggregates.plot, "south-plot"))).toBeUndefined();
  });

  it.each([
    "verksam_journal",
    "verksam_head",
    "verksam_mandate",
    "garden_plot",
    "garden_plot_leases",
    "kernel_founding",
  ])("a statement that names no tenant sees only its own in %s", async (table) => {
    if (table !== "garden_plot_leases")
      expect(await asNorth((trx) => tenantsSeen(trx, table))).toEqual(["north"]);
    expect(await tenantsSeen(storage.kysely, table)).toEqual([]);
  });

  it("one that writes another's row is refused, one that changes it finds nothing", async () => {
    const insert = asNorth((trx) =>
      sql`insert into verksam_checkpoint (tenant, name, position) values ('south', 'mine', 1)`.execute(trx),
    );
    await expect(insert).rejects.toMatchObject({ code: "42501" });
    const { numAffectedRows } = await asNorth((trx) =>
      sql`update garden_plot set code = 'taken' where tenant = 'south'`.execute(trx),
    );
    expect(numAffectedRows).toBe(0n);
  });

  it("two organisations in one transaction each see their own", async () => {
    const [north, south] = [storage.for("north"), storage.for("south")];
    const head = (of: TenantStorage) => Effect.map(of.load({ states: [] }), ({ head }) => head.position);
    const positions = await Effect.runPromise(
      north.transaction(Effect.all([head(north), head(south), head(north)])),
    );
    expect(positions).toEqual([3, 2, 3]);
  });
});
