/** The guard's rule and its condition in SQL say the same of 10 000 random cases on each database. */
import { type AuthorityFacts, AuthorityIndex, Day, permits } from "@verksam/kernel";
import { Effect } from "effect";
import { type Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { type Database, type KyselyStorage, permitted } from "../src/index.ts";
import { batch } from "./batch.ts";
import { families } from "./databases.ts";

/** A generator of numbers that gives the same ones in every run (mulberry32). */
const numbers = (seed: number) => {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, one: <A>(list: ReadonlyArray<A>): A => list[below(list.length)] as A };
};

const units = Array.from({ length: 9 }, (_, index) => `unit-${index}`);
const people = ["p-1", "p-2", "p-3"];
const offices = ["chair", "treasurer"];
const held = ["*", "plan.*", "plan.evidence.*", "plan.evidence.record", "plan", "unit.close", "pl.*"];
const needed = ["plan.evidence.record", "plan.evidence", "plan.adopt", "unit.close", "planning"];
const days = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"].map((day) =>
  Day.make(day),
);

/** Trees that change over time, now and then with a unit moved under itself, and mandates in them. */
const world = (seed: number) => {
  const { below, one } = numbers(seed);
  const period = () => {
    const from = below(days.length);
    return {
      from: days[from] as Day,
      to: below(2) === 0 ? null : (days[from + below(days.length - from)] as Day),
    };
  };
  const sources = units.map((unit, index): { source: string; facts: AuthorityFacts } => {
    const parent = () => (below(8) === 0 ? one(units) : index === 0 ? null : one(units.slice(0, index)));
    return {
      source: `office/${unit}`,
      facts: {
        places: Array.from({ length: 1 + below(2) }, () => ({ unit, parent: parent(), ...period() })),
        mandates: Array.from({ length: below(6) }, () => ({
          office: one(offices),
          person: one(people),
          unit: below(12) === 0 ? "*" : unit,
          power: one(held),
          reach: one(["unit", "subtree"] as const),
          ...period(),
        })),
      },
    };
  });
  return sources;
};

const worlds = 10;

describe.each(families)("permitted on $name", ({ open }) => {
  it("agrees with the guard", async () => {
    await using opened = await open([]);
    const storage: KyselyStorage = opened.storage;
    // The kernel's tables are there: the migrations ran.
    const kysely = storage.kysely as Kysely<Database<[], "sqlite">>;
    let [cases, yes] = [0, 0];
    for (let seed = 0; seed < worlds; seed++) {
      const tenant = `world-${seed}`;
      await Effect.runPromise(storage.for(tenant).commit(batch({ authority: world(seed) })));
      const authority = new AuthorityIndex();
      const { sources } = await Effect.runPromise(storage.for(tenant).authority);
      for (const { source, facts } of sources) authority.set(source, facts);
      const rows = sql`(select unit from verksam_place where tenant = ${tenant} union select null)`;
      for (const person of people)
        for (const power of needed)
          for (const on of days)
            for (const office of [undefined, "chair"]) {
              if ((cases + seed) % 2 === 0 && office !== undefined) continue;
              const options = { tenant, person, power, on, ...(office === undefined ? {} : { office }) };
              const found = await sql<{ unit: string | null }>`select unit from ${rows} as row
                where ${permitted({ ...options, unit: sql.ref("row.unit") })}`.execute(kysely);
              const may = (unit: string | null) =>
                permits(authority, person, { power, unit }, on, office) !== undefined;
              const allowed = [null, ...units].filter(may);
              expect(found.rows.map(({ unit }) => unit).sort(), `${tenant} ${person} ${power} ${on}`).toEqual(
                allowed.sort(),
              );
              cases += units.length + 1;
              yes += allowed.length;
            }
    }
    expect(cases).toBeGreaterThanOrEqual(10_000);
    // Neither always no nor always yes.
    expect(yes / cases).toBeGreaterThan(0.1);
    expect(yes / cases).toBeLessThan(0.9);
  });
});
