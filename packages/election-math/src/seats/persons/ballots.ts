import { chosen, type Tie } from "../../count/counting.ts";
import { canonicalJson } from "../../exact/canonical.ts";
import type { Fraction } from "../../exact/fraction.ts";
import { type Checks, inOrder } from "../../input.ts";
import { greatest } from "../distribute.ts";
import { checkedNames } from "../names.ts";
import { isExact, sumOf } from "../votes.ts";

/** So many ballots with the same names in the same order, the first name first. */
export interface Ballots {
  readonly names: ReadonlyArray<string>;
  readonly votes: number;
}

/** Ballots in one form whatever order and portions they came in: equal ones together, in order of their names. */
export const checkedBallots = (value: unknown, field: string, checks: Checks): ReadonlyArray<Ballots> => {
  const listed = checks.list(value, field).map((one, at) => {
    const { names, votes } = checks.object(one, `${field}[${at}]`);
    if (Array.isArray(names) && names.length === 0) checks.problem(`${field}[${at}].names`, "none");
    return {
      names: checkedNames(names, `${field}[${at}].names`, checks),
      votes: checks.whole(votes, `${field}[${at}].votes`, 0),
    };
  });
  if (!isExact(votesOf(listed))) checks.problem(field, "votes above 2^53 - 1 in all");
  return together(listed);
};

/** Equal ballots as one, those without votes left out. */
export const together = (ballots: ReadonlyArray<Ballots>): ReadonlyArray<Ballots> => {
  const byNames = new Map<string, Ballots>();
  for (const { names, votes } of ballots) {
    const key = canonicalJson(names);
    byNames.set(key, { names, votes: votes + (byNames.get(key)?.votes ?? 0) });
  }
  return [...byNames]
    .sort(([a], [b]) => inOrder(a, b))
    .flatMap(([, ballots]) => (ballots.votes > 0 ? [ballots] : []));
};

export const votesOf = (ballots: ReadonlyArray<Ballots>): number => sumOf(ballots.map(({ votes }) => votes));

/** The ballots that count for one candidate, each a whole vote. */
export interface Tally {
  readonly candidate: string;
  readonly votes: number;
  readonly ballots: ReadonlyArray<Ballots>;
}

/** Each ballot for its first name that is not passed over, in order of candidate; those without such a name are left out. */
export const tallied = (
  ballots: ReadonlyArray<Ballots>,
  passed: ReadonlySet<string>,
): ReadonlyArray<Tally> => {
  const byFirst = Map.groupBy(ballots, ({ names }) => names.find((name) => !passed.has(name)));
  return [...byFirst]
    .flatMap(([candidate, own]) =>
      candidate === undefined ? [] : [{ candidate, votes: votesOf(own), ballots: own }],
    )
    .sort((a, b) => inOrder(a.candidate, b.candidate));
};

/** A number of votes, and whose. */
export interface Standing {
  readonly candidate: string;
  readonly votes: number;
}

/** The one with the most votes, and who comes next; absent where there is nobody else. */
export interface Most<S extends Standing> {
  readonly first: S;
  readonly next?: Standing;
}

/** The one with the most votes, by lot among equals; `undefined` of none. */
export function* most<S extends Standing, About>(
  standings: ReadonlyArray<S>,
  about: (votes: number) => About,
): Generator<Tie<About>, Most<S> | undefined, string> {
  const first = yield* chosen(
    withMost(standings),
    1,
    ({ candidate }) => candidate,
    ({ votes }) => about(votes),
  );
  if (first === undefined) return undefined;
  const [second] = withMost(standings.filter((one) => one !== first));
  return { first, ...(second && { next: { candidate: second.candidate, votes: second.votes } }) };
}

const withMost = <S extends Standing>(standings: ReadonlyArray<S>): ReadonlyArray<S> =>
  greatest(standings.map((one) => ({ one, number: wholeNumber(one.votes) }))).map(({ one }) => one);

export const wholeNumber = (votes: number): Fraction => ({ n: BigInt(votes), d: 1n });
