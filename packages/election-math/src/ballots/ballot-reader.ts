import { InvalidInput } from "../input.ts";
import type { BallotFile, CastBallot } from "./ballot-file.ts";

/**
 * Reads a file piece by piece and keeps no ballot, only the ids and orders that may not come twice: hand each piece in, take
 * the ballots that are complete with it, and ask for the rest at the end. A file that turns out malformed throws `MalformedFile`, and whatever came with that piece is not
 * handed out; every later call throws the same.
 */
export interface BallotReader {
  /** Takes the next piece of the text, which may be split anywhere. */
  readonly push: (piece: string) => ReadonlyArray<CastBallot>;
  /**
   * Nothing more comes. What the file says beside its ballots; of these only such as the end itself completed. The names of
   * a BLT file stand at its end: until then a candidate is a number.
   */
  readonly end: () => BallotFile;
}

/** A format's own part of reading. */
export interface Format {
  readonly take: (piece: string) => void;
  readonly finish: () => Omit<BallotFile, "ballots">;
  /** The ballots completed since it was asked last. */
  readonly completed: () => ReadonlyArray<CastBallot>;
}

export const readerOf = ({ take, finish, completed }: Format): BallotReader => {
  let failure: unknown;
  let isOver = false;
  const reading = <T>(read: () => T): T => {
    if (failure !== undefined) throw failure;
    if (isOver) throw new InvalidInput([{ field: "piece", problem: "after the end" }]);
    try {
      return read();
    } catch (thrown) {
      failure = thrown;
      throw thrown;
    }
  };
  return {
    push: (piece) =>
      reading(() => {
        if (typeof piece !== "string") throw new InvalidInput([{ field: "piece", problem: "not a text" }]);
        take(piece);
        return completed();
      }),
    end: () =>
      reading(() => {
        const head = finish();
        isOver = true;
        return { ...head, ballots: completed() };
      }),
  };
};

/** The whole file out of its whole text. */
export const parsed = (reader: BallotReader, text: string): BallotFile => {
  const ballots = reader.push(text);
  const file = reader.end();
  return { ...file, ballots: [...ballots, ...file.ballots] };
};
