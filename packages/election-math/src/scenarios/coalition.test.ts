import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidInput } from "../input.ts";
import type { Chamber } from "./chamber.ts";
import { minimalBlocking, minimalWinning, standingOf, tolerated, winning } from "./coalition.ts";
import { majorityOf } from "./game.ts";
import { powerOf } from "./power.ts";

const fractionOf = (text: string): number => {
  const [n = 0, d = 1] = text.split("/").map(Number);
  return n / d;
};

/** Every subset of the parties, by the bits of its position. */
const subsetsOf = (parties: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> =>
  Array.from({ length: 2 ** parties.length }, (_, set) => parties.filter((_, p) => ((set >> p) & 1) === 1));

const ordersOf = (parties: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> =>
  parties.length === 0
    ? [[]]
    : parties.flatMap((first) =>
        ordersOf(parties.filter((party) => party !== first)).map((others) => [first, ...others]),
      );

/** A chamber of two to six parties, and a quota above half of its seats. */
const chambers = fc
  .array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 6 })
  .filter((seats) => seats.some((own) => own > 0))
  .chain((seats) => {
    const total = seats.reduce((sum, own) => sum + own, 0);
    return fc.record({
      seats: fc.constant(Object.fromEntries(seats.map((own, p) => ["FCAEBD"[p] ?? "", own]))),
      quota: fc.integer({ min: majorityOf(total), max: total }),
    });
  });

const problemsOf = (call: () => unknown): ReadonlyArray<string> => {
  try {
    call();
  } catch (error) {
    if (error instanceof InvalidInput)
      return error.problems.map(({ field, problem }) => `${field}: ${problem}`);
    throw error;
  }
  return [];
};

describe("a majority", () => {
  it.each([
    [349, 175],
    [350, 176],
    [1, 1],
    [0, 1],
  ])("of %i is %i", (total, majority) => {
    expect(majorityOf(total)).toBe(majority);
  });
});

