import { describe, expect, it } from "vitest";
import { again, done, drawing } from "../answers.fixture.ts";
import type { PersonsElection } from "./input.ts";
import { electPersons, persons } from "./persons.ts";

const pile = (votes: number, names: string) => ({ names: [...names], votes });

const election = (more: Partial<PersonsElection> = {}): PersonsElection => ({
  rules: "se.persons.riksdag@2014",
  seats: 5,
  votes: 1300,
  personal: {},
  ballots: [pile(600, "ABC"), pile(400, "DBE"), pile(300, "AE")],
  ...more,
});

/** "A 900" for each place. */
const electedBy = (given: PersonsElection) =>
  done(electPersons(given)).elected.map(({ candidate, number }) => `${candidate} ${number}`);

const qualifiedBy = (given: PersonsElection) => Object.keys(done(electPersons(given)).qualified);

describe("the order of the ballots by the whole-number method", () => {
  it("gives the places one at a time, quotients cut after two decimals", () => {
    expect(electedBy(election())).toEqual(["A 900", "D 400", "B 37593/100", "E 7322/25", "C 11583/50"]);
  });

  it("or exact, where that is asked for", () => {
    expect(electedBy(election({ decimals: "exact" }))).toEqual([
      "A 900",
      "D 400",
      "B 375",
      "E 875/3",
      "C 3000/13",
    ]);
  });

  it("tells every group of ballots, what part it has had, and what was divided by what", () => {
    const { steps, record } = done(electPersons(election({ seats: 3 })));
    const law = "VL 14:10";
    expect(steps).toEqual([
      { kind: "ballotGroup", candidate: "A", votes: 900, placeNumber: "0", law },
      { kind: "ballotGroup", candidate: "D", votes: 400, placeNumber: "0", law },
      {
        kind: "orderPlace",
        place: 1,
        to: "A",
        divisor: "1",
        votes: 900,
        comparison: "900",
        next: { id: "D", comparison: "400" },
        law,
      },
      { kind: "ballotGroup", candidate: "B", votes: 600, after: "A", placeNumber: "33/50", law },
      { kind: "ballotGroup", candidate: "E", votes: 300, after: "A", placeNumber: "33/100", law },
      {
        kind: "orderPlace",
        place: 2,
        to: "D",
        divisor: "1",
        votes: 400,
        comparison: "400",
        next: { id: "B", comparison: "9036/25" },
        law,
      },
      { kind: "ballotGroup", candidate: "B", votes: 400, after: "D", placeNumber: "1", law },
      {
        kind: "orderPlace",
        place: 3,
        to: "B",
        divisor: "133/50",
        votes: 1000,
        comparison: "37593/100",
        next: { id: "E", comparison: "5639/25" },
        law,
      },
    ]);
    expect([record.kind, record.rules]).toEqual(["persons", "se.persons.riksdag@2014"]);
  });

  it("is the order of the list where a party has one", () => {
    const ballots = [pile(1000, "ABCD")];
    expect(electedBy(election({ seats: 4, ballots }))).toEqual(["A 1000", "B 500", "C 33333/100", "D 250"]);
    const short = done(electPersons(election({ seats: 6, ballots })));
    expect(short.elected.map(({ candidate }) => candidate).join("")).toBe("ABCD");
    expect(short.empty).toBe(2);
    expect(short.steps.at(-1)).toEqual({
      kind: "spentBallots",
      votes: 1000,
      after: "D",
      law: "VL 14:10",
    });
  });

  it("gives everybody the ballots that counted for the place", () => {
    const { elected } = done(electPersons(election()));
    expect(elected.map(({ candidate, by, counted }) => [candidate, by, counted])).toEqual([
      ["A", "order", [pile(600, "ABC"), pile(300, "AE")]],
      ["D", "order", [pile(400, "DBE")]],
      ["B", "order", [pile(600, "ABC"), pile(400, "DBE")]],
      ["E", "order", [pile(300, "AE"), pile(400, "DBE")]],
      ["C", "order", [pile(600, "ABC")]],
    ]);
  });

  it("passes over whoever cannot be elected", () => {
    const { elected, steps } = done(electPersons(election({ unavailable: ["B", "A"], seats: 2 })));
    expect(elected.map(({ candidate, number }) => `${candidate} ${number}`)).toEqual(["C 600", "D 400"]);
    expect(steps[0]).toMatchObject({ candidate: "C", votes: 600, placeNumber: "0" });
  });

  it("leaves ballots behind that name nobody who can be elected, and says so", () => {
    const ballots = [pile(2, "AB"), pile(1, "C")];
    const { steps, empty } = done(electPersons(election({ ballots, unavailable: ["A", "B"], seats: 2 })));
    expect(steps.slice(0, 2)).toEqual([
      { kind: "ballotGroup", candidate: "C", votes: 1, placeNumber: "0", law: "VL 14:10" },
      { kind: "spentBallots", votes: 2, law: "VL 14:10" },
    ]);
    expect(empty).toBe(1);
  });

  it("tells groups, and of equals who came next, in order of the candidates", () => {
    const ballots = [pile(4, "AC"), pile(2, "D"), pile(3, "E")];
    const places = done(electPersons(election({ seats: 2, ballots }))).steps.filter(
      ({ kind }) => kind === "orderPlace",
    );
    expect(places[1]).toMatchObject({ to: "E", next: { id: "C", comparison: "2" } });
    const { steps } = done(
      electPersons(election({ seats: 1, ballots: [pile(4, "AZ"), pile(2, "BC")], unavailable: ["A", "B"] })),
    );
    expect(steps.map((step) => step.kind === "ballotGroup" && step.candidate)).toEqual(["C", "Z", false]);
  });

  it("leaves every seat empty where no ballot has a name", () => {
    expect(done(electPersons(election({ ballots: [] })))).toMatchObject({ elected: [], empty: 5, steps: [] });
  });

  it("stops for a lot at every tie, also where both get a place: their order is decided", () => {
    const ballots = [pile(5, "AC"), pile(5, "BD")];
    const given = election({ seats: 2, ballots });
    expect(electPersons(given)).toMatchObject({
      status: "needsLot",
      lot: { among: ["A", "B"], about: { kind: "orderPlace", place: 1, comparison: "5" }, step: 2 },
    });
    const { answer, lots } = drawing(electPersons, given, (among) => among.at(-1));
    expect(answer.elected.map(({ candidate }) => candidate)).toEqual(["B", "A"]);
    expect(lots).toHaveLength(1);
    expect(again(persons, answer.record)).toEqual(answer.record);
  });

  it("goes on below a hundredth of a vote, where cutting would leave nothing to divide by", () => {
    const names = Array.from({ length: 120 }, (_, at) => `${at}`.padStart(3, "0"));
    const given = election({ seats: 120, votes: 1, ballots: [{ names, votes: 1 }] });
    const { elected } = done(electPersons(given));
    expect(elected.map(({ candidate }) => candidate)).toEqual(names);
    expect(elected.at(-1)?.number).not.toBe("0");
  });

  it("takes any text as a name", () => {
    const names = ["__proto__", "constructor", "1"];
    const personal = Object.fromEntries([["__proto__", 3]]);
    const given = election({ seats: 3, votes: 3, personal, ballots: [{ names, votes: 3 }] });
    const { elected, qualified } = done(electPersons(given));
    expect(elected.map(({ candidate }) => candidate)).toEqual(names);
    expect(Object.entries(qualified)).toEqual([["__proto__", 3]]);
  });
});

