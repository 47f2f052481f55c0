import { type Checks, inOrder } from "../input.ts";

/** Valid votes by party: whole numbers. */
export type Votes = Readonly<Record<string, number>>;

/** The votes in order of party; what is no count of votes is a problem of its field. */
export const checkedVotes = (value: unknown, field: string, checks: Checks): Votes => {
  const given = Object.entries(checks.object(value, field));
  if (given.some(([party]) => party === "")) checks.problem(field, "a party without an id");
  // built from entries, so that no id can mean something else to an object
  return Object.fromEntries(
    given
      .sort(([a], [b]) => inOrder(a, b))
      .map(([party, votes]) => [party, checks.whole(votes, `${field}.${party}`, 0)]),
  );
};

export const sumOf = (votes: Iterable<number>): number => {
  let sum = 0;
  for (const one of votes) sum += one;
  return sum;
};

/** Below 2^53 a sum of whole numbers is exact. */
export const isExact = (sum: number): boolean => sum <= Number.MAX_SAFE_INTEGER;
