import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notationOf, stackNotation } from "./notation.ts";
import { groupsOf, PaperStack, type Papers, without } from "./papers.ts";

/** The papers of lines, merged and in order. */
const read = (candidates: number, lines: ReadonlyArray<string>): Papers => {
  const stack = new PaperStack();
  for (const line of lines) expect(stackNotation(line, candidates, stack)).toBe(undefined);
  return stack.merged(candidates);
};

/** The lines after they were read, merged and put in order. */
const again = (candidates: number, ...lines: ReadonlyArray<string>) => notationOf(read(candidates, lines));

describe("papers in a line each", () => {
  it.each(["1: 1", "12: 3,1,{2,4}", "2: ", "5: {1,2,3}", "5: {1,3},{2,4},5", "9007199254740991: 2,{1,10},3"])(
    "%j is read and written the same",
    (line) => {
      expect(again(10, line)).toEqual([line]);
    },
  );

  it("are candidates by their numbers from 1, those in braces equal", () => {
    const papers = read(4, ["12: 3,{1,2},4"]);
    expect([...papers.weights]).toEqual([12]);
    expect([...groupsOf(papers, 0)]).toEqual([[2], [0, 1], [3]]);
  });

  it("that are alike are one, however often they come", () => {
    expect(again(3, "1: 2,1", "4: 1", "2: 2,1", "1: ", "1: 2,1", "7: ")).toEqual(["8: ", "4: 1", "4: 2,1"]);
  });

  it("stand in the order of their candidates: a shorter before a longer, one alone before one equal to the next", () => {
    const lines = [
      "1: ",
      "1: 1",
      "1: 1,2",
      "1: 1,2,3",
      "1: 1,3",
      "1: {1,2}",
      "1: {1,2},3",
      "1: {1,3}",
      "1: 2",
      "1: 10",
    ];
    expect(again(10, ...lines.toReversed())).toEqual(lines);
  });

  it("with the equal in another order are told apart, and with others equal too", () => {
    expect(again(3, "1: {2,1}", "1: {1,2}", "1: 1,2")).toEqual(["1: 1,2", "1: {1,2}", "1: {2,1}"]);
  });

  it.each([
    ["", "not a paper"],
    ["1", "not a paper"],
    ["1:2", "not a paper"],
    ["1: 1 ", "not a paper"],
    [" 1: 1", "not a paper"],
    ["1: 1, 2", "not a paper"],
    ["1: 1,,2", "not a paper"],
    ["1: 1,", "not a paper"],
    ["1: {1}", "not a paper"],
    ["1: {1,2", "not a paper"],
    ["1: {}", "not a paper"],
    ["1: {1,{2,3}}", "not a paper"],
    ["1: {1,2}3", "not a paper"],
    ["1: -1", "not a paper"],
    ["1: 1>2", "not a paper"],
    ["x: 1", "not a paper"],
    ["1.5: 1", "not a paper"],
    ["10000000000000000: 1", "not a paper"],
    ["1: 0", "a candidate that does not stand"],
    ["1: 4", "a candidate that does not stand"],
    ["1: {3,4}", "a candidate that does not stand"],
    ["1: 99999999999999999999", "a candidate that does not stand"],
    ["1: 1,1", "a candidate twice"],
    ["1: {1,2,1}", "a candidate twice"],
    ["1: 1,{2,1}", "a candidate twice"],
    ["0: 1", "a weight that is not a whole number from 1"],
    ["9007199254740992: 1", "a weight that is not a whole number from 1"],
  ])("%j is %s, and nothing of it is taken", (line, problem) => {
    const stack = new PaperStack();
    expect(stackNotation(line, 3, stack)).toBe(problem);
    stackNotation("1: 2", 3, stack);
    expect(notationOf(stack.merged(3))).toEqual(["1: 2"]);
  });

  it("of any kind come back as they were once they are merged, whatever order they came in", () => {
    const paper = fc
      .tuple(
        fc.shuffledSubarray([1, 2, 3, 4, 5]),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 1, max: 3 }),
      )
      .map(([order, isEqual, weight]) => {
        const groups: Array<Array<number>> = [];
        order.forEach((one, at) => {
          const last = groups.at(-1);
          if (last !== undefined && isEqual[at]) last.push(one);
          else groups.push([one]);
        });
        const told = groups.map((group) => (group.length > 1 ? `{${group}}` : `${group}`)).join();
        return { told, weight };
      });
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 12 }), (papers) => {
        const sums = new Map<string, number>();
        for (const { told, weight } of papers) sums.set(told, (sums.get(told) ?? 0) + weight);
        const lines = again(5, ...papers.map(({ told, weight }) => `${weight}: ${told}`));
        expect(
          new Map(lines.map((line) => [line.split(": ")[1] ?? "", Number(line.split(": ")[0])])),
        ).toEqual(sums);
        expect(lines).toHaveLength(sums.size);
        expect(again(5, ...lines.toReversed())).toEqual(lines);
      }),
      { numRuns: 200 },
    );
  });

  it("that are many and begin alike stand in the same order as by comparing them, candidate by candidate", () => {
    const orders = Array.from({ length: 400 }, (_, at) => [
      ...Array.from({ length: (at % 3) * 9 }, (_, place) => place + 1),
      ...Array.from({ length: at % 5 }, (_, place) => 30 + ((at * 31 + place * 7) % 59)),
    ]);
    const inOrder = orders
      .toSorted((a, b) => {
        const place = a.findIndex((one, at) => one !== b[at]);
        return place === -1 ? a.length - b.length : (a[place] ?? 0) - (b[place] ?? 0);
      })
      .map((order) => order.join());
    const lines = again(90, ...orders.map((order) => `1: ${order}`));
    expect(lines.map((line) => line.split(": ")[1])).toEqual([...new Set(inOrder)]);
    expect(lines.length).toBeGreaterThan(150);
  });

  it("are as many and as long as they like", () => {
    const long = Array.from({ length: 3000 }, (_, at) => ((at * 7) % 3000) + 1).join();
    expect(again(3000, `1: ${long}`, `2: ${long}`, "1: 5")).toEqual([`3: ${long}`, "1: 5"]);
  });
});

describe("candidates struck from papers", () => {
  const struck = (lines: ReadonlyArray<string>, ...numbers: ReadonlyArray<number>) =>
    notationOf(without(read(4, lines), new Set(numbers.map((number) => number - 1)), 4));

  it("leave the others as if those had never stood, equal to whom they were equal", () => {
    expect(struck(["1: 1,2,3"], 2)).toEqual(["1: 1,3"]);
    expect(struck(["1: {1,2,3},4"], 2)).toEqual(["1: {1,3},4"]);
    expect(struck(["1: {1,2,3},4"], 3)).toEqual(["1: {1,2},4"]);
    expect(struck(["1: {1,2,3},4"], 1, 3)).toEqual(["1: 2,4"]);
    expect(struck(["1: {1,2},3"], 1, 2)).toEqual(["1: 3"]);
  });

  it("may leave papers alike that were not, and blank ones", () => {
    expect(struck(["1: 2,1", "2: 1,2", "4: 1", "8: 2"], 2)).toEqual(["8: ", "7: 1"]);
  });

  it("leave everything as it is where they are none", () => {
    const papers = read(4, ["1: 1,2"]);
    expect(without(papers, new Set(), 4)).toBe(papers);
  });
});
