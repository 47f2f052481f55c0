import { type AnswerOf, answering, type Count, type RecordOf } from "../count/count.ts";
import type { Counting } from "../count/counting.ts";
import type { Lot } from "../count/lot.ts";
import { type Fraction, type FractionText, fractionOf, fractionText, type Ratio } from "../exact/fraction.ts";
import type { Checks } from "../input.ts";
import { type Deciding, distribute } from "./distribute.ts";
import {
  type CheckedMethod,
  checkedMethod,
  comparisonOf,
  type DivisorMethod,
  isQuota,
  methodName,
  type QuotaMethod,
} from "./method.ts";
import { byQuota, givesAll, type QuotaAbout, type QuotaSteps } from "./quota.ts";
import { meets, OTHER, type ThresholdStep, thresholdStep } from "./threshold.ts";
import { checkedVotes, isExact, sumOf, type Votes } from "./votes.ts";

/** Votes to be turned into seats by one method. */
export interface Apportionment {
  /** By party; what stands under `OTHER` counts in the threshold's denominator and gets no seat. */
  readonly votes: Votes;
  readonly seats: number;
  readonly method: DivisorMethod | QuotaMethod;
  /** The share of all votes that a party needs to take part; the bar itself is enough. */
  readonly threshold?: Ratio | undefined;
  readonly lots?: ReadonlyArray<Lot<ApportionmentAbout>> | undefined;
}

/** What a lot is about: the next seat among equal comparison numbers, or what a quota leaves open. */
export type ApportionmentAbout = { readonly kind: "seat"; readonly comparison: FractionText } | QuotaAbout;

/** A seat for the party with the greatest comparison number. */
export interface SeatStep extends Deciding {
  readonly kind: "seat";
  /** From 1. */
  readonly seat: number;
  readonly to: string;
}

export type ApportionmentStep = ThresholdStep | SeatStep | QuotaSteps;

/** What a record keeps of the input. */
export interface ApportionmentInput {
  readonly votes: Votes;
  readonly seats: number;
  readonly method: CheckedMethod;
  readonly threshold?: FractionText;
}

/** Seats by party; only who has one is listed. */
export interface ApportionmentResult {
  readonly totals: Readonly<Record<string, number>>;
}

interface TakingPart {
  readonly party: string;
  readonly votes: number;
}

const shareOf = (threshold: FractionText | undefined): Fraction | undefined =>
  threshold === undefined ? undefined : fractionOf(threshold);

const takingPart = ({ votes, threshold }: ApportionmentInput): ReadonlyArray<TakingPart> => {
  const of = sumOf(Object.values(votes));
  const share = shareOf(threshold);
  return Object.entries(votes)
    .map(([party, votes]) => ({ party, votes }))
    .filter(
      ({ party, votes }) => party !== OTHER && votes > 0 && (share === undefined || meets(votes, of, share)),
    );
};

const read = (given: Readonly<Record<string, unknown>>, checks: Checks): ApportionmentInput => {
  const votes = checkedVotes(given.votes, "votes", checks);
  if (!isExact(sumOf(Object.values(votes)))) checks.problem("votes", "above 2^53 - 1 in all");
  const seats = checks.whole(given.seats, "seats", 1);
  const method = checkedMethod(given.method, checks);
  const threshold = given.threshold;
  const share =
    typeof threshold === "string" || typeof threshold === "number" ? fractionOf(threshold) : undefined;
  if (threshold !== undefined && (share === undefined || share.n > share.d))
    checks.problem("threshold", "not a share from 0 to 1");
  checks.done();
  const input = { votes, seats, method, ...(share && { threshold: fractionText(share) }) };
  const parties = takingPart(input);
  if (parties.length === 0) checks.problem("votes", "no party with votes that may take part");
  else if (isQuota(method) && !givesAll(method, parties, seats))
    checks.problem("seats", "more than this quota can give for so few votes");
  return input;
};

function* count(
  input: ApportionmentInput,
): Counting<ApportionmentStep, ApportionmentAbout, ApportionmentResult> {
  const { votes, seats, method } = input;
  const share = shareOf(input.threshold);
  const of = sumOf(Object.values(votes));
  if (share !== undefined)
    for (const [party, own] of Object.entries(votes))
      if (party !== OTHER) yield thresholdStep(party, own, of, share);
  const parties = takingPart(input);
  if (isQuota(method)) return { totals: totalsOf(yield* byQuota(method, parties, seats)) };
  const contenders = parties.map(({ party, votes }) => ({ id: party, votes, held: 0 }));
  let seat = 0;
  yield* distribute<(typeof contenders)[number], SeatStep, ApportionmentAbout>({
    contenders,
    seats,
    comparisonOf: comparisonOf(method),
    about: (comparison) => ({ kind: "seat", comparison }),
    step: ({ id }, deciding) => ({ kind: "seat", seat: ++seat, to: id, ...deciding }),
  });
  return { totals: totalsOf(contenders.map(({ id, held }) => [id, held])) };
}

const totalsOf = (held: Iterable<readonly [string, number]>): Readonly<Record<string, number>> =>
  Object.fromEntries([...held].filter(([, seats]) => seats > 0));

export const apportionment: Count<
  "apportionment",
  ApportionmentInput,
  ApportionmentStep,
  ApportionmentAbout,
  ApportionmentResult
> = { kind: "apportionment", read, rules: ({ method }) => methodName(method), count };

export type ApportionmentRecord = RecordOf<typeof apportionment>;

/** The seats of every party, each a step; or the lot that is needed. */
export type ApportionmentAnswer = AnswerOf<typeof apportionment>;

/**
 * Seats from votes by a divisor or quota method, exact, every seat a step. Stops with `needsLot` where equal numbers have
 * to be told apart. Throws `InvalidInput`, also where the votes cannot fill the seats.
 */
export const apportion = (given: Apportionment): ApportionmentAnswer => answering(apportionment, given);
