/** A length of a drawing with a tenth of a unit, which is less than anybody sees. */
export const short = (length: number): string => `${Number(length.toFixed(1))}`;
