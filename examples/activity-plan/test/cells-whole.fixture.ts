/** The rows of the table about the whole: outcome, all, and what is not in force. */
import { all, type Cell, done, told } from "./table.fixture.ts";

const turnedOut = (measure: string) =>
  ({ kind: "outcome", goals: [{ measure, op: ">=", value: 2 }, { judged: "judged" }] }) as const;
const measured = (measure: string, value: number) =>
  told("recordMeasure", { measure, value, on: "2026-03-01" });
const judged = (reached: boolean) => told("recordVerdict", { judged: "judged", reached, on: "2026-06-30" });
const one = { kind: "count", of: "done", atLeast: 1, by: "2026-06-30" } as const;
const nothingAsked = { kind: "each", of: "asked", then: "answered", within: "P14D" } as const;
const drafted = { kind: "milestone", stages: [{ name: "draft", by: "2026-03-31" }] } as const;
const unknown = { kind: "coverage", population: "nobody", obligation: "done", share: "all" } as const;

export const wholes: ReadonlyArray<Cell> = [
  {
    name: "outcome: every goal reached",
    rule: turnedOut("seats-1"),
    told: all(measured("seats-1", 2), judged(true)),
    expected: { "2026-06-29": "unknown", "2026-06-30": "met", "2027-01-01": "met" },
  },
  {
    name: "outcome: a measure missed",
    rule: turnedOut("seats-2"),
    told: all(measured("seats-2", 1), judged(true)),
    expected: { "2026-06-30": "notMet", "2027-01-01": "notMet" },
  },
  {
    name: "outcome: a verdict against it",
    rule: turnedOut("seats-3"),
    told: all(measured("seats-3", 2), judged(false)),
    expected: { "2026-06-30": "notMet" },
  },
  {
    // Unknown is tried before the rest of the row, so a miss does not hide that something was never recorded.
    name: "outcome: one missed, one not recorded",
    rule: turnedOut("seats-4"),
    told: all(measured("seats-4", 1)),
    expected: { "2026-03-01": "unknown", "2027-01-01": "unknown" },
  },
  {
    name: "outcome: nothing recorded",
    rule: turnedOut("seats-5"),
    expected: { "2026-06-30": "unknown", "2027-01-01": "unknown" },
  },
  {
    name: "all: none is applicable",
    rule: { kind: "all", rules: [nothingAsked, nothingAsked] },
    expected: { "2026-06-30": "notApplicable", "2027-01-01": "notApplicable" },
  },
  {
    name: "all: one met, one not applicable",
    rule: { kind: "all", rules: [one, nothingAsked] },
    told: all(done("2026-03-01")),
    expected: { "2026-02-28": "noEvidence", "2026-03-01": "met", "2027-01-01": "met" },
  },
  {
    name: "all: not met comes before late, late before unknown",
    rule: { kind: "all", rules: [unknown, drafted, { ...one, of: "adopted" }] },
    expected: {
      "2026-03-31": "unknown",
      "2026-04-01": "late",
      "2026-06-30": "late",
      "2026-07-01": "notMet",
    },
  },
  {
    name: "all: no evidence of any",
    rule: { kind: "all", rules: [one, { ...one, of: "adopted" }] },
    expected: { "2026-06-30": "noEvidence", "2026-07-01": "notMet" },
  },
  {
    name: "all: one met, one to come",
    rule: { kind: "all", rules: [one, { ...one, of: "adopted", by: "2026-12-31" }] },
    told: all(done("2026-03-01"), done("2026-05-01", { of: "adopted" })),
    expected: { "2026-02-28": "noEvidence", "2026-03-01": "onTheWay", "2026-05-01": "met" },
  },
  {
    name: "a commitment dropped, and restored",
    rule: one,
    told: all(told("drop", {}, "2026-03-01"), told("restore", {}, "2026-06-30")),
    expected: {
      "2026-02-28": "noEvidence",
      "2026-03-01": "notApplicable",
      "2026-06-29": "notApplicable",
      "2026-06-30": "noEvidence",
      "2026-07-01": "notMet",
    },
  },
  {
    name: "a commitment changed: the rule in force on the day",
    rule: { ...one, atLeast: 3 },
    told: all(done("2026-03-01"), told("change", { rule: one }, "2026-05-01")),
    expected: { "2026-04-30": "onTheWay", "2026-05-01": "met" },
  },
];
