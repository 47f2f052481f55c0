import { decimalsText } from "./arithmetic.ts";
import type { RankedInput } from "./input.ts";
import { keepFor, unit } from "./keep.ts";
import { MeekPapers } from "./meek-papers.ts";
import { castOf, type Papers } from "./papers.ts";
import type { Outcome, Race, Status } from "./race.ts";
import type { KeepExclusionStep, KeepRoundStep, PapersStep } from "./step.ts";

/** A count by keep values under way, as both rules of this kind need it. */
export class MeekContest implements Race<number> {
  readonly ids: ReadonlyArray<string>;
  readonly status: Array<Status>;
  keep: Array<number>;
  readonly nothing = 0;
  readonly elected: Array<number> = [];
  readonly history: Array<Float64Array> = [];
  readonly seats: number;
  /** All valid papers, in units. */
  readonly valid: number;
  readonly blank: number;
  votes: Float64Array;
  nonTransferable = 0;
  quota = 0;
  round = 0;
  readonly #papers: Papers;
  #counting: MeekPapers | undefined;
  /** The keep values there have been since somebody was last elected or excluded. */
  readonly #been = new Set<string>();

  constructor({ candidates, seats }: RankedInput, standing: ReadonlySet<number>, papers: Papers) {
    this.ids = candidates.map(({ id }) => id);
    this.seats = seats;
    this.status = this.ids.map((_, candidate) => (standing.has(candidate) ? "hopeful" : "excluded"));
    this.keep = this.status.map((status) => (status === "hopeful" ? unit : 0));
    this.votes = new Float64Array(this.ids.length);
    this.#papers = papers;
    const { valid, blank } = castOf(papers);
    this.valid = valid * unit;
    this.blank = blank;
  }

  get stage(): number {
    return this.history.length;
  }

  hopefuls(): ReadonlyArray<number> {
    return this.status.flatMap((status, candidate) => (status === "hopeful" ? [candidate] : []));
  }

  compare(a: number, b: number): number {
    return a - b;
  }

  text(votes: number): string {
    return decimalsText(votes, 9);
  }

  votesOf(candidate: number): number {
    return this.votes[candidate] ?? 0;
  }

  idOf(candidate: number): string {
    return this.ids[candidate] ?? "";
  }

  elect(candidate: number): void {
    this.status[candidate] = "elected";
    this.elected.push(candidate);
    this.#change();
  }

  /** Excludes candidates from the rounds that follow. */
  exclude(candidates: ReadonlyArray<number>, why: KeepExclusionStep["why"]): KeepExclusionStep {
    const excluded = candidates.map((candidate) => ({
      candidate: this.idOf(candidate),
      votes: this.text(this.votesOf(candidate)),
    }));
    for (const candidate of candidates) {
      this.status[candidate] = "excluded";
      this.keep[candidate] = 0;
    }
    this.#change();
    return { kind: "keepExclusion", round: this.round, excluded, why };
  }

  /** Whether somebody was excluded who had votes in this round. */
  hasFreedVotes(): boolean {
    return this.status.some((status, candidate) => status === "excluded" && this.votesOf(candidate) > 0);
  }

  papersStep(): PapersStep {
    return { kind: "papers", valid: this.valid / unit, blank: this.blank };
  }

  /** Counts by the keep values there are now, and sets the quota: the votes that are left ÷ (seats + 1), and a unit. */
  count(): void {
    this.#counting ??= new MeekPapers(this.#papers, this.status);
    const { votes, nonTransferable } = this.#counting.count(this.keep);
    this.votes = votes;
    this.nonTransferable = nonTransferable;
    this.round++;
    this.quota = Math.floor((this.valid - nonTransferable) / (this.seats + 1)) + 1;
  }

  /** By how much the elected have more than the quota together. */
  surplus(): number {
    return this.elected.reduce((sum, one) => sum + Math.max(0, this.votesOf(one) - this.quota), 0);
  }

  /** Lowers what those above the quota keep; whether that comes to keep values there were not before. */
  lower(): boolean {
    this.#been.add(this.keep.join());
    const lowered = [...this.keep];
    for (const candidate of this.elected) {
      if (this.votesOf(candidate) <= this.quota) continue;
      const keep = this.keep[candidate] ?? 0;
      const wanted = keepFor(keep, this.quota, this.votesOf(candidate));
      // near nothing the rounding would raise a value by more than it falls, again and again
      lowered[candidate] = wanted > keep + 1 ? keep : wanted;
    }
    if (this.#been.has(lowered.join())) return false;
    this.keep = lowered;
    return true;
  }

  #change(): void {
    this.#counting = undefined;
    this.#been.clear();
  }

  /** Ends a stage: what everybody has and keeps now, in words. */
  endStage(): KeepRoundStep {
    this.history.push(this.votes);
    const named = (values: ArrayLike<number>, isTold: (candidate: number) => boolean) =>
      Object.fromEntries(
        this.ids.flatMap((id, candidate) =>
          isTold(candidate) ? [[id, decimalsText(values[candidate] ?? 0, 9)]] : [],
        ),
      );
    return {
      kind: "keepRound",
      stage: this.stage,
      round: this.round,
      quota: decimalsText(this.quota, 9),
      votes: named(this.votes, (candidate) => this.status[candidate] !== "excluded"),
      keep: named(this.keep, (candidate) => this.status[candidate] === "elected"),
      nonTransferable: decimalsText(this.nonTransferable, 9),
      surplus: decimalsText(this.surplus(), 9),
    };
  }

  outcome(): Outcome {
    return { elected: this.elected.map((one) => this.idOf(one)), quota: decimalsText(this.quota, 9) };
  }
}
