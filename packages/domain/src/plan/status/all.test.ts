import { describe, expect, it } from "vitest";
import { prepare } from "../known.ts";
import type { DatedRule } from "../rule.ts";
import type { Status, StatusName } from "../why.ts";
import { all } from "./all.ts";
import { ask } from "./asked.ts";
import { day, evidence, given, nothing } from "./given.fixture.ts";

const asked = ask(prepare(nothing), "c-1", day("2026-01-01"));
const part = (status: StatusName): Status => ({
  status,
  deadline: day("2026-01-01"),
  why: { rule: "notInForce", because: "notYetMade" },
  evidence: [],
  missing: [],
});

describe("rules that hold together", () => {
  it.each([
    [["met", "met"], "met"],
    [["met", "notApplicable"], "met"],
    [["notApplicable", "notApplicable"], "notApplicable"],
    [["met", "late", "notMet", "unknown"], "notMet"],
    [["unknown", "late", "met"], "late"],
    [["noEvidence", "unknown", "met"], "unknown"],
    [["unknown", "notApplicable"], "unknown"],
    [["noEvidence", "noEvidence"], "noEvidence"],
    [["noEvidence", "notApplicable"], "noEvidence"],
    [["noEvidence", "met"], "onTheWay"],
    [["onTheWay", "met"], "onTheWay"],
    [["onTheWay", "noEvidence", "notApplicable"], "onTheWay"],
  ] satisfies ReadonlyArray<[ReadonlyArray<StatusName>, StatusName]>)(
    "%s is %s, in any order",
    (parts, expected) => {
      expect(all(parts.map(part), asked).status).toBe(expected);
      expect(all(parts.map(part).reverse(), asked).status).toBe(expected);
    },
  );

  it("judges each part by its own rule, and shows shared evidence and what is missing once", () => {
    const stage: DatedRule = { kind: "milestone", stages: [{ name: "decided" }] };
    const count: DatedRule = { kind: "count", of: "workshop", atLeast: 1, by: day("2026-01-31") };
    const rule: DatedRule = {
      kind: "all",
      rules: [count, { kind: "all", rules: [{ ...count, atLeast: 3 }, stage] }, stage],
    };
    const answer = given(rule, { evidence: [evidence("2026-01-20")] }).on("2026-01-31");
    expect(answer).toMatchObject({ status: "onTheWay", deadline: "2027-04-30", missing: ["decided"] });
    expect(answer.evidence).toHaveLength(1);
    expect(answer.why).toMatchObject({
      rule: "all",
      parts: [
        { status: "met", deadline: "2026-01-31" },
        { status: "onTheWay", why: { parts: [{ status: "onTheWay" }, { status: "noEvidence" }] } },
        { status: "noEvidence" },
      ],
    });
    expect(given(rule, { evidence: [evidence("2026-01-20")] }).on("2026-02-01").status).toBe("notMet");
  });
});
