/** Coverage: who of a population has met an obligation as of a day, who is missing, and who is excused. */
import { type Day, includes, type Period, type Span, subtractSpan } from "./day.ts";

/** Members are compared as `Set` compares: text and numbers by value, objects by identity. */
export interface Obligation<Member> {
  /** Who belongs, and when; a member with several periods is one member. */
  readonly population: Iterable<Period & { readonly member: Member }>;
  /** What was done, about whom and on which day; what is about nobody covers nobody. */
  readonly fulfilments: Iterable<{ readonly subject?: Member | undefined; readonly on: Day }>;
  /** How long a fulfilment covers its member; without it, for good. */
  readonly every?: Span | undefined;
  /** Who is let off, from which day. */
  readonly excuses: Iterable<{ readonly member: Member; readonly from: Day }>;
  readonly asOf: Day;
}

/** The population of the day in three parts that never overlap, each in the population's order. */
export interface Coverage<Member> {
  readonly covered: ReadonlyArray<Member>;
  readonly missing: ReadonlyArray<Member>;
  readonly excused: ReadonlyArray<Member>;
}

/** How much of a population is to be covered: all of it, or at least `n` of every `d`. */
export type Share = "all" | { readonly n: number; readonly d: number };

/** Divides the population of the day; whoever has met the obligation is covered, excused or not, so an excuse never lowers a share. */
export const coverage = <Member>(obligation: Obligation<Member>): Coverage<Member> => {
  const { asOf, every } = obligation;
  const after = every === undefined ? undefined : subtractSpan(asOf, every);
  const done = new Set<Member>();
  for (const { subject, on } of obligation.fulfilments) {
    if (subject !== undefined && on <= asOf && (after === undefined || on > after)) done.add(subject);
  }
  const excusedThen = new Set<Member>();
  for (const { member, from } of obligation.excuses) {
    if (from <= asOf) excusedThen.add(member);
  }
  const members = new Set<Member>();
  for (const membership of obligation.population) {
    if (includes(membership, asOf)) members.add(membership.member);
  }
  const covered: Array<Member> = [];
  const missing: Array<Member> = [];
  const excused: Array<Member> = [];
  for (const member of members) {
    (done.has(member) ? covered : excusedThen.has(member) ? excused : missing).push(member);
  }
  return { covered, missing, excused };
};

/** Whether the share is reached: covered × d ≥ n × (population − excused), in whole numbers. Where nobody is left it is. */
export const reaches = ({ covered, missing }: Coverage<unknown>, share: Share): boolean =>
  share === "all"
    ? missing.length === 0
    : covered.length * share.d >= share.n * (covered.length + missing.length);
