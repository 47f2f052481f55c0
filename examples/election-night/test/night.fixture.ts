/** Running the example inside a test, in a folder of its own. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Terminal } from "example-terminal";
import { onTestFinished } from "vitest";
import { electionNight } from "../src/election-night.ts";

/** What was printed and complained of, and the exit code. */
export interface Ran {
  readonly code: number;
  readonly printed: string;
  readonly complaints: ReadonlyArray<string>;
}

export const ranWith = (...args: ReadonlyArray<string>): Ran => {
  const [printed, complaints]: [Array<string>, Array<string>] = [[], []];
  const terminal: Terminal = {
    print: (text) => void printed.push(text),
    complain: (text) => void complaints.push(text),
    paint: (_, text) => text,
  };
  const code = electionNight(args, terminal);
  return { code, printed: printed.join("\n"), complaints };
};

/** A folder on disk and the example run in it; `remove` it afterwards. */
export const folderOn = (disk: string) => {
  const at = (name: string): string => join(disk, name);
  return {
    at,
    write: (name: string, text: string | Uint8Array): string => {
      writeFileSync(at(name), text);
      return at(name);
    },
    read: (name: string): string => readFileSync(at(name), "utf8"),
    json: (name: string): unknown => JSON.parse(readFileSync(at(name), "utf8")),
    /** What lies in the folder, and in `out` where there is one. */
    files: (name = ""): ReadonlyArray<string> => (existsSync(at(name)) ? readdirSync(at(name)).sort() : []),
    run: (...args: ReadonlyArray<string>): Ran =>
      ranWith(...args, "--out", at("out"), "--json", at("answer.json")),
  };
};

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "election-night-"));

/** A folder that goes when the test is over. */
export const folder = () => {
  const disk = newFolder();
  onTestFinished(() => rmSync(disk, { recursive: true, force: true }));
  return folderOn(disk);
};

export const home = join(import.meta.dirname, "..");
export const elections = (name: string): string => join(home, "elections", name);

/** A council of three seats in one constituency, as a user would write it. */
export const council = (votes: unknown, more: object = {}) => ({
  rules: "se.municipality@2018",
  totalSeats: 3,
  constituencies: [{ id: "01", fixedSeats: 3, votes }],
  ...more,
});

/** Runs the example on an election as JSON; text is written as it is. */
export const counted = (input: unknown, ...args: ReadonlyArray<string>) => {
  const own = folder();
  const text = typeof input === "string" || input instanceof Uint8Array ? input : JSON.stringify(input);
  const ran = own.run("--input", own.write("election.json", text), ...args);
  return { ...own, ...ran };
};
