import { describe, expect, it } from "vitest";
import { again, done, drawing, problemsOf } from "../answers.fixture.ts";
import { board, boardSeats } from "./board.ts";
import type { BoardElection, BoardGroup } from "./input.ts";
import { proportionalQuota } from "./quota.ts";

const unnamed = (votes: Readonly<Record<string, number>>): ReadonlyArray<BoardGroup> =>
  Object.entries(votes).map(([id, votes]) => ({ id, votes }));

const named = (id: string, votes: number, names: string, designation = id): BoardGroup => ({
  id,
  designation,
  names: [...names],
  votes,
});

const seatsOf = (given: BoardElection) =>
  Object.fromEntries(done(boardSeats(given)).groups.map(({ id, seats }) => [id, seats]));

/** "A: a" for each place, in the order they were given. */
const placesOf = (given: BoardElection) =>
  done(boardSeats(given)).steps.flatMap((step) =>
    step.kind === "boardPlace" ? [`${step.to}: ${step.name} ${step.comparison}`] : [],
  );

describe("seats of a board by votes alone", () => {
  it("fall as in the example of SKR, 2022", () => {
    expect(seatsOf({ seats: 7, groups: unnamed({ A: 17, B: 5, C: 5, G: 4 }) })).toEqual({
      A: 4,
      B: 1,
      C: 1,
      G: 1,
    });
  });

  it("fall as in the example of a council of 61 with 13 to elect (Bergman, 2018)", () => {
    expect(seatsOf({ seats: 13, groups: unnamed({ A: 29, SD: 8, R: 24 }) })).toEqual({ A: 7, SD: 1, R: 5 });
  });

  it("go one at a time to the greatest comparison number, with what decided", () => {
    const { steps, record } = done(boardSeats({ seats: 3, groups: unnamed({ A: 7, B: 3 }) }));
    expect(steps).toStrictEqual([
      {
        kind: "boardPlace",
        place: 1,
        to: "A",
        divisor: "1",
        votes: 7,
        comparison: "7",
        next: { id: "B", comparison: "3" },
        law: "LPV 17",
      },
      {
        kind: "boardPlace",
        place: 2,
        to: "A",
        divisor: "2",
        votes: 7,
        comparison: "7/2",
        next: { id: "B", comparison: "3" },
        law: "LPV 17",
      },
      {
        kind: "boardPlace",
        place: 3,
        to: "B",
        divisor: "1",
        votes: 3,
        comparison: "3",
        next: { id: "A", comparison: "7/3" },
        law: "LPV 17",
      },
    ]);
    expect([record.kind, record.rules]).toEqual(["board", "se.board@2022"]);
  });

  it("tell the groups with their votes, also one without a seat or without a vote", () => {
    const { groups, empty } = done(boardSeats({ seats: 1, groups: unnamed({ C: 0, B: 1, A: 2 }) }));
    expect(groups).toStrictEqual([
      { id: "A", votes: 2, seats: 1 },
      { id: "B", votes: 1, seats: 0 },
      { id: "C", votes: 0, seats: 0 },
    ]);
    expect(empty).toBe(0);
  });

  it("need a lot where equal numbers compete for the last, and none where all of them get one", () => {
    const groups = unnamed({ A: 4, B: 2, C: 2 });
    expect(seatsOf({ seats: 4, groups })).toEqual({ A: 2, B: 1, C: 1 });
    expect(boardSeats({ seats: 3, groups })).toMatchObject({
      status: "needsLot",
      lot: { among: ["A", "B", "C"], about: { kind: "boardPlace", place: 2, comparison: "2" }, step: 1 },
    });
    const { answer, lots } = drawing(boardSeats, { seats: 3, groups }, (among) => among.at(-1));
    expect(lots.map(({ among }) => among)).toEqual([
      ["A", "B", "C"],
      ["A", "B"],
    ]);
    expect(answer.groups.map(({ seats }) => seats)).toEqual([1, 1, 1]);
    expect(again(board, answer.record)).toEqual(answer.record);
  });
});

