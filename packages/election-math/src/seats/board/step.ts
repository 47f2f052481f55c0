import type { FractionText } from "../../exact/fraction.ts";
import type { Deciding } from "../distribute.ts";

/** Enough of those present ask for a proportional election. */
export interface RequestedStep {
  readonly kind: "requested";
  readonly present: number;
  readonly seats: number;
  readonly requested: number;
  /** How many have to ask: those present by one more than the seats, rounded up. */
  readonly needed: number;
  readonly law: string;
}

/** The last names of a group, more than the election concerns, are ignored. */
export interface IgnoredNamesStep {
  readonly kind: "ignoredNames";
  readonly group: string;
  readonly names: ReadonlyArray<string>;
  readonly law: string;
}

/** A place for the group with the greatest comparison number, filled at once by the next of its names. */
export interface BoardPlaceStep extends Deciding {
  readonly kind: "boardPlace";
  /** From 1; beyond the seats where a person has places from several groups. */
  readonly place: number;
  readonly to: string;
  /** Absent where only seats are counted. */
  readonly name?: string;
  /** From how many groups the person now has a place, where more than one: each counts as that part of a place. */
  readonly shared?: number;
  /** What the votes were divided by: 1 and the places the group has. */
  readonly divisor: FractionText;
  readonly law: string;
}

/** Every name of a group has a place: it takes no further part. */
export interface UsedUpStep {
  readonly kind: "usedUp";
  readonly group: string;
  readonly law: string;
}

/** Equal numbers of groups that share names, where it makes no difference to the result who gets the place. */
export interface IdleTieStep {
  readonly kind: "idleTie";
  readonly among: ReadonlyArray<string>;
  readonly taken: string;
}

export type BoardStep = RequestedStep | IgnoredNamesStep | BoardPlaceStep | UsedUpStep | IdleTieStep;

/** Which of the groups with equal comparison numbers gets a place. */
export interface BoardAbout {
  readonly kind: "boardPlace";
  readonly place: number;
  readonly comparison: FractionText;
}
