import { type Checks, inOrder } from "../input.ts";
import { OTHER } from "../seats/threshold.ts";
import { sumOf } from "../seats/votes.ts";
import { readNumber } from "./reading.ts";

/** What one poll says, or a mean of polls. */
export interface Poll {
  /** By party, from 0 to 1. `OTHER` stands for all whom no poll names; left out, it is what the others leave. */
  readonly shares: Readonly<Record<string, number>>;
  /** How many answered; adds the error of a random sample of that size. In every poll or in none. */
  readonly size?: number | undefined;
  /** How much the poll counts beside others, with its size; 1 where it is left out. */
  readonly weight?: number | undefined;
}

/** The polls as one. */
export interface Polled {
  /** Those named, in order of id, and `OTHER` where others had votes in the last election. */
  readonly parties: ReadonlyArray<string>;
  /** By party, 1 together. */
  readonly mean: Float64Array;
  /** The size of the one poll with the error of all; without end where no sizes were told. */
  readonly size: number;
}

interface Read {
  readonly shares: ReadonlyMap<string, number>;
  readonly size: number | undefined;
  readonly weight: number;
}

/** Shares are told in rounded figures. */
const rounding = 0.02;

const readPoll = (
  value: unknown,
  field: string,
  parties: ReadonlyMap<string, number>,
  checks: Checks,
): Read => {
  const { shares, size, weight } = checks.object(value, field);
  const read = new Map<string, number>();
  for (const [party, share] of Object.entries(checks.object(shares, `${field}.shares`))) {
    const at = `${field}.shares.${party}`;
    if (!parties.has(party)) checks.problem(at, "not a party of the last election");
    else if (parties.get(party) === 0 && party !== OTHER)
      checks.problem(at, "had no votes in the last election that tell where it stands");
    read.set(party, readNumber(share, at, [0, 1], checks));
  }
  const sum = sumOf(read.values());
  if (sum > 1 + rounding) checks.problem(`${field}.shares`, "above 1 together");
  if (sum === 0) checks.problem(`${field}.shares`, "0 together");
  return {
    shares: read,
    size: size === undefined ? undefined : checks.whole(size, `${field}.size`, 1),
    weight: weight === undefined ? 1 : readNumber(weight, `${field}.weight`, [1e-6, 1e6], checks),
  };
};

/** Reads polls of an election whose votes by party are told; `undefined` where they are none. */
export const readPolls = (
  value: unknown,
  votes: ReadonlyMap<string, number>,
  checks: Checks,
): Polled | undefined => {
  // what stands for all others is no party that has to be in the last election by name
  const known = new Map([...votes, [OTHER, votes.get(OTHER) ?? 0]]);
  const polls = checks.list(value, "polls").map((poll, at) => readPoll(poll, `polls[${at}]`, known, checks));
  const sized = polls.filter(({ size }) => size !== undefined).length;
  if (polls.length === 0) checks.problem("polls", "none");
  if (sized > 0 && sized < polls.length) checks.problem("polls", "some with a size and some without");
  const named = [...new Set(polls.flatMap(({ shares }) => [...shares.keys()]))]
    .filter((party) => party !== OTHER)
    .sort(inOrder);
  polls.forEach(({ shares }, at) => {
    for (const party of named)
      if (!shares.has(party))
        checks.problem(`polls[${at}].shares.${party}`, "missing, though another poll names it");
  });
  const hasOthers = [...votes].some(([party, own]) => !named.includes(party) && own > 0);
  if (!hasOthers)
    polls.forEach(({ shares }, at) => {
      if ((shares.get(OTHER) ?? 0) > 0)
        checks.problem(`polls[${at}].shares.${OTHER}`, "nobody else had votes in the last election");
    });
  return polls.length === 0 ? undefined : pooled(polls, named, hasOthers);
};

const pooled = (polls: ReadonlyArray<Read>, named: ReadonlyArray<string>, hasOthers: boolean): Polled => {
  const parties = hasOthers ? [...named, OTHER] : named;
  const counts = polls.map(({ size = 1, weight }) => size * weight);
  const mean = new Float64Array(parties.length);
  let perAnswer = 0;
  polls.forEach(({ shares, size = Number.POSITIVE_INFINITY }, at) => {
    const part = (counts[at] ?? 0) / sumOf(counts);
    const own = named.map((party) => shares.get(party) ?? 0);
    if (hasOthers) own.push(shares.get(OTHER) ?? Math.max(0, 1 - sumOf(own)));
    own.forEach((share, p) => {
      mean[p] = (mean[p] ?? 0) + (part * share) / sumOf(own);
    });
    perAnswer += part ** 2 / size;
  });
  return { parties, mean, size: 1 / perAnswer };
};
