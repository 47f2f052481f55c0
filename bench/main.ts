/** `npm run bench`: every figure as a ratio taken in one run. Nothing here decides whether a test passes. */
import process from "node:process";
import { startPostgres } from "../tools/postgres.ts";
import { type Line, printed } from "./measure.ts";

const sections: Readonly<Record<string, () => Promise<ReadonlyArray<Line>>>> = {
  postgres: async () => {
    const server = await startPostgres();
    try {
      const { postgres } = await import("./postgres.ts");
      return await postgres(server.connection);
    } finally {
      await server.stop();
    }
  },
  sqlite: async () => (await import("./sqlite.ts")).sqlite(),
};

const chosen = process.argv.slice(2);
for (const [name, section] of Object.entries(sections)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n${name}`);
  for (const line of await section()) console.log(printed(line));
}
