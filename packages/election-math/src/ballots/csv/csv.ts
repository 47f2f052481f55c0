import type { BallotFile, CastBallot } from "../ballot-file.ts";
import { type BallotReader, parsed, readerOf } from "../ballot-reader.ts";
import { MalformedFile } from "../malformed-file.ts";
import type { Spot } from "../place.ts";
import { Ranking } from "../ranking.ts";
import { type Weight, weightOf } from "../weight.ts";
import { type Columns, columnsOf } from "./columns.ts";
import { unguarded } from "./formula.ts";
import { type CheckedReading, type CsvReading, checkedReading } from "./reading.ts";
import { type Cell, Rows } from "./rows.ts";

/**
 * Reads a CSV file of cast votes piece by piece (RFC 4180): a header, then a row for each ballot with a column for each rank.
 * A file that breaks off between two rows cannot be told from a whole one. Throws `InvalidInput` for a form there is not.
 */
export const csvReader = (reading: CsvReading): BallotReader => {
  const checked = checkedReading(reading);
  const votes = new CastVotes(checked);
  const rows = new Rows(checked.separator, (row) => votes.take(row));
  return readerOf({
    take: (piece) => rows.take(piece),
    finish: () => {
      votes.finish(rows.finish());
      return { candidates: checked.candidates, withdrawn: [] };
    },
    completed: () => votes.completed(),
  });
};

/** The file a CSV text of cast votes is. Throws `MalformedFile`. */
export const parseCsv = (text: string, reading: CsvReading): BallotFile => parsed(csvReader(reading), text);

const malformed = ({ line, column }: Spot, problem: string): MalformedFile =>
  new MalformedFile("csv", line, column, problem);

class CastVotes {
  readonly #reading: CheckedReading;
  readonly #ranking: Ranking;
  #columns: Columns | undefined;
  readonly #ids = new Set<string>();
  #ballots: Array<CastBallot> = [];

  constructor(reading: CheckedReading) {
    this.#reading = reading;
    this.#ranking = new Ranking(reading.skipped);
  }

  take(given: ReadonlyArray<Cell>): void {
    const row = this.#reading.guarded
      ? given.map((cell) => ({ ...cell, text: unguarded(cell.text) }))
      : given;
    if (this.#columns === undefined) this.#columns = columnsOf(row, this.#reading);
    else this.#ballots.push(this.#ballot(row, this.#columns));
  }

  finish(end: Spot): void {
    if (this.#columns === undefined) throw malformed(end, "the file ends before its header");
  }

  completed(): ReadonlyArray<CastBallot> {
    const ballots = this.#ballots;
    this.#ballots = [];
    return ballots;
  }

  #ballot(row: ReadonlyArray<Cell>, columns: Columns): CastBallot {
    const [first] = row;
    if (row.length !== columns.count)
      throw malformed(first ?? { line: 1, column: 1 }, "not as many cells as there are columns");
    const cell = (column: number | undefined) => (column === undefined ? undefined : row[column]);
    const id = this.#id(cell(columns.id));
    const weight = weightIn(cell(columns.weight));
    const named = new Set<string>();
    for (const column of columns.choices) this.#choice(cell(column), named);
    const ranking = this.#ranking.close();
    return id === undefined ? { ranking, weight } : { ranking, weight, id };
  }

  #id(cell: Cell | undefined): string | undefined {
    if (cell === undefined || cell.text === "") return undefined;
    if (this.#ids.has(cell.text)) throw malformed(cell, "a ballot id that stood before");
    this.#ids.add(cell.text);
    return cell.text;
  }

  #choice(cell: Cell | undefined, named: Set<string>): void {
    if (cell === undefined) return;
    const { ids, words, repeated } = this.#reading;
    const word = words.get(cell.text);
    const id = ids.get(cell.text);
    if (word !== undefined) this.#pass(word);
    else if (id === undefined) throw malformed(cell, "no candidate has this cell");
    else if (!named.has(id)) this.#ranking.prefer([id]);
    else if (repeated === "refused") throw malformed(cell, "a candidate who stands in this ranking already");
    else this.#pass(repeated);
    if (id !== undefined) named.add(id);
  }

  #pass(meaning: "skipped" | "ends"): void {
    if (meaning === "skipped") this.#ranking.skip();
    else this.#ranking.end();
  }
}

const weightIn = (cell: Cell | undefined): Weight => {
  if (cell === undefined) return 1;
  const weight = weightOf(cell.text);
  if (weight === undefined) throw malformed(cell, "not a weight above 0");
  return weight;
};
