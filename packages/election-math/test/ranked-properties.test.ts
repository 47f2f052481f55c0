/** What every ranked count keeps to, and what some rules promise and others do not; on random profiles, one sequence a run. */
import { describe, expect, it } from "vitest";
import { type RankedRulesId, rankedRules } from "../src/ranked/index.ts";
import { type Random, randomFrom } from "./random-election.fixture.ts";
import { type Paper, type RankedProfile, randomProfile, shuffled } from "./random-ranked.fixture.ts";
import { countedWithLots } from "./ranked.fixture.ts";
import { struck } from "./reference-ranked.fixture.ts";

// Object.keys knows no better than text
const everyRule = Object.keys(rankedRules) as ReadonlyArray<RankedRulesId>;
const profiles = 400;

const each = (
  rules: RankedRulesId,
  seed: number,
  check: (profile: RankedProfile, random: Random) => void,
) => {
  const random = randomFrom(seed);
  for (let number = 0; number < profiles; number++) check(randomProfile(random, rankedRules[rules]), random);
};

type Falls = (among: ReadonlyArray<string>) => string;
const count = (rules: RankedRulesId, profile: RankedProfile, falls?: Falls) =>
  countedWithLots({ rules, ...profile }, falls);

const electedBy = (
  rules: RankedRulesId,
  ...papers: ReadonlyArray<readonly [weight: number, order: string]>
) => {
  const ballots = papers.map(([weight, order]) => ({ weight, ranking: [...order].map((one) => [one]) }));
  const candidates = [...new Set(papers.flatMap(([, order]) => [...order]))].sort();
  const { elected, drawn } = count(rules, { candidates, seats: 1, withdrawn: [], ballots });
  return drawn === 0 ? elected[0] : undefined;
};

const replaced = (ballots: ReadonlyArray<Paper>, by: (one: string) => ReadonlyArray<string>) =>
  ballots.map(({ weight, ranking }) => ({ weight, ranking: ranking.map((group) => group.flatMap(by)) }));

/** A name given to everybody, also in the pairs that ranked pairs draws between. */
const inTurn = (name: (one: string) => string) => (drawn: string) =>
  drawn.startsWith("[") ? JSON.stringify(JSON.parse(drawn).map(name)) : name(drawn);

/** New Zealand's tie numbers come from the places on the ballot paper and from how many stand. */
const usesTieNumbers = ({ steps }: ReturnType<typeof count>) =>
  steps.some(({ kind }) => kind === "tieNumber");

describe.each(everyRule)("every rule: %s", (rules) => {
  it("counts papers whatever order they come in, alone or in bundles", () => {
    each(rules, 1, (profile, random) => {
      const apart = profile.ballots.flatMap((paper) => {
        const part = random(paper.weight);
        return part === 0
          ? [paper]
          : [
              { ...paper, weight: part },
              { ...paper, weight: paper.weight - part },
            ];
      });
      expect(count(rules, { ...profile, ballots: shuffled(apart, random) })).toEqual(count(rules, profile));
    });
  });

  it("treats candidates alike whatever they are called and wherever they stand on the ballot paper", () => {
    let compared = 0;
    each(rules, 2, (profile, random) => {
      const names = shuffled(profile.candidates, random);
      const named = (one: string) => names[profile.candidates.indexOf(one)] ?? "";
      const original = (name: string) => profile.candidates[names.indexOf(name)] ?? "";
      const other = {
        candidates: shuffled(names, random),
        seats: profile.seats,
        withdrawn: profile.withdrawn.map(named),
        ballots: replaced(profile.ballots, (one) => [named(one)]),
      };
      const falls: Falls = (among) => [...among].sort()[0] ?? "";
      const before = count(rules, profile, falls);
      const after = count(rules, other, (among) => inTurn(named)(falls(among.map(inTurn(original)))));
      if (usesTieNumbers(before) || usesTieNumbers(after)) return;
      compared++;
      const sorted = (layer: ReadonlyArray<string>) => [...layer].sort();
      expect(sorted(after.elected.map(original))).toEqual(sorted(before.elected));
      // behind the elected, equal victories of ranked pairs are taken in the order of their names
      if (!before.steps.some(({ kind }) => kind === "idleTie"))
        expect(after.ranking?.map((layer) => sorted(layer.map(original)))).toEqual(
          before.ranking?.map(sorted),
        );
      expect(after.drawn).toBe(before.drawn);
    });
    expect(compared).toBeGreaterThan(profiles / 2);
  });

  it("counts as if who withdrew had never been listed", () => {
    let compared = 0;
    each(rules, 3, (profile) => {
      if (profile.withdrawn.length === 0) return;
      const { standing, papers } = struck(profile);
      // papers of nobody at all are refused
      if (papers.length === 0) return;
      const listed = count(rules, profile);
      const never = count(rules, { ...profile, candidates: standing, withdrawn: [], ballots: papers });
      if (usesTieNumbers(listed) || usesTieNumbers(never)) return;
      compared++;
      const { elected, quota, ranking, drawn } = listed;
      expect(never).toMatchObject({ elected, drawn, ...(quota && { quota }), ...(ranking && { ranking }) });
    });
    expect(compared).toBeGreaterThan(20);
  });
});

