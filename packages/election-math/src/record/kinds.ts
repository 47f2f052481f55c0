import { type ApportionmentRecord, apportionment } from "../seats/apportion.ts";
import { type ElectionRecord, election } from "../seats/election/election.ts";

/** Every kind of count there are records of. */
export const kinds = { apportionment, election } as const;

/** A record of any count of this package. */
export type AnyRecord = ApportionmentRecord | ElectionRecord;
