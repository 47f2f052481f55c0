import { type AnswerOf, answering, type Count, type RecordOf } from "../../count/count.ts";
import { type Counting, chosen } from "../../count/counting.ts";
import type { Lot } from "../../count/lot.ts";
import { type Checks, inOrder } from "../../input.ts";
import { checkedNames } from "../names.ts";
import { type BoardGroup, checkIds } from "./input.ts";

/** A group of ballots that substitutes were elected from. */
export interface SubstituteGroup {
  readonly id: string;
  readonly designation: string;
  readonly votes: number;
  /** Those elected for the group, in the order of its ballots. */
  readonly names: ReadonlyArray<string>;
}

/** What a record keeps of the input: the designations in order, the groups in order of id. */
export interface BoardSubstitutesInput {
  readonly designations: ReadonlyArray<string>;
  readonly groups: ReadonlyArray<SubstituteGroup>;
}

/** Elected substitutes to be put in the order in which they serve. */
export interface BoardSubstitutes {
  /** Those of the groups that the members were elected from. */
  readonly designations: ReadonlyArray<string>;
  /** As the answer to the substitutes' own election has them, each with its designation and its names. */
  readonly groups: ReadonlyArray<BoardGroup>;
  readonly lots?: ReadonlyArray<Lot<BoardSubstitutesAbout>> | undefined;
}

/** The place of a group among the groups, by its votes. */
export interface ServingGroupStep {
  readonly kind: "servingGroup";
  /** From 1. */
  readonly rank: number;
  readonly group: string;
  readonly votes: number;
  readonly law: string;
}

/** Who serves for an absent member of a group with that designation, the first who can. */
export interface ServingStep {
  readonly kind: "serving";
  readonly designation: string;
  readonly names: ReadonlyArray<string>;
  readonly law: string;
}

export type BoardSubstitutesStep = ServingGroupStep | ServingStep;

/** Which of the groups with equal votes comes first. */
export interface BoardSubstitutesAbout {
  readonly kind: "servingGroup";
  readonly rank: number;
  readonly votes: number;
}

/** For each designation, in order, the substitutes in the order in which they serve. */
export interface BoardSubstitutesResult {
  readonly order: ReadonlyArray<{ readonly designation: string; readonly names: ReadonlyArray<string> }>;
}

const checkedGroup = (value: unknown, field: string, checks: Checks): SubstituteGroup => {
  const { id, designation, votes, names } = checks.object(value, field);
  return {
    id: checks.text(id, `${field}.id`),
    designation: checks.text(designation, `${field}.designation`),
    votes: checks.whole(votes, `${field}.votes`, 0),
    names: checkedNames(names, `${field}.names`, checks),
  };
};

const read = (given: Readonly<Record<string, unknown>>, checks: Checks): BoardSubstitutesInput => {
  const designations = checks
    .list(given.designations, "designations")
    .map((one, at) => checks.text(one, `designations[${at}]`));
  const listed = checks.list(given.groups, "groups");
  const groups = listed.map((one, at) => checkedGroup(one, `groups[${at}]`, checks));
  checkIds(groups, checks);
  groups.forEach(({ names }, at) => {
    const before = new Set(groups.slice(0, at).flatMap(({ names }) => names));
    if (names.some((name) => before.has(name)))
      checks.problem(`groups[${at}].names`, "somebody of a group before it");
  });
  return {
    designations: [...new Set(designations)].sort(inOrder),
    groups: groups.sort((a, b) => inOrder(a.id, b.id)),
  };
};

function* count({
  designations,
  groups,
}: BoardSubstitutesInput): Counting<BoardSubstitutesStep, BoardSubstitutesAbout, BoardSubstitutesResult> {
  const ranked: Array<SubstituteGroup> = [];
  const waiting = groups.filter(({ names }) => names.length > 0);
  while (waiting.length > 0) {
    const votes = Math.max(...waiting.map(({ votes }) => votes));
    const tied = waiting.filter((group) => group.votes === votes);
    const rank = ranked.length + 1;
    const first = yield* chosen(
      tied,
      designations.some((designation) => isOpen(tied, designation)) ? 1 : tied.length,
      ({ id }) => id,
      (): BoardSubstitutesAbout => ({ kind: "servingGroup", rank, votes }),
    );
    if (first === undefined) break;
    yield { kind: "servingGroup", rank, group: first.id, votes, law: "LPV 22" };
    ranked.push(first);
    waiting.splice(waiting.indexOf(first), 1);
  }
  const order = designations.map((designation) => {
    const own = ranked.filter((group) => group.designation === designation);
    const others = ranked.filter((group) => group.designation !== designation);
    return { designation, names: [...own, ...others].flatMap(({ names }) => names) };
  });
  for (const { designation, names } of order) yield { kind: "serving", designation, names, law: "LPV 22" };
  return { order };
}

/** Whether groups with equal votes compete to serve for one designation: two of its own, or two of the others. */
const isOpen = (tied: ReadonlyArray<SubstituteGroup>, designation: string): boolean => {
  const own = tied.filter((group) => group.designation === designation).length;
  return own > 1 || tied.length - own > 1;
};

export const boardSubstitutesCount: Count<
  "boardSubstitutes",
  BoardSubstitutesInput,
  BoardSubstitutesStep,
  BoardSubstitutesAbout,
  BoardSubstitutesResult
> = { kind: "boardSubstitutes", read, rules: () => "se.board@2022", count };

export type BoardSubstitutesRecord = RecordOf<typeof boardSubstitutesCount>;

export type BoardSubstitutesAnswer = AnswerOf<typeof boardSubstitutesCount>;

/**
 * The order in which substitutes of a proportional election serve (LPV 22): those with the absent member's designation,
 * then group by group as they have votes, within a group as its ballots name them. Where two groups have the member's
 * designation the law is silent; their votes decide here too. Stops with `needsLot` at equal votes. Throws `InvalidInput`.
 */
export const boardSubstitutes = (given: BoardSubstitutes): BoardSubstitutesAnswer =>
  answering(boardSubstitutesCount, given);
