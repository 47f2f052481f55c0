import { Checks, inOrder } from "../input.ts";
import { type BallotFile, type CastBallot, checkedFile } from "./ballot-file.ts";
import { sumOfWeights } from "./weight.ts";

const checked = (given: BallotFile): BallotFile => {
  const checks = new Checks();
  const file = checkedFile(given, checks);
  checks.done();
  return file;
};

/**
 * The same file with "1", "2", … for its candidates' ids, in the order they stand, as BLT and PrefLib number them. Throws
 * `InvalidInput`.
 */
export const numbered = (file: BallotFile): BallotFile => {
  const { candidates, withdrawn, tieOrder, ballots, ...rest } = checked(file);
  const numbers = new Map(candidates.map(({ id }, index) => [id, String(index + 1)]));
  const renamed = (ids: ReadonlyArray<string>) => ids.map((id) => numbers.get(id) ?? id);
  return {
    ...rest,
    candidates: candidates.map((candidate) => ({ ...candidate, id: numbers.get(candidate.id) ?? "" })),
    withdrawn: renamed(withdrawn),
    ...(tieOrder && { tieOrder: renamed(tieOrder) }),
    ballots: ballots.map((ballot) => ({ ...ballot, ranking: ballot.ranking.map(renamed) })),
  };
};

/** The same for rankings that say the same: those of one rank in any order. */
export const rankingKey = (ranking: CastBallot["ranking"]): string =>
  JSON.stringify(ranking.map((rank) => (rank.length > 1 ? [...rank].sort(inOrder) : rank)));

/**
 * The same file with each ranking once, in the order they first stand, weighted with the exact sum of its ballots; the ids of
 * ballots go. Throws `InvalidInput`.
 */
export const merged = (file: BallotFile): BallotFile => {
  const { ballots, ...rest } = checked(file);
  const alike = new Map<string, CastBallot>();
  for (const { ranking, weight } of ballots) {
    const key = rankingKey(ranking);
    const before = alike.get(key);
    alike.set(key, before ? { ...before, weight: sumOfWeights(before.weight, weight) } : { ranking, weight });
  }
  return { ...rest, ballots: [...alike.values()] };
};
