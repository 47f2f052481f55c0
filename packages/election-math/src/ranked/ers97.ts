/**
 * Single transferable votes by the rules of Newland and Britton (third edition, 1997; numbers of sections in the comments):
 * the last parcel alone is transferred, in hundredths; candidates are excluded together where none can overtake; the quota
 * falls until somebody is elected, and so do the votes that are enough.
 */
import { decimals } from "./arithmetic.ts";
import { Contest, type Pile } from "./contest.ts";
import type { RankedInput } from "./input.ts";
import type { Papers } from "./papers.ts";
import { electedStep, electRemaining, type Outcome } from "./race.ts";
import { extreme, type Transferring, untied } from "./tie.ts";

const reckon = decimals(2);

export const ers97 = (
  { candidates, seats }: RankedInput,
  standing: ReadonlySet<number>,
  papers: Papers,
): Transferring<Outcome> =>
  new Ers97(
    new Contest(
      candidates.map(({ id }) => id),
      standing,
      papers,
      reckon,
    ),
    seats,
  ).count();

class Ers97 {
  readonly #contest: Contest<number>;
  readonly #seats: number;
  #quota = 0;

  constructor(contest: Contest<number>, seats: number) {
    this.#contest = contest;
    this.#seats = seats;
  }

  *count(): Transferring<Outcome> {
    const contest = this.#contest;
    yield { kind: "papers", valid: contest.valid, blank: contest.blank };
    yield* this.#setQuota();
    yield { kind: "firstPreferences", ...contest.endStage() };
    yield* this.#elect();
    while (this.#places() > 0) {
      if (contest.hopefuls().length <= this.#places()) {
        yield* electRemaining(contest);
        break;
      }
      const surpluses = contest.elected.filter((one) => contest.votesOf(one) > this.#quota);
      if (surpluses.length > 0 && !this.#isDeferred(surpluses)) yield* this.#passSurplus(surpluses);
      else yield* this.#exclude(surpluses);
    }
    return {
      elected: contest.elected.map((one) => contest.idOf(one)),
      quota: reckon.text(this.#quota),
    };
  }

  #places(): number {
    return this.#seats - this.#contest.elected.length;
  }

  /** 5.1.6: votes ÷ (seats + 1), raised to the next hundredth where it is not one. */
  *#setQuota(): Transferring {
    const votes = this.#contest.valid * 100 - this.#contest.nonTransferable();
    const before = this.#quota;
    this.#quota = Math.floor((votes + this.#seats) / (this.#seats + 1));
    if (this.#quota !== before)
      yield {
        kind: "rankedQuota",
        votes: reckon.text(votes),
        seats: this.#seats,
        quota: reckon.text(this.#quota),
      };
  }

  /** 6.20: the votes of those who stand, and those that wait to be transferred. */
  #active(): number {
    const standing = this.#contest.votes.reduce(
      (sum, votes, candidate) => sum + (this.#contest.status[candidate] === "elected" ? 0 : votes),
      0,
    );
    return this.#contest.elected.reduce(
      (sum, one) => sum + Math.max(0, this.#contest.votesOf(one) - this.#quota),
      standing,
    );
  }

  /** 5.1.7, 5.3.13, 5.4.9: in falling order of votes, whoever has the quota, or more than the rest could share to keep them out. */
  *#elect(): Transferring {
    const contest = this.#contest;
    for (let places = this.#places(); places > 0; places = this.#places()) {
      const tied = extreme(contest, contest.hopefuls(), "most");
      const [first] = tied;
      if (first === undefined) return;
      const votes = contest.votesOf(first);
      const isEnough = votes >= this.#quota || votes * (places + 1) >= this.#active();
      if (votes === 0 || !isEnough) return;
      const next = tied.length > places ? this.#earliestAhead(tied, places) : first;
      // 5.6.2: where nothing tells them apart, none of them is elected yet
      if (next === undefined) return;
      contest.elect(next);
      yield electedStep(contest, next, "quota");
    }
  }

  /** One of those who were ahead at the first point where the tied were unequal, if so few were that the places suffice. */
  #earliestAhead(tied: ReadonlyArray<number>, places: number): number | undefined {
    let left = tied;
    for (const votes of this.#contest.history) {
      const most = Math.max(...left.map((one) => votes[one] ?? 0));
      left = left.filter((one) => votes[one] === most);
      if (left.length <= places) return left[0];
    }
    return undefined;
  }

