/** A small plan of a made-up association, for tests. */
import { Day, type EventIn } from "@verksam/kernel";
import type { Plan, plan } from "./plan.ts";
import type { CommitmentState } from "./promise.ts";
import type { DatedRule } from "./rule.ts";

const day = (text: string): Day => Day.make(text);

/** The event that a plan for 2030 was adopted by the annual meeting. */
export const planAdopted: EventIn<typeof plan> & { readonly _tag: "PlanAdopted" } = {
  _tag: "PlanAdopted",
  title: { sv: "Verksamhetsplan 2030", en: "Activity plan 2030" },
  body: "annual-meeting",
  from: day("2030-01-01"),
  to: day("2030-12-31"),
  days: { fair: day("2030-09-14") },
  areas: [
    { code: "A", title: "Garden", prioritised: true },
    { code: "B", title: "Tools", prioritised: false },
  ],
  kinds: [
    { code: "workshop", title: "Workshop held" },
    { code: "visit", title: "Visit paid" },
  ],
  observances: [
    { code: "spring-day", title: "Spring day", when: { month: 5, day: 1 }, conditional: false },
    { code: "harvest", title: "Harvest feast", when: { days: [] }, conditional: true },
  ],
  populations: [
    { code: "branches", title: "Branches", units: { kind: "branch" } },
    { code: "partners", title: "Partners", units: null },
  ],
  subjects: [],
};

/** The plan as that event leaves it. */
export const planOf2030: Plan = (({ _tag: _, ...state }) => ({ ...state, amendments: [] }))(planAdopted);

/** A commitment of that plan, with this rule, before anything was recorded of it. */
export const commitmentState = (rule: DatedRule): CommitmentState => ({
  plan: "plan-2030",
  code: "A1",
  body: "annual-meeting",
  droppedFrom: null,
  area: "A",
  owner: { unit: "garden-group" },
  text: "Two workshops before the fair",
  rule,
  decisions: [],
  stages: [],
  baselines: [],
  verdicts: [],
  measurements: [],
  excuses: [],
});
