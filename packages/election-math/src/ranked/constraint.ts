import type { Checks } from "../input.ts";
import type { Candidate } from "./input.ts";

/** At least and at most so many of a group among the elected. Groups may overlap. */
export interface Constraint {
  /** What the group is called. */
  readonly group: string;
  /** Ids of candidates. */
  readonly members: ReadonlyArray<string>;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

export const readConstraints = (
  value: unknown,
  candidates: ReadonlyArray<Candidate>,
  checks: Checks,
): ReadonlyArray<Constraint> => {
  if (value === undefined) return [];
  const known = new Set(candidates.map(({ id }) => id));
  return checks.list(value, "constraints").map((one, at) => {
    const field = `constraints[${at}]`;
    const { group, members, atLeast, atMost } = checks.object(one, field);
    const given = new Set<unknown>();
    checks.list(members, `${field}.members`).forEach((member, index) => {
      if (typeof member !== "string" || !known.has(member))
        checks.problem(`${field}.members[${index}]`, "not a candidate");
      else if (given.has(member)) checks.problem(`${field}.members[${index}]`, "a candidate twice");
      given.add(member);
    });
    const least = atLeast === undefined ? undefined : checks.whole(atLeast, `${field}.atLeast`, 0);
    const most = atMost === undefined ? undefined : checks.whole(atMost, `${field}.atMost`, 0);
    if (least === undefined && most === undefined) checks.problem(field, "neither atLeast nor atMost");
    if (least !== undefined && most !== undefined && least > most)
      checks.problem(`${field}.atMost`, "below atLeast");
    return {
      group: checks.text(group, `${field}.group`),
      members: candidates.flatMap(({ id }) => (given.has(id) ? [id] : [])),
      ...(least !== undefined && { atLeast: least }),
      ...(most !== undefined && { atMost: most }),
    };
  });
};

/** What is settled of a count, and what is still open. */
export interface Settled {
  readonly elected: ReadonlyArray<string>;
  readonly hopeful: ReadonlyArray<string>;
  readonly seats: number;
}

interface Bound {
  readonly least: number;
  readonly most: number;
}

/**
 * Whether the open places can still be filled so that every constraint is kept: exact, by trying how many of each kind of
 * candidate are taken, a kind being those who belong to the same groups.
 */
export const isFeasible = (
  constraints: ReadonlyArray<Constraint>,
  { elected, hopeful, seats }: Settled,
): boolean => {
  const places = seats - elected.length;
  const groups = constraints.map(({ members }) => new Set(members));
  const bounds = constraints.map(({ atLeast = 0, atMost = seats }, index): Bound => {
    const has = elected.filter((one) => groups[index]?.has(one)).length;
    return { least: atLeast - has, most: atMost - has };
  });
  const kinds = new Map<string, { readonly of: ReadonlyArray<boolean>; count: number }>();
  for (const one of hopeful) {
    const of = groups.map((group) => group.has(one));
    const kind = kinds.get(of.join()) ?? { of, count: 0 };
    kind.count++;
    kinds.set(of.join(), kind);
  }
  return canFill([...kinds.values()], 0, places, bounds, new Map());
};

type Kinds = ReadonlyArray<{ readonly of: ReadonlyArray<boolean>; readonly count: number }>;

const canFill = (
  kinds: Kinds,
  from: number,
  places: number,
  bounds: ReadonlyArray<Bound>,
  known: Map<string, boolean>,
): boolean => {
  const left = kinds.slice(from);
  const isLost = bounds.some(({ least, most }, index) => {
    const members = left.reduce((sum, { of, count }) => sum + (of[index] === true ? count : 0), 0);
    const others = left.reduce((sum, { of, count }) => sum + (of[index] === true ? 0 : count), 0);
    return Math.min(members, places) < least || places - others > most;
  });
  if (isLost) return false;
  const [kind] = left;
  if (kind === undefined) return places === 0;
  const key = `${from}/${places}/${bounds.map(({ least, most }) => `${least},${most}`).join("/")}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  let isPossible = false;
  for (let taken = Math.min(kind.count, places); taken >= 0 && !isPossible; taken--) {
    const after = bounds.map(({ least, most }, index) => {
      const of = kind.of[index] === true ? taken : 0;
      return { least: least - of, most: most - of };
    });
    isPossible = canFill(kinds, from + 1, places - taken, after, known);
  }
  known.set(key, isPossible);
  return isPossible;
};

/** Without whom the constraints could no longer be kept: such a candidate is guarded, and may not be excluded. */
export const isGuarded = (
  constraints: ReadonlyArray<Constraint>,
  settled: Settled,
  candidate: string,
): boolean =>
  !isFeasible(constraints, { ...settled, hopeful: settled.hopeful.filter((one) => one !== candidate) });

/** With whom the constraints could no longer be kept: such a candidate is doomed, and is excluded. */
export const isDoomed = (
  constraints: ReadonlyArray<Constraint>,
  settled: Settled,
  candidate: string,
): boolean =>
  !isFeasible(constraints, {
    ...settled,
    elected: [...settled.elected, candidate],
    hopeful: settled.hopeful.filter((one) => one !== candidate),
  });
