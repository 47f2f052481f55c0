/** Orders that are made one place after another, so that a longer list begins as a shorter one does. */
import { type Counting, chosen } from "../count/counting.ts";
import { type Constraint, isDoomed } from "../ranked/constraint.ts";
import type { ListAbout, ListStep } from "./step.ts";

export type Listing<Result = void> = Counting<ListStep, ListAbout, Result>;

/** How good candidates are for the next place, and how the method goes on once one has it. */
export interface Sequence {
  /** Below 0 where `a` is better than `b`, 0 where nothing tells them apart. */
  compare(a: number, b: number): number;
  /** The number that is compared, in words; absent where a ranking told the order beforehand. */
  numberOf(candidate: number): string | undefined;
  take(candidate: number): void;
}

interface Places {
  readonly idOf: (candidate: number) => string;
  readonly candidates: ReadonlyArray<number>;
  readonly places: number;
  readonly constraints: ReadonlyArray<Constraint>;
  readonly group?: string;
}

/** Gives the places in order, each to the best who may still have one. */
export function* inSequence(
  sequence: Sequence,
  { idOf, candidates, places, constraints, group }: Places,
): Listing<ReadonlyArray<number>> {
  const order: Array<number> = [];
  let left = candidates;
  for (let place = 1; place <= places; place++) {
    const settled = { elected: order.map(idOf), hopeful: left.map(idOf), seats: places };
    const doomed = new Set(
      constraints.length === 0 ? [] : left.filter((one) => isDoomed(constraints, settled, idOf(one))),
    );
    const open = left.filter((one) => !doomed.has(one));
    const best = bestOf(sequence, open);
    const [first] = best;
    if (first === undefined) break;
    const ahead = [...doomed].filter((one) => sequence.compare(one, first) < 0);
    if (ahead.length > 0) yield { kind: "passedOver", place, candidates: ahead.map(idOf) };
    const number = sequence.numberOf(first);
    const winner = yield* chosen(
      best,
      1,
      idOf,
      (): ListAbout => ({
        kind: "listPlace",
        place,
        ...(group !== undefined && { group }),
        number: number ?? "",
      }),
    );
    if (winner === undefined) break;
    const [next] = bestOf(
      sequence,
      open.filter((one) => one !== winner),
    );
    const nextNumber = next === undefined ? undefined : sequence.numberOf(next);
    yield {
      kind: "listed",
      place,
      candidate: idOf(winner),
      ...(number !== undefined && { number }),
      ...(next !== undefined &&
        nextNumber !== undefined && { next: { candidate: idOf(next), number: nextNumber } }),
    };
    order.push(winner);
    left = left.filter((one) => one !== winner);
    sequence.take(winner);
  }
  return order;
}

const bestOf = (sequence: Sequence, candidates: ReadonlyArray<number>): ReadonlyArray<number> => {
  const [first, ...others] = candidates;
  if (first === undefined) return [];
  const best = others.reduce((best, one) => (sequence.compare(one, best) < 0 ? one : best), first);
  return candidates.filter((one) => sequence.compare(one, best) === 0);
};
