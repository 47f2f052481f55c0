import { describe, expect, it } from "vitest";
import { problemsOf } from "./apportion.fixture.ts";
import { apportion } from "./apportion.ts";

describe("bad input is refused, every field of it named", () => {
  const good = { votes: { A: 3, B: 2 }, seats: 2, method: "dhondt" };
  it.each([
    [{ votes: { A: -1, B: 2 } }, ["votes.A: below 0"]],
    [{ votes: { A: 1.5, B: 2 } }, ["votes.A: not a whole number"]],
    [{ votes: { A: 2 ** 53, B: 2 } }, ["votes.A: above 2^53 - 1"]],
    [{ votes: { A: 2 ** 53 - 1, B: 1 } }, ["votes: above 2^53 - 1 in all"]],
    [{ votes: { A: "3" } }, ["votes.A: not a whole number"]],
    [{ votes: { "": 3 } }, ["votes: a party without an id"]],
    [{ votes: [3, 2] }, ["votes: not an object"]],
    [{ votes: null }, ["votes: not an object"]],
    [{ votes: { A: 0 } }, ["votes: no party with votes that may take part"]],
    [{ votes: { OTHER: 5 } }, ["votes: no party with votes that may take part"]],
    [{ seats: 0 }, ["seats: below 1"]],
    [{ seats: 2.5 }, ["seats: not a whole number"]],
    [{ method: "lottery" }, ["method: not a method this package knows"]],
    [{ method: "toString" }, ["method: not a method this package knows"]],
    [{ method: { name: "sainte-lague", firstDivisor: 1 } }, ["method: not a method this package knows"]],
    [{ threshold: "101%" }, ["threshold: not a share from 0 to 1"]],
    [{ threshold: "a few" }, ["threshold: not a share from 0 to 1"]],
    [{ votes: {}, seats: -1, method: 3 }, ["seats: below 1", "method: not a method this package knows"]],
  ] as ReadonlyArray<[object, ReadonlyArray<string>]>)("%j", (wrong, problems) => {
    expect(problemsOf({ ...good, ...wrong })).toEqual(problems);
  });

  it.each([0, "3.1", "x", true])("a first divisor of %s", (firstDivisor) => {
    expect(problemsOf({ ...good, method: { name: "modified-sainte-lague", firstDivisor } })).toEqual([
      "method.firstDivisor: not a ratio above 0 and at most 3",
    ]);
  });

  it("a first divisor of 3 and a bar of all votes are the last that are taken", () => {
    expect(problemsOf({ ...good, method: { name: "modified-sainte-lague", firstDivisor: 3 } })).toEqual([]);
    expect(problemsOf({ votes: { A: 3 }, seats: 2, method: "dhondt", threshold: 1 })).toEqual([]);
  });

  it("what is no object at all is told as such, and a long list of problems by its first five", () => {
    expect(problemsOf(undefined)).toEqual(["input: not an object"]);
    const votes = Object.fromEntries(Array.from({ length: 7 }, (_, party) => [`P${party}`, -1]));
    expect(() => apportion({ ...good, method: "dhondt", votes })).toThrow(
      "votes.P0: below 0; votes.P1: below 0; votes.P2: below 0; votes.P3: below 0; votes.P4: below 0; and 2 more",
    );
    expect(() => apportion({ ...good, method: "dhondt", seats: 0 })).toThrow(/^seats: below 1$/);
  });
});
