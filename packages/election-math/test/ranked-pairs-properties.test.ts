/** What rules that compare every pair promise, and that others do not keep it; on random profiles, one sequence a run. */
import { describe, expect, it } from "vitest";
import { type RankedRulesId, rankedRules } from "../src/ranked/index.ts";
import { type Random, randomFrom } from "./random-election.fixture.ts";
import { type RankedProfile, randomProfile, shuffled } from "./random-ranked.fixture.ts";
import { countedWithLots } from "./ranked.fixture.ts";
import { votesFor } from "./reference-pairs.fixture.ts";
import { struck } from "./reference-ranked.fixture.ts";

const paired = ["schulze", "schulze-margins", "ranked-pairs"] as const;
const profiles = 600;

/** One place, everybody named on every paper or not, nobody withdrawn. */
const each = (seed: number, check: (profile: RankedProfile, random: Random) => void) => {
  const random = randomFrom(seed);
  for (let number = 0; number < profiles; number++) {
    const profile = randomProfile(random, { ...rankedRules.schulze, most: 6 });
    check({ ...profile, seats: 1, withdrawn: [] }, random);
  }
};

const count = (rules: RankedRulesId, profile: RankedProfile) => countedWithLots({ rules, ...profile });
const withoutEquals = (profile: RankedProfile): RankedProfile => ({
  ...profile,
  ballots: profile.ballots.map(({ weight, ranking }) => ({
    weight,
    ranking: ranking.flat().map((one) => [one]),
  })),
});

/** Who is first of all, where no lot decides it. */
const winner = (rules: RankedRulesId, profile: RankedProfile): string | undefined => {
  const { elected, drawn } = count(
    rules,
    rankedRules[rules].hasEqualRanks ? profile : withoutEquals(profile),
  );
  return drawn === 0 ? elected[0] : undefined;
};

const beatsIn = (profile: RankedProfile) => {
  const votes = votesFor(struck(profile));
  return (one: string, other: string) => votes(one, other) > votes(other, one);
};

const condorcetWinner = (profile: RankedProfile): string | undefined => {
  const beats = beatsIn(profile);
  return profile.candidates.find((one) =>
    profile.candidates.every((other) => one === other || beats(one, other)),
  );
};

/** The fewest who each beat everybody else: those from whom everybody is reached by way of pairs not lost. */
const smithSet = (profile: RankedProfile): ReadonlyArray<string> => {
  const beats = beatsIn(profile);
  return profile.candidates.filter((one) => {
    const reached = new Set([one]);
    for (const by of reached)
      for (const other of profile.candidates) if (!beats(other, by)) reached.add(other);
    return reached.size === profile.candidates.length;
  });
};

/** How often a rule does not do what is asked of it, out of how many times it was asked. */
const failures = (
  rules: RankedRulesId,
  seed: number,
  isKept: (rules: RankedRulesId, profile: RankedProfile, random: Random) => boolean | undefined,
) => {
  let failed = 0;
  let asked = 0;
  each(seed, (profile, random) => {
    const kept = isKept(rules, profile, random);
    if (kept !== undefined) asked++;
    if (kept === false) failed++;
  });
  return { failed, asked };
};

type Promise = Parameters<typeof failures>[2];

const promises: Readonly<
  Record<string, { readonly isKept: Promise; readonly notBy: ReadonlyArray<RankedRulesId> }>
> = {
  "whoever beats everybody else is elected without a lot": {
    isKept: (rules, profile) => {
      const strict = withoutEquals(profile);
      const best = condorcetWinner(strict);
      return best === undefined ? undefined : winner(rules, strict) === best;
    },
    notBy: ["irv", "borda", "approval"],
  },
  "whoever is elected is one of the fewest who each beat everybody else": {
    isKept: (rules, profile) => {
      const strict = withoutEquals(profile);
      const smith = smithSet(strict);
      if (smith.length === strict.candidates.length) return undefined;
      return count(rules, strict).elected.every((one) => smith.includes(one));
    },
    notBy: ["irv", "borda", "approval"],
  },
  "whoever is elected is not elected by the same papers turned round": {
    isKept: (rules, profile) => {
      const full = profile.ballots.map(({ weight, ranking }) => {
        const listed = ranking.flat();
        const order = [...listed, ...profile.candidates.filter((one) => !listed.includes(one))];
        return { weight, ranking: order.map((one) => [one]) };
      });
      const best = winner(rules, { ...profile, ballots: full });
      if (best === undefined) return undefined;
      const turned = full.map(({ weight, ranking }) => ({ weight, ranking: ranking.toReversed() }));
      return winner(rules, { ...profile, ballots: turned }) !== best;
    },
    notBy: ["irv"],
  },
  "it makes no difference whether a candidate stands or two who are next to each other on every paper": {
    isKept: (rules, profile, random) => {
      const strict = withoutEquals(profile);
      const [one = ""] = shuffled(strict.candidates, random);
      const twins = (ranking: ReadonlyArray<ReadonlyArray<string>>) =>
        ranking.flatMap(
          (group): ReadonlyArray<ReadonlyArray<string>> =>
            group[0] === one ? shuffled<ReadonlyArray<string>>([[one], ["twin"]], random) : [group],
        );
      const before = winner(rules, strict);
      const after = winner(rules, {
        ...strict,
        candidates: [...strict.candidates, "twin"],
        ballots: strict.ballots.map(({ weight, ranking }) => ({ weight, ranking: twins(ranking) })),
      });
      // where a lot decides, also one between the two, there is nothing to compare
      if (before === undefined || after === undefined) return undefined;
      return (after === "twin" ? one : after) === before;
    },
    notBy: ["borda"],
  },
  "whoever is elected is elected too if a voter puts that candidate first": {
    isKept: (rules, profile, random) => {
      const strict = withoutEquals(profile);
      const best = winner(rules, strict);
      if (best === undefined) return undefined;
      const lifted = random(strict.ballots.length);
      const ballots = strict.ballots.map(({ weight, ranking }, paper) => ({
        weight,
        ranking: paper === lifted ? [[best], ...ranking.filter(([one]) => one !== best)] : ranking,
      }));
      return winner(rules, { ...strict, ballots }) === best;
    },
    // for instant run-off see the textbook profile among what every rule keeps to
    notBy: [],
  },
};

describe.each(Object.entries(promises))("%s", (_, { isKept, notBy }) => {
  it.each(paired)("%s", (rules) => {
    const { failed, asked } = failures(rules, 7, isKept);
    expect(failed).toBe(0);
    expect(asked).toBeGreaterThan(100);
  });

  it.each(notBy)("but not by %s", (rules) => {
    expect(failures(rules, 7, isKept).failed).toBeGreaterThan(0);
  });
});

describe("small profiles where Borda's points part from the pairs", () => {
  const profile = (...papers: ReadonlyArray<readonly [weight: number, order: string]>): RankedProfile => ({
    candidates: [...new Set(papers.flatMap(([, order]) => [...order]))].sort(),
    seats: 1,
    withdrawn: [],
    ballots: papers.map(([weight, order]) => ({ weight, ranking: [...order].map((one) => [one]) })),
  });

  it("three of five rank a first, and b has the most points", () => {
    const papers = profile([3, "abc"], [2, "bca"]);
    expect(winner("borda", papers)).toBe("b");
    for (const rules of paired) expect(winner(rules, papers)).toBe("a");
  });

  it("b gains by standing with a twin", () => {
    expect(winner("borda", profile([3, "ab"], [2, "ba"]))).toBe("a");
    expect(winner("borda", profile([3, "abc"], [2, "bca"]))).toBe("b");
  });
});
