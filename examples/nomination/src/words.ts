/** What the programs say in each language. */
import type { Language } from "@verksam/election-math/record";

export interface Words {
  readonly sheet: string;
  readonly count: string;
  readonly countedBy: (rules: string) => string;
  readonly withParties: string;
  readonly lotNeeded: (who: ReadonlyArray<string>) => string;
  readonly kicker: string;
  readonly lead: (delegates: number, places: number) => string;
  readonly list: string;
  readonly balance: string;
  readonly atLeast: (group: string, count: number, has: number) => string;
  readonly atMost: (group: string, count: number, has: number) => string;
  readonly changes: string;
  readonly unchanged: string;
  readonly moved: (name: string, from: number | undefined, to: number | undefined) => string;
  readonly lots: string;
  readonly noLots: string;
  readonly lot: (who: ReadonlyArray<string>, drawn: string, by: string, how: string) => string;
  readonly check: string;
  readonly seal: (seal: string) => string;
  readonly files: (names: string) => string;
  readonly again: (places: number) => string;
  readonly written: string;
}

const all = (language: string, names: ReadonlyArray<string>): string =>
  new Intl.ListFormat(language).format(names);

const sv: Words = {
  sheet: "Räkneblad",
  count: "Räkningen steg för steg",
  countedBy: (rules) => `Räknat efter regeln ${rules}`,
  withParties: "Filen har ett parti efter varje namn.",
  lotNeeded: (who) =>
    `Ingenting skiljer ${all("sv", who)} åt, och det påverkar resultatet. Dra lott, fyll i drawn (det i among som lotten föll på), by (vem som drog) och how (hur), spara som en fil och räkna om med --lots FIL:`,
  kicker: "Nominering",
  lead: (delegates, places) => `${delegates} ombuds röstsedlar, ${places} platser på listan`,
  list: "Listan",
  balance: "Balansregeln",
  atLeast: (group, count, has) => `${group}: minst ${count} på listan. Det blev ${has}.`,
  atMost: (group, count, has) => `${group}: högst ${count} på listan. Det blev ${has}.`,
  changes: "Vad regeln ändrade",
  unchanged: "Regeln ändrade ingenting.",
  moved: (name, from, to) =>
    from === undefined
      ? `${name} kom in på plats ${to}.`
      : to === undefined
        ? `${name} skulle ha haft plats ${from} och kom inte med.`
        : `${name} har plats ${to} i stället för ${from}.`,
  lots: "Lotter",
  noLots: "Ingen lott behövde dras.",
  lot: (who, drawn, by, how) => `Mellan ${all("sv", who)} föll lotten på ${drawn}. Dragen av ${by}: ${how}.`,
  check: "Kontroll",
  seal: (seal) => `Kontrollsumma (SHA-256) över indata, regler och lotter: ${seal}`,
  files: (names) => `Räknat ur ${names}.`,
  again: (places) => `Protokollet i record.json ger samma ${places} platser när det räknas om.`,
  written: "Filer",
};

const en: Words = {
  sheet: "Count sheet",
  count: "The count step by step",
  countedBy: (rules) => `Counted by the rule ${rules}`,
  withParties: "The file has a party after each name.",
  lotNeeded: (who) =>
    `Nothing tells ${all("en-GB", who)} apart, and the result depends on it. Draw a lot, fill in drawn (what of among it fell on), by (who drew it) and how, save it as a file and count again with --lots FILE:`,
  kicker: "Nomination",
  lead: (delegates, places) => `The ballots of ${delegates} delegates, ${places} places on the list`,
  list: "The list",
  balance: "The balance rule",
  atLeast: (group, count, has) => `${group}: at least ${count} on the list. There are ${has}.`,
  atMost: (group, count, has) => `${group}: at most ${count} on the list. There are ${has}.`,
  changes: "What the rule changed",
  unchanged: "The rule changed nothing.",
  moved: (name, from, to) =>
    from === undefined
      ? `${name} came in at place ${to}.`
      : to === undefined
        ? `${name} would have had place ${from} and is not on the list.`
        : `${name} has place ${to} instead of ${from}.`,
  lots: "Lots",
  noLots: "No lot had to be drawn.",
  lot: (who, drawn, by, how) =>
    `Between ${all("en-GB", who)} the lot fell on ${drawn}. Drawn by ${by}: ${how}.`,
  check: "Check",
  seal: (seal) => `Checksum (SHA-256) of input, rules and lots: ${seal}`,
  files: (names) => `Counted from ${names}.`,
  again: (places) => `The record in record.json gives the same ${places} places when it is counted again.`,
  written: "Files",
};

export const wordsIn: Readonly<Record<Language, Words>> = { sv, en };