describe("Newland and Britton's exclusion of several together", () => {
  it("does not part candidates with equal votes, which would be a lot that nobody drew", () => {
    const only = {
      candidates: ["a", "b", "c", "d"],
      seats: 2,
      withdrawn: [],
      ballots: [{ weight: 6, ranking: [["a"]] }],
    };
    const { elected, drawn } = count("ers97", only, (among) => among.at(-1) ?? "");
    expect(drawn).toBe(2);
    expect(elected).toEqual(["a", "b"]);
  });
});

/**
 * Whoever ranks the same candidates above everybody else is a solid coalition: so many quotas of them, and what the rule cuts
 * off and leaves untransferred beside, elect as many of those candidates, if there are as many.
 */
describe("proportionality for solid coalitions", () => {
  interface Transfers {
    readonly rules: RankedRulesId;
    readonly quota: (papers: number, seats: number) => number;
    /** The most that can be lost on the way. */
    readonly lost: (papers: number, seats: number) => number;
  }
  const whole: Transfers["quota"] = (papers, seats) => Math.floor(papers / (seats + 1)) + 1;
  const exact: Transfers["quota"] = (papers, seats) => papers / (seats + 1);
  const transfers: ReadonlyArray<Transfers> = [
    { rules: "scottish", quota: whole, lost: (papers, seats) => papers * seats * 1e-5 },
    { rules: "wigm", quota: exact, lost: () => 1e-9 },
    { rules: "ers97", quota: exact, lost: (papers, seats) => (papers + 2) * seats * 0.01 },
    { rules: "meek", quota: exact, lost: () => 1e-4 },
    { rules: "meek-nz", quota: exact, lost: () => 1e-3 },
    { rules: "irv", quota: exact, lost: () => 1e-9 },
  ];

  const electedOf = (
    rules: RankedRulesId,
    coalition: ReadonlyArray<string>,
    solid: number,
    others: number,
    seats: number,
    random: Random,
  ) => {
    const candidates = ["a", "b", "c", "d", "e", "f"];
    const rest = candidates.filter((one) => !coalition.includes(one));
    const paper = (order: ReadonlyArray<string>): Paper => ({
      weight: 1,
      ranking: order.map((one) => [one]),
    });
    // the others stand together too, so that they are as much in the way as they can be
    const ballots = [
      ...Array.from({ length: solid }, () =>
        paper([...shuffled(coalition, random), ...shuffled(rest, random)]),
      ),
      ...Array.from({ length: others }, () =>
        paper([...shuffled(rest, random), ...shuffled(coalition, random)]),
      ),
    ];
    const { elected } = count(rules, { candidates, seats, withdrawn: [], ballots });
    return elected.filter((one) => coalition.includes(one)).length;
  };

  it.each(transfers)("$rules", ({ rules, quota, lost }) => {
    const random = randomFrom(4);
    let short = 0;
    for (let number = 0; number < profiles; number++) {
      const seats = rankedRules[rules].electsSeveral ? 1 + random(4) : 1;
      const papers = 10 + random(60);
      const coalition = shuffled(["a", "b", "c", "d", "e", "f"], random).slice(0, 2 + random(3));
      const quotas = 1 + random(seats);
      const solid = Math.ceil(quotas * quota(papers, seats) + lost(papers, seats));
      if (solid > papers) continue;
      const expected = Math.min(quotas, coalition.length);
      expect(electedOf(rules, coalition, solid, papers - solid, seats, random)).toBeGreaterThanOrEqual(
        expected,
      );
      const fewer = Math.max(0, Math.ceil(quotas * quota(papers, seats)) - 2);
      if (electedOf(rules, coalition, fewer, papers - fewer, seats, random) < expected) short++;
    }
    // with two votes less it is not promised, and often not so
    expect(short).toBeGreaterThan(profiles / 10);
  });

  it("is not kept by rules that rank everybody by the votes of all", () => {
    for (const rules of ["borda", "schulze", "ranked-pairs"] as const) {
      const random = randomFrom(4);
      expect([rules, electedOf(rules, ["a", "b"], 20, 40, 3, random)]).toEqual([rules, 0]);
    }
  });
});

