/** What is wrong with a file or with what was asked for; each is a line on standard error. */

/** Something is wrong with what was asked for; the message says what. Ends with 2. */
export class WrongUse extends Error {}

/** Something is wrong with the files; `lines` names file and field of each. Ends with 1. */
export class BadInput extends Error {
  readonly lines: ReadonlyArray<string>;
  constructor(lines: ReadonlyArray<string>) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}

/** Collects what is wrong with files, so that all of it is told at once. */
export class Problems {
  readonly #lines: Array<string> = [];

  /** "votes.csv:12: votes: not a whole number". */
  add(place: string, field: string, problem: string): void {
    this.#lines.push([place, field, problem].filter((part) => part !== "").join(": "));
  }

  /** Throws `BadInput` where anything was wrong so far. */
  done(): void {
    if (this.#lines.length > 0) throw new BadInput(this.#lines);
  }
}
