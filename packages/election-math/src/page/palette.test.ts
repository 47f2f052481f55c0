import { describe, expect, it } from "vitest";
import { contrast, grounds, lookOf, ranked } from "./palette.ts";

const look = (rank: number, own?: string) => {
  const { shape, attributes } = lookOf(rank, own);
  return `${shape}${attributes.source}`;
};

describe("colours", () => {
  it("have the contrast that WCAG tells", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#ffffff", "#000000")).toBeCloseTo(21);
    expect(contrast("#777777", "#777777")).toBe(1);
    // figures of common checkers
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
    expect(contrast("#ff0000", "#ffffff")).toBeCloseTo(4.0, 2);
    expect(contrast("#00ff00", "#ffffff")).toBeCloseTo(1.37, 2);
    expect(contrast("#0000ff", "#ffffff")).toBeCloseTo(8.59, 2);
    expect(contrast("#0a0a0a", "#ffffff")).toBeCloseTo(19.8, 1);
  });

  it.each(["light", "dark"] as const)("by rank stand out in the %s", (ground) => {
    expect(ranked[ground]).toHaveLength(10);
    expect(new Set(ranked[ground]).size).toBe(10);
    for (const colour of ranked[ground]) expect(contrast(colour, grounds[ground])).toBeGreaterThanOrEqual(3);
  });

  it.each(["light", "dark"] as const)("of neighbouring ranks differ in lightness in the %s", (ground) => {
    ranked[ground].forEach((colour, rank) => {
      expect(contrast(colour, ranked[ground][(rank + 1) % 10] ?? "")).toBeGreaterThan(1.2);
    });
  });

  it("and shapes tell thirty parties apart", () => {
    const looks = Array.from({ length: 30 }, (_, rank) => look(rank));
    expect(looks.slice(0, 4)).toEqual([
      'disc class="rank-0"',
      'ring class="rank-1"',
      'square class="rank-2"',
      'disc class="rank-3"',
    ]);
    expect(looks[10]).toBe('ring class="rank-0"');
    expect(new Set(looks).size).toBe(30);
    expect(look(30)).toBe(looks[0]);
  });

  it("of the caller's keep the shape of the rank, and get an edge where they are faint", () => {
    expect(look(0, "#c00000")).toBe('disc class="own faint-dark" style="--own:#c00000"');
    expect(look(1, "#dddd00")).toBe('ring class="own faint-light" style="--own:#dddd00"');
    expect(look(2, "#808080")).toBe('square class="own" style="--own:#808080"');
  });
});
