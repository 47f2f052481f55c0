import type { FractionText } from "../../exact/fraction.ts";
import type { Deciding } from "../distribute.ts";
import type { Standing } from "./ballots.ts";

/** Whether a candidate's personal votes are enough to decide; the bar itself is. */
export interface PersonalVotesStep {
  readonly kind: "personalVotes";
  readonly candidate: string;
  readonly votes: number;
  /** The party's votes in the constituency. */
  readonly of: number;
  /** The share of them that is needed. */
  readonly share: FractionText;
  /** The fewest that are needed, whatever the share. */
  readonly least: number;
  readonly isMet: boolean;
  readonly law: string;
}

/** A place for the most personal votes. */
export interface PersonalPlaceStep {
  readonly kind: "personalPlace";
  /** From 1, for the party in the constituency. */
  readonly place: number;
  readonly to: string;
  readonly votes: number;
  readonly next?: Standing;
  readonly law: string;
}

/** Ballots that from now on count for one candidate: a group that stays together until the candidate has a place. */
export interface BallotGroupStep {
  readonly kind: "ballotGroup";
  readonly candidate: string;
  readonly votes: number;
  /** Whose place let the ballots go on to their next name; absent where they count for the first time. */
  readonly after?: string;
  /** The part the group has had in filling a place: its votes ÷ the comparison number that took it; "0" the first time. */
  readonly placeNumber: FractionText;
  readonly law: string;
}

/** Ballots without a further name, which count no more. */
export interface SpentBallotsStep {
  readonly kind: "spentBallots";
  readonly votes: number;
  /** Whose place was the last of their names; absent where none of them could be elected from the start. */
  readonly after?: string;
  readonly law: string;
}

/** The next place in the order, for the greatest comparison number. */
export interface OrderPlaceStep extends Deciding {
  readonly kind: "orderPlace";
  /** From 1, for the party in the constituency, those on personal votes with them. */
  readonly place: number;
  readonly to: string;
  /** What the votes were divided by: 1 and the place numbers of the candidate's groups. */
  readonly divisor: FractionText;
  readonly law: string;
}

export type PersonsStep =
  | PersonalVotesStep
  | PersonalPlaceStep
  | BallotGroupStep
  | SpentBallotsStep
  | OrderPlaceStep;

/** Which of the candidates with equal numbers gets a place. */
export type PersonsAbout =
  | { readonly kind: "personalPlace"; readonly place: number; readonly votes: number }
  | { readonly kind: "orderPlace"; readonly place: number; readonly comparison: FractionText };
