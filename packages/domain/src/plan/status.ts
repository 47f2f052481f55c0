/** The status of a commitment on a day: a pure function of facts, a commitment and the day. */
import type { Day, Instant } from "@verksam/kernel";
import type { Commitment, Decision, Facts } from "./facts.ts";
import { type Known, lastBy, prepare } from "./known.ts";
import type { DatedRule } from "./rule.ts";
import { all } from "./status/all.ts";
import { type Asked, ask } from "./status/asked.ts";
import { baseline } from "./status/baseline.ts";
import { count } from "./status/count.ts";
import { coverage } from "./status/coverage.ts";
import { each } from "./status/each.ts";
import { milestone } from "./status/milestone.ts";
import { observance } from "./status/observance.ts";
import { outcome } from "./status/outcome.ts";
import { standing } from "./status/standing.ts";
import type { NotInForceWhy, Status, StatusName } from "./why.ts";

export type { Counted } from "./facts.ts";
export type * from "./why.ts";

/**
 * Where a commitment stands on a day, by the decision in force that day (of several from one day, the one recorded
 * last). Facts are indexed by `prepare` once, for all commitments and days asked about.
 */
export const status = (known: Known, commitment: Commitment, on: Day): Status => {
  const decisions = known.decisions(commitment);
  const inForce = lastBy(
    decisions.filter(({ from }) => from <= on),
    ({ from, recordedAt }) => `${from} ${recordedAt}`,
  );
  if (inForce === undefined) return notInForce(known, "notYetMade", firstOf(decisions));
  if (inForce.kind === "dropped") return notInForce(known, "dropped", inForce);
  return judge(inForce.rule, ask(known, commitment.id, on));
};

/** A commitment with its status. */
export interface Account {
  readonly commitment: Commitment;
  readonly status: Status;
}

/** The status of every commitment of the plan on a day, in the plan's order, as known at an instant (default: all that is recorded). */
export const statuses = (
  facts: Facts,
  on: Day,
  options?: { readonly knownAt?: Instant | undefined },
): ReadonlyArray<Account> => {
  const known = prepare(facts, options);
  return known.commitments.map((commitment) => ({ commitment, status: status(known, commitment, on) }));
};

/** How many commitments have each status. */
export type Counts = Readonly<Record<StatusName, number>>;

/** The counts per status of the plan and of each area that has a commitment, in the order they come; never an average. */
export const rollUp = (
  accounts: ReadonlyArray<Account>,
): { readonly plan: Counts; readonly areas: ReadonlyMap<string, Counts> } => {
  const plan = none();
  const areas = new Map<string, Record<StatusName, number>>();
  for (const { commitment, status } of accounts) {
    const area = areas.get(commitment.area) ?? none();
    areas.set(commitment.area, area);
    plan[status.status] += 1;
    area[status.status] += 1;
  }
  return { plan, areas };
};

const none = (): Record<StatusName, number> => ({
  met: 0,
  onTheWay: 0,
  late: 0,
  notMet: 0,
  noEvidence: 0,
  unknown: 0,
  notApplicable: 0,
});

const judge = (rule: DatedRule, asked: Asked): Status => {
  switch (rule.kind) {
    case "count":
      return count(rule, asked);
    case "coverage":
      return coverage(rule, asked);
    case "baseline":
      return baseline(rule, asked);
    case "milestone":
      return milestone(rule, asked);
    case "standing":
      return standing(rule, asked);
    case "each":
      return each(rule, asked);
    case "observance":
      return observance(rule, asked);
    case "outcome":
      return outcome(rule, asked);
    case "all":
      return all(
        rule.rules.map((part) => judge(part, asked)),
        asked,
      );
  }
};

const firstOf = (decisions: ReadonlyArray<Decision>): Decision | undefined =>
  decisions.reduce<Decision | undefined>(
    (first, decision) => (first !== undefined && first.from <= decision.from ? first : decision),
    undefined,
  );

const notInForce = (
  known: Known,
  because: NotInForceWhy["because"],
  decision: Decision | undefined,
): Status<NotInForceWhy> => ({
  status: "notApplicable",
  deadline: known.period.to,
  why: { rule: "notInForce", because, ...(decision === undefined ? {} : { decision }) },
  evidence: [],
  missing: [],
});
