/** `npm run check [-- step …]`: every step is run, also after one that fails; what failed is shown. */
import { spawnSync } from "node:child_process";
import { globSync, rmSync } from "node:fs";
import process from "node:process";

const steps: Readonly<Record<string, ReadonlyArray<string>>> = {
  lint: ["biome check --error-on-warnings ."],
  types: ["tsc --noEmit"],
  unused: ["knip"],
  boundaries: ["node tools/boundaries.ts"],
  build: ["tsup", "tsc -b tsconfig.build.json"],
  declarations: ["node tools/declarations.ts"],
  packed: ["node tools/packed.ts"],
};

/** Runs a command quietly; its output where it fails. */
const failure = (command: string): string | undefined => {
  const [name = "", ...args] = command.split(" ");
  const { status, stdout, stderr, error } = spawnSync(name, args, { encoding: "utf8", maxBuffer: 2 ** 26 });
  return status === 0 ? undefined : `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`;
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((step) => !(step in steps));
if (unknown.length > 0)
  throw new Error(`no such step: ${unknown.join(", ")}; there are ${Object.keys(steps).join(", ")}`);

const failed: Array<string> = [];
for (const [step, commands] of Object.entries(steps)) {
  if (chosen.length > 0 && !chosen.includes(step)) continue;
  const begun = performance.now();
  process.stdout.write(`${step.padEnd(13)}${commands.join(" && ")} …`);
  if (step === "build") for (const dist of globSync("packages/*/dist")) rmSync(dist, { recursive: true });
  let output: string | undefined;
  for (const command of commands) output ??= failure(command);
  if (output !== undefined) failed.push(step);
  console.log(
    ` ${output === undefined ? "ok" : "FAILED"} ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
  if (output !== undefined) console.log(output);
}
if (failed.length > 0) console.log(`check failed: ${failed.join(", ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;
