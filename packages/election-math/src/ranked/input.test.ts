import { describe, expect, it } from "vitest";
import { done, problemsOf } from "../seats/answers.fixture.ts";
import { counted } from "./cast.fixture.ts";
import { countRanked } from "./count-ranked.ts";
import type { RankedElection } from "./input.ts";
import { type RankedRulesId, rankedRules } from "./rules.ts";

const election = {
  rules: "scottish",
  candidates: ["a", "b", "c"],
  seats: 2,
  ballots: [{ ranking: [["a"], ["b"]] }],
} as const;

/** What is wrong with that election once some of it is otherwise. */
const problems = (otherwise: object) => problemsOf(countRanked, { ...election, ...otherwise });
const problemsOfPapers = (...ballots: ReadonlyArray<unknown>) => problems({ ballots });
const rules = Object.keys(rankedRules) as ReadonlyArray<RankedRulesId>;

describe("an election that cannot be counted is refused", () => {
  it("where it is none at all", () => {
    for (const nothing of [undefined, null, 3, "election", []])
      expect(problemsOf(countRanked, nothing)).toEqual(["input: not an object"]);
    expect(problemsOf(countRanked, {})).toEqual([
      "rules: not a rule this package knows",
      "candidates: not a list",
      "candidates: none",
      "seats: not a whole number",
      "ballots: not a list",
    ]);
  });

  it.each(["Scottish", "toString", "__proto__", "", 3, null, ["irv"]])("by a rule %j", (rules) => {
    expect(problems({ rules })).toEqual(["rules: not a rule this package knows"]);
  });

  it("by the candidates: not texts, without an id, without a name, or twice", () => {
    const candidates = [
      "a",
      "b",
      "",
      3,
      null,
      { id: "a" },
      { id: "d", name: "" },
      { id: 4, name: 5 },
      ["c"],
      {},
    ];
    expect(problems({ candidates, ballots: election.ballots })).toEqual([
      "candidates[2]: empty",
      "candidates[3]: not a text",
      "candidates[4]: not a text",
      "candidates[6].name: empty",
      "candidates[7].id: not a text",
      "candidates[7].name: not a text",
      "candidates[8]: not a text",
      "candidates[9].id: not a text",
      "candidates[5]: an id used before",
    ]);
  });

  it("where there are more candidates than there are numbers to tell equal votes apart", () => {
    const candidates = Array.from({ length: 10_001 }, (_, number) => `${number}`);
    const more = { rules: "meek-nz", ballots: [{ ranking: [["7"]] }], seats: 1 };
    expect(problems({ ...more, candidates })).toEqual(["candidates: more than 10000"]);
    expect(problems({ ...more, candidates: candidates.slice(1) })).toEqual([]);
  });

  it.each([
    [0, "below 1"],
    [-1, "below 1"],
    [1.5, "not a whole number"],
    [Number.NaN, "not a whole number"],
    ["2", "not a whole number"],
    [2n, "not a whole number"],
    [4, "more than candidates"],
  ])("with %s places", (seats, problem) => {
    expect(problems({ seats })).toEqual([`seats: ${problem}`]);
  });

  it("with more places than there are candidates once some have withdrawn, but not with as many", () => {
    expect(problems({ seats: 2, withdrawn: ["c"] })).toEqual([]);
    expect(problems({ seats: 3, withdrawn: [] })).toEqual([]);
    expect(problems({ seats: 3, withdrawn: ["c"] })).toEqual(["seats: more than candidates"]);
    expect(problems({ seats: 1, withdrawn: ["a", "b", "c"] })).toEqual(["seats: more than candidates"]);
  });

  it("with several places by the one rule that elects one", () => {
    for (const id of rules)
      expect(problems({ rules: id })).toEqual(
        id === "irv" ? ["seats: more than one, which this rule elects"] : [],
      );
    expect(problems({ rules: "irv", seats: 1 })).toEqual([]);
  });

  it("where somebody withdrew who does not stand, or twice", () => {
    const withdrawn = ["c", "d", "c", 3, null];
    expect(problems({ seats: 1, withdrawn })).toEqual([
      "withdrawn[1]: not a candidate",
      "withdrawn[2]: a candidate twice",
      "withdrawn[3]: not a candidate",
      "withdrawn[4]: not a candidate",
    ]);
    expect(problems({ withdrawn: "c" })).toEqual(["withdrawn: not a list"]);
  });

  it("with all of it told at once, and nothing of what was written", () => {
    const wrong = {
      rules: "secret",
      candidates: ["a", "a"],
      seats: 9,
      withdrawn: ["secret"],
      constraints: [{ group: "g", members: ["secret"], atLeast: 1 }],
      ballots: [{ ranking: [["secret"]], weight: -4 }],
    };
    const told = problemsOf(countRanked, wrong);
    expect(told).toEqual([
      "rules: not a rule this package knows",
      "candidates[1]: an id used before",
      "withdrawn[0]: not a candidate",
      "seats: more than candidates",
      "constraints[0].members[0]: not a candidate",
      "ballots[0].ranking[0][0]: not a candidate",
      "ballots[0].weight: below 1",
    ]);
    expect(told.join()).not.toContain("secret");
  });
});

