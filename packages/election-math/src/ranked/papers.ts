/**
 * Ballot papers as numbers, equal ones merged and in order. A preference is the number of a candidate from 0; `~number`
 * where the next one is ranked equal to it.
 */
export interface Papers {
  /** How many papers are alike: whole numbers. */
  readonly weights: Float64Array;
  /** Where a paper's preferences begin; one more than there are papers, for the end of the last. */
  readonly starts: Int32Array;
  /** Two bytes are enough for 10 000 candidates, the most there may be. */
  readonly preferences: Int16Array;
}

export const candidateAt = (preference: number): number => (preference < 0 ? ~preference : preference);

/** As many numbers with room for as many more. */
export const wider = <Numbers extends Uint8Array | Int16Array | Int32Array | Float64Array>(
  numbers: Numbers,
): Numbers => {
  // an array of the same kind
  const twice = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2);
  twice.set(numbers);
  return twice;
};

/** Gathers papers one after another. */
export class PaperStack {
  #weights = new Float64Array(256);
  #starts = new Int32Array(256);
  #preferences = new Int16Array(1024);
  #count = 0;
  #length = 0;

  prefer(preference: number): void {
    if (this.#length === this.#preferences.length) this.#preferences = wider(this.#preferences);
    this.#preferences[this.#length++] = preference;
  }

  /** Ends a paper; what was preferred since the last is on it. */
  end(weight: number): void {
    this.#weights[this.#count++] = weight;
    if (this.#count === this.#starts.length) {
      this.#weights = wider(this.#weights);
      this.#starts = wider(this.#starts);
    }
    this.#starts[this.#count] = this.#length;
  }

  merged(candidates: number): Papers {
    return merged(
      {
        weights: this.#weights.subarray(0, this.#count),
        starts: this.#starts.subarray(0, this.#count + 1),
        preferences: this.#preferences.subarray(0, this.#length),
      },
      candidates,
    );
  }
}

/** How many papers rank somebody, and how many nobody. */
export const castOf = ({ weights, starts }: Papers): { readonly valid: number; readonly blank: number } => {
  let valid = 0;
  let blank = 0;
  weights.forEach((weight, paper) => {
    if (starts[paper + 1] === starts[paper]) blank += weight;
    else valid += weight;
  });
  return { valid, blank };
};

const at = (words: Int16Array | Int32Array, index: number): number => words[index] as number; // within its length

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
    preferences: new Int16Array(length),
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
const few = 12;

/** The order of papers by their preferences, a shorter one before a longer. */
const inOrder = ({ weights, starts, preferences }: Papers, candidates: number): Int32Array => {
  const base = 2 * candidates + 2;
  /** 0 where the paper has ended, then each candidate alone and equal to the next. */
  const digit = (paper: number, depth: number): number => {
    const index = at(starts, paper) + depth;
    if (index >= at(starts, paper + 1)) return 0;
    const preference = at(preferences, index);
    return preference < 0 ? 2 * ~preference + 2 : 2 * preference + 1;
  };
  /** Below 0 where the one stands before the other. */
  const compare = (one: number, other: number, from: number): number => {
    for (let depth = from; ; depth++) {
      const first = digit(one, depth);
      const difference = first - digit(other, depth);
      if (difference !== 0 || first === 0) return difference;
    }
  };
  const insert = (order: Int32Array, depth: number): void => {
    for (let i = 1; i < order.length; i++) {
      const paper = at(order, i);
      let place = i;
      for (; place > 0 && compare(at(order, place - 1), paper, depth) > 0; place--)
        order[place] = at(order, place - 1);
      order[place] = paper;
    }
  };
  // as many preferences as fit become the digits of one number, the place of the paper its last: numbers sort fast
  const sort = (order: Int32Array, depth: number): void => {
    if (order.length <= few) {
      insert(order, depth);
      return;
    }
    const places = 2 ** Math.ceil(Math.log2(order.length));
    const digits = Math.floor(Math.log(2 ** 53 / places) / Math.log(base));
    const keys = new Float64Array(order.length);
    for (let i = 0; i < order.length; i++) {
      let key = 0;
      for (let next = depth; next < depth + digits; next++) key = key * base + digit(at(order, i), next);
      keys[i] = key * places + i;
    }
    keys.sort();
    const before = order.slice();
    let from = 0;
    let alike = -1;
    for (let i = 0; i <= order.length; i++) {
      const key = keys[i] ?? Number.POSITIVE_INFINITY;
      const head = Math.floor(key / places);
      if (head !== alike) {
        if (i - from > 1 && digit(at(order, from), depth + digits - 1) !== 0)
          sort(order.subarray(from, i), depth + digits);
        from = i;
        alike = head;
      }
      if (i < order.length) order[i] = at(before, key - head * places);
    }
  };
  const order = new Int32Array(weights.length);
  for (let paper = 0; paper < order.length; paper++) order[paper] = paper;
  sort(order, 0);
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
