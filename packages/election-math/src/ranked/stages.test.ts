import { describe, expect, it } from "vitest";
import { contest } from "./cast.fixture.ts";
import { countRanked } from "./count-ranked.ts";
import { stagesOf } from "./stages.ts";

const stages = (...given: Parameters<typeof contest>) => stagesOf(countRanked(contest(...given)));
const papers = ["8 ab", "2 b", "4 cb", "1 dc"];

describe("the stages of a count by transferred parcels", () => {
  it("are what everybody has after each, whose surplus it was, and who is elected at its end", () => {
    expect(stages("abcd", papers, { rules: "scottish", seats: 2 })).toEqual([
      {
        stage: 1,
        kind: "firstPreferences",
        of: [],
        votes: { a: "8.00000", b: "2.00000", c: "4.00000", d: "1.00000" },
        nonTransferable: "0.00000",
        elected: ["a"],
      },
      {
        stage: 2,
        kind: "surplus",
        of: ["a"],
        votes: { a: "6.00000", b: "4.00000", c: "4.00000", d: "1.00000" },
        nonTransferable: "0.00000",
        elected: [],
      },
      {
        stage: 3,
        kind: "exclusion",
        of: ["d"],
        votes: { a: "6.00000", b: "4.00000", c: "5.00000" },
        nonTransferable: "0.00000",
        elected: [],
      },
      {
        stage: 4,
        kind: "exclusion",
        of: ["b"],
        votes: { a: "6.00000", c: "5.00000" },
        nonTransferable: "4.00000",
        elected: ["c"],
      },
    ]);
  });

  it("have several excluded at once, in the order they were", () => {
    const [, second] = stages("abcde", ["20 a", "19 b", "17 c", "2 d", "1 e"], { rules: "ers97", seats: 1 });
    expect(second).toMatchObject({ kind: "exclusion", of: ["e", "d"], votes: { a: "20.00" } });
  });

  it("have two elected at the end of one, in order", () => {
    expect(
      stages("abc", ["5 a", "6 b", "1 c"], { rules: "scottish", seats: 2 }).map(({ elected }) => elected),
    ).toEqual([["b", "a"]]);
  });
});

describe("the stages of a count by keep values", () => {
  it("are its rounds, with the quota of each and whoever was excluded before it", () => {
    const rounds = stages("abc", ["5 ab", "4 bac", "3 c"], { rules: "meek", seats: 1 });
    expect(rounds).toEqual([
      {
        stage: 1,
        kind: "keepRound",
        of: [],
        votes: { a: "5.000000000", b: "4.000000000", c: "3.000000000" },
        nonTransferable: "0.000000000",
        round: 1,
        quota: "6.000000001",
        elected: [],
      },
      {
        stage: 2,
        kind: "keepRound",
        of: ["c"],
        votes: { a: "5.000000000", b: "4.000000000" },
        nonTransferable: "3.000000000",
        round: 2,
        quota: "4.500000001",
        elected: ["a"],
      },
    ]);
  });

  it("gather all who were excluded since the round before, and each for one round only", () => {
    const rounds = stages("abcd", ["9 ab", "4 b", "8 c"], { rules: "meek", seats: 1 });
    expect(rounds.flatMap(({ of }) => of)).toEqual([...new Set(rounds.flatMap(({ of }) => of))]);
    expect(rounds.flatMap(({ of }) => of)).toContain("d");
  });
});

it.each(["schulze", "borda", "approval", "ranked-pairs"] as const)("a ranking has no stages: %s", (rules) => {
  expect(stages("abc", ["3 abc", "2 bc", "1 b"], { rules, seats: 1 })).toEqual([]);
});