describe("papers that cannot be counted are refused", () => {
  it.each([
    [{}, "ballots[0].ranking: not a list"],
    [{ ranking: "ab" }, "ballots[0].ranking: not a list"],
    [{ ranking: ["a", ["b"]] }, "ballots[0].ranking[0]: not a list"],
    [{ ranking: [["a"], []] }, "ballots[0].ranking[1]: empty"],
    [{ ranking: [["a"], ["d"]] }, "ballots[0].ranking[1][0]: not a candidate"],
    [{ ranking: [["a"], [0]] }, "ballots[0].ranking[1][0]: not a candidate"],
    [{ ranking: [["toString"]] }, "ballots[0].ranking[0][0]: not a candidate"],
    [
      { ranking: [["a"], ["b"], ["a"]] },
      "ballots[0].ranking[2][0]: a candidate ranked before on the same paper",
    ],
    [{ ranking: [["a"]], weight: 0 }, "ballots[0].weight: below 1"],
    [{ ranking: [["a"]], weight: 0.5 }, "ballots[0].weight: not a whole number"],
    [{ ranking: [["a"]], weight: "1" }, "ballots[0].weight: not a whole number"],
    [{ ranking: [["a"]], weight: null }, "ballots[0].weight: not a whole number"],
    [{ ranking: [["a"]], weight: 2 ** 53 }, "ballots[0].weight: above 2^53 - 1"],
    ["1 a", "ballots[0]: not a paper"],
    ["1: a", "ballots[0]: not a paper"],
    ["1: 4", "ballots[0]: a candidate that does not stand"],
    ["1: 1,2,1", "ballots[0]: a candidate twice"],
    ["0: 1", "ballots[0]: a weight that is not a whole number from 1"],
  ])("%j", (ballot, problem) => {
    expect(problemsOfPapers(ballot, { ranking: [["b"]] })).toEqual([problem]);
  });

  it.each([null, 3, ["a"]])("%j", (ballot) => {
    expect(problemsOfPapers(ballot)).toEqual(["ballots[0]: not an object"]);
  });

  it("each by its place, all at once, as far down as they are wrong", () => {
    expect(
      problemsOfPapers(
        { ranking: [["x", "a", "a"], []], weight: 0 },
        "2: 1",
        "2: 9",
        { ranking: [["a"], ["b"]] },
        { ranking: [["b"], ["b"]] },
      ),
    ).toEqual([
      "ballots[0].ranking[0]: candidates ranked equal, which this rule does not have",
      "ballots[0].ranking[0][0]: not a candidate",
      "ballots[0].ranking[0][2]: a candidate ranked before on the same paper",
      "ballots[0].ranking[1]: empty",
      "ballots[0].weight: below 1",
      "ballots[2]: a candidate that does not stand",
      "ballots[4].ranking[1][0]: a candidate ranked before on the same paper",
    ]);
  });

  it("with candidates ranked equal, where the rule has none", () => {
    const have: ReadonlyArray<RankedRulesId> = [
      "meek",
      "schulze",
      "schulze-margins",
      "ranked-pairs",
      "borda",
      "approval",
    ];
    for (const id of rules) {
      const equal = { rules: id, seats: 1 };
      const problem = "candidates ranked equal, which this rule does not have";
      const hasNone = !have.includes(id);
      expect(problems({ ...equal, ballots: [{ ranking: [["a"], ["b", "c"]] }] })).toEqual(
        hasNone ? [`ballots[0].ranking[1]: ${problem}`] : [],
      );
      expect(problems({ ...equal, ballots: ["1: 1,{2,3}"] })).toEqual(
        hasNone ? [`ballots[0]: ${problem}`] : [],
      );
    }
  });

  it("where nobody voted, or nobody ranked anybody", () => {
    expect(problemsOfPapers()).toEqual(["ballots: none that ranks a candidate"]);
    expect(problemsOfPapers({ ranking: [] }, "3: ")).toEqual(["ballots: none that ranks a candidate"]);
    expect(problemsOfPapers({ ranking: [] }, "3: 1")).toEqual([]);
  });

  it("where they are more than a rule's decimals are exact for", () => {
    for (const id of rules) {
      const most = id === "meek" || id === "meek-nz" ? 9_007_199 : 1_000_000_000;
      const papers = (rest: number) => ({
        rules: id,
        seats: 1,
        ballots: [{ ranking: [["a"]], weight: most - 2 }, "1: 2", { ranking: [], weight: rest }],
      });
      expect(problems(papers(1))).toEqual([]);
      expect(problems(papers(2))).toEqual([`ballots: more than ${most} papers`]);
    }
  });

  it("are not counted at all where one of them is wrong", () => {
    expect(problems({ ballots: "1: 1" })).toEqual(["ballots: not a list"]);
    // nor is it told beside them that nobody was ranked
    expect(problemsOfPapers({ ranking: [["d"]] })).toEqual(["ballots[0].ranking[0][0]: not a candidate"]);
  });
});

