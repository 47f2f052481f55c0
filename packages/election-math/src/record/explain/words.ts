import type { LotStep } from "../../count/lot.ts";
import type { ApportionmentAbout, ApportionmentStep } from "../../seats/apportion.ts";
import type { ElectionInput } from "../../seats/election/input.ts";
import type { ElectionAbout, ElectionStep } from "../../seats/election/step.ts";
import type { CouncilWords } from "./council-words.ts";
import type { RankedWords } from "./ranked-words.ts";

/** The languages a record is explained in. */
export type Language = "sv" | "en";

/** A part of an explanation. */
export interface Chapter {
  readonly title: string;
  /** In the order of the steps they tell of. */
  readonly sentences: ReadonlyArray<string>;
}

/** One sentence for each kind of step. */
export type Sentences<Step extends { readonly kind: string }, Context> = {
  readonly [Kind in Step["kind"]]: (step: Extract<Step, { readonly kind: Kind }>, context: Context) => string;
};

/** What the ids of an election stand for. */
export interface Names {
  readonly constituency: (id: string) => string;
}

/** Every word of an explanation in one language. */
export interface Words {
  readonly ranked: RankedWords;
  readonly council: CouncilWords;
  readonly total: (totals: Readonly<Record<string, number>>) => string;
  readonly seal: (seal: string) => string;
  readonly result: string;
  readonly basis: string;
  readonly apportionment: {
    readonly basis: (method: string, seats: number, votes: number) => string;
    readonly titles: Readonly<Record<"thresholds" | "seats", string>>;
    readonly sentences: Sentences<ApportionmentStep | LotStep<ApportionmentAbout>, undefined>;
  };
  readonly election: {
    readonly basis: (input: ElectionInput) => ReadonlyArray<string>;
    readonly titles: {
      readonly thresholds: string;
      readonly fixedSeats: (constituency: string) => string;
      readonly whole: string;
      readonly returned: string;
      readonly setAside: string;
      readonly adjustmentSeats: (party: string) => string;
    };
    readonly sentences: Sentences<ElectionStep | LotStep<ElectionAbout>, Names>;
  };
}
