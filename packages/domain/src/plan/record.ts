/** Everything recorded about a plan: how to find it, and the facts that a status is computed from. */
import { type FactValues, found, one } from "@verksam/kernel";
import { commitment } from "./commitment.ts";
import { deliverable, deliverableStages } from "./deliverable.ts";
import { times } from "./entry.ts";
import { type EvidenceState, evidence } from "./evidence.ts";
import type { Commitment, Decision, Evidence, Facts } from "./facts.ts";
import { type ObservanceState, observance } from "./observance.ts";
import { type Plan, plan } from "./plan.ts";
import { policy, policyEvidence } from "./policy.ts";
import { population } from "./population.ts";
import { priorityList, priorityListEvidence } from "./priority-list.ts";
import { project, projectStages } from "./project.ts";
import type { CommitmentState } from "./promise.ts";
import { ranking, rankingEvidence, rankingStages } from "./ranking.ts";
import { rapidResponse, rapidResponseEvidence } from "./rapid-response.ts";
import { type UnitPlaced, unitsOfKind } from "./units.ts";

/** What to gather for the plan of an id. */
export const recordOf = (id: string) => ({
  plan: one(plan, id),
  commitments: found(commitment, "byPlan", id),
  evidence: found(evidence, "byPlan", id),
  populations: found(population, "byPlan", id),
  observances: found(observance, "byPlan", id),
  priorityLists: found(priorityList, "byPlan", id),
  rankings: found(ranking, "byPlan", id),
  projects: found(project, "byPlan", id),
  policies: found(policy, "byPlan", id),
  deliverables: found(deliverable, "byPlan", id),
  rapidResponses: found(rapidResponse, "byPlan", id),
});

/** What was gathered for a plan. */
export type PlanRecord = FactValues<ReturnType<typeof recordOf>>;

/**
 * The facts of a plan for its status, in the plan's order; undefined where there is no such plan. `units` is where every unit of
 * the organisation has stood: populations of units are counted from it.
 */
export const factsOf = (record: PlanRecord, units: ReadonlyArray<UnitPlaced>): Facts | undefined => {
  const { plan, populations, observances } = record;
  if (plan === undefined) return undefined;
  const { from, to } = plan;
  const commitments = inOrder(plan, record.commitments);
  const ofEach = <A extends object>(rowsOf: (state: CommitmentState) => ReadonlyArray<A>) =>
    commitments.flatMap(({ id, state }) => rowsOf(state).map((row) => ({ commitment: id, ...row })));
  return {
    period: { from, to },
    commitments: commitments.map(({ id, state }) => commitmentOf(id, state)),
    observances: plan.observances,
    evidence: [...record.evidence.map(({ id, state }) => evidenceOf(id, state)), ...yieldedEvidence(record)],
    memberships: [
      ...plan.populations.flatMap(({ code, units: kind }) =>
        kind === null ? [] : unitsOfKind(code, kind, units),
      ),
      ...populations.flatMap(({ state: { code, members } }) =>
        members.map(({ member, from, to, ...entry }) => ({
          population: code,
          member,
          from,
          ...(to === null ? {} : { to }),
          ...times(entry),
        })),
      ),
    ],
    excuses: ofEach(({ excuses }) =>
      excuses.map(({ member, from, reason, ...entry }) => ({
        member,
        from,
        reason: reason ?? "",
        ...times(entry),
      })),
    ),
    baselines: ofEach(({ baselines }) =>
      baselines.map(({ value, ...entry }) => ({ value, ...times(entry) })),
    ),
    stages: [
      ...ofEach(({ stages }) =>
        stages.map(({ id, stage, on, unit, office, ...entry }) => ({
          id,
          stage,
          on,
          unit,
          ...(office === null ? {} : { office }),
          ...times(entry),
        })),
      ),
      ...yieldedStages(record),
    ],
    daysSet: ofObservances(observances, ({ daysSet }) =>
      daysSet.map(({ year, days, ...entry }) => ({ year, days, ...times(entry) })),
    ),
    notHeld: ofObservances(observances, ({ notHeld }) =>
      notHeld.map(({ on, ...entry }) => ({ on, ...times(entry) })),
    ),
    measured: commitments.flatMap(({ state }) =>
      state.measurements.map(({ measure, value, on, ...entry }) => ({ measure, value, on, ...times(entry) })),
    ),
    verdicts: ofEach(({ verdicts }) =>
      verdicts.map(({ judged, reached, on, ...entry }) => ({ judged, reached, on, ...times(entry) })),
    ),
  };
};

/** Told apart as people number chapters: A2 before A10. */
const naturally = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });

const inOrder = ({ areas }: Plan, commitments: PlanRecord["commitments"]): PlanRecord["commitments"] => {
  const places = new Map(areas.map(({ code }, index) => [code, index]));
  const placeOf = (area: string) => places.get(area) ?? areas.length;
  return commitments.toSorted(
    ({ state: a }, { state: b }) => placeOf(a.area) - placeOf(b.area) || naturally(a.code, b.code),
  );
};

const commitmentOf = (id: string, { code, area, decisions }: CommitmentState): Commitment => ({
  id,
  code,
  area,
  decisions: decisions.map(({ kind, from, reason, rule, ...entry }): Decision => {
    const decision = { from, reason: reason ?? "", ...times(entry) };
    return kind === "dropped"
      ? { ...decision, kind }
      : { ...decision, kind: kind === "made" ? kind : "changed", rule };
  }),
});

const evidenceOf = (id: string, state: EvidenceState): Evidence => {
  const { of, on, amount, subject, unit, office, commitment } = state;
  return {
    id,
    of,
    on,
    amount,
    ...(subject === null ? {} : { subject }),
    unit,
    ...(office === null ? {} : { office }),
    ...(commitment === null ? {} : { commitment }),
    ...times(state),
  };
};

const ofObservances = <A extends object>(
  observances: PlanRecord["observances"],
  rowsOf: (state: ObservanceState) => ReadonlyArray<A>,
) => observances.flatMap(({ state }) => rowsOf(state).map((row) => ({ observance: state.code, ...row })));

const yieldedEvidence = (record: PlanRecord): ReadonlyArray<Evidence> => [
  ...record.priorityLists.flatMap(({ id, state }) => priorityListEvidence(id, state)),
  ...record.rankings.flatMap(({ id, state }) => rankingEvidence(id, state)),
  ...record.policies.flatMap(({ id, state }) => policyEvidence(id, state)),
  ...record.rapidResponses.flatMap(({ id, state }) => rapidResponseEvidence(id, state)),
];

const yieldedStages = (record: PlanRecord): Facts["stages"] => [
  ...record.rankings.flatMap(({ id, state }) => rankingStages(id, state)),
  ...record.projects.flatMap(({ id, state }) => projectStages(id, state)),
  ...record.deliverables.flatMap(({ id, state }) => deliverableStages(id, state)),
];
