/** The kinds of file that are read and written here. */
export type BallotFormat = "blt" | "preflib" | "csv";

/**
 * A file of ballots that is not what its format says; `line` and `column` count from 1, the column in UTF-16 code units, a
 * byte order mark left out. Tells the place and the reason, never what stands there.
 */
export class MalformedFile extends Error {
  readonly _tag = "MalformedFile";
  readonly format: BallotFormat;
  readonly line: number;
  readonly column: number;
  readonly problem: string;
  constructor(format: BallotFormat, line: number, column: number, problem: string) {
    super(`${format}, line ${line}, column ${column}: ${problem}`);
    this.name = "MalformedFile";
    this.format = format;
    this.line = line;
    this.column = column;
    this.problem = problem;
  }
}
