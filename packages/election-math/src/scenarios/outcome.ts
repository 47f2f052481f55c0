import type { CheckedDistinctions } from "./distinctions.ts";
import { majorityOf } from "./game.ts";

/** How a bloc stands: tolerated where fewer than a majority are against it; whoever has a majority is that too. */
export const standings = ["neither", "toleration", "majority"] as const;

/** One outcome after another, read from numbers; makes no garbage. */
export class Outcome {
  /** By party. */
  readonly seats: Int32Array;
  /** By bloc: its seats, and how it stands, as a position in `standings`. */
  readonly blocSeats: Int32Array;
  readonly blocStanding: Int32Array;
  /** A bit for every party over the bar. */
  over = 0;
  /** Which of one's own bands it is in, from 0. */
  band = 0;
  readonly #distinctions: CheckedDistinctions;
  readonly #ordered: Int32Array;
  readonly #sums: Int32Array;
  readonly #sets: Int32Array;
  #majority = 0;

  constructor(distinctions: CheckedDistinctions) {
    const { parties, blocs, coalitions } = distinctions;
    this.#distinctions = distinctions;
    this.seats = new Int32Array(parties.length);
    this.blocSeats = new Int32Array(blocs.length);
    this.blocStanding = new Int32Array(blocs.length);
    this.#ordered = new Int32Array(parties.length);
    this.#sums = new Int32Array(coalitions ? 1 << parties.length : 0);
    this.#sets = new Int32Array(this.#sums.length);
  }

  /** Reads the seats by party that begin at `at`. */
  read(totals: ArrayLike<number>, at: number, over: number): void {
    const { blocs, own } = this.#distinctions;
    let total = 0;
    for (let p = 0; p < this.seats.length; p++) {
      const seats = totals[at + p] as number;
      this.seats[p] = seats;
      total += seats;
    }
    this.over = over;
    this.#majority = majorityOf(total);
    for (let b = 0; b < blocs.length; b++) {
      const bloc = blocs[b] as (typeof blocs)[number];
      const seats = this.#sum(bloc.parties);
      this.blocSeats[b] = seats;
      this.blocStanding[b] = seats >= this.#majority ? 2 : this.#sum(bloc.against) < this.#majority ? 1 : 0;
    }
    if (own === undefined) return;
    const seats = this.seats[own.party] as number;
    this.band = 0;
    while (this.band < own.bands.length && seats >= (own.bands[this.band] as number)) this.band++;
  }

  #sum(parties: ReadonlyArray<number>): number {
    let sum = 0;
    for (let i = 0; i < parties.length; i++) sum += this.seats[parties[i] as number] as number;
    return sum;
  }

  /** Writes words that are the same exactly for outcomes with the same key, and tells how many. */
  signature(words: Uint32Array): number {
    let length = 0;
    words[length++] = this.over;
    words[length++] = this.band;
    for (let b = 0; b < this.blocStanding.length; b++) words[length++] = this.blocStanding[b] as number;
    return this.#distinctions.coalitions ? this.#game(words, length) : length;
  }

  /** The coalitions with a majority that need every one of their parties, in order. */
  #game(words: Uint32Array, at: number): number {
    const sums = this.#sums;
    const sets = this.#sets;
    const majority = this.#majority;
    let size = 1;
    // the fewest seats first, so that the lowest bit of a set is the party it could do without most easily
    for (let taken = this.#order(); taken > 0; taken--, size *= 2) {
      const p = this.#ordered[this.#ordered.length - taken] as number;
      const own = this.seats[p] as number;
      for (let set = 0; set < size; set++) {
        sums[size + set] = (sums[set] as number) + own;
        sets[size + set] = (sets[set] as number) | (1 << p);
      }
    }
    let length = at;
    for (let set = 1; set < size; set++)
      if ((sums[set] as number) >= majority && (sums[set & (set - 1)] as number) < majority)
        words[length++] = sets[set] as number;
    words.subarray(at, length).sort();
    return length;
  }

  /** Puts the parties in order of their seats; tells how many have any, which stand last. */
  #order(): number {
    const ordered = this.#ordered;
    let seated = 0;
    for (let p = 0; p < ordered.length; p++) {
      const own = this.seats[p] as number;
      let place = p;
      for (; place > 0 && (this.seats[ordered[place - 1] as number] as number) > own; place--)
        ordered[place] = ordered[place - 1] as number;
      ordered[place] = p;
      if (own > 0) seated++;
    }
    return seated;
  }
}

/** The most words a signature has. */
export const mostWords = ({ parties, blocs, coalitions }: CheckedDistinctions): number =>
  2 + blocs.length + (coalitions ? 1 << parties.length : 0);
