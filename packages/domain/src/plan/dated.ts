/** What a body decided or did on a day: how it is kept in a list that only grows, and what is refused about its day. */
import { Day, type Instant, personal, type Recorded } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { OfficeId } from "../shared/ids.ts";
import { entered, entry, times } from "./entry.ts";
import { isKnown } from "./known.ts";

/** The day of something said to have happened lies after today. */
export class DayInFuture extends Schema.TaggedError<DayInFuture>()("DayInFuture", { on: Day, today: Day }) {
  override get message() {
    return `${this.on} is after today, ${this.today}`;
  }
}

/** The day lies before that of something which must have come first. */
export class DayTooEarly extends Schema.TaggedError<DayTooEarly>()("DayTooEarly", {
  on: Day,
  earliest: Day,
}) {
  override get message() {
    return `${this.on} is before ${this.earliest}`;
  }
}

/** This decision is only taken with a reason. */
export class ReasonMissing extends Schema.TaggedError<ReasonMissing>()("ReasonMissing", {}) {
  override get message() {
    return "this decision needs a reason";
  }
}

/** What is wrong with a day on which something is said to have happened, or undefined. */
export const problemOfDay = (
  on: Day,
  today: Day,
  earliest: Day = on,
): DayInFuture | DayTooEarly | undefined => {
  if (on > today) return new DayInFuture({ on, today });
  return on < earliest ? new DayTooEarly({ on, earliest }) : undefined;
};

/** The fields of one entry of such a list: a row of a child collection. */
export const datedFields = {
  ...entry,
  on: Day,
  office: Schema.NullOr(OfficeId),
  reason: personal("personal", Schema.String),
};
const Dated = Schema.Struct(datedFields);
export type Dated = typeof Dated.Type;

/** A new entry of an event; at the end of its list it keeps the list in the order recorded. */
export const dated = (on: Day, recorded: Recorded): Dated => ({
  ...entered(recorded),
  on,
  office: recorded.office,
  reason: recorded.reason,
});

/**
 * The entries of a list that stand and are dated by a day, as known at an instant (default: all that is recorded): oldest
 * day first, of one day in the order recorded.
 */
export const datedBy = <Entry extends Dated>(
  list: ReadonlyArray<Entry>,
  on: Day,
  knownAt?: Instant,
): ReadonlyArray<Entry> =>
  list
    .filter((entry) => entry.on <= on && isKnown(times(entry), knownAt))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
