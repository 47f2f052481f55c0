import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blt } from "./blt/write.ts";
import { problemsOf } from "./refused.fixture.ts";
import { merged, numbered } from "./reshape.ts";
import { sumOfWeights, weightOf } from "./weight.ts";

const good = {
  title: "Board",
  seats: 1,
  candidates: [
    { id: "1", name: "A" },
    { id: "2", name: "B" },
  ],
  withdrawn: [],
  ballots: [{ ranking: [["1"], ["2"]], weight: 1 }],
};

const ballot = (wrong: object) => ({ ballots: [good.ballots[0], { ...good.ballots[0], ...wrong }] });
const notWeight =
  "neither a whole number above 0 nor a decimal above 0 as text, of at most 15 digits before and after the point";

describe("a ballot file that is none is refused, every field of it named", () => {
  it.each([
    [{ title: "" }, ["title: empty"]],
    [{ title: 3 }, ["title: not a text"]],
    [{ seats: 0 }, ["seats: below 1"]],
    [{ seats: "1" }, ["seats: not a whole number"]],
    [{ seats: 3 }, ["seats: more than the candidates"]],
    [{ seats: 2 }, []],
    [
      { candidates: {}, ballots: [] },
      ["candidates: not a list", "candidates: nobody", "seats: more than the candidates"],
    ],
    [
      { candidates: [good.candidates[0], 2] },
      [
        "candidates[1]: not an object",
        "candidates[1].id: not a text",
        "candidates[1].name: not a text",
        "ballots[0].ranking[1]: somebody who is no candidate",
      ],
    ],
    [{ candidates: [...good.candidates, { id: "1", name: "C" }] }, ["candidates[2].id: another candidate's"]],
    [{ candidates: [...good.candidates, { id: "3", name: "C", party: "" }] }, ["candidates[2].party: empty"]],
    [{ withdrawn: undefined }, ["withdrawn: not a list"]],
    [{ withdrawn: ["3"] }, ["withdrawn: somebody who is no candidate"]],
    [{ withdrawn: [2] }, ["withdrawn: somebody who is no candidate"]],
    [{ withdrawn: ["2", "2"] }, ["withdrawn: somebody named before"]],
    [{ tieOrder: ["2"] }, ["tieOrder: not all candidates"]],
    [{ tieOrder: ["2", "2"] }, ["tieOrder: somebody named before"]],
    [{ tieOrder: "12" }, ["tieOrder: not a list", "tieOrder: not all candidates"]],
    [{ ballots: "none" }, ["ballots: not a list"]],
    [
      { ballots: [null] },
      ["ballots[0]: not an object", `ballots[0].weight: ${notWeight}`, "ballots[0].ranking: not a list"],
    ],
    [ballot({ ranking: [["1"], ["3"]] }), ["ballots[1].ranking[1]: somebody who is no candidate"]],
    [ballot({ ranking: [["1"], ["__proto__"]] }), ["ballots[1].ranking[1]: somebody who is no candidate"]],
    [ballot({ ranking: [["1"], ["2", "1"]] }), ["ballots[1].ranking[1]: somebody named before"]],
    [
      ballot({ ranking: [["1"], ["1"], ["2"], ["2"]] }),
      ["ballots[1].ranking[1]: somebody named before", "ballots[1].ranking[3]: somebody named before"],
    ],
    [
      ballot({ ranking: ["1", "2"] }),
      ["ballots[1].ranking[0]: not a list", "ballots[1].ranking[1]: not a list"],
    ],
    [ballot({ ranking: [[], ["1"], []] }), ["ballots[1].ranking: ends with an empty rank"]],
    [ballot({ ranking: [[], ["1"]] }), []],
    [ballot({ weight: 0 }), [`ballots[1].weight: ${notWeight}`]],
    [ballot({ weight: "0.00" }), [`ballots[1].weight: ${notWeight}`]],
    [ballot({ weight: -1 }), [`ballots[1].weight: ${notWeight}`]],
    [ballot({ weight: 0.5 }), [`ballots[1].weight: ${notWeight}`]],
    [ballot({ weight: 1e21 }), [`ballots[1].weight: ${notWeight}`]],
    [ballot({ weight: "1/2" }), [`ballots[1].weight: ${notWeight}`]],
    [ballot({ weight: true }), [`ballots[1].weight: ${notWeight}`]],
    [ballot({ id: "" }), ["ballots[1].id: empty"]],
    [
      {
        ballots: [
          { ...good.ballots[0], id: "a" },
          { ...good.ballots[0], id: "a" },
        ],
      },
      ["ballots[1].id: another ballot's"],
    ],
  ])("%j", (wrong, problems) => {
    // @ts-expect-error every one is wrong in its own way
    expect(problemsOf(() => blt({ ...good, ...wrong }))).toEqual(problems);
  });

  it("what is no object at all is told as such, by everything that takes a file", () => {
    for (const take of [blt, merged, numbered])
      expect(problemsOf(() => take(JSON.parse("null")))).toEqual([
        "file: not an object",
        "candidates: not a list",
        "candidates: nobody",
        "withdrawn: not a list",
        "ballots: not a list",
      ]);
  });
});

