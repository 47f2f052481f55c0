import type { IdleTieStep, PapersStep, RankedStep } from "../ranked/step.ts";

/** A candidate gets the next place, with the number that was the best among those who could. */
export interface ListedStep {
  readonly kind: "listed";
  /** From 1. */
  readonly place: number;
  readonly candidate: string;
  /** What decided, as the method reckons it; absent where a ranking already told the order. */
  readonly number?: string;
  /** The best of the others; absent where there were none. */
  readonly next?: { readonly candidate: string; readonly number: string };
}

/** Candidates who would have been next, passed over since a constraint could no longer be kept with them. */
export interface PassedOverStep {
  readonly kind: "passedOver";
  readonly place: number;
  readonly candidates: ReadonlyArray<string>;
}

/** The order within one group, before the groups are woven into each other. */
export interface GroupOrderStep {
  readonly kind: "groupOrder";
  readonly group: string;
  readonly order: ReadonlyArray<string>;
}

/** Which group has the first place, and how that was decided. */
export interface StartsStep {
  readonly kind: "starts";
  readonly group: string;
  readonly by: "rule" | "firstInAll" | "lot";
}

/** A count by transferable votes for so many places, and who was not elected in it. */
export interface LastPlaceStep {
  readonly kind: "lastPlace";
  readonly places: number;
  readonly elected: ReadonlyArray<string>;
  readonly candidate: string;
}

export type ListStep =
  | PapersStep
  | ListedStep
  | PassedOverStep
  | GroupOrderStep
  | StartsStep
  | LastPlaceStep
  | IdleTieStep
  | RankedStep;

/** What a lot is about: who gets a place, which group starts; or what a lot within a count by ranked ballots is about. */
export type ListAbout =
  | { readonly kind: "listPlace"; readonly place: number; readonly group?: string; readonly number: string }
  | { readonly kind: "start" }
  | {
      readonly kind: "surplusFirst" | "excluded" | "electedFirst" | "lockedFirst";
      readonly stage: number;
      readonly votes: string;
    };
