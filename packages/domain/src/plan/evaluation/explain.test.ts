import { describe, expect, it } from "vitest";
import type { Why } from "../why.ts";
import { explain, type Line } from "./explain.ts";
import { voiceOf } from "./names.ts";
import { day, input, span, status, twoParts, whys } from "./sample.fixture.ts";

const voices = { en: voiceOf(input.names, "en"), sv: voiceOf(input.names, "sv") };
const told = (lines: ReadonlyArray<Line>): ReadonlyArray<unknown> =>
  lines.map(({ mark, text, lines }) => (lines.length === 0 ? [mark, text] : [mark, text, told(lines)]));

const deadline = day("2027-04-30");
const { size: _, ...withoutSize } = whys.coverage;
const { baseline: __, ...withoutBaseline } = whys.baseline;
const [excused] = whys.coverage.excused;

const sentences: ReadonlyArray<readonly [title: string, why: Why, en: string, sv: string]> = [
  [
    "some of a count",
    whys.count,
    "Theme evening: 1 recorded; at least 2 are promised.",
    "Temakväll: redovisat 1, utlovat minst 2.",
  ],
  [
    "none of one",
    { ...whys.count, counted: 0, needed: 1 },
    "Theme evening: nothing recorded yet; at least 1 is promised.",
    "Temakväll: inget redovisat än, utlovat minst 1.",
  ],
  [
    "thousands",
    { ...whys.count, counted: 12_500, needed: 10_000 },
    "Theme evening: 12,500 recorded; at least 10,000 are promised.",
    "Temakväll: redovisat 12\u00a0500, utlovat minst 10\u00a0000.",
  ],
  [
    "some of a population, and one excused",
    whys.coverage,
    "Strategy adopted: 5 of 9 local associations. 1 is excused. 3 more are needed.",
    "Strategin antagen: 5 av 9 partiföreningar. 1 är undantagen. 3 till behövs.",
  ],
  [
    "one short, evidence that ages",
    { ...whys.coverage, needed: 6, excused: [], every: span("P1Y") },
    "Strategy adopted: 5 of 9 local associations. 1 more is needed. Evidence holds for 1 year.",
    "Strategin antagen: 5 av 9 partiföreningar. 1 till behövs. Underlaget gäller i 1 år.",
  ],
  [
    "more than the share",
    { ...whys.coverage, needed: 4, excused: [] },
    "Strategy adopted: 5 of 9 local associations.",
    "Strategin antagen: 5 av 9 partiföreningar.",
  ],
  [
    "everybody excused",
    {
      ...whys.coverage,
      size: 2,
      covered: [],
      missing: [],
      needed: 0,
      excused: [excused, excused].flatMap((e) => e ?? []),
    },
    "Strategy adopted: there is nobody left to cover (local associations). 2 are excused.",
    "Strategin antagen: det finns ingen kvar att nå (partiföreningar). 2 är undantagna.",
  ],
  [
    "a population never recorded",
    withoutSize,
    "Strategy adopted: who is to be covered (local associations) has never been recorded.",
    "Strategin antagen: vilka som ska nås (partiföreningar) har aldrig registrerats.",
  ],
  [
    "distinct subjects against a baseline",
    whys.baseline,
    "Associations that knock on doors: 7 different, compared with 4 before; more than before is promised.",
    "Föreningar som knackar dörr: 7 olika, jämfört med utgångsläget 4; mer än förut är utlovat.",
  ],
  [
    "a sum without a baseline",
    { ...withoutBaseline, take: "sum" },
    "Associations that knock on doors: 7, but there is no baseline to compare with.",
    "Föreningar som knackar dörr: 7, men det finns inget utgångsläge att jämföra med.",
  ],
  ["one stage of three", whys.milestone, "1 of 3 stages has been reached.", "1 av 3 steg är nått."],
  [
    "no stage of one",
    { rule: "milestone", stages: [{ name: "draft", lateBy: 0 }] },
    "None of 1 stage has been reached.",
    "Inget av 1 steg är nått.",
  ],
  [
    "what is due again",
    whys.standing,
    "Chairs’ meeting: most recently on 3 March 2026, due again since 3 September 2026. Promised at least every 6 months.",
    "Ordförandemöte: senaste underlaget är från 3 mars 2026, nytt skulle ha kommit senast den 3 september 2026. Utlovat minst var 6:e månad.",
  ],
  [
    "subjects, each by itself",
    {
      ...whys.standing,
      every: span("P1Y"),
      subjects: [
        { subject: "sundbro", status: "met", last: day("2026-10-02"), lateBy: 0 },
        { subject: "norrvik", status: "noEvidence", lateBy: 0 },
      ],
    },
    "Chairs’ meeting: 1 of 2 is up to date. Promised at least every year.",
    "Ordförandemöte: 1 av 2 är i fas. Utlovat minst varje år.",
  ],
  [
    "answers",
    whys.each,
    "Input: 1 of 2 has been followed by “Answer”, promised within 2 months.",
    "Inspel: 1 av 2 har följts av ”Svar”, utlovat inom 2 månader.",
  ],
  [
    "nothing to answer",
    { ...whys.each, items: [] },
    "Nothing to answer: no “Input” has been recorded.",
    "Inget att besvara: ”Inspel” har inte redovisats.",
  ],
  [
    "occasions so far",
    whys.observance,
    "1 of 2 occasions has been marked so far.",
    "1 av 2 tillfällen har uppmärksammats hittills.",
  ],
  [
    "no occasion so far",
    { rule: "observance", occurrences: [] },
    "No occasion has come up yet.",
    "Inget tillfälle har inträffat än.",
  ],
  ["goals", whys.outcome, "1 of 3 goals has been reached.", "1 av 3 mål är nått."],
  ["parts", twoParts, "1 of 2 parts is met.", "1 av 2 delar är uppfylld."],
  [
    "not yet made, and no decision known",
    whys.notInForce,
    "Not yet made on this day.",
    "Ännu inte beslutat den här dagen.",
  ],
  [
    "dropped",
    {
      rule: "notInForce",
      because: "dropped",
      decision: {
        kind: "dropped",
        from: day("2026-01-17"),
        reason: "Kommunen lånar ut lokaler.",
        recordedAt: input.knownAt,
      },
    },
    "Dropped on 17 January 2026: Kommunen lånar ut lokaler.",
    "Struket den 17 januari 2026: Kommunen lånar ut lokaler.",
  ],
];

