import { type AnswerOf, answering, type Count, type RecordOf } from "../../count/count.ts";
import { type Counting, chosen } from "../../count/counting.ts";
import { type Fraction, fractionText, readFraction } from "../../exact/fraction.ts";
import { inOrder } from "../../input.ts";
import { greatest } from "../distribute.ts";
import { most, type Tally, tallied } from "./ballots.ts";
import {
  type DoubleElections,
  type DoubleElectionsInput,
  readDoubleElections,
  type Seated,
} from "./double-input.ts";
import type { DoubleElectionsAbout, DoubleElectionsStep, RefilledSeatStep } from "./double-step.ts";

type Settling<Result = void> = Counting<DoubleElectionsStep, DoubleElectionsAbout, Result>;

/** A party's members once nobody has two seats. */
export interface DoubleElectionsResult {
  readonly constituencies: ReadonlyArray<{
    readonly id: string;
    /** In order of place; who refills a seat has the place of the one who did not take it. */
    readonly elected: ReadonlyArray<Seated>;
    /** Seats that were not taken and that nobody could refill. */
    readonly empty: number;
  }>;
}

/** A seat of somebody in a constituency. */
interface Seat {
  readonly constituency: string;
  readonly seated: Seated;
  readonly number: Fraction;
}

function* count({ constituencies, unavailable }: DoubleElectionsInput): Settling<DoubleElectionsResult> {
  const seats: ReadonlyArray<Seat> = constituencies.flatMap(({ id, elected }) =>
    elected.map((seated) => ({
      constituency: id,
      seated,
      // a checked number
      number: readFraction(seated.number) as Fraction,
    })),
  );
  const passed = new Set([...unavailable, ...seats.map(({ seated }) => seated.candidate)]);
  const open = yield* notTaken(seats);
  const refilled = new Map<Seated, Seated | undefined>();
  for (;;) {
    const seat = yield* nextOf(open, passed);
    if (seat === undefined) break;
    const found = yield* refill(seat, passed);
    if (found !== undefined) passed.add(found.candidate);
    refilled.set(seat.seated, found);
    open.splice(open.indexOf(seat), 1);
  }
  return {
    constituencies: constituencies.map(({ id, elected }) => {
      const now = elected.flatMap((seated) => {
        const holder = refilled.has(seated) ? refilled.get(seated) : seated;
        return holder === undefined ? [] : [holder];
      });
      return { id, elected: now, empty: elected.length - now.length };
    }),
  };
}

/** Everybody with several seats keeps the one with the greatest number; gives the others. */
function* notTaken(seats: ReadonlyArray<Seat>): Settling<Array<Seat>> {
  const open: Array<Seat> = [];
  const held = [...Map.groupBy(seats, ({ seated }) => seated.candidate)];
  for (const [candidate, own] of held.sort(([a], [b]) => inOrder(a, b))) {
    if (own.length === 1) continue;
    const kept = yield* chosen(
      greatest(own),
      1,
      ({ constituency }) => constituency,
      ({ number }): DoubleElectionsAbout => ({ kind: "keptSeat", candidate, number: fractionText(number) }),
    );
    if (kept === undefined) continue;
    const { constituency, number } = kept;
    const others = own.filter((seat) => seat !== kept);
    yield {
      kind: "keptSeat",
      candidate,
      constituency,
      number: fractionText(number),
      others: others.map(({ constituency, number }) => ({ constituency, number: fractionText(number) })),
      // "VL 14" alone: the section as it stands today was not read
      law: "VL 14",
    };
    open.push(...others);
  }
  return open;
}

/** The seat with the greatest number; among equals a lot where their ballots name the same persons, who could get either. */
function* nextOf(open: ReadonlyArray<Seat>, passed: ReadonlySet<string>): Settling<Seat | undefined> {
  const tied = [...greatest(open)].sort((a, b) => inOrder(a.constituency, b.constituency));
  const [first] = tied;
  if (first === undefined || !isContested(tied, passed)) return first;
  const number = fractionText(first.number);
  const constituency = yield* chosen(
    [...new Set(tied.map(({ constituency }) => constituency))],
    1,
    (id) => id,
    (): DoubleElectionsAbout => ({ kind: "refillingIn", number, left: open.length }),
  );
  return yield* chosen(
    tied.filter((seat) => seat.constituency === constituency),
    1,
    ({ seated }) => seated.candidate,
    ({ constituency }): DoubleElectionsAbout => ({ kind: "refillingAfter", constituency, number }),
  );
}

const isContested = (tied: ReadonlyArray<Seat>, passed: ReadonlySet<string>): boolean => {
  const named = tied.flatMap(({ seated }) => [
    ...new Set(seated.counted.flatMap(({ names }) => names).filter((name) => !passed.has(name))),
  ]);
  return new Set(named).size < named.length;
};

function* refill({ constituency, seated }: Seat, passed: ReadonlySet<string>): Settling<Seated | undefined> {
  // the section that the one on substitutes refers to for this count
  const law = "VL 14:11";
  const after = seated.candidate;
  const found = yield* most<Tally, DoubleElectionsAbout>(tallied(seated.counted, passed), (votes) => ({
    kind: "refilledSeat",
    constituency,
    after,
    votes,
  }));
  if (found === undefined) {
    yield { kind: "unfilledSeat", constituency, after, law };
    return undefined;
  }
  const { first, next } = found;
  const { candidate: to, votes, ballots } = first;
  const step: RefilledSeatStep = {
    kind: "refilledSeat",
    constituency,
    after,
    to,
    votes,
    ...(next && { next }),
    law,
  };
  yield step;
  return { candidate: to, by: "refilling", number: `${votes}`, counted: ballots };
}

export const doubleElectionsCount: Count<
  "doubleElections",
  DoubleElectionsInput,
  DoubleElectionsStep,
  DoubleElectionsAbout,
  DoubleElectionsResult
> = { kind: "doubleElections", read: readDoubleElections, rules: ({ rules }) => rules, count };

export type DoubleElectionsRecord = RecordOf<typeof doubleElectionsCount>;

export type DoubleElectionsAnswer = AnswerOf<typeof doubleElectionsCount>;

/**
 * Lets nobody of a party have seats in two constituencies: each takes the one won with the greatest number, and the
 * others are refilled, those won with greater numbers first, from the ballots that counted for them (VL 14:11). Stops
 * with `needsLot` where equal numbers have to be told apart. Throws `InvalidInput`.
 *
 * Not verified in today's act: which number decides. This is the act of 1972, which knew comparison numbers only; here
 * personal votes stand beside them as the number they are. Somebody elected for two parties is not handled.
 */
export const doubleElections = (given: DoubleElections): DoubleElectionsAnswer =>
  answering(doubleElectionsCount, given);
