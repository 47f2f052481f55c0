import { describe, expect, it } from "vitest";
import { drawing } from "../seats/answers.fixture.ts";
import { contest, counted, lotOn, stepsOf, tiesOf, winners } from "./cast.fixture.ts";
import { countRanked } from "./count-ranked.ts";
import { pairName, pairOf } from "./pairwise.ts";

/** Everybody compared with everybody goes round: a beats b, b beats c, c beats a. */
const circle = ["4 abc", "3 bca", "2 cab"];
const paths = (answer: Parameters<typeof stepsOf>[0]) =>
  stepsOf(answer, "strongestPaths").flatMap(({ paths }) =>
    paths.map(({ from, to, strength }) => `${from}${to} ${strength}`),
  );
const pairs = (answer: Parameters<typeof stepsOf>[0]) =>
  stepsOf(answer, "pairwise").flatMap(({ pairs }) =>
    pairs.map(({ candidate, over, votes, against }) => `${candidate}${over} ${votes}-${against}`),
  );

describe.each(["schulze", "schulze-margins", "ranked-pairs"] as const)(
  "comparing every pair, by %s",
  (rules) => {
    it("puts above all who is not on a paper those who are, and equals above nobody of them", () => {
      const answer = counted("abcd", ["3 a", "2 b", "1 (ab)c", "2 cd"], { rules, seats: 2 });
      expect(answer.steps.slice(0, 2)).toStrictEqual([
        { kind: "papers", valid: 8, blank: 0 },
        {
          kind: "pairwise",
          pairs: [
            { candidate: "a", over: "b", votes: 3, against: 2 },
            { candidate: "a", over: "c", votes: 4, against: 2 },
            { candidate: "a", over: "d", votes: 4, against: 2 },
            { candidate: "b", over: "c", votes: 3, against: 2 },
            { candidate: "b", over: "d", votes: 3, against: 2 },
            { candidate: "c", over: "d", votes: 3, against: 0 },
          ],
        },
      ]);
      expect(answer.elected).toEqual(["a", "b"]);
      expect(answer.ranking).toEqual([["a"], ["b"], ["c"], ["d"]]);
      expect(answer.steps.slice(-2)).toStrictEqual([
        { kind: "placed", place: 1, candidate: "a" },
        { kind: "placed", place: 2, candidate: "b" },
      ]);
    });

    it("elects who beats everybody, though others have more first preferences", () => {
      expect(winners("abc", ["5 abc", "2 bac", "1 bca", "4 cba"], { rules, seats: 1 })).toBe("b");
    });

    it("tells each pair once, the one with more papers first, and of equals the first on the ballot paper", () => {
      expect(pairs(counted("abc", ["2 ba", "1 cb", "1 a"], { rules, seats: 3 }))).toEqual([
        "ba 3-1",
        "ac 3-1",
        "bc 2-1",
      ]);
      expect(pairs(counted("ab", ["2 ba", "2 ab"], { rules, seats: 2 }))).toEqual(["ab 2-2"]);
    });

    it("leaves out who withdrew, and papers that name nobody else", () => {
      const answer = counted("abc", ["5 a", "3 bc", "2 ac"], { rules, seats: 1, withdrawn: ["a"] });
      expect(pairs(answer)).toEqual(["bc 3-2"]);
      expect(stepsOf(answer, "papers")).toEqual([{ kind: "papers", valid: 5, blank: 5 }]);
      expect(answer.ranking).toEqual([["b"], ["c"]]);
    });

    it("ranks together those whom nothing tells apart, and asks for a lot only where places run out among them", () => {
      const level = ["1 (ab)c"];
      expect(counted("abc", level, { rules, seats: 2 })).toMatchObject({
        elected: ["a", "b"],
        ranking: [["a", "b"], ["c"]],
      });
      const about = { kind: "electedFirst", stage: 1, votes: "" } as const;
      expect(winners("abc", level, { rules, seats: 1 })).toMatchObject({ among: ["a", "b"], about });
      expect(winners("abc", level, { rules, seats: 1, lots: [lotOn("ab", "b", about)] })).toBe("b");
      // the second layer is stage 2
      expect(winners("abc", ["1 a"], { rules, seats: 2 })).toMatchObject({
        among: ["b", "c"],
        about: { ...about, stage: 2 },
      });
      const three = drawing(countRanked, contest("abcd", ["1 (abc)d"], { rules, seats: 2 }), (among) =>
        among.at(-1),
      );
      expect(three.answer.elected).toEqual(["c", "b"]);
    });
  },
);

