import { describe, expect, it } from "vitest";
import { again, done, drawing } from "../seats/answers.fixture.ts";
import { isHouseMonotone, type ListMethod } from "./input.ts";
import { blocs, listOf, ordered, otten, ottenChanged, places, stepsOf, swaps } from "./list.fixture.ts";
import { list, orderList } from "./order-list.ts";

const methods = ["phragmen", "thiele", "schulze", "ranked-pairs", "borda", "bottom-up"] as const;

describe("a list by shared loads (Phragmén)", () => {
  it("gives each place where it weighs least on the papers that want it", () => {
    const answer = ordered("phragmen", "abcd", otten);
    // a's 12 papers bear 1/12 each: d's 10 of those and 6 of its own make (1 + 10/12) ÷ 16 = 11/96
    expect(answer.steps).toStrictEqual([
      { kind: "listed", place: 1, candidate: "a", number: "12", next: { candidate: "b", number: "10" } },
      { kind: "listed", place: 2, candidate: "b", number: "10", next: { candidate: "d", number: "96/11" } },
      {
        kind: "listed",
        place: 3,
        candidate: "c",
        number: "120/13",
        next: { candidate: "d", number: "96/11" },
      },
      { kind: "listed", place: 4, candidate: "d", number: "96/11" },
    ]);
    expect(answer.order).toEqual(["a", "b", "c", "d"]);
    expect(places(ordered("phragmen", "abcd", ottenChanged))).toEqual([
      "a 12 > b 10",
      "b 10 > d 96/11",
      "d 156/17 > c 60/7",
      "c 2028/227",
    ]);
  });

  it("shares the places between groups of papers", () => {
    const { answer } = drawing(orderList, listOf("phragmen", "abcxyz", blocs));
    expect(answer.order).toEqual(["a", "x", "b", "c", "y", "z"]);
    expect(places(answer).slice(0, 3)).toEqual(["a 60 > x 40", "x 40 > b 30", "b 30 > y 20"]);
    expect(places(answer).at(-1)).toBe("z 40/3");
  });

  it("lets papers that were brought together share all they bear", () => {
    const answer = ordered("phragmen", "abcde", swaps);
    expect(places(answer)).toEqual([
      "c 322 > a 175",
      "d 644/3 > b 640/3",
      "b 640/3 > e 1336/7",
      "a 213760/1117 > e 1336/7",
      "e 1336/7",
    ]);
  });
});

describe("a list by parts (Thiele)", () => {
  it("counts a paper for a half once it has had a part, then for a third", () => {
    expect(places(ordered("thiele", "abcd", otten))).toEqual([
      "a 12 > b 10",
      "d 11 > b 10",
      "c 12 > b 10",
      "b 10",
    ]);
    expect(places(ordered("thiele", "abcde", swaps))).toEqual([
      "c 322 > a 175",
      "d 483/2 > b 479/2",
      "e 507/2 > b 479/2",
      "b 479/2 > a 175",
      "a 509/2",
    ]);
    const { answer } = drawing(orderList, listOf("thiele", "abcxyz", blocs));
    expect(places(answer).at(-1)).toBe("z 40/3");
  });
});

describe("a list by a ranking of all", () => {
  it.each([
    ["schulze", "abc"],
    ["ranked-pairs", "abc"],
    ["borda", "abc"],
  ] as const)("%s puts them in its order", (method, order) => {
    const answer = ordered(method, "abc", ["5 abc", "3 bca", "2 cab"]);
    expect(answer.order.join("")).toBe(order);
    expect(stepsOf(answer, "listed")).toStrictEqual(
      [...order].map((candidate, at) => ({ kind: "listed", place: at + 1, candidate })),
    );
    expect(stepsOf(answer, "papers")).toEqual([{ kind: "papers", valid: 10, blank: 0 }]);
  });

  it("by each rule's own steps", () => {
    const kinds = (method: ListMethod) =>
      ordered(method, "abc", ["5 abc", "3 bca", "2 cab"]).steps.map(({ kind }) => kind);
    expect(kinds("schulze")).toContain("strongestPaths");
    expect(kinds("ranked-pairs")).toContain("locked");
    expect(kinds("borda")).toContain("points");
  });

  it("takes candidates ranked equal, and a lot between those whom nothing tells apart", () => {
    const given = listOf("schulze", "abc", ["2 (ab)c"]);
    const answer = orderList(given);
    expect(answer).toMatchObject({
      lot: { among: ["a", "b"], about: { kind: "listPlace", place: 1, number: "" } },
    });
    const drawn = drawing(orderList, given, (among) => among.at(-1)).answer;
    expect(drawn.order).toEqual(["b", "a", "c"]);
    expect(drawn.isHouseMonotone).toBe(true);
  });
});

