import { wholeText } from "../record/explain/figures.ts";
import { type AnyRecord, type Chapter, explain, type Language } from "../record/index.ts";
import { markdownText, onOneLine } from "./markdown.ts";
import { type Html, html } from "./markup.ts";
import { type Words, wordsIn } from "./words.ts";

/** A chapter with more sentences is folded; so is every one but the first and the last where there are more chapters. */
const most = { sentences: 6, chapters: 8 };

/** A folded chapter with more than twice as many sentences is folded again, so many at a time. */
const part = 50;

/**
 * A record explained, a chapter a section; long chapters, and the inner ones of many, are folded under their title and how
 * many sentences they have. Every chapter and sentence has an anchor: "count-3", "count-3-17".
 */
export const explained = (record: AnyRecord, language: Language): Html => {
  const words = wordsIn[language];
  const chapters = explain(record, language);
  return html`${chapters.map((chapter, at) => {
    const id = `count-${at + 1}`;
    const isInner = at > 0 && at < chapters.length - 1;
    const isFolded =
      chapter.sentences.length > most.sentences || (isInner && chapters.length > most.chapters);
    return isFolded ? folded(chapter, id, words) : open(chapter, id);
  })}`;
};

const open = ({ title, sentences }: Chapter, id: string): Html =>
  html`<section class="told" id="${id}"><h3>${title}</h3>
${sentences.length === 1 ? html`<p id="${id}-1">${sentences[0]}</p>` : list(sentences, id, 0)}</section>
`;

const folded = ({ title, sentences }: Chapter, id: string, words: Words): Html => {
  const count = words.sentences(wholeText(sentences.length, words.numerals), sentences.length === 1);
  return html`<details class="told" id="${id}"><summary><h3>${title}</h3> <span class="count">${count}</span></summary>
${sentences.length > 2 * part ? parts(sentences, id, words) : list(sentences, id, 0)}</details>
`;
};

const parts = (sentences: ReadonlyArray<string>, id: string, { numerals }: Words): Html => {
  const starts = Array.from({ length: Math.ceil(sentences.length / part) }, (_, at) => at * part);
  return html`${starts.map((start) => {
    const own = sentences.slice(start, start + part);
    const range = `${wholeText(start + 1, numerals)}–${wholeText(start + own.length, numerals)}`;
    return html`<details><summary>${range}</summary>
${list(own, id, start)}</details>
`;
  })}`;
};

const list = (sentences: ReadonlyArray<string>, id: string, before: number): Html =>
  html`<ol${before > 0 && html` start="${before + 1}"`}>${sentences.map(
    (sentence, at) => html`<li id="${id}-${before + at + 1}">${sentence}</li>
`,
  )}</ol>`;

/** A record explained as plain text, a numbered line a sentence. */
export const explainedText = (record: AnyRecord, language: Language): string =>
  chapters(
    record,
    language,
    (title) => `${title}\n${"-".repeat([...title].length)}`,
    (sentence, number) => `${number}. ${sentence}`,
  );

/** A record explained as Markdown (CommonMark), its chapters under headings of a level, 2 where it is left out; all text is escaped. */
export const explainedMarkdown = (
  record: AnyRecord,
  language: Language,
  { level = 2 }: { readonly level?: 1 | 2 | 3 | 4 | 5 | 6 | undefined } = {},
): string =>
  chapters(
    record,
    language,
    (title) => `${"#".repeat(level)} ${markdownText(title)}`,
    (sentence, number) => `${number}. ${markdownText(sentence)}`,
  );

const chapters = (
  record: AnyRecord,
  language: Language,
  heading: (title: string) => string,
  line: (sentence: string, number: number) => string,
): string =>
  `${explain(record, language)
    .map(({ title, sentences }) =>
      [
        heading(onOneLine(title)),
        "",
        ...sentences.map((sentence, at) => line(onOneLine(sentence), at + 1)),
      ].join("\n"),
    )
    .join("\n\n")}\n`;
