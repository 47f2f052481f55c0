/** Single transferable votes by weighted inclusive Gregory: every paper of an elected candidate goes on at its share of the surplus. */
import { fractionText } from "../exact/fraction.ts";
import { type Arithmetic, decimals, fractions } from "./arithmetic.ts";
import { Balance } from "./balance.ts";
import { Contest } from "./contest.ts";
import { exclude } from "./exclusion.ts";
import type { RankedInput } from "./input.ts";
import type { Papers } from "./papers.ts";
import { electRemaining, lowest, type Outcome } from "./race.ts";
import { extreme, type Transferring, untied } from "./tie.ts";

/** What two rules of this kind differ in. */
interface Gregory<Value> {
  readonly reckon: Arithmetic<Value>;
  readonly quota: (valid: number, seats: number) => Value;
  readonly quotaText: (quota: Value) => string;
  /** Whether votes equal to the quota elect, or more are needed. */
  readonly isEnough: (votes: Value, quota: Value) => boolean;
}

/** The Droop quota in whole votes, values in five decimals (SSI 2011/399, schedule 1, rules 47 and 49). */
const scottishRule: Gregory<number> = {
  reckon: decimals(5),
  quota: (valid, seats) => (Math.floor(valid / (seats + 1)) + 1) * 100_000,
  quotaText: (quota) => `${quota / 100_000}`,
  isEnough: (votes, quota) => votes >= quota,
};

const wigmRule: Gregory<{ readonly n: bigint; readonly d: bigint }> = {
  reckon: fractions,
  quota: (valid, seats) =>
    fractions.share(fractions.whole(valid), fractions.whole(1), fractions.whole(seats + 1)),
  quotaText: fractionText,
  isEnough: (votes, quota) => fractions.compare(votes, quota) > 0,
};

/** Counts until every place is filled; answers with the quota. */
function* gregory<Value>(
  { reckon, quota: quotaOf, quotaText, isEnough }: Gregory<Value>,
  { candidates, seats, constraints = [] }: RankedInput,
  standing: ReadonlySet<number>,
  papers: Papers,
): Transferring<Outcome> {
  const contest = new Contest(
    candidates.map(({ id }) => id),
    standing,
    papers,
    reckon,
  );
  const balance = new Balance(contest, constraints, seats);
  const quota = quotaOf(contest.valid, seats);
  yield { kind: "papers", valid: contest.valid, blank: contest.blank };
  yield {
    kind: "rankedQuota",
    votes: reckon.text(reckon.whole(contest.valid)),
    seats,
    quota: quotaText(quota),
  };
  yield { kind: "firstPreferences", ...contest.endStage() };
  for (;;) {
    yield* balance.electBy((votes) => isEnough(votes, quota));
    if (contest.elected.length === seats) break;
    if (contest.hopefuls().length === seats - contest.elected.length) {
      yield* electRemaining(contest);
      break;
    }
    const surpluses = contest.elected.filter((one) => reckon.compare(contest.votesOf(one), quota) > 0);
    const doomed = contest.hopefuls().filter((one) => balance.isDoomed(one));
    if (doomed.length > 0) yield* exclude(contest, yield* lowest(contest, doomed, 0), "doomed");
    else if (surpluses.length > 0) {
      const tied = extreme(contest, surpluses, "most");
      const from = yield* untied(contest, tied, { kind: "surplusFirst", takes: "most", looks: "back" });
      yield* passSurplus(contest, from, quota);
    } else
      yield* exclude(contest, yield* lowest(contest, yield* balance.excludable(), balance.spare), "lowest");
  }
  return { elected: contest.elected.map((one) => contest.idOf(one)), quota: quotaText(quota) };
}

function* passSurplus<Value>(contest: Contest<Value>, from: number, quota: Value): Transferring {
  const { reckon } = contest;
  const had = contest.votesOf(from);
  const surplus = reckon.minus(had, quota);
  const parcels = contest.move([from], (value) => reckon.share(value, surplus, had));
  contest.votes[from] = quota;
  yield {
    kind: "surplus",
    from: contest.idOf(from),
    had: reckon.text(had),
    surplus: reckon.text(surplus),
    parcels,
    ...contest.endStage(),
  };
}

export const scottish = (input: RankedInput, standing: ReadonlySet<number>, papers: Papers) =>
  gregory(scottishRule, input, standing, papers);

export const wigm = (input: RankedInput, standing: ReadonlySet<number>, papers: Papers) =>
  gregory(wigmRule, input, standing, papers);
