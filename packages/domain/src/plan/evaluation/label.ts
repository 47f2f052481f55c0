/** A language the evaluation is written in. */
export type Language = "sv" | "en";

/** A text for people: the same in every language (a unit's name), or one text per language. */
export type Label = string | Readonly<Record<Language, string>>;

/** Control characters and code points that are no characters: invisible, and forbidden in HTML. */
const unwritable = /[\p{Cc}\p{NChar}]/gu;

/** Characters that open, close or override a writing direction and would reorder the text around them. */
const directional = /[\u202a-\u202e\u2066-\u2069]/g;

/** Hebrew, Arabic and the other scripts written from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * The label in the language, on one line and safe to place inside a sentence: without control characters, and a
 * text written from right to left is isolated so that it cannot reorder its surroundings.
 */
export const readable = (label: Label, language: Language): string => {
  const text = (typeof label === "string" ? label : label[language])
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/\s+/g, " ")
    .replace(unwritable, "")
    .replace(directional, "")
    .trim();
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
};

/** The text with its first letter as a capital; the rest is left as it was written. */
export const capitalised = (text: string, language: Language): string => {
  const [first = ""] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
};
