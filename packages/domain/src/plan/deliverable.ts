/** A deliverable: a document or a thing that is brought through its stages, in order. */
import {
  accept,
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
import { UnitId } from "../shared/ids.ts";
import { dated, datedBy, datedFields, problemOfDay, ReasonMissing } from "./dated.ts";
import { Code, partOf } from "./declared.ts";
import { isStanding, withdraw } from "./entry.ts";
import type { StageReached } from "./facts.ts";
import { produceDeliverable } from "./guard-steering.ts";
import { StageReachedAlready } from "./refusals.ts";
import { commitmentOf, problemOfStages, stageOf } from "./yielded.ts";

/** The deliverable has no such stage. */
export class UnknownStage extends Schema.TaggedError<UnknownStage>()("UnknownStage", {
  stage: Schema.String,
}) {
  override get message() {
    return `there is no stage ${this.stage}`;
  }
}

/** Another stage comes first. */
export class StageSkipped extends Schema.TaggedError<StageSkipped>()("StageSkipped", {
  stage: Schema.String,
  next: Schema.String,
}) {
  override get message() {
    return `${this.next} comes before ${this.stage}`;
  }
}

/** Only the stage reached last can be withdrawn. */
export class NotLastReached extends Schema.TaggedError<NotLastReached>()("NotLastReached", {
  stage: Schema.String,
  last: Schema.NullOr(Schema.String),
}) {
  override get message() {
    return this.last === null
      ? "no stage is reached"
      : `the stage reached last is ${this.last}, not ${this.stage}`;
  }
}

const Stage = Schema.Struct({
  code: Code,
  /** The last day on which it is in time. */
  by: Schema.optionalKey(Day),
  /** The stage of the commitment that it reaches. */
  reaches: Schema.optionalKey(Code),
});
/** In order, each once. */
const Stages = Schema.NonEmptyArray(Stage).check(
  Schema.makeFilter(
    (stages) => new Set(stages.map(({ code }) => code)).size === stages.length || "a stage twice",
  ),
);
const Counting = Schema.Struct({ commitment: Id });

export const deliverable = aggregate({
  area: "plan",
  name: "deliverable",
  state: {
    unit: UnitId,
    startedOn: Day,
    stages: Stages,
    plan: Schema.NullOr(Id),
    evidence: Schema.NullOr(Counting),
  },
  children: { reached: child("id", { ...datedFields, stage: Code }) },
  indexes: { byUnit: ["unit"], byPlan: ["plan"] },
  events: {
    DeliverableStarted: { unit: UnitId, on: Day, stages: Stages, evidence: Schema.NullOr(Counting) },
    DeliverableStageReached: { stage: Code, on: Day },
    DeliverableStageWithdrawn: { stage: Code },
  },
  commands: {
    start: { unit: UnitId, on: Day, stages: Stages, evidence: Schema.optionalKey(Counting) },
    reach: { stage: Code, on: Day },
    /** The stage reached last was recorded in error. */
    withdraw: { stage: Code },
  },
  creates: "start",
})
  .evolve({
    DeliverableStarted: ({ unit, on, stages, evidence }) => ({
      unit,
      startedOn: on,
      stages,
      plan: evidence === null ? null : partOf(evidence.commitment).plan,
      evidence,
      reached: [],
    }),
    DeliverableStageReached: ({ stage, on }, state, entry) => ({
      ...state,
      reached: [...state.reached, { ...dated(on, entry), stage }],
    }),
    DeliverableStageWithdrawn: ({ stage }, state, entry) => ({
      ...state,
      reached: withdraw(state.reached, (each) => each.stage === stage, entry),
    }),
  })
  .facts({ start: ({ evidence }) => commitmentOf(evidence) })
  .decide({
    start: ({ evidence = null, ...input }, _, { today, facts }) => {
      const stages = input.stages.map(({ reaches }) => reaches);
      const problem = problemOfDay(input.on, today) ?? problemOfStages(evidence, stages, facts);
      return problem === undefined
        ? accept({ _tag: "DeliverableStarted", ...input, evidence })
        : refuse(problem);
    },
    reach: ({ stage, on }, { stages, startedOn, reached }, { today }) => {
      const standing = reached.filter(isStanding);
      const again = standing.find((each) => each.stage === stage);
      if (again !== undefined) return refuse(new StageReachedAlready({ stage, on: again.on }));
      if (!stages.some(({ code }) => code === stage)) return refuse(new UnknownStage({ stage }));
      // Stages are reached in order, so as many are behind as are reached.
      const next = stages[standing.length]?.code ?? stage;
      if (next !== stage) return refuse(new StageSkipped({ stage, next }));
      const problem = problemOfDay(on, today, standing.at(-1)?.on ?? startedOn);
      return problem === undefined ? accept({ _tag: "DeliverableStageReached", stage, on }) : refuse(problem);
    },
    withdraw: ({ stage }, { reached }, { hasReason }) => {
      if (!hasReason) return refuse(new ReasonMissing({}));
      const last = reached.findLast(isStanding)?.stage ?? null;
      return last === stage
        ? accept({ _tag: "DeliverableStageWithdrawn", stage })
        : refuse(new NotLastReached({ stage, last }));
    },
  })
  .guard({
    start: ({ unit }) => ({ power: produceDeliverable, unit }),
    reach: (_, { unit }) => ({ power: produceDeliverable, unit }),
    withdraw: (_, { unit }) => ({ power: produceDeliverable, unit }),
  });

export type Deliverable = StateIn<typeof deliverable>;

/** A stage as it stands on a day. */
export interface StageOn {
  readonly code: string;
  readonly by?: Day;
  readonly reached?: Day;
  /** How many days after its last day it was reached, or has not been by the day; 0 where in time. */
  readonly lateBy: number;
}

/** Every stage in order as it stands on a day, as known at an instant (default: all that is recorded). */
export const stagesOn = (
  { stages, reached }: Deliverable,
  on: Day,
  knownAt?: Instant,
): ReadonlyArray<StageOn> => {
  const days = new Map(datedBy(reached, on, knownAt).map((each) => [each.stage, each.on]));
  return stages.map(({ code, by }) => {
    const day = days.get(code);
    return {
      code,
      ...(by === undefined ? {} : { by }),
      ...(day === undefined ? {} : { reached: day }),
      lateBy: by === undefined ? 0 : Math.max(0, daysBetween(by, day ?? on)),
    };
  });
};

/** The stages that the deliverable reaches for the commitment it names. */
export const deliverableStages = (
  id: string,
  { unit, stages, evidence, reached }: Deliverable,
): ReadonlyArray<StageReached> =>
  reached.flatMap((entry) => {
    const stage = stages.find(({ code }) => code === entry.stage)?.reaches;
    return evidence === null || stage === undefined
      ? []
      : [stageOf(id, entry, { commitment: evidence.commitment, stage, unit })];
  });
