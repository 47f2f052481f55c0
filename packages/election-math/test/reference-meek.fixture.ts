/** Meek's method once more, slowly: every paper walks its list anew in every round; all amounts in units of nine decimals. */
import type { Paper, RankedProfile } from "./random-ranked.fixture.ts";
import {
  type Choose,
  type ReferenceResult,
  struck,
  withFewest,
  withMost,
} from "./reference-ranked.fixture.ts";

export const UNIT = 1_000_000_000n;

/** What each keeps of a vote that comes to it, in units. */
type Keep = ReadonlyMap<string, bigint>;
type Round = (a: bigint, b: bigint) => bigint;

export const raised: Round = (a, b) => (a + b - 1n) / b;

const ordersOf = (group: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> =>
  group.length < 2
    ? [group]
    : group.flatMap((one) => ordersOf(group.filter((other) => other !== one)).map((rest) => [one, ...rest]));

/** What candidates ranked equal take of a value: the mean over all orders they could stand in, cut off to a unit. */
const takenEqual = (group: ReadonlyArray<string>, value: bigint, keep: Keep): ReadonlyArray<bigint> => {
  const orders = ordersOf(group);
  const scale = UNIT ** BigInt(group.length);
  const sums = new Map(group.map((one) => [one, 0n]));
  for (const order of orders) {
    let left = scale;
    for (const one of order) {
      const taken = (left * (keep.get(one) ?? 0n)) / UNIT;
      sums.set(one, (sums.get(one) ?? 0n) + taken);
      left -= taken;
    }
  }
  return group.map((one) => (value * (sums.get(one) ?? 0n)) / (scale * BigInt(orders.length)));
};

/** What everybody gets by these keep values, and what nobody does. */
export const counted = (
  papers: ReadonlyArray<Paper>,
  keep: Keep,
  hopeful: ReadonlyArray<string>,
  rounded: Round,
) => {
  const votes = new Map([...keep.keys()].map((one) => [one, 0n]));
  let nobodys = 0n;
  for (const { weight, ranking } of papers) {
    let value = UNIT;
    for (const listed of ranking) {
      const group = listed.filter((one) => keep.get(one) !== 0n);
      const taken =
        group.length > 1
          ? takenEqual(group, value, keep)
          : group.map((one) => rounded(value * (keep.get(one) ?? 0n), UNIT));
      group.forEach((one, index) => {
        votes.set(one, (votes.get(one) ?? 0n) + BigInt(weight) * (taken[index] ?? 0n));
        value -= taken[index] ?? 0n;
      });
      if (group.some((one) => hopeful.includes(one))) break;
    }
    nobodys += BigInt(weight) * value;
  }
  return { votes, nobodys };
};

export const votesIn = (papers: ReadonlyArray<Paper>) =>
  BigInt(papers.reduce((sum, { weight }) => sum + weight, 0)) * UNIT;

/** keep × quota ÷ votes, both raised; as it was, where it is so near nothing that the raising would lift it by more than a unit. */
export const lowered = (keep: bigint, quota: bigint, votes: bigint): bigint => {
  const wanted = raised(raised(keep * quota, UNIT) * UNIT, votes);
  return wanted > keep + 1n ? keep : wanted;
};

/** As Hill, Wichmann and Woodall describe it (1987), settled when the surplus is at most a millionth of a vote. */
export const referenceMeek = (profile: RankedProfile, choose: Choose, rounded = raised): ReferenceResult => {
  const { standing, papers } = struck(profile);
  const keep = new Map(standing.map((one) => [one, UNIT]));
  const elected: Array<string> = [];
  const stages: Array<ReadonlyMap<string, bigint>> = [];
  let hopeful = [...standing];
  let votes: ReadonlyMap<string, bigint> = keep;
  let quota = 0n;
  const votesOf = (one: string) => votes.get(one) ?? 0n;
  const told = (tied: ReadonlyArray<string>, most: typeof withMost, about: string): string => {
    let left = tied;
    for (const stage of stages.toReversed()) left = most(left, (one) => stage.get(one) ?? 0n);
    return left.length > 1 ? choose(left, about) : (left[0] ?? "");
  };
  const elect = (those: ReadonlyArray<string>) => {
    for (let left = those; left.length > 0; left = left.filter((one) => hopeful.includes(one))) {
      const most = withMost(left, votesOf);
      const places = profile.seats - elected.length;
      if (places === 0) return;
      // one more than there are seats can have the quota where it comes to votes ÷ (seats + 1) exactly
      elected.push(...(most.length > places ? [told(most, withMost, "electedFirst")] : most));
      hopeful = hopeful.filter((one) => !elected.includes(one));
    }
  };
  for (;;) {
    const places = profile.seats - elected.length;
    if (stages.length > 0 && hopeful.length === places) elect(hopeful);
    if (elected.length === profile.seats) return { elected, quota: [quota, UNIT], votes: [votes, UNIT] };
    const been = new Set<string>();
    for (;;) {
      const round = counted(papers, keep, hopeful, rounded);
      votes = round.votes;
      quota = (votesIn(papers) - round.nobodys) / BigInt(profile.seats + 1) + 1n;
      const above = elected.filter((one) => votesOf(one) > quota);
      been.add([...keep.values()].join());
      if (above.reduce((sum, one) => sum + votesOf(one) - quota, 0n) <= 1000n) break;
      const next = new Map(above.map((one) => [one, lowered(keep.get(one) ?? 0n, quota, votesOf(one))]));
      // keep values of nearly nothing may go round for ever
      if (been.has([...new Map([...keep, ...next]).values()].join())) break;
      for (const [one, value] of next) keep.set(one, value);
    }
    const reached = hopeful.filter((one) => votesOf(one) >= quota);
    if (reached.length > 0) elect(reached);
    else if (hopeful.length > places) {
      const lowest = withFewest(hopeful, votesOf);
      const [first = ""] = lowest;
      const areIdle = votesOf(first) === 0n && lowest.length <= hopeful.length - places;
      const out = areIdle ? first : told(lowest, withFewest, "excluded");
      keep.set(out, 0n);
      hopeful = hopeful.filter((one) => one !== out);
    }
    stages.push(votes);
  }
};
