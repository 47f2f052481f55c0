/** Verification of a million events against merely reading them, on a SQLite file. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { verify as verifyAll } from "@verksam/kernel";
import { migrate } from "@verksam/storage-kysely";
import { nodeSqliteStorage } from "@verksam/storage-kysely/node-sqlite";
import * as Effect from "effect/Effect";
import { type Line, median } from "./measure.ts";
import { bench, note, tally, tenant } from "./subject.ts";

const instances = 20_000;
const each = 50;
const events = instances * each;

/** Twenty thousand tallies, each opened and raised 49 times, as the commands would have left them. */
const fill = (file: string) => {
  const db = new DatabaseSync(file);
  db.exec("begin");
  db.prepare("insert into verksam_head (tenant, position, authority, zone) values (?, ?, 0, 'UTC')").run(
    tenant,
    events,
  );
  const numbers = `with recursive n(i) as (select 0 union all select i + 1 from n where i < ${events} - 1)`;
  const id = `printf('t-%05d', i % ${instances})`;
  db.prepare(`${numbers} insert into verksam_journal (tenant, position, aggregate, id, version, type, schema, data,
      recorded, effective, maker, office, cause, reason)
    select ?, i + 1, 'bench_tally', ${id}, i / ${instances} + 1,
      iif(i < ${instances}, 'bench/TallyOpened', 'bench/TallyRaised'), 1,
      iif(i < ${instances}, '{"unit":"u-1","title":"list"}', json_object('by', 1, 'note', ?)),
      '2026-11-23T10:00:00.000Z', '2026-11-23', 'p-1', 'founder', null, null from n`).run(tenant, note);
  db.prepare(`${numbers} insert into bench_tally (tenant, id, version, unit, title, count, last)
    select ?, ${id}, ${each}, 'u-1', 'list', ${each - 1}, ? from n where i < ${instances}`).run(tenant, note);
  db.exec("commit");
  db.close();
};

const timed = async (work: () => Promise<void>) => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};

export const verify = async (): Promise<ReadonlyArray<Line>> => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const file = join(folder, "verify.sqlite");
  const storage = nodeSqliteStorage({ file });
  try {
    await migrate(storage.kysely, { family: "sqlite", areas: [bench] });
    fill(file);
    const { journal } = storage.for(tenant);
    let heap = 0;
    const watch = setInterval(() => {
      heap = Math.max(heap, process.memoryUsage().heapUsed);
    }, 20);
    const [reading, verifying]: [Array<number>, Array<number>] = [[], []];
    for (let round = 0; round < 3; round++) {
      reading.push(
        await timed(async () => {
          let count = 0;
          for (let after = { id: "", version: 0 }, isOpen = true; isOpen; ) {
            const page = await Effect.runPromise(journal.streams(tally.shape.table, after, 1000));
            count += page.length;
            after = page.at(-1) ?? after;
            isOpen = page.length === 1000;
          }
          if (count !== events) throw new Error(`read ${count} of ${events}`);
        }),
      );
      heap = 0;
      verifying.push(
        await timed(async () => {
          const found = await Effect.runPromise(verifyAll(storage.for(tenant), [tally]));
          if (found.entries !== events || found.deviations.length > 0) throw new Error("the fold differs");
        }),
      );
    }
    clearInterval(watch);
    const [read, verified] = [median(reading), median(verifying)];
    return [
      {
        what: "verify of 1 000 000 events: reading them ÷ verifying them",
        figure: `${read.toFixed(2)} s ÷ ${verified.toFixed(2)} s`,
        ratio: read / verified,
        target: { atLeast: 0.5 },
      },
      {
        what: "verify of 1 000 000 events: heap, MB",
        figure: "most seen, every 20 ms",
        ratio: heap / 2 ** 20,
        target: { atMost: 200 },
      },
    ];
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true });
  }
};
