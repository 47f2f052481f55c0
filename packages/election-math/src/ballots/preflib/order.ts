import { MalformedFile } from "../malformed-file.ts";

/** One line of orders: how many voters have the order, and its ranks of candidates' ids. */
export interface Order {
  readonly count: number;
  readonly ranking: ReadonlyArray<ReadonlyArray<string>>;
}

/** Reads `2: 1,{3,4}`, in which blanks mean nothing; throws `MalformedFile`. */
export const orderOf = (text: string, line: number, candidates: number): Order =>
  new OrderLine(text, line, candidates).read();

class OrderLine {
  readonly #text: string;
  readonly #line: number;
  readonly #candidates: number;
  readonly #named = new Set<number>();
  #at = 0;

  constructor(text: string, line: number, candidates: number) {
    this.#text = text;
    this.#line = line;
    this.#candidates = candidates;
  }

  read(): Order {
    const count = this.#number("not a count above 0");
    if (!this.#passes(":")) throw this.#malformed("no colon after the count");
    const ranking: Array<ReadonlyArray<string>> = [];
    do ranking.push(this.#passes("{") ? this.#equals() : [this.#candidate()]);
    while (this.#passes(","));
    if (this.#at < this.#text.length) throw this.#malformed("neither a comma nor the end of the order");
    return { count, ranking };
  }

  #equals(): ReadonlyArray<string> {
    const rank: Array<string> = [];
    do rank.push(this.#candidate());
    while (this.#passes(","));
    if (!this.#passes("}")) throw this.#malformed("neither a comma nor the end of equal ranks");
    return rank;
  }

  #candidate(): string {
    this.#skipBlanks();
    const from = this.#at;
    const number = this.#number("not a candidate's number");
    const problem =
      number > this.#candidates
        ? "no candidate has this number"
        : this.#named.has(number)
          ? "a candidate who stands in this order already"
          : undefined;
    if (problem !== undefined) throw new MalformedFile("preflib", this.#line, from + 1, problem);
    this.#named.add(number);
    return String(number);
  }

  /** A whole number from 1 of at most 15 digits. */
  #number(problem: string): number {
    this.#skipBlanks();
    const from = this.#at;
    let value = 0;
    for (; isDigit(this.#text.charCodeAt(this.#at)); this.#at++)
      value = value * 10 + Number(this.#text[this.#at]);
    if (value > 0 && this.#at - from <= 15) return value;
    throw new MalformedFile("preflib", this.#line, from + 1, problem);
  }

  #passes(mark: string): boolean {
    this.#skipBlanks();
    if (this.#text[this.#at] !== mark) return false;
    this.#at++;
    this.#skipBlanks();
    return true;
  }

  #skipBlanks(): void {
    while (this.#text[this.#at] === " " || this.#text[this.#at] === "\t") this.#at++;
  }

  #malformed(problem: string): MalformedFile {
    return new MalformedFile("preflib", this.#line, this.#at + 1, problem);
  }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
