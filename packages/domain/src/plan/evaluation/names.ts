import { type Catalogue, catalogues } from "./catalogue.ts";
import { type Label, type Language, readable } from "./label.ts";

/** Names for people, by code or reference; what has no name is told by its code. */
export interface Names {
  /** Kinds of evidence, also as the stages of a milestone. */
  readonly kinds: ReadonlyMap<string, Label>;
  readonly populations: ReadonlyMap<string, Label>;
  readonly observances: ReadonlyMap<string, Label>;
  /** What goals are about: measures, and what a body gives its verdict on. */
  readonly measures: ReadonlyMap<string, Label>;
  /** Units, bodies, offices, members of populations and subjects of evidence. */
  readonly references: ReadonlyMap<string, Label>;
}

/** What a reference is called; a label that is already a text in each language stays as it is. */
export const nameOf = (names: ReadonlyMap<string, Label>, label: Label): Label =>
  typeof label === "string" ? (names.get(label) ?? label) : label;

/** What a reference is called, or the reference itself. */
export const called = (names: Names, reference: string): Label => nameOf(names.references, reference);

/** What several references are called, one after another, in each language. */
export const together = (names: Names, references: ReadonlyArray<string>): Label => {
  const told = (language: Language) =>
    references.map((reference) => readable(called(names, reference), language)).join(", ");
  return { sv: told("sv"), en: told("en") };
};

/** A renderer's means to speak one language: its words, labels ready to be read, and the names of codes. */
export interface Voice {
  readonly words: Catalogue;
  readonly say: (label: Label) => string;
  /** What a code of one of the kinds of names is called. */
  readonly name: (of: keyof Names, code: string) => string;
}

/** The voice of a language. */
export const voiceOf = (names: Names, language: Language): Voice => {
  const say = (label: Label) => readable(label, language);
  return { words: catalogues[language], say, name: (of, code) => say(nameOf(names[of], code)) };
};
