/** What importing the packages costs beside importing the same modules of Effect and Kysely alone; whole processes, built code. */
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import process from "node:process";
import { type Line, median } from "./measure.ts";

const packages = [
  "@verksam/kernel",
  "@verksam/domain/organisation",
  "@verksam/domain/plan",
  "@verksam/storage-kysely",
];
const runs = 15;

/** The modules of others that the built files import. */
const foreign = (): ReadonlyArray<string> => {
  const files = globSync("packages/{kernel,domain,storage-kysely}/dist/**/*.js").filter(
    (file) => !/node-sqlite|postgres\.js|pglite|promise/.test(file),
  );
  if (files.length === 0) throw new Error("nothing is built: npm run build");
  const specifiers = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/from\s*"((?:effect|kysely)[^"]*)"/g)].map(
      ([, name = ""]) => name,
    ),
  );
  return [...new Set(specifiers)];
};

const seconds = (modules: ReadonlyArray<string>): number => {
  const program = modules.map((name) => `import ${JSON.stringify(name)};`).join("\n");
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - begun) / 1000;
};

export const importing = async (): Promise<ReadonlyArray<Line>> => {
  const others = foreign();
  const times = { nothing: [] as Array<number>, ours: [] as Array<number>, theirs: [] as Array<number> };
  for (let run = 0; run <= runs; run++) {
    const taken = { nothing: seconds([]), theirs: seconds(others), ours: seconds(packages) };
    if (run > 0)
      for (const [name, time] of Object.entries(taken)) times[name as keyof typeof times].push(time);
  }
  const [nothing, ours, theirs] = [median(times.nothing), median(times.ours), median(times.theirs)];
  const ms = (time: number) => `${((time - nothing) * 1000).toFixed(0)} ms`;
  return [
    {
      what: `import of our packages ÷ of the same ${others.length} modules of Effect and Kysely`,
      figure: `${ms(ours)} ÷ ${ms(theirs)}`,
      ratio: (ours - nothing) / (theirs - nothing),
      target: { atMost: 1.3 },
    },
  ];
};