describe("personal votes decide first", () => {
  it("and the ballots of those elected by them count with their full value", () => {
    const given = election({ personal: { A: 100 } });
    expect(electedBy(given)).toEqual(["A 100", "B 600", "D 400", "E 350", "C 300"]);
    const { elected, steps } = done(electPersons(given));
    expect(elected[0]).toEqual({
      candidate: "A",
      by: "personalVotes",
      number: "100",
      counted: [pile(600, "ABC"), pile(300, "AE")],
    });
    expect(steps.slice(0, 2)).toEqual([
      {
        kind: "personalVotes",
        candidate: "A",
        votes: 100,
        of: 1300,
        share: "1/20",
        least: 1,
        isMet: true,
        law: "VL 14:9",
      },
      { kind: "personalPlace", place: 1, to: "A", votes: 100, law: "VL 14:9" },
    ]);
  });

  it("in falling order", () => {
    const personal = { B: 65, C: 200, E: 100 };
    const given = election({ seats: 2, personal });
    expect(electedBy(given)).toEqual(["C 200", "E 100"]);
    expect(done(electPersons(given)).qualified).toEqual(personal);
    const places = done(electPersons(given)).steps.filter(({ kind }) => kind === "personalPlace");
    expect(places).toEqual([
      {
        kind: "personalPlace",
        place: 1,
        to: "C",
        votes: 200,
        next: { candidate: "E", votes: 100 },
        law: "VL 14:9",
      },
      {
        kind: "personalPlace",
        place: 2,
        to: "E",
        votes: 100,
        next: { candidate: "B", votes: 65 },
        law: "VL 14:9",
      },
    ]);
  });

  it("with a lot at equal votes for a place, and none where there is no place left", () => {
    const personal = { B: 65, C: 200, E: 65 };
    expect(electPersons(election({ seats: 1, personal })).status).toBe("done");
    const given = election({ seats: 2, personal });
    expect(electPersons(given)).toMatchObject({
      lot: { among: ["B", "E"], about: { kind: "personalPlace", place: 2, votes: 65 } },
    });
    const { answer } = drawing(electPersons, given, (among) => among.at(-1));
    expect(answer.elected.map(({ candidate }) => candidate)).toEqual(["C", "E"]);
    expect(again(persons, answer.record)).toEqual(answer.record);
  });

  it("but not for whoever cannot be elected", () => {
    const given = election({ seats: 1, personal: { A: 100, D: 90 }, unavailable: ["A"] });
    expect(electedBy(given)).toEqual(["D 90"]);
    expect(qualifiedBy(given)).toEqual(["D"]);
  });

  it("a candidate on several lists has the personal votes of all of them", () => {
    expect(qualifiedBy(election({ personal: { B: 1000 } }))).toEqual(["B"]);
  });

  it.each([
    ["se.persons.riksdag@2014", 1300, 65],
    ["se.persons.riksdag@2014", 1301, 66],
    ["se.persons.riksdag@1998", 1300, 104],
    ["se.persons.region@2006", 1300, 100],
    ["se.persons.region@2006", 2040, 102],
    ["se.persons.municipality@2006", 800, 50],
    ["se.persons.municipality@2006", 1040, 52],
    ["se.persons.eu@2009", 1300, 65],
    ["se.persons.eu@2009", 1, 1],
  ] as const)("by %s: of %i votes %i are enough, one fewer is not", (rules, votes, bar) => {
    const given = (own: number) =>
      election({ rules, votes, seats: 1, personal: { A: own }, ballots: [pile(votes, "A")] });
    expect(qualifiedBy(given(bar))).toEqual(["A"]);
    if (bar > 1) expect(qualifiedBy(given(bar - 1))).toEqual([]);
    expect(qualifiedBy(given(0))).toEqual([]);
  });

  it("the bar of other elections stands in a section of its own", () => {
    const given = election({ rules: "se.persons.region@2006", personal: { A: 99 } });
    const { steps, elected } = done(electPersons(given));
    expect(steps[0]).toMatchObject({ least: 100, isMet: false, law: "VL 14:13" });
    expect(elected[0]).toMatchObject({ by: "order", number: "900" });
  });

  it("a party may fill all its seats by them, and then no order is made", () => {
    const { steps } = done(electPersons(election({ seats: 2, personal: { A: 100, D: 90 } })));
    expect(steps.map(({ kind }) => kind)).toEqual([
      "personalVotes",
      "personalVotes",
      "personalPlace",
      "personalPlace",
    ]);
  });
});
