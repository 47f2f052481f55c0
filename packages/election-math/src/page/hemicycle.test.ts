import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hemicycle } from "./hemicycle.ts";

const apart = ({ places }: ReturnType<typeof hemicycle>): number => {
  let least = Number.POSITIVE_INFINITY;
  places.forEach((a, at) => {
    for (const b of places.slice(at + 1)) least = Math.min(least, Math.hypot(a.x - b.x, a.y - b.y));
  });
  return least;
};

describe("the half circle", () => {
  it.each([1, 2, 3, 5, 17, 21, 61, 101, 349, 700])("has %i places, none over another", (count) => {
    const half = hemicycle(count, 100);
    expect(half.places).toHaveLength(count);
    // a dot is 0.84 of the spacing wide
    expect(apart(half)).toBeGreaterThan(half.spacing * 0.88);
    for (const { x, y } of half.places) {
      expect(y).toBeLessThan(1e-9);
      const distance = Math.hypot(x, y);
      expect(distance).toBeLessThan(100 + 1e-9);
      expect(distance).toBeGreaterThan(half.inner - 1e-9);
    }
    expect(half.inner).toBeGreaterThanOrEqual(40);
  });

  it("fills the room it has: one more row or wider dots would not fit", () => {
    // half of the ring between 40 and 100, shared by so many squares
    const area = (Math.PI / 2) * (100 ** 2 - 40 ** 2);
    for (const count of [100, 349, 700]) {
      const { spacing } = hemicycle(count, 100);
      expect((spacing ** 2 * count) / area).toBeGreaterThan(0.85);
      expect((spacing ** 2 * count) / area).toBeLessThan(1.2);
    }
  });

  it("never draws dots wider than a sixth of the radius", () => {
    expect(hemicycle(1, 60).spacing).toBe(10);
    expect(hemicycle(1, 60).inner).toBe(60);
    expect(hemicycle(349, 60).spacing).toBeLessThan(10);
  });

  it("puts a single place in the middle, two at the ends", () => {
    const [one] = hemicycle(1, 10).places;
    expect(one?.x).toBeCloseTo(0);
    expect(one?.y).toBeCloseTo(-10);
    expect(hemicycle(2, 10).places.map(({ x }) => Math.round(x))).toEqual([-10, 10]);
  });

  it("goes from the left to the right, the outer ones first where the angle is the same", () => {
    const { places } = hemicycle(349, 100);
    const angles = places.map(({ x, y }) => Math.atan2(-y, -x));
    angles.forEach((angle, at) => {
      expect(angle).toBeGreaterThanOrEqual((angles[at - 1] ?? 0) - 1e-9);
    });
    expect(places[0]?.x).toBeCloseTo(-100);
    expect(places[1]?.x).toBeGreaterThan(-100);
    expect(places.at(-1)?.x).toBeLessThan(0 + 100);
    expect(places.at(-1)?.x).toBeGreaterThan(0);
  });

  it("is the same on both sides", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 800 }), (count) => {
        const { places } = hemicycle(count, 100);
        const sum = places.reduce((all, { x }) => all + x, 0);
        return Math.abs(sum) < 1e-6 * count && places.length === count;
      }),
      { numRuns: 60 },
    );
  });

  it("gives longer rows more places", () => {
    const { places, spacing } = hemicycle(101, 100);
    const rows = Map.groupBy(places, ({ x, y }) => Math.round((100 - Math.hypot(x, y)) / spacing));
    const sizes = [...rows].sort(([a], [b]) => a - b).map(([, own]) => own.length);
    expect(sizes.length).toBeGreaterThan(3);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    // in proportion to their lengths, within one
    const lengths = sizes.map((_, row) => 100 - row * spacing);
    const whole = lengths.reduce((sum, length) => sum + length, 0);
    sizes.forEach((size, row) => {
      expect(Math.abs(size - (101 * (lengths[row] ?? 0)) / whole)).toBeLessThan(1);
    });
  });
});
