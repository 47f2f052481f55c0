import type { Lot } from "../count/lot.ts";
import { type Checks, isObject } from "../input.ts";
import { type Constraint, isFeasible, readConstraints } from "../ranked/constraint.ts";
import { type Ballot, type Candidate, readBallots, readCandidates, readWithdrawn } from "../ranked/input.ts";
import { mostPapers } from "../ranked/rules.ts";
import type { ListAbout } from "./step.ts";

/** How the order of a list is made. */
export type ListMethod =
  /** Shared loads: every place where it weighs least on the papers that want it. A longer list begins as a shorter one. */
  | "phragmen"
  /** A paper counts for a half once, for a third twice it has had a part. A longer list begins as a shorter one. */
  | "thiele"
  /** By comparing everybody with everybody; the majority has all of it. A longer list begins as a shorter one. */
  | "schulze"
  | "ranked-pairs"
  | "borda"
  /** The exact count for one place fewer at a time, the last place to who is not elected. A longer list may begin otherwise. */
  | "bottom-up";

const methods: Readonly<
  Record<ListMethod, { readonly isHouseMonotone: boolean; readonly hasEqualRanks: boolean }>
> = {
  phragmen: { isHouseMonotone: true, hasEqualRanks: false },
  thiele: { isHouseMonotone: true, hasEqualRanks: false },
  schulze: { isHouseMonotone: true, hasEqualRanks: true },
  "ranked-pairs": { isHouseMonotone: true, hasEqualRanks: true },
  borda: { isHouseMonotone: true, hasEqualRanks: true },
  "bottom-up": { isHouseMonotone: false, hasEqualRanks: false },
};

/** Groups woven into each other, a place each in turn; every candidate is in one. */
export interface Zipper {
  /** In the order of their turns after the one that starts. */
  readonly groups: ReadonlyArray<{ readonly group: string; readonly members: ReadonlyArray<string> }>;
  /** Which group has the first place: one named here, that of the first in the order of all, or one drawn by lot. */
  readonly start: { readonly group: string } | "firstInAll" | "lot";
}

/** A list to be put in order by ranked ballots. */
export interface ListElection {
  readonly method: ListMethod;
  readonly candidates: ReadonlyArray<string | Candidate>;
  readonly ballots: ReadonlyArray<Ballot | string>;
  /** How many places; all candidates where it is not given. */
  readonly places?: number | undefined;
  readonly withdrawn?: ReadonlyArray<string> | undefined;
  /** At least or at most so many of a group among the places. */
  readonly constraints?: ReadonlyArray<Constraint> | undefined;
  readonly zipper?: Zipper | undefined;
  readonly lots?: ReadonlyArray<Lot<ListAbout>> | undefined;
}

/** What a record keeps of the input. */
export interface ListInput {
  readonly method: ListMethod;
  readonly candidates: ReadonlyArray<Candidate>;
  readonly ballots: ReadonlyArray<string>;
  readonly places: number;
  readonly withdrawn?: ReadonlyArray<string>;
  readonly constraints?: ReadonlyArray<Constraint>;
  readonly zipper?: Zipper;
}

export const isHouseMonotone = (method: ListMethod): boolean => methods[method].isHouseMonotone;

const isMethod = (value: unknown): value is ListMethod =>
  typeof value === "string" && Object.hasOwn(methods, value);

/** Reads a list; what cannot be put in order is a problem. */
export const readList = (given: Readonly<Record<string, unknown>>, checks: Checks): ListInput => {
  if (!isMethod(given.method)) checks.problem("method", "not a method this package knows");
  const method: ListMethod = isMethod(given.method) ? given.method : "phragmen";
  const candidates = readCandidates(given.candidates, checks);
  const withdrawn = readWithdrawn(given.withdrawn, candidates, checks);
  const standing = candidates.flatMap(({ id }) => (withdrawn.includes(id) ? [] : [id]));
  const places = given.places === undefined ? standing.length : checks.whole(given.places, "places", 1);
  if (places > standing.length) checks.problem("places", "more than candidates");
  const constraints = readConstraints(given.constraints, candidates, checks);
  const zipper = given.zipper === undefined ? undefined : readZipper(given.zipper, candidates, checks);
  if (constraints.length > 0 && zipper !== undefined)
    checks.problem("constraints", "given beside a zipper, which is one already");
  if (constraints.length > 0 && method === "bottom-up")
    checks.problem("constraints", "given, though this method has none");
  const { hasEqualRanks } = methods[method];
  const ballots = readBallots(given.ballots, candidates, { hasEqualRanks, mostPapers }, checks);
  if (!isFeasible(constraints, { elected: [], hopeful: standing, seats: places }))
    checks.problem("constraints", "not to be kept by any who could be listed");
  return {
    method,
    candidates,
    ballots,
    places,
    ...(withdrawn.length > 0 && { withdrawn }),
    ...(constraints.length > 0 && { constraints }),
    ...(zipper !== undefined && { zipper }),
  };
};

const readZipper = (value: unknown, candidates: ReadonlyArray<Candidate>, checks: Checks): Zipper => {
  const { groups, start } = checks.object(value, "zipper");
  const known = new Set<unknown>(candidates.map(({ id }) => id));
  const placed = new Set<unknown>();
  const names = new Set<string>();
  const read = checks.list(groups, "zipper.groups").map((one, at) => {
    const field = `zipper.groups[${at}]`;
    const { group, members } = checks.object(one, field);
    const name = checks.text(group, `${field}.group`);
    if (names.has(name)) checks.problem(`${field}.group`, "a name used before");
    names.add(name);
    const own = checks.list(members, `${field}.members`);
    own.forEach((member, index) => {
      if (!known.has(member)) checks.problem(`${field}.members[${index}]`, "not a candidate");
      else if (placed.has(member)) checks.problem(`${field}.members[${index}]`, "in a group already");
      placed.add(member);
    });
    return { group: name, members: candidates.flatMap(({ id }) => (own.includes(id) ? [id] : [])) };
  });
  if (read.length < 2) checks.problem("zipper.groups", "fewer than two");
  candidates.forEach(({ id }) => {
    if (!placed.has(id)) checks.problem("zipper.groups", "a candidate in none of them");
  });
  const named = isObject(start) ? start.group : undefined;
  if (start !== "firstInAll" && start !== "lot" && !(typeof named === "string" && names.has(named)))
    checks.problem("zipper.start", "neither a group nor how it is found");
  return {
    groups: read,
    start: start === "firstInAll" || start === "lot" ? start : { group: String(named) },
  };
};
