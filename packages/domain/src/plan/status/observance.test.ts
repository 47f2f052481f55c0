import { describe, expect, it } from "vitest";
import type { Facts, Observance } from "../facts.ts";
import type { Of } from "../rule.ts";
import { at, day, evidence, given, recordedAt } from "./given.fixture.ts";

const may: Observance = { code: "may-day", when: { month: 5, day: 1 }, conditional: false };
const pride: Observance = { code: "pride", when: { days: [day("2025-08-02")] }, conditional: false };
const forum: Observance = { code: "forum", when: { days: [] }, conditional: true };
const march: Observance = { code: "womens-day", when: { month: 3, day: 8 }, conditional: true };
const observances = [may, pride, forum, march];

const of = (...codes: [string, ...ReadonlyArray<string>]): Of<"observance"> => ({
  kind: "observance",
  observances: codes,
});
const marked = (code: string, ...days: ReadonlyArray<string>) => days.map((on) => evidence(on, { of: code }));
const set = (observance: string, year: number, ...days: ReadonlyArray<string>) => ({
  observance,
  year,
  days: days.map(day),
  recordedAt,
});
const off = (observance: string, on: string) => ({ observance, on: day(on), recordedAt });
const ask = (rule: Of<"observance">, facts: Partial<Facts> = {}) => given(rule, { observances, ...facts });

describe("fixed days", () => {
  it.each([
    ["none due yet", of("womens-day"), [], "2026-03-07", "noEvidence"],
    ["on its day, unmarked", of("womens-day"), [], "2026-03-08", "onTheWay"],
    ["fourteen days after, unmarked", of("womens-day"), [], "2026-03-22", "onTheWay"],
    ["fifteen days after, unmarked", of("womens-day"), [], "2026-03-23", "late"],
    ["on the plan's last day, unmarked", of("womens-day"), [], "2027-04-30", "late"],
    ["after the plan, unmarked", of("womens-day"), [], "2027-05-01", "notMet"],
    ["marked", of("womens-day"), marked("womens-day", "2026-03-08"), "2026-12-31", "onTheWay"],
    [
      "marked the first year only",
      of("womens-day"),
      marked("womens-day", "2026-03-08"),
      "2027-03-23",
      "late",
    ],
    [
      "marked every year",
      of("womens-day"),
      marked("womens-day", "2026-03-08", "2027-03-08"),
      "2027-04-30",
      "onTheWay",
    ],
    [
      "marked every year, after the plan",
      of("womens-day"),
      marked("womens-day", "2026-03-08", "2027-03-08"),
      "2027-05-01",
      "met",
    ],
    ["due on the plan's first day", of("may-day"), [], "2025-05-16", "late"],
    [
      "the plan ends before the next",
      of("may-day"),
      marked("may-day", "2025-05-01", "2026-05-01"),
      "2027-05-01",
      "met",
    ],
    ["marked on the eve", of("womens-day"), marked("womens-day", "2026-03-07"), "2026-03-30", "onTheWay"],
    [
      "marked late, caught up",
      of("womens-day"),
      marked("womens-day", "2026-04-10"),
      "2026-04-10",
      "onTheWay",
    ],
    [
      "nearest the day before the plan",
      of("womens-day"),
      marked("womens-day", "2025-05-02"),
      "2026-03-23",
      "late",
    ],
    [
      "one of two unmarked",
      of("may-day", "womens-day"),
      marked("may-day", "2025-05-01"),
      "2026-03-23",
      "late",
    ],
    [
      "marked after the plan",
      of("womens-day"),
      marked("womens-day", "2026-03-08", "2027-05-01"),
      "2027-05-01",
      "notMet",
    ],
  ])("%s", (_, rule, evidence, on, expected) => {
    expect(ask(rule, { evidence }).on(on).status).toBe(expected);
  });

  it("an occasion of the plan's last fortnight is judged at once when the plan is over", () => {
    const late = given(of("last"), {
      observances: [{ code: "last", when: { month: 4, day: 25 }, conditional: false }],
      evidence: marked("last", "2026-04-25"),
    });
    expect([late.on("2027-04-30").status, late.on("2027-05-01").status]).toEqual(["onTheWay", "notMet"]);
  });

  it("29 February is the 28th in other years", () => {
    const leap = given(of("leap"), {
      observances: [{ code: "leap", when: { month: 2, day: 29 }, conditional: false }],
    });
    expect(leap.on("2026-02-27").status).toBe("noEvidence");
    expect(leap.on("2026-02-28").missing).toEqual(["leap/2026-02-28"]);
  });
});

