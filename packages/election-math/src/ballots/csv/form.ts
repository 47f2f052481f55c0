import type { Checks } from "../../input.ts";
import type { Candidate } from "../ballot-file.ts";
import { chosen } from "../chosen.ts";

/** How cast votes stand in a CSV file; what was written reads back with the same. */
export interface CsvForm {
  /** Whether a cell names a candidate by "id" (unless told) or by "name". */
  readonly cells?: "id" | "name" | undefined;
  /** Between cells: "," unless told. */
  readonly separator?: "," | ";" | "\t" | undefined;
  /**
   * Whether an apostrophe stands wherever a spreadsheet would run a formula, and wherever there was one already: false unless
   * told. Without, a cell that a spreadsheet would run is not written.
   */
  readonly guarded?: boolean | undefined;
}

export type CheckedForm = { readonly [K in keyof CsvForm]-?: Exclude<CsvForm[K], undefined> };

export const checkedForm = (given: unknown, checks: Checks): CheckedForm => {
  const form = checks.object(given, "form");
  return {
    cells: chosen(form.cells, "cells", ["id", "name"], checks),
    separator: chosen(form.separator, "separator", [",", ";", "\t"], checks),
    guarded: chosen(form.guarded, "guarded", [false, true], checks),
  };
};

/** By what stands in a cell, the candidate's id; nobody where two candidates would be the same. */
export const cellsOf = (
  candidates: ReadonlyArray<Candidate>,
  cells: "id" | "name",
  checks: Checks,
): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>();
  candidates.forEach((candidate, index) => {
    const cell = candidate[cells];
    const field = `candidates[${index}].${cells}`;
    if (cell === "") checks.problem(field, "empty, as is the cell that means nobody");
    if (ids.has(cell)) checks.problem(field, "another candidate's, so that no cell can name either");
    ids.set(cell, candidate.id);
  });
  return ids;
};
