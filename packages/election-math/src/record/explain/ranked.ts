import type { ListRecord } from "../../lists/order-list.ts";
import type { RankedRecord } from "../../ranked/count-ranked.ts";
import type { Candidate } from "../../ranked/input.ts";
import { pairOf } from "../../ranked/pairwise.ts";
import type { CandidateNames, RankedWords } from "./ranked-words.ts";
import { chaptersOf, sentence, type Told } from "./told.ts";

/** Candidates by their names, or by their ids where they have none; the pairs that a lot is among as "Anna > Bo". */
export const namesOf = (candidates: ReadonlyArray<Candidate>): CandidateNames => {
  const named = new Map(candidates.map(({ id, name }) => [id, name ?? id]));
  const nameOf = (id: string): string => named.get(id) ?? id;
  return { candidate: (id) => named.get(id) ?? pairOf(id)?.map(nameOf).join(" > ") ?? id };
};

/** The title of the chapter a step begins; a step that begins none belongs to the chapter before. */
const titleFrom = (
  step: (RankedRecord | ListRecord)["steps"][number],
  { titles }: RankedWords,
): string | undefined => {
  switch (step.kind) {
    case "papers":
      return titles.papers;
    case "firstPreferences":
      return titles.first;
    case "surplus":
    case "exclusion":
      return titles.stage(step.stage);
    case "keepRound":
      return titles.round(step.stage, step.round);
    case "pairwise":
    case "points":
      return titles.comparison;
    case "placed":
    case "listed":
    case "passedOver":
    case "groupOrder":
    case "starts":
    case "lastPlace":
      return titles.list;
    default:
      return undefined;
  }
};

const chapters = ({ steps }: RankedRecord | ListRecord, names: CandidateNames, words: RankedWords) => {
  let title = words.titles.papers;
  return chaptersOf(
    steps,
    (step) => {
      title = titleFrom(step, words) ?? title;
      return title;
    },
    (step) => sentence(words.sentences, step, names),
  );
};

export const rankedTold = (record: RankedRecord, words: RankedWords): Told => {
  const { input, result, rules } = record;
  const names = namesOf(input.candidates);
  const named = (ids: ReadonlyArray<string>) => ids.map(names.candidate);
  const { unconstrained } = result;
  return {
    basis: [words.basis(rules, input.candidates.length - (input.withdrawn?.length ?? 0), input.seats)],
    chapters: chapters(record, names, words),
    result: [
      words.elected(named(result.elected)),
      ...(unconstrained
        ? [
            words.unconstrained(
              named(unconstrained.elected),
              named(unconstrained.displaced),
              named(unconstrained.instead),
            ),
          ]
        : []),
    ],
  };
};

export const listTold = (record: ListRecord, words: RankedWords): Told => {
  const { input, result, rules } = record;
  const names = namesOf(input.candidates);
  const named = (ids: ReadonlyArray<string>) => ids.map(names.candidate);
  const { unconstrained, otherwise = [], isHouseMonotone } = result;
  return {
    basis: [words.listBasis(rules, input.candidates.length - (input.withdrawn?.length ?? 0), input.places)],
    chapters: chapters(record, names, words),
    result: [
      words.listed(named(result.order)),
      ...(isHouseMonotone ? [] : [words.notHouseMonotone]),
      ...otherwise.map(({ places, elected }) => words.otherwise(places, named(elected))),
      ...(unconstrained
        ? [
            words.unconstrainedList(named(unconstrained.order)),
            ...unconstrained.moved.map(({ candidate, from, to }) =>
              words.moved(names.candidate(candidate), from, to),
            ),
          ]
        : []),
    ],
  };
};
