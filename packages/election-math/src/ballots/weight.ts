/** How many papers a ballot stands for: a whole number, or a decimal as text, exact ("0.5"). */
export type Weight = number | string;

const written = /^(\d{1,15})(?:\.(\d{1,15}))?$/;
const places = 15;

/** A weight above 0 of at most 15 digits before and after the point, in its shortest form; `undefined` where it is none. */
export const weightOf = (value: unknown): Weight | undefined => {
  const match = typeof value === "string" || typeof value === "number" ? written.exec(String(value)) : null;
  if (match === null || (typeof value === "number" && match[2] !== undefined)) return undefined;
  const weight = shortest(match);
  return weight === 0 ? undefined : weight;
};

/** The sum of two weights, exact. */
export const sumOfWeights = (a: Weight, b: Weight): Weight => {
  const digits = String(scaled(a) + scaled(b)).padStart(places + 1, "0");
  return shortest([digits, digits.slice(0, -places), digits.slice(-places)]);
};

const shortest = ([, whole = "", decimals = ""]: ReadonlyArray<string | undefined>): Weight => {
  const left = decimals.replace(/0+$/, "");
  const number = Number(whole);
  if (left !== "") return `${BigInt(whole)}.${left}`;
  return Number.isSafeInteger(number) ? number : String(BigInt(whole));
};

const scaled = (weight: Weight): bigint => {
  const [whole = "", decimals = ""] = String(weight).split(".");
  return BigInt(whole + decimals.padEnd(places, "0"));
};
