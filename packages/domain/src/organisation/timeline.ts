/** Values that hold from a day until the next one's day, each remembered with when it was recorded and replaced. */
import { addDays, Day, Id, Instant, instantOf, type Recorded } from "@verksam/kernel";
import * as Schema from "effect/Schema";

/** What a row tells of its own recording; `replacedAt` null while it stands. */
export const recording = { id: Id, recordedAt: Instant, replacedAt: Schema.NullOr(Instant) };
export type Recording = Schema.Struct<typeof recording>["Type"];

/** A value's turn: both days included, `to` null until a next turn is known. */
export const turn = { ...recording, from: Day, to: Schema.NullOr(Day) };
export type Turn = Schema.Struct<typeof turn>["Type"];

/** How a row is recorded by an event: its id counts the aggregate's events, so rows sort as they were recorded. */
export const recordedBy = ({ version, recorded }: Pick<Recorded, "version" | "recorded">): Recording => ({
  id: String(version).padStart(6, "0"),
  recordedAt: recorded,
  replacedAt: null,
});

/** The recording of a row that is only tried, to see what it would break. */
export const trial: Recording = { id: "trial", recordedAt: instantOf(0), replacedAt: null };

/** The rows that stood at an instant; without one, those that stand now. */
export const known = <R extends Recording>(rows: ReadonlyArray<R>, knownAt?: Instant): ReadonlyArray<R> =>
  rows.filter(({ recordedAt, replacedAt }) =>
    knownAt === undefined
      ? replacedAt === null
      : recordedAt <= knownAt && (replacedAt === null || replacedAt > knownAt),
  );

/** The row, if it stands, marked as replaced at an instant. */
export const replacedAt = <R extends Recording>(row: R, instant: Instant): R =>
  row.replacedAt === null ? { ...row, replacedAt: instant } : row;

/** The turn that holds on a day, as known at an instant. */
export const turnOn = <T extends Turn>(turns: ReadonlyArray<T>, on: Day, knownAt?: Instant): T | undefined =>
  known(turns, knownAt).reduce<T | undefined>(
    (last, next) => (next.from <= on && (last === undefined || next.from > last.from) ? next : last),
    undefined,
  );

/** The turns that stand now, in order of day. */
export const inOrder = <T extends Turn>(turns: ReadonlyArray<T>): ReadonlyArray<T> =>
  known(turns).toSorted((a, b) => (a.from < b.from ? -1 : 1));

/** The turns with one more, in place of the one named by `replaces` and of one that began on the same day. */
export const enter = <T extends Turn>(
  turns: ReadonlyArray<T>,
  fresh: T,
  replaces?: string | null,
): ReadonlyArray<T> =>
  linked([
    ...turns.map((turn) =>
      turn.id === replaces || turn.from === fresh.from ? replacedAt(turn, fresh.recordedAt) : turn,
    ),
    fresh,
  ]);

/** Lets each standing turn end on the day before the next one. */
const linked = <T extends Turn>(turns: ReadonlyArray<T>): ReadonlyArray<T> => {
  const order = inOrder(turns);
  const ends = new Map(
    order.map(({ id }, index) => {
      const next = order[index + 1];
      return [id, next === undefined ? null : addDays(next.from, -1)];
    }),
  );
  return turns.map((turn) => {
    const to = turn.replacedAt === null ? (ends.get(turn.id) ?? null) : turn.to;
    return to === turn.to ? turn : { ...turn, to };
  });
};

/** Whether a turn may be replaced: it stands, and it is not the first, which nothing could stand in for. */
export const isReplaceable = (turns: ReadonlyArray<Turn>, id: string): boolean =>
  inOrder(turns).findIndex((turn) => turn.id === id) > 0;
