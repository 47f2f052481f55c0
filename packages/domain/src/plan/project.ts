/** A project: its owner, its plan, the office it is given to, and an evaluation that is due before a meeting. */
import {
  accept,
  addDays,
  aggregate,
  child,
  Day,
  daysBetween,
  Id,
  type Instant,
  refuse,
  type StateIn,
} from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { OfficeId, UnitId } from "../shared/ids.ts";
import { type Dated, dated, datedBy, datedFields, problemOfDay, ReasonMissing } from "./dated.ts";
import { Code, partOf } from "./declared.ts";
import type { StageReached } from "./facts.ts";
import { decideProject, runProject } from "./guard-steering.ts";
import { commitmentOf, problemOfStages, stageOf } from "./yielded.ts";

/** A project that has been evaluated is over. */
export class AlreadyEvaluated extends Schema.TaggedError<AlreadyEvaluated>()("AlreadyEvaluated", {
  on: Day,
}) {
  override get message() {
    return `the project was evaluated on ${this.on}`;
  }
}

/** Who answers for it: a unit or an office, never a name. */
const Owner = Schema.Union([Schema.Struct({ unit: UnitId }), Schema.Struct({ office: OfficeId })]);
const Step = Schema.Literals(["planned", "assigned", "evaluated"]);
const Places = Schema.UniqueArray(Id);
const Findings = Schema.UniqueArray(Id).check(Schema.isMinLength(1));
const Stage = Schema.optionalKey(Code);

/** The stages of a commitment that the project's steps reach. */
const Counting = Schema.Struct({
  commitment: Id,
  planned: Stage,
  assigned: Stage,
  evaluated: Stage,
});

export const project = aggregate({
  area: "plan",
  name: "project",
  state: {
    unit: UnitId,
    owner: Owner,
    startedOn: Day,
    /** The meeting before which it is to be evaluated. */
    meeting: Id,
    places: Places,
    /** The office that carries it out. */
    assigned: Schema.NullOr(OfficeId),
    findings: Schema.UniqueArray(Id),
    followUp: Schema.NullOr(Id),
    plan: Schema.NullOr(Id),
    evidence: Schema.NullOr(Counting),
  },
  children: {
    steps: child("id", { ...datedFields, step: Step }),
    /** The last day for the evaluation, each in force from the day it was decided. */
    dueDays: child("id", { ...datedFields, due: Day }),
  },
  indexes: { byUnit: ["unit"], byPlan: ["plan"] },
  events: {
    ProjectStarted: {
      unit: UnitId,
      owner: Owner,
      on: Day,
      meeting: Id,
      due: Day,
      evidence: Schema.NullOr(Counting),
    },
    ProjectPlanned: { on: Day, places: Places },
    ProjectAssigned: { on: Day, office: OfficeId },
    ProjectEvaluationMoved: { on: Day, due: Day },
    ProjectEvaluated: { on: Day, findings: Findings, followUp: Schema.NullOr(Id) },
  },
  commands: {
    start: {
      unit: UnitId,
      owner: Owner,
      on: Day,
      /** The evaluation is due the day before the meeting, and stays so if the meeting moves. */
      evaluateBefore: Schema.Struct({ meeting: Id, on: Day }),
      evidence: Schema.optionalKey(Counting),
    },
    plan: { on: Day, places: Places },
    assign: { on: Day, office: OfficeId },
    moveEvaluation: { on: Day, due: Day },
    evaluate: { on: Day, findings: Findings, followUp: Schema.optionalKey(Id) },
  },
  creates: "start",
})
  .evolve({
    ProjectStarted: ({ unit, owner, on, meeting, due, evidence }, _, entry) => ({
      unit,
      owner,
      startedOn: on,
      meeting,
      places: [],
      assigned: null,
      findings: [],
      followUp: null,
      plan: evidence === null ? null : partOf(evidence.commitment).plan,
      evidence,
      steps: [],
      dueDays: [{ ...dated(on, entry), due }],
    }),
    ProjectPlanned: ({ on, places }, state, entry) => ({
      ...state,
      places,
      steps: [...state.steps, { ...dated(on, entry), step: "planned" }],
    }),
    ProjectAssigned: ({ on, office }, state, entry) => ({
      ...state,
      assigned: office,
      steps: [...state.steps, { ...dated(on, entry), step: "assigned" }],
    }),
    ProjectEvaluationMoved: ({ on, due }, state, entry) => ({
      ...state,
      dueDays: [...state.dueDays, { ...dated(on, entry), due }],
    }),
    ProjectEvaluated: ({ on, findings, followUp }, state, entry) => ({
      ...state,
      findings,
      followUp,
      steps: [...state.steps, { ...dated(on, entry), step: "evaluated" }],
    }),
  })
  .facts({ start: ({ evidence }) => commitmentOf(evidence) })
  .decide({
    start: ({ evaluateBefore: { meeting, on: meets }, evidence = null, ...input }, _, { today, facts }) => {
      const due = addDays(meets, -1);
      const { planned, assigned, evaluated } = evidence ?? {};
      const problem =
        problemOfDay(input.on, today) ??
        problemOfDue(due, input.on) ??
        problemOfStages(evidence, [planned, assigned, evaluated], facts);
      if (problem !== undefined) return refuse(problem);
      return accept({ _tag: "ProjectStarted", ...input, meeting, due, evidence });
    },
    plan: ({ on, places }, state, { today }) => {
      const problem = problemOfStep(state, on, today);
      return problem === undefined ? accept({ _tag: "ProjectPlanned", on, places }) : refuse(problem);
    },
    assign: ({ on, office }, state, { today }) => {
      const problem = problemOfStep(state, on, today);
      return problem === undefined ? accept({ _tag: "ProjectAssigned", on, office }) : refuse(problem);
    },
    moveEvaluation: ({ on, due }, state, { today, hasReason }) => {
      if (!hasReason) return refuse(new ReasonMissing({}));
      const problem = problemOfStep(state, on, today) ?? problemOfDue(due, state.startedOn);
      if (problem !== undefined) return refuse(problem);
      return accept({ _tag: "ProjectEvaluationMoved", on, due });
    },
    evaluate: ({ on, findings, followUp = null }, state, { today }) => {
      const problem = problemOfStep(state, on, today);
      if (problem !== undefined) return refuse(problem);
      return accept({ _tag: "ProjectEvaluated", on, findings, followUp });
    },
  })
  .guard({
    start: ({ unit }) => ({ power: decideProject, unit }),
    plan: (_, { unit }) => ({ power: runProject, unit }),
    assign: (_, { unit }) => ({ power: runProject, unit }),
    moveEvaluation: (_, { unit }) => ({ power: decideProject, unit }),
    evaluate: (_, { unit }) => ({ power: runProject, unit }),
  });

