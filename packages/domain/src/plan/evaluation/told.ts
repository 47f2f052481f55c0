/** A status in words, for tables and lists outside the evaluation's own pages. */
import type { Status } from "../status.ts";
import { explain, type Line } from "./explain.ts";
import { capitalised, type Language } from "./label.ts";
import { type Names, voiceOf } from "./names.ts";

/** A status as people are told of it: its name, one sentence of why, and what is to be listed beneath. */
export interface Told {
  readonly name: string;
  readonly sentence: string;
  readonly lines: ReadonlyArray<Line>;
}

/** Tells a status in a language; what `names` does not name is told by its code. */
export const told = (
  status: Pick<Status, "status" | "why" | "deadline">,
  names: Names,
  language: Language,
): Told => {
  const voice = voiceOf(names, language);
  const { sentence, lines } = explain(status, voice);
  return { name: capitalised(voice.words.status[status.status].name, language), sentence, lines };
};
