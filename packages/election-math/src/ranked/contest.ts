import type { Arithmetic } from "./arithmetic.ts";
import { candidateAt, type Papers } from "./papers.ts";
import type { Race, Status } from "./race.ts";
import type { Parcel, VotesText } from "./step.ts";

/** Papers of one value that a candidate got together. */
export interface Pile<Value> {
  readonly papers: Array<number>;
  readonly value: Value;
}

/** A count of transferable votes under way: who has which papers at which value, stage by stage. */
export class Contest<Value> implements Race<Value> {
  readonly ids: ReadonlyArray<string>;
  readonly status: Array<Status>;
  readonly votes: Array<Value>;
  /** What everybody had at the end of each stage, the first preferences at 0. */
  readonly history: Array<ReadonlyArray<Value>> = [];
  readonly elected: Array<number> = [];
  readonly valid: number;
  readonly reckon: Arithmetic<Value>;
  readonly #papers: Papers;
  readonly #piles: Array<Array<Pile<Value>>>;
  /** Where on a paper the candidate stands who has it. */
  readonly #places: Int32Array;

  constructor(
    ids: ReadonlyArray<string>,
    standing: ReadonlySet<number>,
    papers: Papers,
    reckon: Arithmetic<Value>,
  ) {
    this.ids = ids;
    this.reckon = reckon;
    this.#papers = papers;
    this.status = ids.map((_, candidate) => (standing.has(candidate) ? "hopeful" : "excluded"));
    this.votes = ids.map(() => reckon.zero);
    this.#piles = ids.map(() => []);
    this.#places = papers.starts.slice(0, -1);
    const first = ids.map((): Array<number> => []);
    let valid = 0;
    papers.weights.forEach((weight, paper) => {
      const candidate = this.#holderOf(paper);
      if (candidate === undefined) return;
      first[candidate]?.push(paper);
      valid += weight;
    });
    this.valid = valid;
    for (const [candidate, pile] of first.entries()) this.#give(candidate, pile, reckon.whole(1));
  }

  get nothing(): Value {
    return this.reckon.zero;
  }

  /** How many papers rank nobody who stands. */
  get blank(): number {
    return this.#papers.weights.reduce((sum, weight) => sum + weight, 0) - this.valid;
  }

  /** The votes that nobody has any more: of papers without a further candidate, and what was cut off. */
  nonTransferable(): Value {
    const { plus, minus, whole, zero } = this.reckon;
    return minus(whole(this.valid), this.votes.reduce(plus, zero));
  }

  get stage(): number {
    return this.history.length;
  }

  hopefuls(): ReadonlyArray<number> {
    return this.status.flatMap((status, candidate) => (status === "hopeful" ? [candidate] : []));
  }

  votesOf(candidate: number): Value {
    return this.votes[candidate] ?? this.reckon.zero;
  }

  compare(a: Value, b: Value): number {
    return this.reckon.compare(a, b);
  }

  text(votes: Value): string {
    return this.reckon.text(votes);
  }

  idOf(candidate: number): string {
    return this.ids[candidate] ?? "";
  }

  elect(candidate: number): void {
    this.status[candidate] = "elected";
    this.elected.push(candidate);
  }

  /**
   * Moves papers of candidates on to who stands next on them, those of one value together, the highest first; `takes` says
   * which piles are moved, all where it is not given. Votes are left as they are: the caller says what remains.
   */
  move(
    from: ReadonlyArray<number>,
    newValue: (value: Value) => Value,
    takes: (piles: ReadonlyArray<Pile<Value>>) => ReadonlyArray<Pile<Value>> = (piles) => piles,
  ): ReadonlyArray<Parcel> {
    const { text, compare } = this.reckon;
    const moved = new Map<string, Pile<Value>>();
    for (const candidate of from) {
      const piles = this.#piles[candidate] ?? [];
      const taken = new Set(takes(piles));
      this.#piles[candidate] = piles.filter((pile) => !taken.has(pile));
      for (const { papers, value } of taken) {
        const alike = moved.get(text(value));
        if (alike === undefined) moved.set(text(value), { papers: [...papers], value });
        else for (const paper of papers) alike.papers.push(paper);
      }
    }
    return [...moved.values()]
      .sort((a, b) => compare(b.value, a.value))
      .map(({ papers, value }) => this.#pass(papers, value, newValue(value)));
  }

  /** The values of a candidate's papers, as they were received. */
  pilesOf(candidate: number): ReadonlyArray<Pile<Value>> {
    return this.#piles[candidate] ?? [];
  }

  /** How many of a pile's papers have a next candidate who stands. */
  transferable({ papers }: Pile<Value>): number {
    return papers.reduce(
      (sum, paper) => sum + (this.#holderOf(paper) === undefined ? 0 : this.#weight(paper)),
      0,
    );
  }

  #pass(papers: ReadonlyArray<number>, value: Value, newValue: Value): Parcel {
    const received = new Map<number, Array<number>>();
    let exhausted = 0;
    let sum = 0;
    for (const paper of papers) {
      const weight = this.#weight(paper);
      sum += weight;
      const next = this.#holderOf(paper);
      if (next === undefined) {
        exhausted += weight;
        continue;
      }
      const pile = received.get(next);
      if (pile === undefined) received.set(next, [paper]);
      else pile.push(paper);
    }
    const to = [...received]
      .sort(([a], [b]) => a - b)
      .map(([candidate, pile]) => {
        this.#give(candidate, pile, newValue);
        return [this.idOf(candidate), this.weightOf(pile)] as const;
      });
    const { text } = this.reckon;
    return {
      papers: sum,
      value: text(value),
      newValue: text(newValue),
      to: Object.fromEntries(to),
      exhausted,
    };
  }

  #give(candidate: number, papers: Array<number>, value: Value): void {
    if (papers.length === 0) return;
    this.#piles[candidate]?.push({ papers, value });
    const sum = this.weightOf(papers);
    this.votes[candidate] = this.reckon.plus(this.votesOf(candidate), this.reckon.times(value, sum));
  }

  /** How many papers there are, those that are alike counted each. */
  weightOf(papers: ReadonlyArray<number>): number {
    return papers.reduce((sum, paper) => sum + this.#weight(paper), 0);
  }

  #weight(paper: number): number {
    return this.#papers.weights[paper] ?? 0;
  }

  /** The first continuing candidate on a paper from where it stands, and its place there. */
  #holderOf(paper: number): number | undefined {
    const { starts, preferences } = this.#papers;
    const end = starts[paper + 1] ?? 0;
    for (let place = this.#places[paper] ?? 0; place < end; place++) {
      const candidate = candidateAt(preferences[place] as number); // within the papers
      if (this.status[candidate] !== "hopeful") continue;
      this.#places[paper] = place;
      return candidate;
    }
    this.#places[paper] = end;
    return undefined;
  }

  /** Ends a stage: what everybody has now, in words. */
  endStage(): { readonly stage: number; readonly votes: VotesText; readonly nonTransferable: string } {
    this.history.push([...this.votes]);
    const { compare, zero, text } = this.reckon;
    return {
      stage: this.stage,
      votes: Object.fromEntries(
        this.votes.flatMap((votes, candidate) =>
          compare(votes, zero) > 0 || this.status[candidate] === "hopeful"
            ? [[this.idOf(candidate), text(votes)]]
            : [],
        ),
      ),
      nonTransferable: text(this.nonTransferable()),
    };
  }
}
