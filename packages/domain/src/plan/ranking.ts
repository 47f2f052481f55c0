/** Whom to support first: a ranking that anyone can recompute, the body's decision on it, and every later revision. */
import { accept, aggregate, child, Day, Id, type Instant, refuse, type StateIn } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { counts } from "./asked.ts";
import { type Dated, dated, datedBy, datedFields, problemOfDay, ReasonMissing } from "./dated.ts";
import { Code, partOf } from "./declared.ts";
import type { Evidence, StageReached } from "./facts.ts";
import { decideRanking, proposeRanking } from "./guard-steering.ts";
import { Grounds, type Moved, movesBetween, rank } from "./rank.ts";
import { NotAsked } from "./refusals.ts";
import type { DatedRule } from "./rule.ts";
import { commitmentOf, evidenceOf, problemOfStages, stageOf } from "./yielded.ts";

/** The order decided on and the order proposed do not hold the same items. */
export class OrderIncomplete extends Schema.TaggedError<OrderIncomplete>()("OrderIncomplete", {
  /** Proposed, and not in the order. */
  missing: Schema.Array(Id),
  /** In the order, and not proposed. */
  unknown: Schema.Array(Id),
}) {
  override get message() {
    return `the order lacks ${this.missing.length} of the items proposed and has ${this.unknown.length} others`;
  }
}

/** The ranking was decided on already; from then on it is revised. */
export class AlreadyDecided extends Schema.TaggedError<AlreadyDecided>()("AlreadyDecided", { on: Day }) {
  override get message() {
    return `the ranking was decided on ${this.on}`;
  }
}

/** A ranking nobody has decided on cannot be revised. */
export class NotDecided extends Schema.TaggedError<NotDecided>()("NotDecided", {}) {
  override get message() {
    return "the ranking is not decided yet";
  }
}

/** What the ranking counts as for a commitment: two of its stages, and evidence of a kind for each revision. */
const Counting = Schema.Struct({
  commitment: Id,
  proposed: Schema.optionalKey(Code),
  decided: Schema.optionalKey(Code),
  revised: Schema.optionalKey(Code),
});
const Order = Schema.UniqueArray(Id);

/** An order with what it is: what follows from the grounds, the body's decision on it, or a later revision. */
const Step = Schema.Literals(["proposed", "decided", "revised"]);

export const ranking = aggregate({
  area: "plan",
  name: "ranking",
  state: { unit: UnitId, grounds: Grounds, plan: Schema.NullOr(Id), evidence: Schema.NullOr(Counting) },
  children: { orders: child("id", { ...datedFields, step: Step, order: Order }) },
  indexes: { byUnit: ["unit"], byPlan: ["plan"] },
  events: {
    RankingProposed: {
      unit: UnitId,
      grounds: Grounds,
      order: Order,
      on: Day,
      evidence: Schema.NullOr(Counting),
    },
    RankingDecided: { order: Order, on: Day },
    RankingRevised: { order: Order, on: Day },
  },
  commands: {
    propose: { unit: UnitId, grounds: Grounds, on: Day, evidence: Schema.optionalKey(Counting) },
    decide: { order: Order, on: Day },
    revise: { order: Order, on: Day },
  },
  creates: "propose",
})
  .evolve({
    RankingProposed: ({ unit, grounds, order, on, evidence }, _, entry) => ({
      unit,
      grounds,
      plan: evidence === null ? null : partOf(evidence.commitment).plan,
      evidence,
      orders: [{ ...dated(on, entry), step: "proposed", order }],
    }),
    RankingDecided: ({ order, on }, state, entry) => ({
      ...state,
      orders: [...state.orders, { ...dated(on, entry), step: "decided", order }],
    }),
    RankingRevised: ({ order, on }, state, entry) => ({
      ...state,
      orders: [...state.orders, { ...dated(on, entry), step: "revised", order }],
    }),
  })
  .facts({ propose: ({ evidence }) => commitmentOf(evidence) })
  .decide({
    propose: ({ evidence = null, ...input }, _, { today, facts }) => {
      const problem =
        problemOfDay(input.on, today) ??
        problemOfStages(evidence, [evidence?.proposed, evidence?.decided], facts) ??
        problemOfRevised(evidence?.revised, facts);
      if (problem !== undefined) return refuse(problem);
      const order = rank(input.grounds).map(({ item }) => item);
      return accept({ _tag: "RankingProposed", ...input, order, evidence });
    },
    decide: ({ order, on }, { orders }, { today, hasReason }) => {
      const decided = decisionIn(orders);
      if (decided !== undefined) return refuse(new AlreadyDecided({ on: decided.on }));
      const proposed = orders[0];
      const problem = problemOfOrder(order, proposed) ?? problemOfDay(on, today, proposed?.on);
      if (problem !== undefined) return refuse(problem);
      if (!hasReason && movesBetween(proposed?.order ?? [], order).length > 0)
        return refuse(new ReasonMissing({}));
      return accept({ _tag: "RankingDecided", order, on });
    },
    revise: ({ order, on }, { orders }, { today, hasReason }) => {
      const decided = decisionIn(orders);
      if (decided === undefined) return refuse(new NotDecided({}));
      if (!hasReason) return refuse(new ReasonMissing({}));
      const problem = problemOfOrder(order, decided) ?? problemOfDay(on, today, decided.on);
      return problem === undefined ? accept({ _tag: "RankingRevised", order, on }) : refuse(problem);
    },
  })
  .guard({
    propose: ({ unit }) => ({ power: proposeRanking, unit }),
    decide: (_, { unit }) => ({ power: decideRanking, unit }),
    revise: (_, { unit }) => ({ power: decideRanking, unit }),
  });

