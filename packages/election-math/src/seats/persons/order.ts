/** The whole-number method: Phragmén's method for ordered ballots, as the Elections Act has it. */
import { type Counting, chosen } from "../../count/counting.ts";
import { addFractions, type Fraction, fractionText, reduced } from "../../exact/fraction.ts";
import { inOrder } from "../../input.ts";
import { deciding, greatest } from "../distribute.ts";
import { type Ballots, type Tally, tallied, together, votesOf, wholeNumber } from "./ballots.ts";
import type { OrderPlaceStep, PersonsAbout, PersonsStep } from "./step.ts";

/** How far quotients are calculated: cut after two decimals, or exact. */
export type Decimals = "two" | "exact";

/** A candidate with a place in the order. */
export interface Placed {
  readonly candidate: string;
  /** The comparison number that took the place. */
  readonly number: Fraction;
  /** The ballots that counted for the candidate then. */
  readonly counted: ReadonlyArray<Ballots>;
}

interface Order {
  readonly ballots: ReadonlyArray<Ballots>;
  /** Those whose names are passed over: who has a place already, or cannot have one. */
  readonly passed: ReadonlySet<string>;
  /** The first place to be filled, and the last. */
  readonly from: number;
  readonly to: number;
  readonly decimals: Decimals;
  readonly law: string;
}

/** Ballots that came to count for one candidate at the same count. */
interface Group extends Tally {
  readonly placeNumber: Fraction;
}

/** Fills places one at a time until the last, or until no ballot has a further name. Every tie is drawn: it is the order that is decided. */
export function* inWholeNumberOrder({
  ballots,
  passed,
  from,
  to,
  decimals,
  law,
}: Order): Counting<PersonsStep, PersonsAbout, ReadonlyArray<Placed>> {
  const taken = new Set(passed);
  const placed: Array<Placed> = [];
  if (from > to) return placed;
  let groups = yield* formed(ballots, taken, law);
  for (let place = from; ; place++) {
    const competing = numbered(groups, decimals);
    const winner = yield* chosen(
      greatest(competing),
      1,
      ({ id }) => id,
      ({ number }): PersonsAbout => ({ kind: "orderPlace", place, comparison: fractionText(number) }),
    );
    if (winner === undefined) return placed;
    const { id: candidate, number } = winner;
    const step: OrderPlaceStep = {
      kind: "orderPlace",
      place,
      to: candidate,
      divisor: fractionText(winner.divisor),
      ...deciding(winner, competing, (one) => one),
      law,
    };
    yield step;
    taken.add(candidate);
    const counted = groups.filter((group) => group.candidate === candidate).flatMap(({ ballots }) => ballots);
    placed.push({ candidate, number, counted: together(counted) });
    if (place === to) return placed;
    const next = yield* formed(counted, taken, law, { candidate, number, decimals });
    groups = [...groups.filter((group) => group.candidate !== candidate), ...next];
  }
}

/** Ballots in groups by the name they now count for, with the part each has had in the place before, if there was one. */
function* formed(
  ballots: ReadonlyArray<Ballots>,
  taken: ReadonlySet<string>,
  law: string,
  before?: { readonly candidate: string; readonly number: Fraction; readonly decimals: Decimals },
): Counting<PersonsStep, PersonsAbout, ReadonlyArray<Group>> {
  const groups = tallied(ballots, taken).map((tally) => ({
    ...tally,
    placeNumber: before ? quotient(wholeNumber(tally.votes), before.number, before.decimals) : wholeNumber(0),
  }));
  const after = before && { after: before.candidate };
  for (const { candidate, votes, placeNumber } of groups)
    yield { kind: "ballotGroup", candidate, votes, ...after, placeNumber: fractionText(placeNumber), law };
  const spent = votesOf(ballots) - votesOf(groups.flatMap(({ ballots }) => ballots));
  if (spent > 0) yield { kind: "spentBallots", votes: spent, ...after, law };
  return groups;
}

interface Competing {
  readonly id: string;
  readonly votes: number;
  readonly divisor: Fraction;
  readonly number: Fraction;
}

/** The comparison number of each candidate: the votes of all groups by 1 and their place numbers. */
const numbered = (groups: ReadonlyArray<Group>, decimals: Decimals): ReadonlyArray<Competing> =>
  [...Map.groupBy(groups, ({ candidate }) => candidate)]
    .sort(([a], [b]) => inOrder(a, b))
    .map(([id, own]) => {
      const votes = votesOf(own.flatMap(({ ballots }) => ballots));
      const divisor = own.map(({ placeNumber }) => placeNumber).reduce(addFractions, wholeNumber(1));
      const cut = quotient(wholeNumber(votes), divisor, decimals);
      // cut to nothing it could not divide the votes of the groups to come
      const number = cut.n === 0n ? quotient(wholeNumber(votes), divisor, "exact") : cut;
      return { id, votes, divisor, number };
    });

/** In lowest terms; by "two" decimals the last is never raised. */
const quotient = (dividend: Fraction, divisor: Fraction, decimals: Decimals): Fraction => {
  const exact = { n: dividend.n * divisor.d, d: dividend.d * divisor.n };
  return reduced(decimals === "exact" ? exact : { n: (100n * exact.n) / exact.d, d: 100n });
};
