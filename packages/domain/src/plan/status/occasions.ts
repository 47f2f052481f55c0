import { Day, lastDay, PartialDay } from "@verksam/kernel";
import type { Observance } from "../facts.ts";
import type { Known } from "../known.ts";

/** The days of an observance: those of the plan's years, of the years beside them, and the years nobody has set. */
export interface Occasions {
  /** In order, each once; also those outside the plan, since they too may be what a piece of evidence is about. */
  readonly days: ReadonlyArray<Day>;
  /** Years that are over by the day asked about, end within the plan and have no days set, not even none. */
  readonly unsetYears: ReadonlyArray<number>;
}

/** When an observance falls, by its fixed date or by what others have set for each year. */
export const occasions = (known: Known, code: string, day: Day): Occasions => {
  const { from, to } = known.period;
  const years = range(yearOf(from), yearOf(to));
  const when: Observance["when"] = known.observance(code)?.when ?? { days: [] };
  if ("month" in when) {
    const days = range(yearOf(from) - 1, yearOf(to) + 1).map((year) => fixedDay(year, when.month, when.day));
    return { days, unsetYears: [] };
  }
  const set = new Map<number, ReadonlyArray<Day>>();
  for (const each of when.days) set.set(yearOf(each), [...(set.get(yearOf(each)) ?? []), each]);
  const entries = [...known.daysSet(code)].sort((a, b) =>
    a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0,
  );
  for (const { year, days } of entries) set.set(year, days);
  const isOver = (year: number) => lastOfYear(year) < day && lastOfYear(year) <= to;
  return {
    days: [...new Set([...set.values()].flat())].sort(),
    unsetYears: years.filter((year) => isOver(year) && !set.has(year)),
  };
};

const yearOf = (day: Day): number => Number(day.slice(0, 4));

const range = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const digits = (number: number, length: number): string => String(number).padStart(length, "0");

const lastOfYear = (year: number): Day => Day.make(`${digits(year, 4)}-12-31`);

const fixedDay = (year: number, month: number, day: number): Day => {
  const last = lastDay(PartialDay.make(`${digits(year, 4)}-${digits(month, 2)}`));
  const fixed = `${last.slice(0, 8)}${digits(day, 2)}`;
  return fixed > last ? last : Day.make(fixed);
};
