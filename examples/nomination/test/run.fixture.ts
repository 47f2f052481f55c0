/** Running the programs inside a test, in a folder of its own. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Terminal } from "example-terminal";
import { onTestFinished } from "vitest";

export const home = join(import.meta.dirname, "..");

type Program = (args: ReadonlyArray<string>, terminal: Terminal) => number;

/** What was printed and complained of, and the exit code. */
export const ranWith = (program: Program, ...args: ReadonlyArray<string>) => {
  const [printed, complaints]: [Array<string>, Array<string>] = [[], []];
  const code = program(args, {
    print: (text) => void printed.push(text),
    complain: (text) => void complaints.push(text),
    paint: (_, text) => text,
  });
  return { code, printed: printed.join("\n"), complaints };
};

/** A folder that goes when the test is over. */
export const folder = () => {
  const disk = mkdtempSync(join(tmpdir(), "nomination-"));
  onTestFinished(() => rmSync(disk, { recursive: true, force: true }));
  const at = (name: string): string => join(disk, name);
  return {
    at,
    write: (name: string, given: unknown): string => {
      writeFileSync(at(name), typeof given === "string" ? given : JSON.stringify(given));
      return at(name);
    },
    read: (name: string): string => readFileSync(at(name), "utf8"),
    json: (name: string): unknown => JSON.parse(readFileSync(at(name), "utf8")),
    files: (name = ""): ReadonlyArray<string> => (existsSync(at(name)) ? readdirSync(at(name)).sort() : []),
  };
};

/** The template that a program prints where it needs a lot. */
export const templateIn = (printed: string) =>
  // the programs' own output
  JSON.parse(printed.slice(printed.indexOf("{"), printed.lastIndexOf("}") + 1)) as {
    readonly lots: ReadonlyArray<{ readonly among: ReadonlyArray<string>; readonly drawn: string }>;
  };

/** The template with the last lot filled in. */
export const drawnIn = (printed: string, drawn: string) => {
  const { lots } = templateIn(printed);
  return {
    lots: [...lots.slice(0, -1), { ...lots.at(-1), drawn, by: "the chair", how: "slips from a bowl" }],
  };
};
