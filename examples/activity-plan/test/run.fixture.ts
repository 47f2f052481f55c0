/** Running the example inside a test, in a folder of its own. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { onTestFinished } from "vitest";
import { activityPlan } from "../src/activity-plan.ts";
import type { statusFile } from "../src/status-file.ts";
import type { Terminal } from "../src/terminal.ts";

/** What was printed, complained of and shown as progress, and the exit code. */
export interface Ran {
  readonly code: number;
  readonly printed: string;
  readonly complaints: string;
  readonly progress: ReadonlyArray<string>;
}

export type StatusFile = ReturnType<typeof statusFile>;

/** A terminal that only remembers. */
export const remembering = () => {
  const [printed, complaints, progress]: [Array<string>, Array<string>, Array<string>] = [[], [], []];
  const terminal: Terminal = {
    print: (text) => void printed.push(text),
    complain: (text) => void complaints.push(text),
    progress: (text) => void progress.push(text),
    paint: (_, text) => text,
  };
  return {
    terminal,
    ran: (code: number): Ran => ({
      code,
      printed: printed.join("\n"),
      complaints: complaints.join("\n"),
      progress,
    }),
  };
};

export const ranWith = async (...args: ReadonlyArray<string>): Promise<Ran> => {
  const { terminal, ran } = remembering();
  return ran(await activityPlan(args, terminal));
};

/** A folder with a plan and a record, which goes when the test is over. */
export const folderOf = (plan: unknown, record: string) => {
  const folder = mkdtempSync(join(tmpdir(), "activity-plan-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string) => join(folder, name);
  writeFileSync(file("plan.json"), JSON.stringify(plan));
  writeFileSync(file("record.jsonl"), record);
  const args = ["--plan", file("plan.json"), "--record", file("record.jsonl"), "--db", file("a.sqlite")];
  return {
    file,
    args: [...args, "--out", folder],
    rewrite: (record: string) => writeFileSync(file("record.jsonl"), record),
    run: (...more: ReadonlyArray<string>) => ranWith(...args, "--out", folder, ...more),
    // The example's own output.
    status: () => JSON.parse(readFileSync(file("status.json"), "utf8")) as StatusFile,
  };
};

/** Every row of every table but the migrator's, which tells when it ran. */
export const dump = (file: string): ReadonlyArray<string> => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = database
      .prepare("select name from sqlite_master where type = 'table' order by name")
      .all();
    return tables
      .map(({ name }) => String(name))
      .filter((name) => !name.startsWith("verksam_migration"))
      .flatMap((name) =>
        database
          .prepare(`select * from "${name}"`)
          .all()
          .map((row) => `${name} ${JSON.stringify(row)}`)
          .sort(),
      );
  } finally {
    database.close();
  }
};