describe("why a status is what it is, in a sentence", () => {
  it.each(sentences)("%s", (_, why, en, sv) => {
    expect(explain({ why, deadline }, voices.en).sentence).toBe(en);
    expect(explain({ why, deadline }, voices.sv).sentence).toBe(sv);
  });
});

describe("the single things behind it", () => {
  it("stages, reached or not, and how late", () => {
    expect(told(explain({ why: whys.milestone, deadline }, voices.en).lines)).toEqual([
      ["met", "Draft: reached on 2 March 2026, 1 day late"],
      ["late", "Adopted: due by 13 September 2026, 70 days late"],
      ["noEvidence", "Reviewed: not reached"],
    ]);
    expect(told(explain({ why: whys.milestone, deadline }, voices.sv).lines)).toEqual([
      ["met", "Utkast: nått 2 mars 2026, 1 dag för sent"],
      ["late", "Antagen: ska vara nått senast 13 september 2026, 70 dagar för sent"],
      ["noEvidence", "Utvärderad: inte nått"],
    ]);
  });

  it("answers, by subject or else by what they answer", () => {
    expect(told(explain({ why: whys.each, deadline }, voices.en).lines)).toEqual([
      ["met", "Input 1: from 10 January 2026, answered on 1 February 2026"],
      ["onTheWay", "Input: from 10 October 2026, to be answered by 10 December 2026"],
    ]);
    expect(told(explain({ why: whys.each, deadline }, voices.sv).lines)).toEqual([
      ["met", "Inspel 1: från 10 januari 2026, besvarat 1 februari 2026"],
      ["onTheWay", "Inspel: från 10 oktober 2026, ska besvaras senast 10 december 2026"],
    ]);
  });

  it("occasions in every state", () => {
    const states = ["marked", "notHeld", "open", "late", "ahead"] as const;
    const each: Why = {
      rule: "observance",
      occurrences: [
        ...states.map((state) => ({ observance: "may-day", on: day("2026-05-01"), state })),
        { observance: "pride", year: 2025, state: "unknown" },
      ],
    };
    expect(told(explain({ why: each, deadline }, voices.en).lines)).toEqual([
      ["met", "1 May 2026: May Day, marked"],
      ["notApplicable", "1 May 2026: May Day, not held by its organiser"],
      ["onTheWay", "1 May 2026: May Day, not yet recorded as marked"],
      ["late", "1 May 2026: May Day, not marked"],
      ["noEvidence", "1 May 2026: May Day, coming up"],
      ["unknown", "2025: Pride, the day was never recorded"],
    ]);
    expect(told(explain({ why: each, deadline }, voices.sv).lines)).toEqual([
      ["met", "1 maj 2026: Första maj, uppmärksammat"],
      ["notApplicable", "1 maj 2026: Första maj, ordnades inte av arrangören"],
      ["onTheWay", "1 maj 2026: Första maj, ännu inte redovisat"],
      ["late", "1 maj 2026: Första maj, inte uppmärksammat"],
      ["noEvidence", "1 maj 2026: Första maj, kommande"],
      ["unknown", "2025: Pride, dagen har aldrig registrerats"],
    ]);
  });

  it("goals, measured or judged", () => {
    const goals: Why = {
      rule: "outcome",
      goals: [...whys.outcome.goals, { judged: "change", reached: false }, { judged: "change" }],
    };
    expect(told(explain({ why: goals, deadline }, voices.en).lines)).toEqual([
      ["met", "Change of government: judged to be reached"],
      ["notMet", "Municipalities: 7 (goal: more than 8)"],
      ["unknown", "Portfolios: not recorded (goal: at least 2)"],
      ["notMet", "Change of government: judged not to be reached"],
      ["unknown", "Change of government: not yet judged"],
    ]);
    expect(told(explain({ why: goals, deadline }, voices.sv).lines).slice(1, 4)).toEqual([
      ["notMet", "Kommuner: 7 (mål: mer än 8)"],
      ["unknown", "Rotlar: inte redovisat (mål: minst 2)"],
      ["notMet", "Maktskifte: bedömt som inte nått"],
    ]);
  });

  it("parts with their status in words and their own things behind them", () => {
    const nested: Why = {
      rule: "all",
      parts: [status("late", { rule: "all", parts: [status("late", whys.milestone)] })],
    };
    expect(told(explain({ why: nested, deadline }, voices.sv).lines)).toEqual([
      [
        "late",
        "Försenat. Ingen av 1 del är uppfylld.",
        [
          [
            "late",
            "Försenat. 1 av 3 steg är nått.",
            [
              ["met", "Utkast: nått 2 mars 2026, 1 dag för sent"],
              ["late", "Antagen: ska vara nått senast 13 september 2026, 70 dagar för sent"],
              ["noEvidence", "Utvärderad: inte nått"],
            ],
          ],
        ],
      ],
    ]);
  });

  it("a part's deadline where it is not the whole's", () => {
    const early: Why = {
      rule: "all",
      parts: [status("notMet", whys.count, { deadline: day("2026-09-12") })],
    };
    expect(told(explain({ why: early, deadline }, voices.en).lines)).toEqual([
      [
        "notMet",
        "Not met. Theme evening: 1 recorded; at least 2 are promised. Its own deadline is 12 September 2026.",
      ],
    ]);
    expect(told(explain({ why: early, deadline }, voices.sv).lines)).toEqual([
      [
        "notMet",
        "Inte uppfyllt. Temakväll: redovisat 1, utlovat minst 2. Egen tidsgräns: 12 september 2026.",
      ],
    ]);
  });
});
