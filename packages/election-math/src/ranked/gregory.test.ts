import { describe, expect, it } from "vitest";
import { contest, counted, stepsOf, winners } from "./cast.fixture.ts";
import { countRanked } from "./count-ranked.ts";

/** What everybody had at the end of each stage, and what nobody had any more. */
const standings = (answer: Parameters<typeof stepsOf>[0]) =>
  stepsOf(answer, "firstPreferences", "surplus", "exclusion").map(({ votes, nonTransferable }) => [
    Object.entries(votes)
      .map(([id, own]) => `${id} ${own}`)
      .join(", "),
    nonTransferable,
  ]);

const surpluses = (answer: Parameters<typeof stepsOf>[0]) =>
  stepsOf(answer, "surplus").map(({ from, surplus }) => `${from} ${surplus}`);

describe("the Scottish rules", () => {
  const papers = ["9 abc", "2 b", "4 c", "3 d"];
  const two = { rules: "scottish", seats: 2 } as const;

  it("count in whole votes to the quota, and values to five decimals with the rest cut off", () => {
    const { steps, elected, quota } = counted("abcd", papers, two);
    expect(steps).toStrictEqual([
      { kind: "papers", valid: 18, blank: 0 },
      { kind: "rankedQuota", votes: "18.00000", seats: 2, quota: "7" },
      {
        kind: "firstPreferences",
        stage: 1,
        votes: { a: "9.00000", b: "2.00000", c: "4.00000", d: "3.00000" },
        nonTransferable: "0.00000",
      },
      { kind: "elected", stage: 1, candidate: "a", votes: "9.00000", why: "quota" },
      {
        kind: "surplus",
        from: "a",
        had: "9.00000",
        surplus: "2.00000",
        parcels: [{ papers: 9, value: "1.00000", newValue: "0.22222", to: { b: 9 }, exhausted: 0 }],
        stage: 2,
        votes: { a: "7.00000", b: "3.99998", c: "4.00000", d: "3.00000" },
        nonTransferable: "0.00002",
      },
      {
        kind: "exclusion",
        excluded: [{ candidate: "d", votes: "3.00000" }],
        why: "lowest",
        parcels: [{ papers: 3, value: "1.00000", newValue: "1.00000", to: {}, exhausted: 3 }],
        stage: 3,
        votes: { a: "7.00000", b: "3.99998", c: "4.00000" },
        nonTransferable: "3.00002",
      },
      {
        kind: "exclusion",
        excluded: [{ candidate: "b", votes: "3.99998" }],
        why: "lowest",
        parcels: [
          { papers: 2, value: "1.00000", newValue: "1.00000", to: {}, exhausted: 2 },
          { papers: 9, value: "0.22222", newValue: "0.22222", to: { c: 9 }, exhausted: 0 },
        ],
        stage: 4,
        votes: { a: "7.00000", c: "5.99998" },
        nonTransferable: "5.00002",
      },
      { kind: "elected", stage: 4, candidate: "c", votes: "5.99998", why: "remaining" },
    ]);
    expect([elected, quota]).toEqual([["a", "c"], "7"]);
  });

  it("move papers of the highest value first, and tell who gets them in the order of the ballot paper", () => {
    // b has nine papers worth a third each before one that is worth a vote
    const answer = counted("abcd", ["9 abc", "5 c", "1 dbc"], two);
    const [last] = stepsOf(answer, "exclusion").slice(-1);
    expect(last?.parcels.map(({ papers, value }) => `${papers} at ${value}`)).toEqual([
      "1 at 1.00000",
      "9 at 0.33333",
    ]);
    const other = counted("abcd", ["2 abd", "2 ac", "1 b", "5 c", "6 d"], { rules: "scottish", seats: 1 });
    const [parcel] = stepsOf(other, "exclusion")[1]?.parcels ?? [];
    expect(Object.entries(parcel?.to ?? {})).toEqual([
      ["c", 2],
      ["d", 2],
    ]);
  });

  it("take the whole number above votes ÷ (places + 1) for the quota, also where that is whole", () => {
    const quotaOf = (votes: number, seats: number) =>
      stepsOf(countRanked(contest("abcde", [`${votes} a`], { rules: "scottish", seats })), "rankedQuota")[0]
        ?.quota;
    expect([quotaOf(17, 2), quotaOf(18, 2), quotaOf(20, 2), quotaOf(21, 2)]).toEqual(["6", "7", "7", "8"]);
    expect([quotaOf(1, 1), quotaOf(2, 1), quotaOf(3, 3)]).toEqual(["1", "2", "1"]);
  });

  it("pass papers on again at the value they were received at, times the new share of it", () => {
    const answer = counted("abcd", ["12 abc", "3 bc", "3 d", "2 c"], { rules: "scottish", seats: 3 });
    const [, second] = stepsOf(answer, "surplus");
    // 3 of 9: a third of 1 and of 0.5, each cut off
    expect(second).toMatchObject({
      from: "b",
      had: "9.00000",
      surplus: "3.00000",
      parcels: [
        { papers: 3, value: "1.00000", newValue: "0.33333", to: { c: 3 } },
        { papers: 12, value: "0.50000", newValue: "0.16666", to: { c: 12 } },
      ],
      votes: { a: "6.00000", b: "6.00000", c: "4.99991", d: "3.00000" },
      nonTransferable: "0.00009",
    });
    expect(answer.elected).toEqual(["a", "b", "c"]);
  });

  it("pass the larger surplus on first, one a stage, also where it came later", () => {
    // quota 6: a has 9, b 7; with a's surplus c has 7.99997, which is more than b has above the quota
    const four = counted("abcdef", ["9 acf", "7 be", "5 cd", "3 d", "3 e", "2 f"], {
      rules: "scottish",
      seats: 4,
    });
    expect(four.quota).toBe("6");
    expect(surpluses(four)).toEqual(["a 3.00000", "c 1.99997", "b 1.00000"]);
  });

  it("have no stage for who has exactly the quota, nor for surpluses once every place is filled", () => {
    const exact = counted("abcd", ["5 a", "4 b", "3 c", "2 d"], two);
    expect([exact.quota, surpluses(exact)]).toEqual(["5", []]);
    const filled = counted("abc", ["5 ab", "4 ba", "2 c"], two);
    expect(filled.elected).toEqual(["a", "b"]);
    expect(filled.steps.map(({ kind }) => kind)).toEqual([
      "papers",
      "rankedQuota",
      "firstPreferences",
      "elected",
      "elected",
    ]);
  });

  it("elect who has the quota in order of votes, and at last whoever is left", () => {
    expect(winners("abcd", ["4 a", "6 b", "4 c", "1 d"], { rules: "scottish", seats: 3 })).toBe("bac");
    const { steps, elected } = counted("abc", ["1 a", "3 b", "2 c"], { rules: "scottish", seats: 3 });
    expect(elected).toEqual(["b", "c", "a"]);
    expect(steps.at(-1)).toEqual({
      kind: "elected",
      stage: 1,
      candidate: "a",
      votes: "1.00000",
      why: "remaining",
    });
  });

  it("skip on a paper whoever is elected or excluded already", () => {
    // quota 4: b is excluded, then a's surplus of later papers goes past a and b
    const answer = counted("abcd", ["5 abc", "1 bad", "3 c", "2 d"], two);
    expect(answer.quota).toBe("4");
    expect(stepsOf(answer, "exclusion")[0]?.parcels).toEqual([
      { papers: 1, value: "1.00000", newValue: "1.00000", to: { d: 1 }, exhausted: 0 },
      { papers: 5, value: "0.20000", newValue: "0.20000", to: { c: 5 }, exhausted: 0 },
    ]);
    expect(answer.elected).toEqual(["a", "c"]);
  });

  it("move papers that were received at one value from several together", () => {
    // a and b go out in turn with papers of full value; when c goes, all of those are one parcel
    const answer = counted("abcde", ["1 acd", "2 bcd", "3 cd", "9 d", "8 e"], {
      rules: "scottish",
      seats: 1,
    });
    expect(stepsOf(answer, "exclusion").map(({ parcels }) => parcels.map(({ papers }) => papers))).toEqual([
      [1],
      [2],
      [6],
    ]);
    expect(answer.elected).toEqual(["d"]);
  });
});

