import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { again, counted, done, drawing } from "../answers.fixture.ts";
import { electPersons } from "./persons.ts";
import type { SubstitutesElection } from "./substitute-input.ts";
import { substitutes, substitutesCount } from "./substitutes.ts";

const pile = (votes: number, names: string) => ({ names: [...names], votes });

const member = (candidate: string, ...counted: ReadonlyArray<ReturnType<typeof pile>>) => ({
  candidate,
  counted,
});

const election = (more: Partial<SubstitutesElection> = {}): SubstitutesElection => ({
  rules: "se.persons.riksdag@2014",
  seats: 1,
  members: [member("A", pile(60, "ABCD"), pile(40, "ADC"))],
  ...more,
});

/** "A: BCD" for each member. */
const substitutesIn = (given: SubstitutesElection) =>
  done(substitutes(given)).members.map(
    ({ candidate, substitutes }) => `${candidate}: ${substitutes.join("")}`,
  );

describe("substitutes for a member of the Riksdag", () => {
  it("come from the ballots that counted for the member, each a whole vote, at least three", () => {
    expect(substitutesIn(election())).toEqual(["A: BCD"]);
    const { steps, needed, record } = done(substitutes(election()));
    const law = "VL 14:14";
    expect(steps).toStrictEqual([
      { kind: "substitutesNeeded", seats: 1, needed: 3, law },
      {
        kind: "substitute",
        member: "A",
        place: 1,
        to: "B",
        votes: 60,
        next: { candidate: "D", votes: 40 },
        law,
      },
      {
        kind: "substitute",
        member: "A",
        place: 2,
        to: "C",
        votes: 60,
        next: { candidate: "D", votes: 40 },
        law,
      },
      { kind: "substitute", member: "A", place: 3, to: "D", votes: 100, law },
    ]);
    expect(needed).toBe(3);
    expect([record.kind, record.rules]).toEqual(["substitutes", "se.persons.riksdag@2014"]);
  });

  it("are as many as the party has seats in the constituency, where those are more than three", () => {
    const ballots = pile(9, "ABCDEFGHIJ");
    const members = [..."ABCDE"].map((candidate) => member(candidate, ballots));
    expect(substitutesIn(election({ seats: 5, members }))).toEqual(
      [..."ABCDE"].map((one) => `${one}: FGHIJ`),
    );
    // a seat that nobody fills counts too
    expect(substitutesIn(election({ seats: 5, members: members.slice(0, 4) }))[0]).toBe("A: EFGHI");
  });

  it("are at least fourteen each in a region where the party has fourteen seats in a constituency", () => {
    const names = Array.from({ length: 40 }, (_, at) => `${at}`);
    const ballots = [{ names, votes: 900 }];
    const rules = "se.persons.region@2006";
    const elected = done(electPersons({ rules, seats: 14, votes: 900, personal: {}, ballots })).elected;
    const { members, steps } = done(substitutes({ rules, seats: 14, members: elected }));
    expect(members.map(({ substitutes }) => substitutes)).toEqual(elected.map(() => names.slice(14, 28)));
    expect(new Set(steps.map((step) => "law" in step && step.law))).toEqual(new Set(["VL 14:15"]));
  });

  it("are never members, here or of another constituency, and never somebody who cannot be elected", () => {
    const members = [member("A", pile(9, "ABCDE")), member("C", pile(5, "CD"))];
    expect(substitutesIn(election({ seats: 2, members }))).toEqual(["A: BDE", "C: D"]);
    expect(substitutesIn(election({ seats: 2, members, unavailable: ["D"] }))).toEqual(["A: BE", "C: "]);
  });

  it("are told by lot at equal votes: their order is decided", () => {
    const given = election({ members: [member("A", pile(5, "AB"), pile(5, "AC"))] });
    expect(substitutes(given)).toMatchObject({
      status: "needsLot",
      lot: { among: ["B", "C"], about: { kind: "substitute", member: "A", place: 1, votes: 5 }, step: 1 },
    });
    const { answer } = drawing(substitutes, given, (among) => among.at(-1));
    expect(answer.members).toEqual([{ candidate: "A", substitutes: ["C", "B"] }]);
    expect(again(substitutesCount, answer.record)).toEqual(answer.record);
  });

  it("are fewer where the ballots name nobody else, and that is told", () => {
    const given = election({ members: [member("A", pile(9, "AB"))], reserve: "X" });
    const { members, steps } = done(substitutes(given));
    expect(members).toEqual([{ candidate: "A", substitutes: ["B"] }]);
    expect(steps.at(-1)).toEqual({
      kind: "substitutesLacking",
      member: "A",
      needed: 3,
      found: 1,
      law: "VL 14:14",
    });
  });

  it("are nobody but the one next in turn for a seat, where the ballots name nobody at all", () => {
    const given = election({ members: [member("A", pile(9, "A"))] });
    const lacking = done(substitutes(given));
    expect(lacking.members).toEqual([{ candidate: "A", substitutes: [] }]);
    expect(lacking.steps.at(-1)).toMatchObject({ kind: "substitutesLacking", member: "A", found: 0 });
    const { members, steps, record } = done(substitutes({ ...given, reserve: "X" }));
    expect(members).toEqual([{ candidate: "A", substitutes: ["X"] }]);
    expect(steps).toEqual([
      { kind: "substitutesNeeded", seats: 1, needed: 3, law: "VL 14:14" },
      { kind: "reserve", member: "A", to: "X", law: "VL 14:14" },
    ]);
    expect(again(substitutesCount, record)).toEqual(record);
  });

  it("follow the order of the ballot where a member has ballots of one kind", () => {
    const lists = fc.shuffledSubarray([..."BCDEFGH"]);
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 9 }), (names, seats) => {
        const members = [{ candidate: "A", counted: [{ names: ["A", ...names], votes: 3 }] }];
        const { result } = counted(substitutesCount, election({ seats, members }), () => undefined);
        expect(result.members[0]?.substitutes).toEqual(names.slice(0, Math.max(3, seats)));
      }),
    );
  });

  it("do not depend on the order or the portions of the ballots", () => {
    const piles = fc.array(
      fc.record({ names: fc.shuffledSubarray([..."BCDE"]), votes: fc.integer({ min: 0, max: 5 }) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(piles, (piles) => {
        const ballots = piles.map(({ names, votes }) => ({ names: ["A", ...names], votes }));
        const given = (counted: typeof ballots) => election({ members: [{ candidate: "A", counted }] });
        const { answer } = drawing(substitutes, given(ballots));
        const turned = ballots.toReversed().flatMap((one) => [
          { ...one, votes: Math.min(1, one.votes) },
          { ...one, votes: Math.max(0, one.votes - 1) },
        ]);
        expect(drawing(substitutes, given(turned)).answer.record).toEqual(answer.record);
      }),
    );
  });
});
