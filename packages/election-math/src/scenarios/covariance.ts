/** Square matrices of so many rows, row by row in one array. */

/** How far below 0 rounding may take what is left of a variance, of the greatest. */
const rounding = 1e-12;

/**
 * The lower triangle L with L·Lᵀ the matrix (Cholesky), so that L times independent normal numbers has that covariance;
 * `undefined` where the matrix is no covariance.
 */
export const factorOf = (matrix: Float64Array, rows: number): Float64Array | undefined => {
  const factor = new Float64Array(matrix.length);
  const at = (row: number, column: number): number => factor[row * rows + column] ?? 0;
  let greatest = 0;
  for (let row = 0; row < rows; row++) greatest = Math.max(greatest, matrix[row * rows + row] ?? 0);
  const zero = greatest * rounding;
  // two numbers vary together by no more than the root of both variances
  const together = greatest * Math.sqrt(rounding);
  for (let column = 0; column < rows; column++) {
    for (let row = column; row < rows; row++) {
      let left = matrix[row * rows + column] ?? 0;
      for (let k = 0; k < column; k++) left -= at(row, k) * at(column, k);
      if (row === column) {
        if (left < -zero) return undefined;
        factor[row * rows + column] = left <= zero ? 0 : Math.sqrt(left);
      } else if (at(column, column) > 0) factor[row * rows + column] = left / at(column, column);
      else if (Math.abs(left) > together) return undefined;
    }
  }
  return factor;
};
