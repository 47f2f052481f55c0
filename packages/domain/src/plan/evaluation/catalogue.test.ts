import { describe, expect, it } from "vitest";
import { catalogues } from "./catalogue.ts";
import { day, input, span } from "./sample.fixture.ts";

const { sv, en } = catalogues;

/** Every word and heading that is not a function, with the way to it. */
const texts = (of: object, path = ""): ReadonlyArray<readonly [string, string]> =>
  Object.entries(of).flatMap(([key, value]) => {
    if (typeof value === "string") return [[`${path}${key}`, value] as const];
    return typeof value === "object" ? texts(value, `${path}${key}.`) : [];
  });

describe("the catalogues", () => {
  it("have a word for everything, and share only the words that are the same in both languages", () => {
    const english = new Map(texts(en));
    expect(texts(sv).filter(([, text]) => text.trim() === "")).toEqual([]);
    expect(texts(sv).flatMap(([path, text]) => (english.get(path) === text ? [text] : []))).toEqual([]);
  });

  it("name the statuses", () => {
    expect(Object.values(sv.status).map(({ name }) => name)).toEqual([
      "uppfyllt",
      "på väg",
      "försenat",
      "inte uppfyllt",
      "inget underlag",
      "okänt",
      "ej aktuellt",
    ]);
  });
});

describe("days, instants and numbers", () => {
  it.each([
    ["2026-09-13", "13 september 2026", "13 September 2026"],
    ["2027-01-01", "1 januari 2027", "1 January 2027"],
    ["2028-02-29", "29 februari 2028", "29 February 2028"],
    ["0987-05-01", "1 maj 987", "1 May 987"],
  ])("%s", (on, swedish, english) => {
    expect(sv.day(day(on))).toBe(swedish);
    expect(en.day(day(on))).toBe(english);
  });

  it("read as people write them", () => {
    expect(sv.period(day("2025-05-01"), day("2027-04-30"))).toBe("1 maj 2025 – 30 april 2027");
    expect(sv.sentence.knownAt(input.knownAt)).toContain("den 22 november 2026 kl. 10:05 UTC");
    expect(en.sentence.knownAt(input.knownAt)).toContain("22 November 2026 at 10:05 UTC");
    expect([sv.number(1234.5), en.number(1234.5)]).toEqual(["1\u00a0234,5", "1,234.5"]);
    expect([sv.list(["a", "b", "c"]), en.list(["a", "b", "c"])]).toEqual(["a, b och c", "a, b and c"]);
  });
});

describe("money in minor units", () => {
  it.each([
    [1_250_000, "SEK", "12\u00a0500 SEK", "12,500 SEK"],
    [1_250_050, "SEK", "12\u00a0500,50 SEK", "12,500.50 SEK"],
    [12_500, "JPY", "12\u00a0500 JPY", "12,500 JPY"],
    [100, "no code", "1 no code", "1 no code"],
  ])("%i %s", (amount, currency, swedish, english) => {
    expect([sv.money({ amount, currency }), en.money({ amount, currency })]).toEqual([swedish, english]);
  });
});

describe("how often", () => {
  it.each([
    ["P1Y", "minst varje år", "at least every year"],
    ["P1M", "minst varje månad", "at least every month"],
    ["P2Y", "minst vartannat år", "at least every 2 years"],
    ["P3Y", "minst vart 3:e år", "at least every 3 years"],
    ["P2M", "minst varannan månad", "at least every 2 months"],
    ["P6M", "minst var 6:e månad", "at least every 6 months"],
    ["P11M", "minst var 11:e månad", "at least every 11 months"],
    ["P2W", "minst varannan vecka", "at least every 2 weeks"],
    ["P21D", "minst var 21:a dag", "at least every 21 days"],
    ["P1Y6M", "med högst 1 år och 6 månader emellan", "at most 1 year and 6 months apart"],
    ["P0Y6M", "minst var 6:e månad", "at least every 6 months"],
  ])("%s", (every, swedish, english) => {
    const told = [sv, en].map(({ why }) => why.standing("x", span(every), undefined, undefined));
    expect(told).toEqual([
      `x: inget underlag än. Utlovat ${swedish}.`,
      `x: nothing recorded yet. Promised ${english}.`,
    ]);
  });
});

describe("one and many", () => {
  it.each([
    [0, "Inget av 19 åtaganden är uppfyllt.", "None of 19 commitments is met."],
    [1, "1 av 19 åtaganden är uppfyllt.", "1 of 19 commitments is met."],
    [2, "2 av 19 åtaganden är uppfyllda.", "2 of 19 commitments are met."],
  ])("%i commitments met", (met, swedish, english) => {
    expect(sv.sentence.summary(met, 19)).toBe(swedish);
    expect(en.sentence.summary(met, 19)).toBe(english);
  });

  it.each([
    [1, 1, "1 underlag räknas mot det som var planerat. Vid sidan av det har 1 snabb insats genomförts."],
    [2, 3, "2 underlag räknas mot det som var planerat. Vid sidan av det har 3 snabba insatser genomförts."],
  ])("%i planned and %i unplanned in Swedish", (planned, unplanned, told) => {
    expect(sv.sentence.work(planned, unplanned)).toBe(told);
  });

  it.each([
    [
      1,
      1,
      "1 piece of evidence has been counted for what was planned. Beside it, 1 rapid response has been carried out.",
    ],
    [
      2,
      3,
      "2 pieces of evidence have been counted for what was planned. Beside it, 3 rapid responses have been carried out.",
    ],
  ])("%i planned and %i unplanned in English", (planned, unplanned, told) => {
    expect(en.sentence.work(planned, unplanned)).toBe(told);
  });

  it("evidence, decisions and commitments", () => {
    expect([en.sentence.evidence(1), en.sentence.evidence(2)]).toEqual([
      "1 piece of evidence",
      "2 pieces of evidence",
    ]);
    expect([en.sentence.decisions(1), en.sentence.decisions(2)]).toEqual(["1 decision", "2 decisions"]);
    expect([en.sentence.missing(1), en.sentence.missing(2)]).toEqual(["1 is missing", "2 are missing"]);
    expect([sv.sentence.commitments(1), sv.sentence.commitments(2)]).toEqual(["1 åtagande", "2 åtaganden"]);
    expect([sv.sentence.adopted(1, 1), sv.sentence.adopted(1, 2)]).toEqual([
      "Antagen av 1 av 1 enhet.",
      "Antagen av 1 av 2 enheter.",
    ]);
  });
});
