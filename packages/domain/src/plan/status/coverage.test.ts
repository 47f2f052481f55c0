import { Span } from "@verksam/kernel";
import { describe, expect, it } from "vitest";
import type { Of } from "../rule.ts";
import { about, at, day, evidence, given, period, recordedAt } from "./given.fixture.ts";

const rule: Of<"coverage"> = {
  kind: "coverage",
  population: "associations",
  obligation: "workshop",
  share: "all",
  by: day("2026-06-30"),
};
const half: Of<"coverage"> = { ...rule, share: { n: 1, d: 2 } };
const member = (member: string, more = {}) => ({
  population: "associations",
  member,
  from: period.from,
  recordedAt,
  ...more,
});
const excuse = (member: string, from: string, reason = "dormant") => ({
  commitment: "c-1",
  member,
  from: day(from),
  reason,
  recordedAt,
});
const three = [member("a"), member("b"), member("c")];
const two = about("2026-03-01", "a", "b");

describe("a share of a population", () => {
  it.each([
    ["none, on the deadline", rule, [], "2026-06-30", "noEvidence"],
    ["none, the day after", rule, [], "2026-07-01", "notMet"],
    ["some, on the deadline", rule, two, "2026-06-30", "onTheWay"],
    ["some, the day after", rule, two, "2026-07-01", "notMet"],
    ["all, the day before the last", rule, [...two, ...about("2026-06-30", "c")], "2026-06-29", "onTheWay"],
    ["all, on the deadline", rule, [...two, ...about("2026-06-30", "c")], "2026-06-30", "met"],
    ["all, long after", rule, [...two, ...about("2026-06-30", "c")], "2029-01-01", "met"],
    ["the last a day too late", rule, [...two, ...about("2026-07-01", "c")], "2026-07-01", "notMet"],
    ["one of three is not half", half, about("2026-03-01", "a"), "2026-03-01", "onTheWay"],
    ["two of three are half", half, two, "2026-03-01", "met"],
    ["one twice is one", half, [...about("2026-03-01", "a", "a")], "2026-03-01", "onTheWay"],
    ["a stranger is nobody", rule, about("2026-03-01", "x"), "2026-03-01", "noEvidence"],
    ["evidence about nobody covers nobody", rule, [evidence("2026-03-01")], "2026-03-01", "noEvidence"],
  ] as const)("%s", (_, rule, evidence, on, expected) => {
    expect(given(rule, { memberships: three, evidence }).on(on).status).toBe(expected);
  });

  it("is unknown while no member was ever recorded, also after the deadline", () => {
    const answer = given(rule, { memberships: [member("a", { population: "boards" })], evidence: two });
    expect([answer.on("2026-06-30").status, answer.on("2026-07-01").status]).toEqual(["unknown", "unknown"]);
    expect(answer.on("2026-06-30").why).not.toHaveProperty("size");
  });

  it("is unknown as known before the first member was recorded", () => {
    const answer = given(rule, { memberships: [member("a", { recordedAt: at("2025-09-01") })] });
    expect(answer.on("2026-01-01", at("2025-08-31")).status).toBe("unknown");
    expect(answer.on("2026-01-01", at("2025-09-01")).status).toBe("noEvidence");
  });

  it.each([
    ["all have left", [member("a", { to: day("2025-12-31") })], [], "2026-01-01"],
    ["nobody has come yet", [member("a", { from: day("2026-02-01") })], [], "2026-01-01"],
    ["all are excused", [member("a")], [excuse("a", "2026-01-01")], "2026-01-01"],
    ["all are excused, after the deadline", [member("a")], [excuse("a", "2026-01-01")], "2026-07-01"],
  ])("is not applicable where nobody is left: %s", (_, memberships, excuses, on) => {
    expect(given(rule, { memberships, excuses }).on(on).status).toBe("notApplicable");
  });

  it("excuses from a day, and shows the reason", () => {
    const answer = given(rule, { memberships: three, evidence: two, excuses: [excuse("c", "2026-05-01")] });
    expect([answer.on("2026-04-30").status, answer.on("2026-05-01").status]).toEqual(["onTheWay", "met"]);
    expect(answer.on("2026-05-01").why).toEqual({
      rule: "coverage",
      population: "associations",
      obligation: "workshop",
      share: "all",
      asOf: "2026-05-01",
      size: 3,
      needed: 2,
      covered: ["a", "b"],
      missing: [],
      excused: [{ member: "c", from: "2026-05-01", reason: "dormant" }],
    });
  });

  it("does not excuse after the deadline, nor for another commitment", () => {
    const late = [excuse("c", "2026-07-01"), { ...excuse("c", "2026-05-01"), commitment: "c-2" }];
    expect(given(rule, { memberships: three, evidence: two, excuses: late }).on("2026-08-01").status).toBe(
      "notMet",
    );
  });

  it("counts whoever is excused and has done it as covered", () => {
    const answer = given(half, {
      memberships: three,
      evidence: about("2026-03-01", "a"),
      excuses: [excuse("a", "2026-03-01"), excuse("b", "2026-03-01")],
    });
    expect(answer.on("2026-03-01").status).toBe("met");
  });

  it("is about the population of the deadline, however much later it is asked", () => {
    const memberships = [
      ...three.slice(0, 2),
      member("c", { to: day("2026-06-29") }),
      member("d", { from: day("2026-07-01") }),
    ];
    const answer = given(rule, { memberships, evidence: two });
    expect([answer.on("2026-06-29").status, answer.on("2026-06-30").status]).toEqual(["onTheWay", "met"]);
    expect(answer.on("2027-06-01").status).toBe("met");
  });

  it("lists who is missing, and the evidence that covers somebody", () => {
    const evidence = [...about("2026-03-01", "b", "x"), ...about("2025-04-30", "a")];
    const answer = given(rule, { memberships: three, evidence }).on("2026-06-30");
    expect(answer.missing).toEqual(["a", "c"]);
    expect(answer.evidence.map(({ subject }) => subject)).toEqual(["b"]);
  });
});

describe("coverage that ages", () => {
  const monthly: Of<"coverage"> = {
    kind: "coverage",
    population: "associations",
    obligation: "workshop",
    share: "all",
    every: Span.make("P1M"),
  };
  const answer = given(monthly, { memberships: [member("a")], evidence: about("2026-02-28", "a") });

  it.each([
    ["2026-02-28", "met"],
    ["2026-03-27", "met"],
    ["2026-03-28", "noEvidence"],
    ["2027-04-30", "noEvidence"],
    ["2027-05-01", "notMet"],
  ])("evidence of 28 February, good for a month, on %s: %s", (on, expected) => {
    expect(answer.on(on).status).toBe(expected);
  });

  it("shows of a covered member only what still covers", () => {
    const evidence = [...about("2026-02-28", "a"), ...about("2026-03-10", "a")];
    const shown = given(monthly, { memberships: [member("a")], evidence }).on("2026-03-28").evidence;
    expect(shown.map(({ on }) => on)).toEqual(["2026-03-10"]);
  });

  it("no longer shows evidence that covers nobody", () => {
    expect([answer.on("2026-03-27").evidence.length, answer.on("2026-03-28").evidence.length]).toEqual([
      1, 0,
    ]);
  });
});
