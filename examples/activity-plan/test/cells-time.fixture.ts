/** The rows of the table about when: milestone, standing, each. */
import { about, all, type Cell, done, stage, told } from "./table.fixture.ts";

const staged = {
  kind: "milestone",
  stages: [
    { name: "draft", by: "2026-03-31" },
    { name: "adopted", by: "2026-06-30" },
  ],
} as const;
const quarterly = { kind: "standing", of: "done", every: "P3M" } as const;
const answered = { kind: "each", of: "asked", then: "answered", within: "P14D" } as const;
const asked = (on: string, subject: string) => done(on, { of: "asked", subject });
const answer = (on: string, subject: string) => done(on, { of: "answered", subject });

export const times: ReadonlyArray<Cell> = [
  {
    name: "milestone: each stage on its day",
    rule: staged,
    told: all(stage("draft", "2026-03-31"), stage("adopted", "2026-06-30")),
    expected: {
      "2026-03-30": "noEvidence",
      "2026-03-31": "onTheWay",
      "2026-06-29": "onTheWay",
      "2026-06-30": "met",
      "2027-01-01": "met",
    },
  },
  {
    name: "milestone: none",
    rule: staged,
    expected: {
      "2026-03-31": "noEvidence",
      "2026-04-01": "late",
      "2026-12-31": "late",
      "2027-01-01": "notMet",
    },
  },
  {
    name: "milestone: late, then all the same",
    rule: staged,
    told: all(stage("draft", "2026-04-10"), stage("adopted", "2026-06-01")),
    expected: { "2026-04-09": "late", "2026-04-10": "onTheWay", "2026-06-01": "met" },
  },
  {
    name: "milestone: stuck before the last stage",
    rule: staged,
    told: all(stage("draft", "2026-03-01")),
    expected: { "2026-06-30": "onTheWay", "2026-07-01": "late", "2027-01-01": "notMet" },
  },
  {
    name: "milestone: without days, on the plan's last",
    rule: { kind: "milestone", stages: [{ name: "draft" }] },
    told: all(stage("draft", "2026-12-31")),
    expected: { "2026-12-30": "noEvidence", "2026-12-31": "met", "2027-01-01": "met" },
  },
  {
    name: "milestone: after the plan is too late",
    rule: { kind: "milestone", stages: [{ name: "draft" }] },
    told: all(stage("draft", "2027-01-01")),
    expected: { "2026-12-31": "noEvidence", "2027-01-01": "notMet" },
  },
  {
    name: "milestone: the day moved by a decision",
    rule: staged,
    told: all(told("moveDeadline", { by: "2026-04-30", about: "draft" }, "2026-03-20")),
    expected: { "2026-03-31": "noEvidence", "2026-04-30": "noEvidence", "2026-05-01": "late" },
  },
  {
    name: "standing: kept up, then not",
    rule: quarterly,
    told: all(done("2026-02-15"), done("2026-05-14")),
    expected: {
      "2026-02-14": "noEvidence",
      "2026-02-15": "met",
      "2026-08-13": "met",
      "2026-08-14": "late",
      "2026-12-31": "late",
      "2027-01-01": "notMet",
    },
  },
  {
    name: "standing: never",
    rule: quarterly,
    expected: {
      "2026-03-31": "noEvidence",
      "2026-04-01": "late",
      "2026-12-31": "late",
      "2027-01-01": "notMet",
    },
  },
  {
    name: "standing: month ends are clamped",
    rule: { ...quarterly, every: "P1M" },
    told: all(done("2026-02-28")),
    expected: { "2026-03-27": "met", "2026-03-28": "late" },
  },
  {
    name: "standing: fresh on the plan's last day",
    rule: quarterly,
    told: all(done("2026-10-01")),
    expected: { "2026-12-31": "met", "2027-01-01": "met", "2027-02-01": "met" },
  },
  {
    name: "standing: about each of two",
    rule: { ...quarterly, about: ["a", "b"] },
    told: all(about("2026-02-01", "a"), about("2026-03-01", "b")),
    expected: {
      "2026-01-31": "noEvidence",
      "2026-02-01": "onTheWay",
      "2026-03-01": "met",
      "2026-04-30": "met",
      "2026-05-01": "late",
      "2027-01-01": "notMet",
    },
  },
  {
    name: "standing: about two, one of them never",
    rule: { ...quarterly, about: ["a", "b"] },
    told: all(about("2026-03-15", "a")),
    expected: { "2026-03-31": "onTheWay", "2026-04-01": "late" },
  },
  {
    name: "each: nothing to answer",
    rule: answered,
    expected: { "2026-06-30": "notApplicable", "2027-01-01": "notApplicable" },
  },
  {
    name: "each: answered in time",
    rule: answered,
    told: all(asked("2026-03-01", "s1"), answer("2026-03-15", "s1")),
    expected: {
      "2026-02-28": "notApplicable",
      "2026-03-01": "onTheWay",
      "2026-03-14": "onTheWay",
      "2026-03-15": "met",
      "2027-01-01": "met",
    },
  },
  {
    // After the plan an overdue one stays late: in its row, late comes before not met.
    name: "each: never answered",
    rule: answered,
    told: all(asked("2026-03-01", "s1"), answer("2026-02-01", "s1"), answer("2026-03-05", "s2")),
    expected: { "2026-03-15": "onTheWay", "2026-03-16": "late", "2026-12-31": "late", "2027-01-01": "late" },
  },
  {
    name: "each: answered late, which is told in days",
    rule: answered,
    told: all(asked("2026-03-01", "s1"), answer("2026-04-01", "s1")),
    expected: { "2026-03-31": "late", "2026-04-01": "met" },
  },
  {
    name: "each: still in time when the plan ends",
    rule: answered,
    told: all(asked("2026-12-30", "s1")),
    expected: { "2026-12-31": "onTheWay", "2027-01-01": "notMet" },
  },
];
