import { describe, expect, it } from "vitest";
import { contest, counted, stepsOf, tiesOf, winners } from "./cast.fixture.ts";
import { countRanked } from "./count-ranked.ts";

const one = { rules: "irv", seats: 1 } as const;

describe("instant run-off", () => {
  it("excludes the lowest, whose papers go on, until one has more than half", () => {
    const { steps, elected, quota } = counted("abcd", ["5 a", "3 bc", "2 cb", "1 db"], one);
    expect(steps).toStrictEqual([
      { kind: "papers", valid: 11, blank: 0 },
      {
        kind: "firstPreferences",
        stage: 1,
        votes: { a: "5", b: "3", c: "2", d: "1" },
        nonTransferable: "0",
      },
      {
        kind: "exclusion",
        excluded: [{ candidate: "d", votes: "1" }],
        why: "lowest",
        parcels: [{ papers: 1, value: "1", newValue: "1", to: { b: 1 }, exhausted: 0 }],
        stage: 2,
        votes: { a: "5", b: "4", c: "2" },
        nonTransferable: "0",
      },
      {
        kind: "exclusion",
        excluded: [{ candidate: "c", votes: "2" }],
        why: "lowest",
        parcels: [{ papers: 2, value: "1", newValue: "1", to: { b: 2 }, exhausted: 0 }],
        stage: 3,
        votes: { a: "5", b: "6" },
        nonTransferable: "0",
      },
      { kind: "elected", stage: 3, candidate: "b", votes: "6", why: "quota" },
    ]);
    expect([elected, quota]).toEqual([["b"], undefined]);
  });

  it("needs more than half, of the papers that still name somebody", () => {
    const stages = (...papers: ReadonlyArray<string>) =>
      stepsOf(counted("abc", papers, one), "elected").map(({ candidate, stage, why }) => [
        candidate,
        stage,
        why,
      ]);
    expect(stages("4 a", "3 b")).toEqual([["a", 1, "quota"]]);
    // 5 of 10 is not more than half; once the paper of c is spent, 5 of 9 is
    expect(stages("5 a", "4 b", "1 c")).toEqual([["a", 2, "quota"]]);
  });

  it("looks back for who had fewer, and asks for a lot at last", () => {
    // b and c have 7 at stage 3, and b was ahead at stage 2
    const papers = ["11 d", "10 g", "6 c", "5 b", "2 eb", "1 fc", "3 f"];
    expect(tiesOf(counted("bcdefg", papers, one))).toEqual([
      { kind: "earlierStage", among: ["b", "c"], taken: "c", stage: 2 },
    ]);
    expect(winners("abcd", ["4 ac", "4 bd", "4 cb", "4 da"], one)).toEqual({
      among: ["a", "b", "c", "d"],
      about: { kind: "excluded", stage: 1, votes: "4" },
      step: 2,
    });
  });

  it("excludes those without votes in whatever order, as long as another has some", () => {
    const answer = countRanked(contest("abcde", ["2 a", "2 b", "1 cb"], one));
    expect(tiesOf(answer)).toEqual([{ kind: "idleTie", among: ["d", "e"], taken: "d" }]);
    expect(answer).toMatchObject({ status: "done", elected: ["b"] });
    // where nobody who stands has any, which of them is elected matters
    expect(winners("abc", ["2 a"], { ...one, withdrawn: ["a"] })).toMatchObject({ among: ["b", "c"] });
  });

  it("elects who is left alone, with however few votes", () => {
    expect(stepsOf(counted("ab", ["2 a"], { ...one, withdrawn: ["a"] }), "elected")).toEqual([
      { kind: "elected", stage: 1, candidate: "b", votes: "0", why: "remaining" },
    ]);
    expect(stepsOf(counted("a", ["2 a"], one), "elected")).toMatchObject([{ why: "remaining", votes: "2" }]);
  });
});
