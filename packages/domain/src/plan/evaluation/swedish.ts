import type { Day, Span } from "@verksam/kernel";
import type { Comparison } from "../rule.ts";
import type { Catalogue } from "./catalogue.ts";
import { calendar, enumeration, numerals, type SpanPart, spanParts, sums } from "./wording.ts";

const number = numerals("sv-SE");
const list = enumeration("sv-SE");
const quoted = (text: string): string => `”${text}”`;
const { day, period, instant } = calendar(
  [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
  ],
  "kl.",
);

const counted = (count: number, one: string, many: string): string =>
  `${number(count)} ${count === 1 ? one : many}`;
/** "2 av 3 steg är nådda", "inget av 3 steg är nått"; the words are for none, one of several and more. */
const share = (
  count: number,
  total: string,
  [none, one, many]: readonly [none: string, one: string, many: string],
): string =>
  count === 0 ? `${none} av ${total} ${one}` : `${number(count)} av ${total} ${count === 1 ? one : many}`;
const late = (days: number): string => (days > 0 ? `, ${counted(days, "dag", "dagar")} för sent` : "");

const units: Readonly<Record<SpanPart["unit"], { one: string; many: string; every: string; other: string }>> =
  {
    year: { one: "år", many: "år", every: "varje år", other: "vartannat år" },
    month: { one: "månad", many: "månader", every: "varje månad", other: "varannan månad" },
    week: { one: "vecka", many: "veckor", every: "varje vecka", other: "varannan vecka" },
    day: { one: "dag", many: "dagar", every: "varje dag", other: "varannan dag" },
  };

const duration = (span: Span): string =>
  list(spanParts(span).map(({ count, unit }) => counted(count, units[unit].one, units[unit].many)));

/** ":a" after 1 and 2, as in 21:a and 2:a, otherwise ":e", as in 3:e and 12:e. */
const ordinal = (count: number): string => {
  const isFirstOrSecond = [1, 2].includes(count % 10) && ![11, 12].includes(count % 100);
  return `${number(count)}:${isFirstOrSecond ? "a" : "e"}`;
};

const atLeastEvery = (span: Span): string => {
  const parts = spanParts(span);
  const [part] = parts;
  if (part === undefined || parts.length > 1) return `med högst ${duration(span)} emellan`;
  const { one, every, other } = units[part.unit];
  if (part.count === 1) return `minst ${every}`;
  if (part.count === 2) return `minst ${other}`;
  return `minst ${part.unit === "year" ? "vart" : "var"} ${ordinal(part.count)} ${one}`;
};

const comparison: Readonly<Record<Comparison, string>> = {
  ">=": "minst",
  ">": "mer än",
  "<=": "högst",
  "<": "mindre än",
  "=": "exakt",
};

const amount = (value: number, take: "sum" | "distinct"): string =>
  take === "distinct" ? `${number(value)} olika` : number(value);

const lastTime = (last: Day | undefined): string =>
  last === undefined ? "inget underlag än" : `senaste underlaget är från ${day(last)}`;
const due = (since: Day | undefined): string =>
  since === undefined ? "" : `, nytt skulle ha kommit senast den ${day(since)}`;

