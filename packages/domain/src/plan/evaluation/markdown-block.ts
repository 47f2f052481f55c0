import { type Content, type Markdown, Markup, markdown } from "./markup.ts";

/** A block of a Markdown page, or nothing. */
export type Block = Markdown | false;

/** The blocks there are, with an empty line between them. */
export const page = (blocks: ReadonlyArray<Block>): Markdown =>
  new Markup(
    "markdown",
    blocks.flatMap((block) => (block === false || block.source === "" ? [] : [block.source])).join("\n\n"),
  );

const lines = (each: ReadonlyArray<Markdown>): Markdown =>
  new Markup("markdown", each.map(({ source }) => source).join("\n"));

/** A list; an item may be a list of its own under a text. */
export const bullets = (items: ReadonlyArray<Block>): Block => {
  const there = items.filter((item) => item !== false);
  return there.length > 0 && lines(there.map((item) => markdown`- ${indented(item)}`));
};

const indented = ({ source }: Markdown): Markdown => new Markup("markdown", source.replaceAll("\n", "\n  "));

/** A numbered list. */
export const numbered = (items: ReadonlyArray<Content<"markdown">>): Markdown =>
  lines(items.map((item, index) => markdown`${new Markup("markdown", `${index + 1}.`)} ${item}`));

/** A table under its heads; columns from `numbersFrom` on are numbers and stand to the right. */
export const table = (
  heads: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  numbersFrom = heads.length,
): Markdown => {
  const row = (cells: ReadonlyArray<string>) => markdown`|${cells.map((cell) => markdown` ${cell} |`)}`;
  const rule = markdown`|${heads.map((_, index) => (index < numbersFrom ? markdown` --- |` : markdown` ---: |`))}`;
  return lines([row(heads), rule, ...rows.map(row)]);
};
