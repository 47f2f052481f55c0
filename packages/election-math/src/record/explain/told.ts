import type { Chapter, Sentences } from "./words.ts";

/** What a record tells beside its seal: of what was counted, of each phase, and of the result. */
export interface Told {
  readonly basis: ReadonlyArray<string>;
  readonly chapters: ReadonlyArray<Chapter>;
  readonly result: ReadonlyArray<string>;
}

/** Steps that follow each other under one title are one chapter. */
export const chaptersOf = <Step>(
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

/** The sentence of a step's kind. */
export const sentence = <Step extends { readonly kind: string }, Context>(
  sentences: Sentences<Step, Context>,
  step: Step,
  context: Context,
): string => {
  // the sentence under a step's kind takes steps of that kind
  const tell = sentences[step.kind as Step["kind"]] as (step: Step, context: Context) => string;
  return tell(step, context);
};
