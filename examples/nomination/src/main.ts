import process from "node:process";
import { processTerminal } from "example-terminal";
import { nomination } from "./nomination.ts";

process.exitCode = nomination(process.argv.slice(2), processTerminal);