describe("the same transfers in exact fractions", () => {
  const papers = ["9 abc", "2 b", "4 c", "3 d"];

  it("lose nothing by rounding, which may elect others", () => {
    const answer = counted("abcd", papers, { rules: "wigm", seats: 2 });
    expect(standings(answer)).toEqual([
      ["a 9, b 2, c 4, d 3", "0"],
      ["a 6, b 5, c 4, d 3", "0"],
      ["a 6, b 5, c 4", "3"],
      ["a 6, b 5", "7"],
    ]);
    expect([answer.elected, answer.quota]).toEqual([["a", "b"], "6"]);
  });

  it("multiply the values of papers that go on again", () => {
    const answer = counted("abcd", ["12 abc", "3 bc", "3 d", "2 c"], { rules: "wigm", seats: 3 });
    expect(stepsOf(answer, "surplus").map(({ parcels }) => parcels.map(({ newValue }) => newValue))).toEqual([
      ["7/12"],
      ["1/2", "7/24"],
    ]);
    expect(answer.elected).toEqual(["a", "b", "c"]);
  });

  it("have a quota that may be a fraction, and need more than it", () => {
    const answer = counted("abcde", ["6 ab", "3 ac", "2 c", "1 d", "1 e"], { rules: "wigm", seats: 2 });
    expect(answer.quota).toBe("13/3");
    expect(standings(answer)[1]).toEqual(["a 13/3, b 28/9, c 32/9, d 1, e 1", "0"]);
    expect(stepsOf(answer, "rankedQuota")).toEqual([
      { kind: "rankedQuota", votes: "13", seats: 2, quota: "13/3" },
    ]);
  });

  it("elect none of three who have exactly the quota for two places", () => {
    const answer = countRanked(contest("abc", ["4 a", "4 b", "3 c", "1 ca"], { rules: "wigm", seats: 2 }));
    expect(stepsOf(answer, "rankedQuota")[0]?.quota).toBe("4");
    expect(answer).toMatchObject({
      lot: { among: ["a", "b", "c"], about: { stage: 1, votes: "4" }, step: 3 },
    });
  });
});

