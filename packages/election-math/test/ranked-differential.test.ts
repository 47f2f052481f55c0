/** Ranked counts and a second small implementation of each rule, on random papers: the same elected, and the same lots. */
import { describe, expect, inject, it } from "vitest";
import { type RankedRulesId, rankedRules } from "../src/ranked/index.ts";
import { agreement, type Reference } from "./agreement.fixture.ts";
import { randomFrom } from "./random-election.fixture.ts";
import { crowdedProfile, type RankedProfile, randomProfile } from "./random-ranked.fixture.ts";
import { countedWithLots } from "./ranked.fixture.ts";
import { referenceErs97 } from "./reference-ers97.fixture.ts";
import { referenceMeek } from "./reference-meek.fixture.ts";
import { referenceMeekNz } from "./reference-meek-nz.fixture.ts";
import {
  margins,
  referenceApproval,
  referenceBorda,
  referenceRankedPairs,
  referenceSchulze,
  winningVotes,
} from "./reference-pairs.fixture.ts";
import { gregory, referenceIrv, scottish, wigm } from "./reference-stv.fixture.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** How many random profiles a rule; mutation testing takes fewer than the tests. */
    readonly profiles?: number;
  }
}

const profiles = inject("profiles") ?? 20_000;

const references: Readonly<Record<RankedRulesId, Reference>> = {
  scottish: (profile, choose) => gregory(scottish, profile, choose),
  wigm: (profile, choose) => gregory(wigm, profile, choose),
  ers97: (profile, choose) => referenceErs97(profile, choose),
  meek: (profile, choose) => referenceMeek(profile, choose),
  "meek-nz": (profile) => referenceMeekNz(profile),
  irv: (profile, choose) => referenceIrv(profile, choose),
  schulze: (profile, choose) => referenceSchulze(winningVotes, profile, choose),
  "schulze-margins": (profile, choose) => referenceSchulze(margins, profile, choose),
  "ranked-pairs": (profile, choose) => referenceRankedPairs(profile, choose),
  borda: (profile, choose) => referenceBorda(profile, choose),
  approval: referenceApproval,
};

const rules = Object.keys(references) as ReadonlyArray<RankedRulesId>;

describe(`on ${profiles} random profiles the count agrees with the second implementation, lots included`, () => {
  it.each(rules)("%s", { timeout: 300_000 }, (rules) => {
    const { agreed, first, met } = agreement(rules, references[rules], profiles);
    expect(first).toBeUndefined();
    expect(agreed).toBe(profiles);
    // often enough to mean something
    expect(met.ties).toBeGreaterThan(profiles / 20);
    expect(met.withdrawn).toBeGreaterThan(profiles / 20);
    if (rules !== "meek-nz") expect(met.lots).toBeGreaterThan(profiles / 20);
    if (rankedRules[rules].hasEqualRanks) expect(met.equal).toBeGreaterThan(profiles / 20);
  });
});

describe("and on profiles of hundreds of papers for twelve candidates", () => {
  it.each(rules)("%s", { timeout: 60_000 }, (rules) => {
    const { first } = agreement(rules, references[rules], 20, crowdedProfile);
    expect(first).toBeUndefined();
  });
});

/** Everybody who could be elected, whichever way ties fall behind the first answers. */
const outcomes = (
  reference: Reference,
  profile: RankedProfile,
  answers: ReadonlyArray<string>,
): ReadonlySet<string> => {
  let met = 0;
  let open: ReadonlyArray<string> | undefined;
  const { elected } = reference(profile, (among) => {
    const answer = answers[met++];
    if (answer === undefined) open ??= among;
    return answer ?? among[0] ?? "";
  });
  if (open === undefined) return new Set([elected.join()]);
  return new Set(open.flatMap((one) => [...outcomes(reference, profile, [...answers, one])]));
};

describe("a lot is asked for where, and only where, the second implementation comes to another result", () => {
  it.each(rules.filter((one) => one !== "meek-nz"))("%s", { timeout: 60_000 }, (rules) => {
    const random = randomFrom(5);
    let lots = 0;
    for (let number = 0; number < profiles / 20; number++) {
      const profile = randomProfile(random, { ...rankedRules[rules], most: 4 });
      const { steps } = countedWithLots({ rules, ...profile }, (among) => among[random(among.length)] ?? "");
      const drawn = steps.flatMap((step) => (step.kind === "lot" ? [step.drawn] : []));
      lots += drawn.length;
      for (let before = 0; before <= drawn.length; before++) {
        const { size } = outcomes(references[rules], profile, drawn.slice(0, before));
        if (size > 1 !== before < drawn.length) expect({ profile, drawn, before, size }).toBeUndefined();
      }
    }
    expect(lots).toBeGreaterThan(profiles / 400);
  });
});
