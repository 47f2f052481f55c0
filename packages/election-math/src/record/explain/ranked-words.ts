import type { LotStep } from "../../count/lot.ts";
import type { ListAbout, ListStep } from "../../lists/step.ts";
import type { RankedAbout, RankedStep, VotesText } from "../../ranked/step.ts";
import { type Numerals, votesText } from "./figures.ts";
import type { Sentences } from "./words.ts";

/** What the ids of candidates stand for. */
export interface CandidateNames {
  readonly candidate: (id: string) => string;
}

/** "Anna 12.5, Bo 8". */
export const standingText = (votes: VotesText, { candidate }: CandidateNames, numerals: Numerals): string =>
  Object.entries(votes)
    .map(([id, own]) => `${candidate(id)} ${votesText(own, numerals)}`)
    .join(", ");

/** Every word about ranked ballots in one language. */
export interface RankedWords {
  readonly basis: (rules: string, candidates: number, seats: number) => string;
  readonly listBasis: (method: string, candidates: number, places: number) => string;
  /** What a stage is about, as a title. */
  readonly titles: {
    readonly papers: string;
    readonly comparison: string;
    readonly list: string;
    readonly first: string;
    readonly stage: (stage: number) => string;
    readonly round: (stage: number, round: number) => string;
  };
  readonly elected: (names: ReadonlyArray<string>) => string;
  readonly listed: (names: ReadonlyArray<string>) => string;
  readonly unconstrained: (
    elected: ReadonlyArray<string>,
    displaced: ReadonlyArray<string>,
    instead: ReadonlyArray<string>,
  ) => string;
  readonly unconstrainedList: (order: ReadonlyArray<string>) => string;
  readonly moved: (candidate: string, from: number | undefined, to: number | undefined) => string;
  readonly notHouseMonotone: string;
  readonly otherwise: (places: number, elected: ReadonlyArray<string>) => string;
  readonly sentences: Sentences<
    RankedStep | Exclude<ListStep, RankedStep> | LotStep<RankedAbout | ListAbout>,
    CandidateNames
  >;
}
