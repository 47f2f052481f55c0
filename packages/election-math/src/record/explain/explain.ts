import type { ApportionmentRecord } from "../../seats/apportion.ts";
import type { ElectionRecord } from "../../seats/election/election.ts";
import { methodName } from "../../seats/method.ts";
import { sumOf } from "../../seats/votes.ts";
import type { AnyRecord } from "../kinds.ts";
import { english } from "./english.ts";
import { swedish } from "./swedish.ts";
import type { Chapter, Language, Names, Sentences, Words } from "./words.ts";

const wordsIn: Readonly<Record<Language, Words>> = { sv: swedish, en: english };

/** Tells a record in sentences, a chapter a phase: enough to redo the count by hand. Ids stand as they are, constituencies by their names. */
export const explain = (record: AnyRecord, language: Language): ReadonlyArray<Chapter> => {
  const words = wordsIn[language];
  const told = record.kind === "election" ? electionTold(record, words) : apportionmentTold(record, words);
  return [
    { title: words.basis, sentences: [...told.basis, words.seal(record.seal)] },
    ...told.chapters,
    { title: words.result, sentences: [words.total(record.result.totals)] },
  ];
};

interface Told {
  readonly basis: ReadonlyArray<string>;
  readonly chapters: ReadonlyArray<Chapter>;
}

const apportionmentTold = ({ input, steps }: ApportionmentRecord, { apportionment }: Words): Told => {
  const { titles, sentences, basis } = apportionment;
  return {
    basis: [basis(methodName(input.method), input.seats, sumOf(Object.values(input.votes)))],
    chapters: chaptersOf(
      steps,
      (step) => (step.kind === "threshold" ? titles.thresholds : titles.seats),
      (step) => sentence(sentences, step, undefined),
    ),
  };
};

const electionTold = ({ input, steps }: ElectionRecord, { election }: Words): Told => {
  const { titles, sentences, basis } = election;
  const named = new Map(input.constituencies.map(({ id, name }) => [id, name ?? id]));
  const names: Names = { constituency: (id) => named.get(id) ?? id };
  /** A lot belongs to the chapter of what it decides. */
  const titleOf = (step: (typeof steps)[number]): string => {
    const about = step.kind === "lot" ? step.about : step;
    switch (about.kind) {
      case "threshold":
        return titles.thresholds;
      case "fixedSeat":
        return titles.fixedSeats(names.constituency(about.constituency));
      case "wholeSeat":
      case "entitled":
        return titles.whole;
      case "adjustmentSeat":
        return titles.adjustmentSeats(about.party);
      case "setAside":
        return titles.setAside;
      default:
        return titles.returned;
    }
  };
  return {
    basis: basis(input),
    chapters: chaptersOf(steps, titleOf, (step) => sentence(sentences, step, names)),
  };
};

/** Steps that follow each other under one title are one chapter. */
const chaptersOf = <Step>(
  steps: ReadonlyArray<Step>,
  titleOf: (step: Step) => string,
  sentenceOf: (step: Step) => string,
): ReadonlyArray<Chapter> => {
  const chapters: Array<{ readonly title: string; readonly sentences: Array<string> }> = [];
  for (const step of steps) {
    const title = titleOf(step);
    const last = chapters.at(-1);
    if (last?.title === title) last.sentences.push(sentenceOf(step));
    else chapters.push({ title, sentences: [sentenceOf(step)] });
  }
  return chapters;
};

const sentence = <Step extends { readonly kind: string }, Context>(
  sentences: Sentences<Step, Context>,
  step: Step,
  context: Context,
): string => {
  // the sentence under a step's kind takes steps of that kind
  const tell = sentences[step.kind as Step["kind"]] as (step: Step, context: Context) => string;
  return tell(step, context);
};
