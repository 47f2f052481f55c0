import { Allocator } from "../allocator/allocator.ts";
import type { Field } from "../allocator/field.ts";
import { Checks, isObject } from "../input.ts";
import { readElection } from "../seats/election/input.ts";
import { OTHER } from "../seats/threshold.ts";
import { mostSeats } from "./model.ts";
import { readWithin } from "./reading.ts";

/** The seats of many elections. */
export interface Allocated {
  /** Election by election, in each by party; 0 for all where an election is undecided. */
  readonly totals: Int16Array;
  /** The fixed seats where they are placed, laid out as the votes. */
  readonly fixed: Int16Array;
  /** The adjustment seats where they are placed, laid out as the votes. */
  readonly adjustment: Int16Array;
  /** The positions of the elections that need a lot or cannot be counted: `electionAt` makes them for `swedishElection`. */
  readonly undecided: ReadonlyArray<number>;
}

/**
 * Counts elections of one field on numbers alone, some microseconds each and as exactly as `swedishElection`. Their votes
 * come election by election, in each constituency by constituency, in each of these by party. It keeps nothing, so that
 * workers may share the elections as they like. Throws `InvalidInput`.
 */
export const allocateMany = (field: Field, votes: Float64Array): Allocated => {
  const checks = new Checks();
  checkField(field, checks);
  if (!(votes instanceof Float64Array)) checks.problem("votes", "not a Float64Array");
  checks.done();
  const parties = field.parties.length;
  const cells = parties * field.constituencies.length;
  if (votes.length % cells !== 0) checks.problem("votes", "not a whole number of elections");
  const wrong = placeOfNoNumber(votes);
  if (wrong >= 0) checks.problem(`votes[${wrong}]`, "not a whole number from 0 to 2^53 - 1");
  checks.done();
  const allocator = new Allocator(field);
  const count = votes.length / cells;
  const totals = new Int16Array(count * parties);
  const [fixed, adjustment] = [new Int16Array(votes.length), new Int16Array(votes.length)];
  const undecided: Array<number> = [];
  for (let election = 0; election < count; election++)
    if (allocator.allocate(votes, election * cells)) {
      totals.set(allocator.totals, election * parties);
      fixed.set(allocator.fixed, election * cells);
      adjustment.set(allocator.adjustment, election * cells);
    } else undecided.push(election);
  return { totals, fixed, adjustment, undecided };
};

/** Where the first stands that is no number of votes, -1 where there is none; a loop, since it is as long as the counting is quick. */
const placeOfNoNumber = (votes: Float64Array): number => {
  for (let cell = 0; cell < votes.length; cell++) {
    const own = votes[cell] as number;
    if (!(own >= 0 && own <= Number.MAX_SAFE_INTEGER && Math.floor(own) === own)) return cell;
  }
  return -1;
};

/** A field is that of an election: it is read as one in which a single party has all votes. */
const checkField = (field: unknown, checks: Checks): void => {
  const { totalSeats, constituencies, parties } = checks.object(field, "field");
  const names = checks.list(parties, "field.parties");
  names.forEach((party, at) => {
    checks.text(party, `field.parties[${at}]`);
    if (names.indexOf(party) < at) checks.problem(`field.parties[${at}]`, "named before");
  });
  const winner = names.find((party) => typeof party === "string" && party !== "" && party !== OTHER);
  if (winner === undefined) checks.problem("field.parties", `none beside ${OTHER}`);
  if (typeof totalSeats === "number" && totalSeats > mostSeats)
    checks.problem("field.totalSeats", `above ${mostSeats}`);
  const votes = Object.fromEntries([[winner ?? "A", 1]]);
  const election = {
    ...checks.object(field, "field"),
    constituencies: Array.isArray(constituencies)
      ? constituencies.map((one: unknown) => (isObject(one) ? { ...one, votes } : one))
      : constituencies,
  };
  readWithin(election, "field", checks, readElection);
};
