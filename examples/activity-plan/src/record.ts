/** Reading a record: one command a line, each with its place, and a key that it keeps from run to run. */
import { createHash } from "node:crypto";
import { Day, type Instant, instantOf } from "@verksam/kernel";
import { Result, Schema, SchemaIssue } from "effect";

/** Why a line was not followed: a code, and data that names fields and ids but no person. */
export interface Refusal {
  readonly code: string;
  readonly data: { readonly [field: string]: unknown };
}

const Line = Schema.Struct({
  at: Schema.String,
  by: Schema.Struct({ person: Schema.String, office: Schema.optionalKey(Schema.String) }),
  do: Schema.String,
  id: Schema.String,
  input: Schema.Unknown,
  reason: Schema.optionalKey(Schema.Union([Schema.String, Schema.Struct({ code: Schema.String })])),
  key: Schema.optionalKey(Schema.String),
  on: Schema.optionalKey(Day),
});

/** A command as the record gives it. */
export interface Given extends Omit<typeof Line.Type, "at" | "key"> {
  readonly at: Instant;
  readonly key: string;
}

export interface RecordLine {
  /** From 1. */
  readonly number: number;
  /** A hash of the record up to this line and with it: what was refused here is refused as long as it stays the same. */
  readonly seal: string;
  readonly read: Result.Result<Given, Refusal>;
}

/** The lines that are not blank. */
export const readRecord = (bytes: Uint8Array): ReadonlyArray<RecordLine> => {
  const lines: Array<RecordLine> = [];
  const seen = new Map<string, number>();
  let seal = "";
  // What is no UTF-8 becomes U+FFFD, which no line of the record has reason to hold.
  for (const [index, whole] of new TextDecoder().decode(bytes).split("\n").entries()) {
    const text = whole.trim();
    if (text === "") continue;
    const hash = hashOf(text);
    const occurrence = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, occurrence);
    seal = hashOf(seal + hash);
    lines.push({ number: index + 1, seal, read: read(text, `${hash}-${occurrence}`) });
  }
  return lines;
};

export const hashOf = (data: string | Uint8Array): string =>
  createHash("sha256").update(data).digest("hex").slice(0, 32);

const decode = Schema.decodeUnknownResult(Line);
const format = SchemaIssue.makeFormatterStandardSchemaV1();

const read = (text: string, keyOfLine: string): Result.Result<Given, Refusal> => {
  if (text.includes("\uFFFD")) return unreadable([{ field: "", problem: "not UTF-8" }]);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's own message quotes the line.
    return unreadable([{ field: "", problem: "not JSON" }]);
  }
  const line = decode(json, { onExcessProperty: "error", errors: "all" });
  if (Result.isFailure(line))
    return unreadable(
      format(line.failure.issue).issues.map(({ path = [], message }) => ({
        field: path.map((step) => String(typeof step === "object" ? step.key : step)).join("."),
        problem: message,
      })),
    );
  const { at, key = keyOfLine, ...given } = line.success;
  const instant = instantFrom(at);
  return instant === undefined
    ? unreadable([{ field: "at", problem: "not an instant as 2026-11-22T19:30:00Z" }])
    : Result.succeed({ ...given, at: instant, key });
};

const unreadable = (problems: ReadonlyArray<{ readonly field: string; readonly problem: string }>) =>
  Result.fail({ code: "UnreadableLine", data: { problems } });

const isDay = Schema.is(Day);
const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** An ISO 8601 instant with its zone; `Date.parse` alone would take the 30th of February for a day in March. */
const instantFrom = (text: string): Instant | undefined => {
  const milliseconds = iso.test(text) && isDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : instantOf(milliseconds);
};
