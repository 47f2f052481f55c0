import { Checks } from "../../input.ts";
import { type Candidate, checkedCandidates } from "../ballot-file.ts";
import { chosen } from "../chosen.ts";
import { type Skipped, skippedChoices } from "../ranking.ts";
import { type CheckedForm, type CsvForm, cellsOf, checkedForm } from "./form.ts";

/** How to read a CSV file of cast votes: whatever is not said here is malformed. */
export interface CsvReading extends CsvForm {
  /** Everybody whom a cell may name; the file itself does not list them. */
  readonly candidates: ReadonlyArray<Candidate>;
  /** The columns of choices, the first choice first. Unless told: "1", "2", … or "Choice 1", "Choice 2", … */
  readonly choices?: ReadonlyArray<string> | undefined;
  /** The column of ballot ids, where a blank cell is none. Unless told: "id", if there is one. */
  readonly idColumn?: string | undefined;
  /** The column of weights. Unless told: "weight", if there is one; without, each ballot weighs 1. */
  readonly weightColumn?: string | undefined;
  /** Columns of anything else are "refused" (unless told) or "ignored". */
  readonly otherColumns?: "refused" | "ignored" | undefined;
  /** Cells that say nobody, beside the blank one: "undervote", "skipped". */
  readonly blanks?: ReadonlyArray<string> | undefined;
  /** Cells that say that more than one was marked, and whether such a rank is "skipped" or "ends" the ranking. */
  readonly overvotes?:
    | { readonly cells: ReadonlyArray<string>; readonly become: "skipped" | "ends" }
    | undefined;
  /** What becomes of a skipped rank before a later choice: "kept" unless told. Blank cells after the last choice say nothing. */
  readonly skipped?: Skipped | undefined;
  /** A rank that names somebody again is "refused" (unless told), "skipped", or "ends" the ranking. */
  readonly repeated?: "refused" | "skipped" | "ends" | undefined;
}

export interface CheckedReading extends CheckedForm {
  readonly candidates: ReadonlyArray<Candidate>;
  readonly choices: ReadonlyArray<string> | undefined;
  readonly idColumn: string | undefined;
  readonly weightColumn: string | undefined;
  readonly otherColumns: "refused" | "ignored";
  readonly skipped: Skipped;
  readonly repeated: "refused" | "skipped" | "ends";
  /** By cell, the candidate's id. */
  readonly ids: ReadonlyMap<string, string>;
  /** By cell that names no candidate, what it means. */
  readonly words: ReadonlyMap<string, "skipped" | "ends">;
}

/** Throws `InvalidInput`. */
export const checkedReading = (given: CsvReading): CheckedReading => {
  const checks = new Checks();
  const fields = checks.object(given, "form");
  const form = checkedForm(given, checks);
  const candidates = checkedCandidates(fields.candidates, checks);
  const ids = cellsOf(candidates, form.cells, checks);
  const reading: CheckedReading = {
    ...form,
    candidates,
    ...checkedColumns(fields, checks),
    otherColumns: chosen(fields.otherColumns, "otherColumns", ["refused", "ignored"], checks),
    skipped: chosen(fields.skipped, "skipped", skippedChoices, checks),
    repeated: chosen(fields.repeated, "repeated", ["refused", "skipped", "ends"], checks),
    ids,
    words: checkedWords(fields, ids, checks),
  };
  checks.done();
  return reading;
};

const checkedColumns = (
  fields: Readonly<Record<string, unknown>>,
  checks: Checks,
): Pick<CheckedReading, "choices" | "idColumn" | "weightColumn"> => {
  const named = new Set<string>();
  const column = (given: unknown, field: string): string => {
    const name = checks.text(given, field);
    if (named.has(name)) checks.problem(field, "a column that is named already");
    named.add(name);
    return name;
  };
  const { choices, idColumn, weightColumn } = fields;
  const columns = {
    choices:
      choices === undefined
        ? undefined
        : checks.list(choices, "choices").map((one, index) => column(one, `choices[${index}]`)),
    idColumn: idColumn === undefined ? undefined : column(idColumn, "idColumn"),
    weightColumn: weightColumn === undefined ? undefined : column(weightColumn, "weightColumn"),
  };
  if (columns.choices?.length === 0) checks.problem("choices", "empty");
  return columns;
};

const checkedWords = (
  { blanks = [], overvotes }: Readonly<Record<string, unknown>>,
  ids: ReadonlyMap<string, string>,
  checks: Checks,
): CheckedReading["words"] => {
  const words = new Map<string, "skipped" | "ends">([["", "skipped"]]);
  const take = (given: unknown, field: string, meaning: "skipped" | "ends") =>
    checks.list(given, field).forEach((one, index) => {
      const word = checks.text(one, `${field}[${index}]`);
      if (ids.has(word)) checks.problem(`${field}[${index}]`, "a candidate's cell");
      else if (word !== "" && words.has(word))
        checks.problem(`${field}[${index}]`, "a cell that is told already");
      words.set(word, meaning);
    });
  take(blanks, "blanks", "skipped");
  if (overvotes === undefined) return words;
  const { cells, become } = checks.object(overvotes, "overvotes");
  if (become === undefined) checks.problem("overvotes.become", "missing");
  take(cells, "overvotes.cells", chosen(become, "overvotes.become", ["skipped", "ends"], checks));
  return words;
};
