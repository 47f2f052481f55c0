import type { FractionText } from "../../exact/fraction.ts";
import type { Deciding } from "../distribute.ts";
import type { ThresholdStep } from "../threshold.ts";

/** A fixed seat of a constituency for the party with the greatest comparison number there. */
export interface FixedSeatStep extends Deciding {
  readonly kind: "fixedSeat";
  readonly constituency: string;
  /** From 1 in each constituency. */
  readonly seat: number;
  readonly to: string;
  readonly law: string;
}

/** A seat in the distribution over the whole as one constituency, which tells what each party is entitled to. */
export interface WholeSeatStep extends Deciding {
  readonly kind: "wholeSeat";
  /** From 1 in each distribution. */
  readonly seat: number;
  /** How many seats are distributed: all but those of parties that stand outside. */
  readonly of: number;
  readonly to: string;
  readonly law: string;
}

/** A party's share of all seats beside the fixed seats it has. */
export interface EntitledStep {
  readonly kind: "entitled";
  readonly party: string;
  readonly seats: number;
  readonly fixed: number;
  readonly law: string;
}

/** A fixed seat taken back from a party with more than its share: the one it had got with its smallest comparison number. */
export interface ReturnedStep {
  readonly kind: "returned";
  readonly constituency: string;
  readonly from: string;
  readonly votes: number;
  readonly comparison: FractionText;
  readonly law: string;
}

/** A returned seat, still a fixed seat of its constituency, for another party there that has less than its share. */
export interface ReassignedStep extends Deciding {
  readonly kind: "reassigned";
  readonly constituency: string;
  readonly to: string;
  readonly law: string;
}

/** A returned seat that no other party in the constituency may take. The act is silent; here its party keeps it. */
export interface KeptStep {
  readonly kind: "kept";
  readonly constituency: string;
  readonly party: string;
}

/** A party with more fixed seats than its share keeps them and stands outside the further distribution. */
export interface SetAsideStep {
  readonly kind: "setAside";
  readonly party: string;
  readonly seats: number;
  readonly fixed: number;
  readonly law: string;
}

/** An adjustment seat of a party, placed in the constituency with the party's greatest comparison number. */
export interface AdjustmentSeatStep extends Deciding {
  readonly kind: "adjustmentSeat";
  readonly party: string;
  readonly to: string;
  readonly law: string;
}

export type ElectionStep =
  | ThresholdStep
  | FixedSeatStep
  | WholeSeatStep
  | EntitledStep
  | ReturnedStep
  | ReassignedStep
  | KeptStep
  | SetAsideStep
  | AdjustmentSeatStep;

/** What a lot is about. Its `among` are parties, or for a seat that is returned or an adjustment seat the constituencies. */
export type ElectionAbout =
  | { readonly kind: "fixedSeat"; readonly constituency: string; readonly comparison: FractionText }
  | { readonly kind: "wholeSeat"; readonly comparison: FractionText }
  | { readonly kind: "returned"; readonly party: string; readonly comparison: FractionText }
  | { readonly kind: "reassigned"; readonly constituency: string; readonly comparison: FractionText }
  | { readonly kind: "reassigned"; readonly party: string; readonly comparison: FractionText }
  | { readonly kind: "adjustmentSeat"; readonly party: string; readonly comparison: FractionText };
