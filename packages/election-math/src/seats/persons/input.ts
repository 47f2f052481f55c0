import type { Lot } from "../../count/lot.ts";
import { type Checks, inOrder } from "../../input.ts";
import { checkedNames } from "../names.ts";
import { isExact, sumOf, type Votes } from "../votes.ts";
import { type Ballots, checkedBallots, votesOf } from "./ballots.ts";
import type { Decimals } from "./order.ts";
import { isPersonRules, type PersonRulesId } from "./rules.ts";
import type { PersonsAbout } from "./step.ts";

/** What a record keeps of the input: candidates in order, equal ballots together. */
export interface PersonsInput {
  readonly rules: PersonRulesId;
  /** The party's seats in the constituency. */
  readonly seats: number;
  /** The party's votes in the constituency, ballots without names with them. */
  readonly votes: number;
  /** Personal votes by candidate. */
  readonly personal: Votes;
  readonly ballots: ReadonlyArray<Ballots>;
  readonly unavailable: ReadonlyArray<string>;
  readonly decimals: Decimals;
}

/** A party whose seats in one constituency are to be filled with persons. */
export interface PersonsElection {
  readonly rules: PersonRulesId;
  readonly seats: number;
  readonly votes: number;
  readonly personal: Votes;
  /** Every ballot with a name, the names in the order they stand; a name that somebody wrote in is one of them. */
  readonly ballots: ReadonlyArray<Ballots>;
  /** Who cannot be elected: their names are passed over. */
  readonly unavailable?: ReadonlyArray<string> | undefined;
  /** "two" where left out: quotients are cut after two decimals, as the act of 1972 said; whether today's does was not read. */
  readonly decimals?: Decimals | undefined;
  readonly lots?: ReadonlyArray<Lot<PersonsAbout>> | undefined;
}

export const checkedRules = (value: unknown, checks: Checks): PersonRulesId => {
  if (isPersonRules(value)) return value;
  checks.problem("rules", "not rules this package knows");
  return "se.persons.riksdag@2014";
};

/** Personal votes in order of candidate, those without any left out. */
export const checkedPersonal = (value: unknown, field: string, checks: Checks): Votes => {
  const given = Object.entries(checks.object(value, field));
  if (given.some(([candidate]) => candidate === "")) checks.problem(field, "a candidate without an id");
  // built from entries, so that no id can mean something else to an object
  return Object.fromEntries(
    given
      .sort(([a], [b]) => inOrder(a, b))
      .map(([candidate, votes]) => [candidate, checks.whole(votes, `${field}.${candidate}`, 0)] as const)
      .filter(([, votes]) => votes > 0),
  );
};

/** Reads a party's election of persons; what cannot be counted is a problem. */
export const readPersons = (given: Readonly<Record<string, unknown>>, checks: Checks): PersonsInput => {
  const { decimals = "two", unavailable: passed = [] } = given;
  const unavailable = checkedNames(passed, "unavailable", checks);
  const input = {
    rules: checkedRules(given.rules, checks),
    seats: checks.whole(given.seats, "seats", 1),
    votes: checks.whole(given.votes, "votes", 1),
    personal: checkedPersonal(given.personal, "personal", checks),
    ballots: checkedBallots(given.ballots, "ballots", checks),
    unavailable: [...unavailable].sort(inOrder),
    decimals: decimals === "exact" ? decimals : "two",
  } as const;
  if (decimals !== "two" && decimals !== "exact") checks.problem("decimals", 'not "two" or "exact"');
  checks.done();
  checkAgreement({ ...input, unavailable }, checks);
  return input;
};

/** Nobody has more votes than there are ballots that can hold them. */
const checkAgreement = ({ votes, personal, ballots, unavailable }: PersonsInput, checks: Checks): void => {
  const naming = new Map<string, number>();
  for (const { names, votes } of ballots)
    for (const name of names) naming.set(name, (naming.get(name) ?? 0) + votes);
  for (const [candidate, own] of Object.entries(personal)) {
    const named = naming.get(candidate);
    if (named === undefined) checks.problem(`personal.${candidate}`, "a candidate on no ballot");
    else if (own > named) checks.problem(`personal.${candidate}`, "more than the ballots with the name");
  }
  const marked = sumOf(Object.values(personal));
  if (marked > votes || !isExact(marked)) checks.problem("personal", "more than the party's votes in all");
  if (votesOf(ballots) > votes) checks.problem("ballots", "more than the party's votes");
  unavailable.forEach((name, at) => {
    if (!naming.has(name)) checks.problem(`unavailable[${at}]`, "a candidate on no ballot");
  });
};
