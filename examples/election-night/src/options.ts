/** What the command line asks for. */

import { join, resolve } from "node:path";
import type { Language } from "@verksam/election-math/record";
import { type ElectionRulesId, electionRules } from "@verksam/election-math/seats";
import { languageIn, optionsIn, pathIn, WrongUse, wholeIn } from "example-terminal";

/** Votes as tables. */
export interface CsvSource {
  readonly kind: "csv";
  readonly votes: string;
  /** The fixed seats, where they do not stand beside the votes. */
  readonly fixed: string | undefined;
  readonly rules: ElectionRulesId;
  readonly seats: number | undefined;
  /** The code of one area out of several in the file. */
  readonly area: string | undefined;
}

/** A whole election as one JSON file. */
export interface JsonSource {
  readonly kind: "json";
  readonly file: string;
}

export interface Scenarios {
  readonly draws: number;
  readonly responses: string;
  /** Without it, a made-up one from the election that is counted. */
  readonly model: string | undefined;
}

export interface Options {
  readonly source: CsvSource | JsonSource;
  readonly lots: string | undefined;
  /** Where to write the answer for other programs. */
  readonly json: string | undefined;
  readonly out: string;
  readonly language: Language;
  readonly scenarios: Scenarios | undefined;
}

const home = join(import.meta.dirname, "..");

export const usage = `npm run -s election-night -- [options]

  --input FILE      an election as JSON
  --votes FILE      votes as CSV; without either, the Riksdag of 2018
  --fixed FILE      the fixed seats as CSV, where they are not beside the votes
  --rules ID        with --votes: ${Object.keys(electionRules).join(",\n                    ")}
  --seats N         with --votes: all seats; without it 349 for the Riksdag,
                    elsewhere the fixed ones of an undivided area
  --area CODE       with --votes: one area out of several in the file
  --lots FILE       lots that were drawn, as JSON
  --json OUT        write the seats, or the lot that is needed, as JSON
  --out DIR         where to write election.html and record.json
                    (examples/election-night/out)
  --lang sv|en      the language of the answer (sv)
  --scenarios N     draw so many elections of a model, and tell which of them
                    there is a response for
  --responses FILE  with --scenarios: the responses, as JSON
  --model FILE      with --scenarios: the model, as JSON; without it a made-up
                    one around the election that is counted
  --help            print this
`;

/** The options, with paths from the working directory; throws `WrongUse`. */
export const optionsFrom = (args: ReadonlyArray<string>): Options => {
  const values = optionsIn(args, names);
  const { input, votes } = values;
  if (input !== undefined && votes !== undefined) throw new WrongUse("--input or --votes, not both");
  if (votes === undefined)
    for (const name of ["fixed", "rules", "seats", "area"] as const)
      if (values[name] !== undefined) throw new WrongUse(`--${name} goes with --votes`);
  const out = values.out === undefined ? join(home, "out") : resolve(values.out);
  const json = pathIn(values.json);
  const written = ["election.html", "record.json", "coverage.json"].map((name) => join(out, name));
  if (json !== undefined && written.includes(json))
    throw new WrongUse("--json names a file that --out is to write");
  for (const name of ["input", "votes", "fixed", "lots", "responses", "model"] as const)
    if ([...written, json].some((file) => file !== undefined && file === pathIn(values[name])))
      throw new WrongUse(`--${name} names a file that is to be written`);
  return {
    source:
      input !== undefined
        ? { kind: "json", file: resolve(input) }
        : votes !== undefined
          ? csvSource(resolve(votes), values)
          : riksdag2018,
    lots: pathIn(values.lots),
    json,
    out,
    language: languageIn(values.lang ?? "sv"),
    scenarios: scenarios(values),
  };
};

type Values = ReturnType<typeof optionsIn<typeof names>>;

const names = [
  "input",
  "votes",
  "fixed",
  "rules",
  "seats",
  "area",
  "lots",
  "json",
  "out",
  "lang",
  "scenarios",
  "responses",
  "model",
] as const;

const riksdag2018: CsvSource = {
  kind: "csv",
  votes: join(home, "elections", "riksdag-2018-votes.csv"),
  fixed: join(home, "elections", "riksdag-2018-fixed-seats.csv"),
  rules: "se.riksdag@2018",
  seats: undefined,
  area: undefined,
};

const csvSource = (votes: string, { fixed, rules, seats, area }: Values): CsvSource => {
  if (rules === undefined) throw new WrongUse("--votes needs --rules");
  if (!Object.hasOwn(electionRules, rules))
    throw new WrongUse(`--rules is one of ${Object.keys(electionRules).join(", ")}`);
  return {
    kind: "csv",
    votes,
    fixed: pathIn(fixed),
    // one of the names just looked up
    rules: rules as ElectionRulesId,
    seats: seats === undefined ? undefined : wholeIn("seats", seats),
    area,
  };
};

const scenarios = ({ scenarios, responses, model }: Values): Scenarios | undefined => {
  if (scenarios === undefined) {
    if (responses !== undefined) throw new WrongUse("--responses goes with --scenarios");
    if (model !== undefined) throw new WrongUse("--model goes with --scenarios");
    return undefined;
  }
  if (responses === undefined) throw new WrongUse("--scenarios needs --responses");
  return { draws: wholeIn("scenarios", scenarios), responses: resolve(responses), model: pathIn(model) };
};
