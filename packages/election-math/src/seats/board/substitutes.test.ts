import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { again, done, drawing, problemsOf } from "../answers.fixture.ts";
import { boardSeats } from "./board.ts";
import { boardSubstitutes, boardSubstitutesCount } from "./substitutes.ts";

const group = (id: string, votes: number, names: string, designation = id) => ({
  id,
  designation,
  votes,
  names: [...names],
});

const orderOf = (given: Parameters<typeof boardSubstitutes>[0]) =>
  Object.fromEntries(
    done(boardSubstitutes(given)).order.map(({ designation, names }) => [designation, names.join("")]),
  );

describe("elected substitutes serve", () => {
  const groups = [group("X", 5, "ab"), group("Y", 9, "c"), group("Z", 7, "de")];

  it("first for their own designation, then group by group as they have votes, in the order of the ballots", () => {
    expect(orderOf({ designations: ["X", "Y", "W"], groups })).toEqual({
      X: "abcde",
      Y: "cdeab",
      W: "cdeab",
    });
  });

  it("and every step of it is told", () => {
    const { steps, record } = done(boardSubstitutes({ designations: ["X"], groups }));
    expect(steps).toEqual([
      { kind: "servingGroup", rank: 1, group: "Y", votes: 9, law: "LPV 22" },
      { kind: "servingGroup", rank: 2, group: "Z", votes: 7, law: "LPV 22" },
      { kind: "servingGroup", rank: 3, group: "X", votes: 5, law: "LPV 22" },
      { kind: "serving", designation: "X", names: ["a", "b", "c", "d", "e"], law: "LPV 22" },
    ]);
    expect([record.kind, record.rules]).toEqual(["boardSubstitutes", "se.board@2022"]);
  });

  it("by votes where two groups have the absent member's designation", () => {
    const two = [group("1", 3, "a", "X"), group("2", 4, "b", "X"), group("3", 9, "c", "Y")];
    expect(orderOf({ designations: ["X", "Y"], groups: two })).toEqual({ X: "bac", Y: "cba" });
  });

  it("as their own election gave them, designations as often as they come", () => {
    const elected = done(
      boardSeats({ seats: 2, groups: [group("X", 5, "ab"), group("Y", 4, "c"), group("Z", 1, "d")] }),
    );
    const turned = [...elected.groups].reverse();
    expect(orderOf({ designations: ["Y", "X", "Y"], groups: elected.groups })).toEqual({ X: "ac", Y: "ca" });
    expect(done(boardSubstitutes({ designations: ["Y", "X", "Y"], groups: turned })).record.input).toEqual({
      designations: ["X", "Y"],
      groups: [group("X", 5, "a"), group("Y", 4, "c"), group("Z", 1, "")],
    });
  });

  it("with no lot where groups with equal votes meet for nobody", () => {
    const equal = [group("X", 5, "a"), group("Y", 5, "b")];
    expect(orderOf({ designations: ["X", "Y"], groups: equal })).toEqual({ X: "ab", Y: "ba" });
    expect(orderOf({ designations: [], groups: equal })).toEqual({});
    expect(orderOf({ designations: ["W"], groups: [...equal.slice(1), group("X", 5, "")] })).toEqual({
      W: "b",
    });
  });

  it("by lot where they do: two of other designations, or two of the member's own", () => {
    const others = {
      designations: ["W"],
      groups: [group("X", 5, "a"), group("Y", 5, "b"), group("Z", 9, "c")],
    };
    expect(boardSubstitutes(others)).toMatchObject({
      status: "needsLot",
      lot: { among: ["X", "Y"], about: { kind: "servingGroup", rank: 2, votes: 5 }, step: 1 },
    });
    const drawn = drawing(boardSubstitutes, others, (among) => among.at(-1));
    expect(drawn.answer.order).toEqual([{ designation: "W", names: ["c", "b", "a"] }]);
    expect(again(boardSubstitutesCount, drawn.answer.record)).toEqual(drawn.answer.record);
    const own = { designations: ["X"], groups: [group("1", 5, "a", "X"), group("2", 5, "b", "X")] };
    expect(boardSubstitutes(own)).toMatchObject({ lot: { among: ["1", "2"], about: { rank: 1 } } });
  });

  it("by one lot fewer than there are equals", () => {
    const equal = ["X", "Y", "Z"].map((id) => group(id, 5, id.toLowerCase()));
    const { answer, lots } = drawing(boardSubstitutes, { designations: ["W"], groups: equal }, (among) =>
      among.at(-1),
    );
    expect(lots.map(({ among }) => among.join(""))).toEqual(["XYZ", "XY"]);
    expect(answer.order).toEqual([{ designation: "W", names: ["z", "y", "x"] }]);
  });
});

describe("for any groups of substitutes", () => {
  it("everybody serves for every designation once, whatever the order they came in", () => {
    const votes = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(votes, (votes) => {
        const groups = votes.map((votes, at) => group(`G${at}`, votes, `${at}`, `D${at % 3}`));
        const designations = ["D0", "D1", "D9"];
        const { answer } = drawing(boardSubstitutes, { designations, groups });
        const turned = drawing(boardSubstitutes, { designations, groups: [...groups].reverse() });
        expect(turned.answer.order).toEqual(answer.order);
        for (const { names } of answer.order)
          expect([...names].sort()).toEqual(groups.flatMap(({ names }) => names));
      }),
    );
  });
});

describe("bad input of substitutes is refused, every field of it named", () => {
  const good = { designations: ["X"], groups: [group("X", 5, "a"), group("Y", 5, "b")] };
  it.each([
    [{ designations: "X" }, ["designations: not a list"]],
    [{ designations: ["X", ""] }, ["designations[1]: empty"]],
    [{ groups: 3 }, ["groups: not a list"]],
    [
      { groups: [3] },
      [
        "groups[0]: not an object",
        "groups[0].id: not a text",
        "groups[0].designation: not a text",
        "groups[0].votes: not a whole number",
        "groups[0].names: not a list",
      ],
    ],
    [{ groups: [{ ...good.groups[0], votes: -1 }] }, ["groups[0].votes: below 0"]],
    [{ groups: [good.groups[0], { ...good.groups[1], id: "X" }] }, ["groups[1].id: used before"]],
    [{ groups: [group("X", 5, "aa")] }, ["groups[0].names[1]: named before"]],
    [{ groups: [good.groups[0], group("Y", 5, "ba")] }, ["groups[1].names: somebody of a group before it"]],
  ] as ReadonlyArray<[object, ReadonlyArray<string>]>)("%j", (wrong, problems) => {
    expect(problemsOf(boardSubstitutes, { ...good, ...wrong })).toEqual(problems);
  });
});
