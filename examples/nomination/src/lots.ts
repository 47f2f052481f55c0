/** Lots as they are handed in, and the one that is needed. */
import { InvalidInput } from "@verksam/election-math/ranked";
import { type JsonFile, Problems, readJson } from "example-terminal";
import type { Words } from "./words.ts";

interface Request {
  readonly among: ReadonlyArray<string>;
  readonly about: unknown;
}

/** Lots as they came, to be checked by the count, and the file they came from. */
export interface Lots {
  readonly name: string;
  readonly lots: ReadonlyArray<unknown>;
}

/** The lots in a file: a list, or an object with the list as `lots`; none where there is no file. Throws `BadInput`. */
export const lotsIn = (path: string | undefined): Lots => {
  if (path === undefined) return { name: "", lots: [] };
  const { name, value }: JsonFile = readJson(path);
  const lots = typeof value === "object" && value !== null && "lots" in value ? value.lots : value;
  const problems = new Problems();
  if (!Array.isArray(lots)) problems.add(name, "lots", "not a list of lots");
  problems.done();
  return { name, lots: Array.isArray(lots) ? lots : [] };
};

/** Between whom a lot is needed, and the lots so far with that one, to be filled in and handed in. */
export const lotNeeded = (
  { among, about }: Request,
  names: ReadonlyMap<string, string>,
  { lots }: Lots,
  words: Words,
): string => {
  const who = among.map((id) => `${id} ${names.get(id) ?? ""}`.trim());
  const template = { lots: [...lots, { among, about, drawn: "", by: "", how: "" }] };
  return [words.lotNeeded(who), "", JSON.stringify(template, null, 2)].join("\n");
};

/** Counts, and tells problems of the input as problems of the files they came from. */
export const refusing = <Answer>(file: string, lots: Lots, work: () => Answer): Answer => {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof InvalidInput)) throw cause;
    const problems = new Problems();
    for (const { field, problem } of cause.problems)
      problems.add(/^lots\b/.test(field) ? lots.name : file, field, problem);
    problems.done();
    throw cause;
  }
};
