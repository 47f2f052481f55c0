import { Checks } from "../../input.ts";
import { chosen } from "../chosen.ts";
import { type Skipped, skippedChoices } from "../ranking.ts";

/**
 * What BLT files leave open. White space only separates, and no end of a line means anything, unless it is said below. What
 * is not of the dialect is malformed.
 */
export interface BltDialect {
  /** A ballot ends with its 0 ("zero", unless told), or with its line, its 0 left out or not ("line"). */
  readonly ballotEnd?: "zero" | "line" | undefined;
  /** What `-` in a ranking becomes: "kept" unless told. */
  readonly skipped?: Skipped | undefined;
  /** Two quotation marks in a quoted text are one ("doubled", unless told), or end it and begin the next ("adjacent"). */
  readonly quotes?: "doubled" | "adjacent" | undefined;
  /** A text without quotation marks is the rest of its "line" (unless told), one "word", or "refused". */
  readonly unquoted?: "line" | "word" | "refused" | undefined;
  /** Whether `#` outside a quoted text begins a comment to the end of the line: true unless told. */
  readonly comments?: boolean | undefined;
  /** Whether each candidate has two texts, the name and the party: false unless told. An empty party is none. */
  readonly parties?: boolean | undefined;
  /** Whatever stands after the title is "refused" (unless told) or "ignored". */
  readonly afterTitle?: "refused" | "ignored" | undefined;
  /** Options in brackets other than `nick`, `tie` and `withdrawn` are "refused" (unless told) or "ignored". */
  readonly otherOptions?: "refused" | "ignored" | undefined;
}

export type CheckedDialect = { readonly [K in keyof BltDialect]-?: Exclude<BltDialect[K], undefined> };

/** Throws `InvalidInput`. */
export const checkedDialect = (given: BltDialect): CheckedDialect => {
  const checks = new Checks();
  const dialect = checks.object(given, "dialect");
  const checked: CheckedDialect = {
    ballotEnd: chosen(dialect.ballotEnd, "ballotEnd", ["zero", "line"], checks),
    skipped: chosen(dialect.skipped, "skipped", skippedChoices, checks),
    quotes: chosen(dialect.quotes, "quotes", ["doubled", "adjacent"], checks),
    unquoted: chosen(dialect.unquoted, "unquoted", ["line", "word", "refused"], checks),
    comments: chosen(dialect.comments, "comments", [true, false], checks),
    parties: chosen(dialect.parties, "parties", [false, true], checks),
    afterTitle: chosen(dialect.afterTitle, "afterTitle", ["refused", "ignored"], checks),
    otherOptions: chosen(dialect.otherOptions, "otherOptions", ["refused", "ignored"], checks),
  };
  checks.done();
  return checked;
};
