import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { amounts } from "./cells-amount.fixture.ts";
import { observances } from "./cells-observance.fixture.ts";
import { times } from "./cells-time.fixture.ts";
import { wholes } from "./cells-whole.fixture.ts";
import { type Ran, ranWith, type StatusFile } from "./run.fixture.ts";
import { codeOf, planOf, recordOf } from "./table.fixture.ts";

const cells = [...amounts, ...times, ...observances, ...wholes];
const days = [...new Set(cells.flatMap(({ expected }) => Object.keys(expected)))].sort();
const folder = mkdtempSync(join(tmpdir(), "status-table-"));
const answers = new Map<string, StatusFile>();

const ask = async (day: string): Promise<Ran> => {
  const file = (name: string) => join(folder, name);
  const ran = await ranWith(
    ...["--plan", file("plan.json"), "--record", file("record.jsonl"), "--db", file("a.sqlite")],
    ...["--out", folder, "--as-of", day, "--lang", "en", "--strict"],
  );
  answers.set(day, JSON.parse(readFileSync(file("status.json"), "utf8")));
  return ran;
};

beforeAll(async () => {
  writeFileSync(join(folder, "plan.json"), JSON.stringify(planOf(cells)));
  writeFileSync(join(folder, "record.jsonl"), recordOf(cells));
  for (const day of ["2025-12-31", ...days]) {
    const { code, complaints } = await ask(day);
    if (code !== 0) throw new Error(complaints);
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commitmentOn = (day: string, index: number) =>
  answers.get(day)?.commitments.find(({ code }) => code === codeOf(index));

describe("status.json agrees with the table", () => {
  it.each(cells.map((cell, index) => ({ ...cell, index })))("$name", ({ index, expected }) => {
    const told = Object.keys(expected).map((day) => [day, commitmentOn(day, index)?.status]);
    expect(Object.fromEntries(told)).toEqual(expected);
  });

  it("before the plan was adopted no commitment is applicable", () => {
    expect(answers.get("2025-12-31")?.counts).toEqual({
      met: 0,
      onTheWay: 0,
      late: 0,
      notMet: 0,
      noEvidence: 0,
      unknown: 0,
      notApplicable: cells.length,
    });
  });

  it.each(days)("on %s the counts are those of the commitments", (day) => {
    const { counts, commitments } = answers.get(day) ?? { counts: {}, commitments: [] };
    const counted = Map.groupBy(commitments, ({ status }) => status);
    expect(commitments).toHaveLength(cells.length);
    // The keys of `counts` are the statuses.
    for (const [status, count] of Object.entries(counts))
      expect([status, counted.get(status as keyof typeof counts)?.length ?? 0]).toEqual([status, count]);
  });
});

const indexOf = (name: string): number => cells.findIndex((cell) => cell.name === name);

it("a commitment is told with who answers, why, on what evidence, what is missing and until when", () => {
  expect(commitmentOn("2026-06-30", indexOf("coverage: the last a day too late"))).toMatchObject({
    area: "X",
    owner: { unit: "board" },
    status: "onTheWay",
    deadline: "2026-06-30",
    missing: ["m4"],
    why: {
      rule: "coverage",
      size: 4,
      covered: ["m1", "m2", "m3"],
      missing: ["m4"],
      sentence: expect.stringContaining("3 of 4"),
    },
    evidence: ["m1", "m2", "m3"].map((subject) => ({ of: "done", on: "2026-03-01", amount: 1, subject })),
  });
});

it("lateness is told in days", () => {
  expect(commitmentOn("2026-04-09", indexOf("milestone: late, then all the same"))?.why).toMatchObject({
    stages: [
      { name: "draft", lateBy: 9 },
      { name: "adopted", lateBy: 0 },
    ],
  });
  expect(
    commitmentOn("2026-04-01", indexOf("each: answered late, which is told in days"))?.why,
  ).toMatchObject({ items: [{ due: "2026-03-15", answered: "2026-04-01", lateBy: 17 }] });
});

it("a commitment that was dropped has the decision as its why", () => {
  expect(commitmentOn("2026-03-01", indexOf("a commitment dropped, and restored"))?.why).toMatchObject({
    rule: "notInForce",
    because: "dropped",
    decision: { from: "2026-03-01", reason: "Decided at the meeting." },
  });
});
