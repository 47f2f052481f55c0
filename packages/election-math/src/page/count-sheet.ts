import { type Fraction, fractionOf, fractionText, readFraction } from "../exact/fraction.ts";
import type { ListRecord } from "../lists/order-list.ts";
import { decimalsText } from "../ranked/arithmetic.ts";
import type { RankedRecord } from "../ranked/count-ranked.ts";
import { type Stage, stagesOf } from "../ranked/stages.ts";
import { votesText, wholeText } from "../record/explain/figures.ts";
import { namesOf } from "../record/explain/ranked.ts";
import type { Language } from "../record/index.ts";
import { markdownText, onOneLine } from "./markdown.ts";
import { type Html, html } from "./markup.ts";
import { type SheetWords, sheetWords } from "./sheet-words.ts";
import { numberTable } from "./table.ts";

interface Table {
  readonly caption: string;
  readonly heads: ReadonlyArray<string>;
  /** Where heads are long: what stands in their place in a text, which tells them before. */
  readonly keys?: ReadonlyArray<string>;
  /** The columns of words beside the first; the others are figures. */
  readonly words?: ReadonlyArray<number>;
  /** The first cell names the row. */
  readonly rows: ReadonlyArray<ReadonlyArray<string>>;
}

/**
 * The sheet of a count of ranked ballots, as tables: who has how many votes after each stage and by how much that changed,
 * who beats whom, points, or the places of a list. With the record explained beside it a person can redo the count.
 */
export const countSheet = (record: RankedRecord | ListRecord, language: Language): Html =>
  html`${tablesOf(record, sheetWords[language]).map(
    ({ caption, heads, rows }) => html`${numberTable(caption, heads, rows)}
`,
  )}`;

/** The same sheet as text, in blocks of as many columns as fit into `width` characters, 100 where it is left out. */
export const countSheetText = (
  record: RankedRecord | ListRecord,
  language: Language,
  { width = 100 }: { readonly width?: number | undefined } = {},
): string =>
  tablesOf(record, sheetWords[language])
    .flatMap((table) => blocksOf(table, width).map((lines) => `${lines.join("\n")}\n`))
    .join("\n");

/** The same sheet as Markdown tables; all text is escaped. */
export const countSheetMarkdown = (record: RankedRecord | ListRecord, language: Language): string => {
  const row = (cells: ReadonlyArray<string>): string => `| ${cells.map(markdownText).join(" | ")} |`;
  return tablesOf(record, sheetWords[language])
    .map(({ caption, heads, words = [], rows }) =>
      [
        markdownText(caption),
        "",
        row(heads),
        `|${heads.map((_, at) => (at === 0 || words.includes(at) ? " --- |" : " ---: |")).join("")}`,
        ...rows.map(row),
        "",
      ].join("\n"),
    )
    .join("\n");
};

const tablesOf = (record: RankedRecord | ListRecord, words: SheetWords): ReadonlyArray<Table> => {
  const { candidate: nameOf } = namesOf(record.input.candidates);
  if (record.kind === "list") return [placesTable(record, words, nameOf)];
  const stages = stagesOf(record);
  return [
    ...(stages.length > 0 ? [stagesTable(record, stages, words, nameOf)] : []),
    ...record.steps.flatMap((step): ReadonlyArray<Table> => {
      if (step.kind === "pairwise") return [pairwiseTable(record, step.pairs, words, nameOf)];
      if (step.kind !== "points") return [];
      const rows = Object.entries(step.points).map(([id, points]) => [nameOf(id), told(points, words)]);
      return [{ caption: words.points, heads: [words.candidate, words.pointsHead], rows }];
    }),
  ];
};

const none = "–";

const told = (votes: string, { numerals }: SheetWords): string => votesText(votes, numerals);

const stagesTable = (
  { input, result }: RankedRecord,
  stages: ReadonlyArray<Stage>,
  words: SheetWords,
  nameOf: (id: string) => string,
): Table => {
  const isQuotaMoving = stages.some(({ quota }) => quota !== undefined);
  const cells = (of: (stage: Stage) => string | undefined): ReadonlyArray<string> =>
    stages.map((stage, at) => {
      const before = stages[at - 1];
      const [own, earlier] = [of(stage), before && of(before)];
      if (own === undefined) return none;
      const change = earlier === undefined ? "" : changeText(earlier, own, words);
      return change === "" ? told(own, words) : `${told(own, words)} (${change})`;
    });
  const gone = new Set(input.withdrawn);
  const standing = input.candidates.filter(({ id }) => !gone.has(id));
  const order = new Map(result.elected.map((id, at) => [id, `${at + 1}`]));
  return {
    caption: result.quota === undefined ? words.stages : words.stagesWithQuota(told(result.quota, words)),
    heads: [
      words.candidate,
      ...stages.map((stage) => words.stage({ ...stage, of: stage.of.map(nameOf) })),
      words.electedAs,
    ],
    keys: [words.candidate, ...stages.map(({ stage }) => `${stage}`), words.electedAs],
    rows: [
      ...standing.map(({ id }) => [
        nameOf(id),
        ...cells(({ votes }) => (Object.hasOwn(votes, id) ? votes[id] : undefined)),
        order.get(id) ?? none,
      ]),
      [words.nonTransferable, ...cells(({ nonTransferable }) => nonTransferable), none],
      ...(isQuotaMoving ? [[words.quota, ...cells(({ quota }) => quota), none]] : []),
    ],
  };
};

