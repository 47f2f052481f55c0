import type { Day } from "@verksam/kernel";
import { lastBy } from "../known.ts";
import type { Comparison, Goal, Of } from "../rule.ts";
import type { OutcomeWhy, Status, StatusName } from "../why.ts";
import type { Asked } from "./asked.ts";

/** Every goal is reached by the latest measure or verdict of the plan's days; while one is not recorded, the whole is unknown. */
export const outcome = (rule: Of<"outcome">, asked: Asked): Status<OutcomeWhy> => {
  const goals = rule.goals.map((goal) => read(goal, asked));
  const status = (): StatusName => {
    if (goals.some(({ reached }) => reached === undefined)) return "unknown";
    return goals.every(({ reached }) => reached) ? "met" : "notMet";
  };
  const open = goals.filter(({ reached }) => reached !== true);
  return {
    status: status(),
    deadline: asked.known.period.to,
    why: { rule: "outcome", goals },
    evidence: [],
    missing: [...new Set(open.map((goal) => ("judged" in goal ? goal.judged : goal.measure)))],
  };
};

const read = (goal: Goal, { known, commitment, until }: Asked): OutcomeWhy["goals"][number] => {
  const counts = ({ on }: { readonly on: Day }) => on >= known.period.from && on <= until;
  if ("judged" in goal) {
    const verdicts = known.verdicts(commitment).filter(({ judged }) => judged === goal.judged);
    const last = lastBy(verdicts.filter(counts), ({ on, recordedAt }) => `${on} ${recordedAt}`);
    return last === undefined ? goal : { ...goal, reached: last.reached, on: last.on };
  }
  const last = lastBy(
    known.measured(goal.measure).filter(counts),
    ({ on, recordedAt }) => `${on} ${recordedAt}`,
  );
  const stated = { measure: goal.measure, op: goal.op, target: goal.value };
  if (last === undefined) return stated;
  return { ...stated, value: last.value, on: last.on, reached: compare(last.value, goal.op, goal.value) };
};

const compare = (value: number, op: Comparison, target: number): boolean => {
  switch (op) {
    case ">=":
      return value >= target;
    case ">":
      return value > target;
    case "<=":
      return value <= target;
    case "<":
      return value < target;
    case "=":
      return value === target;
  }
};