export type Ranking = StateIn<typeof ranking>;

interface Ordered extends Dated {
  readonly step: typeof Step.Type;
  readonly order: ReadonlyArray<string>;
}
const decisionIn = (orders: ReadonlyArray<Ordered>) => orders.find(({ step }) => step === "decided");

const problemOfOrder = (
  order: ReadonlyArray<string>,
  before: Pick<Ordered, "order"> | undefined,
): OrderIncomplete | undefined => {
  const items = before?.order ?? [];
  const missing = items.filter((item) => !order.includes(item));
  const unknown = order.filter((item) => !items.includes(item));
  return missing.length + unknown.length > 0 ? new OrderIncomplete({ missing, unknown }) : undefined;
};

const problemOfRevised = (
  revised: string | undefined,
  { commitment }: { readonly commitment?: { readonly rule: DatedRule } | undefined },
): NotAsked | undefined =>
  revised === undefined || commitment === undefined || counts(commitment.rule, revised)
    ? undefined
    : new NotAsked({ what: "evidence", code: revised });

/** The decision in force on a day, as known at an instant (default: all that is recorded); undefined before the first. */
export const rankingOn = (
  { orders }: Ranking,
  on: Day,
  knownAt?: Instant,
): Ranking["orders"][number] | undefined =>
  datedBy(orders, on, knownAt).findLast(({ step }) => step !== "proposed");

/** The items that the decision in force on a day puts elsewhere than the proposal did, with both places; none before a decision. */
export const departuresOn = (state: Ranking, on: Day, knownAt?: Instant): ReadonlyArray<Moved> =>
  movesBetween(state.orders[0]?.order ?? [], rankingOn(state, on, knownAt)?.order ?? []);

/** The stages that the ranking reaches for the commitment it names: proposed and decided. */
export const rankingStages = (id: string, { unit, evidence, orders }: Ranking): ReadonlyArray<StageReached> =>
  orders.flatMap((entry) => {
    const stage = entry.step === "revised" ? undefined : evidence?.[entry.step];
    return evidence === null || stage === undefined
      ? []
      : [stageOf(id, entry, { commitment: evidence.commitment, stage, unit })];
  });

/** Evidence of the kind that the ranking names, about the ranking and for its commitment, for each revision. */
export const rankingEvidence = (id: string, { unit, evidence, orders }: Ranking): ReadonlyArray<Evidence> =>
  orders.flatMap((entry) =>
    entry.step !== "revised" || evidence?.revised === undefined
      ? []
      : [
          {
            ...evidenceOf(id, entry, { of: evidence.revised, unit, subject: id }),
            commitment: evidence.commitment,
          },
        ],
  );
