import type { FractionText } from "../../exact/fraction.ts";
import type { Standing } from "./ballots.ts";

/** Somebody elected in several constituencies takes the seat won with the greatest number. */
export interface KeptSeatStep {
  readonly kind: "keptSeat";
  readonly candidate: string;
  readonly constituency: string;
  readonly number: FractionText;
  /** The seats that are not taken. */
  readonly others: ReadonlyArray<{ readonly constituency: string; readonly number: FractionText }>;
  readonly law: string;
}

/** A seat that was not taken, for the one who most of the ballots that counted for it name first of those without a seat. */
export interface RefilledSeatStep {
  readonly kind: "refilledSeat";
  readonly constituency: string;
  /** Who did not take it. */
  readonly after: string;
  readonly to: string;
  readonly votes: number;
  readonly next?: Standing;
  readonly law: string;
}

/** A seat that was not taken, and the ballots that counted for it name nobody else. */
export interface UnfilledSeatStep {
  readonly kind: "unfilledSeat";
  readonly constituency: string;
  readonly after: string;
  readonly law: string;
}

export type DoubleElectionsStep = KeptSeatStep | RefilledSeatStep | UnfilledSeatStep;

/**
 * What a lot decides: which of the constituencies somebody keeps; where, and after whom, the next of the seats that were
 * won with equal numbers is refilled; to whom such a seat goes.
 */
export type DoubleElectionsAbout =
  | { readonly kind: "keptSeat"; readonly candidate: string; readonly number: FractionText }
  | { readonly kind: "refillingIn"; readonly number: FractionText; readonly left: number }
  | { readonly kind: "refillingAfter"; readonly constituency: string; readonly number: FractionText }
  | {
      readonly kind: "refilledSeat";
      readonly constituency: string;
      readonly after: string;
      readonly votes: number;
    };
