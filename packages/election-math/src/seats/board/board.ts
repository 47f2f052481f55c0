import { type AnswerOf, answering, type Count, type RecordOf } from "../../count/count.ts";
import { canonicalJson } from "../../exact/canonical.ts";
import { type BoardResult, countBoard } from "./count.ts";
import { type BoardElection, type BoardInput, readBoard } from "./input.ts";
import type { BoardAbout, BoardStep } from "./step.ts";

export const board: Count<"board", BoardInput, BoardStep, BoardAbout, BoardResult> = {
  kind: "board",
  read: readBoard,
  rules: () => "se.board@2022",
  count: countBoard,
  idle: { keyOf: canonicalJson, step: (among, taken) => ({ kind: "idleTie", among, taken }) },
};

export type BoardRecord = RecordOf<typeof board>;

export type BoardAnswer = AnswerOf<typeof board>;

/**
 * A proportional election in a municipality or a region (LPV, the law 2022:629): seats to groups of equal ballots by
 * votes ÷ (1 + places), filled by the ballots' names in order. Groups without names give the seats of each alone. Stops
 * with `needsLot` where equal numbers have to be told apart and it matters to the result. Throws `InvalidInput`, also where
 * too few ask for a proportional election.
 */
export const boardSeats = (given: BoardElection): BoardAnswer => answering(board, given);
