import { Checks } from "../input.ts";
import { matters } from "./consequence.ts";
import { type Counting, checkedLots, counted } from "./counting.ts";
import type { LotRequest, LotStep } from "./lot.ts";
import { type CountRecord, recordOf } from "./record.ts";

/** One kind of count: how its input is read, which rules it names, and the count itself. */
export interface Count<Kind extends string, Input, Step extends { readonly kind: string }, About, Result> {
  readonly kind: Kind;
  /** The input in the one form a record keeps, whatever order it came in; what is wrong with it goes to `checks`. */
  readonly read: (given: Readonly<Record<string, unknown>>, checks: Checks) => Input;
  /** The rules with their version. */
  readonly rules: (input: Input) => string;
  /** Only ever called with an input that was read without a problem. */
  readonly count: (input: Input) => Counting<Step, About, Result>;
  /** Where not every tie matters: what of a result may not differ, and the step that a tie made no difference. */
  readonly idle?: {
    readonly keyOf: (result: Result) => string;
    readonly step: (among: ReadonlyArray<string>, taken: string) => Step;
  };
}

/** The record of a count of that kind. */
export type RecordOf<C> =
  C extends Count<infer Kind, infer Input, infer Step, infer About, infer Result>
    ? CountRecord<Kind, Input, Step, About, Result>
    : never;

/** The count went through; `result` stands in the record too. */
export interface Done<Kind extends string, Input, Step, About, Result> {
  readonly status: "done";
  readonly result: Result;
  readonly steps: ReadonlyArray<Step | LotStep<About>>;
  readonly record: CountRecord<Kind, Input, Step, About, Result>;
}

/** Equal numbers have to be told apart: draw a lot and hand it in with the same input. */
export interface NeedsLot<Step, About> {
  readonly status: "needsLot";
  readonly lot: LotRequest<About>;
  /** What was counted up to there. */
  readonly steps: ReadonlyArray<Step | LotStep<About>>;
}

/** Reads, counts and records; throws `InvalidInput`. */
export const counting = <Kind extends string, Input, Step extends { readonly kind: string }, About, Result>(
  { kind, read, rules, count, idle }: Count<Kind, Input, Step, About, Result>,
  given: unknown,
): Done<Kind, Input, Step, About, Result> | NeedsLot<Step, About> => {
  const checks = new Checks();
  const fields = checks.object(given, "input");
  checks.done();
  const input = read(fields, checks);
  const lots = checkedLots<About>(fields.lots, checks);
  checks.done();
  const ended = counted(
    count(input),
    lots,
    checks,
    idle && {
      step: idle.step,
      matters: (before, tie, known) =>
        matters({ count: () => count(input), keyOf: idle.keyOf }, before, tie, known),
    },
  );
  if (ended.status === "needsLot") return ended;
  const { result, steps } = ended;
  return { status: "done", result, steps, record: recordOf(kind, rules(input), input, ended) };
};

/** The answer to a count of that kind, the result among its own members. */
export type Answer<Kind extends string, Input, Step, About, Result> =
  | (Result & Omit<Done<Kind, Input, Step, About, Result>, "result">)
  | NeedsLot<Step, About>;

/** The answer to a count of that kind. */
export type AnswerOf<C> =
  C extends Count<infer Kind, infer Input, infer Step, infer About, infer Result>
    ? Answer<Kind, Input, Step, About, Result>
    : never;

/** As `counting`, with the result among the answer's own members. */
export const answering = <
  Kind extends string,
  Input,
  Step extends { readonly kind: string },
  About,
  Result extends object,
>(
  count: Count<Kind, Input, Step, About, Result>,
  given: unknown,
): Answer<Kind, Input, Step, About, Result> => {
  const answer = counting(count, given);
  if (answer.status === "needsLot") return answer;
  const { status, result, steps, record } = answer;
  return { status, ...result, steps, record };
};
