import {
  compareFractions,
  type Fraction,
  type FractionText,
  fractionOf,
  fractionText,
  type Ratio,
} from "../exact/fraction.ts";
import { type Checks, isObject } from "../input.ts";

/** Votes divided by a divisor that grows with the seats held; the greatest gets the next seat. */
export type DivisorMethod =
  | "dhondt"
  | "sainte-lague"
  | "danish"
  | "adams"
  | "hill"
  /** The odd numbers, but for the first: above 0, at most 3. */
  | { readonly name: "modified-sainte-lague"; readonly firstDivisor: Ratio };

/** Votes divided by the price of a seat; what is left over by the largest remainders. */
export type QuotaMethod = "hare" | "droop" | "hagenbach-bischoff";

/** A method in the form it has in a record. */
export type CheckedMethod =
  | Exclude<DivisorMethod, object>
  | QuotaMethod
  | { readonly name: "modified-sainte-lague"; readonly firstDivisor: FractionText };

/** A number of the comparison, exact. Hill's is told by its square; with a divisor of 0 it is beyond every number. */
export interface Comparison extends Fraction {
  readonly isSquare?: boolean;
}

/** The comparison number of so many votes with so many seats held. */
export type ComparisonOf = (votes: bigint, held: number) => Comparison;

/** Below 0 where `a` is the smaller. Beyond every number, more votes are the greater. */
export const compareNumbers = (a: Comparison, b: Comparison): number =>
  a.d === 0n && b.d === 0n ? Number(a.n > b.n) - Number(a.n < b.n) : compareFractions(a, b);

/** "950/3", "√(200/3)", "∞". */
export const comparisonText = (number: Comparison): string =>
  number.d === 0n ? "∞" : number.isSquare ? `√(${fractionText(number)})` : fractionText(number);

const linear =
  (step: bigint, first: bigint): ComparisonOf =>
  (n, held) => ({ n, d: step * BigInt(held) + first });

/** The odd numbers 3, 5, 7 … after a first divisor of one's own; 1 for the method as it was first written. */
export const oddNumbers = (first: Fraction): ComparisonOf => {
  const { n, d } = first;
  return (votes, held) => (held === 0 ? { n: votes * d, d: n } : { n: votes, d: 2n * BigInt(held) + 1n });
};

const divisors: Readonly<Record<Exclude<DivisorMethod, object>, ComparisonOf>> = {
  dhondt: linear(1n, 1n),
  "sainte-lague": linear(2n, 1n),
  danish: linear(3n, 1n),
  adams: linear(1n, 0n),
  hill: (votes, held) => ({ n: votes * votes, d: BigInt(held) * BigInt(held + 1), isSquare: true }),
};

const quotas: ReadonlyArray<string> = ["hare", "droop", "hagenbach-bischoff"] satisfies Array<QuotaMethod>;

export const isQuota = (method: CheckedMethod): method is QuotaMethod =>
  typeof method === "string" && quotas.includes(method);

export const comparisonOf = (method: Exclude<CheckedMethod, QuotaMethod>): ComparisonOf =>
  // a checked method has a first divisor that is a ratio
  typeof method === "string" ? divisors[method] : oddNumbers(fractionOf(method.firstDivisor) as Fraction);

/** "sainte-lague", "modified-sainte-lague 6/5". */
export const methodName = (method: CheckedMethod): string =>
  typeof method === "string" ? method : `${method.name} ${method.firstDivisor}`;

export const checkedMethod = (value: unknown, checks: Checks): CheckedMethod => {
  if (typeof value === "string" && (Object.hasOwn(divisors, value) || quotas.includes(value)))
    // one of the names just looked up
    return value as Exclude<CheckedMethod, object>;
  if (!isObject(value) || value.name !== "modified-sainte-lague") {
    checks.problem("method", "not a method this package knows");
    return "sainte-lague";
  }
  const given = value.firstDivisor;
  const first = typeof given === "string" || typeof given === "number" ? fractionOf(given) : undefined;
  if (first === undefined || first.n === 0n || first.n > 3n * first.d) {
    // above 3 the second seat would come cheaper than the first
    checks.problem("method.firstDivisor", "not a ratio above 0 and at most 3");
    return "sainte-lague";
  }
  return { name: "modified-sainte-lague", firstDivisor: fractionText(first) };
};
