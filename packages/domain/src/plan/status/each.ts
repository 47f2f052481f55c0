import { addSpan, type Day, daysBetween } from "@verksam/kernel";
import type { Counted } from "../facts.ts";
import type { Of } from "../rule.ts";
import type { EachWhy, Status, StatusName } from "../why.ts";
import { type Asked, sortedByDay } from "./asked.ts";

/**
 * Every `of` is followed by `then` about the same subject, that day or later; one answer may serve several of them, and
 * those about nothing answer each other. An overdue one stays late when the plan is over; one still in time is then not met.
 */
export const each = (rule: Of<"each">, { known, commitment, day, until, isOver }: Asked): Status<EachWhy> => {
  const { of, then, within } = rule;
  const asked = known.evidence(of, commitment, known.period.from, until);
  const answers = bySubject(known.evidence(then, commitment, known.period.from, until));
  const used = new Set<Counted>();
  let last: { readonly on: Day; readonly due: Day } | undefined;
  const items = asked.map(({ id, subject, on }) => {
    // They come by day, so the due day is reckoned once a day, however many there are.
    if (last?.on !== on) last = { on, due: addSpan(on, within) };
    const { due } = last;
    const answer = answers(subject, on);
    if (answer !== undefined) used.add(answer);
    const until = answer?.on ?? day;
    return {
      id,
      ...(subject === undefined ? {} : { subject }),
      on,
      due,
      ...(answer === undefined ? {} : { answered: answer.on }),
      lateBy: until > due ? daysBetween(due, until) : 0,
    };
  });
  const open = items.filter(({ answered }) => answered === undefined);
  const status = (): StatusName => {
    if (items.length === 0) return "notApplicable";
    if (open.length === 0) return "met";
    if (open.some(({ lateBy }) => lateBy > 0)) return "late";
    return isOver ? "notMet" : "onTheWay";
  };
  return {
    status: status(),
    deadline: known.period.to,
    why: { rule: "each", of, then, within, items },
    evidence: sortedByDay([...asked, ...used]),
    missing: [...new Set(open.map(({ id, subject }) => subject ?? id))],
  };
};

/** The first answer about a subject on a day or later, to be asked for days in order: each list is gone through once. */
const bySubject = (
  answers: ReadonlyArray<Counted>,
): ((subject: string | undefined, on: Day) => Counted | undefined) => {
  const lists = new Map<string | undefined, { next: number; readonly answers: Array<Counted> }>();
  for (const answer of answers) {
    const list = lists.get(answer.subject);
    if (list === undefined) lists.set(answer.subject, { next: 0, answers: [answer] });
    else list.answers.push(answer);
  }
  return (subject, on) => {
    const list = lists.get(subject);
    if (list === undefined) return undefined;
    while ((list.answers[list.next]?.on ?? on) < on) list.next += 1;
    return list.answers[list.next];
  };
};
