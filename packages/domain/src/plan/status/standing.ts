import { addDays, addSpan, type Day, daysBetween, minDay, type Span, subtractSpan } from "@verksam/kernel";
import type { Counted } from "../facts.ts";
import type { Of } from "../rule.ts";
import type { Freshness, StandingWhy, Status, StatusName } from "../why.ts";
import type { Asked } from "./asked.ts";

/**
 * Evidence again and again, each time within `every` of the last. Where there is none yet, it is overdue once the plan
 * has run for `every`, counted from its first day: a year from 1 May is over on 1 May, or when the plan itself is over.
 */
export const standing = (rule: Of<"standing">, asked: Asked): Status<StandingWhy> => {
  const { known, commitment, until } = asked;
  const { of, about, every } = rule;
  const recorded = known.evidence(of, commitment, known.period.from, until);
  const evidence = about === undefined ? recorded : recorded.filter(isAbout(about));
  const base = { rule: "standing", of, every } as const;
  const answer = { deadline: known.period.to, evidence };
  if (about === undefined) {
    const { status, ...freshness } = judge(evidence.at(-1)?.on, every, asked);
    return { ...answer, status, why: { ...base, ...freshness, subjects: [] }, missing: [] };
  }
  const last = new Map<string | undefined, Day>();
  for (const { subject, on } of evidence) last.set(subject, on);
  const subjects = [...new Set(about)].map((subject) => ({
    subject,
    ...judge(last.get(subject), every, asked),
  }));
  const status = (): StatusName => {
    if (subjects.every((subject) => subject.status === "met")) return "met";
    const overdue = subjects.find(({ dueSince }) => dueSince !== undefined);
    if (overdue !== undefined) return overdue.status;
    return subjects.some((subject) => subject.status === "met") ? "onTheWay" : "noEvidence";
  };
  return {
    ...answer,
    status: status(),
    why: { ...base, lateBy: Math.max(...subjects.map(({ lateBy }) => lateBy)), subjects },
    missing: subjects.flatMap(({ subject, status }) => (status === "met" ? [] : [subject])),
  };
};

const isAbout = (about: ReadonlyArray<string>): ((entry: Counted) => boolean) => {
  const subjects = new Set(about);
  return ({ subject }) => subject !== undefined && subjects.has(subject);
};

const judge = (
  last: Day | undefined,
  every: Span,
  { known: { period }, day, until, isOver }: Asked,
): { readonly status: StatusName } & Freshness => {
  const overdue = isOver ? "notMet" : "late";
  if (last === undefined) {
    const dueSince = addSpan(period.from, every);
    if (dueSince > minDay(day, addDays(period.to, 1))) return { status: "noEvidence", lateBy: 0 };
    return { status: overdue, dueSince, lateBy: daysBetween(dueSince, until) + 1 };
  }
  if (last > subtractSpan(until, every)) return { status: "met", last, lateBy: 0 };
  const dueSince = firstWithout(last, every);
  return { status: overdue, last, dueSince, lateBy: daysBetween(dueSince, until) + 1 };
};

/** The first day whose window of `every` has left `last` behind; clamped month ends put it some days off `last` plus `every`. */
const firstWithout = (last: Day, every: Span): Day => {
  let first = addSpan(last, every);
  while (subtractSpan(first, every) < last) first = addDays(first, 1);
  while (first > last && subtractSpan(addDays(first, -1), every) >= last) first = addDays(first, -1);
  return first;
};
