import { describe, expect, it } from "vitest";
import { constituencies, counted } from "./election.fixture.ts";

describe("an answer", () => {
  const election = {
    rules: "se.municipality@2018",
    totalSeats: 9,
    constituencies: constituencies([4, { P: 53, Q: 31 }], [4, { P: 23, Q: 47, OTHER: 2 }]),
  } as const;

  it("does not depend on the order of constituencies and parties", () => {
    const turned = election.constituencies
      .map(({ votes, ...rest }) => ({ ...rest, votes: Object.fromEntries(Object.entries(votes).reverse()) }))
      .reverse();
    const { margins: _, ...one } = counted(election);
    const { margins: __, ...other } = counted({ ...election, constituencies: turned });
    expect(other).toEqual(one);
  });

  it("keeps names, and takes any text as an id", () => {
    const answer = counted({
      rules: "se.municipality@2018",
      totalSeats: 3,
      constituencies: [
        {
          id: "__proto__",
          name: "Öster",
          fixedSeats: 1,
          votes: JSON.parse('{"__proto__": 9, "constructor": 2}'),
        },
        { id: "toString", fixedSeats: 1, votes: { constructor: 9 } },
      ],
    });
    expect(Object.entries(answer.totals)).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
    ]);
    expect(Object.keys(answer.seats)).toEqual(["__proto__", "toString"]);
    expect(answer.record.input.constituencies[0]?.name).toBe("Öster");
  });
});
