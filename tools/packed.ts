/** The packages as a stranger gets them: packed, linted, installed elsewhere, type-checked, imported and required. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { atItsLine, documented } from "./code-blocks.ts";
import { manifests, subpaths } from "./manifests.ts";

const consumer = mkdtempSync(join(tmpdir(), "consumer-"));
const run = (cwd: string, command: string, ...args: ReadonlyArray<string>): string => {
  try {
    return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (failed) {
    const { stdout, stderr } = failed as { stdout: string; stderr: string }; // what execFileSync throws
    throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`, { cause: failed });
  }
};

const pack = (): ReadonlyMap<string, string> => {
  const workspaces = manifests.flatMap(({ name }) => ["-w", name]);
  const packed: unknown = JSON.parse(
    run(".", "npm", "pack", "--json", "--pack-destination", consumer, ...workspaces),
  );
  // npm answers with a list or, from version 11.8 on, with a record by name
  const rows = Object.values(packed as Record<string, { name: string; filename: string }>);
  return new Map(rows.map(({ name, filename }) => [name, join(consumer, filename)]));
};

const specifiers = manifests.flatMap((manifest) =>
  subpaths(manifest).map(({ subpath }) => join(manifest.name, subpath)),
);

/** One program imports every subpath, another requires it, and both see the same names. */
const esm = `
${specifiers.map((specifier, i) => `import * as m${i} from ${JSON.stringify(specifier)};`).join("\n")}
import { createRequire } from "node:module";
const required: (specifier: string) => Record<string, object> = createRequire(import.meta.url)("./required.cjs");
const imported: Record<string, object> = { ${specifiers.map((specifier, i) => `${JSON.stringify(specifier)}: m${i}`).join(", ")} };
for (const [specifier, names] of Object.entries(imported)) {
  const [one, other] = [names, required(specifier)].map((module) => Object.keys(module).sort().join());
  if (!one || one !== other) throw new Error(\`\${specifier}: imported \${one}, required \${other}\`);
}
`;

const install = (tarballs: ReadonlyMap<string, string>): void => {
  const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const peers = new Set(manifests.flatMap(({ peerDependencies = {} }) => Object.keys(peerDependencies)));
  const dependencies = {
    ...Object.fromEntries([...tarballs].map(([name, tarball]) => [name, `file:${tarball}`])),
    ...Object.fromEntries([...peers, "@types/node"].map((name) => [name, devDependencies[name]])),
  };
  writeFileSync(
    join(consumer, "package.json"),
    JSON.stringify({ private: true, type: "module", dependencies }),
  );
  run(consumer, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund");
};

const use = (): void => {
  const compilerOptions = {
    target: "ES2023",
    module: "NodeNext",
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    skipLibCheck: false,
    types: ["node"],
  };
  const blocks = documented("README.md");
  const programs = blocks.map((block) => [`readme-${block.line}.ts`, block] as const);
  for (const [file, block] of programs) writeFileSync(join(consumer, file), atItsLine(block));
  writeFileSync(join(consumer, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  writeFileSync(join(consumer, "required.cjs"), "module.exports = require;\n");
  writeFileSync(join(consumer, "main.ts"), esm);
  run(consumer, resolve("node_modules/.bin/tsc"), "-p", ".");
  for (const file of ["main.ts", ...programs.flatMap(([name, { runs }]) => (runs ? [name] : []))]) {
    run(consumer, "node", file);
  }
};

try {
  const tarballs = pack();
  for (const tarball of tarballs.values()) {
    run(".", "publint", "--strict", tarball);
    run(".", "attw", "--profile", "esm-only", "--quiet", tarball);
  }
  install(tarballs);
  use();
  console.log(
    `${tarballs.size} packages pack, install, type-check, import and require (${specifiers.length} subpaths)`,
  );
} catch (failed) {
  console.error(failed instanceof Error ? failed.message : failed);
  process.exitCode = 1;
} finally {
  rmSync(consumer, { recursive: true, force: true });
}
