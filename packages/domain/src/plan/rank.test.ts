import * as Result from "effect/Result";
import * as Schema from "effect/Schema";
import { describe, expect, it } from "vitest";
import { Grounds, movesBetween, rank } from "./rank.ts";

const grounds = (
  weights: Record<string, number>,
  ties: Array<string>,
  scores: Record<string, Record<string, number>>,
) =>
  Schema.decodeUnknownSync(Grounds)({
    weights,
    ties,
    entries: Object.entries(scores).map(([item, scores]) => ({ item, scores })),
  });
const places = [
  ["bridge-street", 8, 2],
  ["foundry", 8, 5],
  ["hill-farm", 6, 6],
  ["larch-slope", 9, 7],
  ["market", 4, 6],
  ["oak-dell", 7, 8],
  ["parish", 7, 4],
  ["yard", 9, 8],
] as const;
const support = (ties: Array<string>) =>
  grounds(
    { need: 3, effect: 2 },
    ties,
    Object.fromEntries(places.map(([item, need, effect]) => [item, { need, effect }])),
  );
const orderOf = (grounds: Grounds) => rank(grounds).map(({ item }) => item);

describe("a ranking", () => {
  it("puts most points first, weight times score, and shows every part of the sum", () => {
    const [first, second] = rank(support([]));
    expect(first).toEqual({
      item: "yard",
      place: 1,
      points: 43,
      of: 5,
      parts: [
        { criterion: "effect", weight: 2, score: 8, points: 16 },
        { criterion: "need", weight: 3, score: 9, points: 27 },
      ],
      tiedWith: [],
      aheadBy: "points",
    });
    expect(second?.item).toBe("larch-slope");
    expect(orderOf(support([]))).toEqual([
      "yard",
      "larch-slope",
      "oak-dell",
      "foundry",
      "hill-farm",
      "parish",
      "bridge-street",
      "market",
    ]);
  });
  it("weighs: with the weights the other way round the order is another", () => {
    const scores = { poor: { need: 9, effect: 1 }, promising: { need: 1, effect: 9 } };
    expect(orderOf(grounds({ need: 3, effect: 2 }, [], scores))).toEqual(["poor", "promising"]);
    expect(orderOf(grounds({ need: 2, effect: 3 }, [], scores))).toEqual(["promising", "poor"]);
  });
  it("breaks a tie by the declared criteria in turn, and only then by code, and says which", () => {
    const scores = {
      a: { need: 2, effect: 6, reach: 1 },
      b: { need: 4, effect: 3, reach: 1 },
      d: { need: 4, effect: 3, reach: 1 },
      c: { need: 4, effect: 0, reach: 7 },
    };
    const weights = { need: 3, effect: 2, reach: 1 };
    const told = rank(grounds(weights, ["need", "reach"], scores));
    expect(told.map(({ item, points }) => [item, points])).toEqual([
      ["c", 19],
      ["b", 19],
      ["d", 19],
      ["a", 19],
    ]);
    expect(told.map(({ aheadBy }) => aheadBy)).toEqual([
      { criterion: "reach" },
      "code",
      { criterion: "need" },
      undefined,
    ]);
    expect(told[1]?.tiedWith).toEqual(["c", "d", "a"]);
    expect(orderOf(grounds(weights, [], scores))).toEqual(["a", "b", "c", "d"]);
  });
  it("does not depend on the order in which anything was written down", () => {
    const there = support(["need"]);
    const back: Grounds = {
      weights: Object.fromEntries(Object.entries(there.weights).reverse()),
      ties: there.ties,
      entries: there.entries.toReversed() as unknown as Grounds["entries"],
    };
    expect(rank(back)).toEqual(rank(there));
  });
  it("is exact where fractions would not be", () => {
    const scores = { a: { x: 1, y: 2 }, b: { x: 2, y: 1 }, c: { x: 3, y: 0 } };
    const told = rank(grounds({ x: 1, y: 1 }, [], scores));
    expect(told.map(({ points, of }) => `${points}/${of}`)).toEqual(["3/2", "3/2", "3/2"]);
    expect(told.map(({ tiedWith }) => tiedWith.length)).toEqual([2, 2, 2]);
    const huge = { most: { x: 10_000_000, y: 10_000_000 }, nearly: { x: 10_000_000, y: 9_999_999 } };
    expect(orderOf(grounds({ x: 1_000_000, y: 1 }, [], huge))).toEqual(["most", "nearly"]);
  });
});

describe("the grounds", () => {
  const isRefused = (weights: object, ties: Array<string>, entries: Array<object>) =>
    Result.isFailure(Schema.decodeUnknownResult(Grounds)({ weights, ties, entries }));
  const a = { item: "a", scores: { need: 1 } };
  it("give every item exactly one score by every criterion", () => {
    expect(isRefused({ need: 1 }, [], [a])).toBe(false);
    expect(isRefused({ need: 1, effect: 1 }, [], [a])).toBe(true);
    expect(isRefused({ need: 1 }, [], [{ item: "a", scores: { need: 1, effect: 1 } }])).toBe(true);
    expect(isRefused({ need: 1 }, [], [a, a])).toBe(true);
  });
  it("weigh something, by whole numbers, and break ties by criteria that are weighed", () => {
    expect(isRefused({}, [], [{ item: "a", scores: {} }])).toBe(true);
    expect(isRefused({ need: 0.5 }, [], [a])).toBe(true);
    expect(isRefused({ need: 0 }, [], [a])).toBe(true);
    expect(isRefused({ need: 1 }, ["effect"], [a])).toBe(true);
    expect(isRefused({ need: 1 }, [], [])).toBe(true);
  });
});

describe("the difference between two orders", () => {
  it("is each item that moved, with its places", () => {
    expect(movesBetween(["a", "b", "c", "d"], ["a", "c", "b", "d"])).toEqual([
      { item: "c", from: 3, to: 2 },
      { item: "b", from: 2, to: 3 },
    ]);
    expect(movesBetween(["a", "b"], ["a", "b"])).toEqual([]);
  });
});
