import { describe, expect, it } from "vitest";
import { again, done, drawing, problemsOf } from "../seats/answers.fixture.ts";
import { contest, counted, lotOn, stepsOf, tiesOf, winners } from "./cast.fixture.ts";
import { countRanked, ranked } from "./count-ranked.ts";

describe("equal votes are told apart by earlier stages, the latest first", () => {
  it("for exclusion: whoever had fewer there goes", () => {
    const answer = counted("abcde", ["1 ab", "2 b", "3 c", "4 d", "5 e"], { rules: "scottish", seats: 2 });
    expect(tiesOf(answer)).toEqual([{ kind: "earlierStage", among: ["b", "c"], taken: "b", stage: 1 }]);
    expect(answer.elected).toEqual(["e", "d"]);
  });

  it("for a surplus: whoever had more there goes first", () => {
    const papers = ["1 abe", "2 afe", "1 d", "2 b", "1 ba", "2 adf", "4 eba", "4 e"];
    const answer = counted("abcdef", papers, { rules: "scottish", seats: 4 });
    expect(tiesOf(answer)).toEqual([{ kind: "earlierStage", among: ["a", "b"], taken: "a", stage: 1 }]);
    expect(stepsOf(answer, "surplus").map(({ from }) => from)).toEqual(["e", "a", "b"]);
  });

  it("stage by stage: those who stay level go on to the stage before", () => {
    // b, c and f have 4: at stage 3 b and f had 3 and c had 4, at stage 2 f had 2 and b 3
    const papers = ["1 df", "1 abf", "3 ba", "1 fcb", "1 af", "1 fd", "4 ce"];
    const answer = counted("abcdef", papers, { rules: "scottish", seats: 2 });
    expect(tiesOf(answer)).toEqual([{ kind: "earlierStage", among: ["b", "f"], taken: "f", stage: 2 }]);
    expect(answer.elected).toEqual(["c", "b"]);
  });

  it("from the first stage on by the rules of Newland and Britton", () => {
    // b and c have 7 at stage 3; b was ahead at stage 2, c at stage 1
    const papers = ["11 d", "10 g", "6 c", "5 b", "2 eb", "1 fc", "3 f"];
    const goes = (rules: "scottish" | "ers97") => tiesOf(counted("bcdefg", papers, { rules, seats: 1 }));
    expect(goes("scottish")).toEqual([{ kind: "earlierStage", among: ["b", "c"], taken: "c", stage: 2 }]);
    expect(goes("ers97")).toEqual([{ kind: "earlierStage", among: ["b", "c"], taken: "b", stage: 1 }]);
  });
});

describe("a lot", () => {
  // a, b and c have 3 each at every stage, and the quota of two places is 4
  const papers = ["3 bfd", "1 afc", "2 adf", "3 cf"];
  const two = { rules: "scottish", seats: 2 } as const;
  const about = { kind: "excluded", stage: 4, votes: "3.00000" } as const;

  it("is asked for where nothing tells the tied apart and it matters who is elected", () => {
    const answer = countRanked(contest("abcdef", papers, two));
    expect(answer.status).toBe("needsLot");
    if (answer.status === "needsLot") expect(answer.lot).toEqual({ among: ["a", "b", "c"], about, step: 8 });
    expect(answer.steps).toHaveLength(8);
  });

  it("decides, and the count goes on with it", () => {
    const elected = (drawn: string) =>
      winners("abcdef", papers, { ...two, lots: [lotOn("abc", drawn, about)] });
    // a's papers go to c, who has 4; those of b and c name nobody who is left
    expect([elected("a"), elected("b"), elected("c")]).toEqual(["cb", "ac", "ab"]);
  });

  it("is a step and stands in the record, from which the count can be done again", () => {
    const lot = lotOn("cab", "b", about);
    const answer = counted("abcdef", papers, { ...two, lots: [lot] });
    const kept = { ...lot, among: ["a", "b", "c"] };
    expect(answer.steps[8]).toEqual({ kind: "lot", ...kept });
    expect(answer.record.lots).toEqual([kept]);
    expect(again(ranked, answer.record)).toEqual(answer.record);
  });

  it("that answers no tie of the count is refused", () => {
    const refused = (lot: object) =>
      problemsOf(countRanked, { ...contest("abcdef", papers, two), lots: [lot] });
    const unasked = ["lots[0]: answers no tie of this count"];
    expect(refused(lotOn("abc", "a", { ...about, stage: 3 }))).toEqual(unasked);
    expect(refused(lotOn("abc", "a", { ...about, votes: "3" }))).toEqual(unasked);
    expect(refused(lotOn("ab", "a", about))).toEqual(unasked);
    expect(refused(lotOn("abc", "d", about))).toEqual(["lots[0].drawn: not one of those it is among"]);
  });

  it("whose surplus goes first is asked for where the first to go fills a place", () => {
    // quota 6: either surplus gives c a sixth vote, and the other then goes past c
    const equal = ["8 acd", "8 bce", "4 c", "3 d", "3 e"];
    const four = { rules: "scottish", seats: 4 } as const;
    const first = { kind: "surplusFirst", stage: 1, votes: "8.00000" } as const;
    expect(winners("abcde", equal, four)).toMatchObject({ among: ["a", "b"], about: first });
    const elected = (drawn: string) =>
      winners("abcde", equal, { ...four, lots: [lotOn("ab", drawn, first)] });
    expect([elected("a"), elected("b")]).toEqual(["abce", "abcd"]);
  });

  it("is not asked for where the same are elected whoever is taken", () => {
    const answer = counted("abcde", ["4 b", "3 c", "2 e"], { rules: "scottish", seats: 2 });
    expect(tiesOf(answer)).toEqual([{ kind: "idleTie", among: ["a", "d"], taken: "a" }]);
    const below = counted("abcd", ["5 a", "2 b", "2 c", "4 d"], { rules: "scottish", seats: 2 });
    expect(tiesOf(below)).toEqual([{ kind: "idleTie", among: ["b", "c"], taken: "b" }]);
    expect(below.elected).toEqual(["a", "d"]);
  });

  it("is not asked for where those without votes all go, and is where one of them may stay", () => {
    const zero = ["4 a", "3 b", "2 f"];
    const one = countRanked(contest("abcdef", zero, { rules: "scottish", seats: 1 }));
    expect(tiesOf(one)).toEqual([
      { kind: "idleTie", among: ["c", "d", "e"], taken: "c" },
      { kind: "idleTie", among: ["d", "e"], taken: "d" },
    ]);
    const four = countRanked(contest("abcdef", zero, { rules: "scottish", seats: 4 }));
    expect(tiesOf(four)).toEqual([]);
    expect(four).toMatchObject({ status: "needsLot", lot: { among: ["c", "d", "e"] } });
    // as many without votes as candidates too many: the two of them go, whichever is first
    const three = countRanked(contest("abcdf", zero, { rules: "scottish", seats: 3 }));
    expect(tiesOf(three)).toEqual([{ kind: "idleTie", among: ["c", "d"], taken: "c" }]);
  });

  it("may be one of several, each about its own stage", () => {
    const { answer, lots } = drawing(
      countRanked,
      contest("abcde", ["5 a", "4 b"], { rules: "scottish", seats: 3 }),
    );
    expect(lots.map(({ among }) => among.join(""))).toEqual(["cde", "de"]);
    expect(answer.elected).toEqual(["a", "b", "e"]);
    expect(
      done(countRanked({ ...contest("abcde", ["5 a", "4 b"], { rules: "scottish", seats: 3 }), lots })).record
        .lots,
    ).toEqual(lots);
  });
});
