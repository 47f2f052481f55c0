/** Schemas compiled once, for plain JSON records in and out. The only file that knows the schema JIT, which Effect marks unstable. */
import * as Result from "effect/Result";
import * as Schema from "effect/Schema";
import * as SchemaIssue from "effect/SchemaIssue";
import * as SchemaJITCompiler from "effect/schema/SchemaJITCompiler";
import type { Problem } from "./errors.ts";
import type { JsonRecord } from "./storage.ts";

export type Fields = Schema.Struct.Fields;
export type Value<F extends Fields> = Schema.Struct<F>["Type"];
/** Any record of values by field name. */
export type Plain = { readonly [field: string]: unknown };

/** One record of fields both ways: strict, so that what a schema does not declare is never stored. */
export interface Codec {
  /** Checks a value handed in by a caller; every problem names its field, none shows the value. */
  readonly check: (input: unknown) => Result.Result<Plain, ReadonlyArray<typeof Problem.Type>>;
  /** Throws on a value the schema does not declare: a defect of the aggregate. */
  readonly encode: (value: Plain) => JsonRecord;
  /** Throws on a record that the schema cannot read. */
  readonly decode: (record: JsonRecord) => Plain;
}

const strict = { onExcessProperty: "error", errors: "all" } as const;
const format = SchemaIssue.makeFormatterStandardSchemaV1();

/** What a schema found wrong, field by field: keys and positions joined by dots. Shows no value. */
export const problemsOf = ({ issue }: Schema.SchemaError): ReadonlyArray<typeof Problem.Type> =>
  format(issue).issues.map(({ path = [], message }) => ({
    field: path.map((step) => String(typeof step === "object" ? step.key : step)).join("."),
    problem: message,
  }));

export const codec = (fields: Fields): Codec => {
  // The fields' services are never: a field that decodes with a service is refused by the types of `aggregate`.
  const struct = Schema.Struct(fields) as unknown as Schema.Codec<Plain, Plain>;
  const json = Schema.toCodecJson(struct) as unknown as Schema.Codec<Plain, JsonRecord>;
  const type = Schema.toType(struct);
  for (const { ast } of [json, type, Schema.flip(json)]) SchemaJITCompiler.enable(ast);
  const check = Schema.decodeUnknownResult(type);
  const encode = Schema.encodeUnknownSync(json);
  const decode = Schema.decodeUnknownSync(json);
  return {
    check: (input) => {
      const checked = check(input, strict);
      if (Result.isSuccess(checked)) {
        const broken = brokenText(checked.success, "");
        return broken.length > 0 ? Result.fail(broken) : Result.succeed(checked.success);
      }
      return Result.fail(problemsOf(checked.failure));
    },
    encode: (value) => encode(value, strict),
    decode: (record) => decode(record),
  };
};

/** Text that no database keeps: the character U+0000, or half of a surrogate pair. */
const brokenText = (value: unknown, field: string): ReadonlyArray<typeof Problem.Type> => {
  if (typeof value === "string")
    return /[\0\p{Surrogate}]/u.test(value)
      ? [{ field, problem: "holds U+0000 or half a surrogate pair" }]
      : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    ...brokenText(name, field),
    ...brokenText(member, field === "" ? name : `${field}.${name}`),
  ]);
};
