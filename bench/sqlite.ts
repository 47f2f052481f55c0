/** SQLite: the kernel against the same rows written by prepared statements by hand, on the same kind of file. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { migrate } from "@verksam/storage-kysely";
import { nodeSqliteStorage } from "@verksam/storage-kysely/node-sqlite";
import * as Effect from "effect/Effect";
import { compare, type Line } from "./measure.ts";
import { bench, idOf, note, opened, raise, tenant } from "./subject.ts";

type Durability = "normal" | "full";

/** What a command writes, by hand: read state, head and key; then state, journal, key and head in one transaction. */
const byHand = (file: string, synchronous: Durability) => {
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec(`pragma journal_mode = wal; pragma synchronous = ${synchronous}`);
  const load = db.prepare(
    "select version, unit, title, count, last from bench_tally where tenant = ? and id = ?",
  );
  const head = db.prepare("select position, authority, zone from verksam_head where tenant = ?");
  const used = db.prepare("select hash from verksam_key where tenant = ? and key = ?");
  const move = db.prepare(
    "update verksam_head set position = position + 1 where tenant = ? and authority = ? returning position",
  );
  const state = db.prepare(
    "update bench_tally set version = ?, count = ?, last = ? where tenant = ? and id = ? and version = ?",
  );
  const entry =
    db.prepare(`insert into verksam_journal (tenant, position, aggregate, id, version, type, schema, data,
    recorded, effective, maker, office, cause, reason)
    values (?, ?, 'bench_tally', ?, ?, 'bench/TallyRaised', 1, ?, ?, '2026-11-23', 'p-1', 'founder', null, null)`);
  const key =
    db.prepare(`insert into verksam_key (tenant, key, hash, aggregate, id, version, position, events)
    values (?, ?, ?, 'bench_tally', ?, ?, ?, 1)`);
  const work = async (number: number): Promise<void> => {
    const id = idOf(number);
    const name = `hand-${number}`;
    const row = load.get(tenant, id);
    const now = head.get(tenant);
    if (row === undefined || now === undefined || used.get(tenant, name) !== undefined)
      throw new Error("not opened");
    const version = Number(row.version);
    db.exec("begin immediate");
    const position = Number(move.get(tenant, Number(now.authority))?.position);
    state.run(version + 1, Number(row.count) + 1, note, tenant, id, version);
    const data = JSON.stringify({ by: 1, note });
    entry.run(tenant, position, id, version + 1, data, new Date().toISOString());
    key.run(tenant, name, "0123456789abcdef", id, version + 1, position);
    db.exec("commit");
  };
  return { work, close: () => db.close() };
};

const one = async (synchronous: Durability, callers: number, pieces: number) => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const files = ["ours", "hand"].map((name) => join(folder, `${name}.sqlite`)) as [string, string];
  // Each its own file, filled alike: the ratio is of the work, not of waiting for one another.
  const stores = files.map((file) => nodeSqliteStorage({ file, synchronous }));
  const [kernel] = await Promise.all(
    stores.map(async (storage) => {
      await migrate(storage.kysely, { family: "sqlite", areas: [bench] });
      return opened(storage);
    }),
  );
  await stores[1]?.close();
  const hand = byHand(files[1], synchronous);
  if (kernel === undefined) throw new Error("nothing was opened");
  try {
    return await compare(
      { ours: (number) => Effect.runPromise(kernel.execute(raise(number))), hand: hand.work },
      { callers, pieces },
    );
  } finally {
    hand.close();
    await stores[0]?.close();
    rmSync(folder, { recursive: true });
  }
};

export const sqlite = async (): Promise<ReadonlyArray<Line>> => {
  const single = await one("normal", 1, 3000);
  const many = await one("full", 16, 600);
  return [
    {
      what: "SQLite (WAL, NORMAL), 1 caller: commands a second ÷ hand-written",
      figure: `${single.ours.rate.toFixed(0)} ÷ ${single.hand.rate.toFixed(0)} a second`,
      ratio: single.ours.rate / single.hand.rate,
      target: { atLeast: 0.5 },
    },
    {
      what: "SQLite (WAL, FULL), 16 callers: commands a second ÷ hand-written",
      figure: `${many.ours.rate.toFixed(0)} ÷ ${many.hand.rate.toFixed(0)} a second`,
      ratio: many.ours.rate / many.hand.rate,
      target: { atLeast: 2 },
    },
  ];
};
