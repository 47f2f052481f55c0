import type { Numerals } from "../record/explain/figures.ts";
import type { Language } from "../record/index.ts";

/** The few words that pages, charts and explanations have of their own. */
export interface Words {
  readonly numerals: Numerals;
  readonly skip: string;
  readonly contents: string;
  readonly party: string;
  readonly seats: string;
  readonly share: string;
  readonly total: string;
  readonly seatsByParty: string;
  readonly asTable: string;
  readonly unit: (isOne: boolean) => string;
  readonly seatCount: (count: string, isOne: boolean) => string;
  readonly majority: (seats: string, isOne: boolean) => string;
  readonly line: (seats: string, isOne: boolean) => string;
  readonly sentences: (count: string, isOne: boolean) => string;
}

const swedish: Words = {
  numerals: { group: "\u00a0", point: "," },
  skip: "Hoppa till innehållet",
  contents: "Innehåll",
  party: "Parti",
  seats: "Mandat",
  share: "Andel",
  total: "Alla",
  seatsByParty: "Mandat per parti",
  asTable: "Siffrorna som tabell",
  unit: () => "mandat",
  seatCount: (count) => `${count} mandat`,
  majority: (seats) => `${seats} mandat är en majoritet.`,
  line: (seats) => `Varje prick är ett mandat. Strecket visar var majoriteten går: ${seats} mandat.`,
  sentences: (count, isOne) => `${count} ${isOne ? "mening" : "meningar"}`,
};

const english: Words = {
  numerals: { group: ",", point: "." },
  skip: "Skip to the content",
  contents: "Contents",
  party: "Party",
  seats: "Seats",
  share: "Share",
  total: "All",
  seatsByParty: "Seats by party",
  asTable: "The numbers as a table",
  unit: (isOne) => (isOne ? "seat" : "seats"),
  seatCount: (count, isOne) => `${count} ${isOne ? "seat" : "seats"}`,
  majority: (seats, isOne) => `${seats} ${isOne ? "seat is" : "seats are"} a majority.`,
  line: (seats, isOne) =>
    `Every dot is a seat. The line shows where the majority lies: ${seats} ${isOne ? "seat" : "seats"}.`,
  sentences: (count, isOne) => `${count} ${isOne ? "sentence" : "sentences"}`,
};

export const wordsIn: Readonly<Record<Language, Words>> = { sv: swedish, en: english };
