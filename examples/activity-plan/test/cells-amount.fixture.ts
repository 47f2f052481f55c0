/** The rows of the table about how much: count, coverage, baseline. */
import { about, all, type Cell, done, told } from "./table.fixture.ts";

const three = { kind: "count", of: "done", atLeast: 3, by: "2026-06-30" } as const;
const whole = { kind: "coverage", population: "four", obligation: "done", share: "all" } as const;
const byJune = { ...whole, by: "2026-06-30" } as const;
const above = { kind: "baseline", measure: { of: "done", take: "sum" } } as const;
const aboveTwo = { ...above, baseline: 2, by: "2026-06-30" } as const;
const excused = (member: string) => told("excuse", { member, from: "2026-05-01" });

export const amounts: ReadonlyArray<Cell> = [
  {
    name: "count: enough on the deadline",
    rule: three,
    told: all(done("2026-03-01", { amount: 2 }), done("2026-06-30")),
    expected: {
      "2026-02-28": "noEvidence",
      "2026-03-01": "onTheWay",
      "2026-06-29": "onTheWay",
      "2026-06-30": "met",
      "2026-07-01": "met",
      "2027-01-01": "met",
    },
  },
  {
    name: "count: the last a day too late",
    rule: three,
    told: all(done("2026-03-01", { amount: 2 }), done("2026-07-01")),
    expected: { "2026-06-30": "onTheWay", "2026-07-01": "notMet", "2027-01-01": "notMet" },
  },
  { name: "count: none", rule: three, expected: { "2026-06-30": "noEvidence", "2026-07-01": "notMet" } },
  {
    name: "count: a named day, the day before it",
    rule: { ...three, by: { before: "meeting" } },
    told: all(done("2026-06-30", { amount: 3 })),
    expected: { "2026-06-29": "noEvidence", "2026-06-30": "met" },
  },
  {
    name: "count: by the plan's last day where no day is named",
    rule: { kind: "count", of: "done", atLeast: 1 },
    told: all(done("2026-12-31")),
    expected: { "2026-12-30": "noEvidence", "2026-12-31": "met", "2027-01-01": "met" },
  },
  {
    name: "count: what comes after the plan does not count, nor what came before",
    rule: { kind: "count", of: "done", atLeast: 1 },
    told: all(done("2025-12-31"), done("2027-01-01")),
    expected: { "2026-01-01": "noEvidence", "2026-12-31": "noEvidence", "2027-01-01": "notMet" },
  },
  {
    name: "count: from a day",
    rule: { ...three, from: "2026-03-01", atLeast: 1 },
    told: all(done("2026-02-28")),
    expected: { "2026-02-28": "noEvidence", "2026-06-30": "noEvidence", "2026-07-01": "notMet" },
  },
  {
    name: "count: withdrawn",
    rule: { ...three, atLeast: 1 },
    told: (commitment) => {
      const evidence = done("2026-03-01")(commitment);
      return [evidence, { do: "evidence.withdraw", id: evidence.id, input: {}, reason: "Never happened." }];
    },
    expected: { "2026-03-01": "noEvidence", "2026-07-01": "notMet" },
  },
  {
    name: "coverage: all of them on the deadline",
    rule: byJune,
    told: all(about("2026-03-01", "m1"), about("2026-06-30", "m2", "m3", "m4")),
    expected: {
      "2026-02-28": "noEvidence",
      "2026-03-01": "onTheWay",
      "2026-06-29": "onTheWay",
      "2026-06-30": "met",
      "2026-07-01": "met",
    },
  },
  {
    name: "coverage: the last a day too late",
    rule: byJune,
    told: all(about("2026-03-01", "m1", "m2", "m3"), about("2026-07-01", "m4")),
    expected: { "2026-06-30": "onTheWay", "2026-07-01": "notMet" },
  },
  { name: "coverage: none", rule: byJune, expected: { "2026-06-30": "noEvidence", "2026-07-01": "notMet" } },
  {
    name: "coverage: two thirds of four are three",
    rule: { ...whole, share: { n: 2, d: 3 } },
    told: all(about("2026-03-01", "m1", "m2"), about("2026-05-01", "m3")),
    expected: { "2026-04-30": "onTheWay", "2026-05-01": "met", "2027-01-01": "met" },
  },
  {
    name: "coverage: nobody has said who belongs",
    rule: { ...byJune, population: "nobody" },
    told: all(about("2026-03-01", "m1")),
    expected: {
      "2026-01-01": "unknown",
      "2026-06-30": "unknown",
      "2026-07-01": "unknown",
      "2027-01-01": "unknown",
    },
  },
  {
    name: "coverage: nobody is left",
    rule: { ...byJune, population: "leavers" },
    expected: {
      "2026-06-14": "noEvidence",
      "2026-06-15": "notApplicable",
      "2026-07-01": "notApplicable",
      "2027-01-01": "notApplicable",
    },
  },
  {
    name: "coverage: the rest is excused",
    rule: byJune,
    told: all(about("2026-04-01", "m1", "m2", "m3"), excused("m4")),
    expected: { "2026-04-30": "onTheWay", "2026-05-01": "met" },
  },
  {
    name: "coverage: all are excused",
    rule: byJune,
    told: all(...["m1", "m2", "m3", "m4"].map(excused)),
    expected: { "2026-04-30": "noEvidence", "2026-05-01": "notApplicable", "2026-07-01": "notApplicable" },
  },
  {
    name: "coverage: it ages, and month ends are clamped",
    rule: { ...whole, every: "P3M" },
    told: all(about("2026-03-31", "m1", "m2", "m3", "m4")),
    expected: {
      "2026-06-29": "met",
      "2026-06-30": "met",
      "2026-07-01": "noEvidence",
      "2027-01-01": "notMet",
    },
  },
  {
    name: "coverage: the units of a kind on the day",
    rule: { ...whole, population: "clubs" },
    told: all(about("2026-03-15", "first")),
    expected: {
      "2026-03-31": "onTheWay",
      "2026-04-01": "met",
      "2026-06-30": "met",
      "2026-07-01": "onTheWay",
    },
  },
  {
    name: "baseline: more, on the deadline",
    rule: aboveTwo,
    told: all(done("2026-03-01", { amount: 2 }), done("2026-06-30")),
    expected: {
      "2026-02-28": "noEvidence",
      "2026-06-29": "onTheWay",
      "2026-06-30": "met",
      "2026-07-01": "met",
    },
  },
  {
    name: "baseline: as many are not more",
    rule: aboveTwo,
    told: all(done("2026-03-01", { amount: 2 })),
    expected: { "2026-06-30": "onTheWay", "2026-07-01": "notMet" },
  },
  {
    name: "baseline: none",
    rule: aboveTwo,
    expected: { "2026-06-30": "noEvidence", "2026-07-01": "notMet" },
  },
  {
    name: "baseline: nobody has recorded it",
    rule: above,
    told: all(done("2026-03-01", { amount: 9 })),
    expected: { "2026-01-01": "unknown", "2026-12-31": "unknown", "2027-01-01": "unknown" },
  },
  {
    name: "baseline: recorded by a decision",
    rule: above,
    told: all(told("recordBaseline", { value: 1 }), done("2026-03-01", { amount: 2 })),
    expected: { "2026-02-28": "noEvidence", "2026-03-01": "met" },
  },
  {
    name: "baseline: distinct subjects, and nothing about nobody",
    rule: { ...above, measure: { of: "done", take: "distinct" }, baseline: 1 },
    told: all(done("2026-03-01", { amount: 9 }), about("2026-04-01", "a"), about("2026-05-01", "a", "b")),
    expected: { "2026-03-31": "noEvidence", "2026-04-01": "onTheWay", "2026-05-01": "met" },
  },
];
