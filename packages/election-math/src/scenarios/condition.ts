import { type Checks, isObject } from "../input.ts";
import type { CheckedDistinctions } from "./distinctions.ts";
import type { Outcome } from "./outcome.ts";
import { readName, readNames } from "./reading.ts";

/** So many seats; at least one of the two is told. */
export interface Bounds {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

/** What has to be so in an outcome, as plain data. */
export type Condition =
  | { readonly all: ReadonlyArray<Condition> }
  | { readonly any: ReadonlyArray<Condition> }
  | { readonly not: Condition }
  /** Each of them is over the bar. */
  | { readonly over: ReadonlyArray<string> }
  /** Toleration is reached with a majority too. */
  | { readonly bloc: string; readonly reaches: "majority" | "toleration" }
  | ({ readonly bloc: string } & Bounds)
  | ({ readonly party: string } & Bounds)
  /** The seats of one's own party. */
  | { readonly own: Bounds };

/** A condition that was read: whether it holds, and how many of its plain parts would have to change for it to hold or not. */
export interface Compiled {
  readonly holds: (outcome: Outcome) => boolean;
  readonly missing: (outcome: Outcome, wanted: boolean) => number;
}

const plain = (holds: (outcome: Outcome) => boolean): Compiled => ({
  holds,
  missing: (outcome, wanted) => (holds(outcome) === wanted ? 0 : 1),
});

const sumOver = (of: ReadonlyArray<Compiled>, outcome: Outcome, wanted: boolean): number =>
  of.reduce((sum, one) => sum + one.missing(outcome, wanted), 0);

const leastOver = (of: ReadonlyArray<Compiled>, outcome: Outcome, wanted: boolean): number =>
  Math.min(...of.map((one) => one.missing(outcome, wanted)));

const allOf = (of: ReadonlyArray<Compiled>): Compiled => {
  const conditions = of.map(({ holds }) => holds);
  return {
    holds: (outcome) => conditions.every((holds) => holds(outcome)),
    missing: (outcome, wanted) => (wanted ? sumOver : leastOver)(of, outcome, wanted),
  };
};

const notOf = ({ holds, missing }: Compiled): Compiled => ({
  holds: (outcome) => !holds(outcome),
  missing: (outcome, wanted) => missing(outcome, !wanted),
});

const never = plain(() => false);

/** Reads a condition on outcomes so told apart; what it names must be known there. */
export const readCondition = (
  value: unknown,
  field: string,
  distinctions: CheckedDistinctions,
  mayWin: ReadonlyArray<string>,
  checks: Checks,
): Compiled => {
  const { parties, blocs, own } = distinctions;
  const read = (inner: unknown, at: string) => readCondition(inner, at, distinctions, mayWin, checks);
  const list = (of: unknown, name: string): ReadonlyArray<Compiled> => {
    const conditions = checks.list(of, `${field}.${name}`);
    if (Array.isArray(of) && of.length === 0) checks.problem(`${field}.${name}`, "none");
    return conditions.map((inner, at) => read(inner, `${field}.${name}[${at}]`));
  };
  const kind = kindOf(value);
  if (!isObject(value) || kind === undefined) {
    checks.problem(field, "not a condition this package knows");
    return never;
  }
  switch (kind) {
    case "all":
      return allOf(list(value.all, "all"));
    case "any":
      // one holds exactly where not all of them fail
      return notOf(allOf(list(value.any, "any").map(notOf)));
    case "not":
      return notOf(read(value.not, `${field}.not`));
    case "over": {
      const names = readNames(value.over, `${field}.over`, mayWin, "a party that gets seats", checks);
      if (Array.isArray(value.over) && names.length === 0) checks.problem(`${field}.over`, "none");
      const set = names.reduce((bits, name) => bits | (1 << parties.indexOf(name)), 0);
      return plain(({ over }) => (over & set) === set);
    }
    case "bloc": {
      const ids = blocs.map(({ id }) => id);
      const b = ids.indexOf(readName(value.bloc, `${field}.bloc`, ids, "a bloc of the distinctions", checks));
      if (!Object.hasOwn(value, "reaches"))
        return within(value, field, ({ blocSeats }) => blocSeats[b] ?? 0, checks);
      const { reaches } = value;
      if (reaches !== "majority" && reaches !== "toleration")
        checks.problem(`${field}.reaches`, "neither majority nor toleration");
      const least = reaches === "majority" ? 2 : 1;
      return plain(({ blocStanding }) => (blocStanding[b] ?? 0) >= least);
    }
    case "party": {
      const p = parties.indexOf(
        readName(value.party, `${field}.party`, mayWin, "a party that gets seats", checks),
      );
      return within(value, field, ({ seats }) => seats[p] ?? 0, checks);
    }
    case "own": {
      if (own === undefined) checks.problem(`${field}.own`, "the distinctions name no party as one's own");
      const p = own?.party ?? 0;
      return within(
        checks.object(value.own, `${field}.own`),
        `${field}.own`,
        ({ seats }) => seats[p] ?? 0,
        checks,
      );
    }
  }
};

const bounds = ["atLeast", "atMost"];

/** The members each kind of condition may have beside its own name. */
const members = {
  all: [],
  any: [],
  not: [],
  over: [],
  bloc: [...bounds, "reaches"],
  party: bounds,
  own: [],
} as const satisfies Readonly<Record<string, ReadonlyArray<string>>>;

/** The kind of a condition; `undefined` where it has members of two, or one of none. */
const kindOf = (value: unknown): keyof typeof members | undefined => {
  if (!isObject(value)) return undefined;
  const names = Object.keys(value);
  const kind = names.find((name): name is keyof typeof members => Object.hasOwn(members, name));
  if (kind === undefined) return undefined;
  const known: ReadonlyArray<string> = members[kind];
  return names.every((name) => name === kind || known.includes(name)) ? kind : undefined;
};

/** That the seats are within the bounds of a condition. */
const within = (
  value: Readonly<Record<string, unknown>>,
  field: string,
  seatsOf: (outcome: Outcome) => number,
  checks: Checks,
): Compiled => {
  const { atLeast, atMost } = value;
  if (atLeast === undefined && atMost === undefined) checks.problem(field, "neither atLeast nor atMost");
  const least = atLeast === undefined ? 0 : checks.whole(atLeast, `${field}.atLeast`, 0);
  const most = atMost === undefined ? Number.POSITIVE_INFINITY : checks.whole(atMost, `${field}.atMost`, 0);
  if (least > most) checks.problem(`${field}.atMost`, "below atLeast");
  return plain((outcome) => {
    const seats = seatsOf(outcome);
    return seats >= least && seats <= most;
  });
};
