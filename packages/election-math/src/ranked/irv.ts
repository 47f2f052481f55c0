/** One candidate by instant run-off: the lowest is excluded until one has more than half of the papers that still name somebody. */
import { decimals } from "./arithmetic.ts";
import { Contest } from "./contest.ts";
import { exclude } from "./exclusion.ts";
import type { RankedInput } from "./input.ts";
import type { Papers } from "./papers.ts";
import { electedStep, lowest, type Outcome } from "./race.ts";
import { extreme, type Transferring } from "./tie.ts";

export function* irv(
  { candidates }: RankedInput,
  standing: ReadonlySet<number>,
  papers: Papers,
): Transferring<Outcome> {
  const contest = new Contest(
    candidates.map(({ id }) => id),
    standing,
    papers,
    decimals(0),
  );
  yield { kind: "papers", valid: contest.valid, blank: contest.blank };
  yield { kind: "firstPreferences", ...contest.endStage() };
  for (;;) {
    const hopefuls = contest.hopefuls();
    const [leader = 0] = extreme(contest, hopefuls, "most");
    const active = hopefuls.reduce((sum, one) => sum + contest.votesOf(one), 0);
    const isAlone = hopefuls.length === 1;
    if (isAlone || contest.votesOf(leader) * 2 > active) {
      yield electedStep(contest, leader, isAlone ? "remaining" : "quota");
      return { elected: [contest.idOf(leader)] };
    }
    yield* exclude(contest, yield* lowest(contest, hopefuls, hopefuls.length - 1), "lowest");
  }
}
