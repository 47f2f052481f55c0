import { minDay } from "@verksam/kernel";
import type { Of } from "../rule.ts";
import type { BaselineWhy, Status } from "../why.ts";
import { type Asked, unmet } from "./asked.ts";

/** More than the baseline: the rule's own, or else the one recorded last. */
export const baseline = (
  rule: Of<"baseline">,
  { known, commitment, day, until }: Asked,
): Status<BaselineWhy> => {
  const { of, take } = rule.measure;
  const deadline = rule.by ?? known.period.to;
  const recorded = known.evidence(of, commitment, known.period.from, minDay(until, deadline));
  const evidence = take === "sum" ? recorded : recorded.filter(({ subject }) => subject !== undefined);
  const value =
    take === "sum"
      ? evidence.reduce((sum, { amount }) => sum + amount, 0)
      : new Set(evidence.map(({ subject }) => subject)).size;
  const before = rule.baseline ?? known.baseline(commitment);
  const why = { rule: "baseline", of, take, value } as const;
  if (before === undefined) return { status: "unknown", deadline, why, evidence, missing: [] };
  return {
    status: value > before ? "met" : unmet(day, deadline, evidence.length > 0),
    deadline,
    why: { ...why, baseline: before },
    evidence,
    missing: [],
  };
};
