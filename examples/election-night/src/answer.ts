/** The count of what was given, with what is wrong with it told of the files it came from. */
import { basename } from "node:path";
import {
  type Election,
  type ElectionAnswer,
  InvalidInput,
  swedishElection,
} from "@verksam/election-math/seats";
import { csvElection, type GivenElection } from "./csv-election.ts";
import { type JsonFile, readJson } from "./json-file.ts";
import type { Options } from "./options.ts";
import { Problems } from "./problems.ts";

export interface Counted {
  readonly given: GivenElection;
  /** As they were handed in, to be handed in again with one more. */
  readonly lots: ReadonlyArray<unknown>;
  readonly answer: ElectionAnswer;
}

/** Reads and counts; throws `BadInput` and `WrongUse`. */
export const count = ({ source, lots: file }: Options): Counted => {
  const given = source.kind === "csv" ? csvElection(source) : jsonElection(readJson(source.file));
  const lots = file === undefined ? [] : lotsIn(readJson(file));
  try {
    // checked by the count, whatever they are
    const election = { ...given.election, lots } as Election;
    return { given, lots, answer: swedishElection(election) };
  } catch (cause) {
    if (!(cause instanceof InvalidInput)) throw cause;
    const problems = new Problems();
    for (const { field, problem } of cause.problems)
      if (/^lots\b/.test(field)) problems.add(basename(file ?? ""), field, problem);
      else problems.add(given.called(field), "", problem);
    problems.done();
    throw cause;
  }
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const jsonElection = ({ name, value }: JsonFile): GivenElection => {
  const problems = new Problems();
  if (!isObject(value)) problems.add(name, "", "not an object");
  problems.done();
  const { rules, totalSeats, constituencies } = isObject(value) ? value : {};
  return {
    // checked by the count, whatever it is
    election: { rules, totalSeats, constituencies } as Election,
    area: undefined,
    files: [name],
    called: (field) => `${name}: ${field}`,
  };
};

const lotsIn = ({ name, value }: JsonFile): ReadonlyArray<unknown> => {
  const lots = isObject(value) ? value.lots : value;
  const problems = new Problems();
  if (!Array.isArray(lots)) problems.add(name, "lots", "not a list of lots");
  problems.done();
  return Array.isArray(lots) ? lots : [];
};

/** What other programs read: the seats, or the lot that is needed. */
export const answerFile = (answer: ElectionAnswer): unknown => {
  if (answer.status === "needsLot") return { status: answer.status, lot: answer.lot };
  const { status, totals, seats } = answer;
  return { status, totals, seats };
};
