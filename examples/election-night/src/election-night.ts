/** The whole of it: read what was given, count it, tell it. */
import { join, relative } from "node:path";
import process from "node:process";
import { answerFile, type Counted, count } from "./answer.ts";
import { coverageLines } from "./coverage-lines.ts";
import { coveragePart } from "./coverage-page.ts";
import { coverageTable } from "./coverage-table.ts";
import { type WrittenFile, writeAll } from "./files.ts";
import { lotNeeded } from "./lot-needed.ts";
import { nightOf } from "./night.ts";
import { nightPage } from "./night-page.ts";
import { type Options, optionsFrom, usage } from "./options.ts";
import { BadInput, WrongUse } from "./problems.ts";
import { prepared } from "./scenarios.ts";
import { nightTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { wordsIn } from "./words.ts";

/** Runs the example with these arguments and answers with the exit code: 0, 1 for bad input, 2 for wrong use. */
export const electionNight = (args: ReadonlyArray<string>, terminal: Terminal): number => {
  try {
    const options = optionsFrom(args);
    tell(count(options), options, terminal);
    return 0;
  } catch (cause) {
    if (cause instanceof WrongUse) {
      terminal.complain(`${cause.message}\n\n${usage}`);
      return 2;
    }
    if (cause instanceof BadInput) for (const line of cause.lines) terminal.complain(line);
    // a file that cannot be written
    else if (cause instanceof Error && "code" in cause) terminal.complain(cause.message);
    else throw cause;
    return 1;
  }
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
  for (const { path, what } of files) print(`  ${relative(process.cwd(), path).padEnd(42)}  ${what}`);
};

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
