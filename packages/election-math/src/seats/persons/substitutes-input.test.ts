import { describe, expect, it } from "vitest";
import { done, problemsOf } from "../answers.fixture.ts";
import { substitutes } from "./substitutes.ts";

const pile = (votes: number, names: string) => ({ names: [...names], votes });

const riksdag = {
  rules: "se.persons.riksdag@2014",
  seats: 2,
  members: [
    { candidate: "A", counted: [pile(5, "AB")] },
    { candidate: "C", counted: [pile(4, "CB")] },
  ],
} as const;

const municipality = { ...riksdag, rules: "se.persons.municipality@2006", share: "1/2" } as const;

describe("bad input of substitutes is refused, every field of it named", () => {
  it.each([
    [{ rules: "x" }, ["rules: not rules this package knows"]],
    [{ seats: 0 }, ["seats: below 1"]],
    [{ seats: 1 }, ["members: more than the seats"]],
    [{ members: 3 }, ["members: not a list"]],
    [
      { members: [3] },
      ["members[0]: not an object", "members[0].candidate: not a text", "members[0].counted: not a list"],
    ],
    [{ members: [riksdag.members[0], riksdag.members[0]] }, ["members[1].candidate: named before"]],
    [
      {
        members: [
          { candidate: "", counted: [pile(1, "AB")] },
          { candidate: "", counted: [] },
        ],
      },
      [
        "members[0].candidate: empty",
        "members[0].counted: ballots without the member's name",
        "members[1].candidate: empty",
      ],
    ],
    [
      { members: [{ candidate: "A", counted: [pile(5, "AB"), pile(1, "BC")] }] },
      ["members[0].counted: ballots without the member's name"],
    ],
    [
      { members: [{ candidate: "A", counted: [pile(-1, "AA")] }] },
      ["members[0].counted[0].names[1]: named before", "members[0].counted[0].votes: below 0"],
    ],
    [{ unavailable: "B" }, ["unavailable: not a list"]],
    [{ unavailable: ["B", "B"] }, ["unavailable[1]: named before"]],
    [{ reserve: "" }, ["reserve: empty"]],
    [{ reserve: "C" }, ["reserve: a member, or somebody who cannot be one"]],
    [{ reserve: "B", unavailable: ["B"] }, ["reserve: a member, or somebody who cannot be one"]],
    [{ share: "1/2" }, ["share: not asked for by these rules"]],
    [{ qualified: {} }, ["qualified: not asked for by these rules"]],
    [
      { rules: "se.persons.eu@2009", share: 0.5, qualified: { B: 1 } },
      ["share: not asked for by these rules", "qualified: not asked for by these rules"],
    ],
  ] as ReadonlyArray<[object, ReadonlyArray<string>]>)("%j", (wrong, problems) => {
    expect(problemsOf(substitutes, { ...riksdag, ...wrong })).toEqual(problems);
  });

  it.each([
    [{ share: undefined }, ["share: not a share above 0 and at most one half"]],
    [{ share: 0 }, ["share: not a share above 0 and at most one half"]],
    [{ share: "51%" }, ["share: not a share above 0 and at most one half"]],
    [{ share: "half" }, ["share: not a share above 0 and at most one half"]],
    [{ share: true }, ["share: not a share above 0 and at most one half"]],
    [{ qualified: [] }, ["qualified: not an object"]],
    [{ qualified: { B: -1, "": 2 } }, ["qualified: a candidate without an id", "qualified.B: below 0"]],
    [{ reserve: "B" }, ["reserve: not asked for by these rules"]],
  ] as ReadonlyArray<[object, ReadonlyArray<string>]>)("in a municipality %j", (wrong, problems) => {
    expect(problemsOf(substitutes, { ...municipality, ...wrong })).toEqual(problems);
  });

  it("what was asked for is recorded, in one form", () => {
    expect(done(substitutes({ ...riksdag, reserve: "R", unavailable: ["Z", "Y"] })).record.input).toEqual({
      ...riksdag,
      unavailable: ["Y", "Z"],
      reserve: "R",
    });
    expect(done(substitutes(riksdag)).record.input).toEqual({ ...riksdag, unavailable: [] });
    expect(
      done(substitutes({ ...municipality, share: "50%", qualified: { Z: 60, B: 70 } })).record.input,
    ).toEqual({
      ...municipality,
      share: "1/2",
      unavailable: [],
      qualified: { B: 70, Z: 60 },
    });
    expect(done(substitutes(municipality)).record.input).toMatchObject({ qualified: {} });
  });
});
