/** Rules that add up points: Borda's, and approval. */
import { idIn, type RankedInput } from "./input.ts";
import { castOf, groupsOf, type Papers } from "./papers.ts";
import { electFrom, layersOf } from "./placing.ts";
import type { Outcome } from "./race.ts";
import type { Transferring } from "./tie.ts";

/** The points a paper gives, in halves, by candidate. */
type PointsOf = (
  groups: ReadonlyArray<ReadonlyArray<number>>,
  standing: ReadonlySet<number>,
) => Iterable<[number, number]>;

/** As many points as candidates stand below; those ranked equal, and those not ranked, share the points of their places. */
function* bordaPoints(
  groups: ReadonlyArray<ReadonlyArray<number>>,
  standing: ReadonlySet<number>,
): Generator<[number, number]> {
  const ranked = new Set(groups.flat());
  const rest = [...standing].filter((candidate) => !ranked.has(candidate));
  let below = standing.size;
  for (const group of [...groups, rest]) {
    // the mean of below - 1, below - 2 … in halves
    for (const candidate of group) yield [candidate, 2 * below - 1 - group.length];
    below -= group.length;
  }
}

function* approvals(groups: ReadonlyArray<ReadonlyArray<number>>): Generator<[number, number]> {
  for (const candidate of groups.flat()) yield [candidate, 2];
}

export const borda = (input: RankedInput, standing: ReadonlySet<number>, papers: Papers) =>
  byPoints(bordaPoints, input, standing, papers);

export const approval = (input: RankedInput, standing: ReadonlySet<number>, papers: Papers) =>
  byPoints(approvals, input, standing, papers);

function* byPoints(
  pointsOf: PointsOf,
  { candidates, seats }: RankedInput,
  standing: ReadonlySet<number>,
  papers: Papers,
): Transferring<Outcome> {
  const points = new Float64Array(candidates.length);
  papers.weights.forEach((weight, paper) => {
    const groups = [...groupsOf(papers, paper)];
    if (groups.length === 0) return;
    for (const [candidate, halves] of pointsOf(groups, standing))
      points[candidate] = (points[candidate] ?? 0) + weight * halves;
  });
  const idOf = idIn(candidates);
  const of = (candidate: number) => points[candidate] ?? 0;
  yield { kind: "papers", ...castOf(papers) };
  yield {
    kind: "points",
    points: Object.fromEntries([...standing].map((candidate) => [idOf(candidate), `${of(candidate) / 2}`])),
  };
  const ranking = layersOf([...standing], (a, b) => of(a) > of(b));
  return yield* electFrom(ranking, seats, idOf);
}
