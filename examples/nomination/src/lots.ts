/** What is told of lots, and of what the count refuses. */
import { type Problem, pairOf } from "@verksam/election-math/ranked";
import { type FileProblem, type Lots, lotTemplate } from "example-terminal";
import type { Words } from "./words.ts";

/** Between whom a lot is needed, and the lots so far with that one, to be filled in and handed in. */
export const lotNeeded = (
  request: { readonly among: ReadonlyArray<string>; readonly about: unknown },
  names: ReadonlyMap<string, string>,
  lots: Lots,
  words: Words,
): string => {
  const named = (id: string) => `${id} ${names.get(id) ?? ""}`.trim();
  const who = request.among.map((one) => pairOf(one)?.map(named).join(" > ") ?? named(one));
  return [words.lotNeeded(who), "", lotTemplate(lots, request)].join("\n");
};

/** Problems of the lots as those of their file, all others as those of the other. */
export const inFiles =
  (file: string, lots: Lots) =>
  (problems: ReadonlyArray<Problem>): ReadonlyArray<FileProblem> =>
    problems.map(({ field, problem }) => [/^lots\b/.test(field) ? lots.name : file, field, problem]);
