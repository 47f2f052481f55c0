/** The tables are what the shapes say, however often and however interrupted the migrations ran. */
import { drift, founding, type Migration, tablesOf } from "@verksam/kernel";
import { type Kysely, type KyselyPlugin, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { describe, expect, it } from "vitest";
import { kernelMigrations, migrate, migrationProvider, migrationsOf } from "../src/index.ts";
import { families } from "./databases.ts";
import { garden, plot } from "./garden.fixture.ts";

const later: Migration = {
  name: "garden-0002-gate",
  steps: [
    { create: "column", table: "garden_plot", name: "gate", type: "text", nullable: true },
    { create: "column", table: "garden_plot", name: "isOpen", type: "boolean", default: true },
    { create: "index", name: "garden_plot_gate", table: "garden_plot", columns: ["tenant", "gate", "id"] },
    { drop: "index", table: "garden_plot", name: "garden_plot_byWater" },
    { drop: "column", table: "garden_plot", name: "comment" },
  ],
};
const grown = { migrations: [...garden.migrations, later] };

/** Fails the statement with this number and all after it, as a killed process does. */
const killedAt = (number: number): KyselyPlugin => {
  let count = 0;
  return {
    transformQuery: ({ node }) => {
      if (++count >= number) throw new Error("killed");
      return node;
    },
    transformResult: async ({ result }) => result,
  };
};

describe.each(families)("migrations on $name", ({ name, open }) => {
  it("make the tables that the shapes describe", async () => {
    await using opened = await open([garden]);
    const tables = await opened.storage.kysely.introspection.getTables();
    const found = new Map(tables.map((table) => [table.name, table.columns]));
    for (const step of [founding, plot].flatMap(({ shape }) => tablesOf(shape))) {
      if (!("create" in step) || step.create !== "table") continue;
      const columns = found.get(step.name)?.map((column) => [column.name, column.isNullable]);
      expect(columns, step.name).toEqual(
        step.columns.map((column) => [column.name, column.nullable ?? false]),
      );
    }
  });

  it("run once, and then only what is new", async () => {
    await using opened = await open([garden]);
    const { kysely, family } = opened.storage;
    expect(await migrate(kysely, { family, areas: [garden] })).toEqual([]);
    await sql`insert into garden_plot (tenant, id, version, unit, code, trees, hectares, "isWatered", soil)
      values ('north', 'p1', 1, null, 'A1', 3, 0.3, ${name === "SQLite" ? sql`1` : sql`true`}, '{}')`.execute(
      kysely,
    );
    expect(await migrate(kysely, { family, areas: [grown] })).toEqual(["garden-0002-gate"]);
    const { rows } = await sql`select gate, "isOpen" from garden_plot`.execute(kysely);
    expect(rows).toEqual([{ gate: null, isOpen: name === "SQLite" ? 1 : true }]);
  });

  it("go on where a killed run stopped", async () => {
    await using whole = await open([grown]);
    const tablesOfDatabase = async (kysely: Kysely<unknown>) =>
      (await kysely.introspection.getTables()).map((table) => [
        table.name,
        table.columns.map((column) => column.name).sort(),
      ]);
    const expected = await tablesOfDatabase(whole.storage.kysely);
    await using opened = await open([]);
    const { kysely, family } = opened.storage;
    const steps = [...garden.migrations, later].flatMap(({ steps }) => steps).length;
    for (let number = 1; number <= 2 * steps; number++)
      await interrupted(kysely, family, number).catch((error: unknown) =>
        expect(String(error)).toContain("killed"),
      );
    await migrate(kysely, { family, areas: [grown] });
    expect(await tablesOfDatabase(kysely)).toEqual(expected);
  });

  it("run in a migrator of your own", async () => {
    await using opened = await open([]);
    const { kysely, family } = opened.storage;
    const migrator = new Migrator({
      db: kysely,
      provider: migrationProvider({ family, areas: [garden] }),
      allowUnorderedMigrations: true,
    });
    const { error, results } = await migrator.migrateToLatest();
    expect(error).toBeUndefined();
    expect(results?.map(({ migrationName }) => migrationName)).toEqual([
      "garden-0001-tables",
      "kernel-0001-tables",
    ]);
  });
});

/** One migration's steps on a connection that dies at a statement. */
const interrupted = async (kysely: Kysely<unknown>, family: "postgres" | "sqlite", number: number) => {
  const migrations = await migrationProvider({ family, areas: [grown] }).getMigrations();
  const dying = kysely.withPlugin(killedAt(number));
  for (const migration of ["garden-0001-tables", "garden-0002-gate"]) await migrations[migration]?.up(dying);
};

describe("the check of migrations against shapes", () => {
  it("finds the kernel's own tables whole", () => {
    expect(drift(kernelMigrations, [founding.shape])).toEqual([]);
    expect(drift(migrationsOf([garden]), [founding.shape, plot.shape])).toEqual([]);
  });

  it("names what does not fit", () => {
    expect(drift(migrationsOf([grown]), [plot.shape])).toEqual([
      { table: "garden_plot", problem: "the column comment is missing, not text or null" },
      { table: "garden_plot", problem: "the column gate is not in the shape" },
      { table: "garden_plot", problem: "the column isOpen is not in the shape" },
      { table: "garden_plot", problem: "there is no index on tenant, isWatered, trees, id" },
    ]);
    expect(drift(kernelMigrations, [plot.shape])).toEqual([
      { table: "garden_plot", problem: "no migration creates it" },
      { table: "garden_plot_leases", problem: "no migration creates it" },
    ]);
  });

  it("refuses migrations that contradict each other", () => {
    expect(() => drift([...garden.migrations, ...garden.migrations], [])).toThrow(
      "garden_plot exists already",
    );
    expect(() => drift([later], [])).toThrow("there is no table garden_plot");
  });
});
