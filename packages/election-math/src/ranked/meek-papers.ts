import { sharesOf } from "./equal-shares.ts";
import { productUp, unit } from "./keep.ts";
import { groupsOf, type Papers, wider } from "./papers.ts";
import type { Status } from "./race.ts";

/** What a count by keep values comes to. */
export interface Kept {
  readonly votes: Float64Array;
  nonTransferable: number;
}

/** Papers that rank candidates equal down to the first who keeps everything: how many are alike, and their groups. */
interface EqualPapers {
  weight: number;
  readonly groups: ReadonlyArray<ReadonlyArray<number>>;
}

/** Nodes there is room for at first. */
const begun = 64;

/** What the candidates of a rank keep; whoever is alone there keeps what any other paper of the same value would leave. */
const shares = (
  value: number,
  group: ReadonlyArray<number>,
  keep: ReadonlyArray<number>,
): Iterable<readonly [candidate: number, share: number]> => {
  const [only = 0] = group;
  return group.length === 1 ? [[only, productUp(value, keep[only] ?? 0)]] : sharesOf(value, group, keep);
};

/**
 * Papers as far as they count: down to the first hopeful, without those who are excluded. What is alike so far is one node of
 * a tree, so that counting again with other keep values takes a step a node and not a step a paper.
 */
export class MeekPapers {
  readonly #count: number;
  readonly #papers: Papers;
  readonly #status: ReadonlyArray<Status>;
  /** By node, 0 being where every paper begins: whom it adds to its parent's, how many papers come to it, how many end there. */
  #candidates = new Int32Array(begun);
  #parents = new Int32Array(begun);
  #weights = new Float64Array(begun);
  #ends = new Float64Array(begun);
  /** By node and candidate, 0 where there is none. */
  #children: Int32Array;
  #nodes = 1;
  readonly #equal = new Map<string, EqualPapers>();

  constructor(papers: Papers, status: ReadonlyArray<Status>) {
    this.#count = status.length;
    this.#papers = papers;
    this.#status = status;
    this.#children = new Int32Array(begun * status.length);
    for (let paper = 0; paper < papers.weights.length; paper++) this.#add(paper);
  }

  #add(paper: number): void {
    const { weights, starts, preferences } = this.#papers;
    const end = starts[paper + 1] as number;
    const weight = weights[paper] as number;
    let last = starts[paper] as number;
    for (; last < end; last++) {
      const preference = preferences[last] as number;
      if (preference < 0) {
        this.#addEqual(paper, weight);
        return;
      }
      if (this.#status[preference] === "hopeful") break;
    }
    let node = 0;
    for (let i = starts[paper] as number; i < end && i <= last; i++) {
      const candidate = preferences[i] as number;
      if (this.#status[candidate] === "excluded") continue;
      node = this.#children[node * this.#count + candidate] || this.#grow(node, candidate);
      this.#weights[node] = (this.#weights[node] as number) + weight;
    }
    if (end > (starts[paper] as number)) this.#ends[node] = (this.#ends[node] as number) + weight;
  }

  /** A new node below another. */
  #grow(parent: number, candidate: number): number {
    if (this.#nodes === this.#parents.length) {
      this.#candidates = wider(this.#candidates);
      this.#parents = wider(this.#parents);
      this.#weights = wider(this.#weights);
      this.#ends = wider(this.#ends);
      this.#children = wider(this.#children);
    }
    const node = this.#nodes++;
    this.#candidates[node] = candidate;
    this.#parents[node] = parent;
    this.#children[parent * this.#count + candidate] = node;
    return node;
  }

  #addEqual(paper: number, weight: number): void {
    const groups: Array<ReadonlyArray<number>> = [];
    for (const group of groupsOf(this.#papers, paper)) {
      const left = group.filter((candidate) => this.#status[candidate] !== "excluded");
      if (left.length > 0) groups.push(left);
      if (left.some((candidate) => this.#status[candidate] === "hopeful")) break;
    }
    const key = groups.map((group) => group.join("=")).join(",");
    const alike = this.#equal.get(key) ?? { weight: 0, groups };
    alike.weight += weight;
    this.#equal.set(key, alike);
  }

  /** Every candidate keeps its share of each paper that comes to it, raised to the next unit; the rest goes on. */
  count(keep: ReadonlyArray<number>): Kept {
    const kept: Kept = { votes: new Float64Array(this.#count), nonTransferable: 0 };
    const { votes } = kept;
    const values = new Float64Array(this.#nodes);
    values[0] = unit;
    kept.nonTransferable = (this.#ends[0] as number) * unit;
    for (let node = 1; node < this.#nodes; node++) {
      const candidate = this.#candidates[node] as number;
      const value = values[this.#parents[node] as number] as number;
      const share = productUp(value, keep[candidate] as number);
      votes[candidate] = (votes[candidate] as number) + (this.#weights[node] as number) * share;
      values[node] = value - share;
      kept.nonTransferable += (this.#ends[node] as number) * (value - share);
    }
    for (const { weight, groups } of this.#equal.values()) {
      let value = unit;
      for (const group of groups)
        for (const [candidate, share] of shares(value, group, keep)) {
          votes[candidate] = (votes[candidate] ?? 0) + weight * share;
          value -= share;
        }
      kept.nonTransferable += weight * value;
    }
    return kept;
  }
}