describe("coalitions", () => {
  const seats = { A: 50, B: 49, C: 1, D: 0 };

  it("win with the quota, half and one more where none is told", () => {
    expect(winning({ seats })).toEqual([
      ["A", "B"],
      ["A", "C"],
      ["A", "B", "C"],
    ]);
    expect(minimalWinning({ seats })).toEqual([
      ["A", "B"],
      ["A", "C"],
    ]);
    expect(winning({ seats, quota: 99 })).toEqual([
      ["A", "B"],
      ["A", "B", "C"],
    ]);
  });

  it("block where nobody wins without them", () => {
    expect(minimalBlocking({ seats })).toEqual([["A"], ["B", "C"]]);
    expect(minimalBlocking({ seats, quota: 100 })).toEqual([["A"], ["B"], ["C"]]);
  });

  it("are those a search through all finds, whatever the chamber", () => {
    fc.assert(
      fc.property(chambers, (chamber) => {
        const parties = Object.keys(chamber.seats)
          .filter((party) => (chamber.seats[party] ?? 0) > 0)
          .sort();
        const of = (coalition: ReadonlyArray<string>) =>
          coalition.reduce((sum, party) => sum + (chamber.seats[party] ?? 0), 0);
        const all = of(parties);
        const without = (coalition: ReadonlyArray<string>) =>
          coalition.map((left) => coalition.filter((party) => party !== left));
        const wins = (coalition: ReadonlyArray<string>) => of(coalition) >= chamber.quota;
        const blocks = (coalition: ReadonlyArray<string>) => all - of(coalition) < chamber.quota;
        const subsets = subsetsOf(parties);
        expect(winning(chamber)).toEqual(subsets.filter(wins));
        const leastOf = (is: typeof wins) =>
          subsets.filter((coalition) => is(coalition) && !without(coalition).some(is));
        expect(minimalWinning(chamber)).toEqual(leastOf(wins));
        expect(minimalBlocking(chamber)).toEqual(leastOf(blocks));
        for (const coalition of subsets)
          expect(standingOf(chamber, coalition)).toEqual({
            seats: of(coalition),
            quota: chamber.quota,
            isWinning: wins(coalition),
            isBlocking: blocks(coalition),
            pivotal: wins(coalition)
              ? coalition.filter((left) => !wins(coalition.filter((party) => party !== left)))
              : [],
          });
      }),
    );
  });

  it("stand in a chamber with the parties they name, in order of id", () => {
    expect(standingOf({ seats }, ["D", "C", "A"])).toEqual({
      seats: 51,
      quota: 51,
      isWinning: true,
      isBlocking: true,
      pivotal: ["A", "C"],
    });
    expect(standingOf({ seats }, [])).toMatchObject({ seats: 0, isWinning: false, isBlocking: false });
  });

  it("are of parties by any id", () => {
    const odd = Object.fromEntries([
      ["__proto__", 5],
      ["constructor", 3],
      ["10", 1],
      ["9", 1],
    ]);
    expect(minimalWinning({ seats: odd })).toEqual([
      ["10", "__proto__"],
      ["9", "__proto__"],
      ["__proto__", "constructor"],
    ]);
    expect(standingOf({ seats: odd }, ["constructor"]).seats).toBe(3);
    expect(Object.keys(powerOf({ seats: odd })).sort()).toEqual(["10", "9", "__proto__", "constructor"]);
  });

  it("are refused of unknown parties and in a chamber that is none", () => {
    expect(problemsOf(() => standingOf({ seats }, ["A", "X", "A"]))).toEqual([
      "coalition[1]: not a party of the chamber",
      "coalition[2]: named before",
    ]);
    expect(problemsOf(() => winning({ seats: {} }))).toEqual(["seats: none"]);
    expect(problemsOf(() => winning({ seats: { A: 0 } }))).toEqual(["seats: none"]);
    expect(problemsOf(() => winning({ seats: { A: -1, B: 1.5 } }))).toEqual([
      "seats.A: below 0",
      "seats.B: not a whole number",
      "seats: none",
    ]);
    expect(problemsOf(() => winning({ seats, quota: 101 }))).toEqual(["quota: more than all seats"]);
    expect(problemsOf(() => winning({ seats, quota: 100 }))).toEqual([]);
    expect(problemsOf(() => winning({ seats, quota: 0 }))).toEqual(["quota: below 1"]);
    expect(problemsOf(() => winning({ seats: { A: 2 ** 31 } }))).toEqual(["seats: above 2^31 - 1 in all"]);
    expect(problemsOf(() => winning({ seats: { A: 2 ** 31 - 1 } }))).toEqual([]);
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, p) => [`P${p}`, p === 0 ? 0 : 1]));
    expect(problemsOf(() => minimalWinning({ seats: many(18) }))).toEqual([
      "seats: more than 16 parties with seats",
    ]);
    expect(minimalBlocking({ seats: many(17), quota: 16 })).toHaveLength(16);
    expect(problemsOf(() => winning(undefined as unknown as Chamber))).toContain("chamber: not an object");
  });
});

describe("a tolerated government", () => {
  const seats = { A: 100, B: 74, C: 75, D: 100 };

  it("has fewer than 175 of 349 against it; whoever abstains helps it", () => {
    expect(tolerated({ seats }, { government: ["A"], against: ["D", "B"] })).toEqual({
      isTolerated: true,
      against: 174,
      fallsFrom: 175,
    });
    expect(tolerated({ seats }, { government: ["A"], against: ["D", "C"] })).toEqual({
      isTolerated: false,
      against: 175,
      fallsFrom: 175,
    });
    expect(tolerated({ seats }, { government: ["A"], against: [] }).against).toBe(0);
  });

  it("is of parties of the chamber that are not against themselves", () => {
    expect(
      problemsOf(() => tolerated({ seats }, { government: ["A", "X"], against: ["A", "Y", "X"] })),
    ).toEqual([
      "government[1]: not a party of the chamber",
      "against[1]: not a party of the chamber",
      "against[2]: not a party of the chamber",
      "against[0]: in the government",
    ]);
  });
});

