import { describe, expect, it } from "vitest";
import type { Field } from "../allocator/field.ts";
import { countedWithLots } from "./lots.ts";
import { forkOf } from "./random.ts";

const field: Field = {
  rules: "se.municipality@2018",
  totalSeats: 1,
  constituencies: [{ id: "1", fixedSeats: 1 }],
  parties: ["A", "B", "C", "OTHER"],
};

describe("an election counted with lots", () => {
  it("needs none where no numbers are equal", () => {
    expect(countedWithLots(field, Float64Array.of(5, 7, 1, 0), forkOf(0))).toEqual({
      totals: new Map([["B", 1]]),
      lots: 0,
    });
  });

  it("draws among the equal alike, the same for the same sequence", () => {
    const winners = Array.from({ length: 600 }, (_, seed) => {
      const counted = countedWithLots(field, Float64Array.of(7, 7, 7, 7), forkOf(seed));
      expect(counted?.lots).toBe(1);
      return [...(counted?.totals.keys() ?? [])].join();
    });
    for (const party of ["A", "B", "C"]) {
      const times = winners.filter((winner) => winner === party).length;
      expect(times).toBeGreaterThan(160);
      expect(times).toBeLessThan(240);
    }
    const again = countedWithLots(field, Float64Array.of(7, 7, 7, 7), forkOf(3));
    expect([...(again?.totals.keys() ?? [])]).toEqual([winners[3]]);
  });

  it("hands on what is no fault of the votes", () => {
    const broken = {
      ...field,
      get parties(): ReadonlyArray<string> {
        throw new RangeError("broken");
      },
    };
    expect(() => countedWithLots(broken, Float64Array.of(5, 7, 1, 0), forkOf(0))).toThrow(RangeError);
  });

  it("is told from one that cannot be counted, as nobody may take the seats", () => {
    expect(countedWithLots(field, Float64Array.of(0, 0, 0, 9), forkOf(0))).toBeUndefined();
    expect(countedWithLots(field, Float64Array.of(1, 0, 0, 99), forkOf(0))).toBeUndefined();
  });
});
