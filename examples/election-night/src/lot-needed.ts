/** What is to be drawn, and how to hand it in. */

import type { ElectionAnswer } from "@verksam/election-math/seats";
import { lotTemplate, type Terminal, wrapped } from "example-terminal";
import type { Counted } from "./answer.ts";
import { isAmongConstituencies } from "./notes.ts";
import { listed, type Words } from "./words.ts";

type NeedsLot = Extract<ElectionAnswer, { readonly status: "needsLot" }>;

const width = 80;

/** In words, with a template that has every lot drawn so far and waits for the next. */
export const lotNeeded = (
  { lot: { among, about } }: NeedsLot,
  { given, lots }: Counted,
  { words, paint }: { readonly words: Words; readonly paint: Terminal["paint"] },
): string => {
  const names = new Map(given.election.constituencies.map(({ id, name }) => [id, name ?? id]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const who = among.map((id) => (isAmongConstituencies(about) ? nameOf(id) : id));
  return [
    "",
    paint("bold", words.lot.title),
    ...wrapped(words.lot.equal(listed(who, words.and), words.lot.about(about, nameOf)), width),
    "",
    ...wrapped(words.lot.handIn, width),
    "",
    lotTemplate(lots, { among, about }),
    "",
    ...wrapped(words.lot.again("lots.json"), width),
    ...wrapped(words.lot.nothing, width),
    "",
  ].join("\n");
};
