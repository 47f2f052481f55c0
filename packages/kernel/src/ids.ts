/** Identifiers: opaque, stable, safe in URLs and file names. The only file that knows Effect's SecureRandom, which is marked unstable. */
import * as Context from "effect/Context";
import * as SecureRandom from "effect/crypto/SecureRandom";
import type * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Schema from "effect/Schema";

/** An opaque identifier: 1–64 letters, digits and `. _ : -`, first a letter or digit. Never a name, a personal number or an address. */
export const Id = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/, {
    message: "an identifier is 1–64 letters, digits and . _ : -, the first a letter or digit",
  }),
);
export type Id = typeof Id.Type;

/** Random bytes drawn some hundred identifiers at a time: asking the system costs more than all else about an identifier. */
const pooled = () => {
  let pool = new Uint8Array(0);
  let used = 0;
  return (size: number): Uint8Array => {
    if (used + size > pool.length) {
      pool = Uint8Array.from(SecureRandom.randomBytesUnsafe(Math.max(4096, size)));
      used = 0;
    }
    used += size;
    return pool.slice(used - size, used);
  };
};

/** A source of new identifiers. */
export class Ids extends Context.Service<Ids, { readonly next: Effect.Effect<Id> }>()("@verksam/kernel/Ids") {
  /** UUID version 7 (RFC 9562): unique anywhere, sorted by the time they were made. */
  static readonly layer: Layer.Layer<Ids> = Layer.sync(this, () => ({
    next: SecureRandom.make(pooled()).uuidV7(),
  }));
}
