import { type Checks, isObject } from "../input.ts";
import { factorOf } from "./covariance.ts";
import type { Polled } from "./polls.ts";
import { readNames, readNumber } from "./reading.ts";

/**
 * Errors on the scale of additive log-ratios: the logarithm of one share over another is that of the polls plus the one
 * party's error less the other's. The errors are normal with mean 0. Sampling, which a poll's size tells, was about half of
 * what polls missed by (Shirani-Mehr and others 2018): `scale` adds the rest.
 */
export interface LogisticNormal {
  readonly law?: "logistic-normal" | undefined;
  /** The standard deviation of the logarithm of a share, for all or by party: 0.1 moves a share of 20 % by some 2 points. */
  readonly scale?: number | Readonly<Record<string, number>> | undefined;
  /** The parties of a bloc err together where `correlation` is above 0; below 0 they take votes from each other. */
  readonly blocs?:
    | ReadonlyArray<{ readonly parties: ReadonlyArray<string>; readonly correlation: number }>
    | undefined;
  /** The correlation of two parties of different blocs; 0 where it is left out. */
  readonly between?: number | undefined;
  /** In place of scale, blocs and between: by two parties, in either order; what is left out is 0. */
  readonly covariance?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  /** Degrees of freedom above 2 of Student's t in place of the normal law: one factor for all errors of a draw, same variances. */
  readonly tails?: number | undefined;
}

/** The quick mode: one number for all, and any party's gain is everybody's loss alike. */
export interface Dirichlet {
  readonly law: "dirichlet";
  /** A share p has the variance p(1 - p) ÷ (concentration + 1): 10 000 moves a share of 20 % by 0.4 points. */
  readonly concentration: number;
}

export type Law = LogisticNormal | Dirichlet;

export type CheckedLaw =
  | {
      readonly law: "logistic-normal";
      /** The lower triangle that makes the errors of the columns out of independent normal numbers. */
      readonly factor: Float64Array;
      /** Without end for the normal law. */
      readonly tails: number;
    }
  | { readonly law: "dirichlet"; readonly concentration: number };

const greatestError = 10;
const unknown = "a party of the polls";

export const readLaw = (
  given: Readonly<Record<string, unknown>>,
  polled: Polled,
  checks: Checks,
): CheckedLaw => {
  if (given.law === "dirichlet")
    return {
      law: "dirichlet",
      concentration: readNumber(given.concentration, "concentration", [1, 1e12], checks),
    };
  if (given.law !== undefined && given.law !== "logistic-normal")
    checks.problem("law", "neither logistic-normal nor dirichlet");
  const matrix = readCovariance(given, polled.parties, checks);
  checks.done();
  polled.mean.forEach((share, p) => {
    const cell = p * (polled.parties.length + 1);
    if (share > 0) matrix[cell] = (matrix[cell] ?? 0) + 1 / (polled.size * share);
  });
  const factor = factorOf(matrix, polled.parties.length);
  if (factor === undefined)
    checks.problem(
      given.covariance === undefined ? "blocs" : "covariance",
      "no errors can be correlated like that",
    );
  const { tails } = given;
  return {
    law: "logistic-normal",
    factor: factor ?? matrix,
    tails: tails === undefined ? Number.POSITIVE_INFINITY : readNumber(tails, "tails", [2.01, 1e6], checks),
  };
};

const readCovariance = (
  { scale, blocs, between, covariance }: Readonly<Record<string, unknown>>,
  parties: ReadonlyArray<string>,
  checks: Checks,
): Float64Array => {
  if (covariance !== undefined) {
    for (const [name, value] of Object.entries({ scale, blocs, between }))
      if (value !== undefined) checks.problem(name, "given together with covariance");
    return readMatrix(covariance, parties, checks);
  }
  const scales = readScales(scale, parties, checks);
  const correlations = readCorrelations(blocs, between, parties, checks);
  return Float64Array.from(
    { length: parties.length ** 2 },
    (_, cell) =>
      (correlations[cell] ?? 0) *
      (scales[Math.floor(cell / parties.length)] ?? 0) *
      (scales[cell % parties.length] ?? 0),
  );
};

const readScales = (
  value: unknown,
  parties: ReadonlyArray<string>,
  checks: Checks,
): ReadonlyArray<number> => {
  if (!isObject(value)) {
    const scale = readNumber(value, "scale", [0, greatestError], checks);
    return parties.map(() => scale);
  }
  for (const name of Object.keys(value))
    if (!parties.includes(name)) checks.problem(`scale.${name}`, `not ${unknown}`);
  return parties.map((name) => {
    if (Object.hasOwn(value, name))
      return readNumber(value[name], `scale.${name}`, [0, greatestError], checks);
    checks.problem(`scale.${name}`, "missing");
    return 0;
  });
};

const readCorrelations = (
  value: unknown,
  between: unknown,
  parties: ReadonlyArray<string>,
  checks: Checks,
): Float64Array => {
  const across = between === undefined ? 0 : readNumber(between, "between", [-1, 1], checks);
  const blocOf = new Map<string, number>();
  const within = (value === undefined ? [] : checks.list(value, "blocs")).map((one, bloc) => {
    const { parties: named, correlation } = checks.object(one, `blocs[${bloc}]`);
    const names = readNames(named, `blocs[${bloc}].parties`, parties, unknown, checks);
    names.forEach((party, at) => {
      if (party !== "" && (blocOf.get(party) ?? bloc) < bloc)
        checks.problem(`blocs[${bloc}].parties[${at}]`, "in a bloc before");
      blocOf.set(party, bloc);
    });
    return readNumber(correlation, `blocs[${bloc}].correlation`, [-1, 1], checks);
  });
  return Float64Array.from(
    parties.flatMap((a) =>
      parties.map((b) => {
        const [one, other] = [blocOf.get(a), blocOf.get(b)];
        if (a === b) return 1;
        if (one === undefined || other === undefined) return 0;
        return one === other ? (within[one] ?? 0) : across;
      }),
    ),
  );
};

const readMatrix = (value: unknown, parties: ReadonlyArray<string>, checks: Checks): Float64Array => {
  const matrix = new Float64Array(parties.length ** 2);
  const told = new Set<number>();
  for (const [a, row] of Object.entries(checks.object(value, "covariance"))) {
    const one = parties.indexOf(a);
    if (one < 0) checks.problem(`covariance.${a}`, `not ${unknown}`);
    for (const [b, given] of Object.entries(checks.object(row, `covariance.${a}`))) {
      const field = `covariance.${a}.${b}`;
      const other = parties.indexOf(b);
      const covariance = readNumber(given, field, [-(greatestError ** 2), greatestError ** 2], checks);
      if (other < 0) checks.problem(field, `not ${unknown}`);
      if (one < 0 || other < 0) continue;
      const [cell, mirrored] = [one * parties.length + other, other * parties.length + one];
      if (told.has(mirrored) && matrix[cell] !== covariance)
        checks.problem(field, "not the same in both orders");
      told.add(cell);
      matrix[cell] = covariance;
      matrix[mirrored] = covariance;
    }
  }
  return matrix;
};
