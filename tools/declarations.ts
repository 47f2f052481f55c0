/** No `any` in what consumers see: every declaration file that a published export reaches is read. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { Visitor } from "oxc-parser";
import { importsOf, parse } from "./imports.ts";
import { manifests, subpaths } from "./manifests.ts";

const reached = new Map<string, string>();

const reach = (file: string): void => {
  if (reached.has(file)) return;
  const text = readFileSync(file, "utf8");
  reached.set(file, text);
  for (const { specifier } of importsOf(parse(file, text))) {
    if (!specifier.startsWith(".")) continue;
    const declared = join(dirname(file), specifier.replace(/\.(js|ts)$/, ".d.ts"));
    if (!existsSync(declared)) throw new Error(`${file} imports ${specifier}, which was not declared`);
    reach(declared);
  }
};

/** The lines of a declaration file that say `any`. */
export const anyLines = (file: string, text: string): ReadonlyArray<string> => {
  const source = parse(file, text);
  const lines = new Set<number>();
  new Visitor({ TSAnyKeyword: ({ start }) => void lines.add(source.lineOf(start)) }).visit(source.program);
  return [...lines].map((line) => `${file}:${line} any: ${text.split("\n")[line - 1]?.trim().slice(0, 120)}`);
};

if (import.meta.filename === process.argv[1]) {
  for (const manifest of manifests)
    for (const { types } of subpaths(manifest)) reach(join(manifest.dir, types));
  const found = [...reached].flatMap(([file, text]) => anyLines(file, text));
  for (const line of found) console.error(line);
  console.log(`${reached.size} public declaration files, ${found.length} lines that say any`);
  process.exitCode = found.length === 0 && reached.size > 0 ? 0 : 1;
}
