import { describe, expect, it } from "vitest";
import { InvalidInput } from "../input.ts";
import { swedishElection } from "../seats/index.ts";
import { allocateMany } from "./allocate-many.ts";
import { electionAt, type Field } from "./index.ts";
import { forkOf } from "./random.ts";

const field: Field = {
  rules: "se.riksdag@2018",
  totalSeats: 13,
  constituencies: [
    { id: "b", fixedSeats: 5 },
    { id: "a", fixedSeats: 6 },
  ],
  parties: ["B", "A", "OTHER"],
};

const problemsOf = (given: unknown, votes: unknown = new Float64Array(0)): ReadonlyArray<string> => {
  try {
    // what a caller in JavaScript may hand in
    allocateMany(given as Field, votes as Float64Array);
  } catch (error) {
    if (error instanceof InvalidInput)
      return error.problems.map(({ field, problem }) => `${field}: ${problem}`);
    throw error;
  }
  return [];
};

describe("many elections at once", () => {
  it("have the seats of each by itself, and tell which of them need the count", () => {
    const random = forkOf("many");
    const votes = Float64Array.from({ length: 6 * 400 }, (_, cell) =>
      cell % 3 === 2 ? random.below(3) : 1 + random.below(40),
    );
    const { totals, fixed, adjustment, undecided } = allocateMany(field, votes);
    expect(totals).toHaveLength(1200);
    for (let election = 0; election < 400; election++) {
      const answer = swedishElection(electionAt(field, votes, election * 6));
      const own = [...totals.subarray(election * 3, election * 3 + 3)];
      if (undecided.includes(election)) expect(own).toEqual([0, 0, 0]);
      else {
        if (answer.status !== "done") throw new Error("a lot that was not told");
        expect(own).toEqual([answer.totals.B ?? 0, answer.totals.A ?? 0, 0]);
        const placed = ["b", "a"].flatMap((id) =>
          ["B", "A", "OTHER"].map((party) => answer.seats[id]?.[party]),
        );
        const at = election * 6;
        expect([...fixed.subarray(at, at + 6)]).toEqual(placed.map((here) => here?.fixed ?? 0));
        expect([...adjustment.subarray(at, at + 6)]).toEqual(placed.map((here) => here?.adjustment ?? 0));
      }
      if (answer.status === "needsLot") expect(undecided).toContain(election);
    }
    expect(undecided.length).toBeGreaterThan(5);
    expect(undecided.length).toBeLessThan(200);
  });

  it("may be none", () => {
    const none = new Int16Array(0);
    const allocated = allocateMany(field, new Float64Array(0));
    expect(allocated).toEqual({ totals: none, fixed: none, adjustment: none, undecided: [] });
  });

  it("leave an election without anybody to take its seats undecided", () => {
    expect(allocateMany(field, Float64Array.of(5, 4, 0, 5, 3, 0, 0, 0, 9, 0, 0, 9)).undecided).toEqual([1]);
  });

  it("need votes, whole numbers for every party in every constituency", () => {
    expect(problemsOf(field, [1, 2, 3, 4, 5, 6])).toEqual(["votes: not a Float64Array"]);
    expect(problemsOf(field, new Float64Array(7).fill(1))).toEqual([
      "votes: not a whole number of elections",
    ]);
    expect(problemsOf(field, Float64Array.of(1, 2, 3, 4, 5, 6.5))).toEqual([
      "votes[5]: not a whole number from 0 to 2^53 - 1",
    ]);
    expect(problemsOf(field, Float64Array.of(1, -2, 3, 4, 5, 6))).toEqual([
      "votes[1]: not a whole number from 0 to 2^53 - 1",
    ]);
    expect(problemsOf(field, Float64Array.of(Number.NaN, 2, 3, 4, 5, 6))).toEqual([
      "votes[0]: not a whole number from 0 to 2^53 - 1",
    ]);
  });

  it("need a field of an election", () => {
    expect(problemsOf({ ...field, rules: "se.x" })).toEqual(["field.rules: not rules this package knows"]);
    expect(problemsOf({ ...field, totalSeats: "9" })).toEqual(["field.totalSeats: not a whole number"]);
    expect(problemsOf({ ...field, parties: ["", "OTHER", 3] })).toEqual([
      "field.parties[0]: empty",
      "field.parties[2]: not a text",
      "field.parties: none beside OTHER",
    ]);
    expect(problemsOf({ ...field, totalSeats: 10 })).toEqual([
      "field.totalSeats: fewer than the fixed seats together",
    ]);
    expect(problemsOf({ ...field, totalSeats: 32768 })).toEqual(["field.totalSeats: above 32767"]);
    expect(problemsOf({ ...field, totalSeats: 32767 })).toEqual([]);
    expect(problemsOf({ ...field, parties: ["A", "", "A", 1] })).toEqual([
      "field.parties[1]: empty",
      "field.parties[2]: named before",
      "field.parties[3]: not a text",
    ]);
    expect(problemsOf({ ...field, parties: ["OTHER"] })).toEqual(["field.parties: none beside OTHER"]);
    expect(problemsOf({ ...field, parties: undefined })).toEqual([
      "field.parties: not a list",
      "field.parties: none beside OTHER",
    ]);
    expect(problemsOf({ ...field, constituencies: [{ id: "a", fixedSeats: 0 }, 7] })).toEqual([
      "field.constituencies[0].fixedSeats: below 1",
      "field.constituencies[1]: not an object",
      "field.constituencies[1].id: not a text",
      "field.constituencies[1].fixedSeats: not a whole number",
      "field.constituencies[1].votes: not an object",
      "field.constituencies[1].votes: no votes",
    ]);
    expect(problemsOf({ ...field, constituencies: 1 })).toEqual([
      "field.constituencies: not a list",
      "field.constituencies: none",
    ]);
    expect(problemsOf(null)).toEqual(expect.arrayContaining(["field: not an object"]));
    expect(
      problemsOf({ ...field, constituencies: [...field.constituencies, { id: "a", fixedSeats: 1 }] }),
    ).toEqual(["field.constituencies[2].id: used before"]);
  });
});
