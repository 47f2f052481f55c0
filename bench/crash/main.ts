/** `npm run crash [-- SQLITE-KILLS POSTGRES-KILLS]`: kill -9 at random moments, then count. */
import process from "node:process";
import { startPostgres } from "../../tools/postgres.ts";
import type { Aftermath, CrashOptions } from "./crash.ts";
import { crashOnPostgres, crashOnSqlite } from "./engines.ts";

const [sqlite = 200, postgres = 50] = process.argv.slice(2).map(Number);
const onKill: CrashOptions["onKill"] = (kill, answered) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${kill} killed, ${answered} answered`);
};
const told = (name: string, { lost, failures, ...counts }: Aftermath) => {
  console.log(`\n${name}`, { ...counts, lost: lost.length, failures: failures.length });
  if (lost.length + failures.length + counts.doubled + counts.deviations > 0) {
    console.log({ lost, failures });
    process.exitCode = 1;
  }
};
if (sqlite > 0) told("SQLite", await crashOnSqlite({ kills: sqlite, onKill }));
if (postgres > 0) {
  const server = await startPostgres();
  try {
    told("PostgreSQL", await crashOnPostgres(server.connection, { kills: postgres, onKill }));
  } finally {
    await server.stop();
  }
}