describe("power", () => {
  const shares = (of: ReturnType<typeof powerOf>, index: "banzhaf" | "shapley" | "absoluteBanzhaf") =>
    Object.fromEntries(Object.entries(of).map(([party, power]) => [party, power[index]]));

  it("of 50, 49 and 1 with a quota of 51", () => {
    const power = powerOf({ seats: { A: 50, B: 49, C: 1 }, quota: 51 });
    expect(shares(power, "banzhaf")).toEqual({ A: "3/5", B: "1/5", C: "1/5" });
    expect(shares(power, "shapley")).toEqual({ A: "2/3", B: "1/6", C: "1/6" });
    expect(shares(power, "absoluteBanzhaf")).toEqual({ A: "3/4", B: "1/4", C: "1/4" });
    expect(power.A?.swings).toBe(3);
  });

  it("of the Council of 1958, in which Luxembourg had a vote and no power", () => {
    const power = powerOf({ seats: { F: 4, D: 4, I: 4, B: 2, NL: 2, L: 1 }, quota: 12 });
    expect(shares(power, "banzhaf")).toEqual({
      F: "5/21",
      D: "5/21",
      I: "5/21",
      B: "1/7",
      NL: "1/7",
      L: "0",
    });
    expect(shares(power, "shapley")).toEqual({
      F: "7/30",
      D: "7/30",
      I: "7/30",
      B: "3/20",
      NL: "3/20",
      L: "0",
    });
  });

  it("is all of whoever decides alone, and none of whoever has no seats", () => {
    expect(shares(powerOf({ seats: { A: 3, B: 2, C: 0 } }), "shapley")).toEqual({ A: "1", B: "0", C: "0" });
    expect(powerOf({ seats: { A: 3, B: 2, C: 0 } }).C).toEqual({
      swings: 0,
      banzhaf: "0",
      absoluteBanzhaf: "0",
      shapley: "0",
    });
  });

  it("is what a search through all coalitions and all orders finds", () => {
    fc.assert(
      fc.property(chambers, (chamber) => {
        const parties = Object.keys(chamber.seats);
        const of = (coalition: ReadonlyArray<string>) =>
          coalition.reduce((sum, party) => sum + (chamber.seats[party] ?? 0), 0);
        const power = powerOf(chamber);
        const orders = ordersOf(parties);
        for (const party of parties) {
          const others = subsetsOf(parties.filter((other) => other !== party));
          const swings = others.filter(
            (coalition) => of(coalition) < chamber.quota && of([...coalition, party]) >= chamber.quota,
          ).length;
          expect(fractionOf(power[party]?.absoluteBanzhaf ?? "")).toBeCloseTo(swings / others.length, 12);
          const pivots = orders.filter((order) => {
            const before = of(order.slice(0, order.indexOf(party)));
            return before < chamber.quota && before + (chamber.seats[party] ?? 0) >= chamber.quota;
          }).length;
          expect(fractionOf(power[party]?.shapley ?? "")).toBeCloseTo(pivots / orders.length, 12);
        }
        const sum = Object.values(power).reduce((all, { banzhaf }) => all + fractionOf(banzhaf), 0);
        expect(sum).toBeCloseTo(1, 12);
      }),
      { numRuns: 40 },
    );
  });

  it("of sixteen parties alike is a sixteenth each", () => {
    const seats = Object.fromEntries(Array.from({ length: 16 }, (_, p) => [`P${p}`, 3]));
    for (const { banzhaf, shapley } of Object.values(powerOf({ seats })))
      expect([banzhaf, shapley]).toEqual(["1/16", "1/16"]);
  });
});
