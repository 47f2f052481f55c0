import { Checks } from "../input.ts";
import { type BallotFile, checkedFile } from "./ballot-file.ts";

/** The file, once `refuse` has told what a format cannot say of it. Throws `InvalidInput` with all of that. */
export const writable = (
  given: BallotFile,
  refuse: (file: BallotFile, checks: Checks) => void,
): BallotFile => {
  const checks = new Checks();
  const file = checkedFile(given, checks);
  checks.done();
  refuse(file, checks);
  checks.done();
  return file;
};

export const unsayable = "not something this format can say";

/** For formats that say nothing of the count to come. */
export const refuseAllButBallots = ({ seats, withdrawn, tieOrder }: BallotFile, checks: Checks): void => {
  if (seats !== undefined) checks.problem("seats", unsayable);
  if (withdrawn.length > 0) checks.problem("withdrawn", unsayable);
  if (tieOrder !== undefined) checks.problem("tieOrder", unsayable);
};

/** For formats that name a candidate by number. */
export const refuseOtherIds = ({ candidates }: BallotFile, checks: Checks): void => {
  candidates.forEach(({ id }, index) => {
    if (id !== String(index + 1)) checks.problem(`candidates[${index}].id`, "not its number; see `numbered`");
  });
};

/** For formats without a place for the party. */
export const refuseParties = ({ candidates }: BallotFile, checks: Checks): void => {
  candidates.forEach(({ party }, index) => {
    if (party !== undefined) checks.problem(`candidates[${index}].party`, unsayable);
  });
};

/** A lone surrogate would not survive being saved as UTF-8. */
export const refuseHalves = (text: string, field: string, checks: Checks): void => {
  if (!text.isWellFormed()) checks.problem(field, "half a character, which no file keeps");
};
