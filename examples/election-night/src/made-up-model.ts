/** A belief about the next election for want of another: made up, and no forecast. */
import type { Model } from "@verksam/election-math/scenarios";
import { type ElectionInput, OTHER } from "@verksam/election-math/seats";

/** The library tells sixteen parties apart at the most. */
const mostParties = 14;

/** As if a poll of 1 500 had just found the votes of the election that was counted, and could be as wrong as polls are. */
export const madeUpModel = (election: ElectionInput): Model => {
  const votes = new Map<string, number>();
  for (const { votes: own } of election.constituencies)
    for (const [party, count] of Object.entries(own)) votes.set(party, (votes.get(party) ?? 0) + count);
  const all = [...votes.values()].reduce((sum, own) => sum + own, 0);
  const largest = [...votes]
    .filter(([party, own]) => party !== OTHER && own * 100 >= all)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostParties);
  return {
    election,
    // from entries, so that no party can mean something else to an object
    polls: [{ shares: Object.fromEntries(largest.map(([party, own]) => [party, own / all])), size: 1500 }],
    error: { scale: 0.08 },
    constituencyNoise: 0.04,
  };
};
