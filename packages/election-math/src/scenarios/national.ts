import type { CheckedModel } from "./model.ts";
import type { Random } from "./random.ts";

/** Draws the shares of the whole. */
export class National {
  readonly #mean: Float64Array;
  readonly #logs: Float64Array;
  readonly #factor: Float64Array | undefined;
  readonly #tails: number;
  readonly #concentration: number;
  readonly #normals: Float64Array;
  readonly #drawn: Float64Array;

  constructor({ polled, law }: Pick<CheckedModel, "polled" | "law">) {
    this.#mean = polled.mean;
    this.#logs = polled.mean.map(Math.log);
    this.#factor = law.law === "dirichlet" ? undefined : law.factor;
    this.#tails = law.law === "dirichlet" ? Number.POSITIVE_INFINITY : law.tails;
    this.#concentration = law.law === "dirichlet" ? law.concentration : 0;
    this.#normals = new Float64Array(polled.mean.length);
    this.#drawn = new Float64Array(polled.mean.length);
  }

  /** Writes the shares by party, 1 together, from `at`. */
  draw(random: Random, into: Float64Array, at: number): void {
    const drawn = this.#drawn;
    const sum = this.#factor === undefined ? this.#dirichlet(random) : this.#logistic(random, this.#factor);
    for (let p = 0; p < drawn.length; p++) into[at + p] = (drawn[p] as number) / sum;
  }

  #logistic(random: Random, factor: Float64Array): number {
    const drawn = this.#drawn;
    const normals = this.#normals;
    const count = drawn.length;
    for (let i = 0; i < count; i++) normals[i] = random.normal();
    const stretch = this.#tails === Number.POSITIVE_INFINITY ? 1 : this.#stretch(random);
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < count; i++) {
      let error = 0;
      for (let k = 0; k <= i; k++) error += (factor[i * count + k] as number) * (normals[k] as number);
      const log = (this.#logs[i] as number) + stretch * error;
      drawn[i] = log;
      if (log > most) most = log;
    }
    let sum = 0;
    for (let i = 0; i < count; i++) {
      // less the greatest, so that no error is too great for a number
      const one = Math.exp((drawn[i] as number) - most);
      drawn[i] = one;
      sum += one;
    }
    return sum;
  }

  /** What makes a normal number one of Student's t with the same variance: χ² is twice a gamma of half the degrees. */
  #stretch(random: Random): number {
    return Math.sqrt((this.#tails - 2) / (2 * random.gamma(this.#tails / 2)));
  }

  #dirichlet(random: Random): number {
    let sum = 0;
    for (let i = 0; i < this.#drawn.length; i++) {
      const mean = this.#mean[i] as number;
      const one = mean === 0 ? 0 : random.gamma(this.#concentration * mean);
      this.#drawn[i] = one;
      sum += one;
    }
    return sum;
  }
}
