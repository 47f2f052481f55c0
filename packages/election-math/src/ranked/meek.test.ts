import { describe, expect, it } from "vitest";
import { drawing } from "../seats/answers.fixture.ts";
import { contest, counted, lotOn, stepsOf, tiesOf, winners } from "./cast.fixture.ts";
import { countRanked } from "./count-ranked.ts";

const by = (candidates: string, papers: ReadonlyArray<string>, seats: number) =>
  counted(candidates, papers, { rules: "meek", seats });
const rounds = (answer: Parameters<typeof stepsOf>[0]) => stepsOf(answer, "keepRound");

describe("Meek's method", () => {
  it("lets the elected keep so much of every paper that they have the quota, and passes the rest on", () => {
    const { steps, elected, quota } = by("abc", ["8 ab", "3 b", "1 c"], 2);
    expect(steps).toStrictEqual([
      { kind: "papers", valid: 12, blank: 0 },
      {
        kind: "keepRound",
        stage: 1,
        round: 1,
        quota: "4.000000001",
        votes: { a: "8.000000000", b: "3.000000000", c: "1.000000000" },
        keep: {},
        nonTransferable: "0.000000000",
        surplus: "0.000000000",
      },
      { kind: "elected", stage: 1, candidate: "a", votes: "8.000000000", why: "quota" },
      {
        kind: "keepRound",
        stage: 2,
        round: 3,
        quota: "4.000000001",
        votes: { a: "4.000000008", b: "6.999999992", c: "1.000000000" },
        keep: { a: "0.500000001" },
        nonTransferable: "0.000000000",
        surplus: "0.000000007",
      },
      { kind: "elected", stage: 2, candidate: "b", votes: "6.999999992", why: "quota" },
    ]);
    expect([elected, quota]).toEqual([["a", "b"], "4.000000001"]);
  });

  it("counts papers that name nobody more out of the quota, until both have settled", () => {
    // a keeps k of its 8 papers where 8 k = (4 + 8 k) ÷ 3: a quarter, and the quota is 2
    const answer = by("abc", ["8 a", "3 b", "1 c"], 2);
    const last = rounds(answer).at(-1);
    expect(Math.abs(Number(last?.quota) - 2)).toBeLessThan(1e-6);
    expect(Math.abs(Number(last?.keep.a) - 0.25)).toBeLessThan(1e-6);
    expect(Math.abs(Number(last?.nonTransferable) - 6)).toBeLessThan(1e-5);
    expect(Number(last?.surplus)).toBeLessThanOrEqual(1e-6);
    expect(answer.elected).toEqual(["a", "b"]);
  });

  it("passes papers back to nobody who was elected, but down through all of them", () => {
    // both a and b keep a part of the papers that name both; c gets the rest of either
    const answer = by("abcd", ["9 abc", "9 bac", "2 c", "4 d"], 3);
    expect(stepsOf(answer, "elected").map(({ candidate }) => candidate)).toEqual(["a", "b", "c"]);
    const last = rounds(answer).at(-1);
    // each keeps k of what it has first and k of what the other leaves: 9 k (2 - k) = 6
    const keep = 1 - Math.sqrt(1 - 6 / 9);
    expect(Math.abs(Number(last?.keep.a) - keep)).toBeLessThan(1e-6);
    expect(Math.abs(Number(last?.votes.c) - (2 + 18 * (1 - keep) ** 2))).toBeLessThan(1e-5);
  });

  it("excludes the lowest where nobody has the quota, as if they had never stood", () => {
    const answer = by("abcd", ["5 ab", "4 b", "3 cb", "2 dc"], 2);
    expect(stepsOf(answer, "keepExclusion")[0]).toEqual({
      kind: "keepExclusion",
      round: 3,
      excluded: [{ candidate: "d", votes: "2.000000000" }],
      why: "lowest",
    });
    // the paper "dc" counts for c from its first name, and d has no line any more
    expect(rounds(answer).at(-1)?.votes).toEqual(expect.not.objectContaining({ d: expect.anything() }));
    expect(answer.elected).toEqual(["a", "c"]);
  });

  it("elects all who have the quota at once, most votes first, and at last whoever is left", () => {
    expect(by("abc", ["5 a", "6 b", "1 c"], 2).elected).toEqual(["b", "a"]);
    const { elected, steps, quota } = by("abc", ["1 a", "5 b"], 3);
    expect([elected, quota]).toEqual([["b", "a", "c"], "1.500000001"]);
    expect(stepsOf({ steps }, "elected")).toMatchObject([
      { candidate: "b", votes: "5.000000000", why: "quota" },
      { candidate: "a", votes: "1.000000000", why: "remaining" },
      { candidate: "c", votes: "0.000000000", why: "remaining" },
    ]);
  });

  it("tells equal votes apart by earlier stages, and asks for a lot where none does", () => {
    const tied = ["4 ab", "3 b", "2 cd", "2 d"];
    const two = { rules: "meek", seats: 2 } as const;
    const about = { kind: "excluded", stage: 2, votes: "2.000000000" } as const;
    expect(winners("abcd", tied, two)).toMatchObject({ among: ["c", "d"], about });
    const elected = (drawn: string) => winners("abcd", tied, { ...two, lots: [lotOn("cd", drawn, about)] });
    expect([elected("c"), elected("d")]).toEqual(["ad", "ab"]);
    const earlier = by("abcde", ["9 a", "8 b", "4 c", "3 d", "1 ed"], 1);
    expect(tiesOf(earlier)).toEqual([{ kind: "earlierStage", among: ["c", "d"], taken: "d", stage: 1 }]);
  });
});

