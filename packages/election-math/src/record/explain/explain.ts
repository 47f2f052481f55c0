import type { ApportionmentRecord } from "../../seats/apportion.ts";
import type { ElectionRecord } from "../../seats/election/election.ts";
import { methodName } from "../../seats/method.ts";
import { sumOf } from "../../seats/votes.ts";
import type { AnyRecord } from "../kinds.ts";
import { councilTold } from "./council.ts";
import { english } from "./english.ts";
import { listTold, rankedTold } from "./ranked.ts";
import { swedish } from "./swedish.ts";
import { chaptersOf, sentence, type Told } from "./told.ts";
import type { Chapter, Language, Names, Words } from "./words.ts";

const wordsIn: Readonly<Record<Language, Words>> = { sv: swedish, en: english };

/** Tells a record in sentences, a chapter a phase: enough to redo the count by hand. Ids stand as they are, where there are names by their names. */
export const explain = (record: AnyRecord, language: Language): ReadonlyArray<Chapter> => {
  const words = wordsIn[language];
  const { basis, chapters, result } = toldOf(record, words);
  return [
    { title: words.basis, sentences: [...basis, words.seal(record.seal)] },
    ...chapters,
    { title: words.result, sentences: result },
  ];
};

const toldOf = (record: AnyRecord, words: Words): Told => {
  switch (record.kind) {
    case "apportionment":
      return apportionmentTold(record, words);
    case "election":
      return electionTold(record, words);
    case "ranked":
      return rankedTold(record, words.ranked);
    case "list":
      return listTold(record, words.ranked);
    default:
      return councilTold(record, words.council);
  }
};

const apportionmentTold = ({ input, steps, result }: ApportionmentRecord, words: Words): Told => {
  const { titles, sentences, basis } = words.apportionment;
  return {
    basis: [basis(methodName(input.method), input.seats, sumOf(Object.values(input.votes)))],
    chapters: chaptersOf(
      steps,
      (step) => (step.kind === "threshold" ? titles.thresholds : titles.seats),
      (step) => sentence(sentences, step, undefined),
    ),
    result: [words.total(result.totals)],
  };
};

const electionTold = ({ input, steps, result }: ElectionRecord, words: Words): Told => {
  const { titles, sentences, basis } = words.election;
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
    result: [words.total(result.totals)],
  };
};
