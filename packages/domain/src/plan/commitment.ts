/** A commitment: one promise of a plan, decided on by the body, and what its rule asks to have recorded beside evidence. */
import { accept, aggregate, Day, type Given, Id, one, refuse } from "@verksam/kernel";
import * as Result from "effect/Result";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { hasMeasure, hasPart, hasStage, hasVerdict, withDeadline } from "./asked.ts";
import { problemOfDay, ReasonMissing } from "./dated.ts";
import { Code, datedRule, partOf, undeclared, Words } from "./declared.ts";
import { isStanding, withdraw } from "./entry.ts";
import { over } from "./guard.ts";
import { plan } from "./plan.ts";
import {
  type CommitmentState,
  children,
  decided,
  excused,
  judged,
  made,
  measured,
  Owner,
  promise,
  reached,
  state,
} from "./promise.ts";
import {
  CommitmentDropped,
  ExcusedAlready,
  LaterDecision,
  NoSuchEntry,
  NotAsked,
  NotDropped,
  StageReachedAlready,
  UndeclaredReference,
  UnknownPlan,
} from "./refusals.ts";
import { DatedRule, Deadline, Rule } from "./rule.ts";

const optional = Schema.optionalKey;
const value = Schema.Finite;

/**
 * The id is `plan:code`. Deadlines are dates, resolved when the rule was decided: a named day of the plan that is
 * moved later moves none of them.
 */
