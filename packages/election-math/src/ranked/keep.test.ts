import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharesOf } from "./equal-shares.ts";
import { keepFor, productUp, unit } from "./keep.ts";

const kept = fc.oneof(
  fc.integer({ min: 0, max: unit }),
  fc.constantFrom(0, 1, 2, 32767, 32768, 32769, unit - 1, unit),
);
const raised = (n: bigint, d: bigint) => Number((n + d - 1n) / d);

describe("what a candidate keeps of a paper", () => {
  it("is the product of the values, raised to the next thousand-millionth, exactly", () => {
    expect(productUp(unit, 500_000_001)).toBe(500_000_001);
    expect(productUp(1, 1)).toBe(1);
    expect(productUp(0, unit)).toBe(0);
    expect(productUp(333_333_333, 3)).toBe(1);
    expect(productUp(333_333_334, 3)).toBe(2);
    fc.assert(
      fc.property(kept, kept, (a, b) => {
        expect(productUp(a, b)).toBe(raised(BigInt(a) * BigInt(b), BigInt(unit)));
      }),
      { numRuns: 2000 },
    );
  });

  it("is lowered to keep × quota ÷ votes, both raised to the next unit", () => {
    expect(keepFor(unit, 4 * unit, 8 * unit)).toBe(500_000_000);
    expect(keepFor(unit, 4 * unit + 1, 8 * unit)).toBe(500_000_001);
    // 0.7 × 2.000000001 = 1.4000000007, raised to 1.400000001; that ÷ 3 is raised again
    expect(keepFor(700_000_000, 2_000_000_001, 3 * unit)).toBe(466_666_667);
    expect(keepFor(1, 3 * unit, 4 * unit)).toBe(1);
  });

  it("is never more than the whole paper", () => {
    expect(keepFor(unit, 8 * unit, 4 * unit)).toBe(unit);
    expect(keepFor(unit, unit, unit)).toBe(unit);
    expect(keepFor(unit, unit, unit + 1)).toBe(unit);
    expect(keepFor(unit, unit, unit + 2)).toBe(unit - 1);
  });
});

/** Every order of some. */
const orders = (group: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> =>
  group.length === 0
    ? [[]]
    : group.flatMap((one) => orders(group.filter((other) => other !== one)).map((rest) => [one, ...rest]));

/** The mean over all orders, the rest of a unit cut off, found by going through every order. */
const meanShares = (value: number, group: ReadonlyArray<number>, keep: ReadonlyArray<number>) => {
  const one = BigInt(unit);
  const all = orders(group);
  return group.map((candidate) => {
    let sum = 0n;
    for (const order of all) {
      const before = order.slice(0, order.indexOf(candidate));
      const passing = before.reduce((left, other) => left * (one - BigInt(keep[other] ?? 0)), 1n);
      sum += passing * one ** BigInt(group.length - 1 - before.length);
    }
    const scale = BigInt(all.length) * one ** BigInt(group.length);
    return [candidate, Number((BigInt(value) * BigInt(keep[candidate] ?? 0) * sum) / scale)];
  });
};

describe("candidates ranked equal share a paper", () => {
  it("evenly where each keeps all of it", () => {
    expect([...sharesOf(unit, [2, 0], [unit, 0, unit])]).toEqual([
      [2, 500_000_000],
      [0, 500_000_000],
    ]);
    expect([...sharesOf(unit, [0, 1, 2], [unit, unit, unit])].map(([, share]) => share)).toEqual([
      333_333_333, 333_333_333, 333_333_333,
    ]);
  });

  it("by what one would keep before the other and after", () => {
    // who keeps half gets a half of the time it is first, and nothing after who keeps all: a quarter
    expect([...sharesOf(unit, [0, 1], [500_000_000, unit])]).toEqual([
      [0, 250_000_000],
      [1, 750_000_000],
    ]);
    // both keep half: first a half, second a quarter
    expect([...sharesOf(unit, [0, 1], [500_000_000, 500_000_000])].map(([, share]) => share)).toEqual([
      375_000_000, 375_000_000,
    ]);
    expect([...sharesOf(400, [1], [0, 500_000_000])]).toEqual([[1, 200]]);
  });

  it("as the mean over every order they could have been ranked in", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: unit }),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }),
        fc.array(kept, { minLength: 5, maxLength: 5 }),
        (value, group, keep) => {
          expect([...sharesOf(value, group, keep)]).toEqual(meanShares(value, group, keep));
        },
      ),
      { numRuns: 150 },
    );
  });
});
