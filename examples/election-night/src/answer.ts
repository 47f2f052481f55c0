/** The count of what was given, with what is wrong with it told of the files it came from. */

import {
  type Election,
  type ElectionAnswer,
  electionRules,
  type Problem,
  swedishElection,
} from "@verksam/election-math/seats";
import { isObject, type JsonFile, type Lots, lotsIn, Problems, readJson, refusing } from "example-terminal";
import { csvElection, type GivenElection } from "./csv-election.ts";
import type { Options } from "./options.ts";

export interface Counted {
  readonly given: GivenElection;
  /** As they were handed in, to be handed in again with one more. */
  readonly lots: Lots;
  readonly answer: ElectionAnswer;
}

/** Reads and counts; throws `BadInput` and `WrongUse`. */
export const count = ({ source, lots: file }: Options): Counted => {
  const given = source.kind === "csv" ? csvElection(source) : jsonElection(readJson(source.file));
  const lots = lotsIn(file);
  const answer = refusing(
    (problems) =>
      withoutConsequences(problems).map(({ field, problem }) => {
        if (/^lots\b/.test(field)) return [lots.name, field, problem];
        const known = `not one of ${Object.keys(electionRules).join(", ")}`;
        return [given.called(field), "", field === "rules" ? known : problem];
      }),
    // checked by the count, whatever they are
    () => swedishElection({ ...given.election, lots: lots.lots } as Election),
  );
  return { given, lots, answer };
};

/** Nothing more is told of a field that has a problem, nor of what would be in it if it were an object or a list. */
const withoutConsequences = (problems: ReadonlyArray<Problem>): ReadonlyArray<Problem> =>
  problems.filter(
    ({ field }, at) =>
      !problems
        .slice(0, at)
        .some(
          (one) =>
            field === one.field ||
            (/^not an? (object|list)/.test(one.problem) && field.startsWith(one.field)),
        ),
  );

/** What is not a field of an election or of a constituency is left out, and told. */
const fieldsOf = {
  election: ["rules", "totalSeats", "constituencies"],
  constituency: ["id", "name", "fixedSeats", "votes"],
} as const;

const unknownIn = (value: unknown, known: ReadonlyArray<string>, at = ""): ReadonlyArray<string> =>
  isObject(value)
    ? Object.keys(value)
        .filter((key) => !known.includes(key))
        .map((key) => `${at}${key}`)
    : [];

const jsonElection = ({ name, value }: JsonFile): GivenElection => {
  const problems = new Problems();
  if (!isObject(value)) problems.add(name, "", "not an object");
  problems.done();
  const { rules, totalSeats, constituencies, lots } = isObject(value) ? value : {};
  if (lots !== undefined) problems.add(name, "lots", "hand them in with --lots");
  problems.done();
  const listed: ReadonlyArray<unknown> = Array.isArray(constituencies) ? constituencies : [];
  const ignored = [
    ...unknownIn(value, fieldsOf.election),
    ...listed.flatMap((one, at) => unknownIn(one, fieldsOf.constituency, `constituencies[${at}].`)),
  ];
  return {
    // checked by the count, whatever it is
    election: { rules, totalSeats, constituencies } as Election,
    area: undefined,
    files: [name],
    ignored: ignored.map((field) => `${name}: ${field}: ignored, an election has no such field`),
    called: (field) => `${name}: ${field}`,
  };
};

/** What other programs read: the seats, or the lot that is needed. */
export const answerFile = (answer: ElectionAnswer): unknown => {
  if (answer.status === "needsLot") return { status: answer.status, lot: answer.lot };
  const { status, totals, seats } = answer;
  return { status, totals, seats };
};
