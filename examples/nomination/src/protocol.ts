/** The protocol of a nomination: as a page of HTML and as Markdown. */
import {
  type Content,
  countSheet,
  countSheetMarkdown,
  explained,
  explainedMarkdown,
  type Html,
  html,
  markdownText,
  page,
} from "@verksam/election-math/page";
import type { ListAnswer } from "@verksam/election-math/ranked";
import type { Language } from "@verksam/election-math/record";
import type { Conference } from "./conference.ts";
import { type Words, wordsIn } from "./words.ts";

export type Done = Extract<ListAnswer, { readonly status: "done" }>;

/** What is said beside the list and the count, in sentences. */
interface Said {
  readonly title: string;
  readonly lead: string;
  /** How many of each group there are, and what the rule changed. */
  readonly groups: ReadonlyArray<string>;
  readonly changes: ReadonlyArray<string>;
  readonly lots: ReadonlyArray<string>;
  readonly check: ReadonlyArray<string>;
}

const saidOf = ({ title, delegates, files }: Conference, { record }: Done, language: Language): Said => {
  const words = wordsIn[language];
  const { input, result } = record;
  const names = new Map(input.candidates.map(({ id, name }) => [id, name ?? id]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return {
    title: title[language],
    lead: words.lead(delegates, input.places),
    ...balanceOf(record, nameOf, words),
    lots:
      record.lots.length === 0
        ? [words.noLots]
        : record.lots.map(({ among, drawn, by, how }) =>
            words.lot(among.map(nameOf), nameOf(drawn), by, how),
          ),
    check: [words.seal(record.seal), words.files(files.join(", ")), words.again(result.order.length)],
  };
};

const balanceOf = (
  { input, result }: Done["record"],
  nameOf: (id: string) => string,
  words: Words,
): Pick<Said, "groups" | "changes"> => {
  const { constraints = [] } = input;
  const moved = result.unconstrained?.moved ?? [];
  return {
    groups: constraints.flatMap(({ group, members, atLeast, atMost }) => {
      const has = members.filter((id) => result.order.includes(id)).length;
      return [
        ...(atLeast === undefined ? [] : [words.atLeast(group, atLeast, has)]),
        ...(atMost === undefined ? [] : [words.atMost(group, atMost, has)]),
      ];
    }),
    changes:
      result.unconstrained !== undefined && moved.length === 0
        ? [words.unchanged]
        : moved.map(({ candidate, from, to }) => words.moved(nameOf(candidate), from, to)),
  };
};

const listed = (sentences: ReadonlyArray<string>): Html =>
  html`<ul class="said">${sentences.map((sentence) => html`<li>${sentence}</li>\n`)}</ul>`;

/** The protocol as one page. */
export const protocolPage = (conference: Conference, answer: Done, language: Language): string => {
  const words = wordsIn[language];
  const said = saidOf(conference, answer, language);
  const { record } = answer;
  const part = (id: string, title: string, content: Content) => ({ id, title, content });
  return page({
    language,
    title: said.title,
    kicker: words.kicker,
    lead: said.lead,
    parts: [
      part("list", words.list, countSheet(record, language)),
      ...(said.changes.length === 0
        ? []
        : [
            part(
              "balance",
              words.balance,
              html`${listed(said.groups)}<h3>${words.changes}</h3>${listed(said.changes)}`,
            ),
          ]),
      part("lots", words.lots, listed(said.lots)),
      part("count", words.count, explained(record, language)),
      part("check", words.check, listed(said.check)),
    ],
    ...(conference.note && { footer: html`<p>${conference.note[language]}</p>` }),
    style,
  });
};

/** The protocol as Markdown. */
export const protocolMarkdown = (conference: Conference, answer: Done, language: Language): string => {
  const words = wordsIn[language];
  const said = saidOf(conference, answer, language);
  const chapter = (title: string, sentences: ReadonlyArray<string>, mark = "##"): string =>
    [
      `${mark} ${markdownText(title)}`,
      "",
      ...sentences.map((sentence) => `- ${markdownText(sentence)}`),
      "",
    ].join("\n");
  return [
    `# ${markdownText(said.title)}`,
    "",
    markdownText(said.lead),
    "",
    `## ${markdownText(words.list)}`,
    "",
    countSheetMarkdown(answer.record, language),
    ...(said.changes.length === 0
      ? []
      : [chapter(words.balance, said.groups), chapter(words.changes, said.changes, "###")]),
    chapter(words.lots, said.lots),
    `## ${markdownText(words.count)}\n`,
    explainedMarkdown(answer.record, language, { level: 3 }),
    chapter(words.check, said.check),
    ...(conference.note ? [`${markdownText(conference.note[language])}\n`] : []),
  ].join("\n");
};

const style = `
.said{list-style:disc;padding-left:1.25rem}.said li+li{margin-top:.35rem}.said li{overflow-wrap:anywhere}
td,thead th+th{text-align:left}
thead th{white-space:normal}
th:first-child,tbody th{min-width:0;width:3.25rem}
td:nth-child(3),thead th:nth-child(3){text-align:right;padding-right:clamp(1rem,4vw,2.5rem)}
`;
