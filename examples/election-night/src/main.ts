import process from "node:process";
import { electionNight } from "./election-night.ts";
import { processTerminal } from "./terminal.ts";

// whoever reads may stop before the end, as `head` does
process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
  if (cause.code !== "EPIPE") throw cause;
});
process.exitCode = electionNight(process.argv.slice(2), processTerminal);
