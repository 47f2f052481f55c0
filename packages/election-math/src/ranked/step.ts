/** Votes by candidate, whoever has any; whole, decimal or fraction as the rule reckons. */
export type VotesText = Readonly<Record<string, string>>;

/** How many papers were valid, and how many ranked nobody who stands. */
export interface PapersStep {
  readonly kind: "papers";
  readonly valid: number;
  readonly blank: number;
}

/** How many votes elect. */
export interface QuotaStep {
  readonly kind: "rankedQuota";
  readonly votes: string;
  readonly seats: number;
  readonly quota: string;
}

/** What everybody has when a stage is over. */
interface Standing {
  /** From 1, the first preferences. */
  readonly stage: number;
  readonly votes: VotesText;
  /** The votes of papers that have no further candidate, and what was cut off. */
  readonly nonTransferable: string;
}

export interface FirstPreferencesStep extends Standing {
  readonly kind: "firstPreferences";
}

/** Papers of one value that were moved together. */
export interface Parcel {
  readonly papers: number;
  /** What one was worth, and is worth now. */
  readonly value: string;
  readonly newValue: string;
  /** How many papers went to whom. */
  readonly to: Readonly<Record<string, number>>;
  /** Papers without a further candidate. */
  readonly exhausted: number;
}

/** What an elected candidate has beyond the quota goes on to the next preferences. */
export interface SurplusStep extends Standing {
  readonly kind: "surplus";
  readonly from: string;
  readonly had: string;
  readonly surplus: string;
  readonly parcels: ReadonlyArray<Parcel>;
}

/** Candidates with the fewest votes are excluded, and their papers go on. */
export interface ExclusionStep extends Standing {
  readonly kind: "exclusion";
  readonly excluded: ReadonlyArray<{ readonly candidate: string; readonly votes: string }>;
  readonly why: "lowest" | "doomed";
  readonly parcels: ReadonlyArray<Parcel>;
}

/** A count by what each elected candidate keeps of a paper that comes to it; nine decimals. */
export interface KeepRoundStep extends Standing {
  readonly kind: "keepRound";
  /** Which round it is, from 1: those in which keep values fall, and nothing else happens, are no stages. */
  readonly round: number;
  readonly quota: string;
  /** By elected candidate; whoever is not elected keeps all. */
  readonly keep: VotesText;
  /** What the elected have above the quota together. */
  readonly surplus: string;
}

/** Candidates are excluded from the rounds that follow. */
export interface KeepExclusionStep {
  readonly kind: "keepExclusion";
  readonly round: number;
  readonly excluded: ReadonlyArray<{ readonly candidate: string; readonly votes: string }>;
  /** Has the fewest votes; cannot overtake the next with all surplus; has none; a constraint leaves no place. */
  readonly why: "lowest" | "cannotOvertake" | "noVotes" | "doomed";
}

/** The numbers that break ties under New Zealand's rules, drawn before the count from the numbers of candidates, seats and papers. */
export interface TieNumbersStep {
  readonly kind: "tieNumbers";
  readonly numbers: Readonly<Record<string, number>>;
}

/** Equal votes told apart by those numbers. */
export interface TieNumberStep {
  readonly kind: "tieNumber";
  readonly among: ReadonlyArray<string>;
  readonly taken: string;
}

/** A candidate is elected at the end of a stage. */
export interface ElectedStep {
  readonly kind: "elected";
  readonly stage: number;
  readonly candidate: string;
  readonly votes: string;
  /** By votes; or since no more stand than there are places. */
  readonly why: "quota" | "remaining";
}

/** Equal votes told apart by what the tied had at another stage. */
export interface EarlierStageStep {
  readonly kind: "earlierStage";
  readonly among: ReadonlyArray<string>;
  readonly taken: string;
  readonly stage: number;
}

/** Equal votes where it makes no difference to who is elected which of them is taken: the first told of is. */
export interface IdleTieStep {
  readonly kind: "idleTie";
  readonly among: ReadonlyArray<string>;
  readonly taken: string;
}

/** A constraint leaves no choice any more: a guarded candidate may not be excluded, a doomed one not be elected. */
export interface ConstraintStep {
  readonly kind: "guarded" | "doomed";
  readonly candidate: string;
}

/** Every pair of candidates once, the one with more votes first. */
export interface PairwiseStep {
  readonly kind: "pairwise";
  readonly pairs: ReadonlyArray<{
    readonly candidate: string;
    readonly over: string;
    /** How many papers rank the one above the other. */
    readonly votes: number;
    readonly against: number;
  }>;
}

/** The strongest path of victories between candidates, where there is one; as strong as its weakest victory. */
export interface StrongestPathsStep {
  readonly kind: "strongestPaths";
  readonly paths: ReadonlyArray<{ readonly from: string; readonly to: string; readonly strength: number }>;
}

/** A victory that counts from now on, or that does not since it would close a circle with those that do. */
export interface VictoryStep {
  readonly kind: "locked" | "skipped";
  readonly candidate: string;
  readonly over: string;
  readonly margin: number;
}

/** Points by candidate; whole or with a half. */
export interface PointsStep {
  readonly kind: "points";
  readonly points: VotesText;
}

/** A candidate takes the next place of a ranking. */
export interface PlacedStep {
  readonly kind: "placed";
  /** From 1. */
  readonly place: number;
  readonly candidate: string;
}

/** A step of a count of ranked ballots. */
export type RankedStep =
  | PapersStep
  | QuotaStep
  | FirstPreferencesStep
  | SurplusStep
  | ExclusionStep
  | ElectedStep
  | KeepRoundStep
  | KeepExclusionStep
  | TieNumbersStep
  | TieNumberStep
  | EarlierStageStep
  | ConstraintStep
  | PairwiseStep
  | StrongestPathsStep
  | VictoryStep
  | PointsStep
  | PlacedStep
  | IdleTieStep;

/** What a lot is about: whose surplus goes first, who is excluded or elected, or which of equal victories is locked first (pairs). */
export type RankedAbout = {
  readonly kind: "surplusFirst" | "excluded" | "electedFirst" | "lockedFirst";
  readonly stage: number;
  readonly votes: string;
};
