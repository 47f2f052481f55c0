/** The plan area: what was promised, what was done, and where each promise stands on a day. */
import { area } from "@verksam/kernel";
import { commitment } from "./commitment.ts";
import { deliverable } from "./deliverable.ts";
import { evidence } from "./evidence.ts";
import { migrations } from "./migrations.ts";
import { observance } from "./observance.ts";
import { plan as thePlan } from "./plan.ts";
import { policy } from "./policy.ts";
import { population } from "./population.ts";
import { priorityList } from "./priority-list.ts";
import { project } from "./project.ts";
import { ranking } from "./ranking.ts";
import { rapidResponse } from "./rapid-response.ts";
import { reserve } from "./reserve.ts";

export {
  type Adoption,
  adoptionOrders,
  checkDocument,
  type DocumentProblem,
  InvalidDocument,
  PlanDocument,
  readDocument,
} from "./adoption.ts";
export { DayInFuture, DayTooEarly, ReasonMissing } from "./dated.ts";
export { Code, type Declarations, partId, partOf, type Reference, Words } from "./declared.ts";
export {
  type Deliverable,
  deliverableStages,
  NotLastReached,
  type StageOn,
  StageSkipped,
  stagesOn,
  UnknownStage,
} from "./deliverable.ts";
export * from "./evaluation/index.ts";
export type { EvidenceState } from "./evidence.ts";
export type * from "./facts.ts";
export { powers } from "./guard.ts";
export * as steeringPowers from "./guard-steering.ts";
export { type Known, prepare } from "./known.ts";
export { Money } from "./money.ts";
export type { ObservanceState } from "./observance.ts";
export type { Plan } from "./plan.ts";
export { type AccountInput, type OwnedAccount, type PlanAccount, planAccount } from "./plan-account.ts";
export {
  AlreadyAdopted,
  adoptionsOn,
  NotAdopted,
  type Policy,
  policyCoverage,
  policyEvidence,
} from "./policy.ts";
export type { Population } from "./population.ts";
export { PriorityKind, type PriorityList, prioritiesOn, priorityListEvidence } from "./priority-list.ts";
export { AlreadyEvaluated, evaluationDueOn, isLate, lateBy, type Project, projectStages } from "./project.ts";
export { type CommitmentState, type Decided, Owner } from "./promise.ts";
export { Grounds, type Moved, movesBetween, type Ranked, rank } from "./rank.ts";
export {
  AlreadyDecided,
  departuresOn,
  NotDecided,
  OrderIncomplete,
  type Ranking,
  rankingEvidence,
  rankingOn,
  rankingStages,
} from "./ranking.ts";
export {
  answerLateBy,
  OutOfTurn,
  type RapidResponse,
  ResponseStep,
  rapidResponseEvidence,
  standsOn,
  type UnplannedCounts,
  unplannedCounts,
} from "./rapid-response.ts";
export { factsOf, type PlanRecord, recordOf } from "./record.ts";
export * from "./refusals.ts";
export {
  AllocationExceeded,
  AlreadyFunded,
  available,
  CostExceeded,
  fundingOf,
  NotFunded,
  type Reserve,
  ReserveExceeded,
  ResponseNotApproved,
} from "./reserve.ts";
export { type References, references, resolve, UnknownDay } from "./resolve.ts";
export { DatedRule, Deadline, Rule } from "./rule.ts";
export * from "./status.ts";
export { type UnitPlaced, unitsOfKind } from "./units.ts";
export {
  commitment,
  deliverable,
  evidence,
  migrations,
  observance,
  policy,
  population,
  priorityList,
  project,
  ranking,
  rapidResponse,
  reserve,
};

/** The area as a kernel is opened with it: commands are named `plan.evidence.record`, `plan.commitment.change` and so on. */
export const plan = area({
  name: "plan",
  aggregates: {
    plan: thePlan,
    commitment,
    evidence,
    population,
    observance,
    priorityList,
    ranking,
    project,
    policy,
    deliverable,
    reserve,
    rapidResponse,
  },
  migrations,
});
