/** `npm run bench`: every figure as a ratio taken in one run. Nothing here decides whether a test passes. */
import process from "node:process";
import { type Connection, startPostgres } from "../tools/postgres.ts";
import { type Line, printed } from "./measure.ts";

/** On a PostgreSQL of its own. */
const served = async (section: (connection: Connection) => Promise<ReadonlyArray<Line>>) => {
  const server = await startPostgres();
  try {
    return await section(server.connection);
  } finally {
    await server.stop();
  }
};

const sections: Readonly<Record<string, () => Promise<ReadonlyArray<Line>>>> = {
  postgres: async () => served((await import("./postgres.ts")).postgres),
  emmett: async () => served((await import("./emmett.ts")).emmett),
  sqlite: async () => (await import("./sqlite.ts")).sqlite(),
  status: async () => (await import("./status.ts")).status(),
  verify: async () => (await import("./verify.ts")).verify(),
  import: async () => (await import("./import.ts")).importing(),
};

const chosen = process.argv.slice(2);
for (const [name, section] of Object.entries(sections)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n${name}`);
  for (const line of await section()) console.log(printed(line));
}
