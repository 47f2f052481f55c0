import type { Fraction } from "../exact/fraction.ts";
import { type ElectionRules, electionRules } from "../seats/election/rules.ts";
import { OTHER } from "../seats/threshold.ts";
import type { Field } from "./field.ts";
import { divisorTable, ShareOut } from "./share-out.ts";

/** Up to so many votes every product of a comparison stays below 2^50, and quotients compare as the fractions do. */
const mostVotes = 2 ** 36;

interface Share {
  readonly n: number;
  readonly d: number;
}

const inNumbers = ({ n, d }: Fraction): Share => ({ n: Number(n), d: Number(d) });

/**
 * Elections of one field on numbers alone, in microseconds each: no steps, no garbage, and the same seats as the count
 * that explains. What only that count can settle (a lot, a seat nobody may take) it leaves to it.
 */
export class Allocator {
  /** The fixed seats of the last election, party by party in each constituency. */
  readonly fixed: Int16Array;
  readonly adjustment: Int16Array;
  /** By party. */
  readonly totals: Int16Array;

  readonly #count: number;
  readonly #rules: ElectionRules;
  readonly #threshold: Share;
  readonly #local: Share | undefined;
  readonly #divisors: Float64Array;
  readonly #seats: Int32Array;
  readonly #totalSeats: number;
  readonly #isDivided: boolean;
  /** What is counted together as `OTHER` is no party. */
  readonly #isParty: Uint8Array;
  /** Who shares in the whole. */
  readonly #shares: Uint8Array;
  /** Who takes part in a constituency. */
  readonly #takes: Uint8Array;
  readonly #whole: Float64Array;
  readonly #entitled: Int16Array;
  readonly #fixedOf: Int32Array;
  readonly #numbers: Float64Array;
  readonly #waiting: Int32Array;
  readonly #shareOut: ShareOut;

  constructor({ rules: id, totalSeats, constituencies, parties }: Field) {
    const rules: ElectionRules = electionRules[id];
    const cells = parties.length * constituencies.length;
    this.#count = parties.length;
    this.#rules = rules;
    this.#threshold = inNumbers(rules.threshold(constituencies.length > 1));
    this.#local = rules.localThreshold && inNumbers(rules.localThreshold);
    const { n, d } = inNumbers(rules.firstDivisor);
    this.#divisors = divisorTable(n, d, totalSeats);
    this.#seats = Int32Array.from(constituencies, ({ fixedSeats }) => fixedSeats);
    this.#totalSeats = totalSeats;
    this.#isDivided = constituencies.length > 1 || totalSeats > (this.#seats[0] ?? 0);
    this.#isParty = Uint8Array.from(parties, (party) => (party === OTHER ? 0 : 1));
    this.#shares = new Uint8Array(parties.length);
    this.#takes = new Uint8Array(cells);
    this.#whole = new Float64Array(parties.length);
    this.#entitled = new Int16Array(parties.length);
    this.#fixedOf = new Int32Array(parties.length);
    this.#numbers = new Float64Array(constituencies.length);
    this.#waiting = new Int32Array(constituencies.length);
    this.#shareOut = new ShareOut(parties.length);
    this.fixed = new Int16Array(cells);
    this.adjustment = new Int16Array(cells);
    this.totals = new Int16Array(parties.length);
  }