describe("Meek's method with candidates ranked equal", () => {
  it("shares the paper among them, and what cannot be shared is nobody's", () => {
    const [first] = rounds(by("abc", ["2 (abc)", "1 (ab)c", "3 a"], 1));
    expect(first).toMatchObject({
      votes: { a: "4.166666666", b: "1.166666666", c: "0.666666666" },
      nonTransferable: "0.000000002",
    });
  });

  it("lets the elected among them keep less, and the others the more", () => {
    // a is elected with 10; of the 4 papers it keeps k ÷ 2, and b the rest
    const answer = by("abc", ["8 ac", "4 (ab)", "2 b", "1 c"], 2);
    const [, second] = rounds(answer);
    const keep = Number(second?.keep.a);
    expect(Math.abs(Number(second?.votes.a) - (8 * keep + 2 * keep))).toBeLessThan(1e-6);
    expect(Math.abs(Number(second?.votes.b) - (2 + 4 - 2 * keep))).toBeLessThan(1e-6);
    expect(Math.abs(Number(second?.votes.c) - (1 + 8 * (1 - keep)))).toBeLessThan(1e-6);
  });

  it("goes on to the next rank where all of the equal are elected, and past the excluded", () => {
    const papers = ["6 (ab)c", "4 a", "4 b", "1 c", "2 d"];
    const answer = by("abcd", papers, 3);
    expect(answer.elected).toEqual(["a", "b", "c"]);
    // d is excluded first; the papers that ranked it equal with a are then a's
    const gone = by("abcd", ["5 (ad)b", "4 b", "4 c", "1 a"], 1);
    expect(stepsOf(gone, "keepExclusion")[0]?.excluded).toEqual([{ candidate: "d", votes: "2.500000000" }]);
    expect(rounds(gone)[1]?.votes).toEqual({ a: "6.000000000", b: "4.000000000", c: "4.000000000" });
    const withdrawn = counted("abcd", ["5 (ad)b", "4 b", "4 c", "1 a"], {
      rules: "meek",
      seats: 1,
      withdrawn: ["d"],
    });
    expect(rounds(withdrawn)[0]?.votes).toEqual(rounds(gone)[1]?.votes);
  });
});

describe("Meek's method ends", () => {
  it.each([1, 2, 7, 10, 1000, 1_000_000, 9_007_199])(
    "where %i papers name one candidate alone, for two places and more",
    (weight) => {
      for (const seats of [2, 3]) {
        const given = contest("abcd", [`${weight} a`], { rules: "meek", seats });
        const { answer } = drawing(countRanked, given);
        expect(answer.elected).toHaveLength(seats);
        expect(answer.elected[0]).toBe("a");
        // every keep value of the record is that of its votes
        for (const { votes, keep } of rounds(answer))
          if (keep.a !== undefined)
            expect(BigInt(digits(votes.a))).toBe(BigInt(weight) * BigInt(digits(keep.a)));
      }
    },
  );

  it.each([
    ["abcde", ["1 b", "1 da"], 4],
    ["abcdef", ["2 fac", "1000000 d"], 5],
    ["abcdefg", ["3 ce"], 6],
    ["abcdefg", ["5 (gc)f", "1 (dc)e", "1000 gbc", "36 cdg"], 6],
  ] as const)("where of %s so few are named: %j", (candidates, papers, seats) => {
    const { answer } = drawing(countRanked, contest(candidates, papers, { rules: "meek", seats }));
    expect(new Set(answer.elected).size).toBe(seats);
    expect(Math.max(...rounds(answer).map(({ round }) => round))).toBeLessThan(300);
  });

  it("where papers name only who withdrew", () => {
    const given = contest("abcd", ["9 a"], { rules: "meek", seats: 2, withdrawn: ["a"] });
    const { answer } = drawing(countRanked, given, (among) => among.at(-1));
    expect(stepsOf(answer, "papers")).toEqual([{ kind: "papers", valid: 0, blank: 9 }]);
    expect(answer.elected).toEqual(["b", "c"]);
  });

  it("and is exact to the last unit for as many papers as it takes", () => {
    const papers = ["4503599 ab", "2251800 b", "2251800 cb"];
    const [first] = rounds(by("abcd", papers, 2));
    expect(first).toMatchObject({
      quota: "3002399.666666667",
      votes: { a: "4503599.000000000", b: "2251800.000000000", c: "2251800.000000000" },
      nonTransferable: "0.000000000",
    });
  });
});

const digits = (decimals: string | undefined): string => (decimals ?? "").replace(".", "");
