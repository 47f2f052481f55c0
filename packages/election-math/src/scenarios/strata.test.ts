import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read, region } from "./model.fixture.ts";
import { National } from "./national.ts";
import { forkOf } from "./random.ts";
import { allotted, branchOf, candidatesPerDraw, nearBar } from "./strata.ts";

describe("the parties near the bar", () => {
  const isParty = [true, true, true, true, true, false];
  const near = (shares: Readonly<Record<string, number>>, scale: number, most: number, bar = 0.03) =>
    nearBar(
      new National(read({ ...region, polls: [{ shares }], error: { scale } })),
      forkOf("near"),
      bar,
      isParty,
      most,
    );

  it("are those now over it and now below; who is not a party is none", () => {
    const shares = { A: 0.45, B: 0.44, C: 0.029, D: 0.01, E: 0.031, OTHER: 0.03 };
    expect(near(shares, 0.1, 5)).toEqual([2, 4]);
    expect(near(shares, 0, 5)).toEqual([]);
    expect(near(shares, 0.1, 0)).toEqual([]);
  });

  it("are the nearest to even odds where there are more, in the order of the parties", () => {
    const shares = { A: 0.45, B: 0.44, C: 0.027, D: 0.0302, E: 0.031, OTHER: 0.02 };
    expect(near(shares, 0.1, 5)).toEqual([2, 3, 4]);
    expect(near(shares, 0.1, 2)).toEqual([3, 4]);
    expect(near(shares, 0.1, 1)).toEqual([3]);
  });

  it("reach the bar with just the share", () => {
    // exactly at the bar where nothing errs: always over it, so that there is nothing to tell apart
    expect(near({ A: 0.5, B: 0.25, C: 0.125, D: 0.0625, E: 0.0625, OTHER: 0 }, 0, 5, 0.0625)).toEqual([]);
    expect(branchOf(Float64Array.of(0, 0.0625, 0.0624, 0.07), 1, [0, 1, 2], 0.0625)).toBe(0b101);
    expect(branchOf(Float64Array.of(0.5, 0.1, 0.5), 0, [1], 0.25)).toBe(0);
    expect(branchOf(Float64Array.of(0.5, 0.1, 0.5), 0, [0, 2], 0.25)).toBe(3);
  });
});

describe("the allotment of draws to branches", () => {
  it("goes by the square root of a branch's size, all of a small one", () => {
    expect([...allotted([6400, 1600, 0, 0], 1000)]).toEqual([667, 333, 0, 0]);
    expect([...allotted([7999, 1], 1000)]).toEqual([999, 1]);
    expect([...allotted([7890, 100, 9, 1], 1000)]).toEqual([890, 100, 9, 1]);
    expect([...allotted([0, 4000, 4000], 1000)]).toEqual([0, 500, 500]);
    expect([...allotted([0, 8000], 1000)]).toEqual([0, 1000]);
  });

  it("is all of them where they are alike, though roots are not exact", () => {
    for (let size = 1; size <= 300; size++)
      for (const branches of [1, 2, 3, 5, 7])
        expect(new Set(allotted(new Array<number>(branches).fill(size), branches * size))).toEqual(
          new Set([size]),
        );
  });

  it("is all of them where there are no more candidates than draws", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 32 }), (candidates) => {
        const all = candidates.reduce((sum, count) => sum + count, 0);
        fc.pre(all > 0);
        expect([...allotted(candidates, all)]).toEqual(candidates);
        expect([...allotted(candidates, all + 1)]).toEqual(candidates);
      }),
    );
  });

  it("gives every branch at least one and at most all, more to the greater, and so many together", () => {
    const branches = fc.array(fc.nat(1000), { minLength: 1, maxLength: 32 });
    fc.assert(
      fc.property(branches, fc.integer({ min: 0, max: 31 }), (sizes, most) => {
        const draws = Math.max(1, Math.floor(1000));
        // the candidates of a chunk, eight a draw, split by those sizes
        const whole = sizes.reduce((sum, size) => sum + size + 1, 0);
        const candidates = sizes.map((size) => Math.floor((8000 * size) / whole));
        candidates[most % sizes.length] =
          (candidates[most % sizes.length] ?? 0) +
          draws * candidatesPerDraw -
          candidates.reduce((sum, count) => sum + count, 0);
        const given = allotted(candidates, draws);
        expect(given.reduce((sum, count) => sum + count, 0)).toBe(draws);
        given.forEach((count, branch) => {
          expect(count).toBeLessThanOrEqual(candidates[branch] ?? 0);
          expect(count).toBeGreaterThanOrEqual(Math.min(1, candidates[branch] ?? 0));
        });
        candidates.forEach((size, one) => {
          candidates.forEach((other, another) => {
            if (size > other) expect(given[one]).toBeGreaterThanOrEqual(given[another] ?? 0);
          });
        });
      }),
    );
  });
});
