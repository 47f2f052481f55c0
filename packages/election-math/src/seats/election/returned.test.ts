import { describe, expect, it } from "vitest";
import { constituencies, counted, stepsOf } from "./election.fixture.ts";

describe("seats beyond a party's share", () => {
  // P wins both of the small constituency's seats and most of the others by little
  const given = {
    totalSeats: 12,
    constituencies: constituencies(
      [3, { P: 401, Q: 203, R: 137 }],
      [3, { P: 383, Q: 221, R: 119 }],
      [3, { P: 419, Q: 181, R: 149 }],
      [2, { P: 307, Q: 127, R: 109 }],
    ),
  };

  it("are returned where they were won with the smallest numbers, and stay fixed seats of the constituency", () => {
    const { steps, seats } = counted({ rules: "se.region@2018", ...given });
    expect(stepsOf(steps, "entitled")[1]).toEqual({
      kind: "entitled",
      party: "Q",
      seats: 3,
      fixed: 4,
      law: "VL 14:8",
    });
    // Q had won by 203, 221, 181 and 127 votes divided by 1.2; in D, where it did with the smallest, there are only two
    expect(stepsOf(steps, "returned")).toEqual([
      { kind: "returned", constituency: "C", from: "Q", votes: 181, comparison: "905/6", law: "VL 14:8" },
    ]);
    expect(stepsOf(steps, "reassigned")).toEqual([
      { kind: "reassigned", constituency: "C", to: "R", votes: 149, comparison: "745/6", law: "VL 14:8" },
    ]);
    expect(seats).toMatchObject({
      C: { P: { fixed: 2 }, R: { fixed: 1, adjustment: 0 } },
      A: { R: { fixed: 0, adjustment: 1 } },
      D: { P: { fixed: 1 }, Q: { fixed: 1 } },
    });
    expect(seats.C).not.toHaveProperty("Q");
  });

  it("are never returned where there are fewer than three fixed seats", () => {
    const protectedOnly = constituencies(
      [2, { P: 30, Q: 11 }],
      [2, { P: 30, Q: 11 }],
      [2, { P: 20, Q: 11, R: 30 }],
    );
    const { steps, totals } = counted({
      rules: "se.region@2018",
      totalSeats: 6,
      constituencies: protectedOnly,
    });
    expect(stepsOf(steps, "returned")).toEqual([]);
    expect(stepsOf(steps, "setAside")).toEqual([
      { kind: "setAside", party: "P", seats: 4, fixed: 5, law: "VL 14:8" },
      { kind: "setAside", party: "R", seats: 0, fixed: 1, law: "VL 14:8" },
    ]);
    expect(totals).toEqual({ P: 5, R: 1 });
  });

  it("are given only after all were returned, to the greatest number first (VL 14:4 b)", () => {
    const { steps } = counted({
      rules: "se.municipality@2018",
      totalSeats: 6,
      constituencies: constituencies(
        [3, { P: 78, Q: 180, R: 114, T: 87, OTHER: 39 }],
        [3, { P: 54, Q: 27, R: 54, T: 237 }],
      ),
    });
    const moves = steps.filter(({ kind }) => kind === "returned" || kind === "reassigned");
    expect(moves).toMatchObject([
      { kind: "returned", from: "T", constituency: "B", comparison: "237/5" },
      { kind: "returned", from: "T", constituency: "A", comparison: "145/2" },
      {
        kind: "reassigned",
        to: "P",
        constituency: "A",
        comparison: "65",
        next: { id: "Q", comparison: "60" },
      },
      { kind: "reassigned", to: "Q", constituency: "B", comparison: "45/2" },
    ]);
  });

  it("may go to a party that is over the bar of one constituency only; the whole is then shared anew", () => {
    const { steps, totals } = counted({
      rules: "se.riksdag@2018",
      totalSeats: 9,
      constituencies: constituencies(
        [5, { P: 86, Q: 28, R: 36, T: 4, U: 79 }],
        [4, { Q: 21, R: 5, T: 4, U: 1 }],
      ),
    });
    expect(stepsOf(steps, "threshold").at(-1)).toMatchObject({ party: "T", constituency: "B", isMet: true });
    expect(stepsOf(steps, "reassigned").map(({ to, comparison }) => [to, comparison])).toEqual([
      ["T", "10/3"],
      ["T", "4/3"],
      ["T", "4/5"],
    ]);
    const shared = stepsOf(steps, "wholeSeat").map(({ of }) => of);
    expect([...new Set(shared)]).toEqual([9, 7, 6]);
    expect(totals).toEqual({ P: 2, Q: 1, R: 1, T: 3, U: 2 });
  });

  it("are kept where no other party may take them, and another is returned instead", () => {
    const alone = constituencies([3, { P: 30 }], [3, { P: 31, Q: 10 }], [3, { Q: 60, P: 5 }]);
    const { steps, seats } = counted({ rules: "se.region@2018", totalSeats: 9, constituencies: alone });
    expect(stepsOf(steps, "kept")).toEqual([{ kind: "kept", constituency: "A", party: "P" }]);
    expect(stepsOf(steps, "returned").map(({ constituency }) => constituency)).toEqual(["A", "B"]);
    expect(seats.A).toEqual({ P: { fixed: 3, adjustment: 0 } });
  });

  it("stay with the party under the rules of 1998, which leave it out of the rest, and then the next one so", () => {
    const { steps, totals } = counted({ rules: "se.riksdag@1998", ...given });
    expect(stepsOf(steps, "returned")).toEqual([]);
    expect(stepsOf(steps, "setAside")).toEqual([
      { kind: "setAside", party: "P", seats: 7, fixed: 8, law: "VL 14:5" },
      { kind: "setAside", party: "Q", seats: 2, fixed: 3, law: "VL 14:5" },
    ]);
    expect([...new Set(stepsOf(steps, "wholeSeat").map(({ of }) => of))]).toEqual([12, 4, 1]);
    expect(totals).toEqual({ P: 8, Q: 3, R: 1 });
  });
});
