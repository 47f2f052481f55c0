/** Tables in CSV: a head, then rows; lines that begin with # are left out. */

import { CsvError, parse } from "csv-parse/sync";
import { Problems, readText } from "example-terminal";

/** A row by column. */
export interface Row {
  /** "votes.csv:12". */
  readonly place: string;
  /** The text in a column; "" where the column is empty or there is none. */
  readonly of: (column: string) => string;
}

export interface CsvFile {
  readonly name: string;
  readonly columns: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<Row>;
}

/** The table in a file that has these columns at the least; throws `BadInput`. */
export const readCsv = (path: string, needed: ReadonlyArray<string>): CsvFile => {
  const { name, text } = readText(path);
  const problems = new Problems();
  const [head, ...body] = records(name, text, problems);
  problems.done();
  const columns = head?.cells ?? [];
  for (const column of needed)
    if (!columns.includes(column)) problems.add(name, column, "there is no such column");
  columns.forEach((column, at) => {
    if (columns.indexOf(column) < at) problems.add(name, column, "the column is there twice");
  });
  const rows = body.map(({ line, cells }): Row => {
    const place = `${name}:${line}`;
    if (cells.length !== columns.length)
      problems.add(place, "", `${cells.length} values for ${columns.length} columns`);
    return { place, of: (column) => cells[columns.indexOf(column)] ?? "" };
  });
  if (rows.length === 0) problems.add(name, "", "no rows");
  problems.done();
  return { name, columns, rows };
};

interface Line {
  readonly line: number;
  readonly cells: ReadonlyArray<string>;
}

const records = (name: string, text: string, problems: Problems): ReadonlyArray<Line> => {
  const read: Array<Line> = [];
  try {
    parse(text, {
      comment: "#",
      comment_no_infix: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      // told as a problem of its line
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells, { lines }) => {
        read.push({ line: lines, cells });
        return null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    problems.add(`${name}:${cause.lines ?? ""}`, "", `not CSV: ${cause.message}`);
  }
  return read;
};