export const commitment = aggregate({
  area: "plan",
  name: "commitment",
  state,
  children,
  indexes: { byPlan: ["plan"] },
  events: {
    CommitmentMade: { plan: Id, code: Code, body: UnitId, ...promise },
    CommitmentChanged: {
      area: optional(Code),
      owner: optional(Owner),
      text: optional(Words),
      rule: optional(DatedRule),
    },
    DeadlineMoved: { rule: DatedRule },
    CommitmentDropped: {},
    CommitmentRestored: {},
    StageReached: reached,
    StageWithdrawn: { stage: Code },
    BaselineRecorded: { value },
    VerdictRecorded: judged,
    MeasureRecorded: measured,
    MemberExcused: excused,
    ExcuseWithdrawn: { member: Id },
  },
  commands: {
    make: { area: Code, owner: Owner, text: Words, rule: Rule },
    change: { area: optional(Code), owner: optional(Owner), text: optional(Words), rule: optional(Rule) },
    /** `about`: the stage, kind of evidence or population whose deadline it is, where the rule has several. */
    moveDeadline: { by: Deadline, about: optional(Code) },
    drop: {},
    restore: {},
    /** `unit`: for which it is recorded; without it the owner where that is a unit, else the adopting body. */
    reachStage: { stage: Code, on: Day, unit: optional(UnitId) },
    withdrawStage: { stage: Code },
    recordBaseline: { value },
    recordVerdict: judged,
    recordMeasure: measured,
    excuse: excused,
    withdrawExcuse: { member: Id },
  },
  creates: "make",
})
  .evolve({
    CommitmentMade: (event, _, recorded) =>
      decided({ ...event, ...nothingYet, droppedFrom: null }, "made", recorded),
    CommitmentChanged: (event, state, recorded) => decided({ ...state, ...event }, "changed", recorded),
    DeadlineMoved: ({ rule }, state, recorded) => decided({ ...state, rule }, "moved", recorded),
    CommitmentDropped: (_, state, recorded) =>
      decided({ ...state, droppedFrom: recorded.effective }, "dropped", recorded),
    CommitmentRestored: (_, state, recorded) =>
      decided({ ...state, droppedFrom: null }, "restored", recorded),
    StageReached: (event, state, recorded) => {
      const { reason: _, ...fresh } = made(recorded);
      return { ...state, stages: [...state.stages, { ...fresh, ...event }] };
    },
    StageWithdrawn: (event, state, recorded) => ({
      ...state,
      stages: withdraw(state.stages, ({ stage }) => stage === event.stage, recorded),
    }),
    BaselineRecorded: (event, state, recorded) => {
      const before = withdraw(state.baselines, () => true, recorded);
      return { ...state, baselines: [...before, { ...made(recorded), ...event }] };
    },
    VerdictRecorded: (event, state, recorded) => {
      const isAgain = ({ judged, on }: typeof event) => judged === event.judged && on === event.on;
      const before = withdraw(state.verdicts, isAgain, recorded);
      return { ...state, verdicts: [...before, { ...made(recorded), ...event }] };
    },
    MeasureRecorded: (event, state, recorded) => {
      const isAgain = ({ measure, on }: typeof event) => measure === event.measure && on === event.on;
      const before = withdraw(state.measurements, isAgain, recorded);
      return { ...state, measurements: [...before, { ...made(recorded), ...event }] };
    },
    MemberExcused: (event, state, recorded) => ({
      ...state,
      excuses: [...state.excuses, { ...made(recorded), ...event }],
    }),
    ExcuseWithdrawn: (event, state, recorded) => ({
      ...state,
      excuses: withdraw(state.excuses, ({ member }) => member === event.member, recorded),
    }),
  })
  .facts({
    make: (_, id) => ({ plan: one(plan, partOf(id).plan) }),
    change: (_, id) => ({ plan: one(plan, partOf(id).plan) }),
    moveDeadline: (_, id) => ({ plan: one(plan, partOf(id).plan) }),
  })
  .decide({
    make: ({ rule, ...input }, _, { id, facts }) => {
      const { plan, code } = partOf(id);
      if (facts.plan === undefined) return refuse(new UnknownPlan({ plan }));
      const { body } = facts.plan;
      return Result.map(datedRule(facts.plan, rule, input.area), (rule) => [
        { _tag: "CommitmentMade", plan, code, body, ...input, rule } as const,
      ]);
    },
    change: ({ rule, ...input }, state, given) => {
      const problem = problemOfDecision(state, given);
      if (problem !== undefined) return refuse(problem);
      if (rule === undefined && Object.keys(input).length === 0) return accept();
      const { plan } = given.facts;
      if (plan === undefined) return refuse(new UnknownPlan({ plan: state.plan }));
      if (rule === undefined) {
        const references = undeclared(plan, input);
        return references.length > 0
          ? refuse(new UndeclaredReference({ references }))
          : accept({ _tag: "CommitmentChanged", ...input });
      }
      return Result.map(datedRule(plan, rule, input.area), (rule) => [
        { _tag: "CommitmentChanged", ...input, rule } as const,
      ]);
    },
    moveDeadline: ({ by, about }, state, given) => {
      const problem = problemOfDecision(state, given);
      if (problem !== undefined) return refuse(problem);
      const { plan } = given.facts;
      if (plan === undefined) return refuse(new UnknownPlan({ plan: state.plan }));
      return withDeadline(state.rule, by, about).pipe(
        Result.flatMap((rule) => datedRule(plan, rule)),
        Result.map((rule) => [{ _tag: "DeadlineMoved", rule } as const]),
      );
    },
    drop: (_, state, given) => {
      const problem = problemOfDecision(state, given);
      return problem === undefined ? accept({ _tag: "CommitmentDropped" }) : refuse(problem);
    },
    restore: (_, state, given) => {
      if (state.droppedFrom === null) return refuse(new NotDropped({}));
      const problem = problemOfDecision({ ...state, droppedFrom: null }, given);
      return problem === undefined ? accept({ _tag: "CommitmentRestored" }) : refuse(problem);
    },
    reachStage: ({ stage, on, unit }, state, { today }) => {
      if (!hasStage(state.rule, stage)) return refuse(new NotAsked({ what: "stage", code: stage }));
      const before = state.stages.find((each) => each.stage === stage && isStanding(each));
      if (before !== undefined) return refuse(new StageReachedAlready({ stage, on: before.on }));
      const problem = problemOfDay(on, today);
      return problem === undefined
        ? accept({ _tag: "StageReached", stage, on, unit: unit ?? unitOf(state) })
        : refuse(problem);
    },
    withdrawStage: ({ stage }, { stages }, { hasReason }) => {
      if (!hasReason) return refuse(new ReasonMissing({}));
      return stages.some((each) => each.stage === stage && isStanding(each))
        ? accept({ _tag: "StageWithdrawn", stage })
        : refuse(new NoSuchEntry({ entry: stage }));
    },
    recordBaseline: (input, { rule }) =>
      hasPart(rule, "baseline")
        ? accept({ _tag: "BaselineRecorded", ...input })
        : refuse(new NotAsked({ what: "baseline", code: null })),
    recordVerdict: (input, { rule }, { today }) => {
      if (!hasVerdict(rule, input.judged))
        return refuse(new NotAsked({ what: "verdict", code: input.judged }));
      const problem = problemOfDay(input.on, today);
      return problem === undefined ? accept({ _tag: "VerdictRecorded", ...input }) : refuse(problem);
    },
    recordMeasure: (input, { rule }, { today }) => {
      if (!hasMeasure(rule, input.measure))
        return refuse(new NotAsked({ what: "measure", code: input.measure }));
      const problem = problemOfDay(input.on, today);
      return problem === undefined ? accept({ _tag: "MeasureRecorded", ...input }) : refuse(problem);
    },
    excuse: (input, { rule, excuses }, { hasReason }) => {
      if (!hasReason) return refuse(new ReasonMissing({}));
      if (!hasPart(rule, "coverage")) return refuse(new NotAsked({ what: "excuse", code: null }));
      const before = excuses.find((each) => each.member === input.member && isStanding(each));
      return before !== undefined && before.from <= input.from
        ? refuse(new ExcusedAlready({ member: input.member, from: before.from }))
        : accept({ _tag: "MemberExcused", ...input });
    },
    withdrawExcuse: ({ member }, { excuses }, { hasReason }) => {
      if (!hasReason) return refuse(new ReasonMissing({}));
      return excuses.some((each) => each.member === member && isStanding(each))
        ? accept({ _tag: "ExcuseWithdrawn", member })
        : refuse(new NoSuchEntry({ entry: member }));
    },
  })
  .guard({
    make: (_, __, { facts }) => over("decide", facts.plan?.body),
    change: (_, { body }) => over("decide", body),
    moveDeadline: (_, { body }) => over("decide", body),
    drop: (_, { body }) => over("decide", body),
    restore: (_, { body }) => over("decide", body),
    reachStage: ({ unit }, state) => over("record", unit ?? unitOf(state)),
    withdrawStage: ({ stage }, { stages, ...state }) =>
      over("record", stages.find((each) => each.stage === stage && isStanding(each))?.unit ?? unitOf(state)),
    recordBaseline: (_, { body }) => over("maintain", body),
    recordVerdict: (_, { body }) => over("decide", body),
    recordMeasure: (_, { body }) => over("maintain", body),
    excuse: (_, { body }) => over("decide", body),
    withdrawExcuse: (_, { body }) => over("decide", body),
  });

const nothingYet = { decisions: [], stages: [], baselines: [], verdicts: [], measurements: [], excuses: [] };

/** The unit that answers for the commitment, as far as the plan knows. */
const unitOf = ({ owner, body }: Pick<CommitmentState, "owner" | "body">): UnitId =>
  "unit" in owner ? owner.unit : body;

/** Why a decision about the commitment cannot be taken, or undefined. */
const problemOfDecision = (
  { decisions, droppedFrom }: CommitmentState,
  { on, hasReason }: Pick<Given, "on" | "hasReason">,
): ReasonMissing | CommitmentDropped | LaterDecision | undefined => {
  if (!hasReason) return new ReasonMissing({});
  if (droppedFrom !== null) return new CommitmentDropped({ from: droppedFrom });
  const from = decisions.reduce((last, decision) => (decision.from > last ? decision.from : last), on);
  return from > on ? new LaterDecision({ from }) : undefined;
};