const pairwiseTable = (
  { input, result }: RankedRecord,
  pairs: Extract<RankedRecord["steps"][number], { readonly kind: "pairwise" }>["pairs"],
  words: SheetWords,
  nameOf: (id: string) => string,
): Table => {
  const votes = new Map<string, number>();
  const key = (candidate: string, over: string): string => JSON.stringify([candidate, over]);
  for (const pair of pairs) {
    votes.set(key(pair.candidate, pair.over), pair.votes);
    votes.set(key(pair.over, pair.candidate), pair.against);
  }
  const gone = new Set(input.withdrawn);
  const standing = (result.ranking?.flat() ?? input.candidates.map(({ id }) => id)).filter(
    (id) => !gone.has(id),
  );
  return {
    caption: words.pairwise,
    heads: [words.candidate, ...standing.map(nameOf)],
    rows: standing.map((one) => [
      nameOf(one),
      ...standing.map((other) => {
        const own = votes.get(key(one, other));
        return own === undefined ? none : wholeText(own, words.numerals);
      }),
    ]),
  };
};

const placesTable = (
  { result, steps }: ListRecord,
  words: SheetWords,
  nameOf: (id: string) => string,
): Table => {
  const listed = new Map(
    steps.flatMap((step) => (step.kind === "listed" ? [[step.candidate, step] as const] : [])),
  );
  const free = result.unconstrained?.order;
  return {
    caption: words.places,
    heads: [words.place, words.candidate, words.number, ...(free ? [words.unconstrained] : [])],
    words: [1, 3],
    rows: result.order.map((id, at) => {
      const number = listed.get(id)?.number;
      const without = free?.[at];
      return [
        `${at + 1}`,
        nameOf(id),
        number === undefined ? none : told(number, words),
        ...(free ? [without === undefined ? none : nameOf(without)] : []),
      ];
    }),
  };
};

const exact = (text: string): Fraction => readFraction(text) ?? fractionOf(text) ?? { n: 0n, d: 1n };

/** "+12.5", "−3"; nothing where nothing changed. */
const changeText = (before: string, after: string, words: SheetWords): string => {
  const [a, b] = [exact(before), exact(after)];
  const difference = { n: b.n * a.d - a.n * b.d, d: a.d * b.d };
  if (difference.n === 0n) return "";
  const size = { n: difference.n < 0n ? -difference.n : difference.n, d: difference.d };
  const decimals = Math.max(...[before, after].map((text) => text.split(".")[1]?.length ?? 0));
  // the difference of two decimals has no more of them than they have
  const written =
    decimals === 0 ? fractionText(size) : decimalsText((size.n * 10n ** BigInt(decimals)) / size.d, decimals);
  return `${difference.n < 0n ? "−" : "+"}${told(written, words)}`;
};

const lengthOf = (text: string): number => [...text].length;

/** A longer name is cut off in a text. */
const longestName = 32;

/** A table in blocks of lines; every block begins with the names of the rows. */
const blocksOf = (
  { caption, heads, keys = heads, words = [], rows }: Table,
  width: number,
): ReadonlyArray<ReadonlyArray<string>> => {
  const columns = keys.map((key, at) =>
    [key, ...rows.map((row) => row[at] ?? "")].map((cell) => (at === 0 ? shortened(cell) : onOneLine(cell))),
  );
  const widths = columns.map((cells) => Math.max(...cells.map(lengthOf)));
  const blocks: Array<Array<number>> = [];
  let used = 0;
  for (let at = 1; at < columns.length; at++) {
    const own = (widths[at] ?? 0) + 2;
    if (blocks.length === 0 || used + own > width) {
      blocks.push([]);
      used = widths[0] ?? 0;
    }
    blocks.at(-1)?.push(at);
    used += own;
  }
  const line = (row: number, block: ReadonlyArray<number>): string =>
    [0, ...block]
      .map((at) => {
        const cell = columns[at]?.[row] ?? "";
        const space = " ".repeat((widths[at] ?? 0) - lengthOf(cell));
        return at === 0 || words.includes(at) ? cell + space : space + cell;
      })
      .join("  ");
  const legend = keys === heads ? [] : heads.slice(1, -1).map((head) => `  ${onOneLine(head)}`);
  return blocks.map((block, at) => [
    ...(at === 0 ? [caption, ...legend, ""] : []),
    ...[line(0, block), ...rows.map((_, row) => line(row + 1, block))].map((text) => text.trimEnd()),
  ]);
};

const shortened = (text: string): string => {
  const letters = [...onOneLine(text)];
  return letters.length <= longestName ? letters.join("") : `${letters.slice(0, longestName - 1).join("")}…`;
};
