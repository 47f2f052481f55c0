import { describe, expect, it } from "vitest";
import { constituencies, counted, lotOf } from "./election.fixture.ts";
import type { Election } from "./input.ts";

/** The election again with the lot it asked for, once for each it may fall on; later lots fall on the first in order. */
const fallen = (election: Election) => {
  const lot = lotOf(election);
  if (lot === "none") throw new Error("no lot was asked for");
  return lot.among.map((drawn) => {
    const lots = [{ ...lot, drawn, by: "p-1", how: "slips" }];
    for (;;) {
      const next = lotOf({ ...election, lots });
      if (next === "none") return counted({ ...election, lots });
      lots.push({ ...next, drawn: next.among[0] ?? "", by: "p-1", how: "slips" });
    }
  });
};

describe("a lot decides", () => {
  it("the last fixed seat of a constituency among parties", () => {
    const election: Election = {
      rules: "se.eu@2014",
      totalSeats: 7,
      constituencies: constituencies([7, { P: 1, Q: 1 }]),
    };
    expect(lotOf(election)).toEqual({
      among: ["P", "Q"],
      about: { kind: "fixedSeat", constituency: "A", comparison: "1/7" },
      step: 8,
    });
    expect(fallen(election).map(({ totals }) => totals)).toEqual([
      { P: 4, Q: 3 },
      { P: 3, Q: 4 },
    ]);
    expect(lotOf({ ...election, totalSeats: 8, constituencies: constituencies([8, { P: 1, Q: 1 }]) })).toBe(
      "none",
    );
  });

  it("the last seat of all among parties", () => {
    const election: Election = {
      rules: "se.region@2018",
      totalSeats: 9,
      constituencies: constituencies([2, { P: 3, Q: 3 }], [6, { P: 10, Q: 2, OTHER: 3 }]),
    };
    expect(lotOf(election)).toMatchObject({
      among: ["P", "Q"],
      about: { kind: "wholeSeat", comparison: "1" },
    });
    expect(fallen(election).map(({ totals }) => totals)).toEqual([
      { P: 7, Q: 2 },
      { P: 6, Q: 3 },
    ]);
  });

  it("which of a party's seats is returned among constituencies", () => {
    const election: Election = {
      rules: "se.region@2018",
      totalSeats: 7,
      constituencies: constituencies([3, { P: 9, Q: 3, R: 3, T: 15 }], [3, { Q: 21, R: 3, T: 6, OTHER: 3 }]),
    };
    expect(lotOf(election)).toMatchObject({
      among: ["A", "B"],
      about: { kind: "returned", party: "T", comparison: "5" },
    });
    expect(fallen(election).map(({ steps }) => steps.find(({ kind }) => kind === "returned"))).toMatchObject([
      { constituency: "A", from: "T", comparison: "5" },
      { constituency: "B", from: "T", comparison: "5" },
    ]);
  });

  it("who takes a returned seat among parties", () => {
    const election: Election = {
      rules: "se.region@2018",
      totalSeats: 20,
      constituencies: constituencies([9, { P: 4, Q: 10, R: 4 }], [9, { P: 2, Q: 2, R: 4 }]),
    };
    expect(lotOf(election)).toMatchObject({
      among: ["P", "Q"],
      about: { kind: "reassigned", constituency: "B", comparison: "2/5" },
    });
    expect(
      fallen(election).map(({ steps }) => steps.find(({ kind }) => kind === "reassigned")),
    ).toMatchObject([
      { to: "P", constituency: "B" },
      { to: "Q", constituency: "B" },
    ]);
  });

  it("where a party takes a returned seat among constituencies", () => {
    const election: Election = {
      rules: "se.riksdag@2018",
      totalSeats: 9,
      constituencies: constituencies(
        [3, { P: 26, Q: 37, R: 12, T: 11, OTHER: 15 }],
        [4, { P: 81, Q: 39, R: 12, OTHER: 2 }],
        [2, { P: 17, Q: 31, R: 11, T: 105 }],
      ),
    };
    expect(lotOf(election)).toMatchObject({
      among: ["A", "B"],
      about: { kind: "reassigned", party: "R", comparison: "10" },
    });
    expect(
      fallen(election).map(({ steps }) => steps.find(({ kind }) => kind === "reassigned")),
    ).toMatchObject([
      { to: "R", constituency: "A" },
      { to: "R", constituency: "B" },
    ]);
  });

  it("where a party's last adjustment seat is placed among constituencies", () => {
    const election: Election = {
      rules: "se.region@2018",
      totalSeats: 8,
      constituencies: constituencies([1, { P: 9, Q: 3, OTHER: 2 }], [6, { P: 39, Q: 9, OTHER: 2 }]),
    };
    expect(lotOf(election)).toMatchObject({
      among: ["A", "B"],
      about: { kind: "adjustmentSeat", party: "Q", comparison: "3" },
    });
    expect(fallen(election).map(({ seats }) => [seats.A?.Q, seats.B?.Q])).toEqual([
      [
        { fixed: 0, adjustment: 1 },
        { fixed: 1, adjustment: 0 },
      ],
      [undefined, { fixed: 1, adjustment: 1 }],
    ]);
  });
});
