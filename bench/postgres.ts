/** PostgreSQL: the kernel against the same rows written by prepared statements by hand. */
import { migrate } from "@verksam/storage-kysely";
import { postgresStorage } from "@verksam/storage-kysely/postgres";
import * as Effect from "effect/Effect";
import { Pool } from "pg";
import type { Connection } from "../tools/postgres.ts";
import { compare, type Line } from "./measure.ts";
import { bench, idOf, note, opened, raise, tenant } from "./subject.ts";

const connections = 16;

/** What a command writes, by hand: read state, head and key; then one statement with state, journal, key and head. */
export const byHand = (pool: Pool) => {
  const load = `select t.version, t.unit, t.title, t.count, t.last, h.position, h.authority, h.zone,
      (select k.hash from verksam_key k where k.tenant = $1 and k.key = $3) as used
    from bench_tally t join verksam_head h on h.tenant = t.tenant where t.tenant = $1 and t.id = $2`;
  const commit = `with head as (
      update verksam_head set position = position + 1 where tenant = $1 and authority = $2 returning position
    ), state as (
      update bench_tally t set version = $4 + 1, count = $5, last = $6 from head
      where t.tenant = $1 and t.id = $3 and t.version = $4 returning 1
    ), entry as (
      insert into verksam_journal (tenant, position, aggregate, id, version, type, schema, data, recorded,
        effective, maker, office, cause, reason)
      select $1, head.position, 'bench_tally', $3, $4 + 1, 'bench/TallyRaised', 1, $7::jsonb, $8, $9, $10, $11,
        null, null from head
    ), used as (
      insert into verksam_key (tenant, key, hash, aggregate, id, version, position, events)
      select $1, $12, $13, 'bench_tally', $3, $4 + 1, head.position, 1 from head
    )
    select head.position, 1 / (select count(*) from state) from head`;
  return async (number: number): Promise<unknown> => {
    const id = idOf(number);
    const key = `hand-${number}`;
    for (;;) {
      const { rows } = await pool.query({ name: "hand-load", text: load, values: [tenant, id, key] });
      const [row] = rows;
      const values = [
        tenant,
        row.authority,
        id,
        row.version,
        Number(row.count) + 1,
        note,
        JSON.stringify({ by: 1, note }),
        new Date().toISOString(),
        "2026-11-23",
        "p-1",
        "founder",
        key,
        "0123456789abcdef",
      ];
      try {
        return await pool.query({ name: "hand-commit", text: commit, values });
      } catch (error) {
        // Another caller was faster on the same row: read it again.
        if (!(error instanceof Error && "code" in error && error.code === "22012")) throw error;
      }
    }
  };
};

export const postgres = async (connection: Connection): Promise<ReadonlyArray<Line>> => {
  const [ours, hand] = [1, 2].map(() => {
    const pool = new Pool({ ...connection, max: connections });
    pool.on("error", () => {});
    return pool;
  }) as [Pool, Pool];
  const storage = postgresStorage({ pool: ours });
  await migrate(storage.kysely, { family: "postgres", areas: [bench] });
  const kernel = await opened(storage);
  const execute = (number: number) => Effect.runPromise(kernel.execute(raise(number)));
  const write = byHand(hand);
  const lines: Array<Line> = [];
  const contenders = { ours: execute, hand: write };

  const one = await compare(contenders, { callers: 1, pieces: 800 });
  lines.push({
    what: "PostgreSQL, 1 caller: p50 of hand-written ÷ p50 of execute",
    figure: `${one.hand.p50.toFixed(3)} ms ÷ ${one.ours.p50.toFixed(3)} ms`,
    ratio: one.hand.p50 / one.ours.p50,
    target: { atLeast: 0.75 },
  });
  for (const [callers, atLeast] of [
    [16, 1.1],
    [64, 1.5],
  ] as const) {
    const { ours, hand } = await compare(contenders, { callers, pieces: 3000 });
    lines.push({
      what: `PostgreSQL, ${callers} callers: commands a second ÷ hand-written`,
      figure: `${ours.rate.toFixed(0)} ÷ ${hand.rate.toFixed(0)} a second`,
      ratio: ours.rate / hand.rate,
      target: { atLeast },
    });
  }
  const many = (number: number) =>
    Effect.runPromise(
      kernel.executeMany(Array.from({ length: 64 }, (_, at) => raise(1e9 + number * 64 + at))),
    );
  const { single, batch } = await compare({ single: execute, batch: many }, { callers: 1, pieces: 200 });
  lines.push({
    what: "PostgreSQL: commands a second by executeMany(64) ÷ by execute",
    figure: `${(batch.rate * 64).toFixed(0)} ÷ ${single.rate.toFixed(0)} a second`,
    ratio: (batch.rate * 64) / single.rate,
    target: { atLeast: 6 },
  });
  await Promise.all([ours.end(), hand.end()]);
  return lines;
};
