import type { Checks } from "../../input.ts";
import type { BallotFile, CastBallot } from "../ballot-file.ts";
import { refuseHalves, refuseOtherIds, refuseParties, writable } from "../writing.ts";
import { type BltDialect, type CheckedDialect, checkedDialect } from "./dialect.ts";

/** How a BLT file is written; reads back with the same. */
export type BltForm = Pick<BltDialect, "quotes" | "parties">;

/**
 * The file as BLT: withdrawn candidates by negative numbers, the order for ties as `[tie …]`, a ballot id in place of a
 * weight of 1. What was written reads back equal. Throws `InvalidInput`, also for what BLT cannot say: no seats, ids that
 * are not the candidates' numbers, an id beside another weight than 1, parties or quotation marks unless the form has them.
 */
export const blt = (file: BallotFile, form: BltForm = {}): string => [...bltPieces(file, form)].join("");

/** As `blt`, line by line. */
export const bltPieces = (file: BallotFile, form: BltForm = {}): Iterable<string> => {
  const dialect = checkedDialect(form);
  return lines(
    writable(file, (file, checks) => refuse(file, dialect, checks)),
    dialect,
  );
};

const refuse = (file: BallotFile, { parties, quotes }: CheckedDialect, checks: Checks): void => {
  if (file.seats === undefined) checks.problem("seats", "missing");
  refuseOtherIds(file, checks);
  if (!parties) refuseParties(file, checks);
  const refuseText = (text: string | undefined, field: string) => {
    if (text === undefined) return;
    refuseHalves(text, field, checks);
    if (quotes === "adjacent" && text.includes('"'))
      checks.problem(field, 'a quotation mark, which only `quotes: "doubled"` can say');
  };
  refuseText(file.title, "title");
  file.candidates.forEach(({ name, party }, index) => {
    refuseText(name, `candidates[${index}].name`);
    refuseText(party, `candidates[${index}].party`);
  });
  file.ballots.forEach(({ id, weight }, index) => {
    if (id === undefined) return;
    if (weight !== 1) checks.problem(`ballots[${index}]`, "an id beside a weight that is not 1");
    refuseHalves(id, `ballots[${index}].id`, checks);
    if (/[)\r\n]/.test(id)) checks.problem(`ballots[${index}].id`, "a parenthesis or a line break in it");
  });
};

function* lines(file: BallotFile, { parties }: CheckedDialect): Generator<string> {
  const { title = "", seats, candidates, withdrawn, tieOrder, ballots } = file;
  yield `${candidates.length} ${seats}\n`;
  if (withdrawn.length > 0) yield `-${withdrawn.join(" -")}\n`;
  if (tieOrder !== undefined) yield `[tie ${tieOrder.join(" ")}]\n`;
  for (const { id, weight, ranking } of ballots)
    yield `${id === undefined ? weight : `(${id})`} ${ranks(ranking)}0\n`;
  yield "0\n";
  for (const { name, party = "" } of candidates)
    yield parties ? `${quoted(name)} ${quoted(party)}\n` : `${quoted(name)}\n`;
  yield `${quoted(title)}\n`;
}

const ranks = (ranking: CastBallot["ranking"]): string =>
  ranking.map((rank) => `${rank.length === 0 ? "-" : rank.join("=")} `).join("");

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
