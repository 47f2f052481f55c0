/** The row of the table about days that come back. */
import { all, type Cell, done } from "./table.fixture.ts";

const marked = (observance: string) => ({ kind: "observance", observances: [observance] }) as const;

export const observances: ReadonlyArray<Cell> = [
  {
    name: "observance: marked on its day",
    rule: marked("feast"),
    told: all(done("2026-05-01", { of: "feast" })),
    expected: {
      "2026-04-30": "noEvidence",
      "2026-05-01": "onTheWay",
      "2026-12-31": "onTheWay",
      "2027-01-01": "met",
    },
  },
  {
    name: "observance: not marked",
    rule: marked("feast"),
    expected: {
      "2026-05-15": "onTheWay",
      "2026-05-16": "late",
      "2026-12-31": "late",
      "2027-01-01": "notMet",
    },
  },
  {
    name: "observance: unmarked on the eve of the plan's end, at once",
    rule: marked("eve"),
    expected: { "2026-12-29": "noEvidence", "2026-12-30": "onTheWay", "2027-01-01": "notMet" },
  },
  {
    name: "observance: days never set",
    rule: marked("unset"),
    expected: { "2026-12-31": "noEvidence", "2027-01-01": "unknown" },
  },
  {
    name: "observance: days set by others",
    rule: marked("set"),
    told: all(done("2026-09-01", { of: "set" })),
    expected: { "2026-08-31": "noEvidence", "2026-09-01": "onTheWay", "2027-01-01": "met" },
  },
  {
    name: "observance: no day that year",
    rule: marked("none"),
    expected: { "2026-12-31": "noEvidence", "2027-01-01": "notApplicable" },
  },
  {
    name: "observance: conditional and not held",
    rule: marked("cancelled"),
    expected: { "2026-07-31": "noEvidence", "2026-08-16": "onTheWay", "2027-01-01": "notApplicable" },
  },
  {
    name: "observance: conditional, and nobody has said that it was not held",
    rule: marked("untold"),
    expected: { "2026-08-15": "onTheWay", "2026-08-16": "late", "2027-01-01": "notMet" },
  },
];
