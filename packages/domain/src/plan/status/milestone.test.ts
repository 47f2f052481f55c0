import { describe, expect, it } from "vitest";
import type { StageReached } from "../facts.ts";
import type { Of } from "../rule.ts";
import { at, day, given, recordedAt } from "./given.fixture.ts";

const rule: Of<"milestone"> = {
  kind: "milestone",
  stages: [
    { name: "drafted", by: day("2025-12-15") },
    { name: "adopted", by: day("2026-04-20") },
    { name: "reviewed" },
  ],
};
const reached = (stage: string, on: string, more: Partial<StageReached> = {}): StageReached => ({
  id: `${stage} ${on}`,
  commitment: "c-1",
  stage,
  on: day(on),
  unit: "board",
  recordedAt,
  ...more,
});
const drafted = reached("drafted", "2025-12-15");
const adopted = reached("adopted", "2026-04-20");
const reviewed = reached("reviewed", "2027-04-30");

describe("stages in turn", () => {
  it.each([
    ["none, on the first day due", [], "2025-12-15", "noEvidence"],
    ["none, the day after", [], "2025-12-16", "late"],
    ["none, on the plan's last day", [], "2027-04-30", "late"],
    ["none, after the plan", [], "2027-05-01", "notMet"],
    ["the first in time", [drafted], "2025-12-16", "onTheWay"],
    ["the second, on its day due", [drafted], "2026-04-20", "onTheWay"],
    ["the second, the day after", [drafted], "2026-04-21", "late"],
    ["the first reached late, then caught up", [reached("drafted", "2026-01-10")], "2026-01-10", "onTheWay"],
    ["the second without the first", [adopted], "2026-05-01", "late"],
    ["one without a day due is never late", [drafted, adopted], "2027-04-30", "onTheWay"],
    ["one without a day due, after the plan", [drafted, adopted], "2027-05-01", "notMet"],
    ["all, the day before the last", [drafted, adopted, reviewed], "2027-04-29", "onTheWay"],
    ["all, on the plan's last day", [drafted, adopted, reviewed], "2027-04-30", "met"],
    ["all, after the plan", [drafted, adopted, reviewed], "2028-01-01", "met"],
    [
      "the last a day after the plan",
      [drafted, adopted, reached("reviewed", "2027-05-01")],
      "2028-01-01",
      "notMet",
    ],
    [
      "reached before the plan does not count",
      [reached("drafted", "2025-04-30")],
      "2025-12-01",
      "noEvidence",
    ],
    ["of another commitment", [{ ...drafted, commitment: "c-2" }], "2025-12-15", "noEvidence"],
    ["withdrawn", [{ ...drafted, withdrawnAt: at("2026-01-01") }], "2025-12-15", "noEvidence"],
  ])("%s", (_, stages, on, expected) => {
    expect(given(rule, { stages }).on(on).status).toBe(expected);
  });

  it("tells lateness in days, also of what is reached and of what is met", () => {
    const late = given(rule, {
      stages: [reached("drafted", "2026-01-10"), reached("drafted", "2026-01-01"), adopted, reviewed],
    });
    expect(late.on("2027-04-30").why).toEqual({
      rule: "milestone",
      stages: [
        { name: "drafted", by: "2025-12-15", reached: "2026-01-01", lateBy: 17 },
        { name: "adopted", by: "2026-04-20", reached: "2026-04-20", lateBy: 0 },
        { name: "reviewed", reached: "2027-04-30", lateBy: 0 },
      ],
    });
    expect(late.on("2027-04-30").status).toBe("met");
    expect(given(rule).on("2025-12-25").why).toMatchObject({
      stages: [{ lateBy: 10 }, { lateBy: 0 }, { lateBy: 0 }],
    });
  });

  it("lists what is not reached, and shows what is as evidence", () => {
    const answer = given(rule, { stages: [adopted, drafted] }).on("2026-06-01");
    expect(answer.missing).toEqual(["reviewed"]);
    expect(answer.evidence).toEqual([
      { id: drafted.id, of: "drafted", on: "2025-12-15", amount: 1, unit: "board" },
      { id: adopted.id, of: "adopted", on: "2026-04-20", amount: 1, unit: "board" },
    ]);
  });
});
