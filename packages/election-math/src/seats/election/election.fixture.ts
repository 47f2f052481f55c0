import { InvalidInput } from "../../input.ts";
import { swedishElection } from "./election.ts";
import type { Constituency, Election } from "./input.ts";
import type { ElectionStep } from "./step.ts";

/** Constituencies A, B, C … of so many fixed seats each, with the votes of each. */
export const constituencies = (
  ...given: ReadonlyArray<readonly [fixedSeats: number, votes: Readonly<Record<string, number>>]>
): ReadonlyArray<Constituency> =>
  given.map(([fixedSeats, votes], at) => ({ id: String.fromCharCode(65 + at), fixedSeats, votes }));

/** The count of an election that needs no lot beyond those given. */
export const counted = (election: Election) => {
  const answer = swedishElection(election);
  if (answer.status !== "done") throw new Error(`stopped for a lot: ${JSON.stringify(answer.lot)}`);
  return answer;
};

/** The steps of one kind. */
export const stepsOf = <Kind extends ElectionStep["kind"]>(
  steps: ReadonlyArray<ElectionStep | { readonly kind: "lot" }>,
  kind: Kind,
) => steps.filter((step): step is Extract<ElectionStep, { readonly kind: Kind }> => step.kind === kind);

/** The lot an election stops for. */
export const lotOf = (election: Election) => {
  const answer = swedishElection(election);
  return answer.status === "needsLot" ? answer.lot : "none";
};

/** What is wrong with an input that a program without types hands in, a line each. */
export const problemsOf = (given: unknown): ReadonlyArray<string> => {
  try {
    swedishElection(given as Election);
    return [];
  } catch (refused) {
    if (!(refused instanceof InvalidInput)) throw refused;
    return refused.problems.map(({ field, problem }) => `${field}: ${problem}`);
  }
};
