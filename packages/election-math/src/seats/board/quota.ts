import { Checks } from "../../input.ts";

/** Those present by one more than the seats, rounded up. */
export const neededOf = (present: number, seats: number): number => Math.ceil(present / (seats + 1));

/**
 * How many of those present have to ask for it to make an election of so many seats proportional (LPV 2). Throws
 * `InvalidInput`.
 */
export const proportionalQuota = (given: { readonly present: number; readonly seats: number }): number => {
  const checks = new Checks();
  const { present, seats } = checks.object(given, "input");
  const needed = neededOf(checks.whole(present, "present", 1), checks.whole(seats, "seats", 1));
  checks.done();
  return needed;
};
