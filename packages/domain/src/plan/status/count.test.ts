import { describe, expect, it } from "vitest";
import type { Of } from "../rule.ts";
import { at, day, evidence, given } from "./given.fixture.ts";

const two: Of<"count"> = { kind: "count", of: "workshop", atLeast: 2 };
const beforeJuly: Of<"count"> = { ...two, by: day("2026-06-30") };
const one = [evidence("2026-03-08")];
const both = [...one, evidence("2026-06-30")];

describe("at least so many", () => {
  it.each([
    ["none, before the deadline", [], "2026-06-29", "noEvidence"],
    ["none, on the deadline", [], "2026-06-30", "noEvidence"],
    ["none, the day after", [], "2026-07-01", "notMet"],
    ["some, before the deadline", one, "2026-06-29", "onTheWay"],
    ["some, on the deadline", one, "2026-06-30", "onTheWay"],
    ["some, the day after", one, "2026-07-01", "notMet"],
    ["the last on the deadline, asked the day before", both, "2026-06-29", "onTheWay"],
    ["the last on the deadline", both, "2026-06-30", "met"],
    ["enough, asked long after the plan", both, "2029-01-01", "met"],
    ["the last a day too late", [...one, evidence("2026-07-01")], "2026-07-01", "notMet"],
    ["before the first piece", one, "2026-03-07", "noEvidence"],
    ["on the day of the first piece", one, "2026-03-08", "onTheWay"],
  ])("%s", (_, evidence, on, expected) => {
    expect(given(beforeJuly, { evidence }).on(on).status).toBe(expected);
  });

  it.each([
    ["none on the plan's last day", [], "2027-04-30", "noEvidence"],
    ["none after the plan", [], "2027-05-01", "notMet"],
    ["some on the plan's last day", one, "2027-04-30", "onTheWay"],
    ["some after the plan", one, "2027-05-01", "notMet"],
    ["the last on the plan's last day", [...one, evidence("2027-04-30")], "2027-05-01", "met"],
    ["the last a day after the plan", [...one, evidence("2027-05-01")], "2027-05-01", "notMet"],
  ])("without a deadline the plan's last day is it: %s", (_, evidence, on, expected) => {
    expect(given(two, { evidence }).on(on).status).toBe(expected);
  });

  it("sums amounts, not pieces", () => {
    const answer = given(two, { evidence: [evidence("2026-01-01", { amount: 2 })] }).on("2026-01-01");
    expect(answer.status).toBe("met");
    expect(answer.why).toEqual({ rule: "count", of: "workshop", needed: 2, counted: 2, from: "2025-05-01" });
  });

  it.each([
    ["the day before", "2025-04-30", "noEvidence"],
    ["the first day", "2025-05-01", "onTheWay"],
  ])("counts from the plan's first day: %s", (_, on, expected) => {
    expect(given(two, { evidence: [evidence(on)] }).on("2026-01-01").status).toBe(expected);
  });

  it.each([
    ["the day before", "2026-03-31", "noEvidence"],
    ["the first day", "2026-04-01", "onTheWay"],
  ])("counts from the rule's own day: %s", (_, on, expected) => {
    const later = given({ ...two, from: day("2026-04-01") }, { evidence: [evidence(on)] });
    expect(later.on("2026-05-01").status).toBe(expected);
  });

  it("leaves out other kinds, and evidence named for another commitment", () => {
    const others = [evidence("2026-01-01", { of: "lecture" }), evidence("2026-01-01", { commitment: "c-2" })];
    expect(given(two, { evidence: others }).on("2026-02-01").status).toBe("noEvidence");
  });

  it("takes in what is named for it, in order of days beside what is common", () => {
    const [late, early, middle] = [
      evidence("2026-03-01"),
      evidence("2026-01-01"),
      evidence("2026-02-01", { commitment: "c-1" }),
    ];
    const answer = given(two, { evidence: [late, early, middle] }).on("2026-04-01");
    expect(answer.evidence.map(({ id }) => id)).toEqual([early.id, middle.id, late.id]);
  });

  it("shows the evidence without what the record says about it", () => {
    const piece = evidence("2026-01-01", { subject: "u-1", office: "chair", commitment: "c-1" });
    const { recordedAt: _, commitment: __, ...shown } = piece;
    expect(given(two, { evidence: [piece] }).on("2026-02-01").evidence).toEqual([shown]);
  });

  it("tells the deadline", () => {
    expect([given(two).on("2026-01-01").deadline, given(beforeJuly).on("2026-01-01").deadline]).toEqual([
      "2027-04-30",
      "2026-06-30",
    ]);
  });
});

describe("withdrawn, and recorded late", () => {
  const withdrawn = evidence("2026-03-08", { recordedAt: at("2026-03-09"), withdrawnAt: at("2026-03-20") });
  const known = given({ ...two, atLeast: 1 }, { evidence: [withdrawn] });

  it.each([
    ["before it was recorded", at("2026-03-08"), "noEvidence"],
    ["at the instant it was recorded", at("2026-03-09"), "met"],
    ["just before it was withdrawn", at("2026-03-19"), "met"],
    ["at the instant it was withdrawn", at("2026-03-20"), "noEvidence"],
    ["by all that is recorded", undefined, "noEvidence"],
  ])("as known %s", (_, knownAt, expected) => {
    expect(known.on("2026-06-01", knownAt).status).toBe(expected);
  });

  it("evidence recorded after the deadline counts for its own day, once it is known", () => {
    const late = given(
      { ...two, atLeast: 1, by: day("2026-06-30") },
      {
        evidence: [evidence("2026-06-30", { recordedAt: at("2026-08-01") })],
      },
    );
    expect(late.on("2026-07-01", at("2026-07-01")).status).toBe("notMet");
    expect(late.on("2026-07-01", at("2026-08-01")).status).toBe("met");
    expect(late.on("2026-07-01").status).toBe("met");
  });
});
