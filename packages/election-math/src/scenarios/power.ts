import { type FractionText, fractionText } from "../exact/fraction.ts";
import { type Chamber, gameOf } from "./chamber.ts";
import { membersOf, sumsOf } from "./game.ts";

/** How much a party's seats decide; exact. */
export interface PartyPower {
  /** The coalitions of others that its joining makes winning. */
  readonly swings: number;
  /** Its swings of everybody's (Banzhaf, normalised; Coleman; Penrose): together they are 1. */
  readonly banzhaf: FractionText;
  /** Its swings of all coalitions of the others: how likely it decides where all votes are even odds. */
  readonly absoluteBanzhaf: FractionText;
  /** Of all orders of joining, those in which it makes the majority (Shapley and Shubik): together they are 1. */
  readonly shapley: FractionText;
}

/** Every party's power to turn a coalition into a winning one. Throws `InvalidInput`. */
export const powerOf = (chamber: Chamber): Readonly<Record<string, PartyPower>> => {
  const { parties, seats, all, quota } = gameOf(chamber);
  const bySize = swingsBySize(seats, quota);
  const swings = bySize.map((sizes) => sizes.reduce((sum, count) => sum + count, 0));
  const everybodys = BigInt(swings.reduce((sum, count) => sum + count, 0));
  const power = (party: string): PartyPower => {
    const at = parties.indexOf(party);
    const own = BigInt(swings[at] ?? 0);
    return {
      swings: Number(own),
      banzhaf: fractionText({ n: own, d: everybodys }),
      absoluteBanzhaf: fractionText({ n: own, d: 1n << BigInt(parties.length - 1) }),
      shapley: fractionText({ n: ordersOf(bySize[at] ?? [], parties.length), d: factorial(parties.length) }),
    };
  };
  return Object.fromEntries([...all.keys()].map((party) => [party, power(party)]));
};

/** By party, by how many others there are before it, the coalitions it makes winning. */
const swingsBySize = (seats: ReadonlyArray<number>, quota: number): ReadonlyArray<Array<number>> => {
  const sums = new Int32Array(1 << seats.length);
  sumsOf(seats, seats.length, sums);
  const found = seats.map(() => seats.map(() => 0));
  sums.forEach((sum, set) => {
    if (sum < quota) return;
    const members = membersOf(set);
    for (const p of members) {
      const sizes = found[p] ?? [];
      if (sum - (seats[p] ?? 0) < quota) sizes[members.length - 1] = (sizes[members.length - 1] ?? 0) + 1;
    }
  });
  return found;
};

/** The orders of so many parties in which one of them comes right after the others of a coalition it makes winning. */
const ordersOf = (bySize: ReadonlyArray<number>, parties: number): bigint =>
  bySize.reduce(
    (sum, count, before) => sum + BigInt(count) * factorial(before) * factorial(parties - 1 - before),
    0n,
  );

const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));
