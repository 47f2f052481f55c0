/**
 * Ballot papers as numbers, equal ones merged and in order. A preference is the number of a candidate from 0; `~number`
 * where the next one is ranked equal to it.
 */
export interface Papers {
  /** How many papers are alike: whole numbers. */
  readonly weights: Float64Array;
  /** Where a paper's preferences begin; one more than there are papers, for the end of the last. */
  readonly starts: Int32Array;
  readonly preferences: Int32Array;
}

export const candidateAt = (preference: number): number => (preference < 0 ? ~preference : preference);

/** Gathers papers one after another. */
export class PaperStack {
  #weights: Array<number> = [];
  #starts: Array<number> = [0];
  #preferences = new Int32Array(1024);
  #length = 0;

  prefer(preference: number): void {
    if (this.#length === this.#preferences.length) {
      const wider = new Int32Array(this.#length * 2);
      wider.set(this.#preferences);
      this.#preferences = wider;
    }
    this.#preferences[this.#length++] = preference;
  }

  /** Ends a paper; what was preferred since the last is on it. */
  end(weight: number): void {
    this.#weights.push(weight);
    this.#starts.push(this.#length);
  }

  merged(candidates: number): Papers {
    return merged(
      {
        weights: Float64Array.from(this.#weights),
        starts: Int32Array.from(this.#starts),
        preferences: this.#preferences.subarray(0, this.#length),
      },
      candidates,
    );
  }
}

const at = (words: Int32Array, index: number): number => words[index] as number; // within its length

/** Puts papers in order of their preferences and merges those that are equal, so that neither matters to a count. */
const merged = (papers: Papers, candidates: number): Papers => {
  const { weights, starts, preferences } = papers;
  const order = inOrder(papers, candidates);
  const kept: Array<number> = [];
  const sums: Array<number> = [];
  for (const paper of order) {
    const last = kept.at(-1);
    if (last !== undefined && isEqual(papers, last, paper))
      sums[sums.length - 1] = (sums.at(-1) ?? 0) + (weights[paper] ?? 0);
    else {
      kept.push(paper);
      sums.push(weights[paper] ?? 0);
    }
  }
  const length = kept.reduce((sum, paper) => sum + at(starts, paper + 1) - at(starts, paper), 0);
  const result = {
    weights: Float64Array.from(sums),
    starts: new Int32Array(kept.length + 1),
    preferences: new Int32Array(length),
  };
  kept.forEach((paper, index) => {
    const own = preferences.subarray(at(starts, paper), at(starts, paper + 1));
    result.preferences.set(own, at(result.starts, index));
    result.starts[index + 1] = at(result.starts, index) + own.length;
  });
  return result;
};

const isEqual = ({ starts, preferences }: Papers, one: number, other: number): boolean => {
  const [from, to] = [at(starts, one), at(starts, other)];
  const length = at(starts, one + 1) - from;
  if (at(starts, other + 1) - to !== length) return false;
  for (let i = 0; i < length; i++) if (preferences[from + i] !== preferences[to + i]) return false;
  return true;
};

/** The order of papers by their preferences, a shorter one before a longer; sorted into buckets, a preference at a time. */
const inOrder = ({ weights, starts, preferences }: Papers, candidates: number): Int32Array => {
  const order = Int32Array.from(weights, (_, paper) => paper);
  const spare = new Int32Array(order.length);
  /** 0 where the paper has ended, then each candidate alone and equal to the next. */
  const bucketOf = (paper: number, depth: number): number => {
    const index = at(starts, paper) + depth;
    if (index >= at(starts, paper + 1)) return 0;
    const preference = at(preferences, index);
    return preference < 0 ? 2 * ~preference + 2 : 2 * preference + 1;
  };
  const sort = (from: number, to: number, depth: number): void => {
    const ends = new Int32Array(2 * candidates + 2);
    for (let i = from; i < to; i++) {
      const bucket = bucketOf(at(order, i), depth) + 1;
      ends[bucket] = at(ends, bucket) + 1;
    }
    ends[0] = from;
    for (let bucket = 1; bucket < ends.length; bucket++)
      ends[bucket] = at(ends, bucket) + at(ends, bucket - 1);
    const begins = ends.slice();
    for (let i = from; i < to; i++) {
      const bucket = bucketOf(at(order, i), depth);
      spare[at(ends, bucket)] = at(order, i);
      ends[bucket] = at(ends, bucket) + 1;
    }
    order.set(spare.subarray(from, to), from);
    for (let bucket = 1; bucket < begins.length - 1; bucket++)
      if (at(begins, bucket + 1) - at(begins, bucket) > 1)
        sort(at(begins, bucket), at(begins, bucket + 1), depth + 1);
  };
  if (order.length > 1) sort(0, order.length, 0);
  return order;
};

/** The papers with some candidates struck, as if those had never stood; who was equal to them stays equal. */
export const without = (papers: Papers, struck: ReadonlySet<number>, candidates: number): Papers => {
  if (struck.size === 0) return papers;
  const stack = new PaperStack();
  papers.weights.forEach((weight, paper) => {
    for (const group of groupsOf(papers, paper)) {
      const left = group.filter((candidate) => !struck.has(candidate));
      for (const [index, candidate] of left.entries())
        stack.prefer(index < left.length - 1 ? ~candidate : candidate);
    }
    stack.end(weight);
  });
  return stack.merged(candidates);
};

/** A paper's candidates, those ranked equal together. */
export function* groupsOf({ starts, preferences }: Papers, paper: number): Generator<ReadonlyArray<number>> {
  let group: Array<number> = [];
  for (let i = at(starts, paper); i < at(starts, paper + 1); i++) {
    const preference = at(preferences, i);
    group.push(candidateAt(preference));
    if (preference >= 0) {
      yield group;
      group = [];
    }
  }
}
