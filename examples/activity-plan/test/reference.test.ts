import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as after } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { verifying } from "../src/verify.ts";
import { dump, folderOf, remembering } from "./run.fixture.ts";

const home = join(import.meta.dirname, "..");
const plan: unknown = JSON.parse(readFileSync(join(home, "plan.json"), "utf8"));
const record = readFileSync(join(home, "record.jsonl"), "utf8");

describe("the reference plan and its record", () => {
  it("every line is accepted, and the plan stands on the last day as the README says", async () => {
    const folder = folderOf(plan, record);
    const { code, complaints, printed } = await folder.run("--strict");
    expect([code, complaints]).toEqual([0, ""]);
    const { asOf, counts, commitments } = folder.status();
    expect(asOf).toBe("2026-11-22");
    expect(counts).toEqual({
      met: 16,
      onTheWay: 11,
      late: 5,
      notMet: 4,
      noEvidence: 2,
      unknown: 5,
      notApplicable: 2,
    });
    const unknown = commitments.filter(({ status }) => status === "unknown").map(({ code }) => code);
    expect(unknown).toEqual(["B7", "C1", "E2", "E3", "G8"]);
    expect(Math.max(...printed.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it("as known on each of the README's days, it stood as the README says", async () => {
    const folder = folderOf(plan, record);
    const expected = [
      "E5 2026-05-17 met",
      "E5 2026-05-18 onTheWay",
      "B4 2026-06-30 onTheWay",
      "B4 2026-07-01 notMet",
      "A1 2026-10-23 onTheWay",
      "A1 2026-10-24 late",
      "B3 2026-02-01 onTheWay",
      "F4 2026-11-08 onTheWay",
      "F4 2026-11-09 notApplicable",
      "F2 2026-03-30 met",
      "F2 2026-03-31 notApplicable",
    ];
    const found: Array<string> = [];
    for (const [code, day = ""] of expected.map((text) => text.split(" "))) {
      await folder.run("--as-of", day, "--known-on", day);
      const status = folder.status().commitments.find((one) => one.code === code)?.status;
      found.push(`${code} ${day} ${status}`);
    }
    expect(found).toEqual(expected);
  });

  it("folded again, all tables agree; a row changed by hand is found", async () => {
    const folder = folderOf(plan, record);
    const verified = async () => {
      const { terminal, ran } = remembering();
      return ran(await verifying([...folder.args, "--lang", "en"], terminal));
    };
    expect(await verified()).toMatchObject({
      code: 1,
      complaints: expect.stringContaining("There is no database"),
    });
    await folder.run();
    expect(await verified()).toMatchObject({ code: 0, printed: expect.stringContaining("all agree") });
    const database = new DatabaseSync(folder.file("a.sqlite"));
    database.exec("update plan_evidence set amount = 7 where id = 'voter-call-1'");
    database.close();
    const found = await verified();
    expect(found.code).toBe(1);
    expect(found.complaints).toContain("plan_evidence voter-call-1: field amount");
  });
});

/** The record with a line that is refused where it stands, and would not be at the end, and one that is no line. */
const troubled = () => {
  const lines = record.trimEnd().split("\n");
  const line = {
    at: "2026-11-01T12:00:00Z",
    by: { person: "p-003" },
    do: "evidence.record",
    id: "too-early",
    input: { plan: "plan-2025-2027", of: "joint-activity", on: "2026-10-30", unit: "tjarnmark" },
  };
  return [...lines.slice(0, 40), JSON.stringify(line), "{", ...lines.slice(40)].join("\n");
};

const entriesIn = (file: string): number => {
  if (!existsSync(file)) return 0;
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return Number(database.prepare("select count(*) as count from verksam_journal").get()?.count);
  } catch {
    // The table is not there yet, or the file is being made.
    return 0;
  } finally {
    database.close();
  }
};

/** Kills the process once the journal has so many entries; false where it was done before. */
const killedAt = async (child: ChildProcess, file: string, entries: number): Promise<boolean> => {
  const ended = once(child, "exit");
  while (child.exitCode === null && child.signalCode === null && entriesIn(file) < entries) await after(1);
  child.kill("SIGKILL");
  await ended;
  return child.signalCode === "SIGKILL";
};

it("killed at random moments and run again, it has the database of once", async () => {
  const whole = folderOf(plan, troubled());
  const once = await whole.run();
  const rows = dump(whole.file("a.sqlite"));
  const all = entriesIn(whole.file("a.sqlite"));
  const killed = folderOf(plan, troubled());
  const file = killed.file("a.sqlite");
  const main = [join(home, "src/main.ts"), ...killed.args];
  let landed = 0;
  for (let round = 1; round <= 5; round++) {
    const child = spawn(process.execPath, ["--conditions=@verksam/source", ...main], { stdio: "ignore" });
    const from = entriesIn(file);
    const isKilled = await killedAt(child, file, from + 1 + Math.floor((Math.random() * (all - from)) / 3));
    if (isKilled && entriesIn(file) < all) landed++;
  }
  expect(landed).toBeGreaterThan(0);
  expect(await killed.run()).toMatchObject({ code: 0, complaints: once.complaints });
  expect(once.complaints).toMatch(/NotAllowed|UnknownPlan/);
  expect(dump(file)).toEqual(rows);
}, 60_000);
