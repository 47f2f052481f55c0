import { describe, expect, it } from "vitest";
import { contest, counted, stepsOf, tiesOf } from "./cast.fixture.ts";
import { countRanked } from "./count-ranked.ts";
import { tieNumbers } from "./tie-numbers.ts";

const by = (candidates: string, papers: ReadonlyArray<string>, seats: number, withdrawn = "") =>
  counted(candidates, papers, { rules: "meek-nz", seats, withdrawn: [...withdrawn] });
const rounds = (answer: Parameters<typeof stepsOf>[0]) => stepsOf(answer, "keepRound");
const exclusions = (answer: Parameters<typeof stepsOf>[0]) =>
  stepsOf(answer, "keepExclusion").map(
    ({ round, excluded, why }) => `${round} ${excluded.map(({ candidate }) => candidate).join("")} ${why}`,
  );

describe("New Zealand's count", () => {
  it("tells every round, with the keep values that were in force in it", () => {
    const { steps, elected, quota } = by("abcd", ["4 ab", "3 bc", "2 cd", "2 d"], 2);
    const last = { a: "3.666666668", b: "3.333333332" };
    const rest = { keep: { a: "0.916666667" }, nonTransferable: "0.000000000", surplus: "0.000000001" };
    expect(steps).toStrictEqual([
      { kind: "papers", valid: 11, blank: 0 },
      { kind: "tieNumbers", numbers: { a: 3252, b: 214, c: 2152, d: 5782 } },
      {
        kind: "keepRound",
        stage: 1,
        round: 1,
        quota: "3.666666667",
        votes: { a: "4.000000000", b: "3.000000000", c: "2.000000000", d: "2.000000000" },
        keep: {},
        nonTransferable: "0.000000000",
        surplus: "0.000000000",
      },
      { kind: "elected", stage: 1, candidate: "a", votes: "4.000000000", why: "quota" },
      {
        kind: "keepRound",
        stage: 2,
        round: 2,
        quota: "3.666666667",
        votes: { ...last, c: "2.000000000", d: "2.000000000" },
        ...rest,
      },
      { kind: "tieNumber", among: ["c", "d"], taken: "c" },
      {
        kind: "keepExclusion",
        round: 2,
        excluded: [{ candidate: "c", votes: "2.000000000" }],
        why: "lowest",
      },
      {
        kind: "keepRound",
        stage: 3,
        round: 3,
        quota: "3.666666667",
        votes: { ...last, d: "4.000000000" },
        ...rest,
      },
      { kind: "elected", stage: 3, candidate: "d", votes: "4.000000000", why: "quota" },
    ]);
    expect([elected, quota]).toEqual([["a", "d"], "3.666666667"]);
  });

  it("excludes at once who cannot overtake the next with all of the surplus", () => {
    expect(exclusions(by("abcd", ["6 ab", "5 b", "3 c", "1 d"], 2))[0]).toBe("1 d cannotOvertake");
    // a has 2.33 above the quota: d, 2 behind c, waits until that has gone to c
    const waits = by("abcd", ["9 ac", "5 b", "4 c", "2 d"], 2);
    expect(rounds(waits)[0]?.quota).toBe("6.666666667");
    expect(exclusions(waits)[0]).toBe("2 d cannotOvertake");
    expect(waits.elected).toEqual(["a", "c"]);
    // exactly as far behind as there is surplus is not out of reach
    const level = by("abcd", ["8 ac", "5 b", "3 c", "2 d"], 2);
    expect(exclusions(level)[0]).toBe("2 d cannotOvertake");
  });

  it("excludes those without votes together, once there is no surplus left", () => {
    const answer = by("abcdef", ["5 a", "4 b", "3 cb"], 1);
    expect(exclusions(answer)).toEqual(["1 def noVotes", "1 c lowest"]);
    expect(stepsOf(answer, "keepExclusion")[0]?.excluded).toEqual(
      ["d", "e", "f"].map((candidate) => ({ candidate, votes: "0.000000000" })),
    );
    expect(answer.elected).toEqual(["b"]);
    // a surplus is passed on first: it may be theirs
    const surplus = by("abcd", ["9 acd", "2 b"], 2);
    expect(exclusions(surplus)).toEqual([]);
    expect(surplus.elected).toEqual(["a", "c"]);
  });

  it("but leaves as many as there are places, by the numbers for ties", () => {
    const answer = by("abcde", ["5 a", "4 b"], 4);
    expect(exclusions(answer)).toHaveLength(1);
    expect(tiesOf(answer)).toMatchObject([{ kind: "tieNumber", among: ["c", "d", "e"] }]);
    expect(answer.elected).toHaveLength(4);
  });

  it("elects one by an absolute majority of whole votes, and of two with a half each neither at first", () => {
    const quotas = (...papers: ReadonlyArray<string>) =>
      rounds(by("abc", papers, 1)).map(({ quota }) => quota);
    expect(quotas("5 a", "4 b")).toEqual(["5.000000000"]);
    expect(quotas("6 a", "4 b")).toEqual(["5.000000000"]);
    expect(quotas("3 ab", "3 ba", "2 c")).toEqual(["4.000000000", "3.000000001"]);
    expect(by("abc", ["5 a", "5 b"], 1).elected).toHaveLength(1);
    expect(by("ab", ["1 a", "2 b"], 1).elected).toEqual(["b"]);
  });

  it("elects in order of votes those who reach the quota, and whoever is left without a count", () => {
    expect(by("abc", ["5 b", "6 c", "1 a"], 2).elected).toEqual(["c", "b"]);
    const { steps, elected } = by("abcd", ["2 a"], 3, "d");
    expect(elected).toEqual(["a", "b", "c"]);
    expect(steps.slice(2)).toMatchObject([
      { kind: "elected", candidate: "a", why: "remaining", stage: 0 },
      { kind: "elected", candidate: "b", why: "remaining" },
      { kind: "elected", candidate: "c", why: "remaining" },
    ]);
  });
});