  /** 5.2.2: surpluses wait where all of them together could not change who is lowest. */
  #isDeferred(surpluses: ReadonlyArray<number>): boolean {
    const surplus = surpluses.reduce((sum, one) => sum + this.#contest.votesOf(one) - this.#quota, 0);
    const [lowest = 0, second = 0] = this.#rising().map((one) => this.#contest.votesOf(one));
    return surplus <= second - lowest || this.#together(surplus) > 1;
  }

  #rising(): ReadonlyArray<number> {
    const contest = this.#contest;
    return [...contest.hopefuls()].sort((a, b) => contest.votesOf(a) - contest.votesOf(b));
  }

  /**
   * 5.2.5: how many of the lowest can be excluded together, since they and the surpluses cannot overtake the next. Equals go
   * together or not at all, so that nobody is excluded for standing earlier on the ballot paper.
   */
  #together(surplus: number): number {
    const votes = this.#rising().map((one) => this.#contest.votesOf(one));
    let most = 0;
    let sum = surplus;
    for (let count = 1; count < votes.length && votes.length - count >= this.#places(); count++) {
      sum += votes[count - 1] ?? 0;
      const next = votes[count] ?? 0;
      if (sum <= next && (votes[count - 1] ?? 0) < next) most = count;
    }
    return most;
  }

  /** 5.2.3, 5.3: the largest surplus, out of the last parcel of that candidate's papers. */
  *#passSurplus(surpluses: ReadonlyArray<number>): Transferring {
    const contest = this.#contest;
    const tied = extreme(contest, surpluses, "most");
    const from = yield* untied(contest, tied, { kind: "surplusFirst", takes: "most", looks: "forward" });
    const had = contest.votesOf(from);
    const surplus = had - this.#quota;
    const last = contest.pilesOf(from).at(-1);
    const papers = last === undefined ? 0 : contest.transferable(last);
    // 5.3.7: no paper is worth more than it was
    const parcels = contest.move(
      [from],
      (value) => (papers * value > surplus ? Math.floor(surplus / papers) : value),
      (piles) => piles.slice(-1),
    );
    contest.votes[from] = this.#quota;
    const { text } = reckon;
    yield {
      kind: "surplus",
      from: contest.idOf(from),
      had: text(had),
      surplus: text(surplus),
      parcels,
      ...contest.endStage(),
    };
    yield* this.#elect();
  }

  /** 5.2.5, 5.4: excludes the lowest, together where none can overtake; their papers move a value at a time. */
  *#exclude(surpluses: ReadonlyArray<number>): Transferring {
    const contest = this.#contest;
    const surplus = surpluses.reduce((sum, one) => sum + contest.votesOf(one) - this.#quota, 0);
    const together = this.#together(surplus);
    const lowest = together > 1 ? this.#rising().slice(0, together) : [yield* this.#lowest()];
    for (const one of lowest) contest.status[one] = "excluded";
    const excluded = lowest.map((one) => ({
      candidate: contest.idOf(one),
      votes: reckon.text(contest.votesOf(one)),
    }));
    // 5.5.1: where as many are left as there are places, no paper is moved
    if (contest.hopefuls().length <= this.#places()) {
      yield { kind: "exclusion", excluded, why: "lowest", parcels: [], ...contest.endStage() };
      yield* electRemaining(contest);
      return;
    }
    const piles = lowest.flatMap((one) => contest.pilesOf(one));
    const values = [...new Set(piles.map(({ value }) => value))].sort((a, b) => b - a);
    for (const value of values.length > 0 ? values : [0]) {
      const parcels = contest.move(
        lowest,
        (same) => same,
        (piles) => piles.filter((pile) => pile.value === value),
      );
      for (const one of lowest) contest.votes[one] = worth(contest, contest.pilesOf(one));
      yield { kind: "exclusion", excluded, why: "lowest", parcels, ...contest.endStage() };
      // 5.4.8: the quota is that of the votes that are left until it has elected somebody
      if (contest.elected.length === 0) yield* this.#setQuota();
      yield* this.#elect();
      if (this.#places() === 0) return;
    }
  }

  *#lowest(): Transferring<number> {
    const contest = this.#contest;
    const tied = extreme(contest, contest.hopefuls(), "fewest");
    return yield* untied(contest, tied, { kind: "excluded", takes: "fewest", looks: "forward" });
  }
}

const worth = (contest: Contest<number>, piles: ReadonlyArray<Pile<number>>): number =>
  piles.reduce((sum, { papers, value }) => sum + contest.weightOf(papers) * value, 0);
