/** Numbers as they are written in a language. */
import type { Language } from "@verksam/election-math/record";

const formats: Readonly<Record<Language, Intl.NumberFormat>> = {
  sv: new Intl.NumberFormat("sv-SE"),
  en: new Intl.NumberFormat("en-GB"),
};

/** "6 476 725". */
export const numberText = (value: number | bigint, language: Language): string =>
  formats[language].format(value);

/** A bar that a share is below: 4 % is 1 of 25. */
export interface Bar {
  readonly n: bigint;
  readonly d: bigint;
}

const mostDecimals = 9;

/** "28,26": of a hundred, rounded half up; more decimals than two where they would hide that it is below the bar. */
export const percentText = (votes: number, of: number, language: Language, below?: Bar): string => {
  let text = "";
  for (let decimals = 2; decimals <= mostDecimals; decimals++) {
    const scale = 100n * 10n ** BigInt(decimals);
    const rounded = (2n * BigInt(votes) * scale + BigInt(of)) / (2n * BigInt(of));
    const digits = `${rounded}`.padStart(decimals + 1, "0");
    text = `${digits.slice(0, -decimals)}${language === "sv" ? "," : "."}${digits.slice(-decimals)}`;
    if (below === undefined || rounded * below.d < below.n * scale) return text;
  }
  return text;
};
