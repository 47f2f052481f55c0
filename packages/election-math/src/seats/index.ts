export type { Done, NeedsLot } from "../count/count.ts";
export type { Lot, LotRequest, LotStep } from "../count/lot.ts";
export type { CountRecord } from "../count/record.ts";
export type { FractionText, Ratio } from "../exact/fraction.ts";
export { InvalidInput, type Problem } from "../input.ts";
export {
  type Apportionment,
  type ApportionmentAbout,
  type ApportionmentAnswer,
  type ApportionmentInput,
  type ApportionmentRecord,
  type ApportionmentResult,
  type ApportionmentStep,
  apportion,
  type SeatStep,
} from "./apportion.ts";
export type { Deciding } from "./distribute.ts";
export type { ConstituencySeats, ElectionResult } from "./election/count.ts";
export { type ElectionAnswer, type ElectionRecord, swedishElection } from "./election/election.ts";
export type { Constituency, Election, ElectionInput } from "./election/input.ts";
export type { Distance, Margin } from "./election/margin.ts";
export { type ElectionRulesId, electionRules } from "./election/rules.ts";
export type {
  AdjustmentSeatStep,
  ElectionAbout,
  ElectionStep,
  EntitledStep,
  FixedSeatStep,
  KeptStep,
  ReassignedStep,
  ReturnedStep,
  SetAsideStep,
  WholeSeatStep,
} from "./election/step.ts";
export type { CheckedMethod, DivisorMethod, QuotaMethod } from "./method.ts";
export type { QuotaAbout, QuotaSteps } from "./quota.ts";
export { OTHER, type ThresholdStep } from "./threshold.ts";
export type { Votes } from "./votes.ts";
