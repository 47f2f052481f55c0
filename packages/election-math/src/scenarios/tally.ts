import type { Chunk } from "./chunk.ts";
import { Counts, Estimates } from "./estimate.ts";
import { mostWords, Outcome } from "./outcome.ts";
import type { CheckedPreparation } from "./preparation.ts";
import { Signatures } from "./signatures.ts";

/** The first draw of a sample that no response meets, of those with one key. */
export interface Example {
  readonly chunk: number;
  readonly totals: Int16Array;
  readonly over: number;
}

/** Counts draws by key and by the responses that meet them; what it keeps grows with the keys, not with the draws. */
export class Tally {
  readonly outcome: Outcome;
  /** By branch. */
  readonly candidates: Float64Array;
  readonly branchDraws: Float64Array;
  /** By key: all draws, those that no response meets, and the first of these. */
  readonly keys = new Signatures();
  readonly seen: Counts;
  readonly uncovered: Counts;
  readonly examples: Array<Example | undefined> = [];
  /** By the set of responses that meet a draw, and no other: the responses, as positions, and the draws. */
  readonly sets: Array<ReadonlyArray<number>> = [];
  readonly met: Counts;
  draws = 0;
  lots = 0;
  uncounted = 0;
  readonly #responses: CheckedPreparation["responses"];
  readonly #signatures = new Signatures();
  readonly #words: Uint32Array;
  readonly #set: Uint32Array;

  constructor({ distinctions, responses }: CheckedPreparation, branches: number) {
    this.outcome = new Outcome(distinctions);
    this.candidates = new Float64Array(branches);
    this.branchDraws = new Float64Array(branches);
    this.seen = new Counts(branches);
    this.uncovered = new Counts(branches);
    this.met = new Counts(branches);
    this.#responses = responses;
    this.#words = new Uint32Array(mostWords(distinctions));
    this.#set = new Uint32Array(Math.ceil(responses.length / 32));
  }

  add({ index, draws, parties, candidates, branches, totals, over, lots, uncounted }: Chunk): void {
    candidates.forEach((count, branch) => {
      this.candidates[branch] = (this.candidates[branch] ?? 0) + count;
    });
    for (let draw = 0; draw < draws; draw++) {
      const branch = branches[draw] as number;
      const at = draw * parties.length;
      this.branchDraws[branch] = (this.branchDraws[branch] as number) + 1;
      this.outcome.read(totals, at, over[draw] as number);
      const key = this.keys.idOf(this.#words, this.outcome.signature(this.#words));
      this.seen.add(key, branch);
      const isCovered = this.#meet(branch);
      if (isCovered) continue;
      this.uncovered.add(key, branch);
      // the first by chunk and draw, in whatever order chunks come
      if ((this.examples[key]?.chunk ?? Number.POSITIVE_INFINITY) > index)
        this.examples[key] = {
          chunk: index,
          totals: totals.slice(at, at + parties.length),
          over: over[draw] as number,
        };
    }
    this.draws += draws;
    this.lots += lots;
    this.uncounted += uncounted;
  }

  estimates(): Estimates {
    return new Estimates(this.candidates, this.branchDraws);
  }

  /** By branch, the draws whose set of responses is one of those asked for. */
  drawsMetBy(isMet: (responses: ReadonlyArray<number>) => boolean): Float64Array {
    const found = new Float64Array(this.branchDraws.length);
    this.sets.forEach((responses, id) => {
      if (!isMet(responses)) return;
      this.met.row(id).forEach((count, branch) => {
        found[branch] = (found[branch] ?? 0) + count;
      });
    });
    return found;
  }

  /** Counts which responses meet the outcome; whether any does. */
  #meet(branch: number): boolean {
    const set = this.#set.fill(0);
    let isMet = false;
    for (let r = 0; r < this.#responses.length; r++) {
      if (this.#responses[r]?.holds(this.outcome) !== true) continue;
      set[r >>> 5] = (set[r >>> 5] as number) | (1 << (r & 31));
      isMet = true;
    }
    const id = this.#signatures.idOf(set, set.length);
    if (id === this.sets.length)
      this.sets.push(
        [...this.#responses.keys()].filter((r) => (((set[r >>> 5] ?? 0) >>> (r & 31)) & 1) === 1),
      );
    this.met.add(id, branch);
    return isMet;
  }
}
