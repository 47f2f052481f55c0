/** A second, small implementation of the whole-number method, pile by pile, for comparison with the first. */

type Pile = { names: ReadonlyArray<string>; votes: number; at: string; group: string; load: Ratio };
type Ratio = readonly [over: bigint, under: bigint];
type Draw = (among: ReadonlyArray<string>) => string | undefined;

const plus = ([a, b]: Ratio, [c, d]: Ratio): Ratio => [a * d + c * b, b * d];
const less = ([a, b]: Ratio, [c, d]: Ratio): boolean => a * d < c * b;
const cut = ([a, b]: Ratio): Ratio => [(a * 100n) / b, 100n];

/** Who gets each place, "votes of the last count" left out: a name and its number as a ratio. */
export const reference = (
  ballots: ReadonlyArray<{ names: ReadonlyArray<string>; votes: number }>,
  seats: number,
  decimals: "two" | "exact",
  draw: Draw,
): ReadonlyArray<readonly [name: string, over: bigint, under: bigint]> => {
  const placed: Array<readonly [string, bigint, bigint]> = [];
  const next = (names: ReadonlyArray<string>) =>
    names.find((name) => !placed.some(([other]) => other === name)) ?? "";
  const round = decimals === "two" ? cut : (ratio: Ratio) => ratio;
  let piles: Array<Pile> = ballots.map(({ names, votes }) => {
    const at = next(names);
    return { names, votes, at, group: `${at} 0`, load: [0n, 1n] };
  });
  for (let count = 1; count <= seats; count++) {
    piles = piles.filter(({ at, votes }) => at !== "" && votes > 0);
    const numbers = new Map<string, Ratio>();
    for (const { at } of piles) {
      const own = piles.filter((pile) => pile.at === at);
      const sum = BigInt(own.reduce((sum, { votes }) => sum + votes, 0));
      // a group's place number stands once for all its piles
      const groups = new Map(own.map(({ group, load }) => [group, load]));
      const [over, under] = [...groups.values()].reduce<Ratio>(plus, [1n, 1n]);
      const number = round([sum * under, over]);
      numbers.set(at, number[0] === 0n ? [sum * under, over] : number);
    }
    const best = [...numbers].filter(([, one]) => ![...numbers.values()].some((other) => less(one, other)));
    const name = best.length > 1 ? draw(best.map(([name]) => name).sort()) : best[0]?.[0];
    const number = numbers.get(name ?? "");
    if (name === undefined || number === undefined) break;
    placed.push([name, ...number]);
    const moving = piles.filter(({ at }) => at === name);
    const votesAt = (at: string) =>
      moving.reduce((sum, { names, votes }) => sum + (next(names) === at ? votes : 0), 0);
    piles = piles.map((pile) => {
      if (pile.at !== name) return pile;
      const at = next(pile.names);
      return {
        ...pile,
        at,
        group: `${at} ${count}`,
        load: round([BigInt(votesAt(at)) * number[1], number[0]]),
      };
    });
  }
  return placed;
};
