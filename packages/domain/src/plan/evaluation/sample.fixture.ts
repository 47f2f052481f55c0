import { Day, Instant, Span } from "@verksam/kernel";
import type { Status, StatusName, Why } from "../why.ts";
import { type AccountOf, type EvaluationInput, evaluation } from "./evaluation.ts";
import type { Label } from "./label.ts";
import type { Names } from "./names.ts";

export const day = (text: string): Day => Day.make(text);
export const span = (text: string): Span => Span.make(text);

/** One explanation of each rule, as it may stand on 22 November 2026. */
export const whys: { readonly [Rule in Why["rule"]]: Extract<Why, { readonly rule: Rule }> } = {
  count: { rule: "count", of: "theme-evening", needed: 2, counted: 1, from: day("2025-05-01") },
  coverage: {
    rule: "coverage",
    obligation: "strategy",
    population: "associations",
    share: "all",
    asOf: day("2026-06-30"),
    size: 9,
    needed: 8,
    covered: ["granasa", "lillhamra", "vastermarka", "angso", "kvarnsjo"],
    missing: ["sundbro", "ekeby", "bjorkdalen"],
    excused: [{ member: "norrvik", from: day("2026-01-01"), reason: "har ingen landsbygd" }],
  },
  baseline: { rule: "baseline", of: "door-knocking", take: "distinct", value: 7, baseline: 4 },
  milestone: {
    rule: "milestone",
    stages: [
      { name: "draft", by: day("2026-03-01"), reached: day("2026-03-02"), lateBy: 1 },
      { name: "adopted", by: day("2026-09-13"), lateBy: 70 },
      { name: "reviewed", lateBy: 0 },
    ],
  },
  standing: {
    rule: "standing",
    of: "chairs-meeting",
    every: span("P6M"),
    last: day("2026-03-03"),
    dueSince: day("2026-09-03"),
    lateBy: 81,
    subjects: [],
  },
  each: {
    rule: "each",
    of: "input",
    then: "answer",
    within: span("P2M"),
    items: [
      {
        id: "i-1",
        subject: "input-1",
        on: day("2026-01-10"),
        due: day("2026-03-10"),
        answered: day("2026-02-01"),
        lateBy: 0,
      },
      { id: "i-2", on: day("2026-10-10"), due: day("2026-12-10"), lateBy: 0 },
    ],
  },
  observance: {
    rule: "observance",
    occurrences: [
      { observance: "may-day", on: day("2026-05-01"), state: "marked" },
      { observance: "remembrance", on: day("2026-08-23"), state: "late" },
      { observance: "pride", year: 2025, state: "unknown" },
    ],
  },
  outcome: {
    rule: "outcome",
    goals: [
      { judged: "change", reached: true, on: day("2026-10-01") },
      { measure: "municipalities", op: ">", target: 8, value: 7, reached: false, on: day("2026-10-01") },
      { measure: "portfolios", op: ">=", target: 2 },
    ],
  },
  all: { rule: "all", parts: [] },
  notInForce: { rule: "notInForce", because: "notYetMade" },
};

/** A status with an explanation. */
export const status = (name: StatusName, why: Why, more: Partial<Status> = {}): Status => ({
  status: name,
  deadline: day("2027-04-30"),
  why,
  evidence: [],
  missing: [],
  ...more,
});

/** A rule of two parts, one of them met. */
export const twoParts: Why = {
  rule: "all",
  parts: [
    status("onTheWay", whys.coverage, { missing: whys.coverage.missing }),
    status("met", { ...whys.count, counted: 4 }),
  ],
};

const evidence: Status["evidence"] = [
  { id: "e-1", of: "theme-evening", on: day("2026-03-08"), amount: 1, unit: "granasa", office: "chair" },
  { id: "e-2", of: "may-day", on: day("2026-09-13"), amount: 3, subject: "sundbro", unit: "lillhamra" },
];

/** A commitment with its status; the area is the first letter of the code. */
export const account = (
  code: string,
  of: Status,
  decisions: AccountOf["decisions"] = [],
  promise: AccountOf["promise"] = { sv: `Åtagandet ${code}`, en: `The commitment ${code}` },
): AccountOf => ({
  commitment: { id: `id-${code}`, code, area: code.slice(0, 1), decisions: [] },
  status: of,
  promise,
  owner: "board",
  decisions,
});

const moved: AccountOf["decisions"] = [
  {
    on: day("2026-02-11"),
    kind: "moved",
    to: day("2026-06-30"),
    reason: { sv: "Två nya föreningar.", en: "Two new associations." },
    by: "board",
  },
  { on: day("2025-04-26"), kind: "made", reason: { sv: "Med planen.", en: "With the plan." } },
  { on: day("2026-12-24"), kind: "dropped", reason: { sv: "Senare.", en: "Later." } },
];

