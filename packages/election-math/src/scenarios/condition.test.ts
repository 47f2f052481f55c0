import { describe, expect, it } from "vitest";
import { InvalidInput } from "../input.ts";
import type { Condition } from "./condition.ts";
import { chunkOf, type Draw } from "./coverage.fixture.ts";
import { coverage } from "./coverage.ts";
import type { Distinctions } from "./distinctions.ts";

const distinctions: Distinctions = {
  blocs: [
    { id: "ab", parties: ["A", "B"], against: [] },
    { id: "c", parties: ["C"], against: ["B"] },
  ],
  own: { party: "C", bands: [1] },
};

const answer = (when: Condition, draw: Draw) =>
  coverage([chunkOf([draw])], { distinctions, responses: [{ id: "r", when }] });

const holds = (when: Condition, ...draw: Draw): boolean => answer(when, draw).covered.mass === 1;

/** How many plain parts would have to change; `undefined` where the condition holds. */
const missing = (when: Condition, ...draw: Draw): number | undefined =>
  answer(when, draw).uncovered[0]?.nearest?.missing;

describe("a condition", () => {
  it("on a party's seats holds from the one bound to the other", () => {
    const when = { party: "A", atLeast: 3, atMost: 5 };
    expect([2, 3, 5, 6].map((seats) => holds(when, seats, 9, 9))).toEqual([false, true, true, false]);
    expect([2, 3, 100].map((seats) => holds({ party: "B", atLeast: 3 }, 9, seats, 0))).toEqual([
      false,
      true,
      true,
    ]);
    expect([0, 3, 4].map((seats) => holds({ party: "B", atMost: 3 }, 9, seats, 0))).toEqual([
      true,
      true,
      false,
    ]);
    expect(holds({ party: "B", atMost: 0 }, 9, 0, 0)).toBe(true);
  });

  it("on one's own seats is one on the party's", () => {
    expect(holds({ own: { atLeast: 3 } }, 9, 9, 3)).toBe(true);
    expect(holds({ own: { atLeast: 3 } }, 9, 9, 2)).toBe(false);
  });

  it("on a bloc's seats counts them together", () => {
    expect(holds({ bloc: "ab", atLeast: 7, atMost: 7 }, 3, 4, 50)).toBe(true);
    expect(holds({ bloc: "ab", atLeast: 8 }, 3, 4, 50)).toBe(false);
    expect(holds({ bloc: "ab", atMost: 6 }, 3, 4, 50)).toBe(false);
  });

  it("on what a bloc reaches: a majority, or toleration", () => {
    const reaches = (bloc: string, ...draw: Draw) => [
      holds({ bloc, reaches: "majority" }, ...draw),
      holds({ bloc, reaches: "toleration" }, ...draw),
    ];
    expect(reaches("c", 10, 11, 9)).toEqual([false, true]);
    expect(reaches("c", 3, 16, 11)).toEqual([false, false]);
    expect(reaches("c", 3, 15, 12)).toEqual([false, true]);
    expect(reaches("c", 3, 11, 15)).toEqual([true, true]);
    expect(reaches("ab", 1, 1, 11)).toEqual([false, true]);
  });

  it("on parties over the bar wants each of them there", () => {
    expect(holds({ over: ["A", "C"] }, 5, 5, 5, 0b101)).toBe(true);
    expect(holds({ over: ["A", "C"] }, 5, 5, 5, 0b011)).toBe(false);
    expect(holds({ over: ["B"] }, 5, 5, 5, 0b101)).toBe(false);
  });

  const [yes, no] = [
    { party: "A", atLeast: 1 },
    { party: "A", atMost: 0 },
  ];

  it("may want all, any or none", () => {
    expect(holds({ all: [yes, yes] }, 1, 0, 0)).toBe(true);
    expect(holds({ all: [yes, no] }, 1, 0, 0)).toBe(false);
    expect(holds({ any: [no, yes] }, 1, 0, 0)).toBe(true);
    expect(holds({ any: [no, no] }, 1, 0, 0)).toBe(false);
    expect(holds({ not: no }, 1, 0, 0)).toBe(true);
    expect(holds({ not: { any: [no, { not: no }] } }, 1, 0, 0)).toBe(false);
  });

  it("misses as many plain parts as would have to change", () => {
    expect(missing(no, 1, 0, 0)).toBe(1);
    expect(missing(yes, 1, 0, 0)).toBeUndefined();
    expect(missing({ all: [no, yes, no] }, 1, 0, 0)).toBe(2);
    expect(missing({ any: [{ all: [no, no] }, no] }, 1, 0, 0)).toBe(1);
    expect(missing({ any: [{ all: [no, no] }, { all: [no, no, no] }] }, 1, 0, 0)).toBe(2);
    expect(missing({ not: yes }, 1, 0, 0)).toBe(1);
    expect(missing({ not: { all: [yes, yes] } }, 1, 0, 0)).toBe(1);
    expect(missing({ not: { any: [yes, yes, no] } }, 1, 0, 0)).toBe(2);
    expect(missing({ not: { not: no } }, 1, 0, 0)).toBe(1);
  });
});

