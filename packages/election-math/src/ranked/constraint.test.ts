import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../seats/answers.fixture.ts";
import { contest } from "./cast.fixture.ts";
import { type Constraint, isDoomed, isFeasible, isGuarded, type Settled } from "./constraint.ts";
import { countRanked } from "./count-ranked.ts";

const election = contest("abcd", ["3 ab", "2 c"], { rules: "scottish", seats: 2 });
const problems = (constraints: unknown, more: object = {}) =>
  problemsOf(countRanked, { ...election, constraints, ...more });

describe("constraints are refused", () => {
  it.each([
    [3, "constraints: not a list"],
    [{}, "constraints: not a list"],
    [[{ group: "g", members: ["a"] }], "constraints[0]: neither atLeast nor atMost"],
    [[{ group: "", members: ["a"], atLeast: 1 }], "constraints[0].group: empty"],
    [[{ members: ["a"], atLeast: 1 }], "constraints[0].group: not a text"],
    [[{ group: "g", atMost: 1 }], "constraints[0].members: not a list"],
    [[{ group: "g", members: ["a"], atLeast: -1 }], "constraints[0].atLeast: below 0"],
    [[{ group: "g", members: ["a"], atMost: 0.5 }], "constraints[0].atMost: not a whole number"],
    [[{ group: "g", members: ["a"], atLeast: null }], "constraints[0].atLeast: not a whole number"],
    [[{ group: "g", members: ["a", "b"], atLeast: 2, atMost: 1 }], "constraints[0].atMost: below atLeast"],
    [[{ group: "g", members: ["a", "e"], atMost: 1 }], "constraints[0].members[1]: not a candidate"],
    [[{ group: "g", members: ["a", 3], atMost: 1 }], "constraints[0].members[1]: not a candidate"],
    [[{ group: "g", members: ["a", "b", "a"], atMost: 1 }], "constraints[0].members[2]: a candidate twice"],
  ])("%j", (constraints, problem) => {
    expect(problems(constraints)).toEqual([problem]);
  });

  it("with all that is wrong with each", () => {
    expect(problems([null, { group: 3, members: ["e"], atLeast: "1" }])).toEqual([
      "constraints[0]: not an object",
      "constraints[0].members: not a list",
      "constraints[0]: neither atLeast nor atMost",
      "constraints[0].group: not a text",
      "constraints[1].members[0]: not a candidate",
      "constraints[1].atLeast: not a whole number",
      "constraints[1].group: not a text",
    ]);
  });

  it("but not where exactly so many are asked for", () => {
    expect(problems([{ group: "g", members: ["a", "b"], atLeast: 1, atMost: 1 }])).toEqual([]);
  });

  it("by a rule that has none, but for a list of none", () => {
    const one = [{ group: "g", members: ["a"], atLeast: 1 }];
    for (const rules of ["scottish", "wigm", "meek"]) expect(problems(one, { rules })).toEqual([]);
    for (const rules of [
      "ers97",
      "meek-nz",
      "schulze",
      "schulze-margins",
      "ranked-pairs",
      "borda",
      "approval",
    ]) {
      expect(problems(one, { rules })).toEqual(["constraints: given, though this rule has none"]);
      expect(problems([], { rules })).toEqual([]);
    }
    expect(problems(one, { rules: "irv", seats: 1 })).toEqual([
      "constraints: given, though this rule has none",
    ]);
  });

  it("where nobody who could be elected keeps to them", () => {
    const not = ["constraints: not to be kept by any who could be elected"];
    expect(problems([{ group: "g", members: ["a", "b"], atLeast: 3 }])).toEqual(not);
    expect(problems([{ group: "g", members: ["a", "b", "c"], atMost: 0 }])).toEqual(not);
    expect(problems([{ group: "g", members: ["a", "b", "c"], atMost: 1 }])).toEqual([]);
    const both = [
      { group: "g", members: ["a", "b"], atLeast: 2 },
      { group: "h", members: ["c", "d"], atLeast: 1 },
    ];
    expect(problems(both)).toEqual(not);
    expect(problems(both, { seats: 3 })).toEqual([]);
    // who withdrew cannot be elected
    expect(problems([{ group: "g", members: ["a", "b"], atLeast: 2 }], { withdrawn: ["a"] })).toEqual(not);
  });

  it("and are kept with the members in the order of the ballot paper", () => {
    const answer = countRanked({
      ...election,
      constraints: [{ group: "g", members: ["c", "a"], atLeast: 1 }],
    });
    expect(answer.status === "done" && answer.record.input.constraints).toEqual([
      { group: "g", members: ["a", "c"], atLeast: 1 },
    ]);
  });
});

const ids = ["a", "b", "c", "d", "e", "f", "g"];

/** Every choice of so many. */
const choices = (from: ReadonlyArray<string>, count: number): ReadonlyArray<ReadonlyArray<string>> => {
  if (count === 0) return [[]];
  return from.flatMap((one, at) => choices(from.slice(at + 1), count - 1).map((rest) => [one, ...rest]));
};

