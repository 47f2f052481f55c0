/** Which exports of Effect are covered by its promise of stability, read from the installed package's own tags. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, type Source } from "./imports.ts";

const home = join(import.meta.dirname, "../node_modules/effect/src");

type Stability = ReadonlyMap<string, boolean>;

const isStable = (comment: string | undefined): boolean | undefined => {
  const tag = /@stability (\w+)/.exec(comment ?? "")?.[1];
  return tag === undefined ? undefined : tag === "stable";
};

/** Every documented position of a module: each statement, and each name inside `export { … }`. */
const exportsIn = ({ program }: Source): ReadonlyArray<{ name: string; start: number }> =>
  program.body.flatMap((node) => {
    if (node.type === "ExportAllDeclaration" && node.exported?.type === "Identifier") {
      return [{ name: node.exported.name, start: node.start }];
    }
    if (node.type !== "ExportNamedDeclaration") return [];
    const { declaration } = node;
    const declared =
      declaration === null
        ? []
        : declaration.type === "VariableDeclaration"
          ? declaration.declarations.map(({ id }) => id)
          : "id" in declaration
            ? [declaration.id]
            : [];
    return [
      ...declared.flatMap((id) => (id?.type === "Identifier" ? [{ name: id.name, start: node.start }] : [])),
      ...node.specifiers.flatMap(({ exported, start }) =>
        exported.type === "Identifier" ? [{ name: exported.name, start }] : [],
      ),
    ];
  });

const read = (path: string): Stability => {
  const text = readFileSync(path, "utf8");
  const source = parse(path, text);
  const docs = source.comments.filter(({ type }) => type === "Block");
  const above = new Map(docs.map(({ value, end }) => [end + text.slice(end).search(/\S/), value]));
  const ofModule = isStable(docs[0]?.value) ?? false;
  const stable = new Map<string, boolean>();
  for (const { name, start } of exportsIn(source)) {
    const own = isStable(above.get(start));
    // overloads and a type beside its value share a name: one unstable declaration makes the name unstable
    if (own !== undefined) stable.set(name, own && (stable.get(name) ?? true));
    else if (!stable.has(name)) stable.set(name, ofModule);
  }
  return stable;
};

const modules = new Map<string, Stability>();

/** The exports of `effect/…` with whether each is stable; none where Effect has no such module. */
export const stabilityOf = (specifier: string): Stability => {
  const known = modules.get(specifier);
  if (known) return known;
  const path = join(home, specifier.slice("effect/".length));
  const file = [`${path}.ts`, join(path, "index.ts")].find(existsSync);
  const stability: Stability = file === undefined ? new Map() : read(file);
  modules.set(specifier, stability);
  return stability;
};
