import { Day, Instant } from "@verksam/kernel";
import type { Commitment, Evidence, Facts } from "../facts.ts";
import { prepare } from "../known.ts";
import type { DatedRule } from "../rule.ts";
import { status } from "../status.ts";

export const day = (text: string): Day => Day.make(text);
export const at = (text: string): Instant => Instant.make(`${text}T12:00:00.000Z`);

/** The plan of every test: two years, from May to April. */
export const period = { from: day("2025-05-01"), to: day("2027-04-30") };

/** When the entries of the tests were recorded, unless they say otherwise. */
export const recordedAt = at("2025-05-01");

export const nothing: Facts = {
  period,
  commitments: [],
  observances: [],
  evidence: [],
  memberships: [],
  excuses: [],
  baselines: [],
  stages: [],
  daysSet: [],
  notHeld: [],
  measured: [],
  verdicts: [],
};

export const commitment = (rule: DatedRule): Commitment => ({
  id: "c-1",
  code: "E5",
  area: "E",
  decisions: [{ kind: "made", rule, from: period.from, reason: "adopted", recordedAt }],
});

let ids = 0;

/** Evidence of kind `workshop` on a day. */
export const evidence = (on: string, more: Partial<Evidence> = {}): Evidence => ({
  id: `e-${++ids}`,
  of: "workshop",
  on: day(on),
  amount: 1,
  unit: "board",
  recordedAt,
  ...more,
});

/** Evidence about each of the subjects, on one day. */
export const about = (on: string, ...subjects: ReadonlyArray<string>): ReadonlyArray<Evidence> =>
  subjects.map((subject) => evidence(on, { subject }));

/** The answer for a commitment with this rule and these facts. */
export const given = (rule: DatedRule, facts: Partial<Facts> = {}) => ({
  on: (on: string, knownAt?: Instant) =>
    status(prepare({ ...nothing, ...facts }, { knownAt }), commitment(rule), day(on)),
});
