import { MalformedFile } from "../malformed-file.ts";
import { isLineBreak, Place, quotationMark, type Spot } from "../place.ts";

export interface Cell extends Spot {
  readonly text: string;
}

type Inside = "nothing" | "plain" | "quoted" | "quotationMark";

/**
 * Cuts a text that comes in pieces into rows of cells as RFC 4180 has them, strictly; CR, LF and CRLF each end a row. Written
 * here because the package depends on nothing.
 */
export class Rows {
  readonly #place = new Place("csv");
  readonly #separator: number;
  readonly #take: (row: ReadonlyArray<Cell>) => void;
  #inside: Inside = "nothing";
  #cells: Array<Cell> = [];
  #spot: Spot = { line: 1, column: 1 };
  #held = "";
  #wasQuoted = false;

  constructor(separator: string, take: (row: ReadonlyArray<Cell>) => void) {
    this.#separator = separator.charCodeAt(0);
    this.#take = take;
  }

  take(piece: string): void {
    const text = this.#place.begin(piece);
    let at = 0;
    while (at < text.length) at = this.#read(text, at);
    this.#place.finish(text);
  }

  /** Where the text ends, after its last row. */
  finish(): Spot {
    if (this.#inside === "quoted") throw this.#malformed(this.#spot, "a cell that is not closed");
    const end = this.#place.spot(0);
    if (this.#inside === "nothing") this.#spot = end;
    if (this.#inside !== "nothing" || this.#cells.length > 0) this.#endRow();
    return end;
  }

  /** Reads on from `at`, and tells up to where. */
  #read(text: string, at: number): number {
    if (this.#inside === "plain") return this.#plain(text, at);
    if (this.#inside === "quoted") return this.#quoted(text, at);
    if (this.#inside === "quotationMark") return this.#afterMark(text, at);
    this.#spot = this.#place.spot(at);
    const isQuoted = text.charCodeAt(at) === quotationMark;
    this.#inside = isQuoted ? "quoted" : "plain";
    this.#wasQuoted = isQuoted;
    return isQuoted ? at + 1 : at;
  }

  #plain(text: string, from: number): number {
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === this.#separator || isLineBreak(code)) break;
      if (code === quotationMark)
        throw this.#malformed(this.#place.spot(at), "a quotation mark in a cell without quotation marks");
    }
    this.#held += text.slice(from, at);
    return at < text.length ? this.#end(text, at) : at;
  }

  #quoted(text: string, from: number): number {
    const at = this.#place.quotationMark(text, from);
    this.#held += text.slice(from, at);
    if (at < text.length) this.#inside = "quotationMark";
    return at + 1;
  }

  #afterMark(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (code === quotationMark) {
      this.#held += '"';
      this.#inside = "quoted";
      return at + 1;
    }
    if (code === this.#separator || isLineBreak(code)) return this.#end(text, at);
    throw this.#malformed(this.#place.spot(at), "something right after a quoted cell");
  }

  /** At a separator or the end of a line. */
  #end(text: string, at: number): number {
    if (!isLineBreak(text.charCodeAt(at))) this.#endCell();
    else if (this.#place.breakLine(text, at)) this.#endRow();
    else this.#inside = "nothing";
    return at + 1;
  }

  #endCell(): void {
    this.#cells.push({ text: this.#held, ...this.#spot });
    this.#held = "";
    this.#inside = "nothing";
  }

  #endRow(): void {
    this.#endCell();
    const cells = this.#cells;
    this.#cells = [];
    if (cells.length === 1 && cells[0]?.text === "" && !this.#wasQuoted)
      throw this.#malformed(this.#spot, "an empty line");
    this.#take(cells);
  }

  #malformed({ line, column }: Spot, problem: string): MalformedFile {
    return new MalformedFile("csv", line, column, problem);
  }
}
