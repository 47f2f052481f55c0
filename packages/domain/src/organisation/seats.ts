/** The seats of an office: how many there are, how many are taken, and what its mandates may not break. */
import { addDays, type Day, type Instant } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { isSuspendedOn, isWithin, type Mandate } from "./mandate.ts";
import { EndsBeforeStart, HeldAlready, OfficeNotOpen, SeatsTaken } from "./refusals.ts";
import { inOrder, known, turn, turnOn } from "./timeline.ts";

/** The number of seats an office has from a day on. */
export const seating = { ...turn, seats: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1000 })) };
export type Seating = Schema.Struct<typeof seating>["Type"];

/** An office, as far as its seats are asked for. */
export interface Seated {
  readonly closed: Day | null;
  readonly seatings: ReadonlyArray<Seating>;
  readonly mandates: ReadonlyArray<Mandate>;
}

/** Seats of an office on a day. A seat is vacant where nobody holds it and nobody acts in it. */
export interface Seats {
  readonly seats: number;
  readonly held: number;
  readonly suspended: number;
  readonly acting: number;
  readonly vacant: number;
}

/** The seats of an office on a day, as known at an instant. */
export const seatsOn = (
  { seatings, mandates }: Omit<Seated, "closed">,
  on: Day,
  knownAt?: Instant,
): Seats => {
  const seats = turnOn(seatings, on, knownAt)?.seats ?? 0;
  const running = known(mandates, knownAt).filter((entry) => isWithin(entry, on));
  const ordinary = running.filter(({ role }) => role === "ordinary");
  const held = ordinary.length;
  const suspended = ordinary.filter((entry) => isSuspendedOn(entry, on)).length;
  const acting = running.filter((entry) => entry.role === "acting" && !isSuspendedOn(entry, on)).length;
  return { seats, held, suspended, acting, vacant: seats - held - Math.max(0, acting - suspended) };
};

/** What an office's standing mandates break: an end before the start, a day outside its life, too few seats, one person twice. */
export const problemOf = (
  office: Seated,
): EndsBeforeStart | OfficeNotOpen | SeatsTaken | HeldAlready | undefined => {
  const mandates = known(office.mandates);
  const opened = inOrder(office.seatings)[0]?.from;
  for (const { from, to } of mandates) {
    if (to !== null && to < from) return new EndsBeforeStart({ from, to });
    if (opened === undefined || from < opened) return new OfficeNotOpen({ on: from });
    if (office.closed !== null && (to === null || to > office.closed))
      return new OfficeNotOpen({ on: addDays(office.closed, 1) });
  }
  return heldTwice(mandates) ?? overfull(office);
};

/** A person may act as the substitute they are; other mandates of the same person do not share a day. */
const heldTwice = (mandates: ReadonlyArray<Mandate>): HeldAlready | undefined => {
  for (const [index, one] of mandates.entries())
    for (const other of mandates.slice(0, index)) {
      if (one.person !== other.person) continue;
      const on = one.from < other.from ? other.from : one.from;
      const roles = new Set([one.role, other.role]);
      if (roles.has("acting") && roles.has("substitute")) continue;
      if (isWithin(one, on) && isWithin(other, on)) return new HeldAlready({ mandate: other.mandate, on });
    }
  return undefined;
};

/** Numbers grow only where a mandate begins, a suspension ends or the seats change: the first such day with too few seats. */
const overfull = (office: Seated): SeatsTaken | undefined => {
  const mandates = known(office.mandates);
  const days = new Set([
    ...mandates.map(({ from }) => from),
    ...mandates.flatMap(({ suspended }) =>
      suspended.flatMap(({ to }) => (to === null ? [] : [addDays(to, 1)])),
    ),
    ...inOrder(office.seatings).map(({ from }) => from),
  ]);
  for (const on of [...days].toSorted()) {
    const { seats, vacant } = seatsOn(office, on);
    if (vacant < 0) return new SeatsTaken({ on, seats });
  }
  return undefined;
};