describe("what a record keeps of an election", () => {
  it("candidates with the names they have, papers merged and in order, nothing that was not given", () => {
    const { record } = done(
      countRanked({
        rules: "schulze",
        candidates: ["a", { id: "b", name: "Bo" }, { id: "c" }],
        seats: 1,
        ballots: [
          { ranking: [["b", "a"]] },
          { ranking: [["c"], ["a"]], weight: 2 },
          "3: 3,1",
          { ranking: [["c"]] },
        ],
      }),
    );
    expect(record.input).toStrictEqual({
      rules: "schulze",
      candidates: [{ id: "a" }, { id: "b", name: "Bo" }, { id: "c" }],
      seats: 1,
      ballots: ["1: {2,1}", "1: 3", "5: 3,1"],
    });
    expect([record.kind, record.rules]).toEqual(["ranked", "schulze"]);
  });

  it("who withdrew in the order of the ballot paper; empty lists are as none", () => {
    const more = { rules: "scottish", seats: 1 } as const;
    const { record } = counted("abcd", ["1 a"], { ...more, withdrawn: ["d", "b"], constraints: [] });
    expect(record.input.withdrawn).toEqual(["b", "d"]);
    expect(record.input).not.toHaveProperty("constraints");
    const none = counted("abcd", ["1 a"], { ...more, withdrawn: [] }).record;
    expect(none.input).not.toHaveProperty("withdrawn");
    expect(none).toEqual(counted("abcd", ["1 a"], more).record);
  });

  it("ids of any text, also those that objects have of their own", () => {
    const ids = ["__proto__", "constructor", "1", "å"];
    const given: RankedElection = {
      rules: "scottish",
      candidates: ids,
      seats: 3,
      withdrawn: ["1"],
      ballots: ids.map((id, at) => ({
        ranking: [[id], ["__proto__"]].slice(0, at === 0 ? 1 : 2),
        weight: 4 - at,
      })),
    };
    const answer = done(countRanked(given));
    expect(answer.elected).toEqual(["__proto__", "constructor", "å"]);
    expect(answer.steps.find(({ kind }) => kind === "firstPreferences")).toMatchObject({
      votes: Object.fromEntries([
        ["__proto__", "6.00000"],
        ["constructor", "3.00000"],
        ["å", "1.00000"],
      ]),
    });
  });

  it("does not change with what the caller does to the input afterwards", () => {
    const ballots = [{ ranking: [["a"], ["b"]], weight: 3 }, { ranking: [["b"]] }];
    const given = { ...election, seats: 1, ballots };
    const before = done(countRanked(given));
    ballots[0] = { ranking: [["c"]], weight: 9 };
    ballots[1]?.ranking[0]?.splice(0, 1, "c");
    expect(before.record.input.ballots).toEqual(["3: 1,2", "1: 2"]);
    expect(done(countRanked(given)).elected).toEqual(["c"]);
    // nor with what is done to the lines of an earlier record
    const lines = before.record.input.ballots as Array<string>;
    lines[0] = "9: 3";
    expect(done(countRanked({ ...before.record.input })).elected).toEqual(["c"]);
  });
});
