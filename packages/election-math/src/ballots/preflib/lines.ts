import { carriageReturn, isLineBreak, lineFeed } from "../place.ts";

/** Cuts a text that comes in pieces into its lines; CR, LF and CRLF each end one. */
export class Lines {
  #held = "";
  #hasBegun = false;
  #endedInReturn = false;
  #ended = 0;

  /** Of the line that was handed out last; at the end of the text, of where it ends. */
  get line(): number {
    return this.#ended;
  }

  /** The lines that end in the piece, without their ends. */
  *take(given: string): Generator<string> {
    const isFirst = !this.#hasBegun && given !== "";
    this.#hasBegun ||= isFirst;
    const piece = isFirst && given.startsWith("\uFEFF") ? given.slice(1) : given;
    let from = this.#endedInReturn && piece.charCodeAt(0) === lineFeed ? 1 : 0;
    if (piece !== "") this.#endedInReturn = false;
    for (let at = from; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (!isLineBreak(code)) continue;
      yield this.#end(piece.slice(from, at));
      if (code === carriageReturn && piece.charCodeAt(at + 1) === lineFeed) at++;
      else if (code === carriageReturn && at + 1 === piece.length) this.#endedInReturn = true;
      from = at + 1;
    }
    this.#held += piece.slice(from);
  }

  /** What stands after the last line break. */
  finish(): string {
    return this.#end("");
  }

  #end(rest: string): string {
    const line = this.#held + rest;
    this.#held = "";
    this.#ended++;
    return line;
  }
}
