import { type ListRecord, list } from "../lists/order-list.ts";
import { type RankedRecord, ranked } from "../ranked/count-ranked.ts";
import { type ApportionmentRecord, apportionment } from "../seats/apportion.ts";
import { type BoardRecord, board } from "../seats/board/board.ts";
import { type BoardSubstitutesRecord, boardSubstitutesCount } from "../seats/board/substitutes.ts";
import { type ElectionRecord, election } from "../seats/election/election.ts";
import { type FixedSeatsRecord, fixedSeatsCount } from "../seats/electorate/fixed-seats.ts";
import { type DoubleElectionsRecord, doubleElectionsCount } from "../seats/persons/double-elections.ts";
import { type PersonsRecord, persons } from "../seats/persons/persons.ts";
import { type SubstitutesRecord, substitutesCount } from "../seats/persons/substitutes.ts";

/** Every kind of count there are records of, by the name a record has for it. */
export const kinds = {
  apportionment,
  election,
  persons,
  doubleElections: doubleElectionsCount,
  substitutes: substitutesCount,
  fixedSeats: fixedSeatsCount,
  board,
  boardSubstitutes: boardSubstitutesCount,
  ranked,
  list,
} as const;

/** A record of any count of this package. */
export type AnyRecord =
  | ApportionmentRecord
  | ElectionRecord
  | PersonsRecord
  | DoubleElectionsRecord
  | SubstitutesRecord
  | FixedSeatsRecord
  | BoardRecord
  | BoardSubstitutesRecord
  | RankedRecord
  | ListRecord;
