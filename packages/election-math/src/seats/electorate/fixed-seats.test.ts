import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { again, done, drawing, problemsOf } from "../answers.fixture.ts";
import { type FixedSeats, type FixedSeatsRulesId, fixedSeats, fixedSeatsCount } from "./fixed-seats.ts";

const rules = "se.fixed-seats.riksdag@2006" satisfies FixedSeatsRulesId;

const evenly = (given: FixedSeats): ReadonlyArray<number> =>
  done(fixedSeats(given)).steps.flatMap((step) => (step.kind === "evenSeats" ? [step.seats] : []));

describe("the fixed seats of the county councils of 2010, as decided", () => {
  it("134 in Skåne (val.se, fasta mandat, län 12)", () => {
    const given = {
      rules: "se.fixed-seats.region@2006",
      seats: 134,
      electorates: {
        Mellan: 214128,
        Nordost: 137033,
        Nordväst: 206072,
        Sydost: 75164,
        "Sydväst I": 231331,
        "Sydväst II": 101152,
      },
    } as const;
    expect(evenly(given)).toEqual([29, 19, 28, 10, 32, 14]);
    expect(done(fixedSeats(given)).seats).toEqual({
      Mellan: 30,
      Nordost: 19,
      Nordväst: 29,
      Sydost: 10,
      "Sydväst I": 32,
      "Sydväst II": 14,
    });
  });

  it("74 in Dalarna (val.se, fasta mandat, län 20), where a surplus of 0.00018 of a seat gets none", () => {
    const given = {
      rules: "se.fixed-seats.region@2006",
      seats: 74,
      electorates: {
        Avesta: 38613,
        Borlänge: 37565,
        Falun: 43794,
        Gagnef: 42865,
        Ludvika: 29309,
        Mora: 27648,
      },
    } as const;
    expect(evenly(given)).toEqual([13, 12, 14, 14, 9, 9]);
    expect(done(fixedSeats(given)).seats).toEqual({
      Avesta: 13,
      Borlänge: 13,
      Falun: 15,
      Gagnef: 14,
      Ludvika: 10,
      Mora: 9,
    });
  });
});

describe("fixed seats before an election", () => {
  it("come one for each time an electorate holds a seat's share, the rest to the largest surpluses", () => {
    expect(done(fixedSeats({ rules, seats: 7, electorates: { N: 500, S: 340, W: 160 } })).steps).toEqual([
      { kind: "electorateQuota", electorate: 1000, seats: 7, quota: "1000/7", law: "VL 4:3" },
      { kind: "evenSeats", constituency: "N", electorate: 500, seats: 3, surplus: "500/7", law: "VL 4:3" },
      { kind: "evenSeats", constituency: "S", electorate: 340, seats: 2, surplus: "380/7", law: "VL 4:3" },
      { kind: "evenSeats", constituency: "W", electorate: 160, seats: 1, surplus: "120/7", law: "VL 4:3" },
      { kind: "surplusSeat", to: "N", surplus: "500/7", law: "VL 4:3" },
    ]);
  });

  it.each([
    ["se.fixed-seats.riksdag@2006", "VL 4:3"],
    ["se.fixed-seats.region@2006", "VL 4:10"],
    ["se.fixed-seats.municipality@2006", "VL 4"],
  ] as const)("by %s stand on %s", (rules, law) => {
    const { steps, record } = done(fixedSeats({ rules, seats: 2, electorates: { N: 5, S: 2 } }));
    expect(steps.map((step) => "law" in step && step.law)).toEqual(steps.map(() => law));
    expect([record.kind, record.rules]).toEqual(["fixedSeats", rules]);
  });

  it("leave a constituency without one where its electorate is too small, and say so", () => {
    expect(done(fixedSeats({ rules, seats: 2, electorates: { N: 50, S: 49, W: 1 } })).seats).toEqual({
      N: 1,
      S: 1,
      W: 0,
    });
  });

  it("need no lot where equal surpluses all get a seat", () => {
    expect(done(fixedSeats({ rules, seats: 3, electorates: { N: 3, S: 3, W: 3 } })).seats).toEqual({
      N: 1,
      S: 1,
      W: 1,
    });
    expect(done(fixedSeats({ rules, seats: 5, electorates: { N: 30, S: 30, W: 15 } })).seats).toEqual({
      N: 2,
      S: 2,
      W: 1,
    });
  });

  it("need one for each seat that equal surpluses compete for, and nothing is counted on without it", () => {
    const given: FixedSeats = { rules, seats: 2, electorates: { N: 5, S: 5, W: 5 } };
    const asked = fixedSeats(given);
    expect(asked).toMatchObject({
      status: "needsLot",
      lot: { among: ["N", "S", "W"], about: { kind: "surplusSeat", surplus: "5" }, step: 4 },
    });
    const { answer, lots } = drawing(fixedSeats, given, (among) => among.at(-1));
    expect(lots.map(({ among }) => among)).toEqual([
      ["N", "S", "W"],
      ["N", "S"],
    ]);
    expect(answer.seats).toEqual({ N: 0, S: 1, W: 1 });
    expect(answer.steps.map(({ kind }) => kind).slice(4)).toEqual([
      "lot",
      "surplusSeat",
      "lot",
      "surplusSeat",
    ]);
    expect(again(fixedSeatsCount, answer.record)).toEqual(answer.record);
  });

  it("are recorded the same whatever order the constituencies come in", () => {
    const { record } = done(fixedSeats({ rules, seats: 7, electorates: { N: 500, S: 340, W: 160 } }));
    expect(done(fixedSeats({ rules, seats: 7, electorates: { W: 160, S: 340, N: 500 } })).record).toEqual(
      record,
    );
    expect(record.input).toEqual({ rules, seats: 7, electorates: { N: 500, S: 340, W: 160 } });
    expect(Object.keys(record.input.electorates)).toEqual(["N", "S", "W"]);
    const turned = done(fixedSeats({ rules, seats: 7, electorates: { W: 160, S: 340, N: 500 } }));
    expect(Object.keys(turned.record.input.electorates)).toEqual(["N", "S", "W"]);
  });

  it("take any text as an id", () => {
    const electorates = Object.fromEntries([
      ["__proto__", 3],
      ["constructor", 2],
      ["1", 1],
      ["å", 6],
    ]);
    const { seats } = done(fixedSeats({ rules, seats: 12, electorates }));
    expect(Object.entries(seats).sort()).toEqual([
      ["1", 1],
      ["__proto__", 3],
      ["constructor", 2],
      ["å", 6],
    ]);
  });
});