  /** Counts the election whose votes begin at `at`; false where it has to be counted step by step. */
  allocate(votes: Float64Array, at = 0): boolean {
    const count = this.#count;
    if (!this.#admit(votes, at)) return false;
    const { fixed, adjustment, totals } = this;
    const fixedOf = this.#fixedOf.fill(0);
    for (let c = 0, cell = 0; c < this.#seats.length; c++, cell += count) {
      const seats = this.#seats[c] as number;
      const isClear = this.#shareOut.share(
        seats,
        votes,
        at + cell,
        this.#takes,
        cell,
        this.#divisors,
        fixed,
        cell,
      );
      if (!isClear) return false;
      for (let p = 0; p < count; p++) fixedOf[p] = (fixedOf[p] as number) + (fixed[cell + p] as number);
    }
    adjustment.fill(0);
    if (this.#isDivided) {
      if (!this.#entitle()) return false;
      if (this.#isOver()) {
        const isClear = this.#rules.surplus === "returned" ? this.#return(votes, at) : this.#setAside();
        if (!isClear) return false;
      }
      for (let p = 0; p < count; p++) if (!this.#place(votes, at, p)) return false;
    }
    for (let p = 0; p < count; p++)
      totals[p] =
        this.#isDivided && this.#shares[p] === 1 ? (this.#entitled[p] as number) : (fixedOf[p] as number);
    return true;
  }

  /** Who takes part, in the whole and in each constituency; false where the votes are too many to compare here. */
  #admit(votes: Float64Array, at: number): boolean {
    const count = this.#count;
    const whole = this.#whole.fill(0);
    let of = 0;
    for (let cell = 0; cell < this.#takes.length; cell += count)
      for (let p = 0; p < count; p++) {
        const own = votes[at + cell + p] as number;
        whole[p] = (whole[p] as number) + own;
        of += own;
      }
    const { n, d } = this.#threshold;
    let isBelow = false;
    for (let p = 0; p < count; p++) {
      const isOver = this.#isParty[p] === 1 && (whole[p] as number) * d >= of * n;
      this.#shares[p] = isOver ? 1 : 0;
      isBelow ||= this.#isParty[p] === 1 && !isOver;
    }
    for (let cell = 0; cell < this.#takes.length; cell += count) {
      for (let p = 0; p < count; p++) this.#takes[cell + p] = this.#shares[p] as number;
      if (isBelow && this.#local !== undefined) this.#admitLocally(this.#local, votes, at, cell);
    }
    return of <= mostVotes;
  }

  #admitLocally({ n, d }: Share, votes: Float64Array, at: number, cell: number): void {
    let of = 0;
    for (let p = 0; p < this.#count; p++) of += votes[at + cell + p] as number;
    for (let p = 0; p < this.#count; p++)
      if (this.#isParty[p] === 1 && (votes[at + cell + p] as number) * d >= of * n) this.#takes[cell + p] = 1;
  }

  /** What each party that shares in the whole is entitled to, beside the fixed seats of those that do not. */
  #entitle(): boolean {
    const seats = this.#totalSeats - this.#outside();
    return this.#shareOut.share(seats, this.#whole, 0, this.#shares, 0, this.#divisors, this.#entitled, 0);
  }

  #outside(): number {
    let seats = 0;
    for (let p = 0; p < this.#count; p++) if (this.#shares[p] === 0) seats += this.#fixedOf[p] as number;
    return seats;
  }

  #isOver(): boolean {
    for (let p = 0; p < this.#count; p++)
      if (this.#shares[p] === 1 && (this.#fixedOf[p] as number) > (this.#entitled[p] as number)) return true;
    return false;
  }

  #setAside(): boolean {
    while (this.#isOver()) {
      for (let p = 0; p < this.#count; p++)
        if (this.#shares[p] === 1 && (this.#fixedOf[p] as number) > (this.#entitled[p] as number))
          this.#shares[p] = 2;
      for (let p = 0; p < this.#count; p++) if (this.#shares[p] === 2) this.#shares[p] = 0;
      if (!this.#entitle()) return false;
    }
    return true;
  }

  #return(votes: Float64Array, at: number): boolean {
    // an election that was left to the other count may have left seats waiting
    this.#waiting.fill(0);
    while (this.#isOver()) {
      const outside = this.#outside();
      let left = 0;
      for (let p = 0; p < this.#count; p++)
        while (this.#shares[p] === 1 && (this.#fixedOf[p] as number) > (this.#entitled[p] as number)) {
          if (!this.#takeBack(votes, at, p)) return false;
          left++;
        }
      for (; left > 0; left--) if (!this.#giveAnew(votes, at)) return false;
      if (this.#outside() !== outside && !this.#entitle()) return false;
    }
    return true;
  }

  /** Takes back a party's seat with the smallest number; false where none may be, or two are equal. */
  #takeBack(votes: Float64Array, at: number, party: number): boolean {
    let least = Number.POSITIVE_INFINITY;
    let where = -1;
    let isTied = false;
    for (let c = 0; c < this.#seats.length; c++) {
      const cell = c * this.#count + party;
      const held = this.fixed[cell] as number;
      if (held === 0 || (this.#seats[c] as number) < this.#rules.returnsFrom) continue;
      const number = (votes[at + cell] as number) / (this.#divisors[held] as number);
      isTied = number === least || (isTied && number > least);
      if (number < least) {
        least = number;
        where = c;
      }
    }
    if (where < 0 || isTied) return false;
    this.#move(where, party, -1);
    return true;
  }

  /** Gives a seat that waits to the greatest number; false where nobody may take one, or two are equal. */
  #giveAnew(votes: Float64Array, at: number): boolean {
    let most = 0;
    let where = -1;
    let to = -1;
    let isTied = false;
    for (let c = 0; c < this.#seats.length; c++) {
      if (this.#waiting[c] === 0) continue;
      for (let p = 0; p < this.#count; p++) {
        const cell = c * this.#count + p;
        const isFull = this.#shares[p] === 1 && (this.#fixedOf[p] as number) >= (this.#entitled[p] as number);
        if (this.#takes[cell] === 0 || isFull) continue;
        const number =
          (votes[at + cell] as number) / (this.#divisors[(this.fixed[cell] as number) + 1] as number);
        isTied = number === most || (isTied && number < most);
        if (number > most) {
          most = number;
          where = c;
          to = p;
        }
      }
    }
    if (where < 0 || isTied) return false;
    this.#move(where, to, 1);
    return true;
  }

  #move(constituency: number, party: number, by: 1 | -1): void {
    const cell = constituency * this.#count + party;
    this.fixed[cell] = (this.fixed[cell] as number) + by;
    this.#fixedOf[party] = (this.#fixedOf[party] as number) + by;
    this.#waiting[constituency] = (this.#waiting[constituency] as number) - by;
  }

  /** Places what a party lacks of its share; false where two constituencies are equal for its last seat. */
  #place(votes: Float64Array, at: number, party: number): boolean {
    if (this.#shares[party] === 0) return true;
    const count = this.#count;
    const numbers = this.#numbers;
    let left = (this.#entitled[party] as number) - (this.#fixedOf[party] as number);
    if (left === 0) return true;
    let last = 0;
    for (let c = 0, cell = party; c < numbers.length; c++, cell += count)
      numbers[c] = (votes[at + cell] as number) / (2 * (this.fixed[cell] as number) + 1);
    for (;;) {
      let most = 0;
      let best = 0;
      for (let c = 0; c < numbers.length; c++) {
        const number = numbers[c] as number;
        if (number > most) {
          most = number;
          best = c;
        }
      }
      if (left === 0) return most < last;
      const cell = best * count + party;
      const placed = (this.adjustment[cell] as number) + 1;
      this.adjustment[cell] = placed;
      numbers[best] = (votes[at + cell] as number) / (2 * ((this.fixed[cell] as number) + placed) + 1);
      last = most;
      left--;
    }
  }
}
