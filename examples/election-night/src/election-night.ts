/** The whole of it: read what was given, count it, tell it. */

import { join } from "node:path";
import { jsonText, runProgram, shortPath, type Terminal, type WrittenFile, writeAll } from "example-terminal";
import { answerFile, type Counted, count } from "./answer.ts";
import { coverageLines } from "./coverage-lines.ts";
import { coveragePart } from "./coverage-page.ts";
import { coverageTable } from "./coverage-table.ts";
import { lotNeeded } from "./lot-needed.ts";
import { nightOf } from "./night.ts";
import { nightPage } from "./night-page.ts";
import { type Options, optionsFrom, usage } from "./options.ts";
import { prepared } from "./scenarios.ts";
import { nightTable } from "./table.ts";
import { wordsIn } from "./words.ts";

/** Runs the example with these arguments and answers with the exit code: 0, 1 for bad input, 2 for wrong use. */
export const electionNight = (args: ReadonlyArray<string>, terminal: Terminal): number =>
  runProgram({ usage, run }, args, terminal);

const run = (args: ReadonlyArray<string>, terminal: Terminal): void => {
  const options = optionsFrom(args);
  const counted = count(options);
  for (const line of counted.given.ignored) terminal.complain(line);
  tell(counted, options, terminal);
};

const tell = (counted: Counted, options: Options, { print, paint }: Terminal): void => {
  const { language, json, out } = options;
  const { answer } = counted;
  const words = wordsIn[language];
  const answerTo = (path: string): WrittenFile => ({ path, text: jsonText(answerFile(answer)) });
  const asked = json === undefined ? [] : [answerTo(json)];
  if (answer.status === "needsLot") {
    writeAll(asked);
    print(lotNeeded(answer, counted, { words, paint }));
    return;
  }
  const coverage = options.scenarios && prepared(options.scenarios, answer.record, language);
  const lines = coverage && coverageLines(coverage, language);
  const night = nightOf(answer, counted, language);
  const { scenarios } = words.headings;
  const chapters = lines === undefined ? [] : [coveragePart(scenarios, lines)];
  const files: ReadonlyArray<WrittenFile & { readonly what: string }> = [
    { path: join(out, "election.html"), text: nightPage(night, chapters), what: words.files.html },
    { path: join(out, "record.json"), text: jsonText(answer.record), what: words.files.record },
    ...(coverage === undefined
      ? []
      : [
          {
            path: join(out, "coverage.json"),
            text: jsonText(coverage.coverage),
            what: words.files.coverage,
          },
        ]),
    ...asked.map((file) => ({ ...file, what: words.files.json })),
  ];
  writeAll(files);
  print(nightTable(night, paint));
  if (lines !== undefined) print(coverageTable(scenarios, lines, paint));
  print(paint("bold", words.look));
  for (const { path, what } of files) print(`  ${shortPath(path)}\n    ${what}`);
};
