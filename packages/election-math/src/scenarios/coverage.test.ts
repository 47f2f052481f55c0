import { describe, expect, it } from "vitest";
import type { Chunk } from "./chunk.ts";
import { chunkOf, type Draw, draws, preparation } from "./coverage.fixture.ts";
import { coverage } from "./coverage.ts";
import { keyOf } from "./key.ts";
import { region } from "./model.fixture.ts";
import type { Preparation } from "./preparation.ts";
import { sample } from "./sample.ts";

describe("coverage", () => {
  const whole = () => coverage([chunkOf(draws)], preparation);

  it("says what it counted", () => {
    const [first, second] = [
      chunkOf(draws.slice(0, 5), { lots: 2, uncounted: 1 }),
      chunkOf(draws.slice(5), { index: 1, lots: 3, uncounted: 2 }),
    ];
    const answer = coverage([first, second], preparation);
    expect(answer).toMatchObject({ draws: 8, lots: 5, uncounted: 3, effectiveDraws: 8 });
    expect(answer.source).toEqual({ generator: "by hand", seed: 1, model: "none", strata: 0 });
    // two with A alone and C from 10, two with C, one of nothing, B alone
    expect(answer.keys).toBe(5);
  });

  it("is the mass of the outcomes that a response meets, with its error", () => {
    const answer = whole();
    expect(answer.covered).toEqual({ mass: 0.5, error: expect.closeTo(1.96 * Math.sqrt(0.25 / 8), 12) });
    expect(answer.byResponse).toEqual({
      "A alone": { mass: 0.25, error: expect.closeTo(1.96 * Math.sqrt((0.25 * 0.75) / 8), 12) },
      "with C": { mass: 0.25, error: expect.any(Number) },
      "B great": { mass: 0.125, error: expect.any(Number) },
      "C gone": { mass: 0, error: 3 / 8 },
    });
  });

  it("lists what no response meets by key, the most likely first, with the first such outcome", () => {
    const answer = whole();
    expect(answer.uncovered.map(({ mass, example }) => [mass, example])).toEqual([
      [0.375, { A: 45, B: 46, C: 9 }],
      [0.125, { A: 49, B: 51, C: 0 }],
    ]);
    for (const { key, parts, example } of answer.uncovered)
      expect({ key, parts }).toEqual(keyOf(example, preparation.distinctions, ["A", "B", "C"]));
    expect(answer.uncovered[0]?.error).toBeCloseTo(1.96 * Math.sqrt((0.375 * 0.625) / 8), 12);
  });

  it("lists equally likely keys in order of their texts, however they come", () => {
    const equal: ReadonlyArray<Draw> = [
      [1, 1, 1],
      [50, 1, 1],
      [1, 50, 1],
      [1, 1, 50],
    ];
    const keys = (of: ReadonlyArray<Draw>) =>
      coverage([chunkOf(of)], { responses: [] }).uncovered.map(({ key }) => key);
    expect(keys(equal)).toEqual([...keys(equal)].sort());
    expect(keys([...equal].reverse())).toEqual(keys(equal));
  });

  it("names the response that is nearest to it: the fewest plain parts, the first of equals", () => {
    const answer = whole();
    expect(answer.uncovered.map(({ nearest }) => nearest)).toEqual([
      { response: "A alone", missing: 1 },
      { response: "A alone", missing: 1 },
    ]);
    const two = {
      id: "two",
      when: {
        all: [
          { party: "A", atLeast: 99 },
          { party: "B", atLeast: 99 },
        ],
      },
    };
    const one = { id: "one", when: { party: "A", atLeast: 98 } };
    const [first] = coverage([chunkOf([[1, 1, 1]])], { responses: [two, one] }).uncovered;
    expect(first?.nearest).toEqual({ response: "one", missing: 1 });
  });

  it("lists the sets of responses that meet one outcome, and the responses nothing needs", () => {
    const answer = whole();
    expect(answer.overlaps).toEqual([
      { responses: ["with C", "B great"], mass: 0.125, error: expect.any(Number) },
    ]);
    expect(answer.unused).toEqual(["C gone"]);
    const all = { party: "A", atLeast: 0 };
    const more = coverage(
      [
        chunkOf([
          [60, 30, 10],
          [1, 2, 3],
          [2, 1, 3],
          [9, 9, 9, 0b011],
        ]),
      ],
      {
        ...preparation,
        responses: [...preparation.responses, { id: "always", when: all }],
      },
    );
    expect(more.overlaps.map(({ responses, mass }) => [responses, mass])).toEqual([
      [["A alone", "always"], 0.25],
      [["C gone", "always"], 0.25],
    ]);
    const three = coverage(
      [chunkOf([...draws.slice(3), [61, 1, 1, 0b011], [1, 61, 1, 0b011], [1, 62, 1, 0b011]])],
      preparation,
    );
    expect(three.overlaps.map(({ responses, mass }) => [responses, mass])).toEqual([
      [["B great", "C gone"], 0.25],
      [["A alone", "C gone"], 0.125],
      [["with C", "B great"], 0.125],
    ]);
    expect(more.covered.mass).toBe(1);
    expect(more.byResponse.always?.mass).toBe(1);
    expect(more.uncovered).toEqual([]);
  });

  it("estimates the mass of keys that were never seen by those seen once", () => {
    const answer = whole();
    expect(answer.unseen).toMatchObject({ mass: 0.375, singletons: 3 });
    const again = coverage([chunkOf([...draws, ...draws])], preparation);
    expect(again.unseen).toMatchObject({ mass: 0, singletons: 0 });
    expect(again.unseen.error).toBeGreaterThan(0.1);
  });

  it("is 0 without responses, and everything is listed", () => {
    const none = coverage([chunkOf(draws)], { responses: [] });
    expect(none.covered.mass).toBe(0);
    expect(none.uncovered.reduce((sum, { mass }) => sum + mass, 0)).toBeCloseTo(1, 12);
    expect(none.uncovered[0]).not.toHaveProperty("nearest");
    expect([none.unused, none.overlaps, none.byResponse]).toEqual([[], [], {}]);
  });

  it("weighs draws by their branch", () => {
    const stratified = coverage(
      [
        chunkOf(
          [
            [60, 40, 0, 0b011, 0],
            [30, 50, 20, 0b111, 1],
            [45, 46, 9, 0b111, 1],
            [45, 46, 9, 0b111, 1],
          ],
          { candidates: [90, 10] },
        ),
      ],
      preparation,
    );
    expect(stratified.byResponse["A alone"]?.mass).toBeCloseTo(0.9, 12);
    expect(stratified.byResponse["C gone"]?.mass).toBeCloseTo(0.9, 12);
    expect(stratified.covered.mass).toBeCloseTo(0.9 + 0.1 / 3, 12);
    expect(stratified.uncovered.map(({ mass }) => mass)).toEqual([expect.closeTo(0.2 / 3, 12)]);
    expect(stratified.effectiveDraws).toBeCloseTo(1 / (0.81 + 0.01 / 3), 9);
    expect(stratified.unseen).toMatchObject({ mass: expect.closeTo(0.9 + 0.1 / 3, 12), singletons: 2 });
  });

  it("handles more responses than a number has bits", () => {
    const responses = Array.from({ length: 70 }, (_, at) => ({
      id: `${at}`,
      when: { party: "A", atLeast: at, atMost: at + (at === 33 ? 1 : 0) },
    }));
    const { overlaps, unused, byResponse, uncovered } = coverage(
      [
        chunkOf([
          [34, 1, 1],
          [0, 1, 1],
          [69, 1, 1],
          [70, 1, 1],
        ]),
      ],
      { responses },
    );
    expect(overlaps.map((one) => one.responses)).toEqual([["33", "34"]]);
    expect(unused).toHaveLength(66);
    expect([byResponse["69"]?.mass, byResponse["0"]?.mass, byResponse["32"]?.mass]).toEqual([0.25, 0.25, 0]);
    expect(uncovered.map(({ example }) => example.A)).toEqual([70]);
  });

  it("is the same in whatever order the chunks come", () => {
    const chunks = [
      chunkOf(draws.slice(0, 3), { index: 0 }),
      chunkOf(draws.slice(3, 6), { index: 1 }),
      chunkOf(draws.slice(6), { index: 2 }),
    ];
    const [a, b, c] = chunks as [Chunk, Chunk, Chunk];
    expect(coverage([a, b, c], preparation)).toEqual(whole());
    expect(coverage([c, b, a], preparation)).toEqual(whole());
    expect(coverage([b, a, c], preparation)).toEqual(whole());
  });

  it("keeps nothing of a chunk that is drawn over", () => {
    const [first] = draws;
    const chunk = chunkOf(draws);
    function* chunks() {
      yield chunk;
      chunk.totals.fill(1);
      yield { ...chunkOf([first as Draw]), index: 1 };
    }
    expect(coverage(chunks(), preparation).uncovered[0]?.example).toEqual({ A: 45, B: 46, C: 9 });
  });

  it("stops once the mass never seen is small, its error with it", () => {
    const same = Array.from({ length: 100 }, (): Draw => [60, 30, 10]);
    let taken = 0;
    function* chunks(first: ReadonlyArray<Draw>) {
      for (taken = 1; taken <= 50; taken++) yield chunkOf(taken === 1 ? first : same, { index: taken });
    }
    // nothing was seen once: three in the draws
    const until = (unseen: number) => ({ ...preparation, until: { unseen } });
    expect(coverage(chunks(same), until(0.01)).draws).toBe(300);
    expect(taken).toBe(3);
    expect(coverage(chunks(same), until(0.0075)).draws).toBe(400);
    expect(coverage(chunks(same), preparation).draws).toBe(5000);
    // one key seen once: 1 and 1.96 in the draws
    const once = [...same.slice(1), draws[6] as Draw];
    expect(coverage(chunks(once), until(0.01)).draws).toBe(300);
    expect(coverage(chunks(once), until(0.0098)).draws).toBe(400);
    expect(coverage(chunks(once), until(0.0001)).draws).toBe(5000);
  });

  it("covers a drawn sample as it covers its draws", () => {
    const responses: Preparation["responses"] = [
      { id: "A first", when: { party: "A", atLeast: 16 } },
      { id: "small", when: { any: [{ over: ["C"] }, { over: ["D"] }] } },
    ];
    const prepared: Preparation = {
      distinctions: { blocs: [{ id: "ac", parties: ["A", "C"] }], own: { party: "E", bands: [1, 2] } },
      responses,
    };
    const given = { model: region, draws: 3000, seed: 4 };
    let [covered, first] = [0, 0];
    for (const { weights, totals, over, draws } of sample(given))
      for (let draw = 0; draw < draws; draw++) {
        const isFirst = (totals[draw * 6] ?? 0) >= 16;
        if (isFirst) first += (weights[draw] ?? 0) / 3;
        if (isFirst || ((over[draw] ?? 0) & 0b01100) > 0) covered += (weights[draw] ?? 0) / 3;
      }
    const found = coverage(sample(given), prepared);
    expect(found.draws).toBe(3000);
    expect(found.covered.mass).toBeCloseTo(covered, 2);
    expect(found.byResponse["A first"]?.mass).toBeCloseTo(first, 2);
    expect(found.covered.mass + found.uncovered.reduce((sum, { mass }) => sum + mass, 0)).toBeCloseTo(1, 9);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});
