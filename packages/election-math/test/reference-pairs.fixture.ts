/** Rules that compare pairs or add points once more, slowly. */
import type { RankedProfile } from "./random-ranked.fixture.ts";
import { type Choose, type ReferenceResult, struck, withMost } from "./reference-ranked.fixture.ts";

type Beats = (one: string, other: string) => boolean;

/** First whom nobody beats, then whom nobody of the rest beats, and so on. */
const layersOf = (standing: ReadonlyArray<string>, beats: Beats): ReadonlyArray<ReadonlyArray<string>> => {
  const free = standing.filter((one) => !standing.some((other) => beats(other, one)));
  return free.length === 0
    ? []
    : [
        free,
        ...layersOf(
          standing.filter((one) => !free.includes(one)),
          beats,
        ),
      ];
};

/** From the top; of a layer that does not fit the lot takes one after another. */
const electedFrom = (ranking: ReadonlyArray<ReadonlyArray<string>>, seats: number, choose: Choose) => {
  const elected: Array<string> = [];
  for (const layer of ranking)
    for (let left = layer; left.length > 0 && elected.length < seats; ) {
      const next = left.length > seats - elected.length ? choose(left, "electedFirst") : (left[0] ?? "");
      elected.push(next);
      left = left.filter((one) => one !== next);
    }
  return elected;
};

/** How many papers rank the one above the other. */
export const votesFor = ({ papers }: ReturnType<typeof struck>) => {
  const placed = papers.map(({ weight, ranking }) => ({
    weight: BigInt(weight),
    place: new Map(ranking.flatMap((group, place) => group.map((one) => [one, place] as const))),
  }));
  return (one: string, other: string) =>
    placed.reduce((sum, { weight, place }) => {
      const [mine, its] = [place.get(one) ?? Infinity, place.get(other) ?? Infinity];
      return mine < its ? sum + weight : sum;
    }, 0n);
};

type Strength = (votes: bigint, against: bigint) => bigint;
export const winningVotes: Strength = (votes) => votes;
export const margins: Strength = (votes, against) => votes - against;

export const referenceSchulze = (
  strength: Strength,
  profile: RankedProfile,
  choose: Choose,
): ReferenceResult => {
  const given = struck(profile);
  const { standing } = given;
  const votes = votesFor(given);
  const links = standing.flatMap((from) =>
    standing.flatMap((to) => {
      const [own, against] = [votes(from, to), votes(to, from)];
      return own > against ? [{ from, to, strength: strength(own, against) }] : [];
    }),
  );
  const strengths = [...new Set(links.map(({ strength }) => strength))].sort((a, b) => (a < b ? 1 : -1));
  const reachable = (from: string, least: bigint): ReadonlySet<string> => {
    const seen = new Set([from]);
    for (const one of seen)
      for (const link of links) if (link.from === one && link.strength >= least) seen.add(link.to);
    return seen;
  };
  // the strongest at which one can be reached from the other at all
  const paths = new Map<string, bigint>();
  for (const from of standing)
    for (const least of strengths)
      for (const to of reachable(from, least))
        if (!paths.has(`${from}>${to}`)) paths.set(`${from}>${to}`, least);
  const path = (from: string, to: string) => paths.get(`${from}>${to}`) ?? 0n;
  const ranking = layersOf(standing, (one, other) => path(one, other) > path(other, one));
  return { elected: electedFrom(ranking, profile.seats, choose), ranking };
};

/** The smallest of all sets that fill the places and of whom everybody beats everybody else. */
const dominant = (standing: ReadonlyArray<string>, seats: number, beats: Beats): ReadonlySet<string> => {
  let best: ReadonlyArray<string> = standing;
  for (let members = 0; members < 2 ** standing.length; members++) {
    const inside = standing.filter((_, at) => (members >> at) % 2 === 1);
    const outside = standing.filter((one) => !inside.includes(one));
    if (inside.length < seats || inside.length >= best.length) continue;
    if (inside.every((one) => outside.every((other) => beats(one, other)))) best = inside;
  }
  return new Set(best);
};

export const referenceRankedPairs = (
  profile: RankedProfile,
  choose: Choose,
  strength = margins,
): ReferenceResult => {
  const given = struck(profile);
  const { standing } = given;
  const votes = votesFor(given);
  let open = standing.flatMap((over) =>
    standing.flatMap((under) => {
      const [own, against] = [votes(over, under), votes(under, over)];
      if (own <= against) return [];
      return [{ name: JSON.stringify([over, under]), over, under, strength: strength(own, against) }];
    }),
  );
  const concerned = dominant(standing, profile.seats, (one, other) => votes(one, other) > votes(other, one));
  let locked: typeof open = [];
  const leads = (pairs: typeof open, from: string, to: string): boolean =>
    from === to ||
    pairs.some(
      ({ over, under }) =>
        over === from &&
        leads(
          pairs.filter((one) => one.over !== from),
          under,
          to,
        ),
    );
  const closes = (pairs: typeof open) => pairs.some(({ over, under }) => leads(pairs, under, over));
  while (open.length > 0) {
    // those that would close a circle with what is locked fall away
    open = open.filter((one) => !closes([...locked, one]));
    const greatest = withMost(
      open.map(({ name }) => name),
      (name) => open.find((one) => one.name === name)?.strength ?? 0n,
    );
    const equal = open.filter(({ name }) => greatest.includes(name));
    let next = equal.filter(({ over, under }) => !leads([...locked, ...equal], under, over));
    if (next.length === 0) {
      const serious = equal.filter(({ over }) => concerned.has(over)).map(({ name }) => name);
      const taken = serious.length > 0 ? choose(serious, "lockedFirst") : equal[0]?.name;
      next = equal.filter(({ name }) => name === taken);
    }
    locked = [...locked, ...next];
    open = open.filter((one) => !next.includes(one));
  }
  const ranking = layersOf(standing, (one, other) =>
    locked.some(({ over, under }) => over === one && under === other),
  );
  return { elected: electedFrom(ranking, profile.seats, choose), ranking };
};

/** By points from the most down. */
const byPoints = (
  profile: RankedProfile,
  points: (one: string) => bigint,
  choose: Choose,
): ReferenceResult => {
  const ranking = layersOf(struck(profile).standing, (one, other) => points(one) > points(other));
  return { elected: electedFrom(ranking, profile.seats, choose), ranking };
};

/** Twice the mean of n - 1, n - 2 … 0 over the places a candidate's group takes; the unranked are the last group. */
export const referenceBorda = (
  profile: RankedProfile,
  choose: Choose,
  sharesUnranked = true,
): ReferenceResult => {
  const { standing, papers } = struck(profile);
  const points = new Map(standing.map((one) => [one, 0n]));
  for (const { weight, ranking } of papers) {
    const unranked = standing.filter((one) => !ranking.flat().includes(one));
    let place = standing.length;
    for (const group of [...ranking, ...(sharesUnranked ? [unranked] : [])]) {
      const places = group.map(() => --place);
      const twice = group.length && (2 * places.reduce((sum, own) => sum + own, 0)) / group.length;
      for (const one of group) points.set(one, (points.get(one) ?? 0n) + BigInt(weight * twice));
    }
  }
  return byPoints(profile, (one) => points.get(one) ?? 0n, choose);
};

export const referenceApproval = (profile: RankedProfile, choose: Choose): ReferenceResult => {
  const { papers } = struck(profile);
  const points = (one: string) =>
    papers.reduce(
      (sum, { weight, ranking }) => (ranking.flat().includes(one) ? sum + BigInt(weight) : sum),
      0n,
    );
  return byPoints(profile, points, choose);
};
