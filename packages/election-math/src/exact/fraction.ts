/** A fraction of whole numbers with `d` above 0; not necessarily in lowest terms. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** A fraction in lowest terms as text: "950/3", or "934" where it is whole. */
export type FractionText = string;

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  while (b > 0n) [a, b] = [b, a % b];
  return a;
};

/** Below 0 where `a` is the smaller, 0 where they are equal, above 0 where it is the greater. */
export const compareFractions = (a: Fraction, b: Fraction): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

export const fractionText = ({ n, d }: Fraction): FractionText => {
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d);
  return divisor === d ? `${n / d}` : `${n / divisor}/${d / divisor}`;
};

/** A share or a divisor: "3/25", "0.12", "12%", or a number, which stands for the decimals it is written with. */
export type Ratio = string | number;

const written = /^(\d{1,15})(?:\.(\d{1,15}))?(?:(%)|\/(\d{1,15}))?$/;

/** The fraction a ratio stands for; `undefined` where it is none, or is written with an exponent or a sign. */
export const fractionOf = (ratio: Ratio): Fraction | undefined => {
  const match = written.exec(String(ratio));
  if (match === null) return undefined;
  const [, whole = "", decimals = "", percent, below] = match;
  const d = 10n ** BigInt(decimals.length) * (percent ? 100n : 1n) * BigInt(below ?? 1);
  return d === 0n ? undefined : { n: BigInt(whole + decimals), d };
};
