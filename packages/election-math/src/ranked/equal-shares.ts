/** What candidates ranked equal keep of a paper: the mean over all orders they could have been ranked in. */
import { unit } from "./keep.ts";

/** How many orders have a candidate after exactly so many of the others, as a share of all: s! (m − 1 − s)! ÷ m!. */
const orders = (others: number): ReadonlyArray<bigint> => {
  const factorials = [1n];
  for (let n = 1; n <= others + 1; n++) factorials.push((factorials[n - 1] ?? 1n) * BigInt(n));
  return Array.from(
    { length: others + 1 },
    (_, before) => (factorials[before] ?? 1n) * (factorials[others - before] ?? 1n),
  );
};

/** For each the share of the value it keeps, the rest of a unit cut off. */
export function* sharesOf(
  value: number,
  group: ReadonlyArray<number>,
  keep: ReadonlyArray<number>,
): Generator<readonly [candidate: number, share: number]> {
  const others = group.length - 1;
  const weights = orders(others);
  const all = (weights[others] ?? 1n) * BigInt(group.length);
  const one = BigInt(unit);
  for (const candidate of group) {
    // what passes the others, by how many of them come first: elementary symmetric sums of what each lets through
    let passing = [1n, ...weights.slice(1).map(() => 0n)];
    for (const other of group) {
      if (other === candidate) continue;
      const through = one - BigInt(keep[other] ?? 0);
      passing = passing.map((sum, count) => sum + (count === 0 ? 0n : (passing[count - 1] ?? 0n) * through));
    }
    let share = 0n;
    for (const [before, sum] of passing.entries())
      share += (weights[before] ?? 0n) * sum * one ** BigInt(others - before);
    const scale = all * one ** BigInt(others + 1);
    yield [candidate, Number((BigInt(value) * BigInt(keep[candidate] ?? 0) * share) / scale)];
  }
}
