import { type AnswerOf, answering, type Count, type RecordOf } from "../../count/count.ts";
import type { Counting } from "../../count/counting.ts";
import type { Lot } from "../../count/lot.ts";
import type { FractionText } from "../../exact/fraction.ts";
import { type Checks, inOrder } from "../../input.ts";
import {
  byQuota,
  type QuotaAbout,
  type QuotaStep,
  type RemainderStep,
  type WholeQuotasStep,
} from "../quota.ts";
import { isExact, sumOf } from "../votes.ts";

/** The statute that spreads fixed seats over constituencies, by the rules' id; VL is the Elections Act (2005:837). */
const laws = {
  "se.fixed-seats.riksdag@2006": "VL 4:3",
  "se.fixed-seats.region@2006": "VL 4:10",
  // "VL 4" alone: which section of the chapter says it was not verified
  "se.fixed-seats.municipality@2006": "VL 4",
} as const satisfies Readonly<Record<string, string>>;

/** Rules with their version: the year of the first election under the act. */
export type FixedSeatsRulesId = keyof typeof laws;

/** What a record keeps of the input, the constituencies in order of id. */
export interface FixedSeatsInput {
  readonly rules: FixedSeatsRulesId;
  /** How many may vote, by constituency: whole numbers. */
  readonly electorates: Readonly<Record<string, number>>;
  /** The fixed seats of all constituencies together. */
  readonly seats: number;
}

/** Fixed seats to be spread over the constituencies of an election. */
export interface FixedSeats extends FixedSeatsInput {
  readonly lots?: ReadonlyArray<Lot<FixedSeatsAbout>> | undefined;
}

/** How many of those who may vote there are to a seat. */
export interface ElectorateQuotaStep {
  readonly kind: "electorateQuota";
  readonly electorate: number;
  readonly seats: number;
  readonly quota: FractionText;
  readonly law: string;
}

/** A seat for each time a constituency's electorate holds the quota, and what is left over. */
export interface EvenSeatsStep {
  readonly kind: "evenSeats";
  readonly constituency: string;
  readonly electorate: number;
  readonly seats: number;
  readonly surplus: FractionText;
  readonly law: string;
}

/** A seat for the largest of the surpluses. */
export interface SurplusSeatStep {
  readonly kind: "surplusSeat";
  readonly to: string;
  readonly surplus: FractionText;
  readonly law: string;
}

export type FixedSeatsStep = ElectorateQuotaStep | EvenSeatsStep | SurplusSeatStep;

/** Which of the constituencies with equal surpluses gets the next seat. */
export interface FixedSeatsAbout {
  readonly kind: "surplusSeat";
  readonly surplus: FractionText;
}

/** The fixed seats of every constituency, also of one that gets none. */
export interface FixedSeatsResult {
  readonly seats: Readonly<Record<string, number>>;
}

const isRules = (id: unknown): id is FixedSeatsRulesId => typeof id === "string" && Object.hasOwn(laws, id);

const read = (given: Readonly<Record<string, unknown>>, checks: Checks): FixedSeatsInput => {
  const rules = isRules(given.rules) ? given.rules : "se.fixed-seats.riksdag@2006";
  if (!isRules(given.rules)) checks.problem("rules", "not rules this package knows");
  const listed = Object.entries(checks.object(given.electorates, "electorates"));
  if (listed.some(([id]) => id === "")) checks.problem("electorates", "a constituency without an id");
  const electorates = listed
    .sort(([a], [b]) => inOrder(a, b))
    .map(([id, electorate]) => [id, checks.whole(electorate, `electorates.${id}`, 1)] as const);
  if (!isExact(sumOf(electorates.map(([, electorate]) => electorate))))
    checks.problem("electorates", "above 2^53 - 1 in all");
  const seats = checks.whole(given.seats, "seats", 1);
  checks.done();
  if (electorates.length === 0) checks.problem("electorates", "none");
  // built from entries, so that no id can mean something else to an object
  return { rules, electorates: Object.fromEntries(electorates), seats };
};

function* count(input: FixedSeatsInput): Counting<FixedSeatsStep, FixedSeatsAbout, FixedSeatsResult> {
  const law = laws[input.rules];
  const electorates = Object.entries(input.electorates);
  // seats at a price of electorate ÷ seats are never more than there are, so that none is taken back
  const counting = byQuota(
    "hare",
    electorates.map(([party, votes]) => ({ party, votes })),
    input.seats,
  ) as Counting<QuotaStep | WholeQuotasStep | RemainderStep, RemainderAbout, ReadonlyMap<string, number>>;
  let next = counting.next("");
  while (!next.done) {
    const { value } = next;
    const answer: string =
      value.kind === "tie"
        ? yield { ...value, about: { kind: "surplusSeat", surplus: value.about.remainder } }
        : yield stepOf(value, law);
    next = counting.next(answer);
  }
  const held = next.value;
  return { seats: Object.fromEntries(electorates.map(([id]) => [id, held.get(id) ?? 0])) };
}

type RemainderAbout = Extract<QuotaAbout, { readonly kind: "remainder" }>;

/** What the method says of parties and votes, said of constituencies and electorates. */
const stepOf = (step: QuotaStep | WholeQuotasStep | RemainderStep, law: string): FixedSeatsStep => {
  switch (step.kind) {
    case "quota":
      return { kind: "electorateQuota", electorate: step.votes, seats: step.seats, quota: step.quota, law };
    case "wholeQuotas": {
      const { party, votes, seats, remainder } = step;
      return { kind: "evenSeats", constituency: party, electorate: votes, seats, surplus: remainder, law };
    }
    case "remainder":
      return { kind: "surplusSeat", to: step.to, surplus: step.remainder, law };
  }
};

export const fixedSeatsCount: Count<
  "fixedSeats",
  FixedSeatsInput,
  FixedSeatsStep,
  FixedSeatsAbout,
  FixedSeatsResult
> = { kind: "fixedSeats", read, rules: ({ rules }) => rules, count };

export type FixedSeatsRecord = RecordOf<typeof fixedSeatsCount>;

export type FixedSeatsAnswer = AnswerOf<typeof fixedSeatsCount>;

/**
 * The fixed seats of each constituency before an election: one for each time its electorate holds a seat's share of
 * the whole, the rest to the largest surpluses (VL 4:3, 4:10). Stops with `needsLot` where equal surpluses have to be
 * told apart. Throws `InvalidInput`.
 */
export const fixedSeats = (given: FixedSeats): FixedSeatsAnswer => answering(fixedSeatsCount, given);
