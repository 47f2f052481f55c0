import { InvalidInput } from "../input.ts";
import { type Apportionment, apportion } from "./apportion.ts";

/** Who has how many seats; the lot that is needed where one is. */
export const totals = (given: Apportionment) => {
  const answer = apportion(given);
  return answer.status === "done" ? answer.totals : answer.lot;
};

/** Every lot falls on the first in order, as often as one is asked for. */
export const withLots = (given: Apportionment): Readonly<Record<string, number>> => {
  const lots = [...(given.lots ?? [])];
  for (;;) {
    const answer = apportion({ ...given, lots });
    if (answer.status === "done") return answer.totals;
    lots.push({ ...answer.lot, drawn: answer.lot.among[0] ?? "", by: "the chair", how: "slips from an urn" });
  }
};

/** What is wrong with an input that a program without types hands in, a line each. */
export const problemsOf = (given: unknown): ReadonlyArray<string> => {
  try {
    apportion(given as Apportionment);
    return [];
  } catch (refused) {
    if (!(refused instanceof InvalidInput)) throw refused;
    return refused.problems.map(({ field, problem }) => `${field}: ${problem}`);
  }
};
