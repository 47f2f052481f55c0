import { type BallotFormat, MalformedFile } from "./malformed-file.ts";

export const lineFeed = 10;
export const carriageReturn = 13;
export const quotationMark = 34;

export const isLineBreak = (code: number): boolean => code === lineFeed || code === carriageReturn;

/** A place in a text; line and column count from 1, the column in UTF-16 code units. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** Where reading stands in a text that comes in pieces split anywhere; CR, LF and CRLF each break a line once. */
export class Place {
  readonly #format: BallotFormat;
  #line = 1;
  #lineStart = 0;
  /** How much of the text came before the piece that is being read. */
  #before = 0;
  #hasBegun = false;
  #endedInReturn = false;
  #markedLine = 1;
  #markedColumn = 1;

  constructor(format: BallotFormat) {
    this.#format = format;
  }

  /** The piece to read: the first of a text without its byte order mark. */
  begin(piece: string): string {
    if (this.#hasBegun || piece === "") return piece;
    this.#hasBegun = true;
    return piece.startsWith("\uFEFF") ? piece.slice(1) : piece;
  }

  /** The piece is read. */
  finish(piece: string): void {
    if (piece === "") return;
    this.#before += piece.length;
    this.#endedInReturn = piece.charCodeAt(piece.length - 1) === carriageReturn;
  }

  /** A line break stands at `at`; false where it is the second half of one. */
  breakLine(piece: string, at: number): boolean {
    const followsReturn = at > 0 ? piece.charCodeAt(at - 1) === carriageReturn : this.#endedInReturn;
    this.#lineStart = this.#before + at + 1;
    if (followsReturn && piece.charCodeAt(at) === lineFeed) return false;
    this.#line++;
    return true;
  }

  /** Where the next quotation mark stands, or the end of the piece; counts the lines before it. */
  quotationMark(piece: string, from: number): number {
    let at = from;
    for (; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (code === quotationMark) break;
      if (isLineBreak(code)) this.breakLine(piece, at);
    }
    return at;
  }

  /** What is malformed is told of the place that was marked last. */
  mark(at: number): void {
    this.#markedLine = this.#line;
    this.#markedColumn = this.#before + at - this.#lineStart + 1;
  }

  spot(at: number): Spot {
    return { line: this.#line, column: this.#before + at - this.#lineStart + 1 };
  }

  malformed(problem: string): MalformedFile {
    return new MalformedFile(this.#format, this.#markedLine, this.#markedColumn, problem);
  }

  /** What is malformed at `at`, wherever was marked. */
  malformedAt(at: number, problem: string): MalformedFile {
    this.mark(at);
    return this.malformed(problem);
  }
}
