import { type AnswerOf, answering, type Count, type RecordOf } from "../../count/count.ts";
import { countElection, type ElectionResult } from "./count.ts";
import { type Election, type ElectionInput, readElection } from "./input.ts";
import { type Margin, marginsOf } from "./margin.ts";
import type { ElectionAbout, ElectionStep } from "./step.ts";

export const election: Count<"election", ElectionInput, ElectionStep, ElectionAbout, ElectionResult> = {
  kind: "election",
  read: readElection,
  rules: ({ rules }) => rules,
  count: countElection,
};

export type ElectionRecord = RecordOf<typeof election>;

type Answer = AnswerOf<typeof election>;

/** The seats of every party in every constituency, each a step; or the lot that is needed. */
export type ElectionAnswer =
  | Extract<Answer, { readonly status: "needsLot" }>
  | (Extract<Answer, { readonly status: "done" }> & {
      /** How many votes each party is from its next seat and from losing its last; counts some thousand times. */
      readonly margins: () => ReadonlyArray<Margin>;
    });

/**
 * A Swedish public election: fixed seats, each party's share of the whole, seats returned, adjustment seats, exact and
 * every seat a step. Stops with `needsLot` where equal numbers have to be told apart. Throws `InvalidInput`.
 */
export const swedishElection = (given: Election): ElectionAnswer => {
  const answer = answering(election, given);
  if (answer.status === "needsLot") return answer;
  const { input, lots } = answer.record;
  return { ...answer, margins: () => marginsOf(input, lots) };
};
