import type { Checks } from "../input.ts";

/** The choice that was made among those there are; the first where none was. */
export const chosen = <T extends string | boolean>(
  value: unknown,
  field: string,
  among: readonly [T, ...ReadonlyArray<T>],
  checks: Checks,
): T => {
  const choice = value === undefined ? among[0] : among.find((one) => one === value);
  if (choice === undefined) checks.problem(field, `not one of: ${among.join(", ")}`);
  return choice ?? among[0];
};
