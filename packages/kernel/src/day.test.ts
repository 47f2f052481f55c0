import { Schema } from "effect";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addSpan,
  Day,
  dayOf,
  daysBetween,
  firstDay,
  Instant,
  includes,
  instantOf,
  lastDay,
  maxDay,
  minDay,
  overlaps,
  PartialDay,
  Span,
  subtractSpan,
} from "./day.ts";

const day = (text: string) => Day.make(text);
const span = (text: string) => Span.make(text);
const DAY_MS = 86_400_000;
const byCalendar = (days: number) => day(new Date(days * DAY_MS).toISOString().slice(0, 10));
const days = fc.integer({ min: Date.UTC(1600, 0, 1) / DAY_MS, max: Date.UTC(2600, 0, 1) / DAY_MS });

describe("what is a day, an instant, a partial day, a span", () => {
  it.each([
    [Day, ["2026-02-28", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"]],
    [Instant, ["2026-11-22T10:00:00.000Z", "2026-12-31T23:59:59.999Z"]],
    [PartialDay, ["2026", "2026-11", "2026-11-22"]],
    [Span, ["P1Y", "P6M", "P2W", "P10D", "P1Y2M3W4D", "P0D"]],
  ])("%# is accepted", (schema, texts) => {
    for (const text of texts) expect(Schema.is(schema)(text), text).toBe(true);
  });

  it.each([
    [
      Day,
      [
        "2026-02-29",
        "1900-02-29",
        "2026-04-31",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "0000-01-01",
        "2026-1-1",
        "20260101",
        " 2026-01-01",
        "2026-01-01T00:00:00.000Z",
        "",
      ],
    ],
    [
      Instant,
      [
        "2026-11-22T10:00:00Z",
        "2026-11-22T24:00:00.000Z",
        "2026-11-31T10:00:00.000Z",
        "2026-11-22T10:60:00.000Z",
        "2026-11-22T10:00:00.000+01:00",
      ],
    ],
    [PartialDay, ["", "26", "0000", "2026-13", "2026-1", "2026-11-31", "202611", "2026-", "2026-11-"]],
    [Span, ["", "P", "1Y", "PT1H", "P1D2W", "P-1D", "P1.5Y", "P12345D", "p1y"]],
  ])("%# is refused", (schema, texts) => {
    for (const text of texts) expect(Schema.is(schema)(text), text).toBe(false);
  });
});

describe("arithmetic of days", () => {
  it("agrees with the calendar of the platform over a thousand years", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -200_000, max: 200_000 }), (start, step) => {
        expect(addDays(byCalendar(start), step)).toBe(byCalendar(start + step));
        expect(daysBetween(byCalendar(start), byCalendar(start + step))).toBe(step);
      }),
    );
  });

  it("gives every day of four hundred years its own follower", () => {
    for (let number = Date.UTC(1999, 11, 31) / DAY_MS; number < Date.UTC(2400, 1, 1) / DAY_MS; number++) {
      if (addDays(byCalendar(number), 1) !== byCalendar(number + 1)) throw new Error(byCalendar(number));
    }
  });

  it("stops at the first and the last day that can be written", () => {
    expect(addDays(day("9999-12-30"), 5)).toBe("9999-12-31");
    expect(addDays(day("0001-01-02"), -5)).toBe("0001-01-01");
    expect(addSpan(day("9000-01-01"), span("P9999Y"))).toBe("9999-12-31");
    expect(subtractSpan(day("2026-01-01"), span("P9999Y"))).toBe("0001-01-01");
  });

  it.each([
    ["2026-01-31", "P1M", "2026-02-28", "2025-12-31"],
    ["2024-01-31", "P1M", "2024-02-29", "2023-12-31"],
    ["2026-03-31", "P1M", "2026-04-30", "2026-02-28"],
    ["2024-02-29", "P1Y", "2025-02-28", "2023-02-28"],
    ["2026-05-31", "P3M", "2026-08-31", "2026-02-28"],
    ["2026-11-15", "P2M", "2027-01-15", "2026-09-15"],
    ["2026-11-22", "P2W", "2026-12-06", "2026-11-08"],
    ["2026-01-31", "P1M1D", "2026-03-01", "2025-12-30"],
    ["2026-11-22", "P1Y2M3W4D", "2028-02-16", "2025-08-28"],
    ["2026-11-22", "P0D", "2026-11-22", "2026-11-22"],
  ])("%s moved by %s, month ends clamped, is %s or %s", (from, by, later, earlier) => {
    expect(addSpan(day(from), span(by))).toBe(later);
    expect(subtractSpan(day(from), span(by))).toBe(earlier);
  });

  it("never changes the order of days by moving both", () => {
    const spans = fc.constantFrom("P1M", "P11M", "P1Y", "P1M10D", "P3W").map(span);
    fc.assert(
      fc.property(days, fc.nat(400), spans, (start, gap, by) => {
        expect(subtractSpan(byCalendar(start), by) <= subtractSpan(byCalendar(start + gap), by)).toBe(true);
        expect(addSpan(byCalendar(start), by) <= addSpan(byCalendar(start + gap), by)).toBe(true);
      }),
    );
  });

  it("knows the earlier and the later, whichever comes first", () => {
    const [a, b] = [day("2026-09-13"), day("2027-01-01")];
    expect([minDay(a, b), minDay(b, a), maxDay(a, b), maxDay(b, a)]).toEqual([a, a, b, b]);
  });
});

