/** Ranked counts beside a second small implementation of a rule, on random papers. */
import { type RankedRulesId, type RankedStep, rankedRules } from "../src/ranked/index.ts";
import { randomFrom } from "./random-election.fixture.ts";
import { type RankedProfile, randomProfile } from "./random-ranked.fixture.ts";
import { countedWithLots } from "./ranked.fixture.ts";
import type { Choose, ReferenceResult } from "./reference-ranked.fixture.ts";

export type Reference = (profile: RankedProfile, choose: Choose) => ReferenceResult;

/** One layer after another, and nothing of the order inside one. */
const layers = (ranking: ReferenceResult["ranking"]) => ranking?.map((layer) => [...layer].sort());

/** A whole number, a decimal or a fraction in its lowest terms: "7/2". */
const lowest = (above: bigint, below: bigint): string => {
  let [a, b] = [above, below];
  while (b > 0n) [a, b] = [b, a % b];
  return `${above / a}/${below / a}`;
};
const asFraction = (text: string): string => {
  const [whole = "0", below = "1"] = text.split("/");
  const [, decimals = ""] = whole.split(".");
  return lowest(BigInt(whole.replace(".", "")), BigInt(below) * 10n ** BigInt(decimals.length));
};

/** Whoever has any votes at the end of the last stage; of a count by keep values, the last round. */
const lastVotes = (steps: ReadonlyArray<RankedStep | { readonly kind: "lot" }>) => {
  const votes = steps
    .flatMap((step) => ("votes" in step && typeof step.votes === "object" ? [step.votes] : []))
    .at(-1);
  return inOrder(Object.entries(votes ?? {}).map(([one, own]) => [one, asFraction(own)]));
};
const inOrder = (votes: ReadonlyArray<readonly [one: string, own: string]>) =>
  votes
    .filter(([, own]) => own !== "0/1")
    .map(([one, own]) => `${one} ${own}`)
    .sort();

/** What the count and a reference say of a profile: the elected in order, the quota, the ranking, every lot in its turn. */
const both = (
  rules: RankedRulesId,
  reference: Reference,
  profile: RankedProfile,
  draw: (below: number) => number,
) => {
  const { steps, elected, quota, ranking } = countedWithLots(
    { rules, ...profile },
    (among) => among[draw(among.length)] ?? "",
  );
  const lots = steps.flatMap((step) => (step.kind === "lot" ? [step] : []));
  const asked = lots.map(({ about, among }) => [about.kind, ...among].join(" "));
  const met: Array<string> = [];
  const answer = reference(profile, (among, about) => {
    // a tie behind the last lot makes no difference to who is elected, or a lot would have been asked for
    const lot = lots[met.length];
    if (lot === undefined) return [...among].sort()[0] ?? "";
    met.push([about, ...[...among].sort()].join(" "));
    return among.includes(lot.drawn) ? lot.drawn : (among[0] ?? "");
  });
  const [, unit = 1n] = answer.votes ?? [];
  return {
    ours: {
      elected,
      votes: answer.votes && lastVotes(steps),
      quota: quota && asFraction(quota),
      ranking: layers(ranking),
      lots: asked,
    },
    theirs: {
      elected: answer.elected,
      votes: answer.votes && inOrder([...answer.votes[0]].map(([one, own]) => [one, lowest(own, unit)])),
      quota: answer.quota && lowest(...answer.quota),
      ranking: layers(answer.ranking),
      lots: met,
    },
    steps,
  };
};

/** In how many of so many random profiles the count and a reference say the same, the first where not, and what was met. */
export const agreement = (
  rules: RankedRulesId,
  reference: Reference,
  profiles: number,
  profileOf = randomProfile,
) => {
  const random = randomFrom(20261125);
  const met = { lots: 0, ties: 0, withdrawn: 0, equal: 0 };
  let agreed = 0;
  let first: unknown;
  for (let number = 0; number < profiles; number++) {
    const profile = profileOf(random, rankedRules[rules]);
    const { ours, theirs, steps } = both(rules, reference, profile, random);
    if (JSON.stringify(ours) === JSON.stringify(theirs)) agreed++;
    else first ??= { profile, ours, theirs };
    if (ours.lots.length > 0) met.lots++;
    if (steps.some(({ kind }) => kind === "lot" || kind === "idleTie" || kind === "tieNumber")) met.ties++;
    if (profile.withdrawn.length > 0) met.withdrawn++;
    if (profile.ballots.some(({ ranking }) => ranking.some(({ length }) => length > 1))) met.equal++;
  }
  return { agreed, first, met };
};
