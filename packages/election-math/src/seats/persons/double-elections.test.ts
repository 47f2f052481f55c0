import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { again, counted, done, drawing } from "../answers.fixture.ts";
import { party, pile, seated } from "./double.fixture.ts";
import { doubleElections, doubleElectionsCount } from "./double-elections.ts";
import type { DoubleElections } from "./double-input.ts";
import { electPersons } from "./persons.ts";

const membersOf = ({ constituencies }: { readonly constituencies: DoubleElections["constituencies"] }) =>
  Object.fromEntries(
    constituencies.map(({ id, elected }) => [id, elected.map(({ candidate }) => candidate).join("")]),
  );

const members = (given: DoubleElections) => membersOf(done(doubleElections(given)));

describe("somebody elected in several constituencies", () => {
  const north = seated("A", "900", pile(900, "ABC"));
  const south = seated("A", "1700/3", pile(300, "ADE"), pile(200, "AED"));

  it("takes the seat with the greatest number; the other goes to the first name on most of its ballots", () => {
    const given = party({ N: [north], S: [seated("F", "950", pile(950, "FG")), south] });
    const { steps, constituencies, record } = done(doubleElections(given));
    expect(steps).toEqual([
      {
        kind: "keptSeat",
        candidate: "A",
        constituency: "N",
        number: "900",
        others: [{ constituency: "S", number: "1700/3" }],
        law: "VL 14",
      },
      {
        kind: "refilledSeat",
        constituency: "S",
        after: "A",
        to: "D",
        votes: 300,
        next: { candidate: "E", votes: 200 },
        law: "VL 14:11",
      },
    ]);
    expect(constituencies).toEqual([
      { id: "N", elected: [north], empty: 0 },
      {
        id: "S",
        elected: [
          seated("F", "950", pile(950, "FG")),
          { candidate: "D", by: "refilling", number: "300", counted: [pile(300, "ADE")] },
        ],
        empty: 0,
      },
    ]);
    expect([record.kind, record.rules]).toEqual(["doubleElections", "se.persons.riksdag@2014"]);
  });

  it("is nobody where everybody has one seat: then nothing is done", () => {
    const given = party({ N: [north], S: [seated("F", "950", pile(950, "FG"))] });
    const { steps, constituencies } = done(doubleElections(given));
    expect(steps).toEqual([]);
    expect(done(doubleElections(given)).record.input.unavailable).toEqual([]);
    expect(membersOf({ constituencies })).toEqual({ N: "A", S: "F" });
  });

  it("is passed over there, and so is everybody who has a seat or cannot have one", () => {
    const given = { N: [north, seated("D", "450", pile(900, "ADC"))], S: [south] };
    expect(members(party(given))).toEqual({ N: "AD", S: "E" });
    expect(members(party(given, ["E"]))).toEqual({ N: "AD", S: "" });
  });

  it("leaves a seat empty where its ballots name nobody else", () => {
    const { constituencies, steps } = done(
      doubleElections(party({ N: [north], S: [seated("A", "2", pile(2, "A"))] })),
    );
    expect(constituencies[1]).toEqual({ id: "S", elected: [], empty: 1 });
    expect(steps.at(-1)).toEqual({ kind: "unfilledSeat", constituency: "S", after: "A", law: "VL 14:11" });
  });

  it("takes by lot one of those with the greatest number", () => {
    const given = party({ N: [seated("A", "5", pile(5, "AB"))], S: [seated("A", "10/2", pile(5, "AC"))] });
    expect(doubleElections(given)).toMatchObject({
      status: "needsLot",
      lot: { among: ["N", "S"], about: { kind: "keptSeat", candidate: "A", number: "5" }, step: 0 },
    });
    const { answer } = drawing(doubleElections, given, (among) => among.at(-1));
    expect(membersOf(answer)).toEqual({ N: "B", S: "A" });
    expect(again(doubleElectionsCount, answer.record)).toEqual(answer.record);
  });
});

