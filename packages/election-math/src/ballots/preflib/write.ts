import { Checks } from "../../input.ts";
import type { BallotFile } from "../ballot-file.ts";
import { rankingKey } from "../reshape.ts";
import { sumOfWeights, type Weight } from "../weight.ts";
import {
  refuseAllButBallots,
  refuseHalves,
  refuseOtherIds,
  refuseParties,
  unsayable,
  writable,
} from "../writing.ts";
import { isPreflibKind, type PreflibKind, unfit } from "./kind.ts";

/** The metadata of the format that no ballot file has; each is one line, and empty where it is not told. */
export interface PreflibAbout {
  readonly fileName?: string | undefined;
  readonly description?: string | undefined;
  /** "original", "induced", "imbued" or "synthetic". */
  readonly modificationType?: string | undefined;
  readonly relatesTo?: string | undefined;
  readonly relatedFiles?: string | undefined;
  /** A day, as the format has it: "2026-11-25". */
  readonly publicationDate?: string | undefined;
  readonly modificationDate?: string | undefined;
}

const keysOfAbout = [
  "fileName",
  "description",
  "modificationType",
  "relatesTo",
  "relatedFiles",
  "publicationDate",
  "modificationDate",
] as const satisfies ReadonlyArray<keyof PreflibAbout>;

/**
 * The file as PrefLib has it since 2022. What was written reads back equal, `about` left out. Throws `InvalidInput`, also for
 * what the kind cannot say: ids that are not the candidates' numbers, seats, withdrawn candidates, an order for ties, ids of
 * ballots, weights that are not whole, empty ballots, skipped ranks, two ballots alike (see `merged`); equal ranks in SOC and
 * SOI; ballots that leave candidates out in SOC and TOC.
 */
export const preflib = (file: BallotFile, kind: PreflibKind, about: PreflibAbout = {}): string =>
  [...preflibPieces(file, kind, about)].join("");

/** As `preflib`, line by line. */
export const preflibPieces = (
  file: BallotFile,
  kind: PreflibKind,
  about: PreflibAbout = {},
): Iterable<string> => {
  const checks = new Checks();
  if (!isPreflibKind(kind)) checks.problem("kind", "not one of: soc, soi, toc, toi");
  const told = checks.object(about, "about");
  for (const key of keysOfAbout) refuseText(told[key] ?? "", key, checks);
  checks.done();
  return lines(
    writable(file, (file, checks) => refuse(file, kind, checks)),
    kind,
    about,
  );
};

const refuse = (file: BallotFile, kind: PreflibKind, checks: Checks): void => {
  refuseOtherIds(file, checks);
  refuseParties(file, checks);
  refuseAllButBallots(file, checks);
  refuseText(file.title ?? "", "title", checks);
  file.candidates.forEach(({ name }, index) => {
    refuseText(name, `candidates[${index}].name`, checks);
  });
  const orders = new Set<string>();
  file.ballots.forEach(({ ranking, weight, id }, index) => {
    const field = `ballots[${index}]`;
    const key = rankingKey(ranking);
    if (orders.has(key)) checks.problem(field, "an order that stood before; see `merged`");
    orders.add(key);
    if (id !== undefined) checks.problem(`${field}.id`, unsayable);
    if (typeof weight !== "number") checks.problem(`${field}.weight`, "not a whole number");
    const misfit = unfit(kind, ranking, file.candidates.length);
    if (misfit !== undefined) checks.problem(`${field}.ranking`, misfit);
  });
};

/** Texts stand on one line, and readers leave out the white space around them. */
const refuseText = (text: unknown, field: string, checks: Checks): void => {
  if (typeof text !== "string") checks.problem(field, "not a text");
  else if (/[\r\n]/.test(text)) checks.problem(field, "a line break in it");
  else if (text.trim() !== text) checks.problem(field, "white space at its beginning or end");
  else refuseHalves(text, field, checks);
};

function* lines(file: BallotFile, kind: PreflibKind, about: PreflibAbout): Generator<string> {
  const { title = "", candidates, ballots } = file;
  const voters = ballots.reduce<Weight>((sum, { weight }) => sumOfWeights(sum, weight), 0);
  yield `# FILE NAME: ${about.fileName ?? ""}\n`;
  yield `# TITLE: ${title}\n`;
  yield `# DESCRIPTION: ${about.description ?? ""}\n`;
  yield `# DATA TYPE: ${kind}\n`;
  yield `# MODIFICATION TYPE: ${about.modificationType ?? ""}\n`;
  yield `# RELATES TO: ${about.relatesTo ?? ""}\n`;
  yield `# RELATED FILES: ${about.relatedFiles ?? ""}\n`;
  yield `# PUBLICATION DATE: ${about.publicationDate ?? ""}\n`;
  yield `# MODIFICATION DATE: ${about.modificationDate ?? ""}\n`;
  yield `# NUMBER ALTERNATIVES: ${candidates.length}\n`;
  yield `# NUMBER VOTERS: ${voters}\n`;
  yield `# NUMBER UNIQUE ORDERS: ${ballots.length}\n`;
  for (const { id, name } of candidates) yield `# ALTERNATIVE NAME ${id}: ${name}\n`;
  for (const { ranking, weight } of ballots)
    yield `${weight}: ${ranking.map((rank) => (rank.length > 1 ? `{${rank.join(",")}}` : rank[0])).join(",")}\n`;
}
