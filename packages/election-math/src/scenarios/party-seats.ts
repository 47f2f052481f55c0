import type { Field } from "../allocator/field.ts";
import { divisorTable, ShareOut } from "../allocator/share-out.ts";
import { type ElectionRules, electionRules } from "../seats/election/rules.ts";
import { OTHER } from "../seats/threshold.ts";

/** Up to so many votes quotients compare as the fractions do. */
const mostVotes = 2 ** 36;

/**
 * The seats of parties, where neither a lot nor the place of a seat can change them. A party over the bar of the whole ends
 * with its share of all seats as long as every fixed seat beyond that share can be returned and taken by somebody else; most
 * lots decide in which constituency a seat falls. A sample tells parties, so that it needs no more.
 */
export class PartySeats {
  /** By party, of the last election that was settled. */
  readonly totals: Int16Array;
  /** A bit for every party over the bar of the whole, of the last election, settled or not. */
  over = 0;
  readonly #rules: ElectionRules;
  readonly #isParty: Uint8Array;
  readonly #bar: { readonly n: number; readonly d: number };
  readonly #seats: Int16Array;
  readonly #totalSeats: number;
  readonly #divisors: Float64Array;
  /** Who is over the bar of the whole. */
  readonly #takes: Uint8Array;
  readonly #whole: Float64Array;
  readonly #rows: Float64Array;
  readonly #held: Int16Array;
  readonly #fixed: Int16Array;
  readonly #returnable: Int16Array;
  readonly #shareOut: ShareOut;

  constructor({ rules: id, totalSeats, constituencies, parties }: Field) {
    const rules: ElectionRules = electionRules[id];
    const count = parties.length;
    this.#rules = rules;
    this.#isParty = Uint8Array.from(parties, (party) => (party === OTHER ? 0 : 1));
    const bar = rules.threshold(constituencies.length > 1);
    this.#bar = { n: Number(bar.n), d: Number(bar.d) };
    this.#seats = Int16Array.from(constituencies, ({ fixedSeats }) => fixedSeats);
    this.#totalSeats = totalSeats;
    this.#divisors = divisorTable(Number(rules.firstDivisor.n), Number(rules.firstDivisor.d), totalSeats);
    this.#takes = new Uint8Array(count);
    this.#whole = new Float64Array(count);
    this.#rows = new Float64Array(constituencies.length);
    this.#held = new Int16Array(count);
    this.#fixed = new Int16Array(count);
    this.#returnable = new Int16Array(count);
    this.#shareOut = new ShareOut(count);
    this.totals = new Int16Array(count);
  }

  /** Whether the seats by party are settled; the votes are whole, party by party in each constituency. */
  settle(votes: Float64Array): boolean {
    if (!this.#admit(votes)) return false;
    if (this.#seats.length === 1 || this.#isOpenLocally(votes)) return false;
    if (!this.#share(this.#totalSeats, this.#whole, 0, this.totals)) return false;
    const tied = this.#tied(votes);
    return tied >= 0 && this.#isEven(votes, tied);
  }

  /** Who is over the bar; false where the votes are too many to compare here. */
  #admit(votes: Float64Array): boolean {
    const whole = this.#whole.fill(0);
    const count = whole.length;
    let of = 0;
    for (let c = 0, cell = 0; c < this.#rows.length; c++, cell += count) {
      let row = 0;
      for (let p = 0; p < count; p++) {
        const own = votes[cell + p] as number;
        whole[p] = (whole[p] as number) + own;
        row += own;
      }
      this.#rows[c] = row;
      of += row;
    }
    this.over = 0;
    for (let p = 0; p < count; p++) {
      const isOver = this.#isParty[p] === 1 && (whole[p] as number) * this.#bar.d >= of * this.#bar.n;
      this.#takes[p] = isOver ? 1 : 0;
      if (isOver) this.over |= 1 << p;
    }
    return of <= mostVotes;
  }

  /** Whether a party below the bar of the whole may win seats in a constituency. */
  #isOpenLocally(votes: Float64Array): boolean {
    const bar = this.#rules.localThreshold;
    if (bar === undefined) return false;
    const [n, d] = [Number(bar.n), Number(bar.d)];
    const count = this.#whole.length;
    for (let p = 0; p < count; p++) {
      if (this.#isParty[p] === 0 || this.#takes[p] === 1) continue;
      for (let c = 0; c < this.#rows.length; c++)
        if ((votes[c * count + p] as number) * d >= (this.#rows[c] as number) * n) return true;
    }
    return false;
  }

  /** The fixed seats with one outcome of every lot, and in how many constituencies there is one; -1 where nobody takes part. */
  #tied(votes: Float64Array): number {
    const count = this.#whole.length;
    this.#fixed.fill(0);
    this.#returnable.fill(0);
    let tied = 0;
    for (let c = 0, cell = 0; c < this.#seats.length; c++, cell += count) {
      const seats = this.#seats[c] as number;
      const isClear = this.#share(seats, votes, cell, this.#held);
      if (!isClear) tied++;
      if (!isClear && !this.#isTakenPartIn(votes, cell)) return -1;
      const isReturnable = seats >= this.#rules.returnsFrom;
      for (let p = 0; p < count; p++) {
        const held = this.#held[p] as number;
        this.#fixed[p] = (this.#fixed[p] as number) + held;
        if (isReturnable) this.#returnable[p] = (this.#returnable[p] as number) + held;
      }
    }
    return tied;
  }

  #share(seats: number, votes: Float64Array, at: number, held: Int16Array): boolean {
    return this.#shareOut.share(seats, votes, at, this.#takes, 0, this.#divisors, held, 0);
  }

  #isTakenPartIn(votes: Float64Array, cell: number): boolean {
    for (let p = 0; p < this.#takes.length; p++)
      if (this.#takes[p] === 1 && (votes[cell + p] as number) > 0) return true;
    return false;
  }

  /**
   * Whether every party ends with its share, whatever is drawn. A lot gives a party at most one seat more or less in a
   * constituency, so that `tied` bounds what all of them do.
   */
  #isEven(votes: Float64Array, tied: number): boolean {
    let surplus = 0;
    for (let p = 0; p < this.#takes.length; p++) {
      const over = (this.#fixed[p] as number) + tied - (this.totals[p] as number);
      if (this.#takes[p] === 0 || over <= 0) continue;
      if ((this.#returnable[p] as number) - tied < over) return false;
      surplus += over;
    }
    return surplus === 0 || (this.#rules.surplus === "returned" && this.#isTaken(votes, surplus, tied));
  }

  /** Whether there is a party that can take every one of so many seats, wherever they are returned. */
  #isTaken(votes: Float64Array, surplus: number, tied: number): boolean {
    const count = this.#takes.length;
    for (let p = 0; p < count; p++) {
      const room = (this.totals[p] as number) - (this.#fixed[p] as number) - tied;
      if (this.#takes[p] === 0 || room < surplus) continue;
      let cell = p;
      while (cell < votes.length && (votes[cell] as number) > 0) cell += count;
      if (cell >= votes.length) return true;
    }
    return false;
  }
}
