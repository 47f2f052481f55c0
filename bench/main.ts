/** `npm run bench`: every figure as a ratio taken in one run. Nothing here decides whether a test passes. */
import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
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
  election: async () => (await import("./election.ts")).election(),
  ranked: async () => (await import("./ranked.ts")).ranked(),
  import: async () => (await import("./import.ts")).importing(),
};

const chosen = process.argv.slice(2);
const [only] = chosen;
if (chosen.length === 1 && only !== undefined) {
  const section = sections[only];
  if (section === undefined)
    throw new Error(`no such section: ${only}; there are ${Object.keys(sections).join(", ")}`);
  console.log(`\n${only}`);
  for (const line of await section()) console.log(printed(line));
} else {
  // Each in a process of its own: what one leaves behind must not weigh on the next.
  for (const name of chosen.length > 0 ? chosen : Object.keys(sections)) {
    const { status } = spawnSync(
      process.execPath,
      [...process.execArgv, fileURLToPath(import.meta.url), name],
      {
        stdio: "inherit",
      },
    );
    if (status !== 0) process.exitCode = 1;
  }
}