describe.each(["scottish", "wigm"] as const)("both, as by %s", (rules) => {
  it("elect all who stand where there are as many as places, whatever votes they have", () => {
    const { elected, steps } = counted("abc", ["5 a"], { rules, seats: 3 });
    expect(elected).toEqual(["a", "b", "c"]);
    expect(steps.filter(({ kind }) => kind === "surplus" || kind === "exclusion")).toEqual([]);
  });

  it("go past who withdrew, and leave out papers that name nobody else", () => {
    const answer = counted("abcd", ["5 ab", "3 c", "2 a", "1 d"], { rules, seats: 1, withdrawn: ["a"] });
    expect(stepsOf(answer, "papers")).toEqual([{ kind: "papers", valid: 9, blank: 2 }]);
    expect(stepsOf(answer, "firstPreferences")[0]?.votes).not.toHaveProperty("a");
    expect(answer.elected).toEqual(["b"]);
    const never = counted("bcd", ["5 b", "3 c", "1 d"], { rules, seats: 1 });
    expect(answer.steps.slice(1)).toEqual(never.steps.slice(1));
  });

  it("elect the one with votes and one of those without, which a lot says", () => {
    expect(winners("abc", ["5 a"], { rules, seats: 2 })).toMatchObject({
      among: ["b", "c"],
      about: { kind: "excluded", votes: rules === "wigm" ? "0" : "0.00000" },
    });
  });
});
