/** A policy: adopted by one body for all, then made its own by one unit after another. */
import {
  accept,
  aggregate,
  type Coverage,
  child,
  coverage,
  Day,
  Id,
  type Instant,
  type Obligation,
  refuse,
  type StateIn,
} from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { dated, datedBy, datedFields, problemOfDay, ReasonMissing } from "./dated.ts";
import { Code } from "./declared.ts";
import { isStanding, withdraw } from "./entry.ts";
import type { Evidence } from "./facts.ts";
import { adoptPolicy, adoptPolicyLocally } from "./guard-steering.ts";
import { evidenceOf, planOf, problemOfKinds } from "./yielded.ts";

/** The unit has made the policy its own already. */
export class AlreadyAdopted extends Schema.TaggedError<AlreadyAdopted>()("AlreadyAdopted", {
  unit: UnitId,
  on: Day,
}) {
  override get message() {
    return `${this.unit} adopted the policy on ${this.on}`;
  }
}

/** The unit has not made the policy its own, so there is nothing to withdraw. */
export class NotAdopted extends Schema.TaggedError<NotAdopted>()("NotAdopted", {
  unit: UnitId,
}) {
  override get message() {
    return `${this.unit} has not adopted the policy`;
  }
}

/** A unit's adoption counts as evidence of this kind about the unit. */
const Counting = Schema.Struct({ plan: Id, of: Code });

export const policy = aggregate({
  area: "plan",
  name: "policy",
  state: {
    unit: UnitId,
    adoptedOn: Day,
    plan: Schema.NullOr(Id),
    evidence: Schema.NullOr(Counting),
  },
  children: {
    adoptions: child("id", { ...datedFields, unit: UnitId }),
  },
  indexes: { byPlan: ["plan"] },
  events: {
    PolicyAdopted: { unit: UnitId, on: Day, evidence: Schema.NullOr(Counting) },
    PolicyAdoptedLocally: { unit: UnitId, on: Day },
    PolicyAdoptionWithdrawn: { unit: UnitId },
  },
  commands: {
    adopt: { unit: UnitId, on: Day, evidence: Schema.optionalKey(Counting) },
    adoptLocally: { unit: UnitId, on: Day },
    /** The unit's adoption was recorded in error. */
    withdraw: { unit: UnitId },
  },
  creates: "adopt",
})
  .evolve({
    PolicyAdopted: ({ unit, on, evidence }) => ({
      unit,
      adoptedOn: on,
      plan: evidence?.plan ?? null,
      evidence,
      adoptions: [],
    }),
    PolicyAdoptedLocally: ({ unit, on }, state, entry) => ({
      ...state,
      adoptions: [...state.adoptions, { ...dated(on, entry), unit }],
    }),
    PolicyAdoptionWithdrawn: ({ unit }, state, entry) => ({
      ...state,
      adoptions: withdraw(state.adoptions, (adoption) => adoption.unit === unit, entry),
    }),
  })
  .facts({ adopt: ({ evidence }) => planOf(evidence) })
  .decide({
    adopt: ({ evidence = null, ...input }, _, { today, facts }) => {
      const problem = problemOfDay(input.on, today) ?? problemOfKinds(evidence, [evidence?.of], facts);
      return problem === undefined ? accept({ _tag: "PolicyAdopted", ...input, evidence }) : refuse(problem);
    },
    adoptLocally: ({ unit, on }, { adoptedOn, adoptions }, { today }) => {
      const standing = adoptions.find((each) => each.unit === unit && isStanding(each));
      if (standing !== undefined) return refuse(new AlreadyAdopted({ unit, on: standing.on }));
      const problem = problemOfDay(on, today, adoptedOn);
      return problem === undefined ? accept({ _tag: "PolicyAdoptedLocally", unit, on }) : refuse(problem);
    },
    withdraw: ({ unit }, { adoptions }, { hasReason }) => {
      if (!hasReason) return refuse(new ReasonMissing({}));
      return adoptions.some((each) => each.unit === unit && isStanding(each))
        ? accept({ _tag: "PolicyAdoptionWithdrawn", unit })
        : refuse(new NotAdopted({ unit }));
    },
  })
  .guard({
    adopt: ({ unit }) => ({ power: adoptPolicy, unit }),
    adoptLocally: ({ unit }) => ({ power: adoptPolicyLocally, unit }),
    withdraw: ({ unit }) => ({ power: adoptPolicyLocally, unit }),
  });

export type Policy = StateIn<typeof policy>;

/** The adoptions by units that stand on a day, as known at an instant (default: all that is recorded), oldest first. */
export const adoptionsOn = ({ adoptions }: Policy, on: Day, knownAt?: Instant): Policy["adoptions"] =>
  datedBy(adoptions, on, knownAt);

/** Which units of a population have adopted the policy by a day, which have not, and which are let off. */
export const policyCoverage = (
  policy: Policy,
  {
    knownAt,
    excuses = [],
    ...asked
  }: Pick<Obligation<string>, "population" | "asOf"> & {
    readonly excuses?: Obligation<string>["excuses"];
    readonly knownAt?: Instant;
  },
): Coverage<string> =>
  coverage({
    ...asked,
    excuses,
    fulfilments: adoptionsOn(policy, asked.asOf, knownAt).map(({ unit, on }) => ({ subject: unit, on })),
  });

/** What the policy yields for commitments: one piece of evidence about each unit that adopted it, withdrawn with it. */
export const policyEvidence = (id: string, { evidence, adoptions }: Policy): ReadonlyArray<Evidence> =>
  evidence === null
    ? []
    : adoptions.map((adoption) =>
        evidenceOf(id, adoption, { of: evidence.of, unit: adoption.unit, subject: adoption.unit }),
      );
