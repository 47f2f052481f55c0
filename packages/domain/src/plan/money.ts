/** Money in whole minor units, so that sums are exact. */
import * as Schema from "effect/Schema";

/** At least one minor unit (öre, cent); bounded so that sums stay exact. */
export const Amount = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1_000_000_000_000 }));

/** What was used of an amount: from nothing up. */
export const Used = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000_000_000 }));

/** A currency by its ISO 4217 code. */
export const Currency = Schema.String.check(
  Schema.isPattern(/^[A-Z]{3}$/, { message: "a currency is three capital letters (ISO 4217)" }),
);

export const Money = Schema.Struct({ amount: Amount, currency: Currency });
export type Money = typeof Money.Type;
