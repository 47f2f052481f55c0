/** How a unit or a network is reached: an address of the role, not of a person. */
import * as Schema from "effect/Schema";

const address = (pattern: RegExp, message: string) =>
  Schema.String.check(Schema.isPattern(pattern, { message }));

/** An e-mail address, a telephone number (E.164), a page on the web, or a postal address. */
export const ContactRoute = Schema.Union([
  Schema.Struct({
    by: Schema.Literal("email"),
    address: address(/^[^@\s]{1,64}@[^@\s]{1,255}$/, "not an e-mail address"),
  }),
  Schema.Struct({
    by: Schema.Literal("phone"),
    address: address(/^\+[1-9][0-9]{5,14}$/, "not a telephone number as +46123456789"),
  }),
  Schema.Struct({
    by: Schema.Literal("web"),
    address: address(/^https:\/\/[^\s]{1,500}$/, "not an address on the web that begins with https://"),
  }),
  Schema.Struct({
    by: Schema.Literal("post"),
    address: address(/^[^\p{Cc}]{1,500}$/u, "not a postal address on one line"),
  }),
]);
export type ContactRoute = typeof ContactRoute.Type;
