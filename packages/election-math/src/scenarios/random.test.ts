import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "../exact/sha256.ts";
import { forkOf, Random } from "./random.ts";

const rotated = (word: bigint, by: bigint): bigint => ((word << by) | (word >> (32n - by))) & 0xffffffffn;

/** xoshiro128** once more, in whole numbers without end. */
const reference = (words: ReadonlyArray<number>, count: number): ReadonlyArray<number> => {
  let [a = 0n, b = 0n, c = 0n, d = 0n] = words.map((word) => BigInt.asUintN(32, BigInt(word)));
  return Array.from({ length: count }, () => {
    const result = BigInt.asUintN(32, rotated(BigInt.asUintN(32, b * 5n), 7n) * 9n);
    const t = BigInt.asUintN(32, b << 9n);
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotated(d, 11n);
    return Number(result);
  });
};

const take = (count: number, next: () => number): ReadonlyArray<number> =>
  Array.from({ length: count }, next);

/** The mean of a power of what was drawn. */
const moment = (drawn: ReadonlyArray<number>, power: number): number =>
  drawn.reduce((sum, x) => sum + x ** power, 0) / drawn.length;

describe("the generator", () => {
  it("is xoshiro128**: the numbers of the published code for the words 1, 2, 3, 4", () => {
    const random = new Random([1, 2, 3, 4]);
    expect(take(7, () => random.bits() >>> 0)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034,
    ]);
  });

  it("agrees with the algorithm in whole numbers, from any words", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 32 - 1), { minLength: 4, maxLength: 4 }), (words) => {
        const random = new Random(words);
        expect(take(50, () => random.bits() >>> 0)).toEqual(reference(words, 50));
      }),
    );
  });

  it("starts from a seed and a path, and from another wherever one of them differs", () => {
    const starts = [
      forkOf("a"),
      forkOf("b"),
      forkOf(1),
      forkOf("1"),
      forkOf("a", 0),
      forkOf("a", 1),
      forkOf("a", "x", 1),
    ];
    const words = starts.map((random) => take(4, () => random.bits()).join());
    expect(new Set(words).size).toBe(words.length);
    const again = forkOf("a", "x", 1);
    expect(take(4, () => again.bits()).join()).toBe(words.at(-1));
  });

  it("takes its words from the first 128 bits of SHA-256 of the canonical JSON of seed and path", () => {
    const words = sha256('["a",7]').slice(0, 32).match(/.{8}/g) ?? [];
    const random = forkOf("a", 7);
    expect(take(20, () => random.bits() >>> 0)).toEqual(
      reference(
        words.map((word) => Number(`0x${word}`)),
        20,
      ),
    );
  });
});

describe("a uniform number", () => {
  it("is at least 0 and below 1, on average a half, and spread evenly", () => {
    const random = forkOf("uniform");
    const drawn = take(200_000, () => random.uniform());
    expect(Math.min(...drawn.slice(0, 100_000))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn.slice(0, 100_000))).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = drawn.filter((x) => Math.floor(x * 10) === tenth).length / drawn.length;
      expect(Math.abs(share - 0.1)).toBeLessThan(0.004);
    }
    expect(Math.abs(moment(drawn, 1) - 0.5)).toBeLessThan(0.003);
  });

  it("is made of two words, 27 bits of the first and 26 of the second", () => {
    const random = new Random([1, 2, 3, 4]);
    const words = new Random([1, 2, 3, 4]);
    for (let i = 0; i < 100; i++) {
      const [high, low] = [words.bits() >>> 0, words.bits() >>> 0];
      expect(random.uniform()).toBe((Math.floor(high / 32) * 2 ** 26 + Math.floor(low / 64)) / 2 ** 53);
    }
  });

  it("chooses among so many alike", () => {
    const random = forkOf("below");
    const drawn = take(30_000, () => random.below(3));
    for (const one of [0, 1, 2])
      expect(Math.abs(drawn.filter((x) => x === one).length / 10_000 - 1)).toBeLessThan(0.05);
    expect(drawn.every((x) => x === 0 || x === 1 || x === 2)).toBe(true);
  });
});

describe("a normal number", () => {
  const random = forkOf("normal");
  const drawn = take(400_000, () => random.normal());

  it("has the moments of the normal law", () => {
    expect(Math.abs(moment(drawn, 1))).toBeLessThan(0.004);
    expect(Math.abs(moment(drawn, 2) - 1)).toBeLessThan(0.006);
    expect(Math.abs(moment(drawn, 3))).toBeLessThan(0.016);
    expect(Math.abs(moment(drawn, 4) - 3)).toBeLessThan(0.04);
    expect(Math.abs(moment(drawn, 6) - 15)).toBeLessThan(0.5);
  });

  it.each([
    [0.25, 0.401294],
    [0.5, 0.308538],
    [1, 0.158655],
    [1.5, 0.066807],
    [2, 0.02275],
    [2.5, 0.00621],
    [3, 0.00135],
    [3.5, 0.000233],
    // beyond the lowest layer of the ziggurat
    [3.8, 0.0000723],
  ])("is beyond %f on either side with the chance %f", (x, chance) => {
    const above = drawn.filter((one) => one > x).length / drawn.length;
    const below = drawn.filter((one) => one < -x).length / drawn.length;
    const allowed = 4 * Math.sqrt(chance / drawn.length);
    expect(Math.abs(above - chance)).toBeLessThan(allowed);
    expect(Math.abs(below - chance)).toBeLessThan(allowed);
  });
});

describe("a gamma number", () => {
  it.each([0.2, 0.9, 1, 4.5, 300])(
    "of shape %f has mean and variance of the shape, and is above 0",
    (shape) => {
      const random = forkOf("gamma", shape);
      const drawn = take(60_000, () => random.gamma(shape));
      const mean = moment(drawn, 1);
      expect(drawn.every((x) => x > 0)).toBe(true);
      expect(Math.abs(mean - shape) / shape).toBeLessThan(5 / Math.sqrt(60_000 * shape));
      const variance = moment(
        drawn.map((x) => x - mean),
        2,
      );
      expect(Math.abs(variance / shape - 1)).toBeLessThan(0.03 / Math.min(1, shape));
      // the third central moment of a gamma number is twice its shape
      const third = moment(
        drawn.map((x) => x - mean),
        3,
      );
      if (shape < 10) expect(Math.abs(third / (2 * shape) - 1)).toBeLessThan(0.2);
    },
  );
});
