/** What a rule of counting ranked ballots knows and can. */
export interface RankedRule {
  /** Whether candidates may be ranked equal on a paper. */
  readonly hasEqualRanks: boolean;
  /** Whether it can keep to at least and at most so many of a group. */
  readonly hasConstraints: boolean;
  /** Whether it elects several; the others elect one. */
  readonly electsSeveral: boolean;
  /** Up to so many papers every sum of votes is exact in the decimals it has. */
  readonly mostPapers: number;
}

/** In five decimals, or none. */
export const mostPapers = 1_000_000_000;
/** In nine decimals. */
const mostKept = 9_007_199;

const transferable = { hasEqualRanks: false, hasConstraints: true, electsSeveral: true, mostPapers };
const ranking = { hasEqualRanks: true, hasConstraints: false, electsSeveral: true, mostPapers };

/** The rules this package counts ranked ballots by. */
export const rankedRules = {
  /** Scottish local elections (SSI 2011/399): weighted inclusive Gregory, five decimals, ties by earlier stages, latest first. */
  scottish: transferable,
  /** The same transfers in exact fractions: the quota is votes ÷ (seats + 1), and more than the quota is needed. */
  wigm: transferable,
  /** Newland and Britton, third edition 1997: the last parcel alone is transferred, two decimals. */
  ers97: { ...transferable, hasConstraints: false },
  /** Meek's method (Hill, Wichmann and Woodall 1987) in nine decimals. */
  meek: { ...transferable, hasEqualRanks: true, mostPapers: mostKept },
  /** Meek's method as New Zealand's calculator runs it (Local Electoral Regulations 2001, schedule 1A). */
  "meek-nz": { ...transferable, hasConstraints: false, mostPapers: mostKept },
  /** The lowest is excluded until one has more than half. */
  irv: { ...transferable, hasConstraints: false, electsSeveral: false },
  /** Schulze's method by winning votes. */
  schulze: ranking,
  /** Schulze's method by margins. */
  "schulze-margins": ranking,
  /** Tideman's ranked pairs by margins. */
  "ranked-pairs": ranking,
  /** Borda's points; who is ranked equal or not at all shares the points of their places. */
  borda: ranking,
  /** A vote for everybody on the paper. */
  approval: ranking,
} as const satisfies Readonly<Record<string, RankedRule>>;

export type RankedRulesId = keyof typeof rankedRules;

export const isRankedRules = (id: unknown): id is RankedRulesId =>
  typeof id === "string" && Object.hasOwn(rankedRules, id);

export const ruleOf = (id: RankedRulesId): RankedRule => rankedRules[id];
