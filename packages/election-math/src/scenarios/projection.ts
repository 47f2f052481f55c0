import type { Random } from "./random.ts";

/** So many rounds leave some ten thousandths of a constituency's votes over, no more than rounding does. */
const rounds = 2;

/** Turns shares of the whole into votes of every constituency. */
export class Projection {
  readonly #base: Float64Array;
  readonly #noise: number;
  readonly #parties: number;
  /** The votes of each constituency in the last election, of each party, and of all. */
  readonly #rows: Float64Array;
  readonly #rates: Float64Array;
  readonly #wholes: Float64Array;
  readonly #of: number;
  readonly #raw: Float64Array;
  readonly #swing: Float64Array;
  readonly #fitted: Float64Array;

  /** From the votes of the last election, party by party in each constituency. */
  constructor(base: Float64Array, parties: number, noise: number) {
    this.#base = base;
    this.#noise = noise;
    this.#parties = parties;
    this.#rows = new Float64Array(base.length / parties);
    this.#rates = new Float64Array(base.length / parties);
    this.#wholes = new Float64Array(parties);
    base.forEach((votes, cell) => {
      const row = Math.floor(cell / parties);
      this.#rows[row] = (this.#rows[row] ?? 0) + votes;
      this.#wholes[cell % parties] = (this.#wholes[cell % parties] ?? 0) + votes;
    });
    this.#of = this.#rows.reduce((sum, votes) => sum + votes, 0);
    this.#raw = new Float64Array(base.length);
    this.#swing = new Float64Array(parties);
    this.#fitted = new Float64Array(parties);
  }

  /** Writes the votes of all constituencies for the shares that begin at `at`. */
  project(shares: Float64Array, at: number, random: Random, votes: Float64Array): void {
    const raw = this.#noise === 0 ? this.#base : this.#noisy(random);
    const count = this.#parties;
    const swing = this.#swing;
    const rates = this.#rates;
    for (let p = 0; p < count; p++) swing[p] = quotient(shares[at + p] as number, this.#wholes[p] as number);
    for (let round = 0; round < rounds; round++) this.#fit(raw, shares, at);
    for (let c = 0, cell = 0; c < rates.length; c++, cell += count) {
      const rate = rates[c] as number;
      for (let p = 0; p < count; p++)
        votes[cell + p] = Math.floor((raw[cell + p] as number) * rate * (swing[p] as number) + 0.5);
    }
  }

  /** Finds the rate that fits each constituency's votes, and then the swing that fits each party's. */
  #fit(raw: Float64Array, shares: Float64Array, at: number): void {
    const count = this.#parties;
    const swing = this.#swing;
    const fitted = this.#fitted.fill(0);
    for (let c = 0, cell = 0; c < this.#rates.length; c++, cell += count) {
      let sum = 0;
      for (let p = 0; p < count; p++) sum += (raw[cell + p] as number) * (swing[p] as number);
      const rate = quotient(this.#rows[c] as number, sum);
      this.#rates[c] = rate;
      for (let p = 0; p < count; p++) fitted[p] = (fitted[p] as number) + (raw[cell + p] as number) * rate;
    }
    for (let p = 0; p < count; p++)
      swing[p] = quotient((shares[at + p] as number) * this.#of, fitted[p] as number);
  }

  #noisy(random: Random): Float64Array {
    const raw = this.#raw;
    for (let cell = 0; cell < raw.length; cell++)
      raw[cell] = (this.#base[cell] as number) * exp(this.#noise * random.normal());
    return raw;
  }
}

/** 0 of nothing is nothing. */
const quotient = (n: number, d: number): number => (d === 0 ? 0 : n / d);

/** exp by its series, some ten billionths off; Math.exp beyond a quarter, where the series would need more terms. */
const exp = (x: number): number =>
  x > -0.25 && x < 0.25
    ? 1 + x * (1 + x * (1 / 2 + x * (1 / 6 + x * (1 / 24 + x * (1 / 120 + x / 720)))))
    : Math.exp(x);