/** The evaluation in Swedish. */
export const swedish: Catalogue = {
  language: "sv",
  day,
  period,
  number,
  money: sums("sv-SE"),
  list,
  status: {
    met: { name: "uppfyllt", meaning: "Det som utlovades är gjort." },
    onTheWay: { name: "på väg", meaning: "En del är gjort, och det finns tid kvar." },
    late: {
      name: "försenat",
      meaning: "Något borde ha varit gjort vid det här laget, men kan fortfarande göras.",
    },
    notMet: { name: "inte uppfyllt", meaning: "Tiden är ute, och det som utlovades blev inte gjort." },
    noEvidence: { name: "inget underlag", meaning: "Inget är redovisat, men det finns tid kvar." },
    unknown: { name: "okänt", meaning: "Det som behövs för att avgöra saken har aldrig redovisats." },
    notApplicable: { name: "ej aktuellt", meaning: "Åtagandet kräver inget den här dagen." },
  },
  decision: {
    adopted: "Antagen",
    amended: "Reviderad",
    made: "Beslutat",
    changed: "Ändrat",
    moved: "Flyttad tidsgräns",
    dropped: "Struket",
  },
  priority: { places: "Platser", issues: "Frågor", "target-groups": "Målgrupper" },
  heading: {
    evaluation: "Utvärdering",
    contents: "Innehåll",
    summary: "I korthet",
    attention: "Behöver uppmärksamhet",
    perArea: "Läget per område",
    coverage: "Täckning",
    unplanned: "Oplanerat arbete",
    projects: "Projekt",
    policies: "Policyer",
    priorities: "Prioriteringar",
    decisions: "Beslut om planen",
  },
  term: {
    skip: "Hoppa till innehållet",
    area: "Område",
    total: "Totalt",
    wholePlan: "Hela planen",
    prioritised: "prioriterat",
    commitment: "Åtagande",
    status: "Läge",
    meaning: "Betydelse",
    owner: "Ansvarig",
    deadline: "Tidsgräns",
    missing: "Saknas",
    excused: "Undantagna",
    covered: "Täckta",
    size: "Antal",
    decisions: "Beslut",
    unit: "Enhet",
    rapidResponse: "Snabb insats",
    proposed: "Föreslagen",
    approved: "Godkänd",
    declined: "Avslagen",
    funded: "Finansierad",
    carriedOut: "Genomförd",
    evaluated: "Utvärderad",
    numbersAsTable: "Siffrorna som tabell",
  },
  sentence: {
    asOf: (on) => `Läget den ${day(on)}`,
    knownAt: (at) => `Bygger på det som var registrerat den ${instant(at)}.`,
    adoptedBy: (body) => `Antagen av ${body}`,
    summary: (met, total) =>
      `${share(met, counted(total, "åtagande", "åtaganden"), ["Inget", "är uppfyllt", "är uppfyllda"])}.`,
    commitments: (count) => counted(count, "åtagande", "åtaganden"),
    work: (planned, unplanned) =>
      `${counted(planned, "underlag", "underlag")} räknas mot det som var planerat. Vid sidan av det har ` +
      `${counted(unplanned, "snabb insats", "snabba insatser")} genomförts.`,
    evidence: (count) => counted(count, "underlag", "underlag"),
    decisions: (count) => counted(count, "beslut", "beslut"),
    behind: (count) => `Alla ${number(count)}, en i taget`,
    missing: (count) => `${number(count)} saknas`,
    nothingNeedsAttention: "Inget åtagande är försenat eller har missats.",
    statusChart: "Antal åtaganden i varje läge, per område",
    coverageChart: "Hur många som är täckta, undantagna och saknas",
    counts: (counts) => counts.map(([name, count]) => `${name}: ${number(count)}`).join(", "),
    covered: (covered, size, population) => `${number(covered)} av ${number(size)} ${population}`,
    movedTo: (on) => `Ny tidsgräns: ${day(on)}.`,
    excused: (member, reason) => `${member}: ${reason}`,
    started: (on) => `Startade den ${day(on)}.`,
    evaluationDue: (on) => `Utvärderingen ska vara klar senast den ${day(on)}.`,
    evaluated: (on, finding) => `Utvärderat den ${day(on)}: ${finding}`,
    adopted: (adopted, total) => `Antagen av ${number(adopted)} av ${counted(total, "enhet", "enheter")}.`,
    decidedOn: (on) => `Beslutad den ${day(on)}.`,
    method:
      "Varje läge räknas ut ur det underlag som redovisats och den regel åtagandet fick när det beslutades. " +
      "Ingen skriver in framsteg för hand. Där inget är känt säger utvärderingen det.",
  },
  why: {
    count: (what, count, needed) =>
      count === 0
        ? `${what}: inget redovisat än, utlovat minst ${number(needed)}.`
        : `${what}: redovisat ${number(count)}, utlovat minst ${number(needed)}.`,
    coverage: (covered, size, population, obligation) =>
      `${obligation}: ${number(covered)} av ${number(size)} ${population}.`,
    lacking: (more) => `${number(more)} till behövs.`,
    excused: (count) => `${counted(count, "är undantagen", "är undantagna")}.`,
    ages: (every) => `Underlaget gäller i ${duration(every)}.`,
    nobodyLeft: (population, obligation) => `${obligation}: det finns ingen kvar att nå (${population}).`,
    populationUnknown: (population, obligation) =>
      `${obligation}: vilka som ska nås (${population}) har aldrig registrerats.`,
    baseline: (what, value, take, baseline) =>
      `${what}: ${amount(value, take)}, jämfört med utgångsläget ${number(baseline)}; mer än förut är utlovat.`,
    baselineUnknown: (what, value, take) =>
      `${what}: ${amount(value, take)}, men det finns inget utgångsläge att jämföra med.`,
    milestone: (reached, stages) =>
      `${share(reached, `${number(stages)} steg`, ["Inget", "är nått", "är nådda"])}.`,
    stageReached: (name, on, lateBy) => `${name}: nått ${day(on)}${late(lateBy)}`,
    stageOpen: (name, by, lateBy) =>
      by === undefined ? `${name}: inte nått` : `${name}: ska vara nått senast ${day(by)}${late(lateBy)}`,
    standing: (what, every, last, dueSince) =>
      `${what}: ${lastTime(last)}${due(dueSince)}. Utlovat ${atLeastEvery(every)}.`,
    standingAbout: (what, every, upToDate, subjects) =>
      `${what}: ${number(upToDate)} av ${number(subjects)} är i fas. Utlovat ${atLeastEvery(every)}.`,
    subject: (subject, last, dueSince) => `${subject}: ${lastTime(last)}${due(dueSince)}`,
    each: (of, then, within, answered, total) =>
      `${of}: ${number(answered)} av ${number(total)} har följts av ${quoted(then)}, utlovat inom ${duration(within)}.`,
    nothingToAnswer: (of) => `Inget att besvara: ${quoted(of)} har inte redovisats.`,
    answered: (subject, on, answered, lateBy) =>
      `${subject}: från ${day(on)}, besvarat ${day(answered)}${late(lateBy)}`,
    unanswered: (subject, on, dueOn, lateBy) =>
      `${subject}: från ${day(on)}, ska besvaras senast ${day(dueOn)}${late(lateBy)}`,
    observance: (marked, dueSoFar) =>
      dueSoFar === 0
        ? "Inget tillfälle har inträffat än."
        : `${share(marked, counted(dueSoFar, "tillfälle", "tillfällen"), ["Inget", "har uppmärksammats", "har uppmärksammats"])} hittills.`,
    occurrence: {
      marked: (name, on) => `${day(on)}: ${name}, uppmärksammat`,
      notHeld: (name, on) => `${day(on)}: ${name}, ordnades inte av arrangören`,
      open: (name, on) => `${day(on)}: ${name}, ännu inte redovisat`,
      late: (name, on) => `${day(on)}: ${name}, inte uppmärksammat`,
      ahead: (name, on) => `${day(on)}: ${name}, kommande`,
    },
    daysUnknown: (name, year) => `${year}: ${name}, dagen har aldrig registrerats`,
    outcome: (reached, goals) =>
      `${share(reached, `${number(goals)} mål`, ["Inget", "är nått", "är nådda"])}.`,
    measured: (goal, op, target, value) =>
      `${goal}: ${value === undefined ? "inte redovisat" : number(value)} (mål: ${comparison[op]} ${number(target)})`,
    judged: (goal, reached) =>
      `${goal}: ${reached === undefined ? "ännu inte bedömt" : reached ? "bedömt som nått" : "bedömt som inte nått"}`,
    all: (met, parts) =>
      `${share(met, counted(parts, "del", "delar"), ["Ingen", "är uppfylld", "är uppfyllda"])}.`,
    ownDeadline: (on) => `Egen tidsgräns: ${day(on)}.`,
    notYetMade: (on) =>
      on === undefined
        ? "Ännu inte beslutat den här dagen."
        : `Gäller inte den här dagen: beslutat den ${day(on)}.`,
    dropped: (on, reason) =>
      `Struket${on === undefined ? "" : ` den ${day(on)}`}${reason === undefined ? "." : `: ${reason}`}`,
  },
};
