import { candidateAt, type Papers } from "./papers.ts";
import type { PairwiseStep } from "./step.ts";

/** How many papers rank one candidate above another; whoever is not on a paper stands below everybody on it. */
export class Pairwise {
  readonly ids: ReadonlyArray<string>;
  /** The candidates who stand, by their numbers. */
  readonly standing: ReadonlyArray<number>;
  readonly #above: Float64Array;

  constructor(ids: ReadonlyArray<string>, standing: ReadonlySet<number>, papers: Papers) {
    this.ids = ids;
    this.standing = [...standing];
    this.#above = new Float64Array(ids.length * ids.length);
    const isRanked = new Uint8Array(ids.length);
    const { preferences, starts } = papers;
    papers.weights.forEach((weight, paper) => {
      isRanked.fill(0);
      let first = starts[paper] ?? 0;
      for (let last = first; last < (starts[paper + 1] ?? 0); last++) {
        const preference = preferences[last] ?? 0;
        isRanked[candidateAt(preference)] = 1;
        if (preference < 0) continue;
        for (; first <= last; first++) this.#add(candidateAt(preferences[first] ?? 0), isRanked, weight);
      }
    });
  }

  #add(candidate: number, isRanked: Uint8Array, weight: number): void {
    const row = candidate * this.ids.length;
    for (const other of this.standing)
      if (isRanked[other] === 0) this.#above[row + other] = (this.#above[row + other] ?? 0) + weight;
  }

  above(a: number, b: number): number {
    return this.#above[a * this.ids.length + b] ?? 0;
  }

  idOf(candidate: number): string {
    return this.ids[candidate] ?? "";
  }

  /** Every pair once, whoever wins first. */
  step(): PairwiseStep {
    return {
      kind: "pairwise",
      pairs: this.standing.flatMap((a, at) =>
        this.standing.slice(at + 1).map((b) => {
          const [first, second] = this.above(a, b) >= this.above(b, a) ? [a, b] : [b, a];
          return {
            candidate: this.idOf(first),
            over: this.idOf(second),
            votes: this.above(first, second),
            against: this.above(second, first),
          };
        }),
      ),
    };
  }
}

/** A pair in a lot: who beats whom. */
export const pairName = (winner: string, loser: string): string => JSON.stringify([winner, loser]);

/** Who beats whom in the name of a pair, as lots of `ranked-pairs` are among; `undefined` where it names none. */
export const pairOf = (name: string): readonly [winner: string, loser: string] | undefined => {
  const [winner, loser, ...more] = listIn(name);
  return typeof winner === "string" && typeof loser === "string" && more.length === 0
    ? [winner, loser]
    : undefined;
};

const listIn = (text: string): ReadonlyArray<unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
};
