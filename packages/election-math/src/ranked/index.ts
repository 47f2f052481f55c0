export type { Lot, LotRequest, LotStep } from "../count/lot.ts";
export { InvalidInput, type Problem } from "../input.ts";
export {
  isHouseMonotone,
  type ListElection,
  type ListInput,
  type ListMethod,
  type Zipper,
} from "../lists/input.ts";
export { type ListAnswer, type ListRecord, type ListResult, orderList } from "../lists/order-list.ts";
export type * from "../lists/step.ts";
export type { Constraint } from "./constraint.ts";
export {
  countRanked,
  type RankedAnswer,
  type RankedRecord,
  type RankedResult,
  type Unconstrained,
} from "./count-ranked.ts";
export type { Ballot, Candidate, RankedElection, RankedInput } from "./input.ts";
export { pairOf } from "./pairwise.ts";
export { type RankedRulesId, rankedRules } from "./rules.ts";
export { type Stage, stagesOf } from "./stages.ts";
export type * from "./step.ts";
