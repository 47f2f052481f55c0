/** Columns of text under their heads, for a terminal. */
import { plain } from "./terminal.ts";

export interface Column {
  readonly head: string;
  /** Words stand to the left, figures to the right. */
  readonly side: "left" | "right";
}

/** A line for the heads, then one a row; every cell on one line and no longer than `most`. */
export const columnsOf = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  most = 26,
): ReadonlyArray<string> => {
  const lines = [columns.map(({ head }) => head), ...rows].map((cells) =>
    cells.map((cell) => shortened(plain(cell), most)),
  );
  const widths = columns.map((_, at) => Math.max(...lines.map((cells) => [...(cells[at] ?? "")].length)));
  return lines.map((cells) =>
    columns
      .map(({ side }, at) => padded(cells[at] ?? "", widths[at] ?? 0, side))
      .join("  ")
      .trimEnd(),
  );
};

const padded = (text: string, width: number, side: Column["side"]): string => {
  const space = " ".repeat(Math.max(0, width - [...text].length));
  return side === "left" ? text + space : space + text;
};

const shortened = (text: string, most: number): string => {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
};

/** The text in lines of at most so many characters, broken between words. */
export const wrapped = (text: string, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = [];
  let line = "";
  for (const word of plain(text).split(" ")) {
    if (line !== "" && [...line].length + 1 + [...word].length > width) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
};
