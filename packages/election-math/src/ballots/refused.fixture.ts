import { InvalidInput } from "../input.ts";
import type { BallotFile } from "./ballot-file.ts";
import type { BallotReader } from "./ballot-reader.ts";
import { MalformedFile } from "./malformed-file.ts";

/** Every problem of an input, none where it is taken. */
export const problemsOf = (work: () => unknown): ReadonlyArray<string> => {
  try {
    work();
  } catch (refused) {
    if (!(refused instanceof InvalidInput)) throw refused;
    return refused.problems.map(({ field, problem }) => `${field}: ${problem}`);
  }
  return [];
};

/** "2:5 problem": line, column and problem of a file; nothing where it is read. */
export const malformedOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (refused) {
    if (!(refused instanceof MalformedFile)) throw refused;
    return `${refused.line}:${refused.column} ${refused.problem}`;
  }
  return undefined;
};

/** The file as it is read when its text comes in these pieces. */
export const inPieces = (reader: BallotReader, pieces: Iterable<string>): BallotFile => {
  const ballots = [...pieces].flatMap((piece) => reader.push(piece));
  const file = reader.end();
  return { ...file, ballots: [...ballots, ...file.ballots] };
};
