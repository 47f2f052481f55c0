import { type Counting, chosen, drawn } from "../count/counting.ts";
import { type Fraction, type FractionText, fractionText } from "../exact/fraction.ts";
import { greatest } from "./distribute.ts";
import type { QuotaMethod } from "./method.ts";
import { sumOf } from "./votes.ts";

/** The price of a seat in votes. */
export interface QuotaStep {
  readonly kind: "quota";
  readonly votes: number;
  readonly seats: number;
  readonly quota: FractionText;
}

/** The seats a party's votes pay for in full, and what is left over. */
export interface WholeQuotasStep {
  readonly kind: "wholeQuotas";
  readonly party: string;
  readonly votes: number;
  readonly seats: number;
  readonly remainder: FractionText;
}

/** A seat for the largest of the remainders. */
export interface RemainderStep {
  readonly kind: "remainder";
  readonly to: string;
  readonly remainder: FractionText;
}

/** One seat too many was paid for: every party's votes are whole quotas. It is taken back. */
export interface TakenBackStep {
  readonly kind: "takenBack";
  readonly from: string;
}

/** What a lot decides where quotas leave it open. */
export type QuotaAbout =
  | { readonly kind: "remainder"; readonly remainder: FractionText }
  | { readonly kind: "takenBack" };

export type QuotaSteps = QuotaStep | WholeQuotasStep | RemainderStep | TakenBackStep;

const quotaOf = (method: QuotaMethod, votes: bigint, seats: bigint): Fraction => {
  if (method === "hare") return { n: votes, d: seats };
  if (method === "hagenbach-bischoff") return { n: votes, d: seats + 1n };
  return { n: votes / (seats + 1n) + 1n, d: 1n };
};

interface Party {
  readonly party: string;
  readonly votes: number;
}

/** Whether a quota can give so many seats: as many as it pays for, and one a party by remainders. */
export const givesAll = (method: QuotaMethod, parties: ReadonlyArray<Party>, seats: number): boolean => {
  const quota = quotaOf(method, allVotes(parties), BigInt(seats));
  return sumOf(parties.map(({ votes }) => paidBy(votes, quota))) + parties.length >= seats;
};

const allVotes = (parties: ReadonlyArray<Party>): bigint => BigInt(sumOf(parties.map(({ votes }) => votes)));

const paidBy = (votes: number, { n, d }: Fraction): number => Number((BigInt(votes) * d) / n);

/** Of parties in order of id: as many seats as whole quotas, and one more for each of the largest remainders until none is left. */
export function* byQuota(
  method: QuotaMethod,
  parties: ReadonlyArray<Party>,
  seats: number,
): Counting<QuotaSteps, QuotaAbout, ReadonlyMap<string, number>> {
  const sum = allVotes(parties);
  const quota = quotaOf(method, sum, BigInt(seats));
  yield { kind: "quota", votes: Number(sum), seats, quota: fractionText(quota) };
  const held = new Map<string, number>();
  let left = seats;
  const shares = parties.map(({ party, votes }) => {
    const paid = paidBy(votes, quota);
    return {
      party,
      votes,
      paid,
      number: { n: BigInt(votes) * quota.d - BigInt(paid) * quota.n, d: quota.d },
    };
  });
  for (const { party, votes, paid, number } of shares) {
    yield { kind: "wholeQuotas", party, votes, seats: paid, remainder: fractionText(number) };
    held.set(party, paid);
    left -= paid;
  }
  if (left < 0) {
    const from = yield* drawn([...held.keys()], { kind: "takenBack" });
    yield { kind: "takenBack", from };
    held.set(from, (held.get(from) ?? 0) - 1);
  }
  for (let waiting = shares; left > 0; left--) {
    const winner = yield* chosen(
      greatest(waiting),
      left,
      ({ party }) => party,
      ({ number }): QuotaAbout => ({ kind: "remainder", remainder: fractionText(number) }),
    );
    if (winner === undefined) break;
    const { party, paid, number } = winner;
    yield { kind: "remainder", to: party, remainder: fractionText(number) };
    held.set(party, paid + 1);
    waiting = waiting.filter((one) => one !== winner);
  }
  return held;
}
