import { describe, expect, it } from "vitest";
import { again, done, drawing } from "../answers.fixture.ts";
import { electPersons } from "./persons.ts";
import type { SubstitutesElection } from "./substitute-input.ts";
import { substitutes, substitutesCount } from "./substitutes.ts";

const rules = "se.persons.municipality@2006";

const pile = (votes: number, names: string) => ({ names: [...names], votes });

const member = (candidate: string, ...counted: ReadonlyArray<ReturnType<typeof pile>>) => ({
  candidate,
  counted,
});

const election = (more: Partial<SubstitutesElection>): SubstitutesElection => ({
  rules,
  seats: more.members?.length ?? 1,
  members: [],
  share: "1/2",
  ...more,
});

const substitutesIn = (given: SubstitutesElection) =>
  done(substitutes(given)).members.map(
    ({ candidate, substitutes }) => `${candidate}: ${substitutes.join("")}`,
  );

/** The members of each round of further counts, after how many they share a substitute with. */
const roundsIn = (given: SubstitutesElection) =>
  done(substitutes(given)).steps.flatMap((step) =>
    step.kind === "furtherCounts" ? [`${step.serving}: ${step.members.join("")}`] : [],
  );

/** Members in order, all on one list. */
const oneList = (names: string, seats: number) =>
  [...names].slice(0, seats).map((candidate) => member(candidate, pile(10, names)));

const numbered = (of: number) => Array.from({ length: of }, (_, at) => `${at}`.padStart(2, "0"));

