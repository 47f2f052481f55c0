import { describe, expect, it } from "vitest";
import { again, drawing } from "../seats/answers.fixture.ts";
import { contest, stepsOf } from "./cast.fixture.ts";
import { countRanked, ranked } from "./count-ranked.ts";
import type { RankedElection } from "./input.ts";
import { type RankedRulesId, rankedRules } from "./rules.ts";

const rules = Object.keys(rankedRules) as ReadonlyArray<RankedRulesId>;
const several = rules.filter((id) => rankedRules[id].electsSeveral);

/** Who is elected, lots falling on the first in order. */
const elected = (election: RankedElection) => drawing(countRanked, election).answer.elected;

describe("whatever rule is counted by", () => {
  it.each(rules)("%s elects a single candidate", (id) => {
    expect(elected(contest("a", ["3 a"], { rules: id, seats: 1 }))).toEqual(["a"]);
    expect(elected(contest("ab", ["3 a"], { rules: id, seats: 1, withdrawn: ["a"] }))).toEqual(["b"]);
  });

  it.each(rules)("%s elects who is first on every paper", (id) => {
    expect(elected(contest("abc", ["3 b"], { rules: id, seats: 1 }))).toEqual(["b"]);
  });

  it.each(several)("%s elects everybody where all but as many as places have withdrawn", (id) => {
    const given = contest("abcde", ["5 abc", "2 d", "1 e"], {
      rules: id,
      seats: 2,
      withdrawn: ["a", "c", "d"],
    });
    expect(elected(given).toSorted()).toEqual(["b", "e"]);
  });

  it.each(several)(
    "%s fills every place though fewer have votes, and though every paper ends early",
    (id) => {
      const few = elected(contest("abcde", ["5 a", "1 b"], { rules: id, seats: 4 }));
      expect(new Set(few).size).toBe(4);
      expect(few).toEqual(expect.arrayContaining(["a", "b"]));
      expect(elected(contest("abc", ["6 a", "3 b", "2 c"], { rules: id, seats: 2 })).toSorted()).toEqual([
        "a",
        "b",
      ]);
    },
  );

  it.each(rules)("%s leaves out who withdrew as if they had never stood", (id) => {
    const without = (withdrawn: ReadonlyArray<string>, candidates: string, papers: ReadonlyArray<string>) => {
      const { answer } = drawing(
        countRanked,
        contest(candidates, papers, { rules: id, seats: 1, withdrawn }),
      );
      // New Zealand's numbers for ties are made for all who were nominated
      return answer.steps.filter(({ kind }) => kind !== "tieNumbers");
    };
    expect(without(["x", "y"], "axbyc", ["3 xab", "2 byc", "4 cxb", "1 yx"])).toEqual(
      without([], "abc", ["3 ab", "2 bc", "4 cb"]).map((step) =>
        step.kind === "papers" ? { ...step, blank: 1 } : step,
      ),
    );
  });

  it.each(rules)("%s counts papers that are alike as well merged as one by one, in any order", (id) => {
    const merged = contest("abcd", ["3 abc", "2 bcd", "2 cad", "1 dab"], { rules: id, seats: 1 });
    const single = contest("abcd", ["1 cad", "2 abc", "1 bcd", "1 dab", "1 cad", "1 abc", "1 bcd"], {
      rules: id,
      seats: 1,
    });
    expect(drawing(countRanked, single).answer.record).toEqual(drawing(countRanked, merged).answer.record);
  });

  it.each(rules)(
    "%s makes a record that is the same after a way through a file, and can be counted again",
    (id) => {
      const given = contest("abcde", ["3 abc", "3 bca", "3 cab", "1 d"], {
        rules: id,
        seats: 1,
        withdrawn: ["e"],
      });
      const { answer, lots } = drawing(countRanked, given, (among) => among.at(-1));
      const read = JSON.parse(JSON.stringify(answer.record));
      expect(read).toEqual(answer.record);
      expect(again(ranked, read)).toEqual(answer.record);
      expect(answer.record.rules).toBe(id);
      expect(answer.record.lots).toEqual(lots);
      expect(answer.record.result.elected).toEqual(answer.elected);
    },
  );

  it.each(rules)("%s is given the lines of a record as well as papers", (id) => {
    const papers = contest("abcd", ["3 abc", "2 bca", "4 c"], { rules: id, seats: 1 });
    const lines = { ...papers, ballots: ["2: 2,3,1", "4: 3", "3: 1,2,3"] };
    expect(drawing(countRanked, lines).answer).toEqual(drawing(countRanked, papers).answer);
  });

  it.each(rules)("%s tells how many papers counted and how many were blank", (id) => {
    const given = contest("ab", ["3 a", "2 ba"], { rules: id, seats: 1 });
    const answer = countRanked({ ...given, ballots: [...given.ballots, { ranking: [], weight: 4 }, "1: "] });
    expect(stepsOf(answer, "papers")).toEqual([{ kind: "papers", valid: 5, blank: 5 }]);
    expect(answer).toMatchObject({ elected: ["a"] });
  });
});

describe("what the rules can", () => {
  it("is told for each", () => {
    const those = (can: "hasEqualRanks" | "hasConstraints" | "electsSeveral") =>
      rules.filter((id) => rankedRules[id][can]);
    expect(rules).toEqual([
      "scottish",
      "wigm",
      "ers97",
      "meek",
      "meek-nz",
      "irv",
      "schulze",
      "schulze-margins",
      "ranked-pairs",
      "borda",
      "approval",
    ]);
    expect(those("hasConstraints")).toEqual(["scottish", "wigm", "meek"]);
    expect(those("electsSeveral")).toEqual(rules.filter((id) => id !== "irv"));
    expect(those("hasEqualRanks")).toEqual(["meek", ...rules.slice(6)]);
  });
});
