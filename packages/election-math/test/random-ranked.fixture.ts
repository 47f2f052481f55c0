import type { Random } from "./random-election.fixture.ts";

/** Papers that are alike: groups of candidates in order of preference. */
export interface Paper {
  readonly weight: number;
  readonly ranking: ReadonlyArray<ReadonlyArray<string>>;
}

export interface RankedProfile {
  readonly candidates: ReadonlyArray<string>;
  readonly seats: number;
  readonly withdrawn: ReadonlyArray<string>;
  readonly ballots: ReadonlyArray<Paper>;
}

/** The same things in an order of chance. */
export const shuffled = <One>(things: ReadonlyArray<One>, random: Random): ReadonlyArray<One> => {
  const left = [...things];
  return things.flatMap(() => left.splice(random(left.length), 1));
};

interface Shape {
  readonly hasEqualRanks: boolean;
  readonly electsSeveral: boolean;
  readonly most?: number;
}

/**
 * A small profile, made so that equal votes, votes at the quota, papers that end early or are empty, and candidates without
 * votes come up: few papers, numbers that share divisors, candidates who mirror each other.
 */
export const randomProfile = (
  random: Random,
  { hasEqualRanks, electsSeveral, most = 7 }: Shape,
): RankedProfile => {
  const candidates = shuffled(["a", "b", "c", "d", "e", "f", "g"].slice(0, 2 + random(most - 1)), random);
  const withdrawn = random(5) === 0 ? candidates.slice(0, 1 + random(candidates.length - 1)) : [];
  const standing = candidates.length - withdrawn.length;
  const seats = electsSeveral ? 1 + random(random(3) === 0 ? standing : Math.max(1, standing - 1)) : 1;
  const [coarse = 1, range = 1] =
    [
      [1, 1],
      [1, 4],
      [5, 3],
      [1, 60],
      [100, 30],
      [1, 5000],
    ][random(6)] ?? [];
  const [first = "", second = ""] = shuffled(candidates, random);
  const isMirrored = random(4) === 0;
  const mirror = (one: string) => (one === first ? second : one === second ? first : one);
  const ballots = Array.from({ length: 1 + random(random(2) === 0 ? 4 : 12) }, () => {
    const length = random(4) === 0 ? random(candidates.length + 1) : candidates.length - random(2);
    const ranking: Array<Array<string>> = [];
    for (const one of shuffled(candidates, random).slice(0, length)) {
      const last = ranking.at(-1);
      if (hasEqualRanks && last !== undefined && last.length < 4 && random(4) === 0) last.push(one);
      else ranking.push([one]);
    }
    return { weight: coarse * (1 + random(range)), ranking };
  }).flatMap((paper) =>
    isMirrored ? [paper, { ...paper, ranking: paper.ranking.map((group) => group.map(mirror)) }] : [paper],
  );
  const nearly = random(3) === 0 ? atTheQuota(ballots, first, seats, random(3) - 1) : [];
  const all = [...ballots, ...nearly];
  // a count of no ranked paper is refused
  return {
    candidates,
    seats,
    withdrawn,
    ballots: all.some(({ ranking }) => ranking.length > 0) ? all : [{ weight: 1, ranking: [[first]] }],
  };
};

/** Twelve candidates and hundreds of papers, many of which begin alike. */
export const crowdedProfile = (random: Random, { hasEqualRanks, electsSeveral }: Shape): RankedProfile => {
  const candidates = shuffled([..."abcdefghijkl"], random);
  const ballots = Array.from({ length: 300 }, () => {
    const [likely, unlikely] = [candidates.slice(0, 6), candidates.slice(6)];
    const order = [...shuffled(likely, random), ...shuffled(unlikely, random)].slice(0, 1 + random(12));
    const last = hasEqualRanks && random(3) === 0 ? order.splice(-2) : [];
    return {
      weight: 1 + random(3),
      ranking: [...order.map((one) => [one]), ...(last.length > 0 ? [last] : [])],
    };
  });
  return {
    candidates,
    seats: electsSeveral ? 5 : 1,
    withdrawn: candidates.slice(random(4) + 9, 11),
    ballots,
  };
};

/** Papers that bring a candidate to the Droop quota, or so many votes beside it. */
const atTheQuota = (
  ballots: ReadonlyArray<Paper>,
  one: string,
  seats: number,
  beside: number,
): ReadonlyArray<Paper> => {
  let all = 0;
  let own = 0;
  for (const { weight, ranking } of ballots) {
    if (ranking.length > 0) all += weight;
    if (ranking[0]?.[0] === one) own += weight;
  }
  let more = 0;
  while (own + more < Math.floor((all + more) / (seats + 1)) + 1) more++;
  return more + beside > 0 ? [{ weight: more + beside, ranking: [[one]] }] : [];
};
