/** Files of ballots, with what is wrong in them told with line and column. */
import {
  type BallotFile,
  type BltDialect,
  MalformedFile,
  parseBlt,
  parseCsv,
} from "@verksam/election-math/ballots";
import { Problems, readText, type TextFile } from "example-terminal";

/** A file of ballots and what the file is called. */
export interface Ballots {
  readonly name: string;
  readonly file: BallotFile;
  /** How the file is written, where that is not as most are. */
  readonly dialect: BltDialect;
}

/** Most files are written in the first way; some councils wrote the party beside each name, or a # within a word. */
const dialects: ReadonlyArray<BltDialect> = [
  {},
  { parties: true },
  { comments: false },
  { parties: true, comments: false },
];

/** A BLT file, in the first way of writing that makes sense of it; throws `BadInput` with what is wrong by the usual one. */
export const readBlt = (path: string): Ballots => {
  const { name, text } = readText(path);
  let first: MalformedFile | undefined;
  for (const dialect of dialects)
    try {
      return { name, file: parseBlt(text, dialect), dialect };
    } catch (cause) {
      if (!(cause instanceof MalformedFile)) throw cause;
      first ??= cause;
    }
  return refuse(name, first);
};

/** A CSV file of cast votes, a column a choice; throws `BadInput`. */
export const readCsv = ({ name, text }: TextFile, candidates: BallotFile["candidates"]): BallotFile => {
  try {
    return parseCsv(text, { candidates });
  } catch (cause) {
    if (!(cause instanceof MalformedFile)) throw cause;
    return refuse(name, cause);
  }
};

const refuse = (name: string, malformed: MalformedFile | undefined): never => {
  const problems = new Problems();
  const { line = 1, column = 1, problem = "unreadable" } = malformed ?? {};
  problems.add(`${name}:${line}:${column}`, "", problem);
  problems.done();
  throw malformed;
};
