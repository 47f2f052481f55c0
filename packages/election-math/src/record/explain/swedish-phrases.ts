import type { Deciding } from "../../seats/distribute.ts";
import { apartTexts, divisorText, type Numerals, wholeText } from "./figures.ts";

export const numerals: Numerals = { group: "\u00a0", point: "," };

export const number = (value: number): string => wholeText(value, numerals);

export const list = (items: ReadonlyArray<string>): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} och ${items.at(-1)}`;

const statutes: Readonly<Record<string, string>> = {
  VL: "vallagen",
  RF: "regeringsformen",
  KL: "kommunallagen",
  LPV: "lagen (2022:629) om proportionella val i kommuner och regioner",
};

/** "14 kap. 4 a § vallagen", "17 § lagen (2022:629) …"; where only the chapter is known, "14 kap. vallagen". */
export const law = (code: string): string => {
  const [statute = "", ...place] = code.split(" ");
  const [chapter = "", section] = place.join(" ").split(":");
  const where =
    statute === "LPV"
      ? `${chapter} §`
      : section === undefined
        ? `${chapter} kap.`
        : `${chapter} kap. ${section} §`;
  return `${where} ${statutes[statute] ?? statute}`;
};

/** "jämförelsetal 5 366 delat med 5 = 1 073,20; närmast var M med 1 032,33". */
export const comparison = (
  { votes, comparison: greatest, next }: Deciding,
  name = (id: string) => id,
): string => {
  if (greatest === "∞")
    return `det har inget mandat än, vilket går före alla tal, och ${number(votes)} röster`;
  const [ours, theirs] = apartTexts(greatest, next?.comparison ?? greatest, numerals);
  const divisor = divisorText(votes, greatest, numerals);
  const own =
    divisor === ""
      ? `jämförelsetal ${ours}`
      : `jämförelsetal ${number(votes)} delat med ${divisor} = ${ours}`;
  if (next === undefined) return own;
  const isEqual = next.comparison === greatest;
  return `${own}; ${isEqual ? `${name(next.id)} har lika stort` : `närmast är ${name(next.id)} med ${theirs}`}`;
};
