import { InvalidInput, isObject } from "../input.ts";
import type { AnyRecord } from "./kinds.ts";
import { replay } from "./replay.ts";

/** A place where a record differs from what the count gives. */
export interface Alteration {
  /** The path: "steps[17].to"; "input.votes.A" where the input itself cannot be counted. */
  readonly at: string;
  readonly problem: string;
  /** What the count gives there; absent where it gives nothing. */
  readonly expected?: unknown;
  /** What the record says there; absent where it says nothing. */
  readonly found?: unknown;
}

/**
 * Counts a record again and tells every place that differs, none where nothing was altered. The seal differs where input,
 * rules or lots were changed after it was made. Takes anything, also what was never a record.
 */
export const verify = (record: unknown): ReadonlyArray<Alteration> => {
  if (!isObject(record)) return [{ at: "", problem: "not a record" }];
  if (record.format !== "verksam-count@1")
    return [{ at: "format", problem: "not a format known here", found: record.format }];
  if (!isObject(record.input)) return [{ at: "input", problem: "not an object", found: record.input }];
  try {
    // whatever else it holds is compared member by member
    const found = [...differences(record, replay(record as unknown as AnyRecord), "")];
    // first what says that the input is not the one that was counted
    return found.sort((a, b) => Number(b.at === "seal") - Number(a.at === "seal"));
  } catch (refused) {
    if (!(refused instanceof InvalidInput)) throw refused;
    return refused.problems.map(({ field, problem }) => ({
      at: isOfRecord(field) ? field : `input.${field}`,
      problem,
    }));
  }
};

/** The lots and the kind stand beside the input. */
const isOfRecord = (field: string): boolean => /^(lots|kind)\b/.test(field);

function* differences(found: unknown, expected: unknown, at: string): Generator<Alteration> {
  if (Array.isArray(found) && Array.isArray(expected)) {
    for (let index = 0; index < Math.max(found.length, expected.length); index++)
      yield* member(found, expected, index, `${at}[${index}]`);
  } else if (isObject(found) && isObject(expected)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(found)]))
      yield* member(found, expected, key, at === "" ? key : `${at}.${key}`);
  } else if (!Object.is(found, expected)) yield { at, problem: "altered", expected, found };
}

function* member(found: object, expected: object, key: string | number, at: string): Generator<Alteration> {
  // either has it as a member of its own, or has it not
  const of = (whole: object): unknown => (whole as Readonly<Record<string | number, unknown>>)[key];
  const [isFound, isExpected] = [Object.hasOwn(found, key), Object.hasOwn(expected, key)];
  if (isFound && isExpected) yield* differences(of(found), of(expected), at);
  else if (isExpected) yield { at, problem: "missing", expected: of(expected) };
  else yield { at, problem: "added", found: of(found) };
}