describe("places are filled by the names of the ballots", () => {
  it("in their order, each at once", () => {
    const groups = [named("X", 5, "abc"), named("Y", 2, "def")];
    expect(placesOf({ seats: 3, groups })).toEqual(["X: a 5", "X: b 5/2", "Y: d 2"]);
    expect(done(boardSeats({ seats: 3, groups })).groups).toEqual([
      { id: "X", designation: "X", names: ["a", "b"], votes: 5, seats: 2 },
      { id: "Y", designation: "Y", names: ["d"], votes: 2, seats: 1 },
    ]);
  });

  it("ballots of one designation with other names, or another order, are a group of their own", () => {
    const groups = [named("1", 4, "ab", "X"), named("2", 3, "ba", "X"), named("3", 4, "cd", "Y")];
    expect(done(boardSeats({ seats: 3, groups })).groups.map(({ names }) => names)).toEqual([
      ["a"],
      ["b"],
      ["c"],
    ]);
  });

  it("a single place goes to the first name of the group with most votes", () => {
    const groups = [named("X", 3, "a"), named("Y", 4, "b")];
    const { steps, groups: after } = done(boardSeats({ seats: 1, groups }));
    expect(steps).toMatchObject([{ to: "Y", name: "b", law: "LPV 16" }]);
    expect(after.map(({ names }) => names)).toEqual([[], ["b"]]);
    expect(boardSeats({ seats: 1, groups: [named("X", 4, "a"), named("Y", 4, "b")] })).toMatchObject({
      lot: { among: ["X", "Y"], about: { comparison: "4" } },
    });
  });

  it("a group whose names all have a place takes no further part", () => {
    const groups = [named("X", 9, "a"), named("Y", 2, "bcd")];
    expect(placesOf({ seats: 3, groups })).toEqual(["X: a 9", "Y: b 2", "Y: c 1"]);
    const { steps } = done(boardSeats({ seats: 3, groups }));
    expect(steps.filter(({ kind }) => kind === "usedUp")).toEqual([
      { kind: "usedUp", group: "X", law: "LPV 20" },
    ]);
    expect(steps[1]).toEqual({ kind: "usedUp", group: "X", law: "LPV 20" });
  });

  it("seats stay empty where every group is used up", () => {
    const { groups, empty, steps } = done(
      boardSeats({ seats: 4, groups: [named("X", 9, "a"), named("Y", 2, "b")] }),
    );
    expect(groups.map(({ seats }) => seats)).toEqual([1, 1]);
    expect(empty).toBe(2);
    expect(steps.map(({ kind }) => kind)).toEqual(["boardPlace", "usedUp", "boardPlace", "usedUp"]);
  });

  it("names beyond as many as the election concerns are ignored", () => {
    const given = { seats: 2, groups: [named("X", 9, "abcd"), named("Y", 8, "ef")] };
    const { steps, groups } = done(boardSeats(given));
    expect(steps[0]).toEqual({ kind: "ignoredNames", group: "X", names: ["c", "d"], law: "LPV 10" });
    expect(steps.filter(({ kind }) => kind === "ignoredNames")).toHaveLength(1);
    expect(groups.map(({ names }) => names)).toEqual([["a"], ["e"]]);
  });

  it("names may be any text", () => {
    const names = ["__proto__", "constructor", "1"];
    const groups = [{ id: "__proto__", designation: "toString", names, votes: 3 }];
    expect(done(boardSeats({ seats: 3, groups })).groups).toEqual([{ ...groups[0], seats: 3 }]);
  });
});

