/** A coverage as lines of words and figures, for the page and the terminal alike. */
import type { Language } from "@verksam/election-math/record";
import type { Mass, Uncovered } from "@verksam/election-math/scenarios";
import { type CoverageWords, coverageWordsIn } from "./coverage-words.ts";
import { numberText } from "./figures.ts";
import type { Prepared } from "./scenarios.ts";

export interface CoverageLines {
  readonly words: CoverageWords;
  readonly covered: string;
  readonly about: string;
  /** Each response and how likely it is to be needed. */
  readonly responses: ReadonlyArray<readonly [response: string, chance: string]>;
  /** The likeliest outcomes without one. */
  readonly uncovered: ReadonlyArray<
    readonly [outcome: string, chance: string, example: string, nearest: string]
  >;
  readonly overlaps: ReadonlyArray<readonly [together: string, chance: string]>;
  /** What is left to say. */
  readonly rest: ReadonlyArray<string>;
}

/** So many outcomes and overlaps are told. */
const most = 8;

export const coverageLines = (prepared: Prepared, language: Language): CoverageLines => {
  const { coverage, titleOf, model } = prepared;
  const words = coverageWordsIn[language];
  const chance = (mass: Mass): string => chanceText(mass, language);
  const number = (value: number): string => numberText(value, language);
  const others = coverage.uncovered.slice(most);
  const sum = others.reduce((all, { mass }) => all + mass, 0);
  return {
    words,
    covered: words.covered(chance(coverage.covered)),
    about: words.about(number(coverage.draws), model),
    responses: Object.entries(coverage.byResponse).map(([id, mass]) => [titleOf(id), chance(mass)]),
    uncovered: coverage.uncovered
      .slice(0, most)
      .map((one) => [
        outcomeText(one, words),
        chance(one),
        exampleText(one),
        one.nearest === undefined ? "" : words.missing(titleOf(one.nearest.response), one.nearest.missing),
      ]),
    overlaps: coverage.overlaps
      .slice(0, most)
      .map(({ responses, ...mass }) => [responses.map(titleOf).join(" + "), chance(mass)]),
    rest: [
      ...(coverage.uncovered.length === 0 ? [words.allCovered] : []),
      ...(others.length === 0 ? [] : [words.more(others.length, percent(sum, language))]),
      ...(coverage.unused.length === 0 ? [] : [words.unused(coverage.unused.map(titleOf).join("; "))]),
      words.unseen(chance(coverage.unseen)),
      words.sample(
        String(coverage.source.seed),
        number(Math.round(coverage.effectiveDraws)),
        number(coverage.lots),
        number(coverage.uncounted),
      ),
    ],
  };
};

/** "3,9 % ± 0,4"; of what never came up, what it is below. */
const chanceText = ({ mass, error }: Mass, language: Language): string => {
  if (mass === 0) return coverageWordsIn[language].under(percent(error, language));
  return `${percent(mass, language)} ± ${share(error, decimalsOf(mass), language)}`;
};

const percent = (part: number, language: Language): string =>
  `${share(part, decimalsOf(part), language)}\u00a0%`;

/** One decimal, two below a hundredth. */
const decimalsOf = (part: number): number => (part >= 0.01 ? 1 : 2);

/** Of a hundred; what is more than nothing is never told as nothing. */
const share = (part: number, decimals: number, language: Language): string => {
  const text = (part > 0 ? Math.max(100 * part, 10 ** -decimals) : 0).toFixed(decimals);
  return language === "sv" ? text.replace(".", ",") : text;
};

/** Of the smallest majorities so many are named. */
const mostNamed = 3;

const outcomeText = ({ parts, example }: Uncovered, words: CoverageWords): string => {
  const { over, blocs, own, minimalWinning } = parts;
  const below = Object.keys(example).filter((party) => !over.includes(party));
  const named = minimalWinning?.slice(0, mostNamed).map((parties) => parties.join("+"));
  return [
    below.length === 0 ? words.over : words.below(below.join(", ")),
    ...[...Map.groupBy(Object.entries(blocs), ([, standing]) => standing)].map(
      ([standing, own]) => `${own.map(([id]) => id).join(", ")}: ${words.standings[standing]}`,
    ),
    ...(own === undefined ? [] : [words.own(own.party, own.atLeast, own.below)]),
    ...(named === undefined
      ? []
      : [words.majorities(named.join(", "), (minimalWinning?.length ?? 0) - named.length)]),
  ].join("; ");
};

const exampleText = ({ example }: Uncovered): string =>
  Object.entries(example)
    .filter(([, seats]) => seats > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([party, seats]) => `${party} ${seats}`)
    .join(", ");
