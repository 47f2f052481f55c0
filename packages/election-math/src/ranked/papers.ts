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

/** As many numbers with room for as many more. */
export const wider = <Numbers extends Int32Array | Float64Array>(numbers: Numbers): Numbers => {
  // an array of the same kind
  const twice = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2);
  twice.set(numbers);
  return twice;
};

/** Gathers papers one after another. */
export class PaperStack {
  #weights: Array<number> = [];
  #starts: Array<number> = [0];
  #preferences = new Int32Array(1024);
  #length = 0;

  prefer(preference: number): void {
    if (this.#length === this.#preferences.length) this.#preferences = wider(this.#preferences);
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
  const kept = new Int32Array(order.length);
  const sums = new Float64Array(order.length);
  let count = 0;
  let length = 0;
  for (let i = 0; i < order.length; i++) {
    const paper = at(order, i);
    if (count === 0 || !isEqual(papers, at(kept, count - 1), paper)) {
      kept[count++] = paper;
      length += at(starts, paper + 1) - at(starts, paper);
    }
    sums[count - 1] = (sums[count - 1] as number) + (weights[paper] as number);
  }
  const result = {
    weights: sums.slice(0, count),
    starts: new Int32Array(count + 1),
    preferences: new Int32Array(length),
  };
  let end = 0;
  for (let index = 0; index < count; index++) {
    const paper = at(kept, index);
    for (let i = at(starts, paper); i < at(starts, paper + 1); i++)
      result.preferences[end++] = at(preferences, i);
    result.starts[index + 1] = end;
  }
  return result;
};

const isEqual = ({ starts, preferences }: Papers, one: number, other: number): boolean => {
  const [from, to] = [at(starts, one), at(starts, other)];
  const length = at(starts, one + 1) - from;
  if (at(starts, other + 1) - to !== length) return false;
  for (let i = 0; i < length; i++) if (preferences[from + i] !== preferences[to + i]) return false;
  return true;
};

/** So few papers are sooner in order by comparing them. */
const few = 24;

/** The order of papers by their preferences, a shorter one before a longer; sorted into buckets, a preference at a time. */
const inOrder = ({ weights, starts, preferences }: Papers, candidates: number): Int32Array => {
  const order = Int32Array.from(weights, (_, paper) => paper);
  const spare = new Int32Array(order.length);
  const base = 2 * candidates + 2;
  /** 0 where the paper has ended, then each candidate alone and equal to the next. */
  const lookedUp = (paper: number, depth: number): number => {
    const index = at(starts, paper) + depth;
    if (index >= at(starts, paper + 1)) return 0;
    const preference = at(preferences, index);
    return preference < 0 ? 2 * ~preference + 2 : 2 * preference + 1;
  };
  // the first preferences of a paper as the digits of one number, since looking them up again is what takes time
  const digits = Math.floor(52 / Math.log2(base));
  const powers = Float64Array.from({ length: digits }, (_, depth) => base ** (digits - 1 - depth));
  const keys = Float64Array.from(weights, (_, paper) => {
    let key = 0;
    for (let depth = 0; depth < digits; depth++) key = key * base + lookedUp(paper, depth);
    return key;
  });
  const bucketOf = (paper: number, depth: number): number =>
    depth < digits
      ? Math.floor((keys[paper] as number) / (powers[depth] as number)) % base
      : lookedUp(paper, depth);
  /** Below 0 where the one stands before the other. */
  const compare = (one: number, other: number): number => {
    const difference = (keys[one] as number) - (keys[other] as number);
    if (difference !== 0) return difference;
    for (let depth = digits; ; depth++) {
      const bucket = lookedUp(one, depth);
      const difference = bucket - lookedUp(other, depth);
      if (difference !== 0 || bucket === 0) return difference;
    }
  };
  const insert = (from: number, to: number): void => {
    for (let i = from + 1; i < to; i++) {
      const paper = at(order, i);
      let place = i;
      for (; place > from && compare(at(order, place - 1), paper) > 0; place--)
        order[place] = at(order, place - 1);
      order[place] = paper;
    }
  };
  const sort = (from: number, to: number, depth: number): void => {
    if (to - from <= few) {
      insert(from, to);
      return;
    }
    const ends = new Int32Array(base);
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
