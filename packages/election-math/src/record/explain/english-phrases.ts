import type { Deciding } from "../../seats/distribute.ts";
import { apartTexts, divisorText, type Numerals, wholeText } from "./figures.ts";

export const numerals: Numerals = { group: ",", point: "." };

export const number = (value: number): string => wholeText(value, numerals);

export const list = (items: ReadonlyArray<string>): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

const statutes: Readonly<Record<string, string>> = {
  VL: "Elections Act",
  RF: "Instrument of Government",
  KL: "Local Government Act",
  LPV: "Act (2022:629) on proportional elections in municipalities and regions",
};

/** "Elections Act, chapter 14, section 4 a"; where only the chapter is known, "Elections Act, chapter 14". */
export const law = (code: string): string => {
  const [statute = "", ...place] = code.split(" ");
  const [chapter = "", section] = place.join(" ").split(":");
  const where =
    statute === "LPV"
      ? `section ${chapter}`
      : section === undefined
        ? `chapter ${chapter}`
        : `chapter ${chapter}, section ${section}`;
  return `${statutes[statute] ?? statute}, ${where}`;
};

/** "comparison number 5,366 divided by 5 = 1,073.20; next is M with 1,032.33". */
export const comparison = (
  { votes, comparison: greatest, next }: Deciding,
  name = (id: string) => id,
): string => {
  if (greatest === "∞")
    return `it has no seat yet, which goes before every number, and ${number(votes)} votes`;
  const [ours, theirs] = apartTexts(greatest, next?.comparison ?? greatest, numerals);
  const divisor = divisorText(votes, greatest, numerals);
  const own =
    divisor === ""
      ? `comparison number ${ours}`
      : `comparison number ${number(votes)} divided by ${divisor} = ${ours}`;
  if (next === undefined) return own;
  const isEqual = next.comparison === greatest;
  return `${own}; ${isEqual ? `${name(next.id)} has the same` : `next is ${name(next.id)} with ${theirs}`}`;
};