describe("a list from below", () => {
  it("gives the last place to who is not elected with a place fewer, and so upwards", () => {
    const answer = ordered("bottom-up", "abcd", otten);
    expect(stepsOf(answer, "lastPlace")).toStrictEqual([
      { kind: "lastPlace", places: 3, elected: ["a", "b", "c"], candidate: "d" },
      { kind: "lastPlace", places: 2, elected: ["c", "a"], candidate: "b" },
      { kind: "lastPlace", places: 1, elected: ["c"], candidate: "a" },
    ]);
    expect(answer.order).toEqual(["c", "a", "b", "d"]);
    expect([answer.isHouseMonotone, answer.otherwise]).toEqual([false, []]);
    expect(ordered("bottom-up", "abcd", ottenChanged).order).toEqual(["a", "b", "d", "c"]);
    expect(ordered("bottom-up", "a", ["1 a"]).order).toEqual(["a"]);
  });

  it("tells for which numbers of places the count itself would have elected others", () => {
    const { answer } = drawing(orderList, listOf("bottom-up", "abcde", swaps));
    expect(answer.order).toEqual(["c", "d", "b", "a", "e"]);
    expect(answer.otherwise).toEqual([
      { places: 1, elected: ["a"] },
      { places: 2, elected: expect.arrayContaining(["a", "e"]) },
    ]);
  });

  it("also where the count would have elected some of them and some others", () => {
    const answer = ordered("bottom-up", "abcd", ["11 dbc", "5 adb", "7 cdba"]);
    expect(answer.order).toEqual(["d", "b", "c", "a"]);
    expect(answer.otherwise).toEqual([{ places: 2, elected: ["d", "c"] }]);
  });

  it("ends after so many places, and tells of the counts for those alone", () => {
    const shorter = (places: number) =>
      drawing(orderList, listOf("bottom-up", "abcde", swaps, { places })).answer;
    expect(shorter(2).order).toEqual(["c", "d"]);
    expect(shorter(1).otherwise).toEqual([{ places: 1, elected: ["a"] }]);
    expect(shorter(2).otherwise?.map(({ places }) => places)).toEqual([1, 2]);
    expect(shorter(4).otherwise).toEqual(shorter(5).otherwise);
    // all candidates stand in those counts, also those who are not on the list
    expect(shorter(2).otherwise?.[1]?.elected.toSorted()).toEqual(["a", "e"]);
  });
});

describe.each(methods)("every list, as by %s", (method) => {
  it("has as many places as are asked for, all candidates where none are, without who withdrew", () => {
    const papers = ["5 abcd", "3 badc", "2 cd"];
    const names = (more: object) => drawing(orderList, listOf(method, "abcd", papers, more)).answer.order;
    expect(names({}).toSorted()).toEqual(["a", "b", "c", "d"]);
    expect(names({ places: 2 })).toEqual(names({}).slice(0, 2));
    expect(names({ places: 1 })).toEqual(["a"]);
    expect(names({ withdrawn: ["a"] }).toSorted()).toEqual(["b", "c", "d"]);
    expect(names({ withdrawn: ["a"] })[0]).toBe("b");
    expect(names({ withdrawn: ["a", "b", "c"] })).toEqual(["d"]);
  });

  it("says whether a longer one begins as a shorter one", () => {
    expect(isHouseMonotone(method)).toBe(method !== "bottom-up");
    const { answer } = drawing(orderList, listOf(method, "abc", ["3 abc", "2 cba"]));
    expect(answer.isHouseMonotone).toBe(method !== "bottom-up");
    expect(answer).toHaveProperty("order");
    expect("otherwise" in answer).toBe(method === "bottom-up");
    expect("unconstrained" in answer).toBe(false);
  });

  it("puts those whom no paper names last, by lot between them", () => {
    const { answer, lots } = drawing(orderList, listOf(method, "abcd", ["3 b", "2 d"]), (among) =>
      among.at(-1),
    );
    expect(answer.order.slice(0, 2)).toEqual(["b", "d"]);
    expect(lots.map(({ among }) => among)).toEqual([["a", "c"]]);
    expect(answer.order).toEqual(method === "bottom-up" ? ["b", "d", "a", "c"] : ["b", "d", "c", "a"]);
  });

  it("makes a record that comes back from a file and can be counted again", () => {
    const given = listOf(method, "abcd", ["3 ab", "3 ba", "2 cd", "2 dc"]);
    const { answer } = drawing(orderList, given);
    expect(answer.record.kind).toBe("list");
    expect(answer.record.rules).toBe(method);
    const read = JSON.parse(JSON.stringify(answer.record));
    expect(read).toEqual(answer.record);
    expect(again(list, read)).toEqual(answer.record);
  });
});

describe("a lot for a place", () => {
  it("is about the place and the number that is level", () => {
    const given = listOf("phragmen", "abc", ["2 a", "2 b", "1 c"]);
    const about = { kind: "listPlace", place: 1, number: "2" } as const;
    expect(orderList(given)).toMatchObject({ lot: { among: ["a", "b"], about, step: 0 } });
    const lot = { among: ["a", "b"], about, drawn: "b", by: "the chair", how: "slips" };
    const answer = done(orderList({ ...given, lots: [lot] }));
    expect(answer.order).toEqual(["b", "a", "c"]);
    expect(places(answer)).toEqual(["b 2 > a 2", "a 2 > c 1", "c 1"]);
    expect(answer.record.lots).toEqual([lot]);
  });

  it("is asked for though only the order differs, but not for a place below the list", () => {
    expect(orderList(listOf("phragmen", "abc", ["2 a", "2 b", "1 c"], { places: 2 })).status).toBe(
      "needsLot",
    );
    expect(orderList(listOf("phragmen", "abc", ["3 a", "2 b", "2 c"], { places: 1 })).status).toBe("done");
    const below = ordered("bottom-up", "abc", ["3 a", "2 b", "2 c"], { places: 1 });
    expect(stepsOf(below, "idleTie")).toContainEqual({ kind: "idleTie", among: ["b", "c"], taken: "b" });
  });
});
