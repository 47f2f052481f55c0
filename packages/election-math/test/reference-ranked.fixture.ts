/** What the small second implementations of ranked counts have in common: their input, and how a lot reaches them. */
import type { Paper, RankedProfile } from "./random-ranked.fixture.ts";

/** Whom the lot takes out of the tied; `about` in the words of the count. */
export type Choose = (among: ReadonlyArray<string>, about: string) => string;

export interface ReferenceResult {
  readonly elected: ReadonlyArray<string>;
  /** Votes at the end of the last stage, in units of which so many are a vote. */
  readonly votes?: readonly [votes: ReadonlyMap<string, bigint>, unit: bigint];
  readonly quota?: readonly [above: bigint, below: bigint];
  readonly ranking?: ReadonlyArray<ReadonlyArray<string>>;
}

/** The candidates who stand, and the papers that rank any of them, as if the withdrawn had never been listed. */
export const struck = ({ candidates, withdrawn, ballots }: RankedProfile) => ({
  standing: candidates.filter((one) => !withdrawn.includes(one)),
  papers: ballots.flatMap(({ weight, ranking }): ReadonlyArray<Paper> => {
    const left = ranking
      .map((group) => group.filter((one) => !withdrawn.includes(one)))
      .filter((group) => group.length > 0);
    return left.length > 0 ? [{ weight, ranking: left }] : [];
  }),
});

/** Those with the most, or the fewest. */
export const withMost = (among: ReadonlyArray<string>, of: (one: string) => bigint) =>
  among.filter((one) => among.every((other) => of(one) >= of(other)));
export const withFewest = (among: ReadonlyArray<string>, of: (one: string) => bigint) =>
  withMost(among, (one) => -of(one));
