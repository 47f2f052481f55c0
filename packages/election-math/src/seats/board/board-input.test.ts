import { describe, expect, it } from "vitest";
import { done, problemsOf } from "../answers.fixture.ts";
import { boardSeats } from "./board.ts";

describe("bad input of a board's election is refused, every field of it named", () => {
  const group = { id: "X", designation: "x", names: ["a", "b"], votes: 3 };
  const other = { id: "Y", designation: "y", names: ["c"], votes: 2 };
  const good = { seats: 2, groups: [group, other] };
  it.each([
    [{ seats: 0 }, ["seats: below 1"]],
    [{ seats: "2" }, ["seats: not a whole number"]],
    [{ groups: {} }, ["groups: not a list", "groups: no votes"]],
    [{ groups: [] }, ["groups: no votes"]],
    [{ groups: [{ ...group, votes: 0 }] }, ["groups: no votes"]],
    [
      { groups: ["X", other] },
      [
        "groups[0]: not an object",
        "groups[0].id: not a text",
        "groups[0].votes: not a whole number",
        "groups[0].designation: not a text",
        "groups[0].names: not a list",
      ],
    ],
    [{ groups: [{ ...group, votes: -1 }, other] }, ["groups[0].votes: below 0"]],
    [{ groups: [{ ...group, votes: 1.5 }, other] }, ["groups[0].votes: not a whole number"]],
    [{ groups: [{ ...group, votes: 2 ** 53 - 1 }, other] }, ["groups: votes above 2^53 - 1 in all"]],
    [{ groups: [group, { ...other, id: "X" }] }, ["groups[1].id: used before"]],
    [
      {
        groups: [
          { ...group, id: "" },
          { ...other, id: "" },
        ],
      },
      ["groups[0].id: empty", "groups[1].id: empty"],
    ],
    [{ groups: [{ ...group, designation: "" }, other] }, ["groups[0].designation: empty"]],
    [{ groups: [{ ...group, names: [] }, other] }, ["groups[0].names: none"]],
    [{ groups: [{ ...group, names: ["a", "b", "a"] }, other] }, ["groups[0].names[2]: named before"]],
    [
      { groups: [{ ...group, names: ["a", "", "", 3] }, other] },
      ["groups[0].names[1]: empty", "groups[0].names[2]: empty", "groups[0].names[3]: not a text"],
    ],
    [
      { groups: [{ id: "X", votes: 3 }, other] },
      ["groups[0].designation: not a text", "groups[0].names: not a list"],
    ],
    [{ groups: [{ id: "X", votes: 3, designation: "x" }] }, ["groups[0].names: not a list"]],
    [{ groups: [{ id: "X", votes: 3, names: ["a"] }] }, ["groups[0].designation: not a text"]],
    [{ present: 9 }, ["requested: not a whole number"]],
    [{ requested: 9 }, ["present: not a whole number"]],
    [{ present: 0, requested: -1 }, ["present: below 1", "requested: below 0"]],
    [{ present: 5, requested: 6 }, ["requested: more than those present"]],
    [{ present: 4, requested: 2 }, ["groups: more votes than those present"]],
    [
      { present: 4, requested: 1 },
      [
        "requested: fewer than have to ask for a proportional election",
        "groups: more votes than those present",
      ],
    ],
    [
      { lots: [{}] },
      [
        "lots[0].among: not a list",
        "lots[0].drawn: not one of those it is among",
        "lots[0].about: not what the count told of the tie",
        "lots[0].by: not a text",
        "lots[0].how: not a text",
      ],
    ],
  ] as ReadonlyArray<[object, ReadonlyArray<string>]>)("%j", (wrong, problems) => {
    expect(problemsOf(boardSeats, { ...good, ...wrong })).toEqual(problems);
  });

  it("ballots of one designation with the same names are one group, also where they differ in ignored names", () => {
    const problem = ["groups[1]: the designation and the names of a group before it, so that they are one"];
    expect(problemsOf(boardSeats, { ...good, groups: [group, { ...group, id: "Y" }] })).toEqual(problem);
    const longer = { ...group, id: "Y", names: ["a", "b", "c"] };
    expect(problemsOf(boardSeats, { ...good, groups: [group, longer] })).toEqual(problem);
    expect(problemsOf(boardSeats, { seats: 3, groups: [group, longer] })).toEqual([]);
    expect(problemsOf(boardSeats, { ...good, groups: [group, { ...longer, designation: "z" }] })).toEqual([]);
    expect(
      problemsOf(boardSeats, { ...good, groups: [group, { ...group, id: "Y", names: ["b", "a"] }] }),
    ).toEqual([]);
  });

  it("groups by votes alone may be as equal as they like", () => {
    const votes = [
      { id: "X", votes: 2 ** 53 - 2 },
      { id: "Y", votes: 1 },
    ];
    expect(problemsOf(boardSeats, { seats: 1, groups: votes })).toEqual([]);
    expect(
      problemsOf(boardSeats, {
        seats: 2,
        groups: [
          { id: "X", votes: 1 },
          { id: "Y", votes: 1 },
        ],
      }),
    ).toEqual([]);
  });

  it("as many as are present may vote and ask, and one who is alone is enough", () => {
    expect(problemsOf(boardSeats, { ...good, present: 5, requested: 5 })).toEqual([]);
    const alone = { seats: 1, groups: [{ id: "X", votes: 1 }], present: 1, requested: 1 };
    expect(problemsOf(boardSeats, alone)).toEqual([]);
  });

  it("the groups are recorded in order of id, and nothing that was not asked for with them", () => {
    const given = { ...good, groups: [{ ...other, party: "?" }, group], mood: "good" };
    expect(done(boardSeats(given)).record.input).toEqual(good);
  });
});
