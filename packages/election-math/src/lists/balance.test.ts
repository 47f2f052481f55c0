import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Constraint } from "../ranked/constraint.ts";
import { drawing, problemsOf } from "../seats/answers.fixture.ts";
import type { Zipper } from "./input.ts";
import { listOf, ordered, places, stepsOf } from "./list.fixture.ts";
import { orderList } from "./order-list.ts";

const group = (members: string, bounds: Omit<Constraint, "group" | "members">): Constraint => ({
  group: members,
  members: [...members],
  ...bounds,
});

describe("a list kept to constraints", () => {
  const papers = ["5 ab", "4 ba", "3 c", "2 dc"];

  it("passes over those who would take the last places from a group, and tells where they would have been", () => {
    const answer = ordered("phragmen", "abcd", papers, {
      constraints: [group("cd", { atLeast: 2 })],
      places: 3,
    });
    expect(answer.steps).toStrictEqual([
      { kind: "listed", place: 1, candidate: "a", number: "5", next: { candidate: "b", number: "4" } },
      { kind: "passedOver", place: 2, candidates: ["b"] },
      { kind: "listed", place: 2, candidate: "c", number: "3", next: { candidate: "d", number: "2" } },
      { kind: "passedOver", place: 3, candidates: ["b"] },
      { kind: "listed", place: 3, candidate: "d", number: "2" },
    ]);
    expect(answer.unconstrained).toStrictEqual({
      order: ["a", "b", "c"],
      moved: [
        { candidate: "c", from: 3, to: 2 },
        { candidate: "d", to: 3 },
        { candidate: "b", from: 2 },
      ],
    });
  });

  it("passes over a group that has all it may", () => {
    const answer = ordered("phragmen", "abcd", papers, {
      constraints: [group("ab", { atMost: 1 })],
      places: 2,
    });
    expect(answer.order).toEqual(["a", "c"]);
    expect(stepsOf(answer, "passedOver")).toEqual([{ kind: "passedOver", place: 2, candidates: ["b"] }]);
  });

  it("tells nobody was passed over who would not have been next anyway", () => {
    const answer = ordered("phragmen", "abcd", papers, {
      constraints: [group("d", { atMost: 0 })],
      places: 2,
    });
    expect(stepsOf(answer, "passedOver")).toEqual([]);
    expect(answer.order).toEqual(["a", "b"]);
    expect(answer.unconstrained).toEqual({ order: ["a", "b"], moved: [] });
  });

  it("nor who would only have been level with who is next", () => {
    const given = listOf("phragmen", "abc", ["4 a", "4 b", "3 c"], {
      constraints: [group("b", { atMost: 0 })],
      places: 2,
    });
    // the lot is for the list without the rule
    const { answer } = drawing(orderList, given);
    expect(stepsOf(answer, "passedOver")).toEqual([{ kind: "passedOver", place: 2, candidates: ["b"] }]);
  });

  it.each(["phragmen", "thiele", "schulze", "ranked-pairs", "borda"] as const)("by %s too", (method) => {
    const given = listOf(method, "abcd", ["5 abcd", "4 bacd"], {
      constraints: [group("cd", { atLeast: 1 })],
      places: 2,
    });
    const { answer } = drawing(orderList, given);
    expect(answer.order).toEqual(["a", "c"]);
    expect(answer.unconstrained?.order).toEqual(["a", "b"]);
    expect(stepsOf(answer, "passedOver")).toMatchObject([{ place: 2, candidates: ["b"] }]);
  });

  it("of any kind that can be kept are kept, and change nobody where the list keeps them by itself", () => {
    const bounds = fc
      .record({
        members: fc.shuffledSubarray([..."abcde"], { minLength: 1 }),
        atLeast: fc.integer({ min: 0, max: 2 }),
        more: fc.integer({ min: 0, max: 2 }),
      })
      .map(({ members, atLeast, more }) => ({ group: "g", members, atLeast, atMost: atLeast + more }));
    const paper = fc.tuple(
      fc.integer({ min: 1, max: 5 }),
      fc.shuffledSubarray([..."abcde"], { minLength: 1 }),
    );
    let moved = 0;
    fc.assert(
      fc.property(
        fc.array(bounds, { minLength: 1, maxLength: 2 }),
        fc.array(paper, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom("phragmen" as const, "thiele" as const, "borda" as const),
        (constraints, papers, places, method) => {
          const written = papers.map(([weight, order]) => `${weight} ${order.join("")}`);
          const given = listOf(method, "abcde", written, { constraints, places });
          fc.pre(problemsOf(orderList, given).length === 0);
          const order = drawing(orderList, given).answer;
          expect(order.order).toHaveLength(places);
          for (const { members, atLeast, atMost } of constraints) {
            const count = order.order.filter((one) => members.includes(one)).length;
            expect(count).toBeGreaterThanOrEqual(atLeast);
            expect(count).toBeLessThanOrEqual(atMost);
          }
          if (order.unconstrained?.moved.length) moved++;
          else expect(order.order).toEqual(order.unconstrained?.order);
        },
      ),
      { numRuns: 150 },
    );
    expect(moved).toBeGreaterThan(10);
  });
});

const zipper = (start: Zipper["start"], ...groups: ReadonlyArray<string>): Zipper => ({
  groups: groups.map((members, at) => ({ group: "wmx".charAt(at), members: [...members] })),
  start,
});
const papers = ["5 ab", "4 ba", "9 c", "2 dc", "1 e"];

describe("a zipper", () => {
  it("puts each group in an order of its own, and gives them a place each in turn", () => {
    const answer = ordered("phragmen", "abcde", papers, { zipper: zipper({ group: "w" }, "abe", "cd") });
    expect(answer.steps).toStrictEqual([
      { kind: "listed", place: 1, candidate: "a", number: "5", next: { candidate: "b", number: "4" } },
      { kind: "listed", place: 2, candidate: "b", number: "9/2", next: { candidate: "e", number: "1" } },
      { kind: "listed", place: 3, candidate: "e", number: "1" },
      { kind: "groupOrder", group: "w", order: ["a", "b", "e"] },
      { kind: "listed", place: 1, candidate: "c", number: "9", next: { candidate: "d", number: "2" } },
      { kind: "listed", place: 2, candidate: "d", number: "2" },
      { kind: "groupOrder", group: "m", order: ["c", "d"] },
      { kind: "starts", group: "w", by: "rule" },
    ]);
    expect(answer.order).toEqual(["a", "c", "b", "d", "e"]);
    expect(answer.unconstrained).toStrictEqual({
      order: ["c", "a", "b", "d", "e"],
      moved: [
        { candidate: "a", from: 2, to: 1 },
        { candidate: "c", from: 1, to: 2 },
      ],
    });
  });

  it("counts the papers of each group as if nobody else stood", () => {
    const answer = ordered("phragmen", "abcd", ["5 a", "4 ba", "6 c"], {
      zipper: zipper({ group: "w" }, "ac", "bd"),
      places: 2,
    });
    expect(stepsOf(answer, "groupOrder").map(({ order }) => order.join(""))).toEqual(["ac", "bd"]);
    expect(answer.order).toEqual(["a", "b"]);
  });

  it("starts with the group that a rule names", () => {
    const order = (group: string) =>
      ordered("phragmen", "abcde", papers, { zipper: zipper({ group }, "abe", "cd") }).order.join("");
    expect([order("w"), order("m")]).toEqual(["acbde", "cadbe"]);
  });

  it("starts with the group of the first in the order of all", () => {
    const answer = ordered("phragmen", "abcde", papers, { zipper: zipper("firstInAll", "abe", "cd") });
    expect(stepsOf(answer, "starts")).toEqual([{ kind: "starts", group: "m", by: "firstInAll" }]);
    expect(answer.order).toEqual(["c", "a", "d", "b", "e"]);
    const other = ordered("phragmen", "abcde", ["9 ab", "4 ba", "5 c", "2 dc", "1 e"], {
      zipper: zipper("firstInAll", "abe", "cd"),
    });
    expect(other.order[0]).toBe("a");
  });

  it("starts with the group that is drawn", () => {
    const given = listOf("phragmen", "abcde", papers, { zipper: zipper("lot", "abe", "cd") });
    expect(orderList(given)).toMatchObject({ lot: { among: ["m", "w"], about: { kind: "start" }, step: 7 } });
    const drawn = (group: string) => drawing(orderList, given, () => group).answer;
    expect(drawn("w").order.join("")).toBe("acbde");
    expect(drawn("m").order.join("")).toBe("cadbe");
    expect(stepsOf(drawn("m"), "starts")).toEqual([{ kind: "starts", group: "m", by: "lot" }]);
  });

  it("goes on with the others in their turn once a group has nobody left", () => {
    const one = ordered("phragmen", "abcde", papers, { zipper: zipper({ group: "m" }, "abde", "c") });
    expect(one.order).toEqual(["c", "a", "b", "d", "e"]);
    const three = ordered("phragmen", "abcde", papers, { zipper: zipper({ group: "m" }, "ab", "cd", "e") });
    // in the order they are written in after the one that starts, and then from the first again
    expect(three.order).toEqual(["c", "e", "a", "d", "b"]);
    const empty = ordered("phragmen", "abcde", papers, { zipper: zipper({ group: "m" }, "abcde", "") });
    expect(empty.order).toEqual(["c", "a", "b", "d", "e"]);
    expect(empty.unconstrained?.moved).toEqual([]);
  });

  it("goes round in the same turn, whichever group starts", () => {
    const answer = ordered("phragmen", "abcdef", ["6 c", "5 d", "4 e", "3 f", "2 a", "1 b"], {
      zipper: zipper({ group: "m" }, "ab", "cdef"),
    });
    expect(answer.order).toEqual(["c", "a", "d", "b", "e", "f"]);
  });

  it("ends after so many places, and leaves out who withdrew", () => {
    const more = { zipper: zipper({ group: "w" }, "abe", "cd") };
    const names = (more: object) => ordered("phragmen", "abcde", papers, more).order.join("");
    expect([names({ ...more, places: 3 }), names({ ...more, places: 1 })]).toEqual(["acb", "a"]);
    expect(names({ ...more, withdrawn: ["a", "c"] })).toBe("bde");
    const short = ordered("phragmen", "abcde", papers, { ...more, places: 2 });
    expect(short.unconstrained).toEqual({
      order: ["c", "a"],
      moved: [
        { candidate: "a", from: 2, to: 1 },
        { candidate: "c", from: 1, to: 2 },
      ],
    });
  });

  it("asks for a lot within a group, about that group", () => {
    const given = listOf("phragmen", "abcd", ["2 a", "2 b", "3 c", "1 d"], {
      zipper: zipper({ group: "w" }, "ab", "cd"),
    });
    expect(orderList(given)).toMatchObject({
      lot: { among: ["a", "b"], about: { kind: "listPlace", place: 1, group: "w", number: "2" } },
    });
    const { answer } = drawing(orderList, given, (among) => among.at(-1));
    expect(answer.order).toEqual(["b", "c", "a", "d"]);
  });

  it.each(["thiele", "schulze", "ranked-pairs", "borda", "bottom-up"] as const)(
    "weaves orders by %s too",
    (method) => {
      const given = listOf(method, "abcd", ["5 abcd", "3 bacd"], {
        zipper: zipper({ group: "m" }, "ab", "cd"),
      });
      const { answer } = drawing(orderList, given);
      expect(answer.order).toEqual(["c", "a", "d", "b"]);
      expect(stepsOf(answer, "groupOrder").map(({ order }) => order.join(""))).toEqual(["ab", "cd"]);
      expect(answer.unconstrained?.order).toEqual(["a", "b", "c", "d"]);
      expect(places(answer).length > 0).toBe(method !== "bottom-up");
    },
  );
});

describe("a longer list begins as a shorter one", () => {
  const paper = fc.tuple(
    fc.integer({ min: 1, max: 6 }),
    fc.shuffledSubarray([..."abcdef"], { minLength: 1 }),
  );
  const some = fc.array(paper, { minLength: 1, maxLength: 6 });

  it.each(["phragmen", "thiele", "schulze", "ranked-pairs", "borda"] as const)(
    "by %s, also in a zipper",
    (method) => {
      fc.assert(
        fc.property(
          some,
          fc.option(fc.constantFrom<Zipper["start"]>({ group: "w" }, "firstInAll")),
          (papers, start) => {
            const written = papers.map(([weight, order]) => `${weight} ${order.join("")}`);
            const woven = start === null ? {} : { zipper: zipper(start, "ace", "bdf") };
            const order = (places: number) =>
              drawing(orderList, listOf(method, "abcdef", written, { ...woven, places })).answer.order;
            const whole = order(6);
            expect(whole.toSorted()).toEqual([..."abcdef"]);
            for (const places of [1, 2, 4]) expect(order(places)).toEqual(whole.slice(0, places));
          },
        ),
        { numRuns: 15 },
      );
    },
  );
});
