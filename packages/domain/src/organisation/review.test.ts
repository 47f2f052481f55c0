import { given } from "@verksam/testkit";
import { describe, expect, it } from "vitest";
import { network } from "./network.ts";
import { closedSouth, day, stateOf, unitOf } from "./organisation.fixture.ts";
import { ReasonMissing, UnitNotOpen, UnknownUnit } from "./refusals.ts";
import { proposeReview, review } from "./review.ts";

const early = "2026-01-01T12:00:00.000Z";
const vague = { code: "be-seen", text: "To be seen more", isConcrete: false };
const concrete = { code: "two-courses", text: "Two courses by May", isConcrete: true };

describe("the rule of a review", () => {
  it("keeps whoever has a concrete goal, whatever networks there are", () => {
    for (const activeNetworks of [[], ["tenants"]])
      expect(proposeReview({ goals: [vague, concrete], activeNetworks })).toEqual({
        verdict: "keep",
        grounds: { goals: 2, concreteGoals: 1, activeNetworks },
      });
  });
  it("closes whoever has none where an active network works on the issue, else sharpens", () => {
    for (const goals of [[], [vague]]) {
      expect(proposeReview({ goals, activeNetworks: ["tenants"] }).verdict).toBe("close");
      expect(proposeReview({ goals, activeNetworks: [] }).verdict).toBe("sharpen");
    }
  });
});

describe("deciding on a review", () => {
  const goalsSet = (on: string, ...goals: ReadonlyArray<typeof vague>) =>
    [early, { _tag: "GoalsSet", goals, on }] as const;
  const study = unitOf(
    "study",
    "north",
    goalsSet("2026-01-01", vague),
    goalsSet("2026-06-01", concrete),
  ).state;
  const network_ = {
    _tag: "NetworkFounded",
    name: "T",
    issue: "t",
    unit: "district",
    beside: "study",
    on: "2026-01-01",
  } as const;
  const tenants = stateOf(
    network,
    "tenants",
    [early, network_],
    [early, { _tag: "NetworkWoken", on: "2026-03-01" }],
  );
  const facts = { unit: study, networks: [tenants] };
  const reviewed = (
    on: string,
    proposal: "keep" | "sharpen" | "close",
    activeNetworks: ReadonlyArray<string>,
  ) => ({
    _tag: "UnitReviewed" as const,
    ...{ unit: "study", on, proposal, decision: proposal, againBy: null },
    grounds: { goals: 1, concreteGoals: proposal === "keep" ? 1 : 0, activeNetworks },
  });
  it("records what the rule proposes on that day, with its grounds", () => {
    const decide = (decision: "keep" | "sharpen" | "close", on: string) =>
      given(review).when("decide", { unit: "study", decision }, { on, facts });
    decide("sharpen", "2026-02-28").then(reviewed("2026-02-28", "sharpen", []));
    decide("close", "2026-03-01").then(reviewed("2026-03-01", "close", ["tenants"]));
    decide("keep", "2026-06-01").then(reviewed("2026-06-01", "keep", ["tenants"]));
  });
  it("may differ from the proposal, for a reason that is told", () => {
    const keep = { unit: "study", decision: "keep", againBy: "2026-09-01" } as const;
    given(review)
      .when("decide", keep, { on: "2026-03-01", facts })
      .thenRefused(new ReasonMissing({ proposal: "close" }));
    given(review)
      .when("decide", keep, { on: "2026-03-01", facts, reason: "It carries the issue through the election." })
      .then({ ...reviewed("2026-03-01", "close", ["tenants"]), decision: "keep", againBy: "2026-09-01" })
      .thenState({ decision: "keep", reason: "It carries the issue through the election." });
  });
  it("is about a unit that is there", () => {
    given(review)
      .when("decide", { unit: "west", decision: "keep" }, { on: "2026-03-01" })
      .thenRefused(new UnknownUnit({ unit: "west" }));
    given(review)
      .when(
        "decide",
        { unit: "south", decision: "keep" },
        { on: "2026-03-01", facts: { unit: closedSouth.state } },
      )
      .thenRefused(new UnitNotOpen({ unit: "south", on: day("2026-03-01") }));
  });
});
