/** A rapid response: unplanned work, proposed, answered within a stated time, carried out, evaluated. */
import {
  accept,
  addSpan,
  aggregate,
  child,
  Day,
  daysBetween,
  Id,
  type Instant,
  refuse,
  Span,
  type StateIn,
} from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { type Dated, dated, datedBy, datedFields, problemOfDay } from "./dated.ts";
import { Code } from "./declared.ts";
import type { Evidence } from "./facts.ts";
import { actRapidly, answerResponse } from "./guard-steering.ts";
import { Money } from "./money.ts";
import { evidenceOf, planOf, problemOfKinds } from "./yielded.ts";

/** Where a response stands: the last step it took. */
export const ResponseStep = Schema.Literals(["proposed", "approved", "declined", "carriedOut", "evaluated"]);
export type ResponseStep = typeof ResponseStep.Type;

/** The response cannot take that step from where it stands. */
export class OutOfTurn extends Schema.TaggedError<OutOfTurn>()("OutOfTurn", {
  stands: ResponseStep,
  asked: ResponseStep,
}) {
  override get message() {
    return `a response that is ${this.stands} cannot be ${this.asked}`;
  }
}

/** The step that must be the last one before each; a proposal comes first. */
const before = {
  approved: "proposed",
  declined: "proposed",
  carriedOut: "approved",
  evaluated: "carriedOut",
} as const;

/** A proposal counts as evidence of the kind `raised`, the answer of the kind `answered`, both about the response. */
const Counting = Schema.Struct({
  plan: Id,
  raised: Schema.optionalKey(Code),
  answered: Schema.optionalKey(Code),
});
const Findings = Schema.UniqueArray(Id).check(Schema.isMinLength(1));

export const rapidResponse = aggregate({
  area: "plan",
  name: "rapidResponse",
  state: {
    /** That wants to act. */
    unit: UnitId,
    /** That was asked. */
    body: UnitId,
    topic: Id,
    /** What it may cost at the most; null where it costs nothing. */
    cost: Schema.NullOr(Money),
    /** The last day for an answer. */
    answerBy: Day,
    stands: ResponseStep,
    findings: Schema.UniqueArray(Id),
    followUp: Schema.NullOr(Id),
    plan: Schema.NullOr(Id),
    evidence: Schema.NullOr(Counting),
  },
  children: { steps: child("id", { ...datedFields, step: ResponseStep }) },
  indexes: { byUnit: ["unit"], byPlan: ["plan"] },
  events: {
    ResponseProposed: {
      unit: UnitId,
      body: UnitId,
      topic: Id,
      cost: Schema.NullOr(Money),
      on: Day,
      answerBy: Day,
      evidence: Schema.NullOr(Counting),
    },
    ResponseApproved: { on: Day },
    ResponseDeclined: { on: Day },
    ResponseCarriedOut: { on: Day },
    ResponseEvaluated: { on: Day, findings: Findings, followUp: Schema.NullOr(Id) },
  },
  commands: {
    propose: {
      unit: UnitId,
      body: UnitId,
      topic: Id,
      cost: Schema.optionalKey(Money),
      on: Day,
      /** The time for an answer, from the day of the proposal. */
      answerWithin: Span,
      evidence: Schema.optionalKey(Counting),
    },
    approve: { on: Day },
    decline: { on: Day },
    carryOut: { on: Day },
    evaluate: { on: Day, findings: Findings, followUp: Schema.optionalKey(Id) },
  },
  creates: "propose",
})
  .evolve({
    ResponseProposed: ({ unit, body, topic, cost, on, answerBy, evidence }, _, entry) => ({
      unit,
      body,
      topic,
      cost,
      answerBy,
      stands: "proposed",
      findings: [],
      followUp: null,
      plan: evidence?.plan ?? null,
      evidence,
      steps: [{ ...dated(on, entry), step: "proposed" }],
    }),
    ResponseApproved: ({ on }, state, entry) => stepped(state, "approved", dated(on, entry)),
    ResponseDeclined: ({ on }, state, entry) => stepped(state, "declined", dated(on, entry)),
    ResponseCarriedOut: ({ on }, state, entry) => stepped(state, "carriedOut", dated(on, entry)),
    ResponseEvaluated: ({ on, findings, followUp }, state, entry) =>
      stepped({ ...state, findings, followUp }, "evaluated", dated(on, entry)),
  })
  .facts({ propose: ({ evidence }) => planOf(evidence) })
  .decide({
    propose: ({ answerWithin, cost = null, evidence = null, ...input }, _, { today, facts }) => {
      const problem =
        problemOfDay(input.on, today) ??
        problemOfKinds(evidence, [evidence?.raised, evidence?.answered], facts);
      if (problem !== undefined) return refuse(problem);
      const answerBy = addSpan(input.on, answerWithin);
      return accept({ _tag: "ResponseProposed", ...input, cost, answerBy, evidence });
    },
    approve: ({ on }, state, { today }) => {
      const problem = problemOfStep(state, "approved", on, today);
      return problem === undefined ? accept({ _tag: "ResponseApproved", on }) : refuse(problem);
    },
    decline: ({ on }, state, { today }) => {
      const problem = problemOfStep(state, "declined", on, today);
      return problem === undefined ? accept({ _tag: "ResponseDeclined", on }) : refuse(problem);
    },
    carryOut: ({ on }, state, { today }) => {
      const problem = problemOfStep(state, "carriedOut", on, today);
      return problem === undefined ? accept({ _tag: "ResponseCarriedOut", on }) : refuse(problem);
    },
    evaluate: ({ on, findings, followUp = null }, state, { today }) => {
      const problem = problemOfStep(state, "evaluated", on, today);
      return problem === undefined
        ? accept({ _tag: "ResponseEvaluated", on, findings, followUp })
        : refuse(problem);
    },
  })
  .guard({
    propose: ({ unit }) => ({ power: actRapidly, unit }),
    approve: (_, { body }) => ({ power: answerResponse, unit: body }),
    decline: (_, { body }) => ({ power: answerResponse, unit: body }),
    carryOut: (_, { unit }) => ({ power: actRapidly, unit }),
    evaluate: (_, { unit }) => ({ power: actRapidly, unit }),
  });

