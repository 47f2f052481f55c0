import { describe, expect, it } from "vitest";
import { replay } from "../record/index.ts";
import { problemsOf, totals, withLots } from "./apportion.fixture.ts";
import { apportion } from "./apportion.ts";

describe("equal numbers", () => {
  const given = { votes: { A: 100, B: 100, C: 40 }, seats: 3, method: "dhondt" } as const;

  it("ask for a lot only where there is not enough for all of them", () => {
    expect(totals({ ...given, seats: 2 })).toEqual({ A: 1, B: 1 });
    expect(totals({ ...given, seats: 4 })).toEqual({ A: 2, B: 2 });
    expect(totals(given)).toEqual({ among: ["A", "B"], about: { kind: "seat", comparison: "50" }, step: 2 });
  });

  it("go on with the lot that was drawn, which the record keeps with who drew it and how", () => {
    const lot = { about: { kind: "seat", comparison: "50" }, drawn: "B", by: "p-1", how: "slips" } as const;
    const answer = apportion({ ...given, lots: [{ among: ["B", "A"], ...lot }] });
    expect(answer).toMatchObject({
      totals: { A: 1, B: 2 },
      record: { lots: [{ among: ["A", "B"], ...lot }] },
    });
    expect(answer.steps[2]).toEqual({ kind: "lot", among: ["A", "B"], ...lot });
    expect(answer.status === "done" && replay(answer.record)).toEqual(
      answer.status === "done" && answer.record,
    );
  });

  it("among three for two seats ask twice", () => {
    const three = { votes: { A: 9, B: 9, C: 9 }, seats: 2, method: "sainte-lague" } as const;
    const first = {
      among: ["A", "B", "C"],
      about: { kind: "seat", comparison: "9" },
      by: "x",
      how: "y",
    } as const;
    expect(totals({ ...three, lots: [{ ...first, drawn: "C" }] })).toMatchObject({
      among: ["A", "B"],
      step: 2,
    });
    expect(withLots(three)).toEqual({ A: 1, B: 1 });
  });

  it("among remainders ask as well", () => {
    expect(totals({ votes: { A: 15, B: 15 }, seats: 3, method: "hare" })).toEqual({
      among: ["A", "B"],
      about: { kind: "remainder", remainder: "5" },
      step: 3,
    });
    expect(withLots({ votes: { A: 15, B: 15 }, seats: 3, method: "hare" })).toEqual({ A: 2, B: 1 });
  });

  it.each([
    [{ drawn: "C" }, ["lots[0].drawn: not one of those it is among"]],
    [{ by: "" }, ["lots[0].by: empty"]],
    [{ how: 7 }, ["lots[0].how: not a text"]],
    [{ about: "it" }, ["lots[0].about: not what the count told of the tie"]],
    [{ about: { kind: "seat", comparison: "51" } }, ["lots[0]: answers no tie of this count"]],
    [{ among: ["A", "C"], drawn: "A" }, ["lots[0]: answers no tie of this count"]],
    [{ among: "A" }, ["lots[0].among: not a list", "lots[0].drawn: not one of those it is among"]],
  ])("are not decided by a lot that is none: %j", (wrong, problems) => {
    const lot = {
      among: ["A", "B"],
      about: { kind: "seat", comparison: "50" },
      drawn: "A",
      by: "x",
      how: "y",
    };
    expect(problemsOf({ ...given, lots: [{ ...lot, ...wrong }] })).toEqual(problems);
  });

  it("are not decided twice", () => {
    const lot = {
      among: ["A", "B"],
      about: { kind: "seat", comparison: "50" },
      drawn: "A",
      by: "x",
      how: "y",
    };
    expect(problemsOf({ ...given, lots: [lot, { ...lot, drawn: "B" }] })).toEqual([
      "lots[1]: a lot about this was given before",
    ]);
    expect(problemsOf({ ...given, lots: "none" })).toEqual(["lots: not a list"]);
    expect(problemsOf({ ...given, lots: [null] })).toContain("lots[0]: not an object");
  });
});
