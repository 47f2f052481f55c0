import { type Count, counting } from "../count/count.ts";
import { InvalidInput } from "../input.ts";
import { type AnyRecord, kinds } from "./kinds.ts";

/** What a count of a record's kind makes of any input; the record itself says which kind it is of. */
type AnyCount = Count<AnyRecord["kind"], unknown, { readonly kind: string }, unknown, unknown>;

/**
 * Counts again from a record's input and lots alone: the record that comes out equals one that nobody has altered. Throws
 * `InvalidInput` where the input or the lots cannot be counted with.
 */
export const replay = <R extends AnyRecord>(record: R): R => {
  if (!Object.hasOwn(kinds, record.kind))
    throw new InvalidInput([{ field: "kind", problem: "not a kind of count" }]);
  // the kinds differ in what they read, which each checks itself
  const count = kinds[record.kind] as unknown as AnyCount;
  const answer = counting(count, { ...record.input, lots: record.lots });
  if (answer.status === "needsLot")
    throw new InvalidInput([{ field: "lots", problem: "a lot is missing that the count needs" }]);
  // of the kind that was asked for
  return answer.record as unknown as R;
};
