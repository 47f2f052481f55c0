import type { Field } from "../allocator/field.ts";
import type { Checks } from "../input.ts";
import { type ElectionInput, readElection, tally } from "../seats/election/input.ts";
import { OTHER } from "../seats/threshold.ts";
import { sumOf, type Votes } from "../seats/votes.ts";
import { type CheckedLaw, type Law, readLaw } from "./law.ts";
import { type Poll, type Polled, readPolls } from "./polls.ts";
import { readNumber, readWithin } from "./reading.ts";

/**
 * A belief about the next election, as plain data. What is drawn, in this order:
 *
 * 1. National shares, by the law of `error` around the mean of the polls.
 * 2. A normal number for every party in every constituency, times `constituencyNoise`.
 *
 * The votes of the last election, times the party's swing, times exp of that number, are fitted in proportion so that the
 * national shares hold and every constituency keeps its number of votes, and rounded to whole votes. Who had no votes in a
 * constituency has none there in any draw. Whom no poll names is counted together with `OTHER` and gets no seat.
 */
export interface Model {
  /** The votes of the last election, with the rules and the seats of the one to come. */
  readonly election: ElectionInput;
  readonly polls: ReadonlyArray<Poll>;
  readonly error: Law;
  /** The standard deviation of the logarithm of a party's share in one constituency; 0 where it is left out, 0.04 is common. */
  readonly constituencyNoise?: number | undefined;
}

/** A model that was read without a problem. */
export interface CheckedModel {
  readonly field: Field;
  /** The votes of the last election, party by party in each constituency. */
  readonly base: Float64Array;
  readonly polled: Polled;
  readonly law: CheckedLaw;
  readonly noise: number;
}

/** Sets of parties are the bits of one number, and so are sets of such sets. */
export const mostParties = 16;

/** Seats are told in 16 bits. */
export const mostSeats = 2 ** 15 - 1;

export const readModel = (
  given: Readonly<Record<string, unknown>>,
  checks: Checks,
): CheckedModel | undefined => {
  const { constituencyNoise } = given;
  const noise =
    constituencyNoise === undefined ? 0 : readNumber(constituencyNoise, "constituencyNoise", [0, 2], checks);
  const election = readWithin(given.election, "election", checks, readElection);
  if (election === undefined) return undefined;
  const { votes } = tally(election.constituencies);
  const polled = readPolls(given.polls, votes, checks);
  if (polled === undefined) return undefined;
  const { parties } = polled;
  if (parties.filter((party) => party !== OTHER).length > mostParties)
    checks.problem("polls", `more than ${mostParties} parties beside ${OTHER}`);
  if (election.totalSeats > mostSeats) checks.problem("election.totalSeats", `above ${mostSeats}`);
  const law = readWithin(given.error, "error", checks, (error, own) => readLaw(error, polled, own));
  if (law === undefined) return undefined;
  const { rules, totalSeats, constituencies } = election;
  return {
    field: {
      rules,
      totalSeats,
      constituencies: constituencies.map(({ id, fixedSeats }) => ({ id, fixedSeats })),
      parties,
    },
    base: Float64Array.from(constituencies.flatMap(({ votes }) => votesOf(parties, votes))),
    polled,
    law,
    noise,
  };
};

/** The votes of those named, and of all others together where `OTHER` is among them. */
const votesOf = (parties: ReadonlyArray<string>, votes: Votes): ReadonlyArray<number> => {
  const named = parties.filter((party) => party !== OTHER);
  const own = named.map((party) => (Object.hasOwn(votes, party) ? (votes[party] ?? 0) : 0));
  return parties.length === named.length ? own : [...own, sumOf(Object.values(votes)) - sumOf(own)];
};