describe("a person with places from several groups", () => {
  const shared = [named("X", 60, "abc"), named("Y", 40, "abc")];

  it("counts as half a place for each of two, so that numbers can rise again", () => {
    expect(placesOf({ seats: 3, groups: shared })).toEqual([
      "X: a 60",
      "Y: a 40",
      "X: b 40",
      "Y: b 80/3",
      "X: c 30",
    ]);
    const places = done(boardSeats({ seats: 3, groups: shared })).steps.flatMap((step) =>
      step.kind === "boardPlace" ? [[step.place, step.divisor, step.shared]] : [],
    );
    expect(places).toEqual([
      [1, "1", undefined],
      [2, "1", 2],
      [3, "3/2", undefined],
      [4, "3/2", 2],
      [5, "2", undefined],
    ]);
  });

  it("fills one seat, for the group that first gave a place", () => {
    const { groups, empty } = done(boardSeats({ seats: 3, groups: shared }));
    expect(groups.map(({ seats, names }) => [seats, names])).toEqual([
      [3, ["a", "b", "c"]],
      [0, []],
    ]);
    expect(empty).toBe(0);
  });

  it("counts as a third for each of three", () => {
    const groups = [named("X", 30, "ab"), named("Y", 24, "ac"), named("Z", 18, "ad")];
    expect(placesOf({ seats: 3, groups })).toEqual(["X: a 30", "Y: a 24", "X: b 20", "Z: a 18", "Y: c 18"]);
  });

  it("makes a lot needed at equal numbers, though there are seats enough", () => {
    const groups = [named("X", 10, "ab"), named("Y", 10, "ac"), named("Z", 1, "d")];
    const answer = boardSeats({ seats: 3, groups });
    expect(answer).toMatchObject({ lot: { among: ["X", "Y"], about: { place: 1, comparison: "10" } } });
    const first = drawing(boardSeats, { seats: 3, groups });
    const last = drawing(boardSeats, { seats: 3, groups }, (among) => among.at(-1));
    const namesIn = ({ answer }: typeof first) => answer.groups.map(({ names }) => names?.join(""));
    expect([namesIn(first), namesIn(last)]).toEqual([
      ["ab", "c", ""],
      ["b", "ac", ""],
    ]);
    expect(again(board, last.answer.record)).toEqual(last.answer.record);
  });

  it("makes none needed where the result is the same either way, and that is told", () => {
    const groups = [named("1", 4, "ab", "X"), named("2", 3, "ba", "X"), named("3", 4, "cd", "Y")];
    const { steps, record } = done(boardSeats({ seats: 3, groups }));
    expect(steps[0]).toEqual({ kind: "idleTie", among: ["1", "3"], taken: "1" });
    expect(steps.filter(({ kind }) => kind === "idleTie")).toHaveLength(1);
    expect(again(board, record)).toEqual(record);
  });

  it("makes none needed where the names that are next stand in one group alone", () => {
    const groups = [named("X", 10, "xa"), named("Y", 10, "ya"), named("Z", 0, "x")];
    expect(boardSeats({ seats: 2, groups }).status).toBe("done");
    expect(boardSeats({ seats: 3, groups })).toMatchObject({
      lot: { among: ["X", "Y"], about: { place: 3, comparison: "5" } },
    });
  });
});

describe("a request for a proportional election", () => {
  it.each([
    [51, 11, 5],
    [51, 7, 7],
    [48, 11, 4],
    [49, 11, 5],
    [1, 1, 1],
  ])("takes of %i present for %i seats the votes of %i", (present, seats, needed) => {
    expect(proportionalQuota({ present, seats })).toBe(needed);
  });

  it("is told with what was needed, and too few are a problem", () => {
    const given = { seats: 2, groups: unnamed({ A: 3, B: 2 }), present: 7, requested: 3 };
    const { steps, record } = done(boardSeats(given));
    expect(steps[0]).toEqual({
      kind: "requested",
      present: 7,
      seats: 2,
      requested: 3,
      needed: 3,
      law: "LPV 2",
    });
    expect(record.input).toEqual(given);
    expect(problemsOf(boardSeats, { ...given, requested: 2 })).toEqual([
      "requested: fewer than have to ask for a proportional election",
    ]);
  });

  it("of nobody present, or for no seat, is no question", () => {
    expect(problemsOf(proportionalQuota, { present: 0, seats: 0.5 })).toEqual([
      "present: below 1",
      "seats: not a whole number",
    ]);
    expect(problemsOf(proportionalQuota, undefined)).toEqual([
      "input: not an object",
      "present: not a whole number",
      "seats: not a whole number",
    ]);
  });
});
