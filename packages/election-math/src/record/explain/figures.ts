import { type Fraction, fractionOf } from "../../exact/fraction.ts";

/** How a language writes numbers. */
export interface Numerals {
  readonly group: string;
  readonly point: string;
}

const grouped = (digits: string, { group }: Numerals): string => digits.replace(/\B(?=(\d{3})+$)/g, group);

/** "6,476,725". */
export const wholeText = (number: number | bigint, numerals: Numerals): string =>
  grouped(`${number}`, numerals);

/** Rounded half up; every digit is exact. */
const rounded = ({ n, d }: Fraction, decimals: number, numerals: Numerals): string => {
  const digits = `${(2n * n * 10n ** BigInt(decimals) + d) / (2n * d)}`.padStart(decimals + 1, "0");
  const whole = grouped(digits.slice(0, digits.length - decimals), numerals);
  return decimals === 0 ? whole : `${whole}${numerals.point}${digits.slice(-decimals)}`;
};

/** The fraction a step tells; roots and what has no bound are told as they stand. */
const fractionIn = (text: string): Fraction | undefined => {
  const [n = "", d = "1"] = text.split("/");
  return /^\d+$/.test(n) && /^\d+$/.test(d) ? { n: BigInt(n), d: BigInt(d) } : undefined;
};

/** "316.67": whole where it is whole, else with two decimals. */
export const decimalText = (text: string, numerals: Numerals): string => {
  const fraction = fractionIn(text);
  if (fraction === undefined) return text;
  return rounded(fraction, fraction.n % fraction.d === 0n ? 0 : 2, numerals);
};

const mostDecimals = 12;

/** Two numbers with as many decimals as tell them apart, two at the least; as fractions where twelve do not. */
export const apartTexts = (a: string, b: string, numerals: Numerals): readonly [string, string] => {
  const [one, other] = [fractionIn(a), fractionIn(b)];
  if (one === undefined || other === undefined || a === b)
    return [decimalText(a, numerals), decimalText(b, numerals)];
  for (let decimals = 2; decimals <= mostDecimals; decimals++) {
    const texts = [rounded(one, decimals, numerals), rounded(other, decimals, numerals)] as const;
    if (texts[0] !== texts[1])
      return decimals > 2 ? texts : [decimalText(a, numerals), decimalText(b, numerals)];
  }
  return [a, b];
};

/** "28.26": a share of a hundred, with two decimals; more where two would hide on which side of the bar it is. */
export const percentText = (votes: number, of: number, bar: string, numerals: Numerals): string => {
  const share = { n: BigInt(votes) * 100n, d: BigInt(of) };
  const { n, d } = fractionOf(bar) ?? { n: 0n, d: 1n };
  const isBelow = share.n * d < 100n * n * share.d;
  for (let decimals = 2; decimals < mostDecimals; decimals++) {
    const text = rounded(share, decimals, numerals);
    if (!isBelow || text !== rounded({ n: 100n * n, d }, decimals, numerals)) return text;
  }
  return rounded(share, mostDecimals, numerals);
};

/** A bar as a share of a hundred: "4", "0.5". */
export const barText = (share: string, numerals: Numerals): string => {
  const { n, d } = fractionOf(share) ?? { n: 0n, d: 1n };
  const text = rounded({ n: n * 100n, d }, 4, numerals);
  return text.replace(/0+$/, "").replace(/\D$/, "");
};

/** What votes were divided by to give a comparison number, as decimals where they end soon: "1.2", "19". */
export const divisorText = (votes: number, comparison: string, numerals: Numerals): string => {
  const number = fractionIn(comparison);
  if (number === undefined || number.n === 0n) return "";
  const divisor = { n: BigInt(votes) * number.d, d: number.n };
  const text = rounded(divisor, 3, numerals);
  return text.replace(/0+$/, "").replace(/\D$/, "");
};

/** Votes as a step tells them, "12.34500" or "950/3": with as many decimals as they have, five of a fraction. */
export const votesText = (text: string, numerals: Numerals): string => {
  const fraction = fractionIn(text);
  if (fraction !== undefined) {
    const told = rounded(fraction, fraction.n % fraction.d === 0n ? 0 : 5, numerals);
    return fraction.n % fraction.d === 0n ? told : told.replace(/0+$/, "").replace(/\D$/, "");
  }
  const [whole = "", decimals = ""] = text.split(".");
  const kept = decimals.replace(/0+$/, "");
  return `${grouped(whole, numerals)}${kept === "" ? "" : `${numerals.point}${kept}`}`;
};
