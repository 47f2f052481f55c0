import type { Lot } from "../../count/lot.ts";
import { type FractionText, fractionOf, fractionText, type Ratio } from "../../exact/fraction.ts";
import { type Checks, inOrder } from "../../input.ts";
import { checkedNames } from "../names.ts";
import type { Votes } from "../votes.ts";
import { type Ballots, checkedBallots } from "./ballots.ts";
import { checkedPersonal, checkedRules } from "./input.ts";
import { type PersonRules, type PersonRulesId, personRules } from "./rules.ts";
import type { SubstitutesAbout } from "./substitute-step.ts";

/** Somebody elected, with the ballots that counted for it. */
export interface Member {
  readonly candidate: string;
  readonly counted: ReadonlyArray<Ballots>;
}

/** What a record keeps of the input: the members in order of place, equal ballots together. */
export interface SubstitutesInput {
  readonly rules: PersonRulesId;
  /** The party's seats in the constituency, those that nobody fills with them. */
  readonly seats: number;
  readonly members: ReadonlyArray<Member>;
  readonly unavailable: ReadonlyArray<string>;
  readonly share?: FractionText;
  readonly qualified?: Votes;
  readonly reserve?: string;
}

/** A party's members in one constituency for whom substitutes are to be found. */
export interface SubstitutesElection {
  readonly rules: PersonRulesId;
  /** The party's seats in the constituency, those that nobody fills with them. */
  readonly seats: number;
  /** In order of place, as the election of persons has them. */
  readonly members: ReadonlyArray<Member>;
  /** Who cannot be a substitute: members of other constituencies, and who cannot be elected. Members here are known. */
  readonly unavailable?: ReadonlyArray<string> | undefined;
  /** The share of the seats that a municipality's council has decided, at most half; in other elections left out. */
  readonly share?: Ratio | undefined;
  /** In a municipality the personal votes of those over the bar; in other elections left out. */
  readonly qualified?: Votes | undefined;
  /**
   * Who is next in turn for a seat of the party, here or where a further seat would go: the one `electPersons` elects
   * with a seat more. In a municipality left out.
   */
  readonly reserve?: string | undefined;
  readonly lots?: ReadonlyArray<Lot<SubstitutesAbout>> | undefined;
}

const checkedShare = (value: unknown, checks: Checks): FractionText => {
  const share = typeof value === "string" || typeof value === "number" ? fractionOf(value) : undefined;
  if (share !== undefined && share.n > 0n && 2n * share.n <= share.d) return fractionText(share);
  checks.problem("share", "not a share above 0 and at most one half");
  return "1/2";
};

const checkedMember = (value: unknown, field: string, checks: Checks): Member => {
  const { candidate, counted } = checks.object(value, field);
  const member = {
    candidate: checks.text(candidate, `${field}.candidate`),
    counted: checkedBallots(counted, `${field}.counted`, checks),
  };
  if (member.counted.some(({ names }) => !names.includes(member.candidate)))
    checks.problem(`${field}.counted`, "ballots without the member's name");
  return member;
};

/** Reads the members of a party in a constituency; what their rules do not ask for is a problem too. */
export const readSubstitutes = (
  given: Readonly<Record<string, unknown>>,
  checks: Checks,
): SubstitutesInput => {
  const { unavailable: passed = [], qualified = {} } = given;
  const rules = checkedRules(given.rules, checks);
  const seats = checks.whole(given.seats, "seats", 1);
  const listed = checks.list(given.members, "members");
  const members = listed.map((one, at) => checkedMember(one, `members[${at}]`, checks));
  const candidates = members.map(({ candidate }) => candidate);
  candidates.forEach((candidate, at) => {
    if (candidate !== "" && candidates.indexOf(candidate) < at)
      checks.problem(`members[${at}].candidate`, "named before");
  });
  if (listed.length > seats && seats > 0) checks.problem("members", "more than the seats");
  const unavailable = checkedNames(passed, "unavailable", checks);
  const { substitutes }: PersonRules = personRules[rules];
  const isShared = substitutes === "shareOfSeats";
  for (const field of isShared ? ["reserve"] : ["share", "qualified"])
    if (given[field] !== undefined) checks.problem(field, "not asked for by these rules");
  const input = { rules, seats, members, unavailable: [...unavailable].sort(inOrder) };
  if (isShared) {
    const share = checkedShare(given.share, checks);
    return { ...input, share, qualified: checkedPersonal(qualified, "qualified", checks) };
  }
  if (given.reserve === undefined) return input;
  const reserve = checks.text(given.reserve, "reserve");
  if (candidates.includes(reserve) || unavailable.includes(reserve))
    checks.problem("reserve", "a member, or somebody who cannot be one");
  return { ...input, reserve };
};
