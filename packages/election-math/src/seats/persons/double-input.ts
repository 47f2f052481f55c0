import type { Lot } from "../../count/lot.ts";
import type { FractionText } from "../../exact/fraction.ts";
import { readFraction } from "../../exact/fraction.ts";
import { type Checks, inOrder } from "../../input.ts";
import { checkedNames } from "../names.ts";
import { type Ballots, checkedBallots } from "./ballots.ts";
import type { DoubleElectionsAbout } from "./double-step.ts";
import { checkedRules } from "./input.ts";
import type { PersonRulesId } from "./rules.ts";

/** Somebody with a seat, by what, and with the ballots that counted. */
export interface Seated {
  readonly candidate: string;
  readonly by: "personalVotes" | "order" | "refilling";
  /** The personal votes, the comparison number, or the votes in the count that refilled the seat. */
  readonly number: FractionText;
  readonly counted: ReadonlyArray<Ballots>;
}

/** A party's elected in one constituency. */
export interface ElectedIn {
  readonly id: string;
  /** In order of place, as the election of persons has them. */
  readonly elected: ReadonlyArray<Seated>;
}

/** What a record keeps of the input, the constituencies in order of id. */
export interface DoubleElectionsInput {
  readonly rules: PersonRulesId;
  readonly constituencies: ReadonlyArray<ElectedIn>;
  readonly unavailable: ReadonlyArray<string>;
}

/** A party's elected in all constituencies, some of them perhaps in several. */
export interface DoubleElections {
  readonly rules: PersonRulesId;
  readonly constituencies: ReadonlyArray<ElectedIn>;
  /** Who cannot be elected: their names are passed over. */
  readonly unavailable?: ReadonlyArray<string> | undefined;
  readonly lots?: ReadonlyArray<Lot<DoubleElectionsAbout>> | undefined;
}

const checkedSeated = (value: unknown, field: string, checks: Checks): Seated => {
  const { candidate, by, number, counted } = checks.object(value, field);
  const isBy = by === "personalVotes" || by === "order" || by === "refilling";
  if (!isBy) checks.problem(`${field}.by`, 'not "personalVotes", "order" or "refilling"');
  const text = typeof number === "string" ? number : "";
  if (!readFraction(text)) checks.problem(`${field}.number`, "not a whole number or a fraction as text");
  return {
    candidate: checks.text(candidate, `${field}.candidate`),
    by: isBy ? by : "order",
    number: text,
    counted: checkedBallots(counted, `${field}.counted`, checks),
  };
};

const checkedElectedIn = (value: unknown, field: string, checks: Checks): ElectedIn => {
  const { id, elected } = checks.object(value, field);
  const listed = checks
    .list(elected, `${field}.elected`)
    .map((one, at) => checkedSeated(one, `${field}.elected[${at}]`, checks));
  const candidates = listed.map(({ candidate }) => candidate);
  candidates.forEach((candidate, at) => {
    if (candidate !== "" && candidates.indexOf(candidate) < at)
      checks.problem(`${field}.elected[${at}].candidate`, "named before");
  });
  return { id: checks.text(id, `${field}.id`), elected: listed };
};

/** Reads a party's elected; what cannot be counted is a problem. */
export const readDoubleElections = (
  given: Readonly<Record<string, unknown>>,
  checks: Checks,
): DoubleElectionsInput => {
  const { unavailable = [] } = given;
  const rules = checkedRules(given.rules, checks);
  const listed = checks.list(given.constituencies, "constituencies");
  const constituencies = listed.map((one, at) => checkedElectedIn(one, `constituencies[${at}]`, checks));
  const ids = constituencies.map(({ id }) => id);
  ids.forEach((id, at) => {
    if (id !== "" && ids.indexOf(id) < at) checks.problem(`constituencies[${at}].id`, "used before");
  });
  const passed = [...checkedNames(unavailable, "unavailable", checks)].sort(inOrder);
  return {
    rules,
    constituencies: constituencies.sort((a, b) => inOrder(a.id, b.id)),
    unavailable: passed,
  };
};
