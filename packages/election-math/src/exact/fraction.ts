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

/** In lowest terms. */
export const reduced = ({ n, d }: Fraction): Fraction => {
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d);
  return { n: n / divisor, d: d / divisor };
};

/** The sum, in lowest terms. */
export const addFractions = (a: Fraction, b: Fraction): Fraction =>
  reduced({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });

export const fractionText = (fraction: Fraction): FractionText => {
  const { n, d } = reduced(fraction);
  return d === 1n ? `${n}` : `${n}/${d}`;
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

/** The fraction a text in lowest terms stands for, of any length: "950/3", "934"; `undefined` where it is none. */
export const readFraction = (text: FractionText): Fraction | undefined => {
  const match = /^(\d+)(?:\/([1-9]\d*))?$/.exec(text);
  if (match === null) return undefined;
  const [, n = "", d = "1"] = match;
  return { n: BigInt(n), d: BigInt(d) };
};
