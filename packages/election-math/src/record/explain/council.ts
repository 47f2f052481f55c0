import type { BoardRecord } from "../../seats/board/board.ts";
import type { BoardSubstitutesRecord } from "../../seats/board/substitutes.ts";
import type { FixedSeatsRecord } from "../../seats/electorate/fixed-seats.ts";
import type { DoubleElectionsRecord } from "../../seats/persons/double-elections.ts";
import type { PersonsRecord } from "../../seats/persons/persons.ts";
import type { SubstitutesRecord } from "../../seats/persons/substitutes.ts";
import type { CouncilStep, CouncilWords } from "./council-words.ts";
import { sentence, type Told } from "./told.ts";

/** A record of fixed seats, a board, persons or substitutes. */
export type CouncilRecord =
  | BoardRecord
  | BoardSubstitutesRecord
  | FixedSeatsRecord
  | PersonsRecord
  | SubstitutesRecord
  | DoubleElectionsRecord;

/** Such a count has one chapter, in the order of its steps. */
export const councilTold = (record: CouncilRecord, words: CouncilWords): Told => {
  const steps: ReadonlyArray<CouncilStep> = record.steps;
  return {
    basis: [words.basis(record.kind, record.rules)],
    chapters: [
      {
        title: words.titles[record.kind],
        sentences: steps.map((step) => sentence(words.sentences, step, undefined)),
      },
    ],
    result: resultOf(record, words),
  };
};

const resultOf = (record: CouncilRecord, words: CouncilWords): ReadonlyArray<string> => {
  const empty = (seats: number) => (seats === 0 ? [] : [words.empty(seats)]);
  switch (record.kind) {
    case "fixedSeats":
      return [words.shares(Object.entries(record.result.seats))];
    case "board":
      return [
        words.shares(record.result.groups.map(({ id, seats }) => [id, seats])),
        ...record.result.groups.flatMap(({ id, names }) =>
          names === undefined ? [] : [words.of(id, names)],
        ),
        ...empty(record.result.empty),
      ];
    case "boardSubstitutes":
      return record.result.order.map(({ designation, names }) => words.of(designation, names));
    case "persons":
      return [
        words.inOrder(record.result.elected.map(({ candidate }) => candidate)),
        ...empty(record.result.empty),
      ];
    case "substitutes":
      return record.result.members.map(({ candidate, substitutes }) => words.of(candidate, substitutes));
    case "doubleElections":
      return record.result.constituencies.flatMap(({ id, elected, empty: seats }) => [
        words.of(
          id,
          elected.map(({ candidate }) => candidate),
        ),
        ...empty(seats),
      ]);
  }
};
