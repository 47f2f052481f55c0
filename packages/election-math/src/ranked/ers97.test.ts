import { describe, expect, it } from "vitest";
import { drawing } from "../seats/answers.fixture.ts";
import { contest, counted, stepsOf, tiesOf, winners } from "./cast.fixture.ts";
import { countRanked } from "./count-ranked.ts";

const by = (candidates: string, papers: ReadonlyArray<string>, seats: number) =>
  counted(candidates, papers, { rules: "ers97", seats });

/** Who went in each exclusion, and after it. */
const exclusions = (answer: Parameters<typeof stepsOf>[0]) =>
  stepsOf(answer, "exclusion").map(({ excluded }) => excluded.map(({ candidate }) => candidate).join(""));
const quotas = (answer: Parameters<typeof stepsOf>[0]) =>
  stepsOf(answer, "rankedQuota").map(({ votes, quota }) => [votes, quota]);

describe("the rules of Newland and Britton: the quota", () => {
  it("is votes ÷ (places + 1), raised to the next hundredth where it is not one", () => {
    const quotaOf = (votes: number, seats: number) =>
      stepsOf(countRanked(contest("abcde", [`${votes} a`], { rules: "ers97", seats })), "rankedQuota")[0]
        ?.quota;
    expect([quotaOf(12, 2), quotaOf(13, 2), quotaOf(14, 2), quotaOf(13, 3)]).toEqual([
      "4.00",
      "4.34",
      "4.67",
      "3.25",
    ]);
  });

  it("falls with papers that name nobody more until somebody is elected, and not after", () => {
    const papers = ["11 d", "10 g", "6 c", "5 b", "2 eb", "1 fc", "3 f"];
    const answer = by("bcdefg", papers, 1);
    expect(quotas(answer)).toEqual([
      ["38.00", "19.00"],
      ["35.00", "17.50"],
      ["28.00", "14.00"],
      ["21.00", "10.50"],
    ]);
    expect(stepsOf(answer, "elected")).toMatchObject([{ candidate: "d", votes: "11.00", why: "quota" }]);
    expect(answer.quota).toBe("10.50");
    const later = by("abcde", ["9 abc", "1 b", "4 c", "3 d", "2 e"], 2);
    expect(exclusions(later)).toEqual(["e", "d"]);
    expect(quotas(later)).toEqual([["19.00", "6.34"]]);
  });
});

describe("the rules of Newland and Britton: who is elected", () => {
  it("has the quota, or more than the rest could share so as to keep them out", () => {
    // stage 4: 7.61 votes are left for one place, of which c has more than half though not the quota of 6.34
    const { steps, elected } = by("abcde", ["9 abc", "1 b", "4 c", "3 d", "2 e"], 2);
    expect(steps.at(-1)).toEqual({ kind: "elected", stage: 4, candidate: "c", votes: "4.00", why: "quota" });
    expect(elected).toEqual(["a", "c"]);
  });

  it("is found in falling order of votes, and the rest share less with each", () => {
    const { elected } = by("abc", ["4 b", "5 a", "1 c"], 2);
    expect(elected).toEqual(["a", "b"]);
  });

  it("is nobody of several who are level where there are not places for all of them", () => {
    const papers = ["5 a", "5 b", "5 c"];
    const answer = countRanked(contest("abc", papers, { rules: "ers97", seats: 2 }));
    expect(stepsOf(answer, "elected")).toEqual([]);
    expect(answer).toMatchObject({
      lot: { among: ["a", "b", "c"], about: { kind: "excluded", stage: 1, votes: "5.00" } },
    });
  });

  it("is who was ahead at the first point where those who are level differed", () => {
    // with e's papers b and c have 6, enough for one place; b had more at stage 1
    expect(by("abce", ["6 a", "5 b", "4 c", "1 eb", "2 ec"], 2).elected).toEqual(["a", "b"]);
    expect(by("abce", ["6 a", "4 b", "5 c", "2 eb", "1 ec"], 2).elected).toEqual(["a", "c"]);
    // three have 11, enough for two places; a and b were level then, which is as many
    const three = by("abce", ["10 a", "10 b", "9 c", "1 ea", "1 eb", "2 ec"], 2);
    expect(three.elected).toEqual(["a", "b"]);
    expect(tiesOf(three)).toEqual([]);
  });

  it("is whoever is left once no more are, without moving their papers", () => {
    const { steps, elected } = by("abc", ["3 a", "1 b"], 3);
    expect(elected).toEqual(["a", "b", "c"]);
    expect(steps.at(-1)).toMatchObject({ candidate: "c", votes: "0.00", why: "remaining" });
    // and nobody without votes for having as much as nothing
    expect(winners("abc", ["3 a"], { rules: "ers97", seats: 2 })).toMatchObject({ among: ["b", "c"] });
  });
});