describe("days set by others", () => {
  const facts = { daysSet: [set("pride", 2026, "2026-08-01")] };
  const both = marked("pride", "2025-08-02", "2026-08-01");

  it.each([
    ["not set, the year not over", {}, marked("pride", "2025-08-02"), "2026-12-31", "onTheWay"],
    ["not set, the year over", {}, marked("pride", "2025-08-02"), "2027-01-01", "unknown"],
    ["not set, after the plan", {}, marked("pride", "2025-08-02"), "2027-05-01", "unknown"],
    ["set, unmarked in time", facts, marked("pride", "2025-08-02"), "2026-08-15", "onTheWay"],
    ["set, unmarked too long", facts, marked("pride", "2025-08-02"), "2026-08-16", "late"],
    ["set and marked, the last year not set", facts, both, "2027-05-01", "met"],
    ["set and marked, long after the last year", facts, both, "2029-01-01", "met"],
    ["set to no day", { daysSet: [set("pride", 2026)] }, marked("pride", "2025-08-02"), "2027-05-01", "met"],
    [
      "set outside the plan",
      { daysSet: [set("pride", 2025, "2025-03-01"), set("pride", 2026)] },
      [],
      "2027-05-01",
      "notApplicable",
    ],
  ])("%s", (_, facts, evidence, on, expected) => {
    expect(ask(of("pride"), { ...facts, evidence }).on(on).status).toBe(expected);
  });

  it("are those recorded last, as known at an instant", () => {
    const moved = [
      { ...set("pride", 2026, "2026-08-08"), recordedAt: at("2026-05-01") },
      { ...set("pride", 2026, "2026-08-01"), recordedAt: at("2026-02-01") },
    ];
    const answer = ask(of("pride"), { daysSet: moved, evidence: marked("pride", "2025-08-02") });
    expect(answer.on("2026-08-08").missing).toEqual(["pride/2026-08-08"]);
    expect(answer.on("2026-08-08", at("2026-04-30")).missing).toEqual(["pride/2026-08-01"]);
    expect(answer.on("2027-01-01", at("2026-01-31")).status).toBe("unknown");
  });

  it.each([
    ["2026-08-02", "2026-08-03", "pride/2026-08-03"],
    ["2026-08-02", "2026-08-04", "pride/2026-08-04"],
    ["2026-08-03", "2026-08-04", "pride/2026-08-01"],
  ])("evidence of %s marks the nearer of 1 August and %s, the earlier of two as near", (on, second, open) => {
    const answer = ask(of("pride"), {
      daysSet: [set("pride", 2025), set("pride", 2026, "2026-08-01", second)],
      evidence: marked("pride", on),
    });
    expect(answer.on("2026-08-04").missing).toEqual([open]);
  });

  it("one unknown year makes the whole unknown, and is shown", () => {
    const answer = ask(of("may-day", "forum"), { evidence: marked("may-day", "2025-05-01") }).on(
      "2026-01-01",
    );
    expect(answer.status).toBe("unknown");
    expect(answer.why).toMatchObject({
      occurrences: [
        { observance: "may-day", state: "marked", on: "2025-05-01" },
        { observance: "may-day", state: "ahead", on: "2026-05-01" },
        { observance: "forum", state: "unknown", year: 2025 },
      ],
    });
  });
});

describe("not held", () => {
  const first = off("womens-day", "2026-03-08");
  const held = [first, off("womens-day", "2027-03-08")];

  it.each([
    ["once, the other marked", [first], marked("womens-day", "2027-03-08"), "2027-05-01", "met"],
    ["once, the other unmarked", [first], [], "2027-05-01", "notMet"],
    ["once, during the plan", [first], [], "2026-04-01", "onTheWay"],
    ["every year, on the plan's last day", held, [], "2027-04-30", "onTheWay"],
    ["every year, after the plan", held, [], "2027-05-01", "notApplicable"],
    ["said so, yet marked", held, marked("womens-day", "2026-03-08", "2027-03-08"), "2027-05-01", "met"],
    [
      "withdrawn",
      [{ ...off("womens-day", "2026-03-08"), withdrawnAt: at("2026-04-01") }],
      [],
      "2026-04-01",
      "late",
    ],
  ])("%s", (_, notHeld, evidence, on, expected) => {
    expect(ask(of("womens-day"), { notHeld, evidence }).on(on).status).toBe(expected);
  });

  it("is accepted only where the observance is conditional", () => {
    const answer = ask(of("may-day"), { notHeld: [off("may-day", "2025-05-01")] });
    expect(answer.on("2025-05-16").status).toBe("late");
  });

  it("is not applicable after the plan where none was due", () => {
    expect(
      ask(of("forum"), { daysSet: [set("forum", 2025), set("forum", 2026)] }).on("2027-05-01").status,
    ).toBe("notApplicable");
  });
});

it("tells every occasion of the plan, lists those unmarked, and shows the evidence that marks one", () => {
  const evidence = marked("womens-day", "2026-03-09", "2025-05-05");
  const answer = ask(of("womens-day", "may-day"), { evidence }).on("2026-05-02");
  expect(answer.why).toEqual({
    rule: "observance",
    occurrences: [
      { observance: "may-day", state: "late", on: "2025-05-01" },
      { observance: "womens-day", state: "marked", on: "2026-03-08" },
      { observance: "may-day", state: "open", on: "2026-05-01" },
      { observance: "womens-day", state: "ahead", on: "2027-03-08" },
    ],
  });
  expect(answer.missing).toEqual(["may-day/2025-05-01", "may-day/2026-05-01"]);
  expect(answer.evidence.map(({ on }) => on)).toEqual(["2026-03-09"]);
});
