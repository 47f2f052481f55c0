import type { Lot } from "../../count/lot.ts";
import type { Checks } from "../../input.ts";
import { inOrder } from "../../input.ts";
import { meets, OTHER } from "../threshold.ts";
import { checkedVotes, isExact, sumOf, type Votes } from "../votes.ts";
import { type ElectionRules, type ElectionRulesId, electionRules, isElectionRules } from "./rules.ts";
import type { ElectionAbout } from "./step.ts";

/** Where votes become fixed seats. */
export interface Constituency {
  readonly id: string;
  readonly name?: string;
  /** As decided before the election. */
  readonly fixedSeats: number;
  /** The valid votes by party; every remaining party together under `OTHER`. */
  readonly votes: Votes;
}

/** What a record keeps of the input, the constituencies in order of id. */
export interface ElectionInput {
  readonly rules: ElectionRulesId;
  /** Fixed and adjustment seats together. */
  readonly totalSeats: number;
  readonly constituencies: ReadonlyArray<Constituency>;
}

/** A Swedish public election to be counted. */
export interface Election extends ElectionInput {
  readonly lots?: ReadonlyArray<Lot<ElectionAbout>> | undefined;
}

const checkedConstituency = (value: unknown, field: string, checks: Checks): Constituency => {
  const { id, name, fixedSeats, votes } = checks.object(value, field);
  const constituency = {
    id: checks.text(id, `${field}.id`),
    ...(name !== undefined && { name: checks.text(name, `${field}.name`) }),
    fixedSeats: checks.whole(fixedSeats, `${field}.fixedSeats`, 1),
    votes: checkedVotes(votes, `${field}.votes`, checks),
  };
  if (sumOf(Object.values(constituency.votes)) === 0) checks.problem(`${field}.votes`, "no votes");
  return constituency;
};

/** Reads an election; what cannot be counted by its rules is a problem. */
export const readElection = (given: Readonly<Record<string, unknown>>, checks: Checks): ElectionInput => {
  const id = given.rules;
  if (!isElectionRules(id)) checks.problem("rules", "not rules this package knows");
  const totalSeats = checks.whole(given.totalSeats, "totalSeats", 1);
  const listed = checks.list(given.constituencies, "constituencies");
  const constituencies = listed.map((one, at) => checkedConstituency(one, `constituencies[${at}]`, checks));
  if (listed.length === 0) checks.problem("constituencies", "none");
  const ids = constituencies.map(({ id }) => id);
  ids.forEach((id, at) => {
    if (ids.indexOf(id) < at) checks.problem(`constituencies[${at}].id`, "used before");
  });
  checks.done();
  const rules: ElectionRulesId = isElectionRules(id) ? id : "se.riksdag@2018";
  checkSeats(electionRules[rules], totalSeats, constituencies, checks);
  checkParties(electionRules[rules], totalSeats, constituencies, checks);
  return { rules, totalSeats, constituencies: constituencies.sort((a, b) => inOrder(a.id, b.id)) };
};

const fixedOf = (constituencies: ReadonlyArray<Constituency>): number =>
  sumOf(constituencies.map(({ fixedSeats }) => fixedSeats));

const checkSeats = (
  rules: ElectionRules,
  totalSeats: number,
  constituencies: ReadonlyArray<Constituency>,
  checks: Checks,
): void => {
  const fixed = fixedOf(constituencies);
  if (rules.constituencies === "one" && constituencies.length > 1)
    checks.problem("constituencies", "more than one, though these rules have one");
  if (fixed > totalSeats) checks.problem("totalSeats", "fewer than the fixed seats together");
  else if (rules.constituencies !== "several" && constituencies.length === 1 && fixed < totalSeats)
    checks.problem("totalSeats", "more than the fixed seats, though in one constituency every seat is fixed");
};

/** Somebody must be able to take the seats of every constituency, and those of the whole. */
const checkParties = (
  rules: ElectionRules,
  totalSeats: number,
  constituencies: ReadonlyArray<Constituency>,
  checks: Checks,
): void => {
  const { of } = tally(constituencies);
  if (!isExact(of)) checks.problem("constituencies", "votes above 2^53 - 1 in all");
  checks.done();
  const everywhere = new Set(takingPartEverywhere(rules, constituencies));
  if (everywhere.size === 0 && totalSeats > fixedOf(constituencies))
    checks.problem("constituencies", "no party is over the bar, so that adjustment seats would go to nobody");
  constituencies.forEach(({ votes }, at) => {
    if (takingPartIn(rules, votes, everywhere).length === 0)
      checks.problem(`constituencies[${at}].votes`, "no party here may take part");
  });
};

/** The votes of the whole, by party and in all. */
export const tally = (
  constituencies: ReadonlyArray<Pick<Constituency, "votes">>,
): { readonly votes: ReadonlyMap<string, number>; readonly of: number } => {
  const byParty = new Map<string, number>();
  for (const { votes } of constituencies)
    for (const [party, own] of Object.entries(votes)) byParty.set(party, (byParty.get(party) ?? 0) + own);
  const votes = new Map([...byParty].sort(([a], [b]) => inOrder(a, b)));
  return { votes, of: sumOf(votes.values()) };
};

/** The parties over the bar of the whole, in order of id. */
export const takingPartEverywhere = (
  { threshold }: ElectionRules,
  constituencies: ReadonlyArray<Pick<Constituency, "votes">>,
): ReadonlyArray<string> => {
  const { votes, of } = tally(constituencies);
  const share = threshold(constituencies.length > 1);
  return [...votes].flatMap(([party, own]) => (party !== OTHER && meets(own, of, share) ? [party] : []));
};

/** The parties with votes that take part in a constituency's fixed seats, in order of id. */
export const takingPartIn = (
  { localThreshold }: ElectionRules,
  votes: Votes,
  everywhere: ReadonlySet<string>,
): ReadonlyArray<readonly [party: string, votes: number]> => {
  const of = sumOf(Object.values(votes));
  return Object.entries(votes).filter(
    ([party, own]) =>
      party !== OTHER &&
      own > 0 &&
      (everywhere.has(party) || (localThreshold !== undefined && meets(own, of, localThreshold))),
  );
};
