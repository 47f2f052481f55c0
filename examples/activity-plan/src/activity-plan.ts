/** The whole of it: give the record, ask where the plan stands, tell it. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, join, relative } from "node:path";
import process from "node:process";
import { InvalidDocument, type PlanDocument, readDocument, toHtml, toMarkdown } from "@verksam/domain/plan";
import { type Day, dayOf, founding } from "@verksam/kernel";
import { Effect, Result } from "effect";
import { answerTo } from "./answer.ts";
import { type Database, kernelOn, openDatabase, tenant } from "./database.ts";
import { type Options, optionsFrom, usage, WrongUse } from "./options.ts";
import { hashOf, type RecordLine, readRecord } from "./record.ts";
import { giveRecord, type Refused } from "./run.ts";
import { statusFile } from "./status-file.ts";
import { table } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { words } from "./words.ts";

/** Runs the example with these arguments and answers with the exit code. */
export const activityPlan = (args: ReadonlyArray<string>, terminal: Terminal): Promise<number> =>
  orComplain(terminal, async () => {
    const options = optionsFrom(args);
    const { document, lines, file } = inputs(options);
    await using database = await openDatabase(file);
    return await answering(options, { document, lines, file, database, terminal });
  });

interface Work {
  readonly document: PlanDocument;
  readonly lines: ReadonlyArray<RecordLine>;
  readonly file: string;
  readonly database: Database;
  readonly terminal: Terminal;
}

const answering = async (options: Options, work: Work): Promise<number> => {
  const { document, lines, file, database, terminal } = work;
  const { language, out, knownOn, isStrict } = options;
  const say = words[language];
  const refused = await giveRecord(database, lines, {
    document,
    progress: (done) => terminal.progress(say.reading(done, lines.length)),
  });
  terminal.progress("");
  report(refused, work, options);
  const kernel = kernelOn(database.for(tenant));
  const asOf = options.asOf ?? (await lastDay(kernel, lines));
  if (asOf === undefined) throw new WrongUse(say.empty);
  const plan = adoptedIn(lines);
  const answer =
    plan === undefined ? undefined : await Effect.runPromise(answerTo(kernel, { plan, asOf, knownOn }));
  if (answer === undefined) throw new WrongUse(say.notAdopted);
  const { evaluation } = answer;
  const files = {
    html: ["evaluation.html", toHtml(evaluation, language)],
    markdown: ["evaluation.md", toMarkdown(evaluation, language)],
    json: ["status.json", `${JSON.stringify(statusFile(answer, language), null, 2)}\n`],
  } as const;
  mkdirSync(out, { recursive: true });
  for (const [name, text] of Object.values(files)) writeFileSync(join(out, name), text);
  terminal.print(table({ evaluation, language, paint: terminal.paint }));
  terminal.print(terminal.paint("bold", say.look));
  for (const [kind, [name]] of Object.entries(files)) {
    // The keys are those of `files` above.
    terminal.print(pointer(join(out, name), say.files[kind as keyof typeof files]));
  }
  terminal.print(pointer(file, say.files.database));
  return isStrict && refused.length > 0 ? 1 : 0;
};

const pointer = (file: string, what: string): string =>
  `  ${relative(process.cwd(), file).padEnd(52)}  ${what}`;

const report = (refused: ReadonlyArray<Refused>, { lines, terminal }: Work, { language }: Options): void => {
  const { given, line: lineWord, others } = words[language];
  const write = refused.length === 0 ? terminal.print : terminal.complain;
  write(given(lines.length, refused.length));
  for (const { line, refusals } of refused) {
    const [first, ...rest] = refusals;
    if (first === undefined) continue;
    const more = rest.length === 0 ? "" : ` (${others(rest.length)})`;
    terminal.complain(`  ${lineWord} ${line}: ${first.code} ${JSON.stringify(first.data)}${more}`);
  }
};

/** What the options name, read and checked. */
const inputs = (options: Options) => ({
  document: documentFrom(readFileSync(options.plan, "utf8")),
  lines: readRecord(readFileSync(options.record)),
  file: databaseFile(options),
});

/** The database of a plan and a record, where none was named: other words in one of them are another history. */
export const databaseFile = ({ database, out, plan, record }: Options): string => {
  if (database !== undefined) return database;
  const words = [plan, record].map((file) => hashOf(readFileSync(file)));
  return join(out, `${basename(record, extname(record))}-${hashOf(words.join()).slice(0, 8)}.sqlite`);
};

const documentFrom = (text: string): PlanDocument => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new WrongUse("the plan is not JSON");
  }
  const document = readDocument(json);
  if (Result.isFailure(document)) throw document.failure;
  return document.success;
};

const adoptedIn = (lines: ReadonlyArray<RecordLine>): string | undefined =>
  lines
    .flatMap(({ read }) => (Result.isSuccess(read) ? [read.success] : []))
    .find((given) => given.do === "plan.adopt" || given.do === "plan.plan.adopt")?.id;

/** The day, in the organisation's zone, of the last line. */
const lastDay = async (
  kernel: ReturnType<typeof kernelOn>,
  lines: ReadonlyArray<RecordLine>,
): Promise<Day | undefined> => {
  const organisation = await Effect.runPromise(kernel.get(founding, "organisation"));
  const last = lines
    .flatMap(({ read }) => (Result.isSuccess(read) ? [read.success.at] : []))
    .toSorted()
    .at(-1);
  return last === undefined ? undefined : dayOf(last, organisation?.state.zone ?? "UTC");
};

/** Says what is wrong with the use, the files or the database, in place of a stack trace. */
export const orComplain = async (terminal: Terminal, work: () => Promise<number>): Promise<number> => {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    terminal.complain(cause.message);
    if (cause instanceof WrongUse || cause instanceof InvalidDocument) {
      if (cause instanceof WrongUse) terminal.complain(`\n${usage}`);
      return 1;
    }
    if ("code" in cause || "_tag" in cause) return 1;
    throw cause;
  }
};
