import { daysBetween } from "@verksam/kernel";
import type { Counted, StageReached } from "../facts.ts";
import type { Of } from "../rule.ts";
import type { MilestoneWhy, Status, StatusName } from "../why.ts";
import { type Asked, sortedByDay } from "./asked.ts";

/** All stages are reached during the plan, in any order; a stage counts from the first day it was reached. */
export const milestone = (
  rule: Of<"milestone">,
  { known, commitment, day, until, isOver }: Asked,
): Status<MilestoneWhy> => {
  const first = new Map<string, StageReached>();
  for (const entry of known.stages(commitment)) {
    const other = first.get(entry.stage);
    const counts = entry.on >= known.period.from && entry.on <= until;
    if (counts && (other === undefined || entry.on < other.on)) first.set(entry.stage, entry);
  }
  const stages = rule.stages.map(({ name, by }) => {
    const reached = first.get(name)?.on;
    return {
      name,
      ...(by === undefined ? {} : { by }),
      ...(reached === undefined ? {} : { reached }),
      lateBy: by === undefined ? 0 : Math.max(0, daysBetween(by, reached ?? day)),
    };
  });
  const open = stages.filter(({ reached }) => reached === undefined);
  const status = (): StatusName => {
    if (open.length === 0) return "met";
    if (isOver) return "notMet";
    if (open.some(({ lateBy }) => lateBy > 0)) return "late";
    return open.length < stages.length ? "onTheWay" : "noEvidence";
  };
  const entries = stages.flatMap(({ name }) => first.get(name) ?? []);
  return {
    status: status(),
    deadline: known.period.to,
    why: { rule: "milestone", stages },
    evidence: sortedByDay(entries.map(countedFrom)),
    missing: [...new Set(open.map(({ name }) => name))],
  };
};

const countedFrom = ({ id, stage, on, unit, office }: StageReached): Counted => ({
  id,
  of: stage,
  on,
  amount: 1,
  unit,
  ...(office === undefined ? {} : { office }),
});
