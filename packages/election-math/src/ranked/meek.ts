/** Meek's method (Hill, Wichmann and Woodall, Algorithm 123, 1987) in nine decimals. */
import { Balance } from "./balance.ts";
import type { RankedInput } from "./input.ts";
import { MeekContest } from "./meek-contest.ts";
import type { Papers } from "./papers.ts";
import { electRemaining, lowest, type Outcome } from "./race.ts";
import type { Transferring } from "./tie.ts";

/** What the elected may have above the quota together when keep values have settled: a millionth of a vote, in units. */
const settled = 1000;

/** Keep values settle; whoever has the quota is elected, or else the lowest is excluded; and so again. */
export function* meek(
  input: RankedInput,
  standing: ReadonlySet<number>,
  papers: Papers,
): Transferring<Outcome> {
  const { seats, constraints = [] } = input;
  const contest = new MeekContest(input, standing, papers);
  const balance = new Balance(contest, constraints, seats);
  yield contest.papersStep();
  for (;;) {
    const places = seats - contest.elected.length;
    if (places === 0) break;
    // counted once at the least, so that everybody's votes are told
    if (contest.stage > 0 && contest.hopefuls().length === places) {
      yield* electRemaining(contest);
      break;
    }
    contest.count();
    while (contest.surplus() > settled && contest.lower()) contest.count();
    yield contest.endStage();
    const before = contest.elected.length;
    yield* balance.electBy((votes) => votes >= contest.quota);
    if (contest.elected.length > before || contest.hopefuls().length === places) continue;
    const doomed = contest.hopefuls().filter((one) => balance.isDoomed(one));
    const why = doomed.length > 0 ? "doomed" : "lowest";
    const among = doomed.length > 0 ? doomed : yield* balance.excludable();
    const candidate = yield* lowest(contest, among, balance.spare);
    yield contest.exclude([candidate], why);
  }
  return contest.outcome();
}
