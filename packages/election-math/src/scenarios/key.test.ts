import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../exact/canonical.ts";
import { Checks, InvalidInput } from "../input.ts";
import { minimalWinning } from "./coalition.ts";
import { type Distinctions, readDistinctions } from "./distinctions.ts";
import { keyOf } from "./key.ts";
import { mostWords, Outcome } from "./outcome.ts";
import { Signatures } from "./signatures.ts";

const problemsOf = (...given: ReadonlyArray<unknown>): ReadonlyArray<string> => {
  try {
    // what a caller in JavaScript may hand in
    keyOf(...(given as Parameters<typeof keyOf>));
  } catch (error) {
    if (error instanceof InvalidInput)
      return error.problems.map(({ field, problem }) => `${field}: ${problem}`);
    throw error;
  }
  return [];
};

describe("the key of an outcome", () => {
  const seats = { A: 100, B: 90, C: 60, D: 50, E: 49, F: 0 };
  const distinctions: Distinctions = {
    blocs: [
      { id: "left", parties: ["A", "C"] },
      { id: "right", parties: ["B", "D", "E"] },
      { id: "middle", parties: ["C", "D"], against: ["A", "F"] },
    ],
    own: { party: "E", bands: [1, 20, 49, 60] },
  };

  it("has the parties over the bar, the coalitions, the blocs and one's own band", () => {
    expect(keyOf({ A: 40, B: 39, C: 20, D: 0 }, distinctionsOf("C", [1, 20, 30]))).toEqual({
      parts: {
        over: ["A", "B", "C"],
        minimalWinning: [
          ["A", "B"],
          ["A", "C"],
          ["B", "C"],
        ],
        blocs: {},
        own: { party: "C", atLeast: 20, below: 30 },
      },
      key: expect.any(String),
    });
    const { key, parts } = keyOf(seats, distinctions);
    expect(key).toBe(canonicalJson(parts));
    expect(parts.blocs).toEqual({ left: "neither", right: "majority", middle: "toleration" });
    expect(parts.own).toEqual({ party: "E", atLeast: 49, below: 60 });
    expect(parts.minimalWinning).toEqual(minimalWinning({ seats }));
  });

  it("tells the bands apart at their bounds, the first from 0, the last without end", () => {
    const band = (own: number) => keyOf({ A: 100, C: own }, distinctionsOf("C", [1, 15, 20])).parts.own;
    expect(band(0)).toEqual({ party: "C", atLeast: 0, below: 1 });
    expect(band(1)).toEqual({ party: "C", atLeast: 1, below: 15 });
    expect(band(14)).toEqual({ party: "C", atLeast: 1, below: 15 });
    expect(band(15)).toEqual({ party: "C", atLeast: 15, below: 20 });
    expect(band(20)).toEqual({ party: "C", atLeast: 20 });
    expect(keyOf({ A: 1 }, distinctionsOf("A", [])).parts.own).toStrictEqual({ party: "A", atLeast: 0 });
  });

  it("has a bloc tolerated that fewer than a majority are against: everybody else, or those named", () => {
    const standing = (A: number, B: number, C: number, against?: ReadonlyArray<string>) =>
      keyOf({ A, B, C }, { blocs: [{ id: "a", parties: ["A"], against }] }).parts.blocs.a;
    expect(standing(174, 100, 75)).toBe("neither");
    expect(standing(174, 175, 0, ["B"])).toBe("neither");
    expect(standing(100, 174, 75, ["B"])).toBe("toleration");
    expect(standing(1, 174, 174, [])).toBe("toleration");
    expect(standing(175, 174, 0)).toBe("majority");
    // of an even number of seats half is no majority, and half against is none either
    expect(standing(50, 50, 0)).toBe("toleration");
  });

  it("takes those with seats to be over the bar where nothing else is said", () => {
    expect(keyOf(seats).parts.over).toEqual(["A", "B", "C", "D", "E"]);
    expect(keyOf(seats, {}, ["F", "A"]).parts.over).toEqual(["A", "F"]);
    expect(keyOf(seats, {}, []).parts.over).toEqual([]);
    expect(keyOf({ B: 3, OTHER: 0, A: 1 }).parts.over).toEqual(["A", "B"]);
  });

  it("leaves coalitions out where they make no difference", () => {
    expect(keyOf(seats, { coalitions: false }).parts).toEqual({ over: ["A", "B", "C", "D", "E"], blocs: {} });
    expect(keyOf(seats, { coalitions: true })).toEqual(keyOf(seats, {}));
  });

  it("is the same in whatever order parties come, and of any ids", () => {
    expect(keyOf({ B: 2, A: 1 })).toEqual(keyOf({ A: 1, B: 2 }));
    const odd = Object.fromEntries([
      ["__proto__", 3],
      ["9", 2],
      ["10", 1],
    ]);
    const { parts } = keyOf(odd, { blocs: [{ id: "__proto__", parties: ["10", "9"] }] });
    expect(parts.over).toEqual(["10", "9", "__proto__"]);
    expect(Object.entries(parts.blocs)).toEqual([["__proto__", "toleration"]]);
  });

  it("is the same exactly where the words of the fast path are", () => {
    const parties = ["A", "B", "C", "D", "E"];
    const distinctions: Distinctions = {
      blocs: [
        { id: "x", parties: ["A", "C"] },
        { id: "y", parties: ["B"], against: ["A"] },
      ],
      own: { party: "E", bands: [2, 5] },
    };
    for (const coalitions of [true, false]) {
      const checked = readDistinctions({ ...distinctions, coalitions }, parties, parties, new Checks());
      const outcome = new Outcome(checked);
      const words = new Uint32Array(mostWords(checked));
      const signatures = new Signatures();
      const known = new Map<number, string>();
      const seats = fc.array(fc.nat(6), { minLength: 5, maxLength: 5 });
      fc.assert(
        fc.property(seats, fc.nat(31), (own, over) => {
          fc.pre(own.some((one) => one > 0));
          outcome.read([9, ...own], 1, over);
          const length = outcome.signature(words);
          expect(length).toBeLessThanOrEqual(words.length);
          const id = signatures.idOf(words, length);
          const { key } = keyOf(
            Object.fromEntries(parties.map((party, p) => [party, own[p] ?? 0])),
            { ...distinctions, coalitions },
            parties.filter((_, p) => ((over >> p) & 1) === 1),
          );
          expect(known.get(id) ?? key).toBe(key);
          known.set(id, key);
          expect(new Set(known.values()).size).toBe(known.size);
        }),
        { numRuns: 500 },
      );
    }
  });

  it("is refused where a name is unknown", () => {
    expect(problemsOf({ A: 1, B: -1 }, distinctionsOf("X", [1]), ["A", "Y"])).toEqual([
      "seats.B: below 0",
      "distinctions.own.party: not a party that gets seats",
      "over[1]: not a party that gets seats",
    ]);
    expect(problemsOf({})).toEqual(["seats: none"]);
    expect(problemsOf({ A: 1 }, { coalitions: 1, blocs: 2, own: 3 })).toEqual([
      "distinctions.coalitions: neither true nor false",
      "distinctions.blocs: not a list",
      "distinctions.own: not an object",
      "distinctions.own.party: not a party that gets seats",
      "distinctions.own.bands: not a list",
    ]);
    expect(problemsOf({ A: 1 }, null)).toEqual(["distinctions: not an object"]);
    expect(problemsOf({ A: 1, OTHER: 0 }, distinctionsOf("OTHER", [0, 3, 3, 2]), ["OTHER"])).toEqual([
      "distinctions.own.party: not a party that gets seats",
      "distinctions.own.bands[0]: below 1",
      "distinctions.own.bands[2]: not above the one before",
      "distinctions.own.bands[3]: not above the one before",
      "over[0]: not a party that gets seats",
    ]);
    const many = Object.fromEntries(Array.from({ length: 17 }, (_, p) => [`P${p}`, p === 0 ? 1 : 0]));
    expect(problemsOf(many)).toEqual(["seats: more than 16 parties"]);
    const { P16: _, ...sixteen } = many;
    expect(problemsOf({ ...sixteen, OTHER: 0 })).toEqual([]);
  });

  it("is refused where a bloc is none", () => {
    const blocs = [
      { id: "a", parties: ["A", "X"], against: ["A", "B", "Y"] },
      { id: "a", parties: [] },
      { id: "", parties: ["B", "B"] },
      5,
    ];
    expect(problemsOf({ A: 1, B: 1 }, { blocs })).toEqual([
      "distinctions.blocs[0].parties[1]: not a party that gets seats",
      "distinctions.blocs[0].against[2]: not a party that gets seats",
      "distinctions.blocs[0].against[0]: one of the bloc itself",
      "distinctions.blocs[1].id: used before",
      "distinctions.blocs[1].parties: none",
      "distinctions.blocs[2].id: empty",
      "distinctions.blocs[2].parties[1]: named before",
      "distinctions.blocs[3]: not an object",
      "distinctions.blocs[3].id: not a text",
      "distinctions.blocs[3].parties: not a list",
    ]);
  });
});

const distinctionsOf = (party: string, bands: ReadonlyArray<number>): Distinctions => ({
  own: { party, bands },
});
