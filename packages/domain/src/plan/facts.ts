/** What a status is computed from: plain data, each entry with the instant it was recorded. */
import type { Day, Instant } from "@verksam/kernel";
import type { DatedRule } from "./rule.ts";

/**
 * An entry of the record. Nothing is rewritten: an entry that was withdrawn or replaced carries `withdrawnAt`, and
 * the entry in its place stands beside it. As known at an instant, an entry holds if it was recorded by then
 * (the same instant included) and not withdrawn by then.
 */
export interface Entry {
  readonly recordedAt: Instant;
  readonly withdrawnAt?: Instant;
}

/** A piece of evidence that counted. */
export interface Counted {
  readonly id: string;
  readonly of: string;
  readonly on: Day;
  readonly amount: number;
  readonly subject?: string;
  readonly unit: string;
  readonly office?: string;
}

/**
 * Evidence belongs to the plan: it counts for every commitment whose rule names its kind, or, where it names one
 * commitment, for that one only. `of` is a kind of evidence or an observance; amounts are whole numbers.
 */
export interface Evidence extends Entry, Counted {
  readonly commitment?: string;
}

/** A decision about a commitment, in force from a day: it is made or changed, with its rule, or dropped. */
export type Decision = Entry & { readonly from: Day; readonly reason: string } & (
    | { readonly kind: "made" | "changed"; readonly rule: DatedRule }
    | { readonly kind: "dropped" }
  );

/** One promise of the plan; `id` is what evidence, stages and verdicts name it by. */
export interface Commitment {
  readonly id: string;
  readonly code: string;
  readonly area: string;
  readonly decisions: ReadonlyArray<Decision>;
}

/** That a member belongs to a population from a day, to a day where it has ended; both days included. */
export interface Membership extends Entry {
  readonly population: string;
  readonly member: string;
  readonly from: Day;
  readonly to?: Day;
}

/** That a member is let off what a commitment asks of it, from a day. */
export interface Excuse extends Entry {
  readonly commitment: string;
  readonly member: string;
  readonly from: Day;
  readonly reason: string;
}

/** What the plan's period is compared with: a fact about the time before it, so it holds on every day of the plan. */
export interface Baseline extends Entry {
  readonly commitment: string;
  readonly value: number;
}

/** That a stage of a milestone was reached. */
export interface StageReached extends Entry {
  readonly id: string;
  readonly commitment: string;
  readonly stage: string;
  readonly on: Day;
  readonly unit: string;
  readonly office?: string;
}

/** A recurring day or event: on the same date each year (29 February: the 28th in other years), or on days that others set. */
export interface Observance {
  readonly code: string;
  readonly when: { readonly month: number; readonly day: number } | { readonly days: ReadonlyArray<Day> };
  /** Whether it is due only if it is held. */
  readonly conditional: boolean;
}

/** The days others have set for a year, in place of those known before; none means that there is no occasion that year. */
export interface DaysSet extends Entry {
  readonly observance: string;
  readonly year: number;
  readonly days: ReadonlyArray<Day>;
}

/** That an occasion was not held; accepted only where the observance is conditional. */
export interface NotHeld extends Entry {
  readonly observance: string;
  readonly on: Day;
}

/** What a measure was on a day. */
export interface Measured extends Entry {
  readonly measure: string;
  readonly value: number;
  readonly on: Day;
}

/** What a body has judged about a goal of a commitment. */
export interface Verdict extends Entry {
  readonly commitment: string;
  readonly judged: string;
  readonly reached: boolean;
  readonly on: Day;
}

/** Everything about one plan that a status may depend on. */
export interface Facts {
  /** The plan's first and last day. */
  readonly period: { readonly from: Day; readonly to: Day };
  readonly commitments: ReadonlyArray<Commitment>;
  readonly observances: ReadonlyArray<Observance>;
  readonly evidence: ReadonlyArray<Evidence>;
  readonly memberships: ReadonlyArray<Membership>;
  readonly excuses: ReadonlyArray<Excuse>;
  readonly baselines: ReadonlyArray<Baseline>;
  readonly stages: ReadonlyArray<StageReached>;
  readonly daysSet: ReadonlyArray<DaysSet>;
  readonly notHeld: ReadonlyArray<NotHeld>;
  readonly measured: ReadonlyArray<Measured>;
  readonly verdicts: ReadonlyArray<Verdict>;
}
