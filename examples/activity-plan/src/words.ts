/** The words of the terminal that are not the library's, in both languages. */
import type { Language } from "@verksam/domain/plan";

interface Words {
  readonly commitment: string;
  readonly status: string;
  readonly owner: string;
  readonly deadline: string;
  readonly missing: string;
  readonly more: (count: number) => string;
  readonly prioritised: string;
  readonly asOf: string;
  readonly reading: (done: number, of: number) => string;
  readonly given: (lines: number, refused: number) => string;
  readonly line: string;
  readonly others: (count: number) => string;
  readonly look: string;
  readonly files: {
    readonly html: string;
    readonly markdown: string;
    readonly json: string;
    readonly database: string;
  };
  readonly empty: string;
  readonly notAdopted: string;
  readonly noDatabase: (file: string) => string;
  readonly verified: (entries: number, instances: number) => string;
  readonly deviations: (count: number) => string;
}

export const words: Readonly<Record<Language, Words>> = {
  sv: {
    commitment: "Åtagande",
    status: "Status",
    owner: "Ansvarig",
    deadline: "Senast",
    missing: "Saknas",
    more: (count) => `${count} till`,
    prioritised: "prioriterat",
    asOf: "Läget",
    reading: (done, of) => `Läser protokollet: rad ${done} av ${of}`,
    given: (lines, refused) =>
      refused === 0
        ? `${lines} rader i protokollet, alla godtagna.`
        : `${lines} rader i protokollet, ${refused} inte godtagna:`,
    line: "rad",
    others: (count) => `och ${count} av samma rad`,
    look: "Se vidare",
    files: {
      html: "hela redovisningen, öppna i en webbläsare",
      markdown: "samma redovisning som text",
      json: "samma läge för andra program",
      database: "databasen (SQLite)",
    },
    empty: "Protokollet har ingen läsbar rad.",
    notAdopted: "Ingen plan är antagen i protokollet (plan.adopt).",
    noDatabase: (file) => `Det finns ingen databas ${file}; kör npm start först.`,
    verified: (entries, instances) =>
      `${entries} händelser lästa om, ${instances} tillstånd jämförda: allt stämmer.`,
    deviations: (count) => `${count} avvikelser mellan händelser och tabeller:`,
  },
  en: {
    commitment: "Commitment",
    status: "Status",
    owner: "Owner",
    deadline: "By",
    missing: "Missing",
    more: (count) => `${count} more`,
    prioritised: "prioritised",
    asOf: "As of",
    reading: (done, of) => `Reading the record: line ${done} of ${of}`,
    given: (lines, refused) =>
      refused === 0
        ? `${lines} lines in the record, all accepted.`
        : `${lines} lines in the record, ${refused} not accepted:`,
    line: "line",
    others: (count) => `and ${count} more of the same line`,
    look: "Where to look",
    files: {
      html: "the whole evaluation, open it in a browser",
      markdown: "the same evaluation as text",
      json: "the same statuses for other programs",
      database: "the database (SQLite)",
    },
    empty: "The record has no readable line.",
    notAdopted: "No plan is adopted in the record (plan.adopt).",
    noDatabase: (file) => `There is no database ${file}; run npm start first.`,
    verified: (entries, instances) =>
      `${entries} events folded again, ${instances} states compared: all agree.`,
    deviations: (count) => `${count} deviations between events and tables:`,
  },
};
