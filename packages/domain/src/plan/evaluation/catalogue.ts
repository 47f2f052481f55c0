import type { Day, Instant, Span } from "@verksam/kernel";
import type { Money } from "../money.ts";
import type { Comparison } from "../rule.ts";
import type { StatusName } from "../why.ts";
import type { DecisionKind, PriorityAccount } from "./document.ts";
import { english } from "./english.ts";
import type { Language } from "./label.ts";
import { swedish } from "./swedish.ts";

/** Every word and sentence of the evaluation in one language; names and labels come in ready to be read. */
export interface Catalogue {
  readonly language: Language;
  readonly status: Readonly<Record<StatusName, { readonly name: string; readonly meaning: string }>>;
  readonly decision: Readonly<Record<DecisionKind, string>>;
  readonly priority: Readonly<Record<PriorityAccount["kind"], string>>;
  readonly heading: Headings;
  readonly term: Terms;
  readonly sentence: Sentences;
  readonly why: Reasons;

  /** "13 September 2026". */
  readonly day: (day: Day) => string;
  /** "1 May 2025 – 30 April 2027". */
  readonly period: (from: Day, to: Day) => string;
  readonly number: (value: number) => string;
  /** "12,500 SEK". */
  readonly money: (money: Money) => string;
  /** "a, b and c". */
  readonly list: (items: ReadonlyArray<string>) => string;
}

/** Headings of the document's parts. */
interface Headings {
  readonly evaluation: string;
  readonly contents: string;
  readonly summary: string;
  readonly attention: string;
  readonly perArea: string;
  readonly coverage: string;
  readonly unplanned: string;
  readonly projects: string;
  readonly policies: string;
  readonly priorities: string;
  readonly decisions: string;
}

/** Short words beside a value or over a column. */
interface Terms {
  readonly skip: string;
  readonly area: string;
  readonly total: string;
  readonly wholePlan: string;
  readonly prioritised: string;
  readonly commitment: string;
  readonly status: string;
  readonly meaning: string;
  readonly owner: string;
  readonly deadline: string;
  readonly missing: string;
  readonly excused: string;
  readonly covered: string;
  readonly size: string;
  readonly decisions: string;
  readonly unit: string;
  readonly rapidResponse: string;
  readonly proposed: string;
  readonly approved: string;
  readonly declined: string;
  readonly funded: string;
  readonly carriedOut: string;
  readonly evaluated: string;
  readonly numbersAsTable: string;
}

/** Sentences about the whole. */
interface Sentences {
  readonly asOf: (day: Day) => string;
  readonly knownAt: (instant: Instant) => string;
  readonly adoptedBy: (body: string) => string;
  readonly summary: (met: number, total: number) => string;
  readonly commitments: (count: number) => string;
  readonly work: (planned: number, unplanned: number) => string;
  readonly evidence: (count: number) => string;
  readonly decisions: (count: number) => string;
  /** Over the single things a rule looked at. */
  readonly behind: (count: number) => string;
  readonly missing: (count: number) => string;
  readonly nothingNeedsAttention: string;
  readonly statusChart: string;
  readonly coverageChart: string;
  readonly counts: (counts: ReadonlyArray<readonly [name: string, count: number]>) => string;
  readonly covered: (covered: number, size: number, population: string) => string;
  readonly movedTo: (day: Day) => string;
  readonly excused: (member: string, reason: string) => string;
  readonly started: (day: Day) => string;
  readonly evaluationDue: (day: Day) => string;
  readonly evaluated: (day: Day, finding: string) => string;
  readonly adopted: (adopted: number, units: number) => string;
  readonly decidedOn: (day: Day) => string;
  readonly method: string;
}

/** Why a status is what it is: a sentence for each rule, and one for each thing a rule looks at. */
interface Reasons {
  readonly count: (what: string, counted: number, needed: number) => string;
  readonly coverage: (covered: number, size: number, population: string, obligation: string) => string;
  readonly lacking: (more: number) => string;
  readonly excused: (count: number) => string;
  readonly ages: (every: Span) => string;
  readonly nobodyLeft: (population: string, obligation: string) => string;
  readonly populationUnknown: (population: string, obligation: string) => string;
  readonly baseline: (what: string, value: number, take: "sum" | "distinct", baseline: number) => string;
  readonly baselineUnknown: (what: string, value: number, take: "sum" | "distinct") => string;
  readonly milestone: (reached: number, stages: number) => string;
  readonly stageReached: (name: string, on: Day, lateBy: number) => string;
  readonly stageOpen: (name: string, by: Day | undefined, lateBy: number) => string;
  readonly standing: (what: string, every: Span, last: Day | undefined, dueSince: Day | undefined) => string;
  readonly standingAbout: (what: string, every: Span, upToDate: number, subjects: number) => string;
  readonly subject: (subject: string, last: Day | undefined, dueSince: Day | undefined) => string;
  readonly each: (of: string, then: string, within: Span, answered: number, total: number) => string;
  readonly nothingToAnswer: (of: string) => string;
  readonly answered: (subject: string, on: Day, answered: Day, lateBy: number) => string;
  readonly unanswered: (subject: string, on: Day, due: Day, lateBy: number) => string;
  readonly observance: (marked: number, due: number) => string;
  readonly occurrence: Readonly<
    Record<"marked" | "notHeld" | "open" | "late" | "ahead", (name: string, on: Day) => string>
  >;
  readonly daysUnknown: (name: string, year: string) => string;
  readonly outcome: (reached: number, goals: number) => string;
  readonly measured: (goal: string, op: Comparison, target: number, value: number | undefined) => string;
  readonly judged: (goal: string, reached: boolean | undefined) => string;
  readonly all: (met: number, parts: number) => string;
  /** Of a part whose deadline is not that of the whole. */
  readonly ownDeadline: (day: Day) => string;
  readonly notYetMade: (on: Day | undefined) => string;
  readonly dropped: (on: Day | undefined, reason: string | undefined) => string;
}

/** The catalogues, complete in every language by type. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { sv: swedish, en: english };
