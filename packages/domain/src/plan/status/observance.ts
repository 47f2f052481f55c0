import { addDays, type Day, daysBetween } from "@verksam/kernel";
import type { Counted } from "../facts.ts";
import { occasion, put } from "../known.ts";
import type { Of } from "../rule.ts";
import type { ObservanceWhy, Status, StatusName } from "../why.ts";
import type { Asked } from "./asked.ts";
import { occasions } from "./occasions.ts";

/** Days to get a marked occasion on record before it is late. */
const GRACE = 14;

/**
 * Recurring days are marked, each time they fall within the plan. Evidence of the observance marks the occasion nearest
 * to its day, the earlier of two as near: what is done on the eve or the week after counts for the right year.
 */
export const observance = (rule: Of<"observance">, asked: Asked): Status<ObservanceWhy> => {
  const { known, until, isOver } = asked;
  const judged = [...new Set(rule.observances)].map((code) => judge(code, asked));
  const all = judged
    .flatMap(({ occurrences }) => occurrences)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const unset = judged.flatMap(({ unsetYears }) => unsetYears);
  const due = all.filter(({ on }) => on <= until);
  const isIn = (...states: ReadonlyArray<(typeof due)[number]["state"]>) =>
    due.filter(({ state }) => states.includes(state));
  const status = (): StatusName => {
    if (unset.length > 0) return "unknown";
    if (isOver && isIn("notHeld").length === due.length) return "notApplicable";
    if (isIn("late").length > 0) return isOver ? "notMet" : "late";
    if (isOver) return "met";
    return due.length > 0 ? "onTheWay" : "noEvidence";
  };
  return {
    status: status(),
    deadline: known.period.to,
    why: { rule: "observance", occurrences: [...all, ...unset] },
    evidence: judged.flatMap(({ evidence }) => evidence),
    missing: isIn("open", "late").map(({ observance, on }) => occasion(observance, on)),
  };
};

const judge = (code: string, { known, commitment, day, until, isOver }: Asked) => {
  const { period } = known;
  const { days, unsetYears } = occasions(known, code, day);
  const inPlan = days.filter((on) => on >= period.from && on <= period.to);
  const marks = nearest(known.evidence(code, commitment, period.from, until), days);
  const isConditional = known.observance(code)?.conditional === true;
  const state = (on: Day) => {
    if (marks.has(on)) return "marked";
    if (isConditional && known.isNotHeld(code, on)) return "notHeld";
    if (on > until) return "ahead";
    return isOver || day > addDays(on, GRACE) ? "late" : "open";
  };
  return {
    occurrences: inPlan.map((on) => ({ observance: code, state: state(on), on }) as const),
    unsetYears: unsetYears.map((year) => ({ observance: code, state: "unknown", year }) as const),
    evidence: inPlan.flatMap((on) => marks.get(on) ?? []),
  };
};

/** The evidence of each day it is nearest to; both lists are in order, so each is gone through once. */
const nearest = (
  evidence: ReadonlyArray<Counted>,
  days: ReadonlyArray<Day>,
): ReadonlyMap<Day, ReadonlyArray<Counted>> => {
  const lasts = days.slice(1).map((next, index) => {
    const day = days[index] ?? next;
    return addDays(day, Math.floor(daysBetween(day, next) / 2));
  });
  const marks = new Map<Day, Array<Counted>>();
  let index = 0;
  for (const entry of evidence) {
    while ((lasts[index] ?? entry.on) < entry.on) index += 1;
    const day = days[index];
    if (day !== undefined) put(marks, day, entry);
  }
  return marks;
};
