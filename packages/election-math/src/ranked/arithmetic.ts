import { addFractions, compareFractions, type Fraction, fractionText, reduced } from "../exact/fraction.ts";

/** How a rule reckons with the values of papers: in whole units of a decimal place, or in fractions. */
export interface Arithmetic<Value> {
  readonly zero: Value;
  readonly whole: (papers: number) => Value;
  readonly plus: (a: Value, b: Value) => Value;
  readonly minus: (a: Value, b: Value) => Value;
  /** So many papers of one value. */
  readonly times: (value: Value, papers: number) => Value;
  /** value × part ÷ whole, the rest cut off where there is a last decimal. */
  readonly share: (value: Value, part: Value, whole: Value) => Value;
  /** Below 0 where `a` is the smaller. */
  readonly compare: (a: Value, b: Value) => number;
  /** "963.68700" in decimals, "950/3" as a fraction. */
  readonly text: (value: Value) => string;
}

/** Whole numbers of units of the last decimal; `places` of them are told. */
export const decimals = (places: number): Arithmetic<number> => {
  const unit = 10 ** places;
  return {
    zero: 0,
    whole: (papers) => papers * unit,
    plus: (a, b) => a + b,
    minus: (a, b) => a - b,
    times: (value, papers) => value * papers,
    share: (value, part, whole) => Number((BigInt(value) * BigInt(part)) / BigInt(whole)),
    compare: (a, b) => a - b,
    text: (value) => decimalsText(value, places),
  };
};

/** "12.34500": units of the last decimal as decimals, all of them told; a whole number where it is one and none is asked for. */
export const decimalsText = (units: number | bigint, places: number): string => {
  const digits = `${units}`.padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

/** Exact fractions in lowest terms, so that they stay as short as they can. */
export const fractions: Arithmetic<Fraction> = {
  zero: { n: 0n, d: 1n },
  whole: (papers) => ({ n: BigInt(papers), d: 1n }),
  plus: addFractions,
  minus: (a, { n, d }) => addFractions(a, { n: -n, d }),
  times: ({ n, d }, papers) => reduced({ n: n * BigInt(papers), d }),
  share: (value, part, whole) => reduced({ n: value.n * part.n * whole.d, d: value.d * part.d * whole.n }),
  compare: compareFractions,
  text: fractionText,
};
