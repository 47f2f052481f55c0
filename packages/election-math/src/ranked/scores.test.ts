import { describe, expect, it } from "vitest";
import { counted, lotOn, stepsOf, winners } from "./cast.fixture.ts";

const points = (
  candidates: string,
  papers: ReadonlyArray<string>,
  rules: "borda" | "approval",
  withdrawn = "",
) =>
  stepsOf(
    counted(candidates, papers, {
      rules,
      seats: candidates.length - withdrawn.length,
      withdrawn: [...withdrawn],
    }),
    "points",
  )[0]?.points;

describe("Borda's points", () => {
  it("are as many as stand below on the paper", () => {
    expect(points("abcd", ["1 abcd"], "borda")).toEqual({ a: "3", b: "2", c: "1", d: "0" });
    expect(points("abcd", ["10 abcd", "1 dcba"], "borda")).toEqual({ a: "30", b: "21", c: "12", d: "3" });
  });

  it("are shared by those ranked equal, and by those not ranked at all", () => {
    expect(points("abcd", ["1 a(bc)d"], "borda")).toEqual({ a: "3", b: "1.5", c: "1.5", d: "0" });
    expect(points("abcd", ["1 a"], "borda")).toEqual({ a: "3", b: "1", c: "1", d: "1" });
    expect(points("abc", ["1 a"], "borda")).toEqual({ a: "2", b: "0.5", c: "0.5" });
    expect(points("abcd", ["1 (abcd)"], "borda")).toEqual({ a: "1.5", b: "1.5", c: "1.5", d: "1.5" });
    expect(points("abcd", ["3 a(bc)", "2 b", "1 (cd)"], "borda")).toEqual({
      a: "11.5",
      b: "11",
      c: "9",
      d: "4.5",
    });
  });

  it("are of those who stand: who withdrew stands below nobody", () => {
    expect(points("abcd", ["1 abcd"], "borda", "b")).toEqual({ a: "2", c: "1", d: "0" });
    // a paper that names nobody who stands gives nobody anything
    expect(points("abc", ["1 ab", "4 c"], "borda", "c")).toEqual({ a: "1", b: "0" });
  });

  it("put everybody in order", () => {
    const answer = counted("abcd", ["3 a(bc)", "2 b", "1 (cd)"], { rules: "borda", seats: 2 });
    expect(answer.ranking).toEqual([["a"], ["b"], ["c"], ["d"]]);
    expect(answer.steps).toStrictEqual([
      { kind: "papers", valid: 6, blank: 0 },
      { kind: "points", points: { a: "11.5", b: "11", c: "9", d: "4.5" } },
      { kind: "placed", place: 1, candidate: "a" },
      { kind: "placed", place: 2, candidate: "b" },
    ]);
  });
});

describe("approval", () => {
  it("is a vote for everybody on the paper, in whatever order", () => {
    expect(points("abcd", ["3 a(bc)", "2 b", "1 (cd)"], "approval")).toEqual({
      a: "3",
      b: "5",
      c: "4",
      d: "1",
    });
    expect(points("abc", ["2 ab"], "approval")).toEqual({ a: "2", b: "2", c: "0" });
    expect(points("abc", ["2 cb", "1 (bc)"], "approval")).toEqual(points("abc", ["3 bc"], "approval"));
  });

  it("leaves out who withdrew, and tells how many papers named nobody else", () => {
    const answer = counted("abc", ["2 ab", "3 b"], { rules: "approval", seats: 1, withdrawn: ["b"] });
    expect(stepsOf(answer, "papers")).toEqual([{ kind: "papers", valid: 2, blank: 3 }]);
    expect(answer.ranking).toEqual([["a"], ["c"]]);
  });
});

describe.each(["borda", "approval"] as const)("equal points, by %s", (rules) => {
  it("are ranked together, and a lot says who of them has the last place", () => {
    const papers = ["2 ab", "2 ba", "1 c"];
    expect(counted("abc", papers, { rules, seats: 2 })).toMatchObject({
      elected: ["a", "b"],
      ranking: [["a", "b"], ["c"]],
    });
    const about = { kind: "electedFirst", stage: 1, votes: "" } as const;
    expect(winners("abc", papers, { rules, seats: 1 })).toEqual({ among: ["a", "b"], about, step: 2 });
    expect(winners("abc", papers, { rules, seats: 1, lots: [lotOn("ab", "b", about)] })).toBe("b");
  });
});