/** The choices that fill the open places and keep every constraint, found by trying them all. */
const completions = (constraints: ReadonlyArray<Constraint>, { elected, hopeful, seats }: Settled) =>
  seats < elected.length
    ? []
    : choices(hopeful, seats - elected.length).filter((rest) =>
        constraints.every(({ members, atLeast = 0, atMost = seats }) => {
          const count = [...elected, ...rest].filter((one) => members.includes(one)).length;
          return atLeast <= count && count <= atMost;
        }),
      );

const settled = fc
  .tuple(
    fc.shuffledSubarray(ids, { minLength: 1 }),
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 1, max: 5 }),
  )
  .map(([open, elected, seats]) => ({
    elected: open.slice(0, elected),
    hopeful: open.slice(elected),
    seats,
  }));
const bounds = fc.array(
  fc
    .record({
      members: fc.shuffledSubarray(ids),
      least: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      more: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
    })
    .map(({ members, least, more }): Constraint => {
      const atMost = more === undefined ? undefined : (least ?? 0) + more;
      return { group: "g", members, atLeast: least, atMost };
    }),
  { maxLength: 4 },
);

describe("whether constraints can still be kept", () => {
  it("is exact: as trying every choice of those who are left says, and so is who is guarded and who doomed", () => {
    let kept = 0;
    let guarded = 0;
    let doomed = 0;
    fc.assert(
      fc.property(bounds, settled, (constraints, open) => {
        const ways = completions(constraints, open);
        expect(isFeasible(constraints, open)).toBe(ways.length > 0);
        if (ways.length === 0) return;
        kept++;
        for (const one of open.hopeful) {
          const isInAll = ways.every((way) => way.includes(one));
          const isInNone = !ways.some((way) => way.includes(one));
          expect(isGuarded(constraints, open, one)).toBe(isInAll);
          expect(isDoomed(constraints, open, one)).toBe(isInNone);
          guarded += Number(isInAll);
          doomed += Number(isInNone);
        }
      }),
      { numRuns: 1500 },
    );
    // the choices tried say something
    expect(Math.min(kept, guarded, doomed)).toBeGreaterThan(100);
  });

  it("is seen where groups cross and each constraint alone would let everybody go (Hill, 1998)", () => {
    const constraints = [
      { group: "women", members: ["c", "d", "e"], atLeast: 2 },
      { group: "from the north", members: ["a", "b", "e"], atLeast: 2 },
    ];
    const open = { elected: [], hopeful: ["a", "b", "c", "d", "e"], seats: 3 };
    expect(open.hopeful.filter((one) => isGuarded(constraints, open, one))).toEqual(["e"]);
    expect(isFeasible(constraints, { ...open, hopeful: ["a", "b", "c", "d"] })).toBe(false);
  });

  it("is seen where rows, columns and the whole taken one by one do not show it", () => {
    // three by three groups; so many are elected of each already, and so many are left
    const elected = { ac: 1, ba: 1 };
    const hopeful = { aa: 1, ab: 2, ac: 2, ba: 1, ca: 1, cc: 2 };
    const people = (numbers: Readonly<Record<string, number>>) =>
      Object.entries(numbers).flatMap(([cell, count]) =>
        Array.from({ length: count }, (_, at) => `${cell}${at}`),
      );
    const open = {
      elected: people(elected).map((one) => `elected ${one}`),
      hopeful: people(hopeful),
      seats: 6,
    };
    const of = (name: string, at: number, atLeast: number, atMost: number): Constraint => ({
      group: name,
      members: [...open.elected, ...open.hopeful].filter((one) => one.at(at) === name),
      atLeast,
      atMost,
    });
    const constraints = [
      of("a", -3, 0, 2),
      of("b", -3, 0, 2),
      of("c", -3, 2, 4),
      of("a", -2, 2, 2),
      of("b", -2, 0, 2),
      of("c", -2, 3, 4),
    ];
    const settledBy = (isSettled: typeof isGuarded) =>
      open.hopeful.filter((one) => isSettled(constraints, open, one));
    expect(settledBy(isDoomed)).toContain("aa0");
    expect(settledBy(isGuarded)).toEqual(expect.arrayContaining(["cc0", "cc1"]));
    expect(completions(constraints, open).length).toBeGreaterThan(1);
  });

  it("is quickly seen for many candidates in many groups", () => {
    const many = Array.from({ length: 60 }, (_, number) => `${number}`);
    const groups = [2, 3, 5, 7].map(
      (every, at): Constraint => ({
        group: `${every}`,
        members: many.filter((one) => Number(one) % every === 0),
        atLeast: 6 - at,
        atMost: 9 - at,
      }),
    );
    const open = { elected: [], hopeful: many, seats: 12 };
    expect(isFeasible(groups, open)).toBe(true);
    expect(isFeasible([...groups, { group: "x", members: many.slice(0, 30), atLeast: 13 }], open)).toBe(
      false,
    );
  });
});
