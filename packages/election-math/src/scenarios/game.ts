/** Sets of parties as the bits of a number, the first party the lowest. */

/** Writes the seats of every set of so many parties, by its bits. */
export const sumsOf = (seats: ArrayLike<number>, parties: number, into: Int32Array): void => {
  into[0] = 0;
  for (let p = 0, size = 1; p < parties; p++, size *= 2) {
    const own = seats[p] as number;
    for (let set = 0; set < size; set++) into[size + set] = (into[set] as number) + own;
  }
};

/** More than half: what a decision needs where nobody abstains. */
export const majorityOf = (total: number): number => Math.floor(total / 2) + 1;

/** The positions of a set's parties. */
export const membersOf = (set: number): ReadonlyArray<number> => {
  const members: Array<number> = [];
  for (let p = 0; set >>> p > 0; p++) if (((set >>> p) & 1) === 1) members.push(p);
  return members;
};

/** The sets that have at least the quota and no party they could do without. */
export const minimalSets = (
  seats: ArrayLike<number>,
  parties: number,
  quota: number,
): ReadonlyArray<number> => {
  const sums = new Int32Array(1 << parties);
  sumsOf(seats, parties, sums);
  const found: Array<number> = [];
  for (let set = 0; set < sums.length; set++)
    if (
      (sums[set] as number) >= quota &&
      membersOf(set).every((p) => (sums[set] as number) - (seats[p] as number) < quota)
    )
      found.push(set);
  return found;
};
