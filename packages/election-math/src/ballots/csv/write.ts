import { Checks } from "../../input.ts";
import type { BallotFile } from "../ballot-file.ts";
import { refuseAllButBallots, refuseHalves, unsayable, writable } from "../writing.ts";
import { type CheckedForm, type CsvForm, cellsOf, checkedForm } from "./form.ts";
import { guarded, opensFormula } from "./formula.ts";

/**
 * The ballots as CSV (RFC 4180), a row each: "id" and "weight" where a ballot has one, then the ranks "1", "2", … What was
 * written reads back equal with the same form and candidates. Throws `InvalidInput`, also for what such a file cannot say: a
 * title, seats, withdrawn candidates, an order for ties, equal ranks, names that two candidates share, and a cell that a
 * spreadsheet would run unless the form is guarded.
 */
export const csv = (file: BallotFile, form: CsvForm = {}): string => [...csvPieces(file, form)].join("");

/** As `csv`, row by row. */
export const csvPieces = (file: BallotFile, form: CsvForm = {}): Iterable<string> => {
  const checks = new Checks();
  const checked = checkedForm(form, checks);
  checks.done();
  return rows(
    writable(file, (file, checks) => refuse(file, checked, checks)),
    checked,
  );
};

const refuse = (file: BallotFile, form: CheckedForm, checks: Checks): void => {
  if (file.title !== undefined) checks.problem("title", unsayable);
  refuseAllButBallots(file, checks);
  cellsOf(file.candidates, form.cells, checks);
  const refuseCell = (cell: string, field: string) => {
    refuseHalves(cell, field, checks);
    if (!form.guarded && opensFormula(cell))
      checks.problem(field, "what a spreadsheet would run; only `guarded: true` can say it");
  };
  file.candidates.forEach((candidate, index) => {
    refuseCell(candidate[form.cells], `candidates[${index}].${form.cells}`);
  });
  file.ballots.forEach(({ ranking, id }, index) => {
    if (id !== undefined) refuseCell(id, `ballots[${index}].id`);
    if (ranking.some((rank) => rank.length > 1)) checks.problem(`ballots[${index}].ranking`, "equal ranks");
  });
};

function* rows({ candidates, ballots }: BallotFile, form: CheckedForm): Generator<string> {
  const cells = new Map(candidates.map((candidate) => [candidate.id, written(candidate[form.cells], form)]));
  const hasIds = ballots.some(({ id }) => id !== undefined);
  const hasWeights = ballots.some(({ weight }) => weight !== 1);
  const ranks = ballots.reduce((most, { ranking }) => Math.max(most, ranking.length), 1);
  const row = (id: string, weight: string, choices: ReadonlyArray<string>): string => {
    const line = [...(hasIds ? [id] : []), ...(hasWeights ? [weight] : []), ...choices].join(form.separator);
    return `${line === "" ? '""' : line}\r\n`;
  };
  yield row(
    "id",
    "weight",
    Array.from({ length: ranks }, (_, index) => String(index + 1)),
  );
  for (const { ranking, weight, id = "" } of ballots)
    yield row(
      written(id, form),
      String(weight),
      Array.from({ length: ranks }, (_, index) => cells.get(ranking[index]?.[0] ?? "") ?? ""),
    );
}

const written = (cell: string, form: CheckedForm): string => {
  const text = form.guarded ? guarded(cell) : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
