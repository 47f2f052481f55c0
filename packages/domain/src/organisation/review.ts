/** A review of a unit, such as a committee: a rule proposes to keep, sharpen or close it; the body decides and may differ. */
import { accept, aggregate, Day, found, one, personal, refuse, type StateOf } from "@verksam/kernel";
import * as Schema from "effect/Schema";
import { UnitId } from "../shared/ids.ts";
import { over } from "./guard.ts";
import { isActiveOn, network } from "./network.ts";
import { ReasonMissing, UnitNotOpen, UnknownUnit } from "./refusals.ts";
import { turnOn } from "./timeline.ts";
import { placeOn } from "./tree.ts";
import { type Goal, unit } from "./unit.ts";

export const Verdict = Schema.Literals(["keep", "sharpen", "close"]);
export type Verdict = typeof Verdict.Type;

/** What a proposal rests on. */
export const Grounds = Schema.Struct({
  goals: Schema.Int,
  concreteGoals: Schema.Int,
  activeNetworks: Schema.Array(Schema.String),
});

export interface Proposal {
  readonly verdict: Verdict;
  readonly grounds: typeof Grounds.Type;
}

/**
 * The rule: a unit with a concrete goal is kept; one without is closed where an active network works on its issue,
 * and sharpened where none does.
 */
export const proposeReview = (of: {
  readonly goals: ReadonlyArray<Pick<Goal, "isConcrete">>;
  /** Ids of the networks that are active beside the unit. */
  readonly activeNetworks: ReadonlyArray<string>;
}): Proposal => {
  const concreteGoals = of.goals.filter(({ isConcrete }) => isConcrete).length;
  return {
    verdict: concreteGoals > 0 ? "keep" : of.activeNetworks.length > 0 ? "close" : "sharpen",
    grounds: { goals: of.goals.length, concreteGoals, activeNetworks: of.activeNetworks },
  };
};

const decided = { unit: UnitId, on: Day, proposal: Verdict, decision: Verdict, grounds: Grounds };
const state = {
  ...decided,
  /** The day by which the unit is to be reviewed again; null: none was set. */
  againBy: Schema.NullOr(Day),
  reason: personal("personal", Schema.String),
};
export type Review = StateOf<typeof state, Record<never, never>>;

export const review = aggregate({
  area: "organisation",
  name: "review",
  state,
  indexes: { unit: ["unit"] },
  events: { UnitReviewed: { ...decided, againBy: Schema.NullOr(Day) } },
  commands: {
    /** The proposal is computed when it is decided on; to differ from it needs a reason. */
    decide: { unit: UnitId, decision: Verdict, againBy: Schema.optionalKey(Day) },
  },
  creates: "decide",
})
  .evolve({
    UnitReviewed: (event, _, { reason }) => ({ ...event, reason }),
  })
  .facts({
    decide: ({ unit: id }) => ({ unit: one(unit, id), networks: found(network, "beside", id) }),
  })
  .decide({
    decide: ({ unit, decision, againBy = null }, _, { on, facts, hasReason }) => {
      if (facts.unit === undefined) return refuse(new UnknownUnit({ unit }));
      if (placeOn(facts.unit.places, on) === undefined) return refuse(new UnitNotOpen({ unit, on }));
      const { verdict, grounds } = proposeReview({
        goals: turnOn(facts.unit.goals, on)?.goals ?? [],
        activeNetworks: facts.networks
          .filter(({ state }) => isActiveOn(state, on))
          .map(({ id }) => id)
          .toSorted(),
      });
      if (decision !== verdict && !hasReason) return refuse(new ReasonMissing({ proposal: verdict }));
      return accept({ _tag: "UnitReviewed", unit, on, proposal: verdict, decision, grounds, againBy });
    },
  })
  .guard({
    // Nobody reviews themselves: the power is needed above the unit, and for the root over the root.
    decide: ({ unit }, _, { on, facts }) =>
      over("reviews", (facts.unit && turnOn(facts.unit.places, on)?.under) ?? unit),
  });
