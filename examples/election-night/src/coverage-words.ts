/** The words about scenarios and responses. */
import type { Language } from "@verksam/election-math/record";
import type { BlocStanding } from "@verksam/election-math/scenarios";

export interface CoverageWords {
  readonly covered: (chance: string) => string;
  readonly about: (draws: string, model: string | undefined) => string;
  readonly columns: Readonly<
    Record<"response" | "chance" | "outcome" | "example" | "nearest" | "together", string>
  >;
  readonly titles: Readonly<Record<"responses" | "uncovered" | "overlaps", string>>;
  readonly under: (percent: string) => string;
  readonly over: string;
  readonly below: (parties: string) => string;
  readonly standings: Readonly<Record<BlocStanding, string>>;
  readonly own: (party: string, from: number, below: number | undefined) => string;
  readonly majorities: (few: string, more: number) => string;
  readonly missing: (response: string, conditions: number) => string;
  readonly more: (outcomes: number, chance: string) => string;
  readonly unused: (responses: string) => string;
  readonly allCovered: string;
  readonly unseen: (chance: string) => string;
  readonly sample: (seed: string, effective: string, lots: string, uncounted: string) => string;
}

const swedish: CoverageWords = {
  covered: (chance) => `${chance} av utfallen har ett svar.`,
  about: (draws, model) =>
    `${draws} val är dragna ${model === undefined ? "ur en påhittad modell kring det val som räknades, som inte är någon prognos" : `ur modellen i ${model}`}, räknade med samma regler och prövade mot svaren. Efter ± står hur mycket talet kan slå fel för att dragningarna är så få; hur fel modellen har säger det inget om.`,
  columns: {
    response: "Svar",
    chance: "Sannolikhet",
    outcome: "Utfall",
    example: "Till exempel",
    nearest: "Närmaste svar",
    together: "Svar som gäller samtidigt",
  },
  titles: {
    responses: "Hur ofta varje svar behövs",
    uncovered: "Sannolikast utan svar",
    overlaps: "Utfall med flera svar",
  },
  under: (percent) => `under ${percent}`,
  over: "alla över spärren",
  below: (parties) => `under spärren: ${parties}`,
  standings: {
    majority: "majoritet",
    toleration: "tolererade",
    neither: "varken majoritet eller tolererade",
  },
  own: (party, from, below) =>
    below === undefined ? `${party} har minst ${from} mandat` : `${party} har ${from}–${below - 1} mandat`,
  majorities: (few, more) => `minsta majoriteter: ${few}${more > 0 ? ` och ${more} till` : ""}`,
  missing: (response, conditions) => `${response}: ${conditions} villkor ifrån`,
  more: (outcomes, chance) => `Ytterligare ${outcomes} slags utfall utan svar, tillsammans ${chance}.`,
  unused: (responses) => `Inget draget val behövde: ${responses}.`,
  allCovered: "Inget draget val saknar svar.",
  unseen: (chance) => `Slags utfall som aldrig drogs har tillsammans sannolikheten ${chance}.`,
  sample: (seed, effective, lots, uncounted) =>
    `Dragningarnas frö är ”${seed}”; de säger minst så mycket som ${effective} oviktade. Lott drogs i ${lots} av dem, och ${uncounted} gick inte att räkna.`,
};

const english: CoverageWords = {
  covered: (chance) => `${chance} of the outcomes have a response.`,
  about: (draws, model) =>
    `${draws} elections were drawn ${model === undefined ? "of a made-up model around the election counted, which is no forecast" : `of the model in ${model}`}, counted by the same rules and held against the responses. After ± stands how far the figure may be off because the draws are so few; how wrong the model is it does not tell.`,
  columns: {
    response: "Response",
    chance: "Probability",
    outcome: "Outcome",
    example: "For example",
    nearest: "Nearest response",
    together: "Responses at the same time",
  },
  titles: {
    responses: "How often each response is needed",
    uncovered: "Most likely without a response",
    overlaps: "Outcomes with several responses",
  },
  under: (percent) => `below ${percent}`,
  over: "all over the bar",
  below: (parties) => `below the bar: ${parties}`,
  standings: { majority: "majority", toleration: "tolerated", neither: "neither majority nor tolerated" },
  own: (party, from, below) =>
    below === undefined ? `${party} has at least ${from} seats` : `${party} has ${from}–${below - 1} seats`,
  majorities: (few, more) => `smallest majorities: ${few}${more > 0 ? ` and ${more} more` : ""}`,
  missing: (response, conditions) =>
    `${response}: ${conditions} ${conditions === 1 ? "condition" : "conditions"} away`,
  more: (outcomes, chance) => `${outcomes} further kinds of outcome without a response, ${chance} together.`,
  unused: (responses) => `No election drawn needed: ${responses}.`,
  allCovered: "No election drawn is without a response.",
  unseen: (chance) => `Kinds of outcome that were never drawn have the probability ${chance} together.`,
  sample: (seed, effective, lots, uncounted) =>
    `The seed of the draws is “${seed}”; they tell at least as much as ${effective} without weights. Lots were drawn in ${lots} of them, and ${uncounted} could not be counted.`,
};

export const coverageWordsIn: Readonly<Record<Language, CoverageWords>> = { sv: swedish, en: english };
