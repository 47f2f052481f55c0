import { done, stepsOfKinds } from "../seats/answers.fixture.ts";
import { countRanked, type RankedAnswer } from "./count-ranked.ts";
import type { Ballot, RankedElection } from "./input.ts";

/** Papers as one writes them down: "4 ab" are four that rank a before b, "2 a(bc)" two that rank b and c equal after a. */
export const cast = (...papers: ReadonlyArray<string>): ReadonlyArray<Ballot> =>
  papers.map((text) => {
    const [weight = "", order = ""] = text.split(" ");
    const groups = order.match(/\(\w+\)|\w/g) ?? [];
    return { weight: Number(weight), ranking: groups.map((group) => [...group.replace(/\W/g, "")]) };
  });

type Contest = Pick<RankedElection, "rules" | "seats"> &
  Partial<Omit<RankedElection, "candidates" | "ballots">>;

/** The election of candidates by their letters, in the order of the ballot paper. */
export const contest = (
  candidates: string,
  papers: ReadonlyArray<string>,
  { rules, seats, ...more }: Contest,
): RankedElection => ({
  rules,
  candidates: [...candidates],
  seats,
  ballots: cast(...papers),
  ...more,
});

/** The count of such an election, which needs no lot. */
export const counted = (candidates: string, papers: ReadonlyArray<string>, more: Contest) =>
  done(countRanked(contest(candidates, papers, more)));

/** Who is elected, in order, as letters; the lot where one is needed. */
export const winners = (candidates: string, papers: ReadonlyArray<string>, more: Contest) => {
  const answer = countRanked(contest(candidates, papers, more));
  return answer.status === "done" ? answer.elected.join("") : answer.lot;
};

export const stepsOf = stepsOfKinds<RankedAnswer["steps"][number]>();

/** The kinds of steps that tell how equal votes were told apart. */
export const tiesOf = (answer: { readonly steps: RankedAnswer["steps"] }) =>
  stepsOf(answer, "earlierStage", "idleTie", "tieNumber", "lot");

export const lotOn = (
  among: string,
  drawn: string,
  about: NonNullable<RankedElection["lots"]>[number]["about"],
) => ({ among: [...among], about, drawn, by: "the chair", how: "slips from an urn" });
