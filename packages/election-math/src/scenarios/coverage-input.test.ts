import { describe, expect, it } from "vitest";
import { InvalidInput } from "../input.ts";
import type { Chunk } from "./chunk.ts";
import { chunkOf, draws, preparation } from "./coverage.fixture.ts";
import { coverage } from "./coverage.ts";
import type { Preparation } from "./preparation.ts";

describe("coverage that cannot be told", () => {
  const problemsOf = (given: unknown, chunks: Iterable<Chunk> = [chunkOf(draws)]): ReadonlyArray<string> => {
    try {
      // what a caller in JavaScript may hand in
      coverage(chunks, given as Preparation);
    } catch (error) {
      if (error instanceof InvalidInput)
        return error.problems.map(({ field, problem }) => `${field}: ${problem}`);
      throw error;
    }
    return [];
  };

  it("has a problem in what is prepared", () => {
    expect(problemsOf(null)).toEqual(["preparation: not an object"]);
    expect(problemsOf({})).toEqual(["responses: not a list"]);
    expect(
      problemsOf({
        until: { unseen: 0 },
        responses: [{ id: "", when: { party: "A", atLeast: 1 } }, { id: "a", when: {} }, { id: "a" }, 1],
      }),
    ).toEqual([
      "until.unseen: below 1e-9",
      "responses[0].id: empty",
      "responses[1].when: not a condition this package knows",
      "responses[2].id: used before",
      "responses[2].when: not a condition this package knows",
      "responses[3]: not an object",
      "responses[3].id: not a text",
      "responses[3].when: not a condition this package knows",
    ]);
    expect(problemsOf({ responses: [], until: 3 })).toEqual([
      "until: not an object",
      "until.unseen: not a number",
    ]);
    expect(problemsOf({ responses: [], until: { unseen: 1.1 } })).toEqual(["until.unseen: above 1"]);
    // conditions are read once the distinctions are right
    expect(problemsOf({ distinctions: { own: { party: "X", bands: [] } }, responses: [{}] })).toEqual([
      "distinctions.own.party: not a party that gets seats",
    ]);
  });

  it("has no chunks, or those of different samples, or one twice", () => {
    expect(problemsOf(preparation, [])).toEqual(["sample: no chunks"]);
    const other = chunkOf(draws, {
      index: 1,
      source: { generator: "by hand", seed: 2, model: "none", strata: 0 },
    });
    expect(problemsOf(preparation, [chunkOf(draws), other])).toEqual(["sample: chunks of different samples"]);
    expect(problemsOf(preparation, [chunkOf(draws), chunkOf(draws, { index: 1, near: ["A"] })])).toEqual([
      "sample: chunks of different samples",
    ]);
    expect(problemsOf(preparation, [chunkOf(draws), chunkOf(draws)])).toEqual(["sample: a chunk twice"]);
  });
});
