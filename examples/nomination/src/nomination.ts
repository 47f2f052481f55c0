/** Orders the list of a nomination conference and writes its protocol. */
import { join } from "node:path";
import { countSheetText } from "@verksam/election-math/page";
import {
  jsonText,
  languageIn,
  optionsIn,
  pathIn,
  runProgram,
  shortPath,
  type Terminal,
  type WrittenFile,
  WrongUse,
  writeAll,
} from "example-terminal";
import { conferenceOf } from "./conference.ts";
import { lotNeeded } from "./lots.ts";
import { protocolMarkdown, protocolPage } from "./protocol.ts";
import { wordsIn } from "./words.ts";

const home = join(import.meta.dirname, "..");

export const usage = `npm run -s nomination -- [options]

  --conference FILE  candidates, method, places and balance rule as JSON (examples/nomination/conference.json)
  --ballots FILE     the ballots as CSV, a column a choice (examples/nomination/ballots.csv)
  --lots FILE        lots that were drawn, as JSON (examples/nomination/lots.json, unless a conference is given)
  --out DIR          where to write the protocol and record.json (examples/nomination/out)
  --lang sv|en       the language of the terminal (sv); the protocol is written in both
  --help             print this
`;

/** Runs the example with these arguments; answers with the exit code: 0, 1 for bad input, 2 for wrong use. */
export const nomination = (args: ReadonlyArray<string>, terminal: Terminal): number =>
  runProgram({ usage, run }, args, terminal);

const run = (args: ReadonlyArray<string>, { print, paint }: Terminal): void => {
  const options = optionsIn(args, ["conference", "ballots", "lots", "out", "lang"]);
  const language = languageIn(options.lang ?? "sv");
  if ((options.conference === undefined) !== (options.ballots === undefined))
    throw new WrongUse("--conference and --ballots go together");
  const isOwn = options.conference !== undefined;
  const conference = conferenceOf({
    conference: pathIn(options.conference) ?? join(home, "conference.json"),
    ballots: pathIn(options.ballots) ?? join(home, "ballots.csv"),
    lots: pathIn(options.lots) ?? (isOwn ? undefined : join(home, "lots.json")),
  });
  const { answer, lots, names, title } = conference;
  const words = wordsIn[language];
  if (answer.status === "needsLot") {
    print(lotNeeded(answer.lot, names, lots, words));
    return;
  }
  const out = pathIn(options.out) ?? join(home, "out");
  const files: ReadonlyArray<WrittenFile> = [
    ...(["sv", "en"] as const).flatMap((each) => [
      { path: join(out, `protocol.${each}.html`), text: protocolPage(conference, answer, each) },
      { path: join(out, `protocol.${each}.md`), text: protocolMarkdown(conference, answer, each) },
    ]),
    { path: join(out, "record.json"), text: jsonText(answer.record) },
  ];
  writeAll(files);
  print(`${paint("bold", title[language])}\n`);
  print(countSheetText(answer.record, language));
  print(paint("bold", words.written));
  for (const { path } of files) print(`  ${shortPath(path)}`);
};
