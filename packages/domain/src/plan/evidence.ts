/** A piece of evidence: something that happened and that counts towards what a plan promises. */
import { accept, aggregate, Day, Id, Instant, type One, one, refuse, type StateIn } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { OfficeId, UnitId } from "../shared/ids.ts";
import { counts } from "./asked.ts";
import { commitment } from "./commitment.ts";
import { ReasonMissing } from "./dated.ts";
import { Code } from "./declared.ts";
import { over } from "./guard.ts";
import { type Plan, plan } from "./plan.ts";
import type { CommitmentState } from "./promise.ts";
import {
  AlreadyWithdrawn,
  EvidenceInFuture,
  NotAsked,
  UndeclaredReference,
  UnknownCommitment,
  UnknownPlan,
} from "./refusals.ts";

type Facts = { readonly plan: One<Plan>; readonly commitment: One<CommitmentState> };
const Amount = Schema.Int.check(Schema.isGreaterThan(0));

const recorded = {
  plan: Id,
  /** The only commitment it counts for; without it every commitment whose rule asks for it. */
  commitment: Schema.NullOr(Id),
  /** A kind of evidence or an observance that the plan declares. */
  of: Code,
  on: Day,
  amount: Amount,
  subject: Schema.NullOr(Id),
  unit: UnitId,
};

/**
 * Evidence of any day up to today may be recorded: what is dated before a rule's `from` or after its deadline is true and
 * does not count. An error is withdrawn, with a reason, and recorded anew.
 */
export const evidence = aggregate({
  area: "plan",
  name: "evidence",
  state: {
    ...recorded,
    maker: Schema.String,
    office: Schema.NullOr(OfficeId),
    recordedAt: Instant,
    withdrawnAt: Schema.NullOr(Instant),
  },
  indexes: { byPlan: ["plan"] },
  events: { EvidenceRecorded: recorded, EvidenceWithdrawn: {} },
  commands: {
    record: {
      plan: Id,
      commitment: Schema.optionalKey(Id),
      of: Code,
      on: Day,
      amount: Schema.optionalKey(Amount),
      subject: Schema.optionalKey(Id),
      unit: UnitId,
    },
    withdraw: {},
  },
  creates: "record",
})
  .evolve({
    EvidenceRecorded: (event, _, { maker, office, recorded }) => ({
      ...event,
      maker,
      office,
      recordedAt: recorded,
      withdrawnAt: null,
    }),
    EvidenceWithdrawn: (_, state, { recorded }) => ({ ...state, withdrawnAt: recorded }),
  })
  .facts({
    record: ({ plan: id, commitment: named }) => {
      const facts = { plan: one(plan, id) };
      // A fact that is not asked for is undefined in the decision, as one that does not exist.
      return (named === undefined ? facts : { ...facts, commitment: one(commitment, named) }) as Facts;
    },
  })
  .decide({
    record: ({ commitment: named = null, amount = 1, subject = null, ...input }, _, { facts, today }) => {
      const { of, on } = input;
      if (facts.plan === undefined) return refuse(new UnknownPlan({ plan: input.plan }));
      const { kinds, observances } = facts.plan;
      if (![...kinds, ...observances].some(({ code }) => code === of))
        return refuse(new UndeclaredReference({ references: [{ kind: "kind", code: of }] }));
      if (named !== null) {
        const asked = facts.commitment;
        if (asked === undefined || asked.plan !== input.plan)
          return refuse(new UnknownCommitment({ commitment: named }));
        if (!counts(asked.rule, of)) return refuse(new NotAsked({ what: "evidence", code: of }));
      }
      return on > today
        ? refuse(new EvidenceInFuture({ on, today }))
        : accept({ _tag: "EvidenceRecorded", ...input, commitment: named, amount, subject });
    },
    withdraw: (_, { withdrawnAt }, { hasReason }) => {
      if (withdrawnAt !== null) return refuse(new AlreadyWithdrawn({ at: withdrawnAt }));
      return hasReason ? accept({ _tag: "EvidenceWithdrawn" }) : refuse(new ReasonMissing({}));
    },
  })
  .guard({
    record: ({ unit }) => over("record", unit),
    withdraw: (_, { unit }) => over("record", unit),
  });

export type EvidenceState = StateIn<typeof evidence>;
