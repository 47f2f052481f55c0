import type { Day, Instant, Span } from "@verksam/kernel";
import type { Money } from "../money.ts";

const spanPattern = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/** A part of a span of time: "6 months". */
export interface SpanPart {
  readonly unit: "year" | "month" | "week" | "day";
  readonly count: number;
}

/** The parts of a span that are not zero, longest unit first. */
export const spanParts = (span: Span): ReadonlyArray<SpanPart> => {
  const [, year, month, week, day] = spanPattern.exec(span) ?? [];
  const counts = [
    ["year", year],
    ["month", month],
    ["week", week],
    ["day", day],
  ] as const;
  return counts.flatMap(([unit, count]) => (Number(count) > 0 ? [{ unit, count: Number(count) }] : []));
};

/** Writes days, periods and instants with a language's names of months; the day comes first, as in both our languages. */
export const calendar = (months: ReadonlyArray<string>, clock: string) => {
  const day = (on: string): string =>
    `${Number(on.slice(8, 10))} ${months[Number(on.slice(5, 7)) - 1]} ${Number(on.slice(0, 4))}`;
  return {
    day,
    period: (from: Day, to: Day): string => `${day(from)} – ${day(to)}`,
    instant: (at: Instant): string => `${day(at.slice(0, 10))} ${clock} ${at.slice(11, 16)} UTC`,
  };
};

/** A number with a language's separators, at most two decimals. */
export const numerals = (locale: string): ((value: number) => string) => {
  // Made at first use: a format costs more than all the rest of importing this area.
  let format: Intl.NumberFormat | undefined;
  return (value) => {
    format ??= new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    return format.format(value);
  };
};

/** "a, b and c". */
export const enumeration = (locale: string): ((items: ReadonlyArray<string>) => string) => {
  let format: Intl.ListFormat | undefined;
  return (items) => {
    format ??= new Intl.ListFormat(locale, { type: "conjunction" });
    return format.format(items);
  };
};

/** An amount of minor units in whole ones with its currency: 1250000 öre are "12,500 SEK". */
export const sums = (locale: string): ((money: Money) => string) => {
  return ({ amount, currency }) => {
    // Intl throws for what is no code, and a page is not the place to fail for it: most currencies have two decimals.
    const isCode = /^[A-Z]{3}$/.test(currency);
    const decimals = isCode
      ? (new Intl.NumberFormat(locale, { style: "currency", currency }).resolvedOptions()
          .maximumFractionDigits ?? 2)
      : 2;
    const value = amount / 10 ** decimals;
    const shown = Number.isInteger(value) ? 0 : decimals;
    const format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: shown,
      maximumFractionDigits: shown,
    });
    return `${format.format(value)} ${currency}`;
  };
};
