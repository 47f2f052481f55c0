import type { Contest } from "./contest.ts";
import type { Transferring } from "./tie.ts";

/** Excludes a candidate; its papers go on at the values it received them at. */
export function* exclude<Value>(
  contest: Contest<Value>,
  candidate: number,
  why: "lowest" | "doomed",
): Transferring {
  if (why === "doomed") yield { kind: "doomed", candidate: contest.idOf(candidate) };
  contest.status[candidate] = "excluded";
  const excluded = [{ candidate: contest.idOf(candidate), votes: contest.text(contest.votesOf(candidate)) }];
  const parcels = contest.move([candidate], (value) => value);
  contest.votes[candidate] = contest.reckon.zero;
  yield { kind: "exclusion", excluded, why, parcels, ...contest.endStage() };
}
