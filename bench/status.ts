/** The statuses of a plan of a thousand commitments, each fed by its own kind of evidence, every rule kind in turn. */

import { type DatedRule, type Evidence, type Facts, statuses } from "@verksam/domain/plan";
import { addDays, Day, Instant, Span } from "@verksam/kernel";
import type { Line } from "./measure.ts";

const from = Day.make("2025-05-01");
const to = Day.make("2027-04-30");
const asked = Day.make("2026-11-22");
const recordedAt = Instant.make("2025-05-01T08:00:00.000Z");
const count = 1000;
const units = Array.from({ length: 40 }, (_, unit) => `u-${unit}`);

const ruleOf = (number: number): DatedRule => {
  const of = `kind-${number}`;
  switch (number % 5) {
    case 0:
      return { kind: "count", of, atLeast: 200 };
    case 1:
      return { kind: "coverage", population: "units", obligation: of, share: "all" };
    case 2:
      return { kind: "baseline", measure: { of, take: "distinct" }, baseline: 30 };
    case 3:
      return { kind: "standing", of, every: Span.make("P6M") };
    default:
      // biome-ignore lint/suspicious/noThenProperty: the word of the rule, which nothing awaits
      return { kind: "each", of, then: `${of}-answered`, within: Span.make("P14D") };
  }
};

/** Spread over the plan's days and its units by whole-number steps, the same in every run. */
const evidenceOf = (pieces: number): ReadonlyArray<Evidence> =>
  Array.from({ length: pieces }, (_, piece) => {
    const commitment = piece % count;
    const isAnswer = commitment % 5 === 4 && (piece / count) % 2 >= 1;
    return {
      id: `e-${piece}`,
      of: `kind-${commitment}${isAnswer ? "-answered" : ""}`,
      on: addDays(from, (piece * 7) % 560),
      amount: 1,
      subject: units[(piece * 13) % units.length] ?? "u-0",
      unit: units[piece % units.length] ?? "u-0",
      recordedAt,
    };
  });

const factsOf = (pieces: number): Facts => ({
  period: { from, to },
  commitments: Array.from({ length: count }, (_, number) => ({
    id: `c-${number}`,
    code: `C${number}`,
    area: `A${number % 7}`,
    decisions: [
      {
        kind: "made",
        from,
        recordedAt,
        reason: "adopted",
        rule: ruleOf(number),
      },
    ],
  })),
  observances: [],
  evidence: evidenceOf(pieces),
  memberships: units.map((member) => ({ population: "units", member, from, recordedAt })),
  excuses: [],
  baselines: [],
  stages: [],
  daysSet: [],
  notHeld: [],
  measured: [],
  verdicts: [],
});

const timed = (pieces: number): number => {
  const facts = factsOf(pieces);
  const times = Array.from({ length: 7 }, () => {
    const begun = performance.now();
    if (statuses(facts, asked).length !== count) throw new Error("a commitment is missing");
    return performance.now() - begun;
  });
  return times.slice(1).sort((a, b) => a - b)[3] ?? Number.NaN;
};

export const status = async (): Promise<ReadonlyArray<Line>> => {
  const [some, more] = [timed(100_000), timed(1_000_000)];
  return [
    {
      what: "status of 1 000 commitments with 100 000 pieces of evidence, ms",
      figure: `${some.toFixed(0)} ms`,
      ratio: some,
      target: { atMost: 300 },
    },
    {
      what: "the same with 1 000 000 pieces ÷ with 100 000",
      figure: `${more.toFixed(0)} ms ÷ ${some.toFixed(0)} ms`,
      ratio: more / some,
      target: { atMost: 12 },
    },
  ];
};