describe("Schulze's method", () => {
  it("follows the strongest paths: a to c by way of b is as strong as its weaker victory", () => {
    const answer = counted("abc", circle, { rules: "schulze", seats: 1 });
    expect(paths(answer)).toEqual(["ab 6", "ac 6", "ba 5", "bc 7", "ca 5", "cb 5"]);
    expect(answer).toMatchObject({ elected: ["a"], ranking: [["a"], ["b"], ["c"]] });
  });

  it("by margins counts by how many more a victory was won", () => {
    const answer = counted("abc", circle, { rules: "schulze-margins", seats: 1 });
    expect(paths(answer)).toEqual(["ab 3", "ac 3", "ba 1", "bc 5", "ca 1", "cb 1"]);
    expect(answer.elected).toEqual(["a"]);
  });

  it("may elect others by margins than by winning votes, where papers are short", () => {
    // round in a circle: by winning votes b over c is the weakest victory, by margins a over b
    const papers = ["4 bc", "1 ca", "1 c", "4 a"];
    const by = (rules: "schulze" | "schulze-margins") => counted("abc", papers, { rules, seats: 1 });
    expect(pairs(by("schulze"))).toEqual(["ab 5-4", "ca 6-4", "bc 4-2"]);
    expect(by("schulze").elected).toEqual(["c"]);
    expect(by("schulze-margins").elected).toEqual(["b"]);
  });

  it("counts no tie as a victory, and leads nowhere where there are none", () => {
    const answer = counted("ab", ["2 ab", "2 ba"], { rules: "schulze", seats: 2 });
    expect(paths(answer)).toEqual([]);
    expect(answer.ranking).toEqual([["a", "b"]]);
  });

  it("goes by way of as many as it takes", () => {
    // a beats b, b beats c, c beats d and d beats a; the pairs across are won by c over a, and level b and d
    const answer = counted("abcd", ["3 abcd", "2 bcda", "2 cdab", "2 dabc"], { rules: "schulze", seats: 1 });
    expect(paths(answer)).toContain("ad 7");
    expect(answer.elected).toEqual(["a"]);
  });
});

describe("the name of a pair in a lot", () => {
  it.each([
    ["a", "b"],
    ['a "quoted", name]', "\\"],
  ])("says who beats whom: %s, %s", (winner, loser) => {
    expect(pairOf(pairName(winner, loser))).toEqual([winner, loser]);
  });

  it.each([
    "a",
    "",
    "[",
    '["a"]',
    '["a","b","c"]',
    '["a",2]',
    '["a","b"',
    'x["a","b"]',
    '{"a":"b"}',
    '["\\x","b"]',
  ])("is not %j", (name) => {
    expect(pairOf(name)).toBeUndefined();
  });
});

