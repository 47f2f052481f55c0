/** A nomination conference: its rules and candidates in one file, its ballots in another. */
import { basename } from "node:path";
import { type ListAnswer, type ListElection, orderList } from "@verksam/election-math/ranked";
import type { Language } from "@verksam/election-math/record";
import {
  isObject,
  type JsonFile,
  type Lots,
  lotsIn,
  Problems,
  readJson,
  readText,
  refusing,
} from "example-terminal";
import { readCsv } from "./ballots.ts";
import { inFiles } from "./lots.ts";

export interface Files {
  readonly conference: string;
  readonly ballots: string;
  readonly lots: string | undefined;
}

export interface Conference {
  readonly title: Texts;
  /** What is to be said below the protocol. */
  readonly note: Texts | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly delegates: number;
  readonly files: ReadonlyArray<string>;
  readonly lots: Lots;
  readonly answer: ListAnswer;
}

type Texts = Readonly<Record<Language, string>>;

/** Reads the files and orders the list; throws `BadInput`. */
export const conferenceOf = (paths: Files): Conference => {
  const file = readJson(paths.conference);
  const { title, note, rest } = partsOf(file);
  const text = readText(paths.ballots);
  const candidates = candidatesIn(file.name, rest.candidates);
  const { ballots } = readCsv(text, candidates);
  const lots = lotsIn(paths.lots);
  const answer = refusing(inFiles(file.name, lots), () =>
    // checked by the count, whatever it is
    orderList({ ...rest, ballots, lots: lots.lots } as unknown as ListElection),
  );
  return {
    title,
    note,
    names: new Map(candidates.map(({ id, name }) => [id, name])),
    delegates: ballots.length,
    files: [file.name, text.name, ...(paths.lots === undefined ? [] : [basename(paths.lots)])],
    lots,
    answer,
  };
};

const partsOf = ({ name, value }: JsonFile) => {
  const problems = new Problems();
  const { title, note, ...rest } = isObject(value) ? value : {};
  const textsIn = (given: unknown, field: string): Texts => {
    const { sv, en } = isObject(given) ? given : {};
    if (typeof sv === "string" && typeof en === "string") return { sv, en };
    problems.add(name, field, "not a text in each language");
    return { sv: "", en: "" };
  };
  if (!isObject(value)) problems.add(name, "", "not an object");
  problems.done();
  const texts = { title: textsIn(title, "title"), note: note === undefined ? note : textsIn(note, "note") };
  problems.done();
  return { ...texts, rest };
};

const candidatesIn = (name: string, given: unknown) => {
  const problems = new Problems();
  const list = Array.isArray(given) ? given : [];
  if (list.length === 0) problems.add(name, "candidates", "not a list with candidates");
  const candidates = list.map((one: unknown, at) => {
    const { id, name: own } = isObject(one) ? one : {};
    if (typeof id !== "string" || id === "" || typeof own !== "string" || own === "")
      problems.add(name, `candidates[${at}]`, "without an id and a name");
    else if (list.findIndex((other: unknown) => isObject(other) && other.id === id) < at)
      problems.add(name, `candidates[${at}].id`, "used before");
    return { id: String(id), name: String(own) };
  });
  problems.done();
  return candidates;
};
