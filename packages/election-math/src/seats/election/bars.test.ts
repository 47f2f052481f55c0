import { describe, expect, it } from "vitest";
import { constituencies, counted, stepsOf } from "./election.fixture.ts";
import { swedishElection } from "./election.ts";
import type { Election } from "./input.ts";

describe("the bars", () => {
  const riksdag = (small: number, other: number) =>
    counted({
      rules: "se.riksdag@2018",
      totalSeats: 60,
      constituencies: constituencies(
        [25, { P: 480 - other, Q: 20, OTHER: other }],
        [25, { P: 500 - small, Q: small }],
      ),
    });

  it("let in whoever has four of a hundred votes of the whole, and nobody with one fewer", () => {
    expect(riksdag(20, 0).totals).toEqual({ P: 58, Q: 2 });
    expect(riksdag(19, 0).totals).toEqual({ P: 60 });
  });

  it("count the votes of all small parties in what the share is of", () => {
    const { steps } = riksdag(20, 30);
    expect(stepsOf(steps, "threshold")[1]).toEqual({
      kind: "threshold",
      party: "Q",
      votes: 40,
      of: 1000,
      share: "1/25",
      isMet: true,
      law: "RF 3:7",
    });
  });

  const local = (own: number) =>
    counted({
      rules: "se.riksdag@2018",
      totalSeats: 22,
      constituencies: constituencies([8, { P: 1000 - own, Q: own }], [10, { P: 9000, Q: 0 }]),
    });

  it("let in whoever has twelve of a hundred in a constituency to its fixed seats alone", () => {
    const { seats, steps, totals } = local(120);
    expect(seats).toEqual({
      A: { P: { fixed: 7, adjustment: 0 }, Q: { fixed: 1, adjustment: 0 } },
      B: { P: { fixed: 10, adjustment: 4 } },
    });
    expect(totals).toEqual({ P: 21, Q: 1 });
    expect(stepsOf(steps, "threshold").slice(2)).toEqual([
      {
        kind: "threshold",
        constituency: "A",
        party: "Q",
        votes: 120,
        of: 1000,
        share: "3/25",
        isMet: true,
        law: "RF 3:7",
      },
    ]);
    // the seat of the party outside is left out of what is shared over the whole
    expect(stepsOf(steps, "wholeSeat").map(({ of }) => of)).toEqual(Array.from({ length: 21 }, () => 21));
    expect(local(119).totals).toEqual({ P: 22 });
  });

  it("are three of a hundred in a region and a divided municipality, two in an undivided one, and none is local", () => {
    const takesPart = (rules: "se.region@2018" | "se.municipality@2018", Q: number, isDivided: boolean) => {
      const { steps } = swedishElection({
        rules,
        totalSeats: 60,
        constituencies: isDivided
          ? constituencies([25, { P: 500 - Q, Q }], [25, { P: 500 }])
          : constituencies([60, { P: 1000 - Q, Q }]),
      });
      return stepsOf(steps, "threshold").map(({ isMet }) => isMet)[1];
    };
    for (const rules of ["se.region@2018", "se.municipality@2018"] as const)
      expect([takesPart(rules, 30, true), takesPart(rules, 29, true)]).toEqual([true, false]);
    expect([takesPart("se.region@2018", 30, false), takesPart("se.region@2018", 29, false)]).toEqual([
      true,
      false,
    ]);
    expect([
      takesPart("se.municipality@2018", 20, false),
      takesPart("se.municipality@2018", 19, false),
    ]).toEqual([true, false]);
    // a fifth of one constituency, but less than three of a hundred in all
    const stronghold: Election = {
      rules: "se.region@2018",
      totalSeats: 5,
      constituencies: constituencies([3, { P: 80, Q: 20 }], [2, { P: 900 }]),
    };
    expect(swedishElection(stronghold)).toMatchObject({ totals: { P: 5 } });
  });

  it("are four of a hundred for the European Parliament, whose every seat is fixed", () => {
    const answer = counted({
      rules: "se.eu@2014",
      totalSeats: 21,
      constituencies: constituencies([21, { P: 960, Q: 40 }]),
    });
    expect(answer.totals).toEqual({ P: 20, Q: 1 });
    expect(answer.seats).toEqual({ A: { P: { fixed: 20, adjustment: 0 }, Q: { fixed: 1, adjustment: 0 } } });
    expect(stepsOf(answer.steps, "wholeSeat")).toEqual([]);
  });
});
