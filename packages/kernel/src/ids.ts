/** Identifiers: opaque, stable, safe in URLs and file names. The only file that knows Effect's SecureRandom, which is marked unstable. */
import * as Context from "effect/Context";
import * as SecureRandom from "effect/crypto/SecureRandom";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Schema from "effect/Schema";

/** An opaque identifier: 1–64 letters, digits and `. _ : -`, first a letter or digit. Never a name, a personal number or an address. */
export const Id = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/, {
    message: "an identifier is 1–64 letters, digits and . _ : -, the first a letter or digit",
  }),
);
export type Id = typeof Id.Type;

/** A source of new identifiers. */
export class Ids extends Context.Service<Ids, { readonly next: Effect.Effect<Id> }>()("@verksam/kernel/Ids") {
  /** UUID version 7 (RFC 9562): unique anywhere, sorted by the time they were made. */
  static readonly layer: Layer.Layer<Ids> = Layer.effect(
    this,
    Effect.map(SecureRandom.SecureRandom, (random) => ({ next: random.uuidV7() })),
  ).pipe(Layer.provide(SecureRandom.layerWebCrypto));
}
