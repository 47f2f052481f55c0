import type { Lot } from "../../count/lot.ts";
import { canonicalJson } from "../../exact/canonical.ts";
import { type Checks, inOrder, isObject } from "../../input.ts";
import { checkedNames } from "../names.ts";
import { isExact, sumOf } from "../votes.ts";
import { neededOf } from "./quota.ts";
import type { BoardAbout } from "./step.ts";

/** Ballots that count together: those with the same designation and the same names in the same order (LPV 14). */
export interface BoardGroup {
  readonly id: string;
  /** As written above the names. Given together with the names, for every group or for none. */
  readonly designation?: string;
  /** In the order of the ballots. Without names only the seats of each group are counted. */
  readonly names?: ReadonlyArray<string>;
  readonly votes: number;
}

/** What a record keeps of the input, the groups in order of id. */
export interface BoardInput {
  /** How many the election concerns. */
  readonly seats: number;
  readonly groups: ReadonlyArray<BoardGroup>;
  /** How many are present that may elect. Given together with `requested`. */
  readonly present?: number;
  /** How many of them ask for a proportional election. */
  readonly requested?: number;
}

/** A proportional election in a council or a board to be counted. */
export interface BoardElection {
  readonly seats: number;
  readonly groups: ReadonlyArray<BoardGroup>;
  readonly present?: number | undefined;
  readonly requested?: number | undefined;
  readonly lots?: ReadonlyArray<Lot<BoardAbout>> | undefined;
}

/** Those after as many as the election concerns are ignored (LPV 10). */
export const countingNames = (names: ReadonlyArray<string>, seats: number): ReadonlyArray<string> =>
  names.slice(0, seats);

const checkedGroup = (value: unknown, field: string, isNamed: boolean, checks: Checks): BoardGroup => {
  const { id, designation, names, votes } = checks.object(value, field);
  const group = {
    id: checks.text(id, `${field}.id`),
    votes: checks.whole(votes, `${field}.votes`, 0),
  };
  if (!isNamed) return group;
  if (Array.isArray(names) && names.length === 0) checks.problem(`${field}.names`, "none");
  return {
    ...group,
    designation: checks.text(designation, `${field}.designation`),
    names: checkedNames(names, `${field}.names`, checks),
  };
};

/** Groups with ids of their own and votes among them. */
const checkedGroups = (value: unknown, checks: Checks): ReadonlyArray<BoardGroup> => {
  const listed = checks.list(value, "groups");
  // what stands with one group has to stand with all
  const isNamed = listed.some((one) => isObject(one) && ("names" in one || "designation" in one));
  const groups = listed.map((one, at) => checkedGroup(one, `groups[${at}]`, isNamed, checks));
  checkIds(groups, checks);
  const votes = sumOf(groups.map(({ votes }) => votes));
  if (votes === 0) checks.problem("groups", "no votes");
  if (!isExact(votes)) checks.problem("groups", "votes above 2^53 - 1 in all");
  return groups;
};

/** No id stands with two groups. */
export const checkIds = (groups: ReadonlyArray<{ readonly id: string }>, checks: Checks): void => {
  const ids = groups.map(({ id }) => id);
  ids.forEach((id, at) => {
    if (id !== "" && ids.indexOf(id) < at) checks.problem(`groups[${at}].id`, "used before");
  });
};

/** Ballots of one designation with the same names are one group, whatever ids they are given. */
const checkDifferent = (groups: ReadonlyArray<BoardGroup>, seats: number, checks: Checks): void => {
  const ballots = groups.map(
    ({ designation, names }) => names && canonicalJson([designation, countingNames(names, seats)]),
  );
  ballots.forEach((one, at) => {
    if (one !== undefined && ballots.indexOf(one) < at)
      checks.problem(
        `groups[${at}]`,
        "the designation and the names of a group before it, so that they are one",
      );
  });
};

/** Reads a board's election; one that is not to be proportional is a problem. */
export const readBoard = (given: Readonly<Record<string, unknown>>, checks: Checks): BoardInput => {
  const seats = checks.whole(given.seats, "seats", 1);
  const listed = checkedGroups(given.groups, checks);
  const isAsked = given.present !== undefined || given.requested !== undefined;
  const present = isAsked ? checks.whole(given.present, "present", 1) : 0;
  const requested = isAsked ? checks.whole(given.requested, "requested", 0) : 0;
  checks.done();
  checkDifferent(listed, seats, checks);
  const groups = [...listed].sort((a, b) => inOrder(a.id, b.id));
  if (!isAsked) return { seats, groups };
  if (requested > present) checks.problem("requested", "more than those present");
  else if (requested < neededOf(present, seats))
    checks.problem("requested", "fewer than have to ask for a proportional election");
  if (sumOf(groups.map(({ votes }) => votes)) > present)
    checks.problem("groups", "more votes than those present");
  return { seats, groups, present, requested };
};
