/** What a rule names: resolved to dates where it names a day, listed where adoption must know it. */
import { addDays, type Day } from "@verksam/kernel";
import * as Result from "effect/Result";
import * as Schema from "effect/Schema";
import type { DatedRule, Deadline, Rule } from "./rule.ts";

/** A rule names days that the plan does not have. */
export class UnknownDay extends Schema.TaggedError<UnknownDay>()("UnknownDay", {
  names: Schema.Array(Schema.String),
}) {
  override get message() {
    return `the plan has no day named ${this.names.join(", ")}`;
  }
}

/** What a rule refers to, each code once: kinds of evidence, populations, observances and named days of the plan. */
export interface References {
  readonly kinds: ReadonlyArray<string>;
  readonly populations: ReadonlyArray<string>;
  readonly observances: ReadonlyArray<string>;
  readonly days: ReadonlyArray<string>;
}

/** Everything the rule and its parts refer to, for adoption to refuse what the plan does not declare. */
export const references = (rule: Rule): References => {
  const found = {
    kinds: new Set<string>(),
    populations: new Set<string>(),
    observances: new Set<string>(),
    days: new Set<string>(),
  };
  collect(rule, found);
  return {
    kinds: [...found.kinds],
    populations: [...found.populations],
    observances: [...found.observances],
    days: [...found.days],
  };
};

const collect = (rule: Rule, found: { readonly [K in keyof References]: Set<string> }): void => {
  const name = (deadline: Deadline | undefined) => {
    if (typeof deadline === "object") found.days.add("on" in deadline ? deadline.on : deadline.before);
  };
  switch (rule.kind) {
    case "count":
      found.kinds.add(rule.of);
      name(rule.from);
      name(rule.by);
      break;
    case "coverage":
      found.kinds.add(rule.obligation);
      found.populations.add(rule.population);
      name(rule.by);
      break;
    case "baseline":
      found.kinds.add(rule.measure.of);
      name(rule.by);
      break;
    case "milestone":
      for (const { by } of rule.stages) name(by);
      break;
    case "standing":
      found.kinds.add(rule.of);
      break;
    case "each":
      found.kinds.add(rule.of).add(rule.then);
      break;
    case "observance":
      for (const code of rule.observances) found.observances.add(code);
      break;
    case "outcome":
      break;
    case "all":
      for (const part of rule.rules) collect(part, found);
  }
};

/** The rule with every named day replaced by its date, and *before* a day by the day before it; refused where a name is unknown. */
export const resolve = (
  rule: Rule,
  days: { readonly [name: string]: Day },
): Result.Result<DatedRule, UnknownDay> => {
  const names = references(rule).days.filter((name) => !Object.hasOwn(days, name));
  return names.length > 0 ? Result.fail(new UnknownDay({ names })) : Result.succeed(dated(rule, days));
};

const dated = (rule: Rule, days: { readonly [name: string]: Day }): DatedRule => {
  switch (rule.kind) {
    case "count": {
      const { by, from, ...rest } = rule;
      const start = from === undefined ? {} : { from: dateOf(from, days) };
      return { ...rest, ...start, ...dueBy(by, days) };
    }
    case "coverage": {
      const { by, ...rest } = rule;
      return { ...rest, ...dueBy(by, days) };
    }
    case "baseline": {
      const { by, ...rest } = rule;
      return { ...rest, ...dueBy(by, days) };
    }
    case "milestone": {
      const [first, ...others] = rule.stages;
      const stage = ({ name, by }: typeof first) => ({ name, ...dueBy(by, days) });
      return { kind: rule.kind, stages: [stage(first), ...others.map(stage)] };
    }
    case "all": {
      const [first, ...others] = rule.rules;
      return { kind: rule.kind, rules: [dated(first, days), ...others.map((part) => dated(part, days))] };
    }
    default:
      return rule;
  }
};

const dueBy = (by: Deadline | undefined, days: { readonly [name: string]: Day }): { readonly by?: Day } =>
  by === undefined ? {} : { by: dateOf(by, days) };

const dateOf = (deadline: Deadline, days: { readonly [name: string]: Day }): Day => {
  if (typeof deadline !== "object") return deadline;
  const day = days["on" in deadline ? deadline.on : deadline.before];
  // `resolve` has refused every name that is not among the days.
  if (day === undefined) throw new Error("a named day was not checked");
  return "on" in deadline ? day : addDays(day, -1);
};
