import type { LotStep } from "../../count/lot.ts";
import type { BoardAbout, BoardStep } from "../../seats/board/step.ts";
import type { BoardSubstitutesAbout, BoardSubstitutesStep } from "../../seats/board/substitutes.ts";
import type { FixedSeatsAbout, FixedSeatsStep } from "../../seats/electorate/fixed-seats.ts";
import type { DoubleElectionsAbout, DoubleElectionsStep } from "../../seats/persons/double-step.ts";
import type { PersonsAbout, PersonsStep } from "../../seats/persons/step.ts";
import type { SubstitutesAbout, SubstitutesStep } from "../../seats/persons/substitute-step.ts";
import type { Sentences } from "./words.ts";

/** A step of any count of fixed seats, boards, persons and substitutes. */
export type CouncilStep =
  | BoardStep
  | BoardSubstitutesStep
  | FixedSeatsStep
  | PersonsStep
  | SubstitutesStep
  | DoubleElectionsStep
  | LotStep<
      | BoardAbout
      | BoardSubstitutesAbout
      | FixedSeatsAbout
      | PersonsAbout
      | SubstitutesAbout
      | DoubleElectionsAbout
    >;

/** The count a record is of. */
export type CouncilKind =
  | "board"
  | "boardSubstitutes"
  | "fixedSeats"
  | "persons"
  | "substitutes"
  | "doubleElections";

/** Every word about councils and who sits in them, in one language. */
export interface CouncilWords {
  /** What is counted, by which rules. */
  readonly basis: (kind: CouncilKind, rules: string) => string;
  /** The one chapter of such a count. */
  readonly titles: Readonly<Record<CouncilKind, string>>;
  readonly sentences: Sentences<CouncilStep, undefined>;
  /** So many of something each: "A 3 and B 2". */
  readonly shares: (shares: ReadonlyArray<readonly [name: string, count: number]>) => string;
  /** Names in order: "A, B and C". */
  readonly inOrder: (names: ReadonlyArray<string>) => string;
  /** For whom: "A: B and C". */
  readonly of: (whom: string, names: ReadonlyArray<string>) => string;
  readonly empty: (seats: number) => string;
}
