/**
 * The divisors of the odd numbers in whole numbers. At `k + 1` stands what divides the votes of a contender with k seats, so
 * that at `k` stands what gave it the last of them, and at 0 a zero: no last seat, no number small enough.
 */
export const divisorTable = (first: number, scale: number, most: number): Float64Array =>
  Float64Array.from({ length: most + 3 }, (_, at) => (at < 2 ? at * first : (2 * at - 1) * scale));

/** Shares seats among so many contenders; makes no garbage. */
export class ShareOut {
  readonly #next: Float64Array;
  readonly #last: Float64Array;

  constructor(contenders: number) {
    this.#next = new Float64Array(contenders);
    this.#last = new Float64Array(contenders);
  }

  /**
   * Gives the seats that the greatest comparison numbers give, starting from rounded shares; false where equal numbers
   * would have to be told apart. A quotient of whole numbers below 2^50 is equal or greater exactly where the fraction is.
   */
  share(
    seats: number,
    votes: Float64Array,
    votesAt: number,
    takes: Uint8Array,
    takesAt: number,
    divisors: Float64Array,
    held: Int16Array,
    heldAt: number,
  ): boolean {
    const next = this.#next;
    const last = this.#last;
    const count = next.length;
    let sum = 0;
    for (let i = 0; i < count; i++) if (takes[takesAt + i] === 1) sum += votes[votesAt + i] as number;
    if (sum === 0) return false;
    const rate = seats / sum;
    // a first seat takes the more of a share the greater the first divisor
    const first = ((divisors[1] as number) / (divisors[2] as number)) * 1.5;
    let given = 0;
    let up = 0;
    let down = Number.POSITIVE_INFINITY;
    for (let i = 0; i < count; i++) {
      const own = takes[takesAt + i] === 1 ? (votes[votesAt + i] as number) : 0;
      const share = own * rate;
      const k = share < first ? 0 : (share + 0.5) | 0;
      const ahead = own / (divisors[k + 1] as number);
      const behind = k === 0 ? Number.POSITIVE_INFINITY : own / (divisors[k] as number);
      held[heldAt + i] = k;
      next[i] = ahead;
      last[i] = behind;
      given += k;
      if (ahead > up) up = ahead;
      if (behind < down) down = behind;
    }
    while (given !== seats || up > down) {
      if (given <= seats) {
        let at = 0;
        while (next[at] !== up) at++;
        const k = (held[heldAt + at] as number) + 1;
        given++;
        held[heldAt + at] = k;
        last[at] = up;
        next[at] = (votes[votesAt + at] as number) / (divisors[k + 1] as number);
      } else {
        let at = 0;
        while (last[at] !== down) at++;
        const k = (held[heldAt + at] as number) - 1;
        given--;
        held[heldAt + at] = k;
        next[at] = down;
        last[at] =
          k === 0 ? Number.POSITIVE_INFINITY : (votes[votesAt + at] as number) / (divisors[k] as number);
      }
      up = 0;
      down = Number.POSITIVE_INFINITY;
      for (let i = 0; i < count; i++) {
        if ((next[i] as number) > up) up = next[i] as number;
        if ((last[i] as number) < down) down = last[i] as number;
      }
    }
    return up < down;
  }
}
