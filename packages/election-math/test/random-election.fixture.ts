import type { ElectionInput } from "../src/seats/election/input.ts";
import { electionRules } from "../src/seats/election/rules.ts";

/** Whole numbers below a bound, the same sequence for the same seed (a linear congruential generator; Numerical Recipes). */
export const randomFrom = (seed: number) => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};
export type Random = ReturnType<typeof randomFrom>;

const ruleIds = Object.keys(electionRules) as ReadonlyArray<keyof typeof electionRules>;

/**
 * A small election, made so that ties, bars, returned seats and parties set aside come up: few votes, numbers that share
 * divisors, strongholds, constituencies of one seat and of many.
 */
export const randomElection = (random: Random): ElectionInput => {
  const rules = ruleIds[random(ruleIds.length)] ?? "se.riksdag@2018";
  const isUndivided = rules === "se.eu@2014" || (rules === "se.municipality@2018" && random(4) === 0);
  const parties = ["A", "B", "C", "D", "E", "F"].slice(0, 2 + random(5));
  const coarse = [1, 3, 15, 30][random(4)] ?? 1;
  const most = [6, 40, 400, 5000][random(4)] ?? 40;
  const constituencies = Array.from({ length: isUndivided ? 1 : 2 + random(4) }, (_, c) => ({
    id: `${c + 1}`,
    fixedSeats: 1 + random(random(2) === 0 ? 3 : 9),
    votes: Object.fromEntries([
      ...parties.map((party, p) => {
        const isStronghold = random(4) === 0;
        return [
          party,
          coarse * Math.floor(random(isStronghold ? most * 3 : most) / (random(3) === 0 ? p + 1 : 1)),
        ];
      }),
      ["OTHER", random(3) === 0 ? random(most) : 0],
    ]),
  }));
  const fixed = constituencies.reduce((sum, { fixedSeats }) => sum + fixedSeats, 0);
  return {
    rules,
    totalSeats: isUndivided ? fixed : fixed + random(1 + Math.ceil(fixed / 4)),
    constituencies,
  };
};
