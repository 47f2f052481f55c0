/** Methods by which a paper counts for the first on it who has no place yet: Phragmén's, and Thiele's. */
import { addFractions, compareFractions, type Fraction, fractionText } from "../exact/fraction.ts";
import { candidateAt, type Papers } from "../ranked/papers.ts";
import type { Sequence } from "./sequence.ts";

/** What a paper has been given before, which lowers what it counts for. */
interface Burden {
  /** Of a candidate's papers, by how much of each burden; the number that is compared. */
  readonly numberOf: (papers: ReadonlyMap<number, number>) => Fraction;
  /** What papers bear once the candidate they counted for has a place. */
  readonly after: (papers: ReadonlyMap<number, number>) => void;
}

/**
 * A place is a load of one, borne by the papers that count for who has it so that all of them bear the same; the next place
 * goes where that is least (Phragmén; the ordered form, Janson 2016, section 4). The number is the load turned over: votes.
 */
class Loads implements Burden {
  /** Papers bear the load of the last place they counted for; none at first. */
  readonly #loads: Array<Fraction> = [{ n: 0n, d: 1n }];

  numberOf = (papers: ReadonlyMap<number, number>): Fraction => {
    const load = this.#loadOf(papers);
    return load === undefined ? { n: 0n, d: 1n } : { n: load.d, d: load.n };
  };

  after = (papers: ReadonlyMap<number, number>): void => {
    this.#loads.push(this.#loadOf(papers) ?? { n: 0n, d: 1n });
  };

  #loadOf(papers: ReadonlyMap<number, number>): Fraction | undefined {
    let sum: Fraction = { n: 1n, d: 1n };
    let count = 0n;
    for (const [burden, weight] of papers) {
      const { n, d } = this.#loads[burden] ?? { n: 0n, d: 1n };
      sum = addFractions(sum, { n: n * BigInt(weight), d });
      count += BigInt(weight);
    }
    return count === 0n ? undefined : { n: sum.n, d: sum.d * count };
  }
}

/** A paper counts for 1, then for a half, a third … of the places it has had a part in (Thiele's addition method, ordered). */
class Parts implements Burden {
  numberOf = (papers: ReadonlyMap<number, number>): Fraction => {
    let sum: Fraction = { n: 0n, d: 1n };
    for (const [places, weight] of papers)
      sum = addFractions(sum, { n: BigInt(weight), d: BigInt(places + 1) });
    return sum;
  };

  after = (): void => {};
}

class OrderedBallots implements Sequence {
  readonly #papers: Papers;
  readonly #taken: Set<number>;
  readonly #burden: Burden;
  readonly #isByPlace: boolean;
  /** What each paper bears: the number of the place it last had a part in, or of how many. */
  readonly #burdens: Int32Array;
  #places = 0;
  #numbers: ReadonlyMap<number, Fraction> = new Map();
  #counting: ReadonlyMap<number, ReadonlyArray<number>> = new Map();

  constructor(papers: Papers, burden: Burden, isByPlace: boolean) {
    this.#papers = papers;
    this.#burden = burden;
    this.#isByPlace = isByPlace;
    this.#taken = new Set();
    this.#burdens = new Int32Array(papers.weights.length);
    this.#count();
  }

  /** The greater number is the better. */
  compare(a: number, b: number): number {
    return compareFractions(this.#number(b), this.#number(a));
  }

  numberOf(candidate: number): string {
    return fractionText(this.#number(candidate));
  }

  take(candidate: number): void {
    const papers = this.#counting.get(candidate) ?? [];
    this.#burden.after(this.#byBurden(papers));
    this.#places++;
    for (const paper of papers)
      this.#burdens[paper] = this.#isByPlace ? this.#places : (this.#burdens[paper] ?? 0) + 1;
    this.#taken.add(candidate);
    this.#count();
  }

  #number(candidate: number): Fraction {
    return this.#numbers.get(candidate) ?? { n: 0n, d: 1n };
  }

  #count(): void {
    const counting = new Map<number, Array<number>>();
    this.#papers.weights.forEach((_, paper) => {
      const candidate = this.#first(paper);
      if (candidate === undefined) return;
      const papers = counting.get(candidate);
      if (papers === undefined) counting.set(candidate, [paper]);
      else papers.push(paper);
    });
    this.#counting = counting;
    this.#numbers = new Map(
      [...counting].map(([candidate, papers]) => [candidate, this.#burden.numberOf(this.#byBurden(papers))]),
    );
  }

  #first(paper: number): number | undefined {
    const { starts, preferences } = this.#papers;
    for (let place = starts[paper] ?? 0; place < (starts[paper + 1] ?? 0); place++) {
      const candidate = candidateAt(preferences[place] ?? 0);
      if (!this.#taken.has(candidate)) return candidate;
    }
    return undefined;
  }

  #byBurden(papers: ReadonlyArray<number>): ReadonlyMap<number, number> {
    const weights = new Map<number, number>();
    for (const paper of papers) {
      const burden = this.#burdens[paper] ?? 0;
      weights.set(burden, (weights.get(burden) ?? 0) + (this.#papers.weights[paper] ?? 0));
    }
    return weights;
  }
}

export const phragmen = (papers: Papers): Sequence => new OrderedBallots(papers, new Loads(), true);
export const thiele = (papers: Papers): Sequence => new OrderedBallots(papers, new Parts(), false);
