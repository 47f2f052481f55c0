import { readFileSync } from "node:fs";
import type { Aggregate, EventIn, JsonRecord } from "@verksam/kernel";
import { describe, expect, it } from "vitest";
import { plan } from "./index.ts";

type Aggregates = typeof plan.aggregates;
type TagOf<A extends Aggregate> =
  EventIn<A> extends infer E ? (E extends { readonly _tag: infer T } ? T : never) : never;

// Complete by its type: an aggregate or an event that is not listed does not compile.
const released: {
  readonly [A in keyof Aggregates]: { readonly [T in TagOf<Aggregates[A]> & string]: number };
} = {
  plan: { PlanAdopted: 1, PlanAmended: 1 },
  commitment: {
    CommitmentMade: 1,
    CommitmentChanged: 1,
    DeadlineMoved: 1,
    CommitmentDropped: 1,
    CommitmentRestored: 1,
    StageReached: 1,
    StageWithdrawn: 1,
    BaselineRecorded: 1,
    VerdictRecorded: 1,
    MeasureRecorded: 1,
    MemberExcused: 1,
    ExcuseWithdrawn: 1,
  },
  evidence: { EvidenceRecorded: 1, EvidenceWithdrawn: 1 },
  population: { PopulationBegun: 1, MemberAdded: 1, MemberRemoved: 1, MembershipCorrected: 1 },
  observance: { ObservanceBegun: 1, DaysSet: 1, OccasionNotHeld: 1, OccasionHeld: 1 },
  priorityList: { PriorityListDecided: 1, PriorityListRevised: 1 },
  ranking: { RankingProposed: 1, RankingDecided: 1, RankingRevised: 1 },
  project: {
    ProjectStarted: 1,
    ProjectPlanned: 1,
    ProjectAssigned: 1,
    ProjectEvaluationMoved: 1,
    ProjectEvaluated: 1,
  },
  policy: { PolicyAdopted: 1, PolicyAdoptedLocally: 1, PolicyAdoptionWithdrawn: 1 },
  deliverable: { DeliverableStarted: 1, DeliverableStageReached: 1, DeliverableStageWithdrawn: 1 },
  reserve: { ReserveSet: 1, ReserveChanged: 1, ResponseFunded: 1, AllocationReleased: 1 },
  rapidResponse: {
    ResponseProposed: 1,
    ResponseApproved: 1,
    ResponseDeclined: 1,
    ResponseCarriedOut: 1,
    ResponseEvaluated: 1,
  },
};

interface Released {
  readonly aggregate: keyof Aggregates;
  readonly type: string;
  readonly schema: number;
  readonly data: JsonRecord;
  readonly payload: JsonRecord | null;
}

// Lines are added when a shape is released, and never changed.
const golden = readFileSync(new URL("events.golden.jsonl", import.meta.url), "utf8");
const shapes: ReadonlyArray<Released> = golden
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));

const readBack = ({ aggregate, type, schema, data, payload }: Released) => {
  const { machine } = plan.aggregates[aggregate];
  const event = machine.decodeEvent({ type, schema, data, payload, subject: null });
  return machine.encodeEvent({ _tag: type.slice("plan/".length), ...event }, "a-1");
};

describe("every shape of an event that was released", () => {
  it.each(shapes)("$type, version $schema, is still read, and nothing of it lost", (shape) => {
    const { schema, data } = readBack(shape);
    expect(schema).toBeGreaterThanOrEqual(shape.schema);
    if (schema === shape.schema) expect(data).toEqual(shape.data);
  });
  it("stands in the list, up to its latest version", () => {
    const latest = Object.entries(released).flatMap(([aggregate, tags]) =>
      Object.entries(tags).flatMap(([tag, versions]) =>
        Array.from({ length: versions }, (_, before) => `${aggregate} plan/${tag} ${before + 1}`),
      ),
    );
    const listed = shapes.map(({ aggregate, type, schema }) => `${aggregate} ${type} ${schema}`);
    expect([...new Set(listed)].toSorted()).toEqual(latest.toSorted());
  });
  it("is missed where a field of it would no longer be known", () => {
    const [first] = shapes.filter(({ type }) => type === "plan/StageReached");
    if (first === undefined) throw new Error("a stage was reached");
    const { on: _, ...data } = first.data;
    expect(() => readBack({ ...first, data })).toThrow();
  });
});
