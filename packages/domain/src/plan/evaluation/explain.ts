import type {
  AllWhy,
  BaselineWhy,
  CoverageWhy,
  EachWhy,
  MilestoneWhy,
  NotInForceWhy,
  ObservanceWhy,
  OutcomeWhy,
  StandingWhy,
  Status,
  StatusName,
} from "../why.ts";
import { capitalised } from "./label.ts";
import type { Voice } from "./names.ts";

/** One thing a rule looked at, told in a few words and marked with how it stands. */
export interface Line {
  readonly mark: StatusName;
  readonly text: string;
  readonly lines: ReadonlyArray<Line>;
}

/** An explanation in words: what it comes to, and the single things behind it. */
export interface Account {
  readonly sentence: string;
  readonly lines: ReadonlyArray<Line>;
}

/** Why a status is what it is, in the voice's language. */
export const explain = ({ why, deadline }: Pick<Status, "why" | "deadline">, voice: Voice): Account => {
  switch (why.rule) {
    case "count":
      return only(voice.words.why.count(voice.name("kinds", why.of), why.counted, why.needed));
    case "coverage":
      return only(coverage(why, voice));
    case "baseline":
      return only(baseline(why, voice));
    case "milestone":
      return milestone(why, voice);
    case "standing":
      return standing(why, voice);
    case "each":
      return each(why, voice);
    case "observance":
      return observance(why, voice);
    case "outcome":
      return outcome(why, voice);
    case "all":
      return all(why, deadline, voice);
    case "notInForce":
      return only(notInForce(why, voice));
  }
};

const only = (sentence: string): Account => ({ sentence, lines: [] });
const line = (mark: StatusName, text: string): Line => ({ mark, text, lines: [] });

const coverage = (why: CoverageWhy, { words, name }: Voice): string => {
  const { size, covered, excused, every } = why;
  const population = name("populations", why.population);
  const obligation = name("kinds", why.obligation);
  if (size === undefined) return words.why.populationUnknown(population, obligation);
  const lacking = why.needed - covered.length;
  const isLeft = size > excused.length;
  return [
    isLeft
      ? words.why.coverage(covered.length, size, population, obligation)
      : words.why.nobodyLeft(population, obligation),
    ...(excused.length > 0 ? [words.why.excused(excused.length)] : []),
    ...(isLeft && lacking > 0 ? [words.why.lacking(lacking)] : []),
    ...(every === undefined ? [] : [words.why.ages(every)]),
  ].join(" ");
};

const baseline = ({ of, value, take, baseline }: BaselineWhy, { words, name }: Voice): string =>
  baseline === undefined
    ? words.why.baselineUnknown(name("kinds", of), value, take)
    : words.why.baseline(name("kinds", of), value, take, baseline);

const milestone = ({ stages }: MilestoneWhy, { words, name }: Voice): Account => ({
  sentence: words.why.milestone(stages.filter(({ reached }) => reached !== undefined).length, stages.length),
  lines: stages.map(({ name: stage, by, reached, lateBy }) =>
    reached === undefined
      ? line(lateBy > 0 ? "late" : "noEvidence", words.why.stageOpen(name("kinds", stage), by, lateBy))
      : line("met", words.why.stageReached(name("kinds", stage), reached, lateBy)),
  ),
});

const standing = ({ of, every, last, dueSince, subjects }: StandingWhy, { words, name }: Voice): Account => {
  const what = name("kinds", of);
  if (subjects.length === 0) return only(words.why.standing(what, every, last, dueSince));
  const upToDate = subjects.filter(({ status }) => status === "met").length;
  return {
    sentence: words.why.standingAbout(what, every, upToDate, subjects.length),
    lines: subjects.map(({ subject, status, last, dueSince }) =>
      line(status, words.why.subject(name("references", subject), last, dueSince)),
    ),
  };
};

const each = ({ of, then, within, items }: EachWhy, { words, name }: Voice): Account => {
  const what = name("kinds", of);
  if (items.length === 0) return only(words.why.nothingToAnswer(what));
  const count = items.filter(({ answered }) => answered !== undefined).length;
  return {
    sentence: words.why.each(what, name("kinds", then), within, count, items.length),
    lines: items.map(({ subject, on, due, answered, lateBy }) => {
      const about = subject === undefined ? what : name("references", subject);
      return answered === undefined
        ? line(lateBy > 0 ? "late" : "onTheWay", words.why.unanswered(about, on, due, lateBy))
        : line("met", words.why.answered(about, on, answered, lateBy));
    }),
  };
};

const occurrenceMark = {
  marked: "met",
  notHeld: "notApplicable",
  open: "onTheWay",
  late: "late",
  ahead: "noEvidence",
} as const satisfies Record<string, StatusName>;

const observance = ({ occurrences }: ObservanceWhy, { words, name }: Voice): Account => {
  const due = occurrences.filter(({ state }) => state === "marked" || state === "open" || state === "late");
  return {
    sentence: words.why.observance(due.filter(({ state }) => state === "marked").length, due.length),
    lines: occurrences.map((occurrence) => {
      const what = name("observances", occurrence.observance);
      return occurrence.state === "unknown"
        ? line("unknown", words.why.daysUnknown(what, String(occurrence.year)))
        : line(occurrenceMark[occurrence.state], words.why.occurrence[occurrence.state](what, occurrence.on));
    }),
  };
};

const outcome = ({ goals }: OutcomeWhy, { words, name }: Voice): Account => ({
  sentence: words.why.outcome(goals.filter(({ reached }) => reached === true).length, goals.length),
  lines: goals.map((goal) => {
    const mark = goal.reached === undefined ? "unknown" : goal.reached ? "met" : "notMet";
    if ("judged" in goal) return line(mark, words.why.judged(name("measures", goal.judged), goal.reached));
    return line(mark, words.why.measured(name("measures", goal.measure), goal.op, goal.target, goal.value));
  }),
});

const all = ({ parts }: AllWhy, deadline: Status["deadline"], voice: Voice): Account => {
  const { words } = voice;
  const part = (one: Status): Line => {
    const { sentence, lines } = explain(one, voice);
    const name = capitalised(words.status[one.status].name, words.language);
    const own = one.deadline === deadline ? "" : ` ${words.why.ownDeadline(one.deadline)}`;
    return { mark: one.status, text: `${name}. ${sentence}${own}`, lines };
  };
  return {
    sentence: words.why.all(parts.filter(({ status }) => status === "met").length, parts.length),
    lines: parts.map(part),
  };
};

const notInForce = ({ because, decision }: NotInForceWhy, { words, say }: Voice): string =>
  because === "notYetMade"
    ? words.why.notYetMade(decision?.from)
    : words.why.dropped(decision?.from, decision && say(decision.reason));
