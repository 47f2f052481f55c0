/** Who may import whom: every source file has a room, and each room names what may be imported into it. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import process from "node:process";
import { Visitor } from "oxc-parser";
import { stabilityOf } from "./effect-stability.ts";
import { type Import, importsOf, parse, type Source } from "./imports.ts";

interface Room {
  readonly name: string;
  readonly files: RegExp;
  /** Module names, and paths from the repository's top for relative imports; `$1` is what `files` captured. */
  readonly imports: ReadonlyArray<string>;
  /** What may be imported as types only. */
  readonly types?: ReadonlyArray<string>;
  /** Only what Effect promises to keep. */
  readonly stable?: true;
  /** No clock, no chance, no outside world. */
  readonly pure?: true;
}

const effect = "effect/.+";
const effectData =
  "effect/(Array|BigDecimal|BigInt|Boolean|Brand|Chunk|Combiner|Data|DateTime|Duration|Equal|Equivalence|Function|Hash" +
  "|HashMap|HashSet|Iterable|Match|NonEmptyIterable|Number|Option|Order|Ordering|Pipeable|Predicate|Record|Reducer" +
  "|Result|Schema|SchemaAST|SchemaGetter|SchemaIssue|SchemaTransformation|String|Struct|Tuple|Types)";
const kernel = "@verksam/kernel";
const anyModule = "(?!(packages|examples|bench|tools|docs)/)[^./].*";
const library = `(?!@verksam/)${anyModule}`;
const shared = "packages/domain/src/shared/.+";
const area = {
  imports: ["packages/domain/src/$1/.+", shared, kernel, effectData],
  stable: true,
  pure: true,
} as const;

