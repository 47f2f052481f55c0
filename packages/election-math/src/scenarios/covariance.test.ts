import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factorOf } from "./covariance.ts";

const product = (factor: Float64Array, rows: number): ReadonlyArray<number> =>
  Array.from({ length: rows * rows }, (_, cell) => {
    const [row, column] = [Math.floor(cell / rows), cell % rows];
    let sum = 0;
    for (let k = 0; k < rows; k++) sum += (factor[row * rows + k] ?? 0) * (factor[column * rows + k] ?? 0);
    return sum;
  });

describe("the factor of a covariance", () => {
  it("is that of a worked example", () => {
    expect(factorOf(Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98), 3)).toEqual(
      Float64Array.of(2, 0, 0, 6, 1, 0, -8, 5, 3),
    );
  });

  it("is lower triangular, and times itself gives the matrix back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }).chain((rows) =>
          fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
            minLength: rows * rows,
            maxLength: rows * rows,
          }),
        ),
        (numbers) => {
          const rows = Math.sqrt(numbers.length);
          const matrix = Float64Array.from(product(Float64Array.from(numbers), rows));
          const factor = factorOf(matrix, rows);
          expect(factor).toBeDefined();
          if (factor === undefined) return;
          for (let row = 0; row < rows; row++)
            for (let column = row + 1; column < rows; column++) expect(factor[row * rows + column]).toBe(0);
          product(factor, rows).forEach((one, cell) => {
            expect(Math.abs(one - (matrix[cell] ?? 0))).toBeLessThan(1e-4);
          });
        },
      ),
    );
  });

  it("leaves out what follows from the others", () => {
    // the second is the first, the third nothing
    expect(factorOf(Float64Array.of(1, 1, 0, 1, 1, 0, 0, 0, 0), 3)).toEqual(
      Float64Array.of(1, 0, 0, 1, 0, 0, 0, 0, 0),
    );
  });

  it("is not put off by rounding", () => {
    expect(factorOf(Float64Array.of(1, 1 + 1e-14, 1 + 1e-14, 1), 2)).toEqual(
      Float64Array.of(1, 0, 1 + 1e-14, 0),
    );
    expect(factorOf(Float64Array.of(1e-13, 1e-7, 1e-7, 1), 2)).toEqual(Float64Array.of(0, 0, 0, 1));
  });

  it("is none where no numbers vary together like that", () => {
    expect(factorOf(Float64Array.of(1, 1.1, 1.1, 1), 2)).toBeUndefined();
    expect(factorOf(Float64Array.of(-1, 0, 0, 1), 2)).toBeUndefined();
    expect(factorOf(Float64Array.of(1, 1.0001, 1.0001, 1), 2)).toBeUndefined();
    expect(factorOf(Float64Array.of(0, 1e-5, 1e-5, 1), 2)).toBeUndefined();
    // what does not vary goes with nothing
    expect(factorOf(Float64Array.of(0, 0.5, 0.5, 1), 2)).toBeUndefined();
    expect(factorOf(Float64Array.of(1, -0.6, -0.6, -0.6, 1, -0.6, -0.6, -0.6, 1), 3)).toBeUndefined();
  });
});
