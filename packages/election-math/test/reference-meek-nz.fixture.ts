/** Meek's method as New Zealand's calculator runs it (Local Electoral Regulations 2001, schedule 1A) once more, slowly. */
import type { RankedProfile } from "./random-ranked.fixture.ts";
import { counted, lowered, raised, UNIT, votesIn } from "./reference-meek.fixture.ts";
import { type ReferenceResult, struck, withFewest, withMost } from "./reference-ranked.fixture.ts";

/** Wichmann and Hill's generator from the sizes of the election; one number a candidate, all different. */
const tieNumbers = ({ candidates, seats }: RankedProfile, votes: number): ReadonlyMap<string, number> => {
  let [x, y, z] = [candidates.length + 5, seats, (votes + 10_000 * (votes % 10)) % 30_323];
  const next = () => {
    [x, y, z] = [(171 * x) % 30_269, (172 * y) % 30_307, (170 * z) % 30_323];
    const part = (seed: number, size: number) => Math.floor((10_000 * seed) / size);
    return (part(x, 30_269) + part(y, 30_307) + part(z, 30_323)) % 10_000;
  };
  for (let discarded = 0; discarded < 4; discarded++) next();
  const numbers = new Map<string, number>();
  for (const one of candidates) {
    let number = next();
    while ([...numbers.values()].includes(number)) number = next();
    numbers.set(one, number);
  }
  return numbers;
};

export const referenceMeekNz = (profile: RankedProfile, areTurned = true): ReferenceResult => {
  const { seats } = profile;
  const { standing, papers } = struck(profile);
  const all = votesIn(papers);
  // the numbers come from all papers, also those that rank nobody who stands
  const numbers = tieNumbers(profile, Number(votesIn(profile.ballots) / UNIT));
  const keep = new Map(standing.map((one) => [one, UNIT]));
  const elected: Array<string> = [];
  const rounds: Array<ReadonlyMap<string, bigint>> = [];
  let hopeful = [...standing];
  let quota = 0n;
  /** The keep values there were since somebody was last elected or excluded. */
  let been: Array<string> = [];
  const votesOf = (one: string) => rounds.at(-1)?.get(one) ?? 0n;
  const elect = (those: ReadonlyArray<string>) => {
    for (let left = those; left.length > 0; left = left.filter((one) => !elected.includes(one)))
      elected.push(...withMost(left, votesOf));
    hopeful = hopeful.filter((one) => !those.includes(one));
  };
  const exclude = (one: string) => {
    keep.set(one, 0n);
    hopeful = hopeful.filter((other) => other !== one);
  };
  // the fewest, then the fewest at the first round that differed, then the lowest number, turned round in odd rounds
  const lowest = (): string => {
    let left = withFewest(hopeful, votesOf);
    for (const round of rounds) left = withFewest(left, (one) => round.get(one) ?? 0n);
    const number = (one: string) => {
      const own = numbers.get(one) ?? 0;
      return BigInt(areTurned && rounds.length % 2 === 1 ? 10_000 - own : own);
    };
    return withFewest(left, number)[0] ?? "";
  };
  for (;;) {
    const places = () => seats - elected.length;
    if (hopeful.length <= places()) elect(hopeful);
    if (places() === 0 || hopeful.length === 0) return { elected, quota: [quota, UNIT] };
    const { votes, nobodys } = counted(papers, keep, hopeful, raised);
    rounds.push(votes);
    quota = (all - nobodys) / BigInt(seats + 1) + 1n;
    if (seats === 1) {
      const half = (all - nobodys) / 2n;
      quota = (all - nobodys) % (2n * UNIT) === 0n ? half : raised(quota, UNIT) * UNIT;
      if (hopeful.filter((one) => votesOf(one) >= quota).length > 1) quota += 1n;
    }
    const before = hopeful.length;
    elect(hopeful.filter((one) => votesOf(one) >= quota));
    if (places() === 0) continue;
    const surplus = elected.reduce(
      (sum, one) => (votesOf(one) > quota ? sum + votesOf(one) - quota : sum),
      0n,
    );
    const without = hopeful.filter((one) => votesOf(one) === 0n);
    const isSettled = surplus < UNIT / 10_000n;
    const excluded: Array<string> = [];
    const excludeLowest = () => {
      excluded.push(lowest());
      exclude(excluded.at(-1) ?? "");
    };
    if (without.length < 2) {
      const [first = 0n, second = quota] = hopeful.map(votesOf).sort((a, b) => (a < b ? -1 : 1));
      if (second - first > surplus || isSettled) excludeLowest();
    } else if (isSettled)
      for (let left = Math.min(without.length, hopeful.length - places()); left > 0; left--) excludeLowest();
    if (hopeful.length < before) been = [];
    been.push(`${[...keep.values()]}`);
    const next = new Map(keep);
    for (const one of elected)
      if (votesOf(one) > quota) next.set(one, lowered(keep.get(one) ?? 0n, quota, votesOf(one)));
    const isLowered = !been.includes(`${[...next.values()]}`);
    if (isLowered) for (const [one, value] of next) keep.set(one, value);
    // where the next round would be as one before
    else if (hopeful.length > places() && !excluded.some((one) => votesOf(one) > 0n)) {
      excludeLowest();
      been = [];
    }
  }
};