/** The first room whose `files` fits is a file's room. */
const rooms: ReadonlyArray<Room> = [
  {
    name: "a test of an area",
    files: /^packages\/domain\/src\/(?!shared\/|reactions\/)([^/]+)\/.*\.(test|fixture)\.ts$/,
    imports: ["packages/domain/src/$1/.+", shared, "tools/.+", `(?!@verksam/domain)${anyModule}`],
  },
  {
    name: "a test",
    files: /^packages\/([^/]+)\/(test\/.+|src\/.+\.(test|fixture))\.ts$/,
    imports: ["packages/$1/.+", "tools/.+", anyModule],
  },
  {
    name: "election-math",
    files: /^packages\/election-math\/src\//,
    imports: ["packages/election-math/src/.+"],
    pure: true,
  },
  {
    name: "the kernel's file around what Effect may still change",
    files: /^packages\/kernel\/src\/(ids|codec)\.ts$/,
    imports: ["packages/kernel/src/.+", effect],
    pure: true,
  },
  {
    name: "the kernel",
    files: /^packages\/kernel\/src\//,
    imports: ["packages/kernel/src/.+", effect],
    stable: true,
    pure: true,
  },
  {
    name: "domain/shared",
    files: /^packages\/domain\/src\/shared\//,
    ...area,
    imports: [shared, kernel, effectData],
  },
  {
    name: "a reaction",
    files: /^packages\/domain\/src\/reactions\//,
    imports: [
      "packages/domain/src/[^/]+/index\\.ts",
      shared,
      "packages/domain/src/reactions/.+",
      kernel,
      effect,
    ],
    stable: true,
    pure: true,
  },
  {
    name: "an area that counts votes",
    files: /^packages\/domain\/src\/(democracy|election)\//,
    ...area,
    imports: [...area.imports, "@verksam/election-math"],
  },
  { name: "an area", files: /^packages\/domain\/src\/([^/]+)\//, ...area },
  {
    name: "storage on node:sqlite",
    files: /^packages\/storage-kysely\/src\/node-sqlite\.ts$/,
    imports: ["packages/storage-kysely/src/.+", kernel, effect, "kysely(/.+)?", "node:sqlite"],
  },
  {
    name: "storage",
    files: /^packages\/storage-kysely\/src\//,
    imports: ["packages/storage-kysely/src/.+", kernel, effect, "kysely(/.+)?"],
    types: ["pg", "@electric-sql/pglite"],
  },
  {
    name: "notify",
    files: /^packages\/notify\/src\//,
    imports: ["packages/notify/src/.+", kernel, effect],
    types: [library],
  },
  {
    name: "exchange",
    files: /^packages\/exchange\/src\//,
    imports: ["packages/exchange/src/.+", kernel, "@verksam/domain/.+", effect],
    types: [library],
  },
  {
    name: "the testkit",
    files: /^packages\/testkit\/src\//,
    imports: ["packages/testkit/src/.+", kernel, effect],
  },
  {
    name: "an example's test",
    files: /^examples\/([^/]+)\/.+\.test\.ts$/,
    imports: ["examples/$1/.+", "tools/.+", anyModule],
  },
  { name: "an example", files: /^examples\/([^/]+)\//, imports: ["examples/$1/.+", anyModule] },
  { name: "a tool", files: /^(bench|tools|docs)\//, imports: ["(bench|tools|docs)/.+", anyModule] },
];

const target = (file: string, specifier: string): string =>
  specifier.startsWith(".") ? join(dirname(file), specifier) : specifier;

const fits = (patterns: ReadonlyArray<string>, captured: string, name: string): boolean =>
  patterns.some((pattern) => new RegExp(`^(?:${pattern.replaceAll("$1", captured)})$`).test(name));

const unstable = ({ specifier, names }: Import): ReadonlyArray<string> => {
  const stability = stabilityOf(specifier);
  if (names.has("*")) return [`takes all of ${specifier}: name what is used, so that its stability shows`];
  return [...names]
    .filter((name) => stability.get(name) !== true)
    .map((name) => `uses ${name} of ${specifier}, which Effect does not call stable`);
};

const outside = new Set([
  "crypto",
  "fetch",
  "performance",
  "process",
  "setImmediate",
  "setInterval",
  "setTimeout",
]);

/** Calls that answer differently at another time or place; what a pure file needs of them is handed in. */
const impurities = ({ program, lineOf }: Source): ReadonlyArray<readonly [line: number, reason: string]> => {
  const found: Array<readonly [number, string]> = [];
  const say = (start: number, what: string) =>
    found.push([lineOf(start), `calls ${what}: what is pure has it handed in`]);
  new Visitor({
    MemberExpression: ({ object, property, start }) => {
      if (object.type !== "Identifier" || property.type !== "Identifier") return;
      const name = `${object.name}.${property.name}`;
      if (name === "Date.now" || name === "Math.random" || outside.has(object.name)) say(start, name);
    },
    CallExpression: ({ callee, start }) => {
      if (callee.type === "Identifier" && (callee.name === "Date" || outside.has(callee.name)))
        say(start, callee.name);
    },
    NewExpression: ({ callee, arguments: given, start }) => {
      if (callee.type === "Identifier" && callee.name === "Date" && given.length === 0)
        say(start, "new Date()");
    },
  }).visit(program);
  return found;
};

/** What a file does that its room does not allow, a line each; `file` is a path from the repository's top. */
export const violations = (file: string, text: string): ReadonlyArray<string> => {
  const room = rooms.find(({ files }) => files.test(file));
  if (!room) return [`${file}: no room for this file: see the rooms in tools/boundaries.ts`];
  const captured = room.files.exec(file)?.[1] ?? "";
  const source = parse(file, text);
  const found = importsOf(source).flatMap((imported) => {
    const { specifier, isType, line } = imported;
    const name = target(file, specifier);
    const isAllowed =
      fits(room.imports, captured, name) ||
      (isType && room.types !== undefined && fits(room.types, captured, name));
    const reasons = !isAllowed
      ? [`${room.name} may not import ${specifier}`]
      : room.stable && name.startsWith("effect/")
        ? unstable(imported)
        : [];
    return reasons.map((reason) => `${file}:${line} ${reason}`);
  });
  const impure = room.pure ? impurities(source).map(([line, reason]) => `${file}:${line} ${reason}`) : [];
  return [...found, ...impure];
};

if (import.meta.filename === process.argv[1]) {
  const files = globSync(["packages/*/{src,test}/**/*.ts", "{examples,bench,tools,docs}/**/*.ts"], {
    exclude: ["**/node_modules", "**/dist", "tools/fixtures"],
  });
  const found = files.flatMap((file) => violations(file, readFileSync(file, "utf8")));
  for (const line of found) console.error(line);
  console.log(`${files.length} files, ${found.length} lines that break a boundary`);
  process.exitCode = found.length === 0 && files.length > 0 ? 0 : 1;
}
