import { describe, expect, it } from "vitest";
import { problemsOf } from "../seats/answers.fixture.ts";
import { listOf, ordered } from "./list.fixture.ts";
import { orderList } from "./order-list.ts";

const given = listOf("phragmen", "abcd", ["3 ab", "2 c"]);
const problems = (otherwise: object) => problemsOf(orderList, { ...given, ...otherwise });
const groups = [
  { group: "w", members: ["a", "b"] },
  { group: "m", members: ["c", "d"] },
];

describe("a list is refused", () => {
  it("where it is none, with all that is missing", () => {
    expect(problemsOf(orderList, null)).toEqual(["input: not an object"]);
    expect(problemsOf(orderList, {})).toEqual([
      "method: not a method this package knows",
      "candidates: not a list",
      "candidates: none",
      "ballots: not a list",
    ]);
  });

  it.each(["scottish", "toString", "", null, 3])("by the method %j", (method) => {
    expect(problems({ method })).toEqual(["method: not a method this package knows"]);
  });

  it.each([
    [0, "below 1"],
    [2.5, "not a whole number"],
    ["2", "not a whole number"],
    [null, "not a whole number"],
    [5, "more than candidates"],
  ])("with %j places", (places, problem) => {
    expect(problems({ places })).toEqual([`places: ${problem}`]);
  });

  it("with more places than there are candidates once some withdrew", () => {
    expect(problems({ places: 3, withdrawn: ["a"] })).toEqual([]);
    expect(problems({ places: 4, withdrawn: ["a"] })).toEqual(["places: more than candidates"]);
    expect(problems({ withdrawn: ["e"] })).toEqual(["withdrawn[0]: not a candidate"]);
  });

  it("with candidates ranked equal, where the method has none", () => {
    for (const method of ["phragmen", "thiele", "bottom-up", "schulze", "ranked-pairs", "borda"]) {
      const hasNone = ["phragmen", "thiele", "bottom-up"].includes(method);
      expect(problems({ method, ballots: ["1: {1,2},3"] })).toEqual(
        hasNone ? ["ballots[0]: candidates ranked equal, which this rule does not have"] : [],
      );
    }
  });

  it("with papers that cannot be counted, or too many", () => {
    expect(problems({ ballots: ["1: 1,1", { ranking: [["x"]] }] })).toEqual([
      "ballots[0]: a candidate twice",
      "ballots[1].ranking[0][0]: not a candidate",
    ]);
    expect(problems({ ballots: [] })).toEqual(["ballots: none that ranks a candidate"]);
    expect(problems({ ballots: ["1000000000: 1"] })).toEqual([]);
    expect(problems({ ballots: ["1000000001: 1"] })).toEqual(["ballots: more than 1000000000 papers"]);
  });

  it("with constraints that no list could keep, or from below", () => {
    const one = (atLeast: number) => [{ group: "w", members: ["a", "b"], atLeast }];
    expect(problems({ constraints: one(2), places: 2 })).toEqual([]);
    expect(problems({ constraints: one(3) })).toEqual([
      "constraints: not to be kept by any who could be listed",
    ]);
    expect(problems({ constraints: one(2), withdrawn: ["a"] })).toEqual([
      "constraints: not to be kept by any who could be listed",
    ]);
    expect(problems({ constraints: one(1), method: "bottom-up" })).toEqual([
      "constraints: given, though this method has none",
    ]);
    expect(problems({ constraints: [], method: "bottom-up" })).toEqual([]);
    expect(problems({ constraints: "w" })).toEqual(["constraints: not a list"]);
  });
});

