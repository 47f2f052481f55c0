import { describe, expect, it } from "vitest";
import { heights, layers, tail, widths } from "./ziggurat.ts";

describe("the ziggurat", () => {
  it("has layers of one area, as the lowest with the tail", () => {
    // ∫ exp(-x²/2) from the tail on, by its asymptotic series
    const beyond =
      Math.exp(-(tail ** 2) / 2) *
      [1, -1, 3, -15, 105, -945].reduce((sum, term, at) => sum + term / tail ** (2 * at + 1), 0);
    const area = tail * Math.exp(-(tail ** 2) / 2) + beyond;
    const lowest = (widths[0] ?? 0) * (heights[1] ?? 0);
    expect(lowest).toBeCloseTo(area, 6);
    for (let layer = 1; layer < layers; layer++)
      expect((widths[layer] ?? 0) * ((heights[layer + 1] ?? 0) - (heights[layer] ?? 0))).toBeCloseTo(
        lowest,
        11,
      );
  });

  it("narrows from the tail to the top, where it ends", () => {
    expect(widths).toHaveLength(layers + 1);
    expect(widths[1]).toBe(tail);
    for (let layer = 1; layer <= layers; layer++) expect(widths[layer]).toBeLessThan(widths[layer - 1] ?? 0);
    expect(widths[layers]).toBe(0);
    expect(heights[layers]).toBe(1);
  });
});
