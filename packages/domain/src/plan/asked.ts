/** What the parts of a rule ask for beside evidence, and moving one of its deadlines. */
import * as Result from "effect/Result";
import { DeadlineUnclear } from "./refusals.ts";
import { references } from "./resolve.ts";
import type { Deadline, Goal, Rule } from "./rule.ts";

type Part = Exclude<Rule, { readonly kind: "all" }>;

/** The rule's parts, however deep they stand. */
const partsOf = (rule: Rule): ReadonlyArray<Part> =>
  rule.kind === "all" ? rule.rules.flatMap(partsOf) : [rule];

const goalsOf = (rule: Rule): ReadonlyArray<Goal> =>
  partsOf(rule).flatMap((part) => (part.kind === "outcome" ? part.goals : []));

/** Whether a milestone of the rule has a stage of this name. */
export const hasStage = (rule: Rule, name: string): boolean =>
  partsOf(rule).some((part) => part.kind === "milestone" && part.stages.some((stage) => stage.name === name));

/** Whether a part of the rule is of this kind. */
export const hasPart = (rule: Rule, kind: Part["kind"]): boolean =>
  partsOf(rule).some((part) => part.kind === kind);

/** Whether a goal of the rule is read from this measure. */
export const hasMeasure = (rule: Rule, measure: string): boolean =>
  goalsOf(rule).some((goal) => "measure" in goal && goal.measure === measure);

/** Whether a goal of the rule is judged by a body under this name. */
export const hasVerdict = (rule: Rule, judged: string): boolean =>
  goalsOf(rule).some((goal) => "judged" in goal && goal.judged === judged);

/** Whether evidence of this kind, or of this observance, counts by the rule. */
export const counts = (rule: Rule, of: string): boolean => {
  const { kinds, observances } = references(rule);
  return kinds.includes(of) || observances.includes(of);
};

/**
 * The rule with one of its deadlines on another day: the only one, or the one of the stage, kind of evidence or population
 * `about`. Refused where no deadline, or more than one, is meant.
 */
export const withDeadline = (
  rule: Rule,
  by: Deadline,
  about?: string,
): Result.Result<Rule, DeadlineUnclear> => {
  let matches = 0;
  const moved = <T extends { readonly by?: Deadline }>(due: T, ...names: ReadonlyArray<string>): T => {
    if (due.by === undefined || (about !== undefined && !names.includes(about))) return due;
    matches++;
    return { ...due, by };
  };
  const inRule = (part: Rule): Rule => {
    switch (part.kind) {
      case "count":
        return moved(part, part.of);
      case "coverage":
        return moved(part, part.obligation, part.population);
      case "baseline":
        return moved(part, part.measure.of);
      case "milestone":
        return inMilestone(part);
      case "all": {
        const [first, ...others] = part.rules;
        return { ...part, rules: [inRule(first), ...others.map(inRule)] };
      }
      default:
        return part;
    }
  };
  const inMilestone = ({
    kind,
    stages: [first, ...others],
  }: Extract<Rule, { readonly kind: "milestone" }>): Rule => ({
    kind,
    stages: [moved(first, first.name), ...others.map((stage) => moved(stage, stage.name))],
  });
  const next = inRule(rule);
  return matches === 1 ? Result.succeed(next) : Result.fail(new DeadlineUnclear({ matches }));
};