const names: Names = {
  kinds: new Map<string, Label>([
    ["theme-evening", { sv: "Temakväll", en: "Theme evening" }],
    ["strategy", { sv: "Strategin antagen", en: "Strategy adopted" }],
    ["door-knocking", { sv: "Föreningar som knackar dörr", en: "Associations that knock on doors" }],
    ["draft", { sv: "Utkast", en: "Draft" }],
    ["adopted", { sv: "Antagen", en: "Adopted" }],
    ["reviewed", { sv: "Utvärderad", en: "Reviewed" }],
    ["chairs-meeting", { sv: "Ordförandemöte", en: "Chairs’ meeting" }],
    ["input", { sv: "Inspel", en: "Input" }],
    ["answer", { sv: "Svar", en: "Answer" }],
  ]),
  populations: new Map<string, Label>([
    ["associations", { sv: "partiföreningar", en: "local associations" }],
  ]),
  observances: new Map<string, Label>([
    ["may-day", { sv: "Första maj", en: "May Day" }],
    ["remembrance", { sv: "Minnesdagen", en: "Day of remembrance" }],
    ["pride", { sv: "Pride", en: "Pride" }],
  ]),
  measures: new Map<string, Label>([
    ["change", { sv: "Maktskifte", en: "Change of government" }],
    ["municipalities", { sv: "Kommuner", en: "Municipalities" }],
    ["portfolios", { sv: "Rotlar", en: "Portfolios" }],
  ]),
  references: new Map<string, Label>([
    ["board", { sv: "Distriktsstyrelsen", en: "The district board" }],
    ["chair", { sv: "Ordföranden", en: "The chair" }],
    ["conference", { sv: "distriktsårskonferensen", en: "the district’s annual conference" }],
    ["granasa", "Granåsa"],
    ["lillhamra", "Lillhamra"],
    ["norrvik", "Norrvik"],
    ["sundbro", "Sundbro"],
    ["ekeby", "Ekeby"],
    ["bjorkdalen", "Björkdalen"],
    ["input-1", { sv: "Inspel 1", en: "Input 1" }],
  ]),
};

/** A plan where each rule and each status is told once or more. */
export const input: EvaluationInput = {
  plan: {
    title: { sv: "Verksamhetsplan 2025–2027", en: "Activity plan 2025–2027" },
    body: "conference",
    period: { from: day("2025-05-01"), to: day("2027-04-30") },
    areas: ["A", "B", "C", "D"].map((code) => ({
      code,
      title: { sv: `Område ${code}`, en: `Area ${code}` },
      prioritised: code === "B",
    })),
    decisions: [
      {
        on: day("2025-04-26"),
        kind: "adopted",
        reason: { sv: "Efter remiss.", en: "After consultation." },
        by: "conference",
      },
    ],
  },
  asOf: day("2026-11-22"),
  knownAt: Instant.make("2026-11-22T10:05:00.000Z"),
  commitments: [
    account("A1", status("unknown", whys.observance)),
    account(
      "B1",
      status("notMet", whys.coverage, { deadline: day("2026-06-30"), missing: whys.coverage.missing }),
      moved,
    ),
    account("A2", status("onTheWay", whys.count, { evidence })),
    account("A3", status("met", whys.baseline, { evidence: evidence.slice(0, 1) })),
    account("B2", status("late", whys.milestone, { missing: ["adopted", "reviewed"] })),
    account("B3", status("late", whys.standing)),
    account("B4", status("onTheWay", twoParts, { missing: whys.coverage.missing })),
    account("C1", status("onTheWay", whys.each, { missing: ["i-2"] })),
    account("C2", status("unknown", whys.outcome, { missing: ["municipalities", "portfolios"] })),
    account("C3", status("notApplicable", whys.notInForce)),
    account("C4", status("noEvidence", { ...whys.count, counted: 0 })),
  ],
  responses: [
    {
      title: { sv: "Akutmottagningen", en: "The emergency ward" },
      unit: "granasa",
      proposed: day("2026-01-12"),
      approved: day("2026-01-13"),
      funded: { on: day("2026-01-14"), amount: 1_250_000, currency: "SEK" },
      carriedOut: day("2026-01-17"),
      evaluated: { on: day("2026-02-02"), finding: { sv: "Snabbt samlat.", en: "Quickly gathered." } },
    },
    {
      title: { sv: "Hyrorna", en: "The rents" },
      unit: "sundbro",
      proposed: day("2026-11-02"),
      carriedOut: day("2026-11-23"),
    },
    {
      title: { sv: "Resan", en: "The journey" },
      unit: "sundbro",
      proposed: day("2026-03-01"),
      declined: day("2026-03-02"),
    },
    { title: { sv: "Nästa år", en: "Next year" }, unit: "sundbro", proposed: day("2027-01-02") },
  ],
  projects: [
    {
      title: "Förortsprojektet",
      owner: "board",
      started: day("2025-09-01"),
      evaluationDue: day("2027-03-01"),
    },
  ],
  policies: [
    {
      title: "Handboken",
      adopted: [
        { unit: "granasa", on: day("2026-01-11") },
        { unit: "norrvik", on: day("2026-12-01") },
      ],
      missing: ["sundbro"],
    },
  ],
  priorities: [
    { unit: "granasa", kind: "places", items: ["Hamnen", "Åsen"], since: day("2026-02-03") },
    { unit: "granasa", kind: "places", items: ["Bruket"], since: day("2027-02-03") },
  ],
  names,
};

export const sample = evaluation(input);
