/** Evidence rules: how what was recorded becomes the status of a commitment. */
import { Day, Span } from "@verksam/kernel";
import * as Schema from "effect/Schema";

const Code = Schema.NonEmptyString;
const Positive = Schema.Int.check(Schema.isGreaterThan(0));

/** A span longer than no time at all: within `P0D` nothing can be done again. */
const Every = Span.check(Schema.makeFilter((span) => /[1-9]/.test(span) || "not longer than no time at all"));

/** How much of a population is to be covered: all of it, or at least `n` of every `d`. */
const Share = Schema.Union([
  Schema.Literal("all"),
  Schema.Struct({ n: Positive, d: Positive }).check(
    Schema.makeFilter(({ n, d }) => n <= d || { path: ["n"], issue: "more than the whole" }),
  ),
]);

/** What a baseline compares: the sum of the amounts, or the number of distinct subjects. */
const Measure = Schema.Struct({ of: Code, take: Schema.Literals(["sum", "distinct"]) });

/** How a measured value is compared with its goal. */
export const Comparison = Schema.Literals([">=", ">", "<=", "<", "="]);
export type Comparison = typeof Comparison.Type;

/** A goal read from a measure, or judged by a body whose verdict is recorded. */
export const Goal = Schema.Union([
  Schema.Struct({ measure: Code, op: Comparison, value: Schema.Finite }),
  Schema.Struct({ judged: Code }),
]);
export type Goal = typeof Goal.Type;

/** A day of the plan by its name: that day, or the day before it. */
const NamedDay = Schema.Union([Schema.Struct({ on: Code }), Schema.Struct({ before: Code })]);
export type NamedDay = typeof NamedDay.Type;

/** A date, or a named day of the plan. */
export const Deadline = Schema.Union([Day, NamedDay]);
export type Deadline = typeof Deadline.Type;

const kinds = <D extends Schema.Constraint>(deadline: D) => {
  const by = Schema.optionalKey(deadline);
  return {
    count: Schema.Struct({
      kind: Schema.Literal("count"),
      of: Code,
      atLeast: Positive,
      by,
      from: Schema.optionalKey(deadline),
    }),
    coverage: Schema.Struct({
      kind: Schema.Literal("coverage"),
      population: Code,
      obligation: Code,
      share: Share,
      every: Schema.optionalKey(Every),
      by,
    }),
    baseline: Schema.Struct({
      kind: Schema.Literal("baseline"),
      measure: Measure,
      baseline: Schema.optionalKey(Schema.Finite),
      by,
    }),
    milestone: Schema.Struct({
      kind: Schema.Literal("milestone"),
      stages: Schema.NonEmptyArray(Schema.Struct({ name: Code, by })),
    }),
    standing: Schema.Struct({
      kind: Schema.Literal("standing"),
      of: Code,
      about: Schema.optionalKey(Schema.NonEmptyArray(Code)),
      every: Every,
    }),
    each: Schema.Struct({ kind: Schema.Literal("each"), of: Code, then: Code, within: Span }).check(
      Schema.makeFilter(({ of, then }) => of !== then || { path: ["then"], issue: "would answer itself" }),
    ),
    observance: Schema.Struct({
      kind: Schema.Literal("observance"),
      observances: Schema.NonEmptyArray(Code),
    }),
    outcome: Schema.Struct({ kind: Schema.Literal("outcome"), goals: Schema.NonEmptyArray(Goal) }),
  };
};

const single = <D extends Schema.Constraint>(deadline: D) => {
  const { count, coverage, baseline, milestone, standing, each, observance, outcome } = kinds(deadline);
  return Schema.Union([count, coverage, baseline, milestone, standing, each, observance, outcome]);
};

const Written = single(Deadline);
const Dated = single(Day);

/** Rules that hold together; a part may itself be such a rule. */
export interface All<Part> {
  readonly kind: "all";
  readonly rules: readonly [Part | All<Part>, ...ReadonlyArray<Part | All<Part>>];
}

const withAll = <Type, Encoded>(part: Schema.Codec<Type, Encoded>) => {
  const all: Schema.Codec<All<Type>, All<Encoded>> = Schema.Struct({
    kind: Schema.Literal("all"),
    rules: Schema.NonEmptyArray(
      Schema.suspend((): Schema.Codec<Type | All<Type>, Encoded | All<Encoded>> => rule),
    ),
  });
  const rule: Schema.Codec<Type | All<Type>, Encoded | All<Encoded>> = Schema.Union([part, all]);
  return rule;
};

/** A rule as a plan states it: JSON with the discriminator `kind`; its days may be named days of the plan. */
export const Rule: Schema.Codec<Rule, typeof Written.Encoded | All<typeof Written.Encoded>> =
  withAll(Written);
export type Rule = typeof Written.Type | All<typeof Written.Type>;

/** A rule whose named days are resolved to dates. */
export const DatedRule: Schema.Codec<DatedRule, typeof Dated.Encoded | All<typeof Dated.Encoded>> =
  withAll(Dated);
export type DatedRule = typeof Dated.Type | All<typeof Dated.Type>;

/** The dated rule of one kind. */
export type Of<Kind extends DatedRule["kind"]> = Extract<DatedRule, { readonly kind: Kind }>;
