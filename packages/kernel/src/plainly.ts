import type * as Brand from "effect/Brand";

/** A type without its brands: what its schema checks at run time may be written as plain text and numbers. */
export type Plainly<T> =
  T extends Brand.Brand<infer _>
    ? Brand.Brand.Unbranded<T>
    : T extends ReadonlyArray<infer Member>
      ? ReadonlyArray<Plainly<Member>>
      : T extends object
        ? { readonly [K in keyof T]: Plainly<T[K]> }
        : T;
