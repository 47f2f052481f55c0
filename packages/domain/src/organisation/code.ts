/** Codes an organisation defines for itself, and the words people read. */
import * as Schema from "effect/Schema";

/** A code: 1–64 small letters, digits and hyphens, first a letter. */
export const Code = Schema.String.check(
  Schema.isPattern(/^[a-z][a-z0-9-]{0,63}$/, {
    message: "a code is 1–64 small letters, digits and hyphens, first a letter",
  }),
);
export type Code = typeof Code.Type;

/** Words on one subject that is not a person: 1–500 characters, not only blanks. */
export const Text = Schema.String.check(
  Schema.isPattern(/\S/, { message: "words, not only blanks" }),
  Schema.isMaxLength(500),
);

/** The same words in one or several languages, by language tag (BCP 47). */
export const Title = Schema.Record(Schema.String, Text).check(
  Schema.makeFilter(
    (title) => areTags(Object.keys(title)) || "needs words by language tag, as `sv` or `en`",
    {
      expected: "words by language tag",
    },
  ),
);
export type Title = typeof Title.Type;

const areTags = (tags: ReadonlyArray<string>): boolean =>
  tags.length > 0 && tags.every((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag));
