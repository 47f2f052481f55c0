/** Ranked counts and a second small implementation of each rule, on random papers: the same elected, and the same lots. */
import { describe, expect, it } from "vitest";
import { type RankedRulesId, type RankedStep, rankedRules } from "../src/ranked/index.ts";
import { randomFrom } from "./random-election.fixture.ts";
import { type RankedProfile, randomProfile } from "./random-ranked.fixture.ts";
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
import type { Choose, ReferenceResult } from "./reference-ranked.fixture.ts";
import { gregory, referenceIrv, scottish, wigm } from "./reference-stv.fixture.ts";

/** Mutation testing takes fewer. */
const profiles = Number(process.env.PROFILES ?? 20_000);

type Reference = (profile: RankedProfile, choose: Choose) => ReferenceResult;

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
const agreement = (rules: RankedRulesId, reference: Reference, profiles: number) => {
  const random = randomFrom(20261125);
  const met = { lots: 0, ties: 0, withdrawn: 0, equal: 0 };
  let agreed = 0;
  let first: unknown;
  for (let number = 0; number < profiles; number++) {
    const profile = randomProfile(random, rankedRules[rules]);
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

describe(`on ${profiles} random profiles the count agrees with the second implementation, lots included`, () => {
  const rules = Object.keys(references) as ReadonlyArray<RankedRulesId>;
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
  const rules = Object.keys(references) as ReadonlyArray<RankedRulesId>;
  it.each(rules.filter((one) => one !== "meek-nz"))("%s", { timeout: 60_000 }, (rules) => {
    const random = randomFrom(5);
    let lots = 0;
    for (let number = 0; number < 1000; number++) {
      const profile = randomProfile(random, { ...rankedRules[rules], most: 4 });
      const { steps } = countedWithLots({ rules, ...profile }, (among) => among[random(among.length)] ?? "");
      const drawn = steps.flatMap((step) => (step.kind === "lot" ? [step.drawn] : []));
      lots += drawn.length;
      for (let before = 0; before <= drawn.length; before++) {
        const { size } = outcomes(references[rules], profile, drawn.slice(0, before));
        if (size > 1 !== before < drawn.length) expect({ profile, drawn, before, size }).toBeUndefined();
      }
    }
    expect(lots).toBeGreaterThan(50);
  });
});

describe("a reference with one rule changed is found out", () => {
  const changed: ReadonlyArray<readonly [what: string, rules: RankedRulesId, reference: Reference]> = [
    [
      "one decimal less",
      "scottish",
      (profile, choose) => gregory({ ...scottish, unit: () => 10_000n }, profile, choose),
    ],
    [
      "more than the quota needed",
      "scottish",
      (profile, choose) => gregory({ ...scottish, reaches: wigm.reaches }, profile, choose),
    ],
    [
      "values cut off to five decimals",
      "wigm",
      (profile, choose) =>
        gregory({ ...wigm, unit: (seats) => (seats + 1n) * 100_000n, cuts: true }, profile, choose),
    ],
    [
      "all papers of the elected, not the last",
      "ers97",
      (profile, choose) => referenceErs97(profile, choose, false),
    ],
    [
      "products cut off, not raised",
      "meek",
      (profile, choose) => referenceMeek(profile, choose, (a, b) => a / b),
    ],
    ["tie numbers never turned round", "meek-nz", (profile) => referenceMeekNz(profile, false)],
    [
      "ties by the first stage, not the latest",
      "irv",
      (profile, choose) => referenceIrv(profile, choose, false),
    ],
    ["margins", "schulze", (profile, choose) => referenceSchulze(margins, profile, choose)],
    [
      "winning votes",
      "schulze-margins",
      (profile, choose) => referenceSchulze(winningVotes, profile, choose),
    ],
    [
      "winning votes",
      "ranked-pairs",
      (profile, choose) => referenceRankedPairs(profile, choose, winningVotes),
    ],
    ["nothing for the unranked", "borda", (profile, choose) => referenceBorda(profile, choose, false)],
    ["points for places", "approval", (profile, choose) => referenceBorda(profile, choose)],
  ];
  it.each(changed)("%s: %s", { timeout: 60_000 }, (...[, rules, reference]) => {
    const { agreed } = agreement(rules, reference, 1000);
    expect(agreed).toBeLessThan(1000);
  });
});