describe("a zipper is refused", () => {
  it.each([
    [null, ["zipper: not an object", "zipper.groups: not a list"]],
    [{ groups: 3, start: "lot" }, ["zipper.groups: not a list"]],
  ])("where it is %j", (zipper, expected) => {
    expect(problems({ zipper }).slice(0, expected.length)).toEqual(expected);
  });

  it.each([undefined, null, "w", "first", 3, {}, { group: "x" }, { group: 3 }])(
    "with the start %j",
    (start) => {
      expect(problems({ zipper: { groups, start } })).toEqual([
        "zipper.start: neither a group nor how it is found",
      ]);
    },
  );

  it("but not with a group that it has, the group of the first in all, or a lot", () => {
    for (const start of [{ group: "w" }, { group: "m" }, "firstInAll", "lot"])
      expect(problems({ zipper: { groups, start } })).toEqual([]);
  });

  it("where groups are fewer than two, named alike, or not groups", () => {
    const whole = [{ group: "w", members: ["a", "b", "c", "d"] }];
    expect(problems({ zipper: { groups: whole, start: "lot" } })).toEqual(["zipper.groups: fewer than two"]);
    const alike = [...groups.slice(0, 1), { group: "w", members: ["c", "d"] }];
    expect(problems({ zipper: { groups: alike, start: "lot" } })).toEqual([
      "zipper.groups[1].group: a name used before",
    ]);
    expect(
      problems({ zipper: { groups: [...groups, null, { group: "", members: "ab" }], start: "lot" } }),
    ).toEqual([
      "zipper.groups[2]: not an object",
      "zipper.groups[2].group: not a text",
      "zipper.groups[2].members: not a list",
      "zipper.groups[3].group: empty",
      "zipper.groups[3].group: a name used before",
      "zipper.groups[3].members: not a list",
    ]);
  });

  it("where a candidate is in no group, or in two, or does not stand", () => {
    const of = (...members: ReadonlyArray<ReadonlyArray<unknown>>) =>
      problems({
        zipper: { groups: members.map((own, at) => ({ group: `${at}`, members: own })), start: "lot" },
      });
    expect(of(["a", "b"], ["c"])).toEqual(["zipper.groups: a candidate in none of them"]);
    expect(of(["a", "b"], ["b", "c", "d"])).toEqual(["zipper.groups[1].members[0]: in a group already"]);
    expect(of(["a", "a"], ["b", "c", "d"])).toEqual(["zipper.groups[0].members[1]: in a group already"]);
    expect(of(["a", "b", "e", 3], ["c", "d"])).toEqual([
      "zipper.groups[0].members[2]: not a candidate",
      "zipper.groups[0].members[3]: not a candidate",
    ]);
    expect(of(["a", "b"], ["c", "d"], [])).toEqual([]);
  });

  it("beside constraints, which would be a second rule", () => {
    const constraints = [{ group: "w", members: ["a", "b"], atLeast: 1 }];
    expect(problems({ zipper: { groups, start: "lot" }, constraints })).toEqual([
      "constraints: given beside a zipper, which is one already",
    ]);
  });
});

describe("what a record keeps of a list", () => {
  it("the places that were counted for, and nothing that was not given", () => {
    expect(ordered("phragmen", "abcd", ["3 ab", "2 cd"], { withdrawn: ["d"] }).record.input).toStrictEqual({
      method: "phragmen",
      candidates: ["a", "b", "c", "d"].map((id) => ({ id })),
      ballots: ["3: 1,2", "2: 3,4"],
      places: 3,
      withdrawn: ["d"],
    });
    expect(ordered("borda", "ab", ["3 ab"], { constraints: [], withdrawn: [] }).record.input).toStrictEqual({
      method: "borda",
      candidates: [{ id: "a" }, { id: "b" }],
      ballots: ["3: 1,2"],
      places: 2,
    });
  });

  it("a zipper with its members in the order of the ballot paper", () => {
    const zipper = {
      groups: [
        { group: "m", members: ["d", "c"] },
        { group: "w", members: ["b", "a"] },
      ],
      start: { group: "m" },
    };
    expect(ordered("phragmen", "abcd", ["3 ab", "2 cd"], { zipper }).record.input.zipper).toStrictEqual({
      groups: [
        { group: "m", members: ["c", "d"] },
        { group: "w", members: ["a", "b"] },
      ],
      start: { group: "m" },
    });
    const lot = ordered("phragmen", "abcd", ["4 ab", "3 ba", "2 cd", "1 dc"], {
      zipper: { groups, start: "firstInAll" },
    });
    expect(lot.record.input.zipper?.start).toBe("firstInAll");
  });
});
