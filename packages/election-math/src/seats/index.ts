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
export { type BoardAnswer, type BoardRecord, boardSeats } from "./board/board.ts";
export type { BoardGroupResult, BoardResult } from "./board/count.ts";
export type { BoardElection, BoardGroup, BoardInput } from "./board/input.ts";
export { proportionalQuota } from "./board/quota.ts";
export type {
  BoardAbout,
  BoardPlaceStep,
  BoardStep,
  IdleTieStep,
  IgnoredNamesStep,
  RequestedStep,
  UsedUpStep,
} from "./board/step.ts";
export {
  type BoardSubstitutes,
  type BoardSubstitutesAbout,
  type BoardSubstitutesAnswer,
  type BoardSubstitutesInput,
  type BoardSubstitutesRecord,
  type BoardSubstitutesResult,
  type BoardSubstitutesStep,
  boardSubstitutes,
  type ServingGroupStep,
  type ServingStep,
  type SubstituteGroup,
} from "./board/substitutes.ts";
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
export {
  type ElectorateQuotaStep,
  type EvenSeatsStep,
  type FixedSeats,
  type FixedSeatsAbout,
  type FixedSeatsAnswer,
  type FixedSeatsInput,
  type FixedSeatsRecord,
  type FixedSeatsResult,
  type FixedSeatsRulesId,
  type FixedSeatsStep,
  fixedSeats,
  type SurplusSeatStep,
} from "./electorate/fixed-seats.ts";
export type { CheckedMethod, DivisorMethod, QuotaMethod } from "./method.ts";
export type { Ballots, Standing } from "./persons/ballots.ts";
export {
  type DoubleElectionsAnswer,
  type DoubleElectionsRecord,
  type DoubleElectionsResult,
  doubleElections,
} from "./persons/double-elections.ts";
export type { DoubleElections, DoubleElectionsInput, ElectedIn, Seated } from "./persons/double-input.ts";
export type {
  DoubleElectionsAbout,
  DoubleElectionsStep,
  KeptSeatStep,
  RefilledSeatStep,
  UnfilledSeatStep,
} from "./persons/double-step.ts";
export type { PersonsElection, PersonsInput } from "./persons/input.ts";
export type { Decimals } from "./persons/order.ts";
export {
  type Elected,
  electPersons,
  type PersonsAnswer,
  type PersonsRecord,
  type PersonsResult,
} from "./persons/persons.ts";
export { type PersonRulesId, personRules } from "./persons/rules.ts";
export type {
  BallotGroupStep,
  OrderPlaceStep,
  PersonalPlaceStep,
  PersonalVotesStep,
  PersonsAbout,
  PersonsStep,
  SpentBallotsStep,
} from "./persons/step.ts";
export type { Member, SubstitutesElection, SubstitutesInput } from "./persons/substitute-input.ts";
export type {
  FurtherCountsStep,
  PersonalSubstituteStep,
  ReserveStep,
  SubstituteStep,
  SubstitutesAbout,
  SubstitutesLackingStep,
  SubstitutesNeededStep,
  SubstitutesStep,
} from "./persons/substitute-step.ts";
export {
  type SubstitutesAnswer,
  type SubstitutesRecord,
  type SubstitutesResult,
  substitutes,
} from "./persons/substitutes.ts";
export type { QuotaAbout, QuotaSteps } from "./quota.ts";
export { OTHER, type ThresholdStep } from "./threshold.ts";
export type { Votes } from "./votes.ts";
