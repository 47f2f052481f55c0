/** The plan on a day as a table for a terminal of 100 columns. */
import {
  type AreaAccount,
  type CommitmentAccount,
  type Counts,
  type Evaluation,
  type Label,
  type Language,
  type StatusName,
  statusNames,
  told,
} from "@verksam/domain/plan";
import { inLanguage } from "./names.ts";
import type { Paint } from "./terminal.ts";
import { words } from "./words.ts";

const symbols: Readonly<Record<StatusName, string>> = {
  met: "✓",
  onTheWay: "◐",
  late: "!",
  notMet: "✗",
  noEvidence: "○",
  unknown: "?",
  notApplicable: "–",
};
const colours = {
  met: "green",
  onTheWay: "blue",
  late: "yellow",
  notMet: "red",
  noEvidence: "gray",
  unknown: "magenta",
  notApplicable: "gray",
} as const;

/** Columns and the gaps between them: 100 characters in all. */
const width = { code: 4, status: 16, commitment: 40, owner: 22, deadline: 10, gap: 2 };
const full = 100;
const inset = width.code + width.gap + width.status + width.gap;

interface Means {
  readonly evaluation: Evaluation;
  readonly language: Language;
  readonly paint: Paint;
}

export const table = (means: Means): string => {
  const { evaluation, language, paint } = means;
  const { title, body, period, asOf, counts, areas } = evaluation;
  const say = (label: Label) => inLanguage(label, language);
  return [
    "",
    paint("bold", say(title)),
    `${say(body)} · ${period.from} – ${period.to} · ${words[language].asOf} ${asOf}`,
    "",
    ...tally(counts, means, true),
    ...areas.flatMap((area) => areaTable(area, means)),
    "",
  ].join("\n");
};

const areaTable = (area: AreaAccount, means: Means): ReadonlyArray<string> => {
  const { language, paint } = means;
  const { prioritised, commitment, status, owner, deadline } = words[language];
  const title = `${area.code}  ${inLanguage(area.title, language)}`;
  const tag = area.prioritised ? ` (${prioritised})` : "";
  const counts = tally(area.counts, means, false).join("");
  const space = Math.max(2, full - title.length - tag.length - counts.length);
  return [
    "",
    paint("bold", title) + tag + " ".repeat(space) + counts,
    paint("gray", "─".repeat(full)),
    paint("gray", row(["", status, commitment, owner, deadline])),
    ...area.commitments.flatMap((one) => commitmentRows(one, means)),
  ];
};

const commitmentRows = (account: CommitmentAccount, means: Means): ReadonlyArray<string> => {
  const { evaluation, language, paint } = means;
  const { code, status, promise, owner, deadline } = account;
  const { name, sentence, lines } = told(account, evaluation.names, language);
  const marked = `${symbols[status]} ${name}`;
  const promised = wrap(inLanguage(promise, language), width.commitment);
  const owners = wrap(inLanguage(owner, language), width.owner);
  const rows = Array.from({ length: Math.max(promised.length, owners.length) }, (_, index) => {
    const isFirst = index === 0;
    const cells = [promised[index] ?? "", owners[index] ?? "", isFirst ? deadline : ""];
    const text = row([isFirst ? code : "", isFirst ? marked : "", ...cells]);
    return isFirst ? text.replace(marked, () => paint(colours[status], marked)) : text;
  });
  // Of rules that hold together, those that do not hold yet say what is left.
  const open = account.why.rule === "all" ? lines.filter(({ mark }) => mark !== "met") : [];
  const parts = open.map(({ mark, text }) => `${symbols[mark]} ${text}`);
  const why = [sentence, ...parts, ...missing(account, language)].flatMap((text) => wrap(text, full - inset));
  return [...rows, ...why.map((text) => " ".repeat(inset) + paint("gray", text)), ""];
};

/** As many as are named in the table; the evaluation names all. */
const named = 5;

const missing = (account: CommitmentAccount, language: Language): ReadonlyArray<string> => {
  const { missing, more } = words[language];
  const names = account.missing.map(({ name, on }) =>
    on === undefined ? inLanguage(name, language) : `${inLanguage(name, language)} ${on}`,
  );
  if (names.length === 0) return [];
  const rest = names.length > named ? [more(names.length - named)] : [];
  return [`${missing}: ${[...names.slice(0, named), ...rest].join(", ")}`];
};

/** The counts that are not zero, in lines. */
const tally = (counts: Counts, { evaluation, language }: Means, isNamed: boolean): ReadonlyArray<string> => {
  const parts = statusNames
    .filter((status) => counts[status] > 0)
    .map((status) => {
      const name = isNamed ? ` ${statusWord(status, evaluation, language)}` : "";
      return `${symbols[status]}\u00a0${counts[status]}${name.replaceAll(" ", "\u00a0")}`;
    });
  // Joined by blanks of a kind that lines are not broken at, each count stays whole.
  return wrap(parts.join("\u00a0 "), full).map((line) => line.replaceAll("\u00a0", " ").trimEnd());
};

const statusWord = (status: StatusName, { names, period }: Evaluation, language: Language): string =>
  told(
    { status, deadline: period.to, why: { rule: "notInForce", because: "notYetMade" } },
    names,
    language,
  ).name.toLocaleLowerCase(language);

const row = (cells: ReadonlyArray<string>): string => {
  const widths = [width.code, width.status, width.commitment, width.owner, width.deadline];
  const padded = cells.map((cell, index) => cell.padEnd(widths[index] ?? 0));
  return padded.join(" ".repeat(width.gap)).trimEnd();
};

/** The text in lines of at most so many characters, broken between words, and within one only where it is longer. */
const wrap = (text: string, columns: number): ReadonlyArray<string> => {
  const lines: Array<string> = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
    while (line.length > columns) {
      lines.push(line.slice(0, columns));
      line = line.slice(columns);
    }
  }
  return [...lines, line];
};
