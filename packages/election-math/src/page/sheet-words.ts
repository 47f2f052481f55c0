import type { Stage } from "../ranked/stages.ts";
import type { Numerals } from "../record/explain/figures.ts";
import type { Language } from "../record/index.ts";
import { wordsIn } from "./words.ts";

/** The words of a count sheet. */
export interface SheetWords {
  readonly numerals: Numerals;
  readonly candidate: string;
  readonly nonTransferable: string;
  readonly quota: string;
  readonly electedAs: string;
  readonly stages: string;
  readonly stagesWithQuota: (quota: string) => string;
  readonly stage: (stage: Pick<Stage, "stage" | "kind" | "round" | "of">) => string;
  readonly pairwise: string;
  readonly points: string;
  readonly pointsHead: string;
  readonly places: string;
  readonly place: string;
  readonly number: string;
  readonly unconstrained: string;
}

export const sheetWords: Readonly<Record<Language, SheetWords>> = {
  sv: {
    numerals: wordsIn.sv.numerals,
    candidate: "Kandidat",
    nonTransferable: "Ej överförbara",
    quota: "Kvot",
    electedAs: "Vald som nr",
    stages: "Röster efter varje steg, och hur de ändrades",
    stagesWithQuota: (quota) => `Röster efter varje steg, och hur de ändrades; kvoten är ${quota}`,
    stage: ({ stage, kind, round, of }) => {
      if (kind === "firstPreferences") return `${stage}. Förstahandsval`;
      if (kind === "surplus") return `${stage}. Överskott: ${of.join(", ")}`;
      if (kind === "exclusion") return `${stage}. Struken: ${of.join(", ")}`;
      return `${stage}. Omgång ${round}${of.length === 0 ? "" : `, struken: ${of.join(", ")}`}`;
    },
    pairwise: "Hur många som föredrar kandidaten på raden framför den i kolumnen",
    points: "Poäng",
    pointsHead: "Poäng",
    places: "Listan, plats för plats",
    place: "Plats",
    number: "Tal som avgjorde",
    unconstrained: "Utan balansregel",
  },
  en: {
    numerals: wordsIn.en.numerals,
    candidate: "Candidate",
    nonTransferable: "Not transferable",
    quota: "Quota",
    electedAs: "Elected as no.",
    stages: "Votes after each stage, and how they changed",
    stagesWithQuota: (quota) => `Votes after each stage, and how they changed; the quota is ${quota}`,
    stage: ({ stage, kind, round, of }) => {
      if (kind === "firstPreferences") return `${stage}. First preferences`;
      if (kind === "surplus") return `${stage}. Surplus: ${of.join(", ")}`;
      if (kind === "exclusion") return `${stage}. Excluded: ${of.join(", ")}`;
      return `${stage}. Round ${round}${of.length === 0 ? "" : `, excluded: ${of.join(", ")}`}`;
    },
    pairwise: "How many prefer the candidate of the row to that of the column",
    points: "Points",
    pointsHead: "Points",
    places: "The list, place by place",
    place: "Place",
    number: "Deciding number",
    unconstrained: "Without a balance rule",
  },
};
