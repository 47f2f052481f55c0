/** A probability as a sample tells it; the truth lies within the error of it in 95 of 100 samples. */
export interface Mass {
  readonly mass: number;
  readonly error: number;
}

/** The normal law has 95 % within so many standard deviations. */
const within = 1.96;

/** What was never seen in so many draws has less than so many of them in 95 of 100 samples (the rule of three). */
const unseen = 3;

/** How often things came up, by branch of the sample: one row of counts for each thing. */
export class Counts {
  readonly #branches: number;
  #counts: Float64Array;

  constructor(branches: number) {
    this.#branches = branches;
    this.#counts = new Float64Array(branches * 16);
  }

  add(row: number, branch: number): void {
    const at = row * this.#branches + branch;
    if (at >= this.#counts.length) {
      const wider = new Float64Array(Math.max(this.#counts.length * 2, at + this.#branches));
      wider.set(this.#counts);
      this.#counts = wider;
    }
    this.#counts[at] = (this.#counts[at] as number) + 1;
  }

  /** By branch; rows that never came up are all 0. */
  row(row: number): Float64Array {
    const start = row * this.#branches;
    return start < this.#counts.length
      ? this.#counts.subarray(start, start + this.#branches)
      : new Float64Array(this.#branches);
  }
}

/** Estimates from counts by branch: how many candidates fell in each, and how many draws were made of them. */
export class Estimates {
  readonly #weights: Float64Array;
  readonly #draws: Float64Array;
  readonly #of: number;
  readonly #all: number;
  /** So many draws of a plain sample would tell as much, at least. */
  readonly effective: number;

  constructor(candidates: Float64Array, draws: Float64Array) {
    this.#of = candidates.reduce((sum, count) => sum + count, 0);
    this.#all = draws.reduce((sum, count) => sum + count, 0);
    this.#weights = candidates.map((count) => count / this.#of);
    this.#draws = draws;
    let squares = 0;
    this.#weights.forEach((weight, branch) => {
      if (weight > 0) squares += weight ** 2 / (draws[branch] as number);
    });
    this.effective = 1 / squares;
  }

  /** What one draw of a branch stands for. */
  weightOf(branch: number): number {
    return (this.#weights[branch] as number) / (this.#draws[branch] as number);
  }

  /**
   * The mass of what came up so often: the sum over the branches of a branch's weight times its share of the branch's
   * draws. Its variance has two parts, that of the draws in each branch and that of the weights (Neyman 1938); without
   * strata it is p(1 - p) ÷ draws.
   */
  massOf(counts: Float64Array): Mass {
    let [mass, seen, variance] = [0, 0, 0];
    counts.forEach((count, branch) => {
      seen += count;
      if (count > 0) mass += count * this.weightOf(branch);
    });
    if (seen === 0 || seen === this.#all) return { mass: seen === 0 ? 0 : 1, error: unseen / this.effective };
    counts.forEach((count, branch) => {
      const weight = this.#weights[branch] as number;
      if (weight === 0) return;
      const draws = this.#draws[branch] as number;
      const share = count / draws;
      variance += (weight ** 2 * share * (1 - share)) / draws + (weight * (share - mass) ** 2) / this.#of;
    });
    return { mass, error: within * Math.sqrt(variance) };
  }
}

/**
 * The mass of what was never seen: as much as what was seen once (Good 1953), by what each draw stands for; its variance is
 * that of what was seen once or twice.
 */
export const unseenMass = (
  seen: Counts,
  rows: number,
  estimates: Estimates,
): Mass & { readonly singletons: number } => {
  let [mass, variance, singletons] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const counts = seen.row(row);
    let all = 0;
    for (let branch = 0; branch < counts.length; branch++) all += counts[branch] as number;
    if (all > 2) continue;
    if (all === 1) singletons++;
    counts.forEach((count, branch) => {
      if (count === 0) return;
      const weight = estimates.weightOf(branch);
      variance += count * weight ** 2;
      if (all === 1) mass += weight;
    });
  }
  const error = variance === 0 ? unseen / estimates.effective : within * Math.sqrt(variance);
  return { mass, error, singletons };
};
