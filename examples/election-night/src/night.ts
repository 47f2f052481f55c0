/** A counted election with everything that is told of it. */
import { basename } from "node:path";
import type { Language } from "@verksam/election-math/record";
import type { ElectionAnswer } from "@verksam/election-math/seats";
import type { Counted } from "./answer.ts";
import { numberText } from "./figures.ts";
import { type FragileSeats, fragileSeats } from "./fragile.ts";
import { notesOf } from "./notes.ts";
import { type Tally, tallyOf } from "./tally.ts";
import { type Words, wordsIn } from "./words.ts";

type Done = Extract<ElectionAnswer, { readonly status: "done" }>;

export interface Night {
  readonly language: Language;
  readonly words: Words;
  readonly title: string;
  readonly lead: string;
  readonly files: string;
  readonly record: Done["record"];
  readonly tally: Tally;
  readonly notes: ReadonlyArray<string>;
  readonly fragile: FragileSeats;
  /** A constituency's name by its id. */
  readonly nameOf: (constituency: string) => string;
  readonly number: (value: number) => string;
}

/** Counts again some thousand times to see which seats are fragile. */
export const nightOf = (answer: Done, { given }: Counted, language: Language): Night => {
  const { record } = answer;
  const words = wordsIn[language];
  const tally = tallyOf(record);
  const names = new Map(tally.constituencies.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const number = (value: number): string => numberText(value, language);
  const lead = words.lead(number(tally.seats), tally.constituencies.length, number(tally.votes));
  return {
    language,
    words,
    title: words.titles[record.input.rules],
    lead: given.area === undefined ? lead : `${given.area}: ${lead}`,
    files: given.files.map((file) => basename(file)).join(", "),
    record,
    tally,
    notes: notesOf(record, nameOf, words),
    fragile: fragileSeats(answer.margins()),
    nameOf,
    number,
  };
};
