import { type AnswerOf, answering, type Count, type RecordOf } from "../count/count.ts";
import { silently } from "../count/counting.ts";
import { canonicalJson } from "../exact/canonical.ts";
import { rankedPairs, schulze, schulzeMargins } from "./condorcet.ts";
import { ers97 } from "./ers97.ts";
import { scottish, wigm } from "./gregory.ts";
import { type RankedElection, type RankedInput, readRanked, standingIn } from "./input.ts";
import { irv } from "./irv.ts";
import { meek } from "./meek.ts";
import { meekNz } from "./meek-nz.ts";
import type { Papers } from "./papers.ts";
import type { Outcome } from "./race.ts";
import type { RankedRulesId } from "./rules.ts";
import { approval, borda } from "./scores.ts";
import type { RankedAbout, RankedStep } from "./step.ts";
import type { Transferring } from "./tie.ts";

/** Who is elected. */
export interface RankedResult extends Outcome {
  /**
   * Everybody in order, those that nothing tells apart together; absent where the rule ranks nobody. By ranked pairs a tie
   * that does not touch who is elected falls to the first on the ballot paper.
   */
  readonly ranking?: ReadonlyArray<ReadonlyArray<string>>;
  /** Where constraints were given: what would have been without them. */
  readonly unconstrained?: Unconstrained;
}

/** The result without constraints, and whom they moved. */
export interface Unconstrained {
  readonly elected: ReadonlyArray<string>;
  /** Who would have been elected and is not, in that order. */
  readonly displaced: ReadonlyArray<string>;
  /** Who is elected and would not have been, in the order of election. */
  readonly instead: ReadonlyArray<string>;
}

type Counter = (
  input: RankedInput,
  standing: ReadonlySet<number>,
  papers: Papers,
) => Transferring<RankedResult>;

const counters: Readonly<Record<RankedRulesId, Counter>> = {
  scottish,
  wigm,
  ers97,
  meek,
  "meek-nz": meekNz,
  irv,
  schulze,
  "schulze-margins": schulzeMargins,
  "ranked-pairs": rankedPairs,
  borda,
  approval,
};

function* count(input: RankedInput): Transferring<RankedResult> {
  const { standing, papers } = standingIn(input);
  const counter = counters[input.rules];
  const outcome = yield* counter(input, standing, papers);
  if (input.constraints === undefined) return outcome;
  const free = yield* silently(counter({ ...input, constraints: [] }, standing, papers));
  return {
    ...outcome,
    unconstrained: {
      elected: free.elected,
      displaced: free.elected.filter((one) => !outcome.elected.includes(one)),
      instead: outcome.elected.filter((one) => !free.elected.includes(one)),
    },
  };
}

/** A count by a rule of papers that were read already, for counts that are made of counts. */
export const countAs = (
  rules: RankedRulesId,
  { candidates, seats }: Pick<RankedInput, "candidates" | "seats">,
  papers: Papers,
  standing: ReadonlySet<number>,
): Transferring<RankedResult> => counters[rules]({ rules, candidates, seats, ballots: [] }, standing, papers);

export const ranked: Count<"ranked", RankedInput, RankedStep, RankedAbout, RankedResult> = {
  kind: "ranked",
  read: readRanked,
  rules: ({ rules }) => rules,
  count,
  idle: {
    // who is elected, in which order, and beside whom without constraints; not what the others had meanwhile
    keyOf: ({ elected, unconstrained }) => canonicalJson([elected, unconstrained]),
    step: (among, taken) => ({ kind: "idleTie", among, taken }),
  },
};

export type RankedRecord = RecordOf<typeof ranked>;

/** Who is elected, every stage a step; or the lot that is needed. */
export type RankedAnswer = AnswerOf<typeof ranked>;

/**
 * Counts ranked ballots by one of the rules of `rankedRules`, exactly, every stage a step. Stops with `needsLot` where equal
 * votes have to be told apart and it matters to who is elected. Throws `InvalidInput`.
 */
export const countRanked = (election: RankedElection): RankedAnswer => answering(ranked, election);
