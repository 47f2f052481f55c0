import { join } from "node:path";
import { defineConfig } from "tsup";
import { manifests, subpaths } from "./tools/manifests.ts";

/** `./dist/plan/index.js` is built from the source its export names, as the entry `plan/index`. */
const entryOf = (target: string): string => target.replace(/^\.\/dist\/(.+)\.js$/, "$1");

export default defineConfig(
  manifests.map((manifest) => ({
    entry: Object.fromEntries(
      subpaths(manifest).map((exported) => [
        entryOf(exported.default),
        join(manifest.dir, exported["@verksam/source"]),
      ]),
    ),
    outDir: join(manifest.dir, "dist"),
    format: "esm",
    target: "node22",
    platform: "node",
    splitting: true,
    sourcemap: true,
    dts: false, // TypeScript's own compiler writes the declarations
    removeNodeProtocol: false, // `node:sqlite` has no name without its protocol
    skipNodeModulesBundle: true,
    silent: true,
  })),
);
