/** Elections drawn of a model, and which of them there is a response for. */

import type { Language } from "@verksam/election-math/record";
import {
  type Coverage,
  coverage,
  type Model,
  type Preparation,
  sample,
} from "@verksam/election-math/scenarios";
import type { ElectionRecord } from "@verksam/election-math/seats";
import { isObject, type JsonFile, Problems, readJson, refusing } from "example-terminal";
import { madeUpModel } from "./made-up-model.ts";
import type { Scenarios } from "./options.ts";

/** What the draws came to, and what the responses are called. */
export interface Prepared {
  readonly coverage: Coverage;
  /** By id; a response without a title is called by its id. */
  readonly titleOf: (response: string) => string;
  /** The model's file; undefined where it was made up around the election counted. */
  readonly model: string | undefined;
}

/** So that the same question has the same answer; another seed is another sample. */
const seed = "election-night";

/** Draws and compares; throws `BadInput`. */
export const prepared = (
  { draws, responses: path, model: modelPath }: Scenarios,
  { input }: ElectionRecord,
  language: Language,
): Prepared => {
  const responses = readJson(path);
  const given = modelPath === undefined ? undefined : readJson(modelPath);
  // checked by the sample, whatever it is
  const model = given === undefined ? madeUpModel(input) : (given.value as Model);
  const titles = titlesIn(responses, language);
  const chunks = refusing(
    (problems) =>
      problems.map(({ field, problem }) =>
        /^model\b/.test(field)
          ? [given?.name ?? "--scenarios", field.replace(/^model\.?/, ""), problem]
          : ["--scenarios", field, problem],
      ),
    () => sample({ model, draws, seed }),
  );
  return {
    coverage: refusing(
      (problems) => problems.map(({ field, problem }) => [responses.name, field, problem]),
      // checked by the comparison, whatever it is
      () => coverage(chunks, responses.value as Preparation),
    ),
    titleOf: (id) => titles.get(id) ?? id,
    model: given?.name,
  };
};

/** A title is a text, or one in each language; the library has no use for it. */
const titlesIn = ({ name, value }: JsonFile, language: Language): ReadonlyMap<string, string> => {
  const problems = new Problems();
  const listed = isObject(value) && Array.isArray(value.responses) ? value.responses : [];
  const titles = listed.flatMap((one: unknown, at) => {
    if (!isObject(one) || one.title === undefined) return [];
    const title = isObject(one.title) ? one.title[language] : one.title;
    if (typeof title === "string" && title !== "") return [[String(one.id), title] as const];
    problems.add(name, `responses[${at}].title`, "neither a text nor one in each language");
    return [];
  });
  problems.done();
  return new Map(titles);
};