describe("partial days and periods", () => {
  it.each([
    ["2026", "2026-01-01", "2026-12-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2026-02", "2026-02-01", "2026-02-28"],
    ["2026-11-22", "2026-11-22", "2026-11-22"],
  ])("%s begins %s and ends %s", (text, first, last) => {
    const partial = PartialDay.make(text);
    expect([firstDay(partial), lastDay(partial)]).toEqual([first, last]);
  });

  it("includes its first and its last day, and without an end every later one", () => {
    const term = { from: day("2026-03-01"), to: day("2026-03-31") };
    const texts = ["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"];
    expect(texts.map((text) => includes(term, day(text)))).toEqual([false, true, true, false]);
    expect(texts.map((text) => includes({ from: term.from }, day(text)))).toEqual([false, true, true, true]);
  });

  it("overlaps where one day is shared, both ways round", () => {
    const march = { from: day("2026-03-01"), to: day("2026-03-31") };
    const others = [
      [{ from: day("2026-03-31"), to: day("2026-04-30") }, true],
      [{ from: day("2026-04-01") }, false],
      [{ from: day("2025-01-01") }, true],
      [{ from: day("2025-01-01"), to: day("2026-02-28") }, false],
      [{ from: day("2026-03-10"), to: day("2026-03-10") }, true],
    ] as const;
    for (const [other, shared] of others) {
      expect([overlaps(march, other), overlaps(other, march)]).toEqual([shared, shared]);
    }
  });
});

describe("the day of an instant", () => {
  it.each([
    ["2026-06-30T21:59:59.999Z", "Europe/Stockholm", "2026-06-30"],
    ["2026-06-30T22:00:00.000Z", "Europe/Stockholm", "2026-07-01"],
    ["2026-12-31T22:59:59.999Z", "Europe/Stockholm", "2026-12-31"],
    ["2026-12-31T23:00:00.000Z", "Europe/Stockholm", "2027-01-01"],
    ["2026-11-22T18:14:59.999Z", "Asia/Kathmandu", "2026-11-22"],
    ["2026-11-22T18:15:00.000Z", "Asia/Kathmandu", "2026-11-23"],
    ["2026-01-01T04:59:59.999Z", "America/New_York", "2025-12-31"],
  ])("%s in %s is %s", (instant, zone, expected) => {
    expect(dayOf(Instant.make(instant), zone)).toBe(expected);
  });

  it("does not answer for one zone or day what it remembers of another", () => {
    const instant = Instant.make("2026-11-22T23:30:00.000Z");
    expect([dayOf(instant, "UTC"), dayOf(instant, "Europe/Stockholm"), dayOf(instant, "UTC")]).toEqual([
      "2026-11-22",
      "2026-11-23",
      "2026-11-22",
    ]);
    expect(dayOf(Instant.make("2026-11-23T23:30:00.000Z"), "UTC")).toBe("2026-11-23");
  });

  it("refuses a zone that nobody knows", () => {
    expect(() => dayOf(Instant.make("2026-11-22T10:00:00.000Z"), "Europe/Nowhere")).toThrow(RangeError);
  });

  it("comes from milliseconds in the one width that sorts", () => {
    expect(instantOf(0)).toBe("1970-01-01T00:00:00.000Z");
  });
});
