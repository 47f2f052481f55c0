/** What the scenarios read beside whole numbers and texts. */
import { Checks, InvalidInput, isObject } from "../input.ts";

/** A finite number from `least` to `most`; the nearest thing to it, `least`, where it is not. */
export const readNumber = (
  value: unknown,
  field: string,
  [least, most]: readonly [least: number, most: number],
  checks: Checks,
): number => {
  if (typeof value !== "number" || !Number.isFinite(value)) checks.problem(field, "not a number");
  else if (value < least) checks.problem(field, `below ${least}`);
  else if (value > most) checks.problem(field, `above ${most}`);
  else return value;
  return least;
};

/** Reads a part of an input whose reader names fields from its own top: its problems are told under `field`. */
export const readWithin = <T>(
  value: unknown,
  field: string,
  checks: Checks,
  read: (given: Readonly<Record<string, unknown>>, checks: Checks) => T,
): T | undefined => {
  if (!isObject(value)) {
    checks.problem(field, "not an object");
    return undefined;
  }
  const own = new Checks();
  try {
    const found = read(value, own);
    own.done();
    return found;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    for (const { field: inner, problem } of error.problems) checks.problem(`${field}.${inner}`, problem);
    return undefined;
  }
};

/** The names of a list, each one of those known, none twice; `what` they have to be. */
export const readNames = (
  value: unknown,
  field: string,
  known: ReadonlyArray<string>,
  what: string,
  checks: Checks,
): ReadonlyArray<string> => {
  const names = checks.list(value, field);
  return names.map((name, at) => {
    const found = readName(name, `${field}[${at}]`, known, what, checks);
    if (names.indexOf(name) < at) checks.problem(`${field}[${at}]`, "named before");
    return found;
  });
};

/** One of the names known; the empty text where it is not. */
export const readName = (
  value: unknown,
  field: string,
  known: ReadonlyArray<string>,
  what: string,
  checks: Checks,
): string => {
  if (typeof value === "string" && known.includes(value)) return value;
  checks.problem(field, `not ${what}`);
  return "";
};
