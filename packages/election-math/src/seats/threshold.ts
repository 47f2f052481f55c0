import type { Fraction, FractionText } from "../exact/fraction.ts";
import { fractionText } from "../exact/fraction.ts";

/** The id under which all remaining parties stand: their votes count in every threshold's denominator, and they get no seat. */
export const OTHER = "OTHER";

/** Whether a party has the share of the votes that lets it take part; the bar itself is enough. */
export interface ThresholdStep {
  readonly kind: "threshold";
  /** The constituency the bar is for; absent where it is for the whole. */
  readonly constituency?: string;
  readonly party: string;
  readonly votes: number;
  /** All valid votes, those for small parties with them. */
  readonly of: number;
  /** The share that is needed. */
  readonly share: FractionText;
  readonly isMet: boolean;
  /** The statute: "RF 3:7"; absent where the bar is the caller's own. */
  readonly law?: string;
}

/** votes ÷ of ≥ share, in whole numbers. */
export const meets = (votes: number, of: number, { n, d }: Fraction): boolean =>
  BigInt(votes) * d >= BigInt(of) * n;

export const thresholdStep = (
  party: string,
  votes: number,
  of: number,
  share: Fraction,
  more: { readonly constituency?: string; readonly law?: string } = {},
): ThresholdStep => ({
  kind: "threshold",
  ...more,
  party,
  votes,
  of,
  share: fractionText(share),
  isMet: meets(votes, of, share),
});
