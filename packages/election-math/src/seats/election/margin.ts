/** How many votes stand between a party and its next seat, or the loss of its last: found by counting again. */

import type { Lot } from "../../count/lot.ts";
import type { Fraction } from "../../exact/fraction.ts";
import { OTHER } from "../threshold.ts";
import { sumOf } from "../votes.ts";
import { tableOf } from "./cell.ts";
import { type Constituency, type ElectionInput, tally } from "./input.ts";
import { Recount, type Seats } from "./recount.ts";
import { type ElectionRules, electionRules } from "./rules.ts";
import type { ElectionAbout } from "./step.ts";

/** Whole numbers of votes that suffice however lots would fall; absent where no number does. */
export interface Distance {
  readonly seats: number;
  /** The fewest further votes with which the party has more of these seats. */
  readonly toNext?: number;
  /** The fewest lost votes with which it has fewer. */
  readonly toLose?: number;
}

/** A party's distances in votes of one constituency, everybody else's votes as they are. */
export interface Margin {
  readonly party: string;
  readonly constituency: string;
  /** Those it has there. */
  readonly votes: number;
  /** To a change of its seats in all constituencies. */
  readonly all: Distance;
  /** To a change of its fixed and adjustment seats in this constituency. */
  readonly here: Distance;
}

/** The distances of every party in every constituency, in order of constituency and party. */
export const marginsOf = (
  input: ElectionInput,
  lots: ReadonlyArray<Lot<ElectionAbout>>,
): ReadonlyArray<Margin> => {
  const { threshold, localThreshold }: ElectionRules = electionRules[input.rules];
  const { constituencies } = input;
  const { votes: whole, of: cast } = tally(constituencies);
  const taking = new Set(tableOf(input).cells.map(({ party }) => party));
  const among = new Recount(input, lots, taking);
  // fewer votes in all may bring others over a bar, so that every party must be told apart
  const everybody = new Recount(input, lots, whole.keys());
  const margin = (party: string, at: number, { id: constituency, votes }: Constituency): Margin => {
    // more votes in all leave whoever is below a bar below it
    const recount = taking.has(party) ? among : new Recount(input, lots, [...taking, party]);
    const own = Object.hasOwn(votes, party) ? (votes[party] ?? 0) : 0;
    const now = recount.seats(party, at, 0, "for");
    const bar = Math.min(
      toBar(whole.get(party) ?? 0, cast, threshold(constituencies.length > 1)),
      localThreshold === undefined ? cast : toBar(own, sumOf(Object.values(votes)), localThreshold),
    );
    const distance = (where: keyof Seats): Distance => {
      const has = now[where];
      const hasMore = (more: number) => recount.seats(party, at, more, "against")[where] > has;
      const hasFewer = (fewer: number) => everybody.seats(party, at, -fewer, "for")[where] < has;
      const toNext = isAtBar(hasMore, bar) ? bar : fewest(mostOf(cast), hasMore);
      const toLose = has === 0 ? undefined : fewest(own, hasFewer);
      return { seats: has, ...(toNext !== undefined && { toNext }), ...(toLose !== undefined && { toLose }) };
    };
    return { party, constituency, votes: own, all: distance("all"), here: distance("here") };
  };
  return constituencies.flatMap((constituency, at) =>
    [...whole.keys()].filter((party) => party !== OTHER).map((party) => margin(party, at, constituency)),
  );
};

/** With so many further votes a party outweighs all that were cast a thousandfold; more are not tried. */
const mostOf = (cast: number): number => Math.min(cast * 1000, Number.MAX_SAFE_INTEGER - cast);

/** The fewest further votes that bring a party to its bar, which they raise as well; below 1 where it is there. */
const toBar = (votes: number, of: number, { n, d }: Fraction): number => {
  const short = BigInt(of) * n - BigInt(votes) * d;
  return Number((short + d - n - 1n) / (d - n));
};

/** Whether it is the bar that keeps a party from more: the usual case for a small one, and then there is nothing to search. */
const isAtBar = (holds: (number: number) => boolean, bar: number): boolean =>
  bar >= 1 && holds(bar) && !(bar > 1 && holds(bar - 1));

/** The smallest number from 1 to `most` that holds, where all greater ones hold too. */
const fewest = (most: number, holds: (number: number) => boolean): number | undefined => {
  let above = 1;
  while (above < most && !holds(above)) above = Math.min(above * 2, most);
  if (above >= most && (most < 1 || !holds(most))) return undefined;
  let below = Math.floor(above / 2);
  while (above - below > 1) {
    const middle = below + Math.floor((above - below) / 2);
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
};
