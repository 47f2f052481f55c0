/** Mandates of an office as entries: every change is a later entry that replaces one, and the replaced stays. */
import { addDays, Day, Id } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { PersonId } from "../shared/ids.ts";
import { Code } from "./code.ts";
import { known, type Recording, recording, replacedAt } from "./timeline.ts";

/**
 * `ordinary`: holds a seat. `acting`: serves in a seat that is vacant or whose holder is suspended. `substitute`: stands
 * ready, holds no seat and no power until acting.
 */
export const Role = Schema.Literals(["ordinary", "substitute", "acting"]);
export type Role = typeof Role.Type;

/** Days from and to, both included; `to` null while open. */
export const Span = Schema.Struct({ from: Day, to: Schema.NullOr(Day) });
export type Span = typeof Span.Type;

/** One entry about a mandate: all that was known of it from `recordedAt` until `replacedAt`. */
export const mandate = {
  ...recording,
  mandate: Id,
  person: PersonId,
  role: Role,
  from: Day,
  to: Schema.NullOr(Day),
  /** Why it ended before its time. */
  cause: Schema.NullOr(Code),
  /** In order of day. */
  suspended: Schema.Array(Span),
  /** The entry this one replaces. */
  replaces: Schema.NullOr(Id),
};
export type Mandate = Schema.Struct<typeof mandate>["Type"];
/** What a change may say of a mandate. */
export type Terms = Pick<Mandate, "person" | "role" | "from" | "to" | "cause" | "suspended">;

/** The entry of a mandate that stands now. */
export const standing = (entries: ReadonlyArray<Mandate>, id: string): Mandate | undefined =>
  known(entries).find(({ mandate }) => mandate === id);

/** The entries with a new mandate. */
export const granted = (
  entries: ReadonlyArray<Mandate>,
  by: Recording,
  mandate: Pick<Mandate, "mandate"> & Terms,
): ReadonlyArray<Mandate> => [...entries, { ...by, ...mandate, replaces: null }];

/** The entries with one replaced: by its new terms, or, where it is annulled, by nothing. */
export const revised = (
  entries: ReadonlyArray<Mandate>,
  by: Recording,
  replaces: string,
  change: (old: Mandate) => Terms | "annulled",
): ReadonlyArray<Mandate> =>
  entries.flatMap((entry) => {
    if (entry.id !== replaces) return [entry];
    const old = replacedAt(entry, by.recordedAt);
    const terms = change(entry);
    return terms === "annulled"
      ? [old]
      : [old, { ...by, mandate: entry.mandate, ...corrected(entry, terms), replaces }];
  });

export const isWithin = ({ from, to }: Span, on: Day): boolean => from <= on && (to === null || on <= to);

export const isSuspendedOn = ({ suspended }: Pick<Mandate, "suspended">, on: Day): boolean =>
  suspended.some((span) => isWithin(span, on));

/** What is left of spans within another span. */
const within = (spans: ReadonlyArray<Span>, { from, to }: Span): ReadonlyArray<Span> =>
  spans.flatMap((span) => {
    const first = span.from < from ? from : span.from;
    const last = to === null || (span.to !== null && span.to < to) ? span.to : to;
    return last === null || first <= last ? [{ from: first, to: last }] : [];
  });

/** The terms of a mandate put right; its suspensions and the cause of its end stay as far as they still fit. */
export const corrected = (old: Terms, by: Partial<Terms>): Terms => {
  const { person, role, from, to, cause, suspended } = { ...old, ...by };
  return {
    person,
    role,
    from,
    to,
    cause: to === null ? null : cause,
    suspended: within(suspended, { from, to }),
  };
};

/** The terms of a mandate with one more suspension. */
export const suspendedFor = (old: Terms, span: Span): Terms =>
  corrected(old, { suspended: [...old.suspended, span].toSorted((a, b) => (a.from < b.from ? -1 : 1)) });

/** The terms of a mandate whose suspension on a day ends on the day before, so that one from that day on never was. */
export const resumedOn = (old: Terms, on: Day): Terms => ({
  ...old,
  suspended: old.suspended.flatMap((span) =>
    isWithin(span, on) ? (span.from < on ? [{ from: span.from, to: addDays(on, -1) }] : []) : [span],
  ),
});

/** The spans in which a mandate gives its office's powers: none to a substitute, and none while it is suspended. */
export const servingSpans = ({ role, from, to, suspended }: Mandate): ReadonlyArray<Span> => {
  if (role === "substitute") return [];
  const spans: Array<Span> = [];
  let next: Day | null = from;
  for (const pause of suspended) {
    if (next === null) break;
    if (next < pause.from) spans.push({ from: next, to: addDays(pause.from, -1) });
    next = pause.to === null ? null : addDays(pause.to, 1);
  }
  if (next !== null && (to === null || next <= to)) spans.push({ from: next, to });
  return spans;
};