describe("for any electorates", () => {
  const arbitrary = fc.record({
    electorates: fc.dictionary(
      fc.string({ minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 900_000 }),
      {
        minKeys: 1,
        maxKeys: 29,
        noNullPrototype: false,
      },
    ),
    seats: fc.integer({ min: 1, max: 310 }),
  });

  it("every seat is given, to each constituency its share rounded down or up", () => {
    fc.assert(
      fc.property(arbitrary, ({ electorates, seats }) => {
        const { answer } = drawing(fixedSeats, { rules, electorates, seats });
        const whole = Object.values(electorates).reduce((sum, one) => sum + one, 0);
        const given = Object.entries(answer.seats);
        expect(given.reduce((sum, [, one]) => sum + one, 0)).toBe(seats);
        for (const [id, own] of given) {
          const share = BigInt(electorates[id] ?? 0) * BigInt(seats);
          expect(BigInt(own) * BigInt(whole) > share - BigInt(whole)).toBe(true);
          expect(BigInt(own) * BigInt(whole) < share + BigInt(whole)).toBe(true);
        }
        expect(again(fixedSeatsCount, answer.record)).toEqual(answer.record);
      }),
    );
  });

  it("neither the order nor the names of the constituencies matter", () => {
    fc.assert(
      fc.property(arbitrary, ({ electorates, seats }) => {
        const answer = fixedSeats({ rules, electorates, seats });
        const turned = Object.fromEntries(
          Object.entries(electorates)
            .reverse()
            .map(([id, electorate]) => [`x${id}`, electorate]),
        );
        const other = fixedSeats({ rules, electorates: turned, seats });
        expect(other.status).toBe(answer.status);
        if (answer.status === "needsLot" || other.status === "needsLot") return;
        expect(Object.entries(other.seats).sort()).toEqual(
          Object.entries(answer.seats)
            .map(([id, own]) => [`x${id}`, own])
            .sort(),
        );
      }),
    );
  });
});

describe("bad input is refused, every field of it named", () => {
  const good = { rules, seats: 2, electorates: { N: 3, S: 1 } };
  it.each([
    [{ rules: "se.fixed-seats.riksdag@2005" }, ["rules: not rules this package knows"]],
    [{ rules: "toString" }, ["rules: not rules this package knows"]],
    [{ rules: undefined }, ["rules: not rules this package knows"]],
    [{ seats: 0 }, ["seats: below 1"]],
    [{ seats: 1.5 }, ["seats: not a whole number"]],
    [{ electorates: {} }, ["electorates: none"]],
    [{ electorates: [3, 1] }, ["electorates: not an object"]],
    [{ electorates: { "": 3 } }, ["electorates: a constituency without an id"]],
    [{ electorates: { N: 0, S: -1 } }, ["electorates.N: below 1", "electorates.S: below 1"]],
    [{ electorates: { N: 2 ** 53 - 1, S: 1 } }, ["electorates: above 2^53 - 1 in all"]],
    [
      { rules: 1, seats: -1, electorates: { N: "3" } },
      ["rules: not rules this package knows", "electorates.N: not a whole number", "seats: below 1"],
    ],
  ] as ReadonlyArray<[object, ReadonlyArray<string>]>)("%j", (wrong, problems) => {
    expect(problemsOf(fixedSeats, { ...good, ...wrong })).toEqual(problems);
  });

  it("the largest electorates that can be added are taken", () => {
    expect(problemsOf(fixedSeats, { ...good, electorates: { N: 2 ** 53 - 2, S: 1 } })).toEqual([]);
  });
});
