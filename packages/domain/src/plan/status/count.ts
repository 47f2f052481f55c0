import { minDay } from "@verksam/kernel";
import type { Of } from "../rule.ts";
import type { CountWhy, Status } from "../why.ts";
import { type Asked, unmet } from "./asked.ts";

/** Amounts sum to at least so many, from a day to the deadline. */
export const count = (rule: Of<"count">, { known, commitment, day, until }: Asked): Status<CountWhy> => {
  const deadline = rule.by ?? known.period.to;
  const from = rule.from ?? known.period.from;
  const evidence = known.evidence(rule.of, commitment, from, minDay(until, deadline));
  const counted = evidence.reduce((sum, { amount }) => sum + amount, 0);
  return {
    status: counted >= rule.atLeast ? "met" : unmet(day, deadline, evidence.length > 0),
    deadline,
    why: { rule: "count", of: rule.of, needed: rule.atLeast, counted, from },
    evidence,
    missing: [],
  };
};