describe("substitutes in a municipality's council", () => {
  it("are seven for a party with fourteen seats where the council has decided one half", () => {
    const names = numbered(30);
    const ballots = [{ names, votes: 900 }];
    const { elected } = done(electPersons({ rules, seats: 14, votes: 900, personal: {}, ballots }));
    const given = election({ seats: 14, members: elected });
    const { members, needed } = done(substitutes(given));
    expect(needed).toBe(7);
    expect(members.map(({ substitutes }) => substitutes)).toEqual(elected.map(() => names.slice(14, 21)));
    const all = numbered(14).join("");
    expect(roundsIn(given)).toEqual([3, 5, 7, 9, 11, 13].map((serving) => `${serving}: ${all}`));
  });

  it.each([
    ["1/2", 1, 1],
    ["1/2", 5, 3],
    ["50%", 6, 3],
    ["1/3", 4, 2],
    ["2/5", 6, 3],
    ["1/3", 6, 2],
    [0.1, 11, 2],
  ])("are by a share of %s of %i seats %i in all", (share, seats, needed) => {
    const { members, steps } = done(
      substitutes(election({ share, members: oneList("ABCDEFGHIJKLMNOPQ", seats) })),
    );
    expect(steps[0]).toMatchObject({ kind: "substitutesNeeded", seats, needed, law: "KL 5:8" });
    expect(members[0]?.substitutes).toHaveLength(Math.max(2, needed));
  });

  it("tell every step", () => {
    const given = election({ share: "1/2", members: oneList("ABCDEF", 3) });
    const law = "VL 14:16";
    expect(done(substitutes(given)).steps).toEqual([
      { kind: "substitutesNeeded", seats: 3, share: "1/2", needed: 2, law: "KL 5:8" },
      { kind: "substitute", member: "A", place: 1, to: "D", votes: 10, law },
      { kind: "substitute", member: "B", place: 1, to: "D", votes: 10, law },
      { kind: "substitute", member: "C", place: 1, to: "D", votes: 10, law },
      { kind: "furtherCounts", members: ["A", "B", "C"], serving: 3, law },
      { kind: "substitute", member: "A", place: 2, to: "E", votes: 10, law },
      { kind: "substitute", member: "B", place: 2, to: "E", votes: 10, law },
      { kind: "substitute", member: "C", place: 2, to: "E", votes: 10, law },
    ]);
  });

  it("one for each member first, though they are together more than decided", () => {
    const members = [member("A", pile(5, "AX")), member("B", pile(4, "BY")), member("C", pile(3, "CZ"))];
    expect(substitutesIn(election({ members }))).toEqual(["A: X", "B: Y", "C: Z"]);
    expect(roundsIn(election({ members }))).toEqual([]);
  });

  it("further ones only for members who share a substitute with three or more", () => {
    const members = [...oneList("ABCUVW", 3), member("D", pile(4, "DXY")), member("E", pile(3, "EXZ"))];
    const given = election({ seats: 9, members });
    expect(substitutesIn(given)).toEqual(["A: UV", "B: UV", "C: UV", "D: X", "E: X"]);
    expect(roundsIn(given)).toEqual(["3: ABC"]);
    expect(done(substitutes(given)).steps.at(-1)).toEqual({
      kind: "substitutesLacking",
      needed: 5,
      found: 3,
      law: "VL 14:16",
    });
  });

  it("then for members who share one with five or more, counting those of the rounds before", () => {
    const members = [
      ...["A", "B", "C"].map((one) => member(one, pile(5, `${one}UVW`))),
      ...["D", "E", "F"].map((one) => member(one, pile(4, `${one}XVZ`))),
    ];
    const given = election({ seats: 12, members });
    expect(roundsIn(given)).toEqual(["3: ABCDEF", "5: ABCDEF"]);
    expect(substitutesIn(given)).toEqual(["A: UVW", "B: UVW", "C: UVW", "D: XVZ", "E: XVZ", "F: XVZ"]);
  });

  it("no further ones once they are as many as decided", () => {
    expect(substitutesIn(election({ share: "1/5", members: oneList("ABCDEFGHIJKLMNO", 10) }))[0]).toBe(
      "A: KL",
    );
  });

  it("those over the bar of personal votes come first, for every member, in falling order", () => {
    const given = election({ members: oneList("ABCDEFGH", 4), qualified: { F: 60, G: 70, A: 90, E: 50 } });
    expect(substitutesIn(given)).toEqual(["A: GF", "B: GF", "C: GF", "D: GF"]);
    expect(done(substitutes(given)).steps.slice(1)).toEqual([
      {
        kind: "personalSubstitute",
        place: 1,
        to: "G",
        votes: 70,
        next: { candidate: "F", votes: 60 },
        law: "VL 14:16",
      },
      {
        kind: "personalSubstitute",
        place: 2,
        to: "F",
        votes: 60,
        next: { candidate: "E", votes: 50 },
        law: "VL 14:16",
      },
    ]);
  });

  it("then the ballots, for those that are still lacking", () => {
    const given = election({ members: oneList("ABCDEFGH", 3), qualified: { G: 70 } });
    expect(substitutesIn(given)).toEqual(["A: GD", "B: GD", "C: GD"]);
    const passedOver = { ...given, unavailable: ["D", "G"] };
    expect(substitutesIn(passedOver)).toEqual(["A: EF", "B: EF", "C: EF"]);
  });

  it("are told by lot at equal votes, personal or of a count", () => {
    const given = election({ members: oneList("ABCDEFGH", 2), qualified: { G: 70, H: 70 } });
    expect(substitutes(given)).toMatchObject({
      lot: { among: ["G", "H"], about: { kind: "personalSubstitute", place: 1, votes: 70 } },
    });
    const two = election({
      members: [member("A", pile(3, "AX"), pile(3, "AY")), member("B", pile(3, "BX"), pile(3, "BY"))],
    });
    const { answer, lots } = drawing(substitutes, two, (among) => among.at(-1));
    // both members share Y, so that the party has to have one more
    expect(answer.members.map(({ substitutes }) => substitutes.join(""))).toEqual(["YX", "YX"]);
    expect(lots.map(({ about }) => about)).toEqual([
      { kind: "substitute", member: "A", place: 1, votes: 3 },
      { kind: "substitute", member: "B", place: 1, votes: 3 },
    ]);
    expect(again(substitutesCount, answer.record)).toEqual(answer.record);
  });

  it("are at least two for every party, though the share gives one", () => {
    const given = election({ members: oneList("ABCD", 1) });
    expect(substitutesIn(given)).toEqual(["A: BC"]);
    expect(done(substitutes(given)).steps.slice(2)).toEqual([
      { kind: "furtherCounts", members: ["A"], law: "VL 14:17" },
      { kind: "substitute", member: "A", place: 2, to: "C", votes: 10, law: "VL 14:17" },
    ]);
    const personal = election({ members: oneList("ABCD", 1), qualified: { D: 60 } });
    expect(substitutesIn(personal)).toEqual(["A: DB"]);
  });

  it("are counted on for all members until the party has two", () => {
    const members = [member("A", pile(5, "AX")), member("B", pile(4, "BXY"))];
    expect(substitutesIn(election({ members }))).toEqual(["A: X", "B: XY"]);
    expect(roundsIn(election({ members }))).toEqual(["undefined: AB"]);
  });

  it("are one where the ballots name nobody else, and that is told", () => {
    const { members, steps } = done(substitutes(election({ members: oneList("AB", 1) })));
    expect(members).toEqual([{ candidate: "A", substitutes: ["B"] }]);
    expect(steps.slice(2)).toEqual([
      { kind: "furtherCounts", members: ["A"], law: "VL 14:17" },
      { kind: "substitutesLacking", needed: 2, found: 1, law: "VL 14:17" },
    ]);
  });

  it("are nobody where every name on the list is elected, but who is written in on a ballot with a member", () => {
    const list = pile(300, "ABCDEF");
    const withWrittenIn = [..."ABCDEF"].map((one) => member(one, list, pile(1, "ABCDEFX")));
    expect(substitutesIn(election({ members: withWrittenIn }))).toEqual(
      [..."ABCDEF"].map((one) => `${one}: X`),
    );
    // X has become a member after A; nobody is left to name
    const after = [..."BCDEF"].map((one) => member(one, list, pile(1, "ABCDEFX")));
    const given = election({
      seats: 6,
      members: [...after, member("X", pile(1, "ABCDEFX"))],
      unavailable: ["A"],
    });
    const { members, steps } = done(substitutes(given));
    expect(members.map(({ substitutes }) => substitutes)).toEqual([[], [], [], [], [], []]);
    expect(steps.slice(1)).toEqual([{ kind: "substitutesLacking", needed: 3, found: 0, law: "VL 14:16" }]);
  });
});
