/** What a unit puts first: an ordered list of places, issues or target groups, with everything it has been before. */
import { accept, aggregate, child, Day, Id, type Instant, refuse, type StateIn } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { dated, datedBy, datedFields, problemOfDay, ReasonMissing } from "./dated.ts";
import { Code } from "./declared.ts";
import type { Evidence } from "./facts.ts";
import { decidePriorities } from "./guard-steering.ts";
import { evidenceOf, planOf, problemOfKinds } from "./yielded.ts";

/** Geographic, thematic, or about whom. */
export const PriorityKind = Schema.Literals(["places", "issues", "target-groups"]);
export type PriorityKind = typeof PriorityKind.Type;

/** The most important first, none twice. */
const Items = Schema.UniqueArray(Id).check(Schema.isMinLength(1));

/** Each decision and revision counts as evidence of this kind, about the unit. */
const Counting = Schema.Struct({ plan: Id, of: Code });

export const priorityList = aggregate({
  area: "plan",
  name: "priorityList",
  state: { unit: UnitId, kind: PriorityKind, plan: Schema.NullOr(Id), evidence: Schema.NullOr(Counting) },
  children: { revisions: child("id", { ...datedFields, items: Items }) },
  indexes: { byUnit: ["unit"], byPlan: ["plan"] },
  events: {
    PriorityListDecided: {
      unit: UnitId,
      kind: PriorityKind,
      items: Items,
      on: Day,
      evidence: Schema.NullOr(Counting),
    },
    PriorityListRevised: { items: Items, on: Day },
  },
  commands: {
    decide: {
      unit: UnitId,
      kind: PriorityKind,
      items: Items,
      on: Day,
      evidence: Schema.optionalKey(Counting),
    },
    revise: { items: Items, on: Day },
  },
  creates: "decide",
})
  .evolve(
    {
      PriorityListDecided: ({ unit, kind, items, on, evidence }, _, entry) => ({
        unit,
        kind,
        plan: evidence?.plan ?? null,
        evidence,
        revisions: [{ ...dated(on, entry), items }],
      }),
      PriorityListRevised: ({ items, on }, state, entry) => ({
        ...state,
        revisions: [...state.revisions, { ...dated(on, entry), items }],
      }),
    },
    // A unit has one list of each kind, or nobody could say which of two holds.
    { reserves: ({ unit, kind }) => [{ name: "priority list", key: `${unit}/${kind}` }] },
  )
  .facts({ decide: ({ evidence }) => planOf(evidence) })
  .decide({
    decide: ({ evidence = null, ...input }, _, { today, facts }) => {
      const problem = problemOfDay(input.on, today) ?? problemOfKinds(evidence, [evidence?.of], facts);
      return problem === undefined
        ? accept({ _tag: "PriorityListDecided", ...input, evidence })
        : refuse(problem);
    },
    revise: (input, { revisions }, { today, hasReason }) => {
      if (!hasReason) return refuse(new ReasonMissing({}));
      const problem = problemOfDay(input.on, today, revisions[0]?.on);
      return problem === undefined ? accept({ _tag: "PriorityListRevised", ...input }) : refuse(problem);
    },
  })
  .guard({
    decide: ({ unit }) => ({ power: decidePriorities, unit }),
    revise: (_, { unit }) => ({ power: decidePriorities, unit }),
  });

export type PriorityList = StateIn<typeof priorityList>;

/** The list as it stood on a day, as known at an instant (default: all that is recorded); undefined before the first decision. */
export const prioritiesOn = (
  { revisions }: PriorityList,
  on: Day,
  knownAt?: Instant,
): PriorityList["revisions"][number] | undefined => datedBy(revisions, on, knownAt).at(-1);

/** What the list yields for commitments: one piece of evidence about the unit for each decision and revision. */
export const priorityListEvidence = (
  id: string,
  { unit, evidence, revisions }: PriorityList,
): ReadonlyArray<Evidence> =>
  evidence === null
    ? []
    : revisions.map((revision) => evidenceOf(id, revision, { of: evidence.of, unit, subject: unit }));
