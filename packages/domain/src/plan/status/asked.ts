import { type Day, minDay } from "@verksam/kernel";
import type { Counted } from "../facts.ts";
import type { Known } from "../known.ts";
import type { StatusName } from "../why.ts";

/** What every rule is judged on. */
export interface Asked {
  readonly known: Known;
  readonly commitment: string;
  readonly day: Day;
  /** The earlier of the day and the plan's last day: nothing after it counts. */
  readonly until: Day;
  /** Whether the day is after the plan's last day. */
  readonly isOver: boolean;
}

export const ask = (known: Known, commitment: string, day: Day): Asked => ({
  known,
  commitment,
  day,
  until: minDay(day, known.period.to),
  isOver: day > known.period.to,
});

/** What is left of a rule with a deadline once it is not met. */
export const unmet = (day: Day, deadline: Day, isBegun: boolean): StatusName =>
  day > deadline ? "notMet" : isBegun ? "onTheWay" : "noEvidence";

/** The same evidence sorted by day; on one day, in the order given. */
export const sortedByDay = (evidence: ReadonlyArray<Counted>): ReadonlyArray<Counted> =>
  [...evidence].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
