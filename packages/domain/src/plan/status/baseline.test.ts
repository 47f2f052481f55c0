import { describe, expect, it } from "vitest";
import type { Of } from "../rule.ts";
import { about, at, day, evidence, given } from "./given.fixture.ts";

const visits: Of<"baseline"> = {
  kind: "baseline",
  measure: { of: "workshop", take: "sum" },
  baseline: 2,
  by: day("2026-06-30"),
};
const distinct: Of<"baseline"> = { ...visits, measure: { of: "workshop", take: "distinct" } };
const recorded: Of<"baseline"> = { kind: "baseline", measure: visits.measure };
const equal = [evidence("2026-01-01", { amount: 2 })];
const above = [...equal, evidence("2026-06-30")];

describe("more than before", () => {
  it.each([
    ["none, on the deadline", [], "2026-06-30", "noEvidence"],
    ["none, the day after", [], "2026-07-01", "notMet"],
    ["as many, on the deadline", equal, "2026-06-30", "onTheWay"],
    ["as many, the day after", equal, "2026-07-01", "notMet"],
    ["more, the day before the last", above, "2026-06-29", "onTheWay"],
    ["more, on the deadline", above, "2026-06-30", "met"],
    ["more, long after", above, "2029-01-01", "met"],
    ["more, but a day too late", [...equal, evidence("2026-07-01")], "2026-07-01", "notMet"],
  ])("%s", (_, evidence, on, expected) => {
    expect(given(visits, { evidence }).on(on).status).toBe(expected);
  });

  it.each([
    [
      "two subjects often",
      [...about("2026-01-01", "a", "b"), ...about("2026-02-01", "a", "b")],
      2,
      "onTheWay",
    ],
    ["three subjects once", about("2026-01-01", "a", "b", "c"), 3, "met"],
    ["evidence about nobody", [evidence("2026-01-01", { amount: 9 })], 0, "noEvidence"],
  ])("distinct subjects: %s", (_, evidence, value, expected) => {
    const answer = given(distinct, { evidence }).on("2026-03-01");
    expect(answer.status).toBe(expected);
    expect(answer.why).toEqual({ rule: "baseline", of: "workshop", take: "distinct", value, baseline: 2 });
    expect(answer.evidence.every(({ subject }) => subject !== undefined)).toBe(true);
  });

  it("is unknown without a baseline, whatever was done, also after the plan", () => {
    const answer = given(recorded, { evidence: above });
    expect([answer.on("2026-01-01").status, answer.on("2027-05-01").status]).toEqual(["unknown", "unknown"]);
    expect(answer.on("2027-05-01").why).toEqual({ rule: "baseline", of: "workshop", take: "sum", value: 3 });
  });

  it("is compared with the baseline recorded last, on every day once it is known", () => {
    const baseline = {
      commitment: "c-1",
      value: 5,
      recordedAt: at("2025-06-01"),
      withdrawnAt: at("2026-02-01"),
    };
    const corrected = { commitment: "c-1", value: 2, recordedAt: at("2026-02-01") };
    const other = { commitment: "c-2", value: 0, recordedAt: at("2026-03-01") };
    const answer = given(recorded, { evidence: above, baselines: [corrected, baseline, other] });
    expect(answer.on("2026-06-30", at("2025-05-31")).status).toBe("unknown");
    expect(answer.on("2026-06-30", at("2025-06-01")).status).toBe("onTheWay");
    expect(answer.on("2026-06-30", at("2026-02-01")).status).toBe("met");
    expect(answer.on("2025-05-02").status).toBe("noEvidence");
  });

  it("above zero means at least one", () => {
    const any = given({ ...visits, baseline: 0 }, { evidence: equal });
    expect([any.on("2025-12-31").status, any.on("2026-01-01").status]).toEqual(["noEvidence", "met"]);
  });
});