describe("New Zealand's count tells equal votes apart", () => {
  it("by who was ahead at the first round where they differed", () => {
    // with e's paper d has 3 as c has; c was ahead in round 1, and d goes without a number being asked
    const answer = by("abcde", ["9 a", "8 b", "3 c", "2 d", "1 ed"], 1);
    expect(exclusions(answer).slice(0, 2)).toEqual(["1 e cannotOvertake", "2 d lowest"]);
    expect(tiesOf(answer)).toEqual([]);
  });

  it("at last by numbers made from the sizes of the election, turned round at every round", () => {
    expect(tieNumbers(4, 2, 11)).toEqual([3252, 214, 2152, 5782]);
    // round 2: the lower number goes
    const second = by("abcd", ["4 ab", "3 bc", "2 cd", "2 d"], 2);
    expect(tiesOf(second)).toEqual([{ kind: "tieNumber", among: ["c", "d"], taken: "c" }]);
    // round 1: the higher number goes
    const first = by("abcd", ["5 a", "4 b", "1 c", "1 d"], 1);
    const { numbers = {} } = stepsOf(first, "tieNumbers")[0] ?? {};
    expect(tiesOf(first)).toEqual([
      { kind: "tieNumber", among: ["c", "d"], taken: Number(numbers.c) > Number(numbers.d) ? "c" : "d" },
    ]);
  });

  it("with a number for everybody, also who withdrew, each another", () => {
    const { numbers = {} } = stepsOf(by("abcde", ["3 a", "2 b"], 1, "ce"), "tieNumbers")[0] ?? {};
    expect(Object.keys(numbers)).toEqual(["a", "b", "c", "d", "e"]);
    const many = tieNumbers(10_000, 3, 12_345);
    expect(new Set(many).size).toBe(10_000);
    expect(many.every((one) => Number.isInteger(one) && one >= 0 && one < 10_000)).toBe(true);
    expect(many).toEqual(tieNumbers(10_000, 3, 12_345));
    expect(tieNumbers(5, 1, 5)).not.toEqual(tieNumbers(5, 1, 6));
    expect(tieNumbers(5, 1, 5)).not.toEqual(tieNumbers(5, 2, 5));
  });

  it("counts blank papers among those that the numbers are made from", () => {
    const withBlank = stepsOf(by("abc", ["3 a", "2 b", "4 c"], 1, "c"), "papers", "tieNumbers");
    expect(withBlank).toEqual([
      { kind: "papers", valid: 5, blank: 4 },
      {
        kind: "tieNumbers",
        numbers: Object.fromEntries(["a", "b", "c"].map((id, at) => [id, tieNumbers(3, 1, 9)[at]])),
      },
    ]);
  });
});

describe("New Zealand's count ends with every place filled", () => {
  it.each([1, 2, 10, 1000, 1_000_000, 9_007_199])("where %i papers name one candidate alone", (weight) => {
    for (const seats of [2, 3]) {
      const { elected } = by("abcd", [`${weight} a`], seats);
      expect(new Set(elected).size).toBe(seats);
      expect(elected[0]).toBe("a");
    }
  });

  it.each([
    ["abcdefg", ["3 ce"], 6],
    ["abcdef", ["2 fac", "1000000 d"], 5],
    ["abc", ["1 a"], 2],
  ] as const)("where of %s few are named: %j", (candidates, papers, seats) => {
    const { elected, steps } = by(candidates, papers, seats);
    expect(new Set(elected).size).toBe(seats);
    expect(rounds({ steps }).length).toBeLessThan(200);
  });

  it("where papers name only who withdrew: nobody is excluded beyond those who are too many", () => {
    const answer = by("abcde", ["9 a"], 2, "a");
    expect(exclusions(answer).map((one) => one.slice(0, 1))).toEqual(["1", "1"]);
    expect(answer.elected).toHaveLength(2);
  });

  it("and never asks for a lot", () => {
    for (const papers of [["1 a", "1 b", "1 c"], ["2 ab", "2 ba"], ["5 a"]])
      for (const seats of [1, 2])
        expect(countRanked(contest("abc", papers, { rules: "meek-nz", seats })).status).toBe("done");
  });
});
