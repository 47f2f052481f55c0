import type { FractionText } from "../../exact/fraction.ts";
import type { Standing } from "./ballots.ts";

/** How many substitutes there are to be: for each member, or for the party together. */
export interface SubstitutesNeededStep {
  readonly kind: "substitutesNeeded";
  /** The party's seats in the constituency. */
  readonly seats: number;
  /** The share of the seats that the council has decided; absent where each member has as many as the seats, at least three. */
  readonly share?: FractionText;
  readonly needed: number;
  readonly law: string;
}

/** A substitute for every member, by personal votes over the bar. */
export interface PersonalSubstituteStep {
  readonly kind: "personalSubstitute";
  /** From 1. */
  readonly place: number;
  readonly to: string;
  readonly votes: number;
  readonly next?: Standing;
  readonly law: string;
}

/** A substitute for one member: on most of the member's ballots the first name that is left. */
export interface SubstituteStep {
  readonly kind: "substitute";
  readonly member: string;
  /** From 1 for each member. */
  readonly place: number;
  readonly to: string;
  readonly votes: number;
  readonly next?: Standing;
  readonly law: string;
}

/** Too few different substitutes: one more count for each of these members. */
export interface FurtherCountsStep {
  readonly kind: "furtherCounts";
  readonly members: ReadonlyArray<string>;
  /** They share a substitute with so many members or more; absent where the party is to have at least two. */
  readonly serving?: number;
  readonly law: string;
}

/** A member for whom no ballot has a name left: the one next in turn for a seat serves. */
export interface ReserveStep {
  readonly kind: "reserve";
  readonly member: string;
  readonly to: string;
  readonly law: string;
}

/** Fewer substitutes than there are to be, since the ballots have no further names. */
export interface SubstitutesLackingStep {
  readonly kind: "substitutesLacking";
  /** Absent where it is the party together that has too few. */
  readonly member?: string;
  readonly needed: number;
  readonly found: number;
  readonly law: string;
}

export type SubstitutesStep =
  | SubstitutesNeededStep
  | PersonalSubstituteStep
  | SubstituteStep
  | FurtherCountsStep
  | ReserveStep
  | SubstitutesLackingStep;

/** Which of those with equal votes becomes the substitute. */
export type SubstitutesAbout =
  | { readonly kind: "personalSubstitute"; readonly place: number; readonly votes: number }
  | {
      readonly kind: "substitute";
      readonly member: string;
      readonly place: number;
      readonly votes: number;
    };
