/** What the command line asks for. */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Language } from "@verksam/domain/plan";
import { Day } from "@verksam/kernel";
import { Schema } from "effect";

export interface Options {
  readonly plan: string;
  readonly record: string;
  /** The day to answer for; the record's last where not given. */
  readonly asOf: Day | undefined;
  /** Only what was recorded by the end of this day counts; everything where not given. */
  readonly knownOn: Day | undefined;
  readonly language: Language;
  /** Where not given it is named in `out`, for the plan and the record. */
  readonly database: string | undefined;
  readonly out: string;
  readonly isStrict: boolean;
}

const home = join(import.meta.dirname, "..");

export const usage = `npm start -- [options]

  --plan FILE             the plan (${"examples/activity-plan/plan.json"})
  --record FILE           what was decided and done (${"examples/activity-plan/record.jsonl"})
  --as-of YYYY-MM-DD      the day to answer for (the record's last day)
  --known-on YYYY-MM-DD   as it was known at the end of this day (everything recorded)
  --lang sv|en            the language of the answer (sv)
  --db FILE               the SQLite file (one in the output folder)
  --out DIR               where to write (examples/activity-plan/out)
  --strict                exit with 1 if a line could not be read or was refused
`;

/** Something is wrong with what was asked for; the message says what. */
export class WrongUse extends Error {}

/** The options, with paths from the working directory; throws `WrongUse`. */
export const optionsFrom = (args: ReadonlyArray<string>): Options => {
  const { values } = parsed(args);
  const path = (given: string | undefined, name: string) =>
    given === undefined ? join(home, name) : resolve(given);
  return {
    plan: path(values.plan, "plan.json"),
    record: path(values.record, "record.jsonl"),
    asOf: day("as-of", values["as-of"]),
    knownOn: day("known-on", values["known-on"]),
    language: language(values.lang ?? "sv"),
    database: values.db === undefined ? undefined : resolve(values.db),
    out: path(values.out, "out"),
    isStrict: values.strict,
  };
};

const parsed = (args: ReadonlyArray<string>) => {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        plan: text,
        record: text,
        "as-of": text,
        "known-on": text,
        lang: text,
        db: text,
        out: text,
        strict: { type: "boolean", default: false },
      },
    });
  } catch (cause) {
    throw new WrongUse(cause instanceof Error ? cause.message : "unreadable arguments");
  }
};

const isDay = Schema.is(Day);

const day = (name: string, text: string | undefined): Day | undefined => {
  if (text === undefined || isDay(text)) return text;
  throw new WrongUse(`--${name} is a day as 2026-11-22`);
};

const language = (text: string): Language => {
  if (text === "sv" || text === "en") return text;
  throw new WrongUse("--lang is sv or en");
};
