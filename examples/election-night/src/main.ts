import process from "node:process";
import { processTerminal } from "example-terminal";
import { electionNight } from "./election-night.ts";

process.exitCode = electionNight(process.argv.slice(2), processTerminal);
