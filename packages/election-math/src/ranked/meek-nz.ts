/**
 * Meek's method as New Zealand counts by it: Local Electoral Regulations 2001, schedule 1A (clauses in the comments), as run by
 * the calculator of I. D. Hill, which differs from the printed text in the rounding of products and in the numbers for ties.
 */
import type { RankedInput } from "./input.ts";
import { unit } from "./keep.ts";
import { MeekContest } from "./meek-contest.ts";
import type { Papers } from "./papers.ts";
import { electedStep, electRemaining, type Outcome } from "./race.ts";
import { extreme, type Transferring } from "./tie.ts";
import { tieNumbers } from "./tie-numbers.ts";

/** A surplus below a ten-thousandth of a vote is as none (clause 13). */
const negligible = 100_000;

export const meekNz = (
  input: RankedInput,
  standing: ReadonlySet<number>,
  papers: Papers,
): Transferring<Outcome> => new MeekNz(new MeekContest(input, standing, papers), input.seats).count();

class MeekNz {
  readonly #contest: MeekContest;
  readonly #seats: number;
  readonly #numbers: ReadonlyArray<number>;
  /** Of two, whoever was ahead at the first round where they differed has the greater. */
  #ahead: ReadonlyArray<number>;

  constructor(contest: MeekContest, seats: number) {
    const papers = contest.valid / unit + contest.blank;
    this.#contest = contest;
    this.#seats = seats;
    this.#numbers = tieNumbers(contest.ids.length, seats, papers);
    this.#ahead = contest.ids.map(() => 0);
  }

  *count(): Transferring<Outcome> {
    const contest = this.#contest;
    yield contest.papersStep();
    yield {
      kind: "tieNumbers",
      numbers: Object.fromEntries(contest.ids.map((id, candidate) => [id, this.#numbers[candidate] ?? 0])),
    };
    for (;;) {
      // clause 3
      if (this.#spare() <= 0) {
        yield* electRemaining(contest);
        break;
      }
      contest.count();
      this.#ahead = aheadAfter(this.#ahead, contest.votes);
      this.#setQuota();
      yield contest.endStage();
      yield* this.#elect();
      if (contest.elected.length === this.#seats) break;
      yield* this.#exclude();
      // keep values fall in the same round, also where somebody was excluded
      const isLowered = contest.lower();
      // clause 23: where the next round would be as this one, or as one before
      if (this.#spare() > 0 && !isLowered && !contest.hasFreedVotes())
        yield contest.exclude([yield* this.#lowest()], "lowest");
    }
    return contest.outcome();
  }

  /** How many more stand than there are places left. */
  #spare(): number {
    return this.#contest.hopefuls().length - (this.#seats - this.#contest.elected.length);
  }

  /** Clauses 5 and 11; for one place an absolute majority, in whole votes. */
  #setQuota(): void {
    const contest = this.#contest;
    if (this.#seats > 1) return;
    const rest = contest.quota % unit;
    contest.quota += rest > 1 ? unit - rest : -rest;
    const reaching = contest.hopefuls().filter((one) => contest.votesOf(one) >= contest.quota);
    if (reaching.length > 1) contest.quota++;
  }

  *#elect(): Transferring {
    const contest = this.#contest;
    const reaching = contest
      .hopefuls()
      .filter((one) => contest.votesOf(one) >= contest.quota)
      .sort((a, b) => contest.votesOf(b) - contest.votesOf(a));
    for (const candidate of reaching.slice(0, this.#seats - contest.elected.length)) {
      contest.elect(candidate);
      yield electedStep(contest, candidate, "quota");
    }
  }

  /** Clause 13: whoever cannot overtake the next with all of the surplus, or the lowest once there is none. */
  *#exclude(): Transferring {
    const contest = this.#contest;
    const surplus = contest.surplus();
    const rising = [...contest.hopefuls()].sort((a, b) => contest.votesOf(a) - contest.votesOf(b));
    const empty = rising.filter((one) => contest.votesOf(one) === 0);
    const [lowest, second] = rising;
    if (empty.length < 2) {
      const gap =
        (second === undefined ? contest.quota : contest.votesOf(second)) - contest.votesOf(lowest ?? 0);
      if (lowest !== undefined && gap > surplus) yield contest.exclude([lowest], "cannotOvertake");
      else if (surplus < negligible) yield contest.exclude([yield* this.#lowest()], "lowest");
      return;
    }
    if (surplus >= negligible) return;
    const left = contest.elected.length + rising.length;
    if (left - empty.length >= this.#seats) yield contest.exclude(empty, "noVotes");
    else
      for (let count = left; count > this.#seats; count--)
        yield contest.exclude([yield* this.#lowest()], "noVotes");
  }

  /** Clauses 19 and 40: the fewest votes, then the fewest at the first round that differed, then the lowest number for ties. */
  *#lowest(): Transferring<number> {
    const contest = this.#contest;
    const tied = extreme(contest, contest.hopefuls(), "fewest");
    const least = Math.min(...tied.map((one) => this.#ahead[one] ?? 0));
    const left = tied.filter((one) => this.#ahead[one] === least);
    const [first = 0] = left;
    if (left.length === 1) return first;
    // the numbers are turned round at every count
    const turned = (one: number) =>
      contest.round % 2 === 0 ? (this.#numbers[one] ?? 0) : 10_000 - (this.#numbers[one] ?? 0);
    const taken = left.reduce((best, one) => (turned(one) < turned(best) ? one : best));
    yield { kind: "tieNumber", among: left.map((one) => contest.idOf(one)), taken: contest.idOf(taken) };
    return taken;
  }
}

/** How many each is ahead of: whoever was ahead before, and of those level then whoever has more votes now. */
const aheadAfter = (ahead: ReadonlyArray<number>, votes: ArrayLike<number>): ReadonlyArray<number> => {
  const compare = (a: number, b: number) =>
    (ahead[a] ?? 0) - (ahead[b] ?? 0) || (votes[a] ?? 0) - (votes[b] ?? 0);
  const after: Array<number> = [];
  let behind = 0;
  [...ahead.keys()].sort(compare).forEach((one, place, order) => {
    if (compare(order[place - 1] ?? one, one) < 0) behind = place;
    after[one] = behind;
  });
  return after;
};
