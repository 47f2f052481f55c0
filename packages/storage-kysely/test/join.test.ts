/** Our tables beside yours: joined in a query, and kept in one transaction with a command. */
import { type Id, Ids, makeKernel, type TenantStorage } from "@verksam/kernel";
import { Effect } from "effect";
import { type ColumnType, type Kysely, sql, type Transaction } from "kysely";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Database } from "../src/index.ts";
import { families, sqlite } from "./databases.ts";
import { garden, type plot } from "./garden.fixture.ts";

interface Mine {
  my_gate: { tenant: string; plot: string; colour: string };
}
type Both<F extends "postgres" | "sqlite"> = Database<[typeof plot], F> & Mine;

const opened = async (storage: TenantStorage, batch = 1) => {
  const ids = await Effect.runPromise(Ids.pipe(Effect.provide(Ids.layer)));
  return makeKernel(storage, { tenant: storage.tenant, areas: [garden], batch }, ids.next);
};

const make = (code: string, id: string) => ({
  aggregate: garden.aggregates.plot,
  command: "make",
  id,
  input: { unit: "u-1", code, trees: 3 },
  actor: { person: "p-1" },
});

describe.each(families)("tables of yours beside ours on $name", ({ open }) => {
  const founded = async () => {
    const database = await open([garden]);
    // The migrations of the garden and of `my_gate` ran on it.
    const kysely = database.storage.kysely as unknown as Kysely<Both<"postgres">>;
    await sql`create table my_gate (tenant text not null, plot text not null, colour text not null)`.execute(
      kysely,
    );
    const kernel = await opened(database.storage.for("north"));
    await Effect.runPromise(kernel.found("p-1", "Europe/Stockholm"));
    return { database, kysely, kernel, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() };
  };

  it("are joined in one query", async () => {
    await using north = await founded();
    await Effect.runPromise(north.kernel.execute(make("A1", "plot-1")));
    await Effect.runPromise(
      north.kernel.execute({ ...make("A1", "plot-1"), command: "lease", input: { holder: "p-7" } }),
    );
    await north.kysely
      .insertInto("my_gate")
      .values({ tenant: "north", plot: "plot-1", colour: "green" })
      .execute();
    const row = await north.kysely
      .selectFrom("garden_plot as plot")
      .innerJoin("my_gate as gate", (join) =>
        join.onRef("gate.tenant", "=", "plot.tenant").onRef("gate.plot", "=", "plot.id"),
      )
      .innerJoin("garden_plot_leases as lease", (join) =>
        join.onRef("lease.tenant", "=", "plot.tenant").onRef("lease.parent", "=", "plot.id"),
      )
      .select(["plot.code", "plot.trees", "plot.version", "gate.colour", "lease.holder"])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ code: "A1", trees: 3, version: 2, colour: "green", holder: "p-7" });
  });

  const count = async (kysely: Kysely<Both<"postgres">>) =>
    (await kysely.selectFrom("my_gate").select("colour").execute()).length;

  it("are kept together with a command", async () => {
    await using north = await founded();
    await north.kysely.transaction().execute(async (trx) => {
      await paint(trx, "plot-1");
      const inside = await opened(north.database.storage.within(trx).for("north"));
      await Effect.runPromise(inside.execute(make("A1", "plot-1")));
    });
    expect(await count(north.kysely)).toBe(1);
    expect((await Effect.runPromise(north.kernel.get(garden.aggregates.plot, "plot-1")))?.version).toBe(1);
  });

  it("are undone together with a command", async () => {
    await using north = await founded();
    const failed = north.kysely.transaction().execute(async (trx) => {
      await paint(trx, "plot-1");
      const inside = await opened(north.database.storage.within(trx).for("north"));
      await Effect.runPromise(inside.execute(make("A1", "plot-1")));
      throw new Error("changed my mind");
    });
    await expect(failed).rejects.toThrow("changed my mind");
    expect(await count(north.kysely)).toBe(0);
    expect(await Effect.runPromise(north.kernel.get(garden.aggregates.plot, "plot-1"))).toBeUndefined();
  });

  it("outlive a command that is refused in the same transaction", async () => {
    await using north = await founded();
    await Effect.runPromise(north.kernel.execute(make("A1", "plot-1")));
    await north.kysely.transaction().execute(async (trx) => {
      const inside = await opened(north.database.storage.within(trx).for("north"));
      const refusal = await Effect.runPromise(Effect.flip(inside.execute(make("A1", "plot-2"))));
      expect(refusal).toMatchObject({ _tag: "AlreadyReserved", owner: "garden_plot/plot-1" });
      await paint(trx, "plot-1");
    });
    expect(await count(north.kysely)).toBe(1);
  });
});

const paint = (trx: Transaction<Both<"postgres">>, plot: string) =>
  trx.insertInto("my_gate").values({ tenant: "north", plot, colour: "green" }).execute();

it("an open transaction of yours on SQLite's one connection does not swallow a command of somebody else", async () => {
  await using database = await sqlite.open([garden]);
  const kernel = await opened(database.storage.for("north"));
  await Effect.runPromise(kernel.found("p-1", "Europe/Stockholm"));
  let given: Promise<unknown> | undefined;
  const failed = database.storage.kysely.transaction().execute(async (trx) => {
    await sql`select 1`.execute(trx);
    given = Effect.runPromise(kernel.execute(make("A1", "plot-1")));
    await new Promise((done) => setTimeout(done, 20));
    throw new Error("mine only");
  });
  await expect(failed).rejects.toThrow("mine only");
  await given;
  expect((await Effect.runPromise(kernel.get(garden.aggregates.plot, "plot-1")))?.version).toBe(1);
});

type Selected<T> = { [C in keyof T]: T[C] extends ColumnType<infer S, infer _I, infer _U> ? S : T[C] };

it("rows have the types that the aggregate's schemas say", () => {
  type Plot = Selected<Database<[typeof plot], "postgres">["garden_plot"]>;
  expectTypeOf<Plot["tenant"]>().toEqualTypeOf<string>();
  expectTypeOf<Plot["version"]>().toEqualTypeOf<number>();
  expectTypeOf<Plot["unit"]>().toEqualTypeOf<Id | null>();
  expectTypeOf<Plot["isWatered"]>().toEqualTypeOf<boolean>();
  expectTypeOf<Plot["comment"]>().toEqualTypeOf<string | null>();
  expectTypeOf<Plot["soil"]>().toEqualTypeOf<{
    readonly kind: string;
    readonly layers: ReadonlyArray<string>;
  }>();
  type OnSqlite = Selected<Database<[typeof plot], "sqlite">["garden_plot"]>;
  expectTypeOf<OnSqlite["isWatered"]>().toEqualTypeOf<0 | 1>();
  expectTypeOf<OnSqlite["soil"]>().toEqualTypeOf<string>();
  type Lease = Selected<Database<[typeof plot], "postgres">["garden_plot_leases"]>;
  expectTypeOf<Lease["parent"]>().toEqualTypeOf<string>();
  expectTypeOf<Lease["note"]>().toEqualTypeOf<string | null>();
  expectTypeOf<Lease>().not.toHaveProperty("version");
  type Founding = Selected<Database<[], "postgres">["kernel_founding"]>;
  expectTypeOf<Founding["founder"]>().toEqualTypeOf<string>();
  const write = (kysely: Kysely<Database<[typeof plot], "postgres">>) =>
    // @ts-expect-error what is not told in the journal must not be written
    kysely.updateTable("garden_plot").set({ code: "A2" });
  expect(write).toBeTypeOf("function");
});