describe("instant run-off, Borda's points and approval", () => {
  it("instant run-off: candidates can lose by being ranked higher", () => {
    // the textbook profile of 39, 35 and 26 voters (Wikipedia, "Monotonicity criterion"): ten voters lift A from last to first
    expect(electedBy("irv", [39, "ABC"], [35, "BCA"], [26, "CAB"])).toBe("A");
    expect(electedBy("irv", [49, "ABC"], [25, "BCA"], [26, "CAB"])).toBe("C");
    for (const rules of ["schulze", "ranked-pairs", "borda"] as const)
      expect(electedBy(rules, [49, "ABC"], [25, "BCA"], [26, "CAB"])).toBe("A");
  });

  it("instant run-off: voters can be better off at home", () => {
    // two of four who rank B, then A, then C; a profile found by search
    expect(electedBy("irv", [3, "ACB"], [4, "BAC"], [2, "CAB"], [2, "CBA"])).toBe("C");
    expect(electedBy("irv", [3, "ACB"], [2, "BAC"], [2, "CAB"], [2, "CBA"])).toBe("A");
  });

  it("Borda's points: as many a paper as there are pairs, and turned round with the papers", () => {
    each("borda", 5, (profile) => {
      const { standing, papers } = struck(profile);
      const { steps, ranking = [] } = count("borda", profile);
      const points = steps.flatMap((step) =>
        step.kind === "points" ? Object.values(step.points).map(Number) : [],
      );
      const given =
        papers.reduce((sum, { weight }) => sum + weight, 0) * ((standing.length * (standing.length - 1)) / 2);
      expect(points.reduce((sum, own) => sum + own, 0)).toBe(given);
      const full = papers.map(({ weight, ranking }) => {
        const unranked = standing.filter((one) => !ranking.flat().includes(one));
        return { weight, ranking: [...ranking, ...(unranked.length > 0 ? [unranked] : [])].toReversed() };
      });
      if (full.length === 0) return;
      expect(count("borda", { ...profile, ballots: full }).ranking).toEqual(ranking.toReversed());
    });
  });

  it("approval: the order on a paper is nothing, and one paper more does its candidate no harm", () => {
    each("approval", 6, (profile, random) => {
      const level = profile.ballots.map(({ weight, ranking }) => ({
        weight,
        ranking: ranking.length > 0 ? [shuffled(ranking.flat(), random)] : [],
      }));
      const before = count("approval", profile);
      expect(count("approval", { ...profile, ballots: level }).ranking).toEqual(before.ranking);
      const [one = ""] = shuffled(before.elected, random);
      const more = { ...profile, ballots: [...profile.ballots, { weight: 1, ranking: [[one]] }] };
      expect(count("approval", more).elected).toContain(one);
    });
  });
});
