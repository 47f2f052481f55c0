import process from "node:process";
import { BadInput, WrongUse } from "./problems.ts";
import type { Terminal } from "./terminal.ts";

/** A program, and what it prints when it is asked how to be used. */
export interface Program {
  readonly usage: string;
  readonly run: (args: ReadonlyArray<string>, terminal: Terminal) => void;
}

/** Runs a program; answers with the exit code: 0, 1 for bad input (a line a problem), 2 for wrong use. */
export const runProgram = (
  { usage, run }: Program,
  args: ReadonlyArray<string>,
  terminal: Terminal,
): number => {
  // whoever reads may stop before the end, as `head` does
  if (process.stdout.listenerCount("error") === 0)
    process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code !== "EPIPE") throw cause;
    });
  try {
    if (args.includes("--help")) terminal.print(usage);
    else run(args, terminal);
    return 0;
  } catch (cause) {
    if (cause instanceof WrongUse) {
      terminal.complain(`${cause.message}\n\n${usage}`);
      return 2;
    }
    if (!(cause instanceof BadInput)) throw cause;
    for (const line of cause.lines) terminal.complain(line);
    return 1;
  }
};
