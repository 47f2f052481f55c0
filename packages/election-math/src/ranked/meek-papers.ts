import { sharesOf } from "./equal-shares.ts";
import { productUp, unit } from "./keep.ts";
import { groupsOf, type Papers } from "./papers.ts";
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

/**
 * Papers as far as they count: down to the first hopeful, without those who are excluded. What is alike so far is one node of
 * a tree, so that counting again with other keep values takes a step a node and not a step a paper.
 */
export class MeekPapers {
  readonly #candidates: number;
  #nodes: Array<{ readonly candidate: number; readonly parent: number; weight: number; ends: number }> = [];
  #children = new Map<number, number>();
  #equal = new Map<string, EqualPapers>();

  constructor(papers: Papers, status: ReadonlyArray<Status>) {
    this.#candidates = status.length;
    this.#nodes.push({ candidate: -1, parent: 0, weight: 0, ends: 0 });
    papers.weights.forEach((weight, paper) => {
      if (papers.starts[paper + 1] !== papers.starts[paper]) this.#add(papers, paper, weight, status);
    });
  }

  #add(papers: Papers, paper: number, weight: number, status: ReadonlyArray<Status>): void {
    const groups: Array<ReadonlyArray<number>> = [];
    for (const group of groupsOf(papers, paper)) {
      const left = group.filter((candidate) => status[candidate] !== "excluded");
      if (left.length > 0) groups.push(left);
      if (left.some((candidate) => status[candidate] === "hopeful")) break;
    }
    if (groups.some(({ length }) => length > 1)) {
      const key = groups.map((group) => group.join("=")).join(",");
      const alike = this.#equal.get(key) ?? { weight: 0, groups };
      alike.weight += weight;
      this.#equal.set(key, alike);
      return;
    }
    let node = 0;
    for (const [candidate = 0] of groups) {
      const key = node * this.#candidates + candidate;
      let next = this.#children.get(key);
      if (next === undefined) {
        next = this.#nodes.push({ candidate, parent: node, weight: 0, ends: 0 }) - 1;
        this.#children.set(key, next);
      }
      node = next;
      const here = this.#nodes[node];
      if (here !== undefined) here.weight += weight;
    }
    const last = this.#nodes[node];
    if (last !== undefined) last.ends += weight;
  }

  /** Every candidate keeps its share of each paper that comes to it, raised to the next unit; the rest goes on. */
  count(keep: ReadonlyArray<number>): Kept {
    const kept: Kept = { votes: new Float64Array(this.#candidates), nonTransferable: 0 };
    const { votes } = kept;
    const values = new Float64Array(this.#nodes.length);
    this.#nodes.forEach(({ candidate, parent, weight, ends }, node) => {
      const value = node === 0 ? unit : (values[parent] ?? 0);
      const share = node === 0 ? 0 : productUp(value, keep[candidate] ?? 0);
      if (node > 0) votes[candidate] = (votes[candidate] ?? 0) + weight * share;
      values[node] = value - share;
      kept.nonTransferable += ends * (value - share);
    });
    for (const { weight, groups } of this.#equal.values()) {
      let value = unit;
      for (const group of groups)
        for (const [candidate, share] of sharesOf(value, group, keep)) {
          votes[candidate] = (votes[candidate] ?? 0) + weight * share;
          value -= share;
        }
      kept.nonTransferable += weight * value;
    }
    return kept;
  }
}
