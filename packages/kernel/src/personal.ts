/** Marking fields that hold personal data, so that they stay out of the journal, of errors, logs and spans. */
import * as Schema from "effect/Schema";
import type * as SchemaAST from "effect/SchemaAST";

/** How protected a personal field is: ordinary personal data, or the special categories of GDPR article 9. */
export type PersonalClass = "personal" | "sensitive";

const key = "verksam/personal";

/**
 * A field that holds personal data: `null` when it was never given or has been erased. In an event it is kept in
 * a payload row of its own beside the journal; in a state its column is blanked when the subject is erased.
 */
export const personal = <S extends Schema.Top>(kind: PersonalClass, schema: S): Schema.NullOr<S> =>
  Schema.NullOr(schema).annotate({ [key]: kind });

/** The class a schema was marked with by `personal`, or undefined. */
export const personalClass = ({ annotations, checks }: SchemaAST.AST): PersonalClass | undefined => {
  // A check added later stands before the mark; both are looked at.
  const marks = [annotations, ...(checks ?? []).map((check) => check.annotations)].map((each) => each?.[key]);
  return marks.find((mark) => mark === "personal" || mark === "sensitive");
};
