import { describe, expect, it } from "vitest";
import { done, problemsOf } from "../answers.fixture.ts";
import { electPersons } from "./persons.ts";

const pile = (votes: number, names: string) => ({ names: [...names], votes });

describe("bad input of an election of persons is refused, every field of it named", () => {
  const good = {
    rules: "se.persons.riksdag@2014",
    seats: 2,
    votes: 10,
    personal: { A: 3 },
    ballots: [pile(5, "AB"), pile(4, "BC")],
  };
  it.each([
    [{ rules: "se.persons.riksdag@2013" }, ["rules: not rules this package knows"]],
    [{ rules: "hasOwnProperty" }, ["rules: not rules this package knows"]],
    [{ rules: 7 }, ["rules: not rules this package knows"]],
    [{ seats: 0 }, ["seats: below 1"]],
    [{ votes: 0 }, ["votes: below 1"]],
    [{ votes: 1.5 }, ["votes: not a whole number"]],
    [{ personal: [] }, ["personal: not an object"]],
    [{ personal: undefined }, ["personal: not an object"]],
    [{ personal: { A: -1 } }, ["personal.A: below 0"]],
    [{ personal: { A: 0.5 } }, ["personal.A: not a whole number"]],
    [{ personal: { "": 1 } }, ["personal: a candidate without an id"]],
    [{ personal: { Z: 1 } }, ["personal.Z: a candidate on no ballot"]],
    [{ personal: { A: 6 } }, ["personal.A: more than the ballots with the name"]],
    [{ personal: { A: 5, B: 6 } }, ["personal: more than the party's votes in all"]],
    [{ ballots: "AB" }, ["ballots: not a list"]],
    [{ ballots: [pile(5, "")] }, ["ballots[0].names: none"]],
    [{ ballots: [pile(5, "ABA")] }, ["ballots[0].names[2]: named before"]],
    [{ ballots: [pile(-5, "AB")] }, ["ballots[0].votes: below 0"]],
    [
      { ballots: [{ names: ["A", "", 3], votes: 5 }] },
      ["ballots[0].names[1]: empty", "ballots[0].names[2]: not a text"],
    ],
    [
      { ballots: [3] },
      ["ballots[0]: not an object", "ballots[0].names: not a list", "ballots[0].votes: not a whole number"],
    ],
    [{ ballots: [pile(5, "AB"), pile(6, "BC")] }, ["ballots: more than the party's votes"]],
    [{ ballots: [pile(2 ** 53 - 1, "AB"), pile(1, "BC")] }, ["ballots: votes above 2^53 - 1 in all"]],
    [{ unavailable: "A" }, ["unavailable: not a list"]],
    [{ unavailable: ["A", "A"] }, ["unavailable[1]: named before"]],
    [{ unavailable: ["B", "Z", "A"] }, ["unavailable[1]: a candidate on no ballot"]],
    [{ decimals: "three" }, ['decimals: not "two" or "exact"']],
    [
      { decimals: 2, rules: "x", seats: -1, votes: "10" },
      [
        "rules: not rules this package knows",
        "seats: below 1",
        "votes: not a whole number",
        'decimals: not "two" or "exact"',
      ],
    ],
  ] as ReadonlyArray<[object, ReadonlyArray<string>]>)("%j", (wrong, problems) => {
    expect(problemsOf(electPersons, { ...good, ...wrong })).toEqual(problems);
  });

  it("personal votes on every ballot, and ballots as many as the votes, are the last that are taken", () => {
    const last = { ...good, votes: 9, personal: { A: 5, C: 4 } };
    expect(problemsOf(electPersons, last)).toEqual([]);
  });

  it("what is recorded does not depend on the order or the portions it came in", () => {
    const { record } = done(
      electPersons({ ...good, rules: "se.persons.riksdag@2014", unavailable: ["C", "B"] }),
    );
    const other = done(
      electPersons({
        rules: "se.persons.riksdag@2014",
        seats: 2,
        votes: 10,
        personal: { C: 0, A: 3 },
        ballots: [pile(4, "BC"), pile(2, "AB"), pile(0, "D"), pile(3, "AB")],
        unavailable: ["B", "C"],
        decimals: "two",
      }),
    );
    expect(other.record).toEqual(record);
    expect(record.input).toEqual({ ...good, unavailable: ["B", "C"], decimals: "two" });
  });
});
