/** The packages that are published, as their package.json files describe them. */
import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

export interface Manifest {
  readonly dir: string;
  readonly name: string;
  readonly version: string;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly exports: Readonly<
    Record<string, string | Readonly<Record<"@verksam/source" | "types" | "default", string>>>
  >;
}

export const manifests: ReadonlyArray<Manifest> = globSync("packages/*/package.json")
  .sort()
  .map((file) => ({ ...JSON.parse(readFileSync(file, "utf8")), dir: dirname(file) }));

/** What a package exports as code, by subpath (`.`, `./plan`). */
export const subpaths = ({ exports }: Manifest) =>
  Object.entries(exports).flatMap(([subpath, target]) =>
    typeof target === "string" ? [] : [{ subpath, ...target }],
  );
