import { Day } from "@verksam/kernel";
import { given } from "@verksam/testkit";
import { describe, it } from "vitest";
import { ReasonMissing } from "./dated.ts";
import { planAdopted } from "./plan.fixture.ts";
import { plan } from "./plan.ts";
import { DeclaredTwice, MeaningChanged, PeriodReversed } from "./refusals.ts";

const { _tag, ...adopted } = planAdopted;
const reason = { reason: "the meeting's decision" };

describe("a plan", () => {
  it("is adopted by a body for a period", () => {
    given(plan).when("adopt", adopted).then(planAdopted);
    given(plan).when("adopt", adopted).thenNeeds({ power: "plan.adopt", unit: "annual-meeting" });
    given(plan)
      .when("adopt", { ...adopted, to: "2029-12-31" })
      .thenRefused(new PeriodReversed({ from: Day.make("2030-01-01"), to: Day.make("2029-12-31") }));
  });
  it("declares each code once, and none both as a kind and as an observance", () => {
    const kinds = [
      ...adopted.kinds,
      { code: "visit", title: "Again" },
      { code: "harvest", title: "Harvest" },
    ];
    given(plan)
      .when("adopt", { ...adopted, kinds })
      .thenRefused(new DeclaredTwice({ codes: ["visit", "harvest"] }));
  });
  it("is amended by its body, with a reason, and keeps what it had", () => {
    const amendment = { days: { fair: "2030-09-21" }, kinds: [{ code: "talk", title: "Talk given" }] };
    given(plan, planAdopted)
      .when("amend", amendment, reason)
      .then({ _tag: "PlanAmended", ...amendment })
      .thenState({
        days: { fair: "2030-09-21" },
        kinds: [...adopted.kinds, ...amendment.kinds],
        title: adopted.title,
      });
    given(plan, planAdopted).when("amend", amendment).thenRefused(new ReasonMissing({}));
    given(plan, planAdopted)
      .when("amend", amendment, reason)
      .thenNeeds({ power: "plan.amend", unit: "annual-meeting" });
  });
  it("may put a title anew, but not what a declared observance or population means", () => {
    const [springDay, harvest] = adopted.observances;
    const [branches] = adopted.populations;
    if (springDay === undefined || harvest === undefined || branches === undefined)
      throw new Error("declared");
    given(plan, planAdopted)
      .when("amend", { observances: [{ ...harvest, title: "Harvest home" }] }, reason)
      .thenState({ observances: [springDay, { ...harvest, title: "Harvest home" }] });
    given(plan, planAdopted)
      .when(
        "amend",
        { observances: [{ ...springDay, conditional: true }], populations: [{ ...branches, units: null }] },
        reason,
      )
      .thenRefused(new MeaningChanged({ codes: ["spring-day", "branches"] }));
  });
});
