/** What a plan declares, so that rules and records can name only what there is. */
import { Day } from "@verksam/kernel";
import * as Result from "effect/Result";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { UndeclaredReference } from "./refusals.ts";
import { references, resolve } from "./resolve.ts";
import type { DatedRule, Rule } from "./rule.ts";

/** A code of the plan: 1–48 letters, digits, `.`, `_` and `-`, the first a letter or digit. */
export const Code = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9._-]{0,47}$/, {
    message: "a code is 1–48 letters, digits, . _ and -, the first a letter or digit",
  }),
);

const Line = Schema.String.check(
  Schema.isPattern(/\S/, { message: "words, not only blanks" }),
  Schema.isMaxLength(4000),
);

/** What people read: in Swedish and English, or one text for both; never about a person. */
export const Words = Schema.Union([Line, Schema.Struct({ sv: Line, en: Line })]);
export type Words = typeof Words.Type;

/** Something the plan declares by a code. */
export const Named = Schema.Struct({ code: Code, title: Words });

/** A chapter of the plan. */
const PlanArea = Schema.Struct({ code: Code, title: Words, prioritised: Schema.Boolean });

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The same date each year, or days that others set. */
export const When = Schema.Union([
  Schema.Struct({ month: Schema.Int, day: Schema.Int }).check(
    Schema.makeFilter(
      ({ month, day }) => (day >= 1 && day <= (daysOfMonth[month - 1] ?? 0)) || "not a day of a month",
    ),
  ),
  Schema.Struct({ days: Schema.Array(Day) }),
]);

/** A recurring day or event; conditional where it is due only if it is held. */
export const DeclaredObservance = Schema.Struct({
  code: Code,
  title: Words,
  when: When,
  conditional: Schema.Boolean,
});

/** The units of a kind, all of them or those under a unit. */
export const UnitsOfKind = Schema.Struct({ kind: Code, under: Schema.optionalKey(UnitId) });
export type UnitsOfKind = typeof UnitsOfKind.Type;

/** Who is to be covered: the units of a kind on the day; or, where `units` is null, a list that decisions lengthen and shorten. */
export const DeclaredPopulation = Schema.Struct({
  code: Code,
  title: Words,
  units: Schema.NullOr(UnitsOfKind),
});

/** Everything a plan declares. `days` are its named days; `subjects` are names for what is neither a unit nor a kind. */
export const declarations = {
  days: Schema.Record(Code, Day),
  areas: Schema.Array(PlanArea),
  kinds: Schema.Array(Named),
  observances: Schema.Array(DeclaredObservance),
  populations: Schema.Array(DeclaredPopulation),
  subjects: Schema.Array(Named),
};
export type Declarations = Schema.Struct<typeof declarations>["Type"];

/** Only the codes: what references are checked against. */
export interface Codes extends Pick<Declarations, "days"> {
  readonly areas: Iterable<{ readonly code: string }>;
  readonly kinds: Iterable<{ readonly code: string }>;
  readonly observances: Iterable<{ readonly code: string }>;
  readonly populations: Iterable<{ readonly code: string }>;
}

export type Reference = UndeclaredReference["references"][number];

/** What a commitment names and the plan does not declare: its area, and everything its rule refers to. */
export const undeclared = (
  plan: Codes,
  { area, rule }: { area?: string; rule?: Rule },
): ReadonlyArray<Reference> => {
  const named = rule === undefined ? undefined : references(rule);
  const missing = (
    kind: Reference["kind"],
    codes: ReadonlyArray<string>,
    declared: Iterable<{ readonly code: string }>,
  ): ReadonlyArray<Reference> => {
    const known = new Set(Array.from(declared, ({ code }) => code));
    return codes.filter((code) => !known.has(code)).map((code) => ({ kind, code }));
  };
  const days = Object.keys(plan.days).map((code) => ({ code }));
  return [
    ...missing("area", area === undefined ? [] : [area], plan.areas),
    ...missing("kind", named?.kinds ?? [], plan.kinds),
    ...missing("population", named?.populations ?? [], plan.populations),
    ...missing("observance", named?.observances ?? [], plan.observances),
    ...missing("day", named?.days ?? [], days),
  ];
};

/** The rule with its named days as dates; refused where it, or the area, names what the plan does not declare. */
export const datedRule = (
  plan: Codes,
  rule: Rule,
  area?: string,
): Result.Result<DatedRule, UndeclaredReference> => {
  const missing = undeclared(plan, { rule, ...(area === undefined ? {} : { area }) });
  if (missing.length > 0) return Result.fail(new UndeclaredReference({ references: missing }));
  return Result.mapError(
    resolve(rule, plan.days),
    ({ names }) => new UndeclaredReference({ references: names.map((code) => ({ kind: "day", code })) }),
  );
};

/** The codes that stand more than once in a list, each once. */
export const repeated = (codes: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...new Set(codes.filter((code, index) => codes.indexOf(code) !== index)),
];

/** Something of a plan by its code: the id of a commitment, a population's list, an observance's days. */
export const partId = (plan: string, code: string): string => `${plan}:${code}`;

/** The plan and the code of a part; codes have no colon, so the last one divides them. */
export const partOf = (id: string): { readonly plan: string; readonly code: string } => {
  const colon = id.lastIndexOf(":");
  return colon < 1 ? { plan: id, code: "" } : { plan: id.slice(0, colon), code: id.slice(colon + 1) };
};
