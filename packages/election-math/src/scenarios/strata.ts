/**
 * Which parties clear the bar decides most of an election, and the rare branches are what a plan forgets. A sample is
 * therefore stratified by double sampling (Neyman 1938): of every chunk several times as many national shares are drawn as
 * elections are wanted, each falls in a branch by which of the parties near the bar are over it, and of each branch as many
 * go on as the square root of its size says, all of them where it is small. A branch weighs as many as were drawn in it,
 * so that every estimate is that of plain sampling, without bias; only its error is another.
 */
import { sumOf } from "../seats/votes.ts";
import type { National } from "./national.ts";
import type { Random } from "./random.ts";

/** Of one election that is counted so many national shares are looked at. */
export const candidatesPerDraw = 8;

/** More would leave too few draws of a chunk for each branch. */
export const mostNear = 5;

const tried = 4096;

/** The parties that are now over the bar and now below, nearest to even odds first; as positions. */
export const nearBar = (
  national: National,
  random: Random,
  bar: number,
  isParty: ReadonlyArray<boolean>,
  most: number,
): ReadonlyArray<number> => {
  const shares = new Float64Array(isParty.length);
  const over = new Float64Array(isParty.length);
  for (let draw = 0; draw < tried; draw++) {
    national.draw(random, shares, 0);
    shares.forEach((share, p) => {
      if (share >= bar) over[p] = (over[p] ?? 0) + 1;
    });
  }
  const fromEven = (p: number): number => Math.abs((over[p] ?? 0) - tried / 2);
  return [...over.keys()]
    .filter((p) => isParty[p] === true && fromEven(p) < tried / 2)
    .sort((a, b) => fromEven(a) - fromEven(b) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
};

/** The branch of the shares that begin at `at`: a bit for each of the near parties that is over the bar. */
export const branchOf = (
  shares: Float64Array,
  at: number,
  near: ReadonlyArray<number>,
  bar: number,
): number => {
  let branch = 0;
  for (let bit = 0; bit < near.length; bit++)
    if ((shares[at + (near[bit] as number)] as number) >= bar) branch |= 1 << bit;
  return branch;
};

/**
 * How many of each branch's candidates go on: by the square root of how many there are, at least one and at most all, and
 * `draws` together. Either there are no more candidates than draws, or `candidatesPerDraw` of them for each, and as many
 * draws for each branch.
 */
export const allotted = (candidates: ArrayLike<number>, draws: number): Int32Array => {
  const given = Int32Array.from(candidates);
  const sizeOf = (branch: number): number => candidates[branch] ?? 0;
  let open = [...given.keys()].filter((branch) => sizeOf(branch) > 0);
  if (sumOf(given) <= draws) return given;
  for (let left = draws; ; ) {
    const rate = left / sumOf(open.map((branch) => Math.sqrt(sizeOf(branch))));
    const small = open.filter((branch) => sizeOf(branch) <= rate * Math.sqrt(sizeOf(branch)));
    if (small.length === 0) return shared(given, open, rate, left);
    left -= sumOf(small.map(sizeOf));
    open = open.filter((branch) => !small.includes(branch));
  }
};

/** Gives each of the open branches the root of its size times the rate, and what rounding leaves to the greatest. */
const shared = (given: Int32Array, open: ReadonlyArray<number>, rate: number, draws: number): Int32Array => {
  const [greatest = 0] = [...open].sort((a, b) => (given[b] ?? 0) - (given[a] ?? 0));
  const sizes = open.map((branch) => Math.floor(rate * Math.sqrt(given[branch] ?? 0)));
  open.forEach((branch, at) => {
    given[branch] = sizes[at] ?? 0;
  });
  given[greatest] = (given[greatest] ?? 0) + draws - sumOf(sizes);
  return given;
};
