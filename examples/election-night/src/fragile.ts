/** Which seats hang on the fewest votes. */
import type { Distance, Margin } from "@verksam/election-math/seats";

/** A party that so many votes stand between and more seats, or fewer. */
export interface Fragile {
  readonly party: string;
  /** Those it has, of the whole or of the constituency. */
  readonly seats: number;
  readonly votes: number;
  /** Where so many votes suffice, by id; nowhere fewer do. */
  readonly where: ReadonlyArray<string>;
}

export interface FragileSeats {
  /** Of all seats of a party. */
  readonly more: ReadonlyArray<Fragile>;
  readonly fewer: ReadonlyArray<Fragile>;
  /** Of the seats of a party in one constituency; none where there is only one. */
  readonly moreHere: ReadonlyArray<Fragile>;
  readonly fewerHere: ReadonlyArray<Fragile>;
}

/** So many of each are told. */
const most = 5;

export const fragileSeats = (margins: ReadonlyArray<Margin>): FragileSeats => {
  const isDivided = margins.some(({ constituency }) => constituency !== margins[0]?.constituency);
  const here = isDivided ? margins : [];
  return {
    more: fewest(perParty(margins, ({ toNext }) => toNext)),
    fewer: fewest(perParty(margins, ({ toLose }) => toLose)),
    moreHere: fewest(inOne(here, ({ toNext }) => toNext)),
    fewerHere: fewest(inOne(here, ({ toLose }) => toLose)),
  };
};

const fewest = (fragile: ReadonlyArray<Fragile>): ReadonlyArray<Fragile> =>
  fragile.toSorted((a, b) => a.votes - b.votes).slice(0, most);

type Votes = (distance: Distance) => number | undefined;

/** For each party the constituencies where the fewest votes change its seats in all. */
const perParty = (margins: ReadonlyArray<Margin>, votesOf: Votes): ReadonlyArray<Fragile> =>
  [...Map.groupBy(margins, ({ party }) => party)].flatMap(([party, own]) => {
    const least = Math.min(...own.map(({ all }) => votesOf(all) ?? Number.POSITIVE_INFINITY));
    const where = own.filter(({ all }) => votesOf(all) === least).map(({ constituency }) => constituency);
    return where.length === 0 ? [] : [{ party, seats: own[0]?.all.seats ?? 0, votes: least, where }];
  });

const inOne = (margins: ReadonlyArray<Margin>, votesOf: Votes): ReadonlyArray<Fragile> =>
  margins.flatMap(({ party, constituency, here }) => {
    const votes = votesOf(here);
    return votes === undefined ? [] : [{ party, seats: here.seats, votes, where: [constituency] }];
  });
