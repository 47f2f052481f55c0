import { type Counting, chosen } from "../count/counting.ts";
import type { FractionText } from "../exact/fraction.ts";
import { inOrder } from "../input.ts";
import { type Comparison, type ComparisonOf, compareNumbers, comparisonText } from "./method.ts";

/** Who competes for seats by a comparison number: a party in a constituency, or one of a party's constituencies. */
export interface Contender {
  readonly id: string;
  readonly votes: number;
  held: number;
}

/** What decided a seat, as a step tells it. */
export interface Deciding {
  /** The votes that were divided. */
  readonly votes: number;
  /** The number that was the greatest; exact. */
  readonly comparison: FractionText;
  /** The greatest number among the others, and whose it was; absent where there were no others. */
  readonly next?: { readonly id: string; readonly comparison: FractionText };
}

interface Numbered<C> {
  readonly contender: C;
  readonly number: Comparison;
}

interface Distribution<C extends Contender, Step, About> {
  /** Whoever has no votes gets no seat. */
  readonly contenders: ReadonlyArray<C>;
  readonly seats: number;
  readonly comparisonOf: ComparisonOf;
  /** What a lot among those with equal numbers would be about. */
  readonly about: (comparison: FractionText) => About;
  readonly step: (winner: C, deciding: Deciding) => Step;
}

/**
 * Gives seats one at a time to the greatest comparison number. Equal numbers with seats enough for all are served in
 * order of id, which changes nothing; with fewer, a lot decides.
 */
export function* distribute<C extends Contender, Step, About>({
  contenders,
  seats,
  comparisonOf,
  about,
  step,
}: Distribution<C, Step, About>): Counting<Step, About, void> {
  const competing = contenders
    .filter(({ votes }) => votes > 0)
    .sort((a, b) => inOrder(a.id, b.id))
    .map((contender) => numbered(contender, comparisonOf));
  for (let left = seats; left > 0; left--) {
    const winner = yield* chosen(
      greatest(competing),
      left,
      ({ contender }) => contender.id,
      ({ number }) => about(comparisonText(number)),
    );
    if (winner === undefined) return;
    yield step(
      winner.contender,
      deciding(winner, competing, ({ contender }) => contender),
    );
    winner.contender.held++;
    competing[competing.indexOf(winner)] = numbered(winner.contender, comparisonOf);
  }
}

const numbered = <C extends Contender>(contender: C, comparisonOf: ComparisonOf): Numbered<C> => ({
  contender,
  number: comparisonOf(BigInt(contender.votes), contender.held),
});

/** Those with the greatest number, in their order; by an order of one's own, those that come last in it. */
export const greatest = <N extends { readonly number: Comparison }>(
  all: ReadonlyArray<N>,
  compare = compareNumbers,
): ReadonlyArray<N> => {
  let found: Array<N> = [];
  for (const one of all) {
    const order = found[0] === undefined ? 1 : compare(one.number, found[0].number);
    if (order > 0) found = [one];
    else if (order === 0) found.push(one);
  }
  return found;
};

/** What decided for the winner, against everybody else who competed. */
export const deciding = <N extends { readonly number: Comparison }>(
  winner: N,
  competing: ReadonlyArray<N>,
  who: (one: N) => { readonly id: string; readonly votes: number },
): Deciding => {
  const [next] = greatest(competing.filter((one) => one !== winner));
  return {
    votes: who(winner).votes,
    comparison: comparisonText(winner.number),
    ...(next && { next: { id: who(next).id, comparison: comparisonText(next.number) } }),
  };
};
