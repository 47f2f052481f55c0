import { groupsOf, type Papers } from "./papers.ts";
import type { PairwiseStep } from "./step.ts";

/** How many papers rank one candidate above another; whoever is not on a paper stands below everybody on it. */
export class Pairwise {
  readonly ids: ReadonlyArray<string>;
  /** The candidates who stand, by their numbers. */
  readonly standing: ReadonlyArray<number>;
  readonly #above: Float64Array;

  constructor(ids: ReadonlyArray<string>, standing: ReadonlySet<number>, papers: Papers) {
    this.ids = ids;
    this.standing = [...standing].sort((a, b) => a - b);
    this.#above = new Float64Array(ids.length * ids.length);
    papers.weights.forEach((weight, paper) => {
      const below = new Set(this.standing);
      for (const group of groupsOf(papers, paper)) {
        for (const candidate of group) below.delete(candidate);
        for (const candidate of group) this.#add(candidate, below, weight);
      }
    });
  }

  #add(candidate: number, below: ReadonlySet<number>, weight: number): void {
    const row = candidate * this.ids.length;
    for (const other of below) this.#above[row + other] = (this.#above[row + other] ?? 0) + weight;
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
