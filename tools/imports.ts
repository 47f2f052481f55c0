/** What a TypeScript source file imports, and which names of it, read from its syntax tree. */
import { type Program, parseSync, Visitor } from "oxc-parser";

export interface Import {
  readonly specifier: string;
  readonly isType: boolean;
  /** The names used of the module; `*` where the module is taken as a whole. */
  readonly names: ReadonlySet<string>;
  readonly line: number;
}

export interface Source {
  readonly program: Program;
  readonly comments: ReturnType<typeof parseSync>["comments"];
  readonly lineOf: (offset: number) => number;
}

/** The syntax tree of a source text; throws where it cannot be read. */
export const parse = (path: string, text: string): Source => {
  const { program, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  return { program, comments, lineOf: (offset) => text.slice(0, offset).split("\n").length };
};

const nameOf = (node: { type: string; name?: unknown; value?: unknown }): string =>
  String(node.type === "Literal" ? node.value : node.name);

/** Static, dynamic, re-exporting and `import("…")` type imports, with what is used through a namespace. */
export const importsOf = ({ program, lineOf }: Source): ReadonlyArray<Import> => {
  const found: Array<Import & { readonly names: Set<string> }> = [];
  const namespaces = new Map<string, Set<string>>();
  const add = (specifier: string, start: number, isType = false): Set<string> => {
    const names = new Set<string>();
    found.push({ specifier, isType, names, line: lineOf(start) });
    return names;
  };
  new Visitor({
    ImportDeclaration: ({ source, specifiers, importKind, start }) => {
      const names = add(source.value, start, importKind === "type");
      for (const specifier of specifiers) {
        if (specifier.type === "ImportSpecifier") names.add(nameOf(specifier.imported));
        else if (specifier.type === "ImportDefaultSpecifier") names.add("default");
        else namespaces.set(specifier.local.name, names);
      }
    },
    ExportNamedDeclaration: ({ source, specifiers, exportKind, start }) => {
      if (source === null) return;
      const names = add(source.value, start, exportKind === "type");
      for (const { local } of specifiers) names.add(nameOf(local));
    },
    ExportAllDeclaration: ({ source, exportKind, start }) => {
      add(source.value, start, exportKind === "type").add("*");
    },
    ImportExpression: ({ source, start }) => {
      if (source.type === "Literal") add(String(source.value), start).add("*");
    },
    TSImportType: ({ source, qualifier, start }) => {
      let first = qualifier;
      while (first?.type === "TSQualifiedName") first = first.left as typeof first;
      add(source.value, start, true).add(first?.type === "Identifier" ? first.name : "*");
    },
  }).visit(program);
  new Visitor({
    MemberExpression: ({ object, property, computed }) => {
      if (object.type !== "Identifier") return;
      const known = !computed || property.type === "Literal";
      namespaces.get(object.name)?.add(known ? nameOf(property) : "*");
    },
    TSQualifiedName: ({ left, right }) => {
      if (left.type === "Identifier") namespaces.get(left.name)?.add(right.name);
    },
    VariableDeclarator: ({ init }) => {
      if (init?.type === "Identifier") namespaces.get(init.name)?.add("*");
    },
    ExportSpecifier: ({ local }) => {
      if (local.type === "Identifier") namespaces.get(local.name)?.add("*");
    },
  }).visit(program);
  return found;
};
