/** `npm run -s count-ballots`: counts a file of ranked ballots by a rule and prints the sheet of the count. */
import { join, resolve } from "node:path";
import process from "node:process";
import { countSheet, countSheetText, explained, explainedText, page } from "@verksam/election-math/page";
import {
  countRanked,
  type RankedAnswer,
  type RankedElection,
  type RankedRulesId,
  rankedRules,
} from "@verksam/election-math/ranked";
import type { Language } from "@verksam/election-math/record";
import {
  jsonText,
  type Lots,
  languageIn,
  lotsIn,
  optionsIn,
  pathIn,
  processTerminal,
  refusing,
  runProgram,
  type Terminal,
  WrongUse,
  wholeIn,
  writeAll,
} from "example-terminal";
import { answerFile } from "./answer-file.ts";
import { type Ballots, readBlt } from "./ballots.ts";
import { inFiles, lotNeeded } from "./lots.ts";
import { type Words, wordsIn } from "./words.ts";

export const usage = `npm run -s count-ballots -- --rules ID --blt FILE [options]

  --rules ID     ${Object.keys(rankedRules).join(", ")}
  --blt FILE     ballots as BLT; its withdrawn candidates count as never listed
  --seats N      how many are to be elected (as many as the file says)
  --lots FILE    lots that were drawn, as JSON
  --json OUT     write the answer as JSON
  --out DIR      write count-sheet.html and record.json
  --lang sv|en   the language of the sheet (en)
  --help         print this
`;

/** Runs the program with these arguments; answers with the exit code: 0, 1 for bad input, 2 for wrong use. */
export const countBallots = (args: ReadonlyArray<string>, terminal: Terminal): number =>
  runProgram({ usage, run }, args, terminal);

const run = (args: ReadonlyArray<string>, { print, paint }: Terminal): void => {
  const options = optionsIn(args, ["rules", "blt", "seats", "lots", "json", "out", "lang"]);
  if (options.blt === undefined) throw new WrongUse("--blt says which file");
  const rules = rulesIn(options.rules);
  const language = languageIn(options.lang ?? "en");
  const places = options.seats === undefined ? undefined : wholeIn("seats", options.seats);
  const [json, out] = [pathIn(options.json), pathIn(options.out)];
  const ballots = readBlt(resolve(options.blt));
  const lots = lotsIn(pathIn(options.lots));
  const answer = refusing(inFiles(ballots.name, lots), () =>
    countRanked(electionOf(ballots, rules, places ?? ballots.file.seats, lots)),
  );
  const files = json === undefined ? [] : [{ path: json, text: jsonText(answerFile(answer)) }];
  const words = wordsIn[language];
  if (answer.status === "needsLot") {
    writeAll(files);
    const names = new Map(ballots.file.candidates.map(({ id, name }) => [id, name]));
    print(lotNeeded(answer.lot, names, lots, words));
    return;
  }
  const title = ballots.file.title ?? ballots.name;
  if (out !== undefined)
    files.push(
      { path: join(out, "count-sheet.html"), text: sheetPage(answer, title, language, words) },
      { path: join(out, "record.json"), text: jsonText(answer.record) },
    );
  writeAll(files);
  print(paint("bold", title));
  if (ballots.dialect.parties) print(words.withParties);
  print(`\n${countSheetText(answer.record, language)}`);
  print(explainedText(answer.record, language));
};

const electionOf = (
  { file }: Ballots,
  rules: RankedRulesId,
  seats: number | undefined,
  { lots }: Lots,
): RankedElection =>
  ({
    rules,
    candidates: file.candidates.map(({ id, name }) => (name === "" ? { id } : { id, name })),
    seats,
    ballots: file.ballots,
    withdrawn: file.withdrawn,
    lots,
    // checked by the count, whatever the lots and the weights are
  }) as RankedElection;

const rulesIn = (given: string | undefined): RankedRulesId => {
  const known = Object.keys(rankedRules);
  if (given === undefined || !known.includes(given))
    throw new WrongUse(`--rules is one of ${known.join(", ")}`);
  // one of the names just looked up
  return given as RankedRulesId;
};

/** Heads tell who was excluded, and would make the columns wider than their figures. */
const style = `
thead th+th{white-space:normal;min-width:6.5rem}
th:first-child{min-width:clamp(5.5rem,28vw,11rem)}
`;

const sheetPage = (
  { record }: Extract<RankedAnswer, { readonly status: "done" }>,
  title: string,
  language: Language,
  words: Words,
): string =>
  page({
    language,
    title,
    kicker: words.sheet,
    lead: words.countedBy(record.rules),
    parts: [
      { id: "sheet", title: words.sheet, content: countSheet(record, language) },
      { id: "count", title: words.count, content: explained(record, language) },
    ],
    style,
  });

if (import.meta.main) process.exitCode = countBallots(process.argv.slice(2), processTerminal);