describe("the rules of Newland and Britton: surpluses", () => {
  it("are shared by the papers of the last parcel that name somebody further, and what is cut off is nobody's", () => {
    const answer = by("abcd", ["8 ab", "3 b", "2 cb", "1 d"], 2);
    expect(stepsOf(answer, "surplus")).toEqual([
      {
        kind: "surplus",
        from: "a",
        had: "8.00",
        surplus: "3.33",
        parcels: [{ papers: 8, value: "1.00", newValue: "0.41", to: { b: 8 }, exhausted: 0 }],
        stage: 2,
        votes: { a: "4.67", b: "6.28", c: "2.00", d: "1.00" },
        nonTransferable: "0.05",
      },
    ]);
    expect(answer.elected).toEqual(["a", "b"]);
  });

  it("leave those who got votes before with papers that do not go on", () => {
    // b's own 7 papers stay; only the 10 that came from a are looked at, and they name nobody more
    const answer = by("abcdef", ["10 ab", "7 bc", "5 c", "4 d", "3 e", "1 fe"], 3);
    expect(stepsOf(answer, "surplus").at(-1)).toMatchObject({
      from: "b",
      surplus: "2.00",
      parcels: [{ papers: 10, value: "0.25", newValue: "0.25", to: {}, exhausted: 10 }],
      nonTransferable: "2.00",
    });
  });

  it("never make a paper worth more than it was", () => {
    // one of a's 9 papers names b: it goes on at 1, and 1 of the surplus of 2 at nobody
    const answer = by("abcd", ["8 a", "1 ab", "5 b", "4 c", "3 d"], 2);
    expect(stepsOf(answer, "surplus")[0]).toMatchObject({
      surplus: "2.00",
      parcels: [{ papers: 9, value: "1.00", newValue: "1.00", to: { b: 1 }, exhausted: 8 }],
      votes: { a: "7.00", b: "6.00", c: "4.00", d: "3.00" },
      nonTransferable: "1.00",
    });
  });

  it("wait while all of them together could not change who is lowest", () => {
    // b's surplus of 2 is no more than what e has above f: f goes first
    const answer = by("abcdef", ["10 ab", "7 bc", "5 c", "4 d", "3 e", "1 fe"], 3);
    expect(
      stepsOf(answer, "surplus", "exclusion")
        .map((step) => (step.kind === "surplus" ? `+${step.from}` : `-${step.excluded[0]?.candidate}`))
        .slice(0, 3),
    ).toEqual(["+a", "-f", "+b"]);
  });

  it("wait too while several could be excluded together all the same", () => {
    // d and e are level, so that a's surplus of 1 could change who is lowest; but with it they are behind c
    const answer = by("abcde", ["11 a", "8 b", "7 c", "2 dc", "2 ec"], 2);
    expect(exclusions(answer)).toEqual(["de"]);
    expect(stepsOf(answer, "surplus")).toEqual([]);
    expect(answer.elected).toEqual(["a", "c"]);
  });

  it("go largest first, and of equals whose was the larger at the first point where they differed", () => {
    // with b's surplus of 4 c has 9, as a had from the first
    const papers = ["9 a", "10 bc", "5 c", "3 d", "3 e"];
    const answer = countRanked(contest("abcde", papers, { rules: "ers97", seats: 4 }));
    expect(stepsOf(answer, "surplus").map(({ from, surplus }) => `${from} ${surplus}`)).toEqual([
      "b 4.00",
      "a 3.00",
      "c 3.00",
    ]);
    expect(tiesOf(answer)[0]).toEqual({ kind: "earlierStage", among: ["a", "c"], taken: "a", stage: 1 });
  });
});