describe("several seats that were not taken", () => {
  it("are refilled one by one, those won with greater numbers first", () => {
    // A stays in 1, B in 2; three seats want C, who gets the one of the greatest number
    const given = party({
      1: [seated("A", "900", pile(900, "AX"))],
      2: [seated("A", "500", pile(500, "ABCD")), seated("B", "400", pile(400, "BY"))],
      3: [seated("A", "600", pile(600, "ACE")), seated("B", "300", pile(300, "BCEF"))],
    });
    expect(members(given)).toEqual({ 1: "A", 2: "DB", 3: "CE" });
    const { steps } = done(doubleElections(given));
    expect(steps.flatMap((step) => (step.kind === "refilledSeat" ? [step.to] : []))).toEqual(["C", "D", "E"]);
  });

  it("need a lot where numbers are equal and their ballots name the same persons", () => {
    const given = party({
      1: [seated("A", "900", pile(900, "A"))],
      2: [seated("A", "500", pile(500, "ACD"))],
      3: [seated("A", "500", pile(500, "ACE"))],
    });
    expect(doubleElections(given)).toMatchObject({
      lot: { among: ["2", "3"], about: { kind: "refillingIn", number: "500", left: 2 }, step: 1 },
    });
    const { answer, lots } = drawing(doubleElections, given, (among) => among.at(-1));
    expect(lots).toHaveLength(1);
    expect(membersOf(answer)).toEqual({ 1: "A", 2: "D", 3: "C" });
  });

  it("need none where they name different persons", () => {
    const given = party({
      1: [seated("A", "900", pile(900, "A"))],
      2: [seated("A", "500", pile(500, "AC"))],
      3: [seated("A", "500", pile(500, "AE"))],
    });
    expect(members(given)).toEqual({ 1: "A", 2: "C", 3: "E" });
  });

  it("are told in order of candidate, then of constituency where numbers are equal", () => {
    const given = party({
      1: [seated("B", "900", pile(900, "B")), seated("A", "800", pile(800, "A"))],
      2: [seated("B", "500", pile(500, "BC"))],
      3: [seated("A", "500", pile(500, "AE"))],
    });
    const { steps } = done(doubleElections(given));
    expect(
      steps.map((step) =>
        step.kind === "keptSeat" ? step.candidate : step.kind === "refilledSeat" && step.constituency,
      ),
    ).toEqual(["A", "B", "2", "3"]);
  });

  it("need a lot on whose seat goes first where both are in one constituency", () => {
    const given = party({
      1: [seated("A", "900", pile(900, "A")), seated("B", "800", pile(800, "B"))],
      2: [seated("A", "500", pile(500, "ACD")), seated("B", "500", pile(500, "BCE"))],
    });
    expect(doubleElections(given)).toMatchObject({
      lot: { among: ["A", "B"], about: { kind: "refillingAfter", constituency: "2", number: "500" } },
    });
    const { answer } = drawing(doubleElections, given, (among) => among.at(-1));
    expect(membersOf(answer)).toEqual({ 1: "AB", 2: "DC" });
  });

  it("are told apart also where one constituency has several of them: a lot for each time", () => {
    const given = party({
      1: [
        seated("A", "900", pile(9, "A")),
        seated("B", "800", pile(8, "B")),
        seated("G", "700", pile(7, "G")),
      ],
      2: [seated("A", "5", pile(5, "ACD")), seated("B", "5", pile(5, "BCDE"))],
      3: [seated("G", "5", pile(5, "GCDEF"))],
    });
    const { answer, lots } = drawing(doubleElections, given);
    expect(lots.map(({ among }) => among.join(""))).toEqual(["23", "AB", "23"]);
    expect(lots.map(({ about }) => about)).toMatchObject([{ left: 3 }, { constituency: "2" }, { left: 2 }]);
    expect(membersOf(answer)).toEqual({ 1: "ABG", 2: "CD", 3: "E" });
    expect(again(doubleElectionsCount, answer.record)).toEqual(answer.record);
  });

  it("go by lot among those with equal votes", () => {
    const given = party({
      1: [seated("A", "900", pile(900, "A"))],
      2: [seated("A", "500", pile(250, "AC"), pile(250, "AD"))],
    });
    expect(doubleElections(given)).toMatchObject({
      lot: { among: ["C", "D"], about: { kind: "refilledSeat", constituency: "2", after: "A", votes: 250 } },
    });
  });
});

describe("for any party", () => {
  const piles = fc.array(
    fc.record({
      names: fc.shuffledSubarray([..."ABCDEFGH"], { minLength: 1 }),
      votes: fc.integer({ min: 1, max: 30 }),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const parties = fc.array(fc.record({ ballots: piles, seats: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 2,
    maxLength: 4,
  });

  it("nobody has two seats in the end, no seat is gone, and whoever keeps one keeps the best", () => {
    fc.assert(
      fc.property(parties, (constituencies) => {
        const given = party(
          Object.fromEntries(
            constituencies.map(({ ballots, seats }, at) => [
              `${at}`,
              drawing(electPersons, {
                rules: "se.persons.riksdag@2014",
                seats,
                votes: ballots.reduce((sum, { votes }) => sum + votes, 0),
                personal: {},
                ballots,
                decimals: "exact",
              }).answer.elected,
            ]),
          ),
        );
        const { answer } = drawing(doubleElections, given);
        const all = answer.constituencies.flatMap(({ elected }) => elected.map(({ candidate }) => candidate));
        expect(new Set(all).size).toBe(all.length);
        expect(answer.constituencies.map(({ elected, empty }) => elected.length + empty)).toEqual(
          given.constituencies.map(({ elected }) => elected.length),
        );
        const before = new Set(
          given.constituencies.flatMap(({ elected }) => elected.map(({ candidate }) => candidate)),
        );
        for (const candidate of before) expect(all).toContain(candidate);
        expect(again(doubleElectionsCount, answer.record)).toEqual(answer.record);
        const turned = { ...given, constituencies: [...given.constituencies].reverse() };
        expect(counted(doubleElectionsCount, turned, ([first]) => first).result.constituencies).toEqual(
          answer.constituencies,
        );
      }),
    );
  });
});
