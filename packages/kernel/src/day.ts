/** Days, instants and spans of days as plain text that sorts: no zone hides in a day, no day in an instant. */
import * as Schema from "effect/Schema";

/** A calendar day, `YYYY-MM-DD`, proleptic Gregorian, years 0001–9999; impossible days are refused. */
export const Day = Schema.String.check(
  Schema.makeFilter((text) => isDay(text) || "not a calendar day YYYY-MM-DD", {
    expected: "a calendar day YYYY-MM-DD",
  }),
).pipe(Schema.brand("Day"));
export type Day = typeof Day.Type;

/** An instant in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ` (ISO 8601): one width, so text order is time order. */
export const Instant = Schema.String.check(
  Schema.makeFilter((text) => isInstant(text) || "not an instant YYYY-MM-DDTHH:mm:ss.sssZ", {
    expected: "an instant YYYY-MM-DDTHH:mm:ss.sssZ",
  }),
).pipe(Schema.brand("Instant"));
export type Instant = typeof Instant.Type;

/** A day known to the year, the month or the day: `2026`, `2026-11` or `2026-11-22`. */
export const PartialDay = Schema.String.check(
  Schema.makeFilter((text) => isDay(firstDayText(text)) || "not a year, a month or a day", {
    expected: "YYYY, YYYY-MM or YYYY-MM-DD",
  }),
).pipe(Schema.brand("PartialDay"));
export type PartialDay = typeof PartialDay.Type;

/** A length of time in date parts (ISO 8601): years, months, weeks and days in this order, such as `P1Y6M` or `P2W`. */
export const Span = Schema.String.check(
  Schema.makeFilter((text) => SPAN.test(text) || "not a span of date parts such as P1Y6M or P2W", {
    expected: "an ISO 8601 duration of date parts",
  }),
).pipe(Schema.brand("Span"));
export type Span = typeof Span.Type;

/** From a day to a day, both included; without `to` it has no end yet. */
export interface Period {
  readonly from: Day;
  readonly to?: Day | undefined;
}

const FIRST = "0001-01-01" as Day;
const LAST = "9999-12-31" as Day;
// At most four digits a part keep every sum far inside exact integers.
const SPAN = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?$/;

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const [year, month, day] = partsOf(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(text) && isDay(text.slice(0, 10));

const partsOf = (day: string): [number, number, number] => [
  digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3),
  digit(day, 5) * 10 + digit(day, 6),
  digit(day, 8) * 10 + digit(day, 9),
];

// Only digits stand at these places, in every text that reaches `partsOf`.
const digit = (day: string, place: number): number => day.charCodeAt(place) - 48;

const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

const firstDayText = (partial: string): string =>
  partial + "-01-01".slice(0, Math.max(0, 10 - partial.length));

// The parts are those of a real day by construction, which is all that Day asks for.
const dayText = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}` as Day;

const DAYS_IN_400_YEARS = 146_097;

/** Days since 0000-03-01, from where leap days fall at the end of a year. */
const numberOf = (day: Day): number => {
  const [year, month, dayOfMonth] = partsOf(day);
  const shifted = month > 2 ? year : year - 1;
  const sinceMarch = (month + 9) % 12;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leaps + Math.floor((153 * sinceMarch + 2) / 5) + dayOfMonth - 1;
};

const FIRST_NUMBER = numberOf(FIRST);
const LAST_NUMBER = numberOf(LAST);

const dayFrom = (number: number): Day => {
  if (number <= FIRST_NUMBER) return FIRST;
  if (number >= LAST_NUMBER) return LAST;
  const cycle = Math.floor(number / DAYS_IN_400_YEARS);
  const inCycle = number - cycle * DAYS_IN_400_YEARS;
  const yearInCycle = Math.floor(
    (inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36_524) - Math.floor(inCycle / 146_096)) /
      365,
  );
  const inYear = inCycle - (365 * yearInCycle + Math.floor(yearInCycle / 4) - Math.floor(yearInCycle / 100));
  const sinceMarch = Math.floor((5 * inYear + 2) / 153);
  const month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9;
  const year = cycle * 400 + yearInCycle + (month <= 2 ? 1 : 0);
  return dayText(year, month, inYear - Math.floor((153 * sinceMarch + 2) / 5) + 1);
};

/** The day so many days later, or earlier where the number is negative; it stops at 0001-01-01 and 9999-12-31. */
export const addDays = (day: Day, days: number): Day => dayFrom(numberOf(day) + days);

/** How many days from one day to another: 0 on the same day, negative where `to` is the earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

/** The day a span later: first years and months, the day of the month clamped to the month's end, then weeks and days. */
export const addSpan = (day: Day, span: Span): Day => shift(day, span, 1);

/** The day a span earlier, by the rules of {@link addSpan}; where a month's end was clamped, adding the span again does not lead back. */
export const subtractSpan = (day: Day, span: Span): Day => shift(day, span, -1);

const shift = (day: Day, span: Span, sign: 1 | -1): Day => {
  const [, years = "0", months = "0", weeks = "0", days = "0"] = SPAN.exec(span) ?? [];
  const moved = sign * (Number(years) * 12 + Number(months));
  return addDays(moved === 0 ? day : addMonths(day, moved), sign * (Number(weeks) * 7 + Number(days)));
};

const addMonths = (day: Day, months: number): Day => {
  const [year, month, dayOfMonth] = partsOf(day);
  const total = year * 12 + month - 1 + months;
  const toYear = Math.floor(total / 12);
  const toMonth = total - toYear * 12 + 1;
  if (toYear < 1) return FIRST;
  return toYear > 9999 ? LAST : dayText(toYear, toMonth, Math.min(dayOfMonth, daysIn(toYear, toMonth)));
};

/** The first day that may be meant. */
export const firstDay = (partial: PartialDay): Day => firstDayText(partial) as Day;

/** The last day that may be meant. */
export const lastDay = (partial: PartialDay): Day => {
  const [year, month, day] = partsOf(partial + "-12-00".slice(partial.length - 4));
  return dayText(year, month, day === 0 ? daysIn(year, month) : day);
};

/** The earlier of two days. */
export const minDay = (a: Day, b: Day): Day => (b < a ? b : a);

/** The later of two days. */
export const maxDay = (a: Day, b: Day): Day => (b > a ? b : a);

/** Whether the day lies in the period. */
export const includes = (period: Period, day: Day): boolean =>
  day >= period.from && (period.to === undefined || day <= period.to);

/** Whether the periods share a day. */
export const overlaps = (a: Period, b: Period): boolean =>
  (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to);

/** The instant of a number of milliseconds since 1970-01-01T00:00:00Z. */
export const instantOf = (millis: number): Instant => new Date(millis).toISOString() as Instant;

const zones = new Map<string, Intl.DateTimeFormat>();
const lastDays = new Map<string, { readonly quarter: string; readonly day: Day }>();

/** The day it is at an instant in an IANA time zone; throws a `RangeError` where the runtime does not know the zone. */
export const dayOf = (instant: Instant, zone: string): Day => {
  // Since 1972 every zone's offset is whole quarters of an hour, so a quarter lies within one day.
  const quarter = `${instant.slice(0, 14)}${Math.floor(Number(instant.slice(14, 16)) / 15)}`;
  const last = lastDays.get(zone);
  if (last?.quarter === quarter) return last.day;
  const format =
    zones.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  zones.set(zone, format);
  const day = format.format(new Date(instant)) as Day;
  lastDays.set(zone, { quarter, day });
  return day;
};