describe("ranked pairs", () => {
  const one = { rules: "ranked-pairs", seats: 1 } as const;

  it("lock the victories from the strongest down, but for those that close a circle", () => {
    const answer = counted("abc", circle, { ...one, seats: 3 });
    expect(answer.steps.slice(2)).toStrictEqual([
      { kind: "locked", candidate: "b", over: "c", margin: 5 },
      { kind: "locked", candidate: "a", over: "b", margin: 3 },
      { kind: "skipped", candidate: "c", over: "a", margin: 1 },
      { kind: "placed", place: 1, candidate: "a" },
      { kind: "placed", place: 2, candidate: "b" },
      { kind: "placed", place: 3, candidate: "c" },
    ]);
    expect(answer.ranking).toEqual([["a"], ["b"], ["c"]]);
  });

  it("lock equal victories together where no circle comes of it", () => {
    const answer = counted("abc", ["2 abc"], { ...one, seats: 3 });
    expect(stepsOf(answer, "locked").map(({ candidate, over }) => candidate + over)).toEqual([
      "ab",
      "ac",
      "bc",
    ]);
    expect(tiesOf(answer)).toEqual([]);
  });

  it("ask for a lot on which of equal victories comes first where they would close a circle", () => {
    const even = ["3 abc", "3 bca", "3 cab"];
    const about = { kind: "lockedFirst", stage: 1, votes: "3" } as const;
    const among = ['["a","b"]', '["b","c"]', '["c","a"]'];
    expect(winners("abc", even, one)).toEqual({ among, about, step: 2 });
    const { answer, lots } = drawing(countRanked, contest("abc", even, one), (among) => among.at(-1));
    // c over a is locked, then b over c; a over b would close the circle
    expect(lots.map(({ among }) => among.length)).toEqual([3, 2]);
    expect(
      stepsOf(answer, "locked", "skipped").map(({ kind, candidate, over }) => `${kind} ${candidate}${over}`),
    ).toEqual(["locked ca", "locked bc", "skipped ab"]);
    expect(answer.elected).toEqual(["b"]);
  });

  it("ask for no lot on a circle among those whom all of the elected beat: the first on the ballot paper is locked", () => {
    const answer = counted("abcd", ["3 abcd", "3 acdb", "3 adbc"], one);
    expect(answer.elected).toEqual(["a"]);
    expect(tiesOf(answer)).toEqual([
      { kind: "idleTie", among: ['["b","c"]', '["c","d"]', '["d","b"]'], taken: '["b","c"]' },
      { kind: "idleTie", among: ['["c","d"]', '["d","b"]'], taken: '["c","d"]' },
    ]);
    expect(answer.ranking).toEqual([["a"], ["b"], ["c"], ["d"]]);
  });

  it("and by the order of the ballot paper whatever the names are", () => {
    const answer = counted("dcba", ["3 abcd", "3 acdb", "3 adbc"], one);
    expect(tiesOf(answer).map(({ kind, among }) => [kind, ...among])).toEqual([
      ["idleTie", '["d","b"]', '["c","d"]', '["b","c"]'],
      ["idleTie", '["c","d"]', '["b","c"]'],
    ]);
    expect(answer.ranking).toEqual([["a"], ["c"], ["d"], ["b"]]);
  });

  it("ask where one of a circle is level with whoever beats the others of it", () => {
    const papers = ["1 acbd", "1 dbac", "1 adbc", "1 cbad", "1 bcad", "1 dabc", "1 cdab", "1 bacd"];
    const answer = winners("abcd", [...papers, "1 dbac", "1 cadb"], one);
    expect(answer).toMatchObject({ among: ['["b","c"]', '["c","d"]', '["d","b"]'] });
  });

  it("but ask where one of that circle has a place", () => {
    const papers = ["3 abcd", "3 acdb", "3 adbc"];
    const among = ['["b","c"]', '["c","d"]', '["d","b"]'];
    expect(winners("abcd", papers, { ...one, seats: 2 })).toMatchObject({ among });
  });

  it("lock at once what closes no circle in any order, and ask only about the others", () => {
    // d loses to everybody by as much as each loses in the circle
    const answer = winners("abcd", ["3 abcd", "3 bcad", "3 cabd", "6 d"], one);
    expect(answer).toMatchObject({ among: ['["a","b"]', '["b","c"]', '["c","a"]'] });
  });

  it("ask about the circle of those who may be elected alone, where another is as strong", () => {
    const [first, second] = [
      ["abc", "bca", "cab"],
      ["def", "efd", "fde"],
    ];
    const papers = first.flatMap((upper, at) => [`3 ${upper}${second[at]}`]);
    expect(winners("abcdef", papers, one)).toMatchObject({ among: ['["a","b"]', '["b","c"]', '["c","a"]'] });
  });
});
