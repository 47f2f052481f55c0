import { canonicalJson } from "../exact/canonical.ts";
import { sha256 } from "../exact/sha256.ts";
import { heights, layers, tail, widths } from "./ziggurat.ts";

/** What a sample starts from: a text or a whole number. The same seed gives the same sample. */
export type Seed = string | number;

/** How the numbers of a sample are made; told with it. */
export const generator = "xoshiro128** seeded by SHA-256";

/**
 * Numbers without end that look drawn: xoshiro128** by David Blackman and Sebastiano Vigna (prng.di.unimi.it). The bits
 * are the same on every machine; what is computed from them is, as far as Math.log and Math.exp are.
 */
export class Random {
  readonly #state: Int32Array;

  /** From four words that are not all 0. */
  constructor(words: ReadonlyArray<number>) {
    this.#state = Int32Array.from({ length: 4 }, (_, at) => words[at] ?? 0);
  }

  /** 32 bits, as a whole number from -2^31. */
  bits(): number {
    const state = this.#state;
    const b = state[1] as number;
    const product = Math.imul(b, 5);
    const c = (state[2] as number) ^ (state[0] as number);
    const d = (state[3] as number) ^ b;
    state[0] = (state[0] as number) ^ d;
    state[1] = b ^ c;
    state[2] = c ^ (b << 9);
    state[3] = (d << 11) | (d >>> 21);
    return Math.imul((product << 7) | (product >>> 25), 9);
  }

  /** From 0, below 1, every multiple of 2^-53 as likely. */
  uniform(): number {
    return ((this.bits() >>> 5) * 2 ** 26 + (this.bits() >>> 6)) / 2 ** 53;
  }

  /** A whole number from 0, below the bound. */
  below(bound: number): number {
    return Math.floor(this.uniform() * bound);
  }

  /**
   * The normal law with mean 0 and variance 1, by the ziggurat of Marsaglia and Tsang (2000): of one word, eight bits choose
   * the layer and the other 24 the place in it.
   */
  normal(): number {
    const word = this.bits();
    const layer = word & (layers - 1);
    const x = (word >> 8) * 2 ** -23 * (widths[layer] as number);
    return Math.abs(x) < (widths[layer + 1] as number) ? x : this.#atEdge(layer, x);
  }

  #atEdge(layer: number, x: number): number {
    if (layer === 0) return this.#beyond(x < 0 ? -1 : 1);
    const low = heights[layer] as number;
    const high = heights[layer + 1] as number;
    return low + this.uniform() * (high - low) < Math.exp(-0.5 * x * x) ? x : this.normal();
  }

  /** The tail of the normal law (Marsaglia 1964). */
  #beyond(sign: 1 | -1): number {
    for (;;) {
      const x = -Math.log(1 - this.uniform()) / tail;
      const y = -Math.log(1 - this.uniform());
      if (2 * y > x * x) return sign * (tail + x);
    }
  }

  /** The gamma law of that shape, above 0, with scale 1 (Marsaglia and Tsang, A simple method, 2000). */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * (1 - this.uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - this.uniform()) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
    }
  }
}

/** A sequence of its own for every seed and path: for a chunk of a sample, for the lots of a draw. */
export const forkOf = (seed: Seed, ...path: ReadonlyArray<string | number>): Random => {
  const hash = sha256(canonicalJson([seed, ...path]));
  return new Random([0, 8, 16, 24].map((at) => Number.parseInt(hash.slice(at, at + 8), 16)));
};