describe("a weight", () => {
  it.each([
    [1, 1],
    ["1", 1],
    ["007", 7],
    ["1.0", 1],
    ["0.50", "0.5"],
    ["00.5", "0.5"],
    ["10.100", "10.1"],
    [999999999999999, 999999999999999],
    [1000000000000000, undefined],
    ["0.0000000000000001", undefined],
    ["0.000000000000001", "0.000000000000001"],
    ["1.", undefined],
    [" 1", undefined],
    ["1\n", undefined],
    ["+1", undefined],
    [0, undefined],
    [1.5, undefined],
    [[1], undefined],
  ])("%j is %j", (given, weight) => {
    expect(weightOf(given)).toBe(weight);
  });

  it("adds up exactly, above what a number holds too", () => {
    expect(sumOfWeights("0.1", "0.2")).toBe("0.3");
    expect(sumOfWeights("0.5", "1.5")).toBe(2);
    expect(sumOfWeights("0.000000000000001", 3)).toBe("3.000000000000001");
    expect(sumOfWeights(Number.MAX_SAFE_INTEGER, 2)).toBe("9007199254740993");
    expect(sumOfWeights(Number.MAX_SAFE_INTEGER, "0.5")).toBe("9007199254740991.5");
    expect(sumOfWeights("9007199254740993", "0.5")).toBe("9007199254740993.5");
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.nat(10 ** 9), (a, b) => {
        const tenths = (n: number) => weightOf(`${Math.floor(n / 10)}.${n % 10}`) ?? 0;
        expect(sumOfWeights(tenths(a), tenths(b))).toBe(tenths(a + b));
      }),
    );
  });
});

describe("a file reshaped", () => {
  const file = {
    title: "Board",
    seats: 2,
    candidates: [
      { id: "anna", name: "Anna", party: "X" },
      { id: "1", name: "Bo" },
      { id: "__proto__", name: "Cia" },
    ],
    withdrawn: ["__proto__"],
    tieOrder: ["1", "__proto__", "anna"],
    ballots: [
      { ranking: [["1", "anna"], [], ["__proto__"]], weight: 2, id: "a" },
      { ranking: [["1"]], weight: "0.5" },
      { ranking: [["anna", "1"], [], ["__proto__"]], weight: "1.25" },
      { ranking: [["1"], ["anna"]], weight: 1 },
      { ranking: [["1"]], weight: "0.5" },
      { ranking: [], weight: 1 },
    ],
  };

  it("numbers its candidates in their order", () => {
    expect(numbered(file)).toEqual({
      title: "Board",
      seats: 2,
      candidates: [
        { id: "1", name: "Anna", party: "X" },
        { id: "2", name: "Bo" },
        { id: "3", name: "Cia" },
      ],
      withdrawn: ["3"],
      tieOrder: ["2", "3", "1"],
      ballots: [
        { ranking: [["2", "1"], [], ["3"]], weight: 2, id: "a" },
        { ranking: [["2"]], weight: "0.5" },
        { ranking: [["2", "1"].reverse(), [], ["3"]], weight: "1.25" },
        { ranking: [["2"], ["1"]], weight: 1 },
        { ranking: [["2"]], weight: "0.5" },
        { ranking: [], weight: 1 },
      ],
    });
    const { tieOrder: _, ...without } = file;
    expect(numbered(without)).not.toHaveProperty("tieOrder");
  });

  it("has each ranking once, with the weights of its ballots added up", () => {
    const { ballots, ...rest } = merged(file);
    expect(ballots).toEqual([
      { ranking: [["1", "anna"], [], ["__proto__"]], weight: "3.25" },
      { ranking: [["1"]], weight: 1 },
      { ranking: [["1"], ["anna"]], weight: 1 },
      { ranking: [], weight: 1 },
    ]);
    expect({ ...rest, ballots: file.ballots }).toEqual(file);
  });
});
