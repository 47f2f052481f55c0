import { readFileSync } from "node:fs";
import { join } from "node:path";
import { countRanked, type RankedAnswer, type RankedElection } from "../src/ranked/index.ts";

/** A profile as the vectors write it: candidates by number from 1, in order of preference. */
export interface Profile {
  readonly case: string;
  readonly candidates: ReadonlyArray<string>;
  readonly seats: number;
  readonly withdrawn?: ReadonlyArray<number>;
  readonly ballots: ReadonlyArray<readonly [weight: number, ranking: ReadonlyArray<number>]>;
}

/** The cases of a file of vectors, one a line. */
export const vectorsOf = <Case>(file: string): ReadonlyArray<Case> =>
  readFileSync(join(import.meta.dirname, "vectors", file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** The election of a profile; candidates go by their numbers. */
export const electionOf = (
  { candidates, seats, withdrawn = [], ballots }: Profile,
  rules: RankedElection["rules"],
): RankedElection => ({
  rules,
  candidates: candidates.map((_, index) => `${index + 1}`),
  seats,
  withdrawn: withdrawn.map(String),
  ballots: ballots.map(([weight, ranking]) => ({ weight, ranking: ranking.map((one) => [`${one}`]) })),
});

type Done = Extract<RankedAnswer, { readonly status: "done" }>;

/** The count with every lot falling on the first in order, or as `falls` says; with how many lots were drawn. */
export const countedWithLots = (
  election: RankedElection,
  falls: (among: ReadonlyArray<string>) => string = ([first = ""]) => first,
): Done & { readonly drawn: number } => {
  const lots = [...(election.lots ?? [])];
  for (;;) {
    const answer = countRanked({ ...election, lots });
    if (answer.status === "done") return { ...answer, drawn: lots.length };
    lots.push({ ...answer.lot, drawn: falls(answer.lot.among), by: "p-1", how: "slips" });
  }
};
