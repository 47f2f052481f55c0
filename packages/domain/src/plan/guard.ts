/**
 * Which power each command of the plan needs, and over which unit. The adopting body is the unit that the plan names.
 *
 * | power | commands | over |
 * |---|---|---|
 * | `plan.adopt` | adopt a plan | the adopting body |
 * | `plan.amend` | amend it | the adopting body |
 * | `plan.decide` | make, change, drop, restore a commitment; move a deadline; excuse a member; record a verdict | the adopting body |
 * | `plan.maintain` | keep populations, the days of observances, baselines and measures | the adopting body |
 * | `plan.record` | record and withdraw evidence, and stages that were reached | the unit it is recorded for |
 */
import type { Need } from "@verksam/kernel";

/** The powers over plans, their commitments and their record. */
export const powers = {
  adopt: "plan.adopt",
  amend: "plan.amend",
  decide: "plan.decide",
  maintain: "plan.maintain",
  record: "plan.record",
} as const;

/** The need of one of these powers over a unit; where the unit is unknown, over any. */
export const over = (power: keyof typeof powers, unit: string | undefined): Need => ({
  power: powers[power],
  unit,
});