describe("the rules of Newland and Britton: exclusions", () => {
  it("take several together whose votes, with the surpluses, cannot overtake the next", () => {
    const answer = by("bcdefg", ["9 d", "5 b", "4 c", "1 eb", "2 fc", "8 g"], 1);
    expect(stepsOf(answer, "exclusion")[0]).toEqual({
      kind: "exclusion",
      excluded: [
        { candidate: "e", votes: "1.00" },
        { candidate: "f", votes: "2.00" },
      ],
      why: "lowest",
      parcels: [{ papers: 3, value: "1.00", newValue: "1.00", to: { b: 1, c: 2 }, exhausted: 0 }],
      stage: 2,
      votes: { b: "6.00", c: "6.00", d: "9.00", g: "8.00" },
      nonTransferable: "0.00",
    });
  });

  it("leave as many as there are places", () => {
    // nobody but a has votes; of three, two have to be left
    const given = contest("abcd", ["3 a"], { rules: "ers97", seats: 3 });
    expect(countRanked(given)).toMatchObject({
      lot: { among: ["b", "c", "d"], about: { kind: "excluded" } },
    });
    const { answer } = drawing(countRanked, given, () => "c");
    expect(answer.elected).toEqual(["a", "b", "d"]);
    expect(stepsOf(answer, "exclusion")).toMatchObject([
      { excluded: [{ candidate: "c", votes: "0.00" }], parcels: [] },
    ]);
  });

  it("move no papers once only as many are left as there are places", () => {
    const given = contest("abc", ["5 ab", "5 b", "5 cb"], { rules: "ers97", seats: 2 });
    const { answer } = drawing(countRanked, given, () => "c");
    expect(answer.steps.slice(4)).toMatchObject([
      {
        kind: "exclusion",
        excluded: [{ candidate: "c", votes: "5.00" }],
        parcels: [],
        votes: { a: "5.00", b: "5.00" },
      },
      { kind: "elected", candidate: "a", votes: "5.00", why: "remaining" },
      { kind: "elected", candidate: "b", votes: "5.00", why: "remaining" },
    ]);
  });

  it("move papers a value at a time, the highest first, and elect in between", () => {
    // a's surplus of 15 gives c 30 papers at 0.37 beside its 4 own ones
    const papers = ["30 acd", "10 ad", "20 b", "4 ce", "18 d", "18 e"];
    const answer = by("abcde", papers, 3);
    expect(stepsOf(answer, "exclusion")).toMatchObject([
      {
        stage: 3,
        excluded: [{ candidate: "c", votes: "15.10" }],
        parcels: [{ papers: 4, value: "1.00", newValue: "1.00", to: { e: 4 } }],
        votes: { b: "20.00", c: "11.10", d: "21.70", e: "22.00" },
      },
      {
        stage: 4,
        excluded: [{ candidate: "c", votes: "15.10" }],
        parcels: [{ papers: 30, value: "0.37", newValue: "0.37", to: { d: 30 } }],
        votes: { b: "20.00", d: "32.80", e: "22.00" },
      },
    ]);
    expect(answer.elected).toEqual(["a", "d", "e"]);
  });

  it("give nothing more to who was elected in between", () => {
    const answer = by("abcde", ["30 acde", "10 ad", "20 b", "4 cd", "18 d", "18 e"], 3);
    expect(stepsOf(answer, "exclusion", "elected").slice(1)).toMatchObject([
      { kind: "exclusion", parcels: [{ to: { d: 4 } }] },
      { kind: "elected", candidate: "d", votes: "25.70" },
      { kind: "exclusion", parcels: [{ to: { e: 30 } }] },
      { kind: "elected", candidate: "e", votes: "29.10" },
    ]);
  });

  it("end between two values once every place is filled", () => {
    // with c's own 20 papers d has the quota for the last place, and those that came from a are not moved
    const answer = by("acde", ["40 ac", "30 ad", "20 cd", "24 d", "35 e"], 2);
    expect(stepsOf(answer, "exclusion")).toMatchObject([
      { excluded: [{ candidate: "c", votes: "31.60" }], votes: { c: "11.60", d: "52.70" } },
    ]);
    expect(answer.steps.at(-1)).toMatchObject({ kind: "elected", candidate: "d", votes: "52.70" });
  });
});