export type RapidResponse = StateIn<typeof rapidResponse>;

type Stepped = Dated & { readonly step: ResponseStep };
interface Standing {
  readonly stands: ResponseStep;
  readonly steps: ReadonlyArray<Stepped>;
}

const stepped = <S extends Standing>(state: S, step: ResponseStep, entry: Dated) => ({
  ...state,
  stands: step,
  steps: [...state.steps, { ...entry, step }],
});

const problemOfStep = ({ stands, steps }: Standing, asked: keyof typeof before, on: Day, today: Day) =>
  stands === before[asked] ? problemOfDay(on, today, steps.at(-1)?.on) : new OutOfTurn({ stands, asked });

/** Where the response stood on a day, as known at an instant (default: all that is recorded); undefined before it was proposed. */
export const standsOn = ({ steps }: RapidResponse, on: Day, knownAt?: Instant): ResponseStep | undefined =>
  datedBy(steps, on, knownAt).at(-1)?.step;

/** How many days after its last day the answer came, or has not come by a day; 0 where it is in time. */
export const answerLateBy = ({ steps, answerBy }: RapidResponse, on: Day): number => {
  const answer = datedBy(steps, on).find(isAnswer);
  return Math.max(0, daysBetween(answerBy, answer?.on ?? on));
};

const isAnswer = ({ step }: Stepped): boolean => step === "approved" || step === "declined";

/** Unplanned work on a day, beside what was planned. */
export interface UnplannedCounts {
  /** How many responses had been proposed. */
  readonly proposed: number;
  /** Where they stand: each counted once, under its last step. */
  readonly stands: { readonly [S in ResponseStep]: number };
  /** How many were carried out, evaluated or not: the unplanned work that was done. */
  readonly done: number;
  /** How many were answered late, or wait for an answer that is late. */
  readonly late: number;
}

/** Counts the responses as they stood on a day, as known at an instant (default: all that is recorded). */
export const unplannedCounts = (
  responses: ReadonlyArray<RapidResponse>,
  on: Day,
  knownAt?: Instant,
): UnplannedCounts => {
  const stands = { proposed: 0, approved: 0, declined: 0, carriedOut: 0, evaluated: 0 };
  let late = 0;
  for (const response of responses) {
    const known = { ...response, steps: datedBy(response.steps, on, knownAt) };
    const step = known.steps.at(-1)?.step;
    if (step === undefined) continue;
    stands[step]++;
    if (answerLateBy(known, on) > 0) late++;
  }
  const proposed = Object.values(stands).reduce((sum, count) => sum + count, 0);
  return { proposed, stands, done: stands.carriedOut + stands.evaluated, late };
};

/** What the response yields for commitments: that it was raised, and that it was answered. */
export const rapidResponseEvidence = (
  id: string,
  { unit, body, evidence, steps }: RapidResponse,
): ReadonlyArray<Evidence> =>
  steps.flatMap((entry) => {
    if (entry.step === "proposed" && evidence?.raised !== undefined)
      return [evidenceOf(id, entry, { of: evidence.raised, unit, subject: id })];
    return isAnswer(entry) && evidence?.answered !== undefined
      ? [evidenceOf(id, entry, { of: evidence.answered, unit: body, subject: id })]
      : [];
  });