describe("a condition that is none", () => {
  const problemsOf = (when: unknown, given: Distinctions = distinctions): ReadonlyArray<string> => {
    try {
      // what a caller in JavaScript may hand in
      coverage([chunkOf([[1, 1, 1]])], {
        distinctions: given,
        responses: [{ id: "r", when: when as Condition }],
      });
    } catch (error) {
      if (error instanceof InvalidInput)
        return error.problems.map(({ field, problem }) => `${field}: ${problem}`);
      throw error;
    }
    return [];
  };
  const unknown = "not a condition this package knows";

  it.each([[null], [[]], [{}], ["A"], [{ atLeast: 3 }], [{ toString: [] }]])("is not known: %j", (when) => {
    expect(problemsOf(when)).toEqual([`responses[0].when: ${unknown}`]);
  });

  it("has what belongs to no condition, or to another", () => {
    expect(problemsOf({ party: "A", atLeast: 1, more: 1 })).toEqual([`responses[0].when: ${unknown}`]);
    expect(problemsOf({ party: "A", bloc: "c" })).toEqual([`responses[0].when: ${unknown}`]);
    expect(problemsOf({ all: [{ over: ["A"], atLeast: 1 }] })).toEqual([
      `responses[0].when.all[0]: ${unknown}`,
    ]);
    expect(problemsOf({ party: "A", reaches: "majority" })).toEqual([`responses[0].when: ${unknown}`]);
    expect(problemsOf({ own: { atLeast: 1 }, atMost: 3 })).toEqual([`responses[0].when: ${unknown}`]);
  });

  it("names what nobody knows", () => {
    expect(
      problemsOf({
        any: [{ party: "X", atLeast: 1 }, { bloc: "x", reaches: "majority" }, { over: ["A", "OTHER"] }],
      }),
    ).toEqual([
      "responses[0].when.any[0].party: not a party that gets seats",
      "responses[0].when.any[1].bloc: not a bloc of the distinctions",
      "responses[0].when.any[2].over[1]: not a party that gets seats",
    ]);
    expect(problemsOf({ own: { atLeast: 1 } }, {})).toEqual([
      "responses[0].when.own: the distinctions name no party as one's own",
    ]);
    expect(problemsOf({ bloc: "c", reaches: "power" })).toEqual([
      "responses[0].when.reaches: neither majority nor toleration",
    ]);
    expect(problemsOf({ not: { not: 5 } })).toEqual([`responses[0].when.not.not: ${unknown}`]);
  });

  it("is empty, or has no bounds, or bounds that nothing is within", () => {
    expect(problemsOf({ all: [{ all: [] }, { any: [] }, { over: [] }] })).toEqual([
      "responses[0].when.all[0].all: none",
      "responses[0].when.all[1].any: none",
      "responses[0].when.all[2].over: none",
    ]);
    expect(problemsOf({ all: 1 })).toEqual(["responses[0].when.all: not a list"]);
    expect(problemsOf({ over: "A" })).toEqual(["responses[0].when.over: not a list"]);
    expect(problemsOf({ party: "A" })).toEqual(["responses[0].when: neither atLeast nor atMost"]);
    expect(problemsOf({ bloc: "c" })).toEqual(["responses[0].when: neither atLeast nor atMost"]);
    expect(problemsOf({ own: {} })).toEqual(["responses[0].when.own: neither atLeast nor atMost"]);
    expect(problemsOf({ own: 3 })).toEqual([
      "responses[0].when.own: not an object",
      "responses[0].when.own: neither atLeast nor atMost",
    ]);
    expect(problemsOf({ party: "A", atLeast: 4, atMost: 3 })).toEqual([
      "responses[0].when.atMost: below atLeast",
    ]);
    expect(problemsOf({ party: "A", atLeast: 3, atMost: 3 })).toEqual([]);
    expect(problemsOf({ party: "A", atLeast: -1, atMost: 1.5 })).toEqual([
      "responses[0].when.atLeast: below 0",
      "responses[0].when.atMost: not a whole number",
    ]);
  });
});
