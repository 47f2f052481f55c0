import type { Day, Span } from "@verksam/kernel";
import type { Comparison } from "../rule.ts";
import type { Catalogue } from "./catalogue.ts";
import { calendar, enumeration, numerals, spanParts, sums } from "./wording.ts";

const number = numerals("en-GB");
const list = enumeration("en-GB");
const quoted = (text: string): string => `“${text}”`;
const { day, period, instant } = calendar(
  [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  "at",
);

const is = (count: number): string => (count === 1 ? "is" : "are");
const has = (count: number): string => (count === 1 ? "has" : "have");
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;
/** "2 of 3 stages have", "none of 3 stages has". */
const share = (count: number, total: number, thing: string, verb: (count: number) => string): string =>
  count === 0
    ? `None of ${counted(total, thing)} ${verb(1)}`
    : `${number(count)} of ${counted(total, thing)} ${verb(count)}`;
const late = (days: number): string => (days > 0 ? `, ${counted(days, "day")} late` : "");

const duration = (span: Span): string => list(spanParts(span).map((part) => counted(part.count, part.unit)));

const atLeastEvery = (span: Span): string => {
  const parts = spanParts(span);
  const [part] = parts;
  if (part === undefined || parts.length > 1) return `at most ${duration(span)} apart`;
  return part.count === 1
    ? `at least every ${part.unit}`
    : `at least every ${counted(part.count, part.unit)}`;
};

const comparison: Readonly<Record<Comparison, string>> = {
  ">=": "at least",
  ">": "more than",
  "<=": "at most",
  "<": "less than",
  "=": "exactly",
};

const amount = (value: number, take: "sum" | "distinct"): string =>
  take === "distinct" ? `${number(value)} different` : number(value);

const lastTime = (last: Day | undefined): string =>
  last === undefined ? "nothing recorded yet" : `most recently on ${day(last)}`;
const due = (since: Day | undefined): string =>
  since === undefined ? "" : `, due again since ${day(since)}`;

/** The evaluation in English. */
export const english: Catalogue = {
  language: "en",
  day,
  period,
  number,
  money: sums("en-GB"),
  list,
  status: {
    met: { name: "met", meaning: "What was promised is done." },
    onTheWay: { name: "on the way", meaning: "Some of it is done, and there is still time." },
    late: { name: "late", meaning: "Something should have been done by now, and can still be done." },
    notMet: { name: "not met", meaning: "The time is up, and what was promised was not done." },
    noEvidence: { name: "no evidence", meaning: "Nothing has been recorded, and there is still time." },
    unknown: { name: "unknown", meaning: "What is needed to tell was never recorded." },
    notApplicable: { name: "not applicable", meaning: "The commitment asks for nothing on this day." },
  },
  decision: {
    adopted: "Adopted",
    amended: "Amended",
    made: "Made",
    changed: "Changed",
    moved: "Deadline moved",
    dropped: "Dropped",
  },
  priority: { places: "Places", issues: "Issues", "target-groups": "Target groups" },
  heading: {
    evaluation: "Evaluation",
    contents: "Contents",
    summary: "At a glance",
    attention: "Needs attention",
    perArea: "Status per area",
    coverage: "Coverage",
    unplanned: "Unplanned work",
    projects: "Projects",
    policies: "Policies",
    priorities: "Priorities",
    decisions: "Decisions on the plan",
  },
  term: {
    skip: "Skip to the content",
    area: "Area",
    total: "Total",
    wholePlan: "The whole plan",
    prioritised: "prioritised",
    commitment: "Commitment",
    status: "Status",
    meaning: "Meaning",
    owner: "Answers for it",
    deadline: "Deadline",
    missing: "Missing",
    excused: "Excused",
    covered: "Covered",
    size: "In all",
    decisions: "Decisions",
    unit: "Unit",
    rapidResponse: "Rapid response",
    proposed: "Proposed",
    approved: "Approved",
    declined: "Declined",
    funded: "Funded",
    carriedOut: "Carried out",
    evaluated: "Evaluated",
    numbersAsTable: "The numbers as a table",
  },
  sentence: {
    asOf: (on) => `As of ${day(on)}`,
    knownAt: (at) => `Based on what was recorded by ${instant(at)}.`,
    adoptedBy: (body) => `Adopted by ${body}`,
    summary: (met, total) => `${share(met, total, "commitment", is)} met.`,
    commitments: (count) => counted(count, "commitment"),
    work: (planned, unplanned) =>
      `${counted(planned, "piece", "pieces")} of evidence ${has(planned)} been counted for what was planned. ` +
      `Beside it, ${counted(unplanned, "rapid response")} ${has(unplanned)} been carried out.`,
    evidence: (count) => `${counted(count, "piece")} of evidence`,
    decisions: (count) => counted(count, "decision"),
    behind: (count) => `All ${number(count)}, one by one`,
    missing: (count) => `${number(count)} ${is(count)} missing`,
    nothingNeedsAttention: "No commitment is late or has been missed.",
    statusChart: "Number of commitments with each status, per area",
    coverageChart: "How many are covered, excused and missing",
    counts: (counts) => counts.map(([name, count]) => `${name}: ${number(count)}`).join(", "),
    covered: (covered, size, population) => `${number(covered)} of ${number(size)} ${population}`,
    movedTo: (on) => `New deadline: ${day(on)}.`,
    excused: (member, reason) => `${member}: ${reason}`,
    started: (on) => `Started on ${day(on)}.`,
    evaluationDue: (on) => `The evaluation is due by ${day(on)}.`,
    evaluated: (on, finding) => `Evaluated on ${day(on)}: ${finding}`,
    adopted: (adopted, units) => `Adopted by ${number(adopted)} of ${counted(units, "unit")}.`,
    decidedOn: (on) => `Decided on ${day(on)}.`,
    method:
      "Every status is computed from the recorded evidence and the rule the commitment was given when it was decided. " +
      "Nobody types in progress by hand. Where nothing is known, the evaluation says so.",
  },
  why: {
    count: (what, count, needed) =>
      count === 0
        ? `${what}: nothing recorded yet; at least ${number(needed)} ${is(needed)} promised.`
        : `${what}: ${number(count)} recorded; at least ${number(needed)} ${is(needed)} promised.`,
    coverage: (covered, size, population, obligation) =>
      `${obligation}: ${number(covered)} of ${number(size)} ${population}.`,
    lacking: (more) => `${number(more)} more ${is(more)} needed.`,
    excused: (count) => `${number(count)} ${is(count)} excused.`,
    ages: (every) => `Evidence holds for ${duration(every)}.`,
    nobodyLeft: (population, obligation) => `${obligation}: there is nobody left to cover (${population}).`,
    populationUnknown: (population, obligation) =>
      `${obligation}: who is to be covered (${population}) has never been recorded.`,
    baseline: (what, value, take, baseline) =>
      `${what}: ${amount(value, take)}, compared with ${number(baseline)} before; more than before is promised.`,
    baselineUnknown: (what, value, take) =>
      `${what}: ${amount(value, take)}, but there is no baseline to compare with.`,
    milestone: (reached, stages) => `${share(reached, stages, "stage", has)} been reached.`,
    stageReached: (name, on, lateBy) => `${name}: reached on ${day(on)}${late(lateBy)}`,
    stageOpen: (name, by, lateBy) =>
      by === undefined ? `${name}: not reached` : `${name}: due by ${day(by)}${late(lateBy)}`,
    standing: (what, every, last, dueSince) =>
      `${what}: ${lastTime(last)}${due(dueSince)}. Promised ${atLeastEvery(every)}.`,
    standingAbout: (what, every, upToDate, subjects) =>
      `${what}: ${number(upToDate)} of ${number(subjects)} ${is(upToDate)} up to date. Promised ${atLeastEvery(every)}.`,
    subject: (subject, last, dueSince) => `${subject}: ${lastTime(last)}${due(dueSince)}`,
    each: (of, then, within, answered, total) =>
      `${of}: ${number(answered)} of ${number(total)} ${has(answered)} been followed by ${quoted(then)}, ` +
      `promised within ${duration(within)}.`,
    nothingToAnswer: (of) => `Nothing to answer: no ${quoted(of)} has been recorded.`,
    answered: (subject, on, answered, lateBy) =>
      `${subject}: from ${day(on)}, answered on ${day(answered)}${late(lateBy)}`,
    unanswered: (subject, on, dueOn, lateBy) =>
      `${subject}: from ${day(on)}, to be answered by ${day(dueOn)}${late(lateBy)}`,
    observance: (marked, dueSoFar) =>
      dueSoFar === 0
        ? "No occasion has come up yet."
        : `${share(marked, dueSoFar, "occasion", has)} been marked so far.`,
    occurrence: {
      marked: (name, on) => `${day(on)}: ${name}, marked`,
      notHeld: (name, on) => `${day(on)}: ${name}, not held by its organiser`,
      open: (name, on) => `${day(on)}: ${name}, not yet recorded as marked`,
      late: (name, on) => `${day(on)}: ${name}, not marked`,
      ahead: (name, on) => `${day(on)}: ${name}, coming up`,
    },
    daysUnknown: (name, year) => `${year}: ${name}, the day was never recorded`,
    outcome: (reached, goals) => `${share(reached, goals, "goal", has)} been reached.`,
    measured: (goal, op, target, value) =>
      `${goal}: ${value === undefined ? "not recorded" : number(value)} (goal: ${comparison[op]} ${number(target)})`,
    judged: (goal, reached) =>
      `${goal}: ${reached === undefined ? "not yet judged" : reached ? "judged to be reached" : "judged not to be reached"}`,
    all: (met, parts) => `${share(met, parts, "part", is)} met.`,
    ownDeadline: (on) => `Its own deadline is ${day(on)}.`,
    notYetMade: (on) =>
      on === undefined ? "Not yet made on this day." : `Not in force on this day: made on ${day(on)}.`,
    dropped: (on, reason) =>
      `Dropped${on === undefined ? "" : ` on ${day(on)}`}${reason === undefined ? "." : `: ${reason}`}`,
  },
};