export type Project = StateIn<typeof project>;

type Stepped = Dated & { readonly step: typeof Step.Type };
const evaluationOf = (steps: ReadonlyArray<Stepped>) => steps.find(({ step }) => step === "evaluated");

/** Nothing more is done with a project once evaluated, and nothing before it started. */
const problemOfStep = (
  { startedOn, steps }: { readonly startedOn: Day; readonly steps: ReadonlyArray<Stepped> },
  on: Day,
  today: Day,
) => {
  const evaluation = evaluationOf(steps);
  return evaluation === undefined
    ? problemOfDay(on, today, startedOn)
    : new AlreadyEvaluated({ on: evaluation.on });
};
const problemOfDue = (due: Day, startedOn: Day) => problemOfDay(due, due, startedOn);

/** The last day for the evaluation, as decided by a day; the day first set where nothing was decided by then. */
export const evaluationDueOn = ({ dueDays }: Project, on: Day, knownAt?: Instant): Day | undefined =>
  (datedBy(dueDays, on, knownAt).at(-1) ?? dueDays[0])?.due;

/** How many days after its day due the evaluation came, or has not come by a day; 0 where it is in time. */
export const lateBy = (project: Project, on: Day): number => {
  const evaluation = evaluationOf(datedBy(project.steps, on));
  const until = evaluation?.on ?? on;
  return Math.max(0, daysBetween(evaluationDueOn(project, until) ?? until, until));
};

/** Whether the evaluation was due before the day and was not made by it. */
export const isLate = (project: Project, on: Day): boolean =>
  evaluationOf(datedBy(project.steps, on)) === undefined && lateBy(project, on) > 0;

/** The stages that the project's steps reach for the commitment it names, each by the first step of its kind. */
export const projectStages = (id: string, { unit, evidence, steps }: Project): ReadonlyArray<StageReached> =>
  Step.literals.flatMap((name) => {
    const stage = evidence?.[name];
    const first = steps.find(({ step }) => step === name);
    return evidence === null || stage === undefined || first === undefined
      ? []
      : [stageOf(id, first, { commitment: evidence.commitment, stage, unit })];
  });
