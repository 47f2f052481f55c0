import { describe, expect, it } from "vitest";
import { done, problemsOf } from "../answers.fixture.ts";
import { party, pile, seated } from "./double.fixture.ts";
import { doubleElections } from "./double-elections.ts";
import type { DoubleElections } from "./double-input.ts";

describe("bad input of double elections is refused, every field of it named", () => {
  const good = party({ N: [seated("A", "3", pile(3, "AB"))] });
  const wrongSeat = (more: object) => ({
    constituencies: [{ id: "N", elected: [{ ...seated("A", "3", pile(3, "AB")), ...more }] }],
  });
  it.each([
    [{ rules: "x" }, ["rules: not rules this package knows"]],
    [{ constituencies: {} }, ["constituencies: not a list"]],
    [
      { constituencies: [3] },
      [
        "constituencies[0]: not an object",
        "constituencies[0].elected: not a list",
        "constituencies[0].id: not a text",
      ],
    ],
    [
      { constituencies: [...good.constituencies, ...good.constituencies] },
      ["constituencies[1].id: used before"],
    ],
    [
      {
        constituencies: [
          { id: "", elected: [] },
          { id: "", elected: [] },
        ],
      },
      ["constituencies[0].id: empty", "constituencies[1].id: empty"],
    ],
    [
      { constituencies: [{ id: "N", elected: [seated("A", "3"), seated("A", "2")] }] },
      ["constituencies[0].elected[1].candidate: named before"],
    ],
    [
      { constituencies: [{ id: "N", elected: [seated("", "3"), seated("", "2")] }] },
      ["constituencies[0].elected[0].candidate: empty", "constituencies[0].elected[1].candidate: empty"],
    ],
    [
      wrongSeat({ by: "luck" }),
      ['constituencies[0].elected[0].by: not "personalVotes", "order" or "refilling"'],
    ],
    [
      wrongSeat({ number: 3 }),
      ["constituencies[0].elected[0].number: not a whole number or a fraction as text"],
    ],
    [
      wrongSeat({ number: "-3" }),
      ["constituencies[0].elected[0].number: not a whole number or a fraction as text"],
    ],
    [wrongSeat({ counted: "AB" }), ["constituencies[0].elected[0].counted: not a list"]],
    [{ unavailable: [""] }, ["unavailable[0]: empty"]],
    [{ unavailable: null }, ["unavailable: not a list"]],
  ] as ReadonlyArray<[object, ReadonlyArray<string>]>)("%j", (wrong, problems) => {
    expect(problemsOf(doubleElections, { ...good, ...wrong })).toEqual(problems);
  });

  it.each(["personalVotes", "order", "refilling"])(
    "a seat won by %s is taken, and recorded as it was",
    (by) => {
      const given = { ...good, ...wrongSeat({ by }), unavailable: ["Z", "Y"] };
      expect(problemsOf(doubleElections, given)).toEqual([]);
      expect(done(doubleElections(given as DoubleElections)).record.input).toEqual({
        ...given,
        unavailable: ["Y", "Z"],
      });
    },
  );
});
