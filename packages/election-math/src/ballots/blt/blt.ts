import type { BallotFile } from "../ballot-file.ts";
import { type BallotReader, parsed, readerOf } from "../ballot-reader.ts";
import { Place } from "../place.ts";
import { type BltDialect, checkedDialect } from "./dialect.ts";
import { Grammar } from "./grammar.ts";
import { Scanner } from "./scanner.ts";

/**
 * Reads a BLT file piece by piece (Hill, Wichmann and Woodall, Algorithm 123, 1987; equal ranks, skipped ranks, ballot ids
 * and options in brackets as OpenSTV, OpenTally and Droop write them). Throws `InvalidInput` for a dialect there is not.
 */
export const bltReader = (dialect: BltDialect = {}): BallotReader => {
  const checked = checkedDialect(dialect);
  const place = new Place("blt");
  const grammar = new Grammar(place, checked);
  const scanner = new Scanner(place, grammar, checked);
  return readerOf({
    take: (piece) => scanner.take(piece),
    finish: () => {
      scanner.finish();
      return grammar.head();
    },
    completed: () => grammar.completed(),
  });
};

/** The file a BLT text is. Throws `MalformedFile`. */
export const parseBlt = (text: string, dialect?: BltDialect): BallotFile => parsed(bltReader(dialect), text);
