import { describe, expect, it } from "vitest";
import { Counts, Estimates, unseenMass } from "./estimate.ts";

describe("counts by branch", () => {
  it("are 0 until they come up, in whatever row", () => {
    const counts = new Counts(3);
    counts.add(0, 1);
    counts.add(40, 2);
    counts.add(40, 2);
    expect([...counts.row(0)]).toEqual([0, 1, 0]);
    expect([...counts.row(39)]).toEqual([0, 0, 0]);
    expect([...counts.row(40)]).toEqual([0, 0, 2]);
    expect([...counts.row(1_000_000)]).toEqual([0, 0, 0]);
  });

  it("are kept while there come more rows than fit", () => {
    const counts = new Counts(2);
    for (let row = 0; row < 5000; row++)
      for (let times = 0; times <= row % 3; times++) counts.add(row, row % 2);
    for (let row = 0; row < 5000; row++) expect(counts.row(row)[row % 2]).toBe((row % 3) + 1);
  });
});

describe("an estimate of a plain sample", () => {
  const estimatesOf = (draws: number) => new Estimates(Float64Array.of(draws), Float64Array.of(draws));

  it("is the share of the draws, ± 1.96 standard deviations", () => {
    const plain = estimatesOf(400);
    expect(plain.effective).toBeCloseTo(400, 9);
    expect(plain.weightOf(0)).toBe(1 / 400);
    const { mass, error } = plain.massOf(Float64Array.of(80));
    expect(mass).toBeCloseTo(0.2, 12);
    expect(error).toBeCloseTo(1.96 * Math.sqrt((0.2 * 0.8) / 400), 12);
  });

  it("is not certain of what always came up, or never: three in so many draws", () => {
    const plain = estimatesOf(400);
    expect(plain.massOf(Float64Array.of(0))).toEqual({ mass: 0, error: expect.closeTo(3 / 400, 12) });
    expect(plain.massOf(Float64Array.of(400))).toEqual({ mass: 1, error: expect.closeTo(3 / 400, 12) });
  });
});

describe("an estimate of a stratified sample", () => {
  // three branches of 8 000 candidates; of the last nobody came up
  const stratified = () => new Estimates(Float64Array.of(7200, 800, 0), Float64Array.of(600, 400, 0));

  it("weighs a draw by its branch", () => {
    const estimates = stratified();
    expect(estimates.weightOf(0)).toBeCloseTo(0.9 / 600, 12);
    expect(estimates.weightOf(1)).toBeCloseTo(0.1 / 400, 12);
    expect(estimates.effective).toBeCloseTo(1 / (0.81 / 600 + 0.01 / 400), 6);
  });

  it("has the error of the draws in each branch, and of how likely each branch is", () => {
    const { mass, error } = stratified().massOf(Float64Array.of(60, 200, 0));
    expect(mass).toBeCloseTo(0.9 * 0.1 + 0.1 * 0.5, 12);
    const within = (0.81 * 0.1 * 0.9) / 600 + (0.01 * 0.5 * 0.5) / 400;
    const between = (0.9 * (0.1 - 0.14) ** 2 + 0.1 * (0.5 - 0.14) ** 2) / 8000;
    expect(error).toBeCloseTo(1.96 * Math.sqrt(within + between), 12);
  });

  it("covers the truth in 95 of 100 samples", () => {
    let inside = 0;
    const samples = 1000;
    for (let sample = 0; sample < samples; sample++) {
      const plain = new Estimates(Float64Array.of(200), Float64Array.of(200));
      let seen = 0;
      for (let draw = 0; draw < 200; draw++) if (uniform(sample * 200 + draw) < 0.3) seen++;
      const { mass, error } = plain.massOf(Float64Array.of(seen));
      if (Math.abs(mass - 0.3) <= error) inside++;
    }
    expect(inside / samples).toBeGreaterThan(0.92);
    expect(inside / samples).toBeLessThan(0.98);
  });
});

/** A number that looks drawn, by an integer hash. */
const uniform = (at: number): number => {
  let x = Math.imul(at ^ (at >>> 16), 0x45d9f3b);
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b);
  return ((x ^ (x >>> 16)) >>> 0) / 2 ** 32;
};

describe("the mass of what was never seen", () => {
  it("is that of what was seen once; its error is of what was seen once or twice", () => {
    const seen = new Counts(2);
    for (const [row, branch] of [
      [0, 0],
      [1, 1],
      [2, 0],
      [2, 1],
      [3, 0],
      [3, 0],
      [3, 0],
    ] as const)
      seen.add(row, branch);
    const estimates = new Estimates(Float64Array.of(80, 20), Float64Array.of(5, 2));
    const [a, b] = [0.8 / 5, 0.2 / 2];
    expect(unseenMass(seen, 4, estimates)).toEqual({
      mass: expect.closeTo(a + b, 12),
      error: expect.closeTo(1.96 * Math.sqrt(a ** 2 + b ** 2 + a ** 2 + b ** 2), 12),
      singletons: 2,
    });
    // rows beyond are not looked at
    expect(unseenMass(seen, 1, estimates).singletons).toBe(1);
  });

  it("is 0 where everything was seen more often, but no more certain than three in the draws", () => {
    const seen = new Counts(1);
    for (let draw = 0; draw < 30; draw++) seen.add(draw % 2, 0);
    expect(unseenMass(seen, 2, new Estimates(Float64Array.of(30), Float64Array.of(30)))).toEqual({
      mass: 0,
      error: expect.closeTo(0.1, 12),
      singletons: 0,
    });
  });
});
