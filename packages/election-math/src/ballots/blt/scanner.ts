import { isLineBreak, type Place, quotationMark } from "../place.ts";
import type { CheckedDialect } from "./dialect.ts";
import type { Grammar } from "./grammar.ts";

const hash = 35;
const open = 40;
const close = 41;
const openBracket = 91;
const closeBracket = 93;

/** So many digits are a whole number that is exact. */
const mostDigits = 15;
const digits = /^\d{1,15}$/;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 11 || code === 12;

const isSpace = (code: number): boolean => isBlank(code) || isLineBreak(code);

/** What is being read where a piece may end. */
type Inside = "nothing" | "word" | "comment" | "ballotId" | "quoted" | "quotationMark" | "unquoted";

/** Cuts a BLT file into its words and texts, and hands each to the grammar. */
export class Scanner {
  readonly #place: Place;
  readonly #grammar: Grammar;
  readonly #dialect: CheckedDialect;
  #inside: Inside = "nothing";
  /** What came so far of a word or text. */
  #held = "";

  constructor(place: Place, grammar: Grammar, dialect: CheckedDialect) {
    this.#place = place;
    this.#grammar = grammar;
    this.#dialect = dialect;
  }

  take(piece: string): void {
    const text = this.#place.begin(piece);
    let at = 0;
    while (at < text.length) at = this.#read(text, at);
    this.#place.finish(text);
  }

  finish(): void {
    if (this.#inside === "word") this.#endWord();
    else if (this.#inside === "quotationMark" || this.#inside === "unquoted") this.#endText();
    else if (this.#inside === "quoted") throw this.#place.malformed("a text that is not closed");
    else if (this.#inside === "ballotId") throw this.#place.malformed("a ballot id that is not closed");
    this.#place.mark(0);
    this.#grammar.finish();
  }

  /** Reads on from `at`, and tells up to where. */
  #read(text: string, at: number): number {
    switch (this.#inside) {
      case "word":
        return this.#word(text, at);
      case "comment":
        return this.#comment(text, at);
      case "ballotId":
        return this.#ballotId(text, at);
      case "quoted":
        return this.#quoted(text, at);
      case "quotationMark":
        return this.#afterMark(text, at);
      case "unquoted":
        return this.#unquoted(text, at);
      default:
        if (this.#grammar.expects === "numbers") return this.#numbers(text, at);
        return this.#grammar.expects === "texts" ? this.#texts(text, at) : text.length;
    }
  }

  /** Up to what is not a whole number or space, or to the last number of the ballots. */
  #numbers(text: string, from: number): number {
    const { length } = text;
    let at = from;
    while (at < length) {
      const begins = at;
      let code = text.charCodeAt(at);
      if (isDigit(code)) {
        let value = 0;
        while (isDigit(code)) {
          value = value * 10 + code - 48;
          code = ++at < length ? text.charCodeAt(at) : 0;
        }
        this.#place.mark(begins);
        if (at - begins > mostDigits || !isSpace(code)) return this.#beginWord(begins);
        this.#grammar.whole(value);
        if (this.#grammar.expects !== "numbers") return at;
      } else if (isBlank(code)) at++;
      else if (isLineBreak(code)) {
        this.#place.breakLine(text, at++);
        this.#grammar.endLine();
      } else {
        this.#place.mark(at);
        return this.#begin(code, at);
      }
    }
    return at;
  }

  #begin(code: number, at: number): number {
    if (code === open) this.#inside = "ballotId";
    else if (code === openBracket || code === closeBracket) this.#grammar.bracket(code === openBracket);
    else if (code === hash && this.#dialect.comments) this.#inside = "comment";
    else if (code === quotationMark) throw this.#place.malformed("a text before the 0 that ends the ballots");
    else if (code === close) throw this.#place.malformed("a parenthesis that was not opened");
    else return this.#beginWord(at);
    return at + 1;
  }

  #beginWord(at: number): number {
    this.#inside = "word";
    return at;
  }

  #word(text: string, from: number): number {
    let at = from;
    while (at < text.length && !this.#endsWord(text.charCodeAt(at))) at++;
    this.#held += text.slice(from, at);
    if (at < text.length) this.#endWord();
    return at;
  }

  #endsWord(code: number): boolean {
    return (
      isSpace(code) ||
      code === open ||
      code === close ||
      code === openBracket ||
      code === closeBracket ||
      code === quotationMark ||
      (code === hash && this.#dialect.comments)
    );
  }

  #endWord(): void {
    const word = this.#release();
    if (digits.test(word)) this.#grammar.whole(Number(word));
    else this.#grammar.word(word);
  }

  #comment(text: string, from: number): number {
    let at = from;
    while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
    if (at < text.length) this.#inside = "nothing";
    return at;
  }

  #ballotId(text: string, from: number): number {
    let at = from;
    while (at < text.length && text.charCodeAt(at) !== close && !isLineBreak(text.charCodeAt(at))) at++;
    this.#held += text.slice(from, at);
    if (at === text.length) return at;
    if (text.charCodeAt(at) !== close) throw this.#place.malformed("a ballot id that is not closed");
    this.#grammar.ballotId(this.#release());
    return at + 1;
  }

  #texts(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (isBlank(code)) return at + 1;
    if (isLineBreak(code)) {
      this.#place.breakLine(text, at);
      return at + 1;
    }
    if (code === hash && this.#dialect.comments) {
      this.#inside = "comment";
      return at;
    }
    this.#place.mark(at);
    if (code === quotationMark) {
      this.#inside = "quoted";
      return at + 1;
    }
    if (this.#dialect.unquoted === "refused") throw this.#place.malformed("a text without quotation marks");
    this.#inside = "unquoted";
    return at;
  }

  #quoted(text: string, from: number): number {
    const at = this.#place.quotationMark(text, from);
    this.#held += text.slice(from, at);
    if (at < text.length) this.#inside = "quotationMark";
    return at + 1;
  }

  #afterMark(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (code === quotationMark && this.#dialect.quotes === "doubled") {
      this.#held += '"';
      this.#inside = "quoted";
      return at + 1;
    }
    this.#endText();
    if (this.#grammar.expects === "nothing" || isSpace(code) || code === quotationMark) return at;
    if (code === hash && this.#dialect.comments) return at;
    throw this.#place.malformedAt(at, "something right after a quoted text");
  }

  #unquoted(text: string, from: number): number {
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (isLineBreak(code) || (isBlank(code) && this.#dialect.unquoted === "word")) break;
      if (code === quotationMark)
        throw this.#place.malformedAt(at, "a quotation mark in a text without quotation marks");
      if (code === hash && this.#dialect.comments)
        throw this.#place.malformedAt(at, "a # in a text without quotation marks");
    }
    this.#held += text.slice(from, at);
    if (at < text.length) this.#endText();
    return at;
  }

  #endText(): void {
    const isQuoted = this.#inside === "quotationMark";
    const text = this.#release();
    this.#grammar.text(isQuoted ? text : withoutBlanks(text));
  }

  #release(): string {
    const held = this.#held;
    this.#held = "";
    this.#inside = "nothing";
    return held;
  }
}

/** Without the blanks at its end. */
const withoutBlanks = (text: string): string => {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
};
