import { given } from "@verksam/testkit";
import { describe, expect, it } from "vitest";
import { isActiveOn, network } from "./network.ts";
import { closedSouth, day, stateOf, unitOf } from "./organisation.fixture.ts";
import { UnitNotOpen, UnknownUnit } from "./refusals.ts";

const early = "2026-01-01T12:00:00.000Z";
const founded = {
  _tag: "NetworkFounded",
  name: "Tenants' network",
  issue: "housing",
  unit: "district",
  beside: "study",
  on: "2026-01-01",
} as const;

describe("a network", () => {
  const { _tag: _, on: __, ...input } = founded;
  const facts = { unit: unitOf("district", null).state, beside: unitOf("study", "north").state };
  it("belongs to an open unit, and may stand beside another", () => {
    const at = { on: "2026-01-01" };
    given(network)
      .when("found", input, { ...at, facts })
      .then(founded);
    given(network)
      .when("found", input, { ...at, facts: { unit: facts.unit } })
      .thenRefused(new UnknownUnit({ unit: "study" }));
    given(network)
      .when(
        "found",
        { ...input, unit: "south" },
        { on: "2026-03-01", facts: { ...facts, unit: closedSouth.state } },
      )
      .thenRefused(new UnitNotOpen({ unit: "south", on: day("2026-03-01") }));
    const { beside: ___, ...alone } = input;
    given(network)
      .when("found", alone, { ...at, facts })
      .then({ ...founded, beside: null });
  });
  it("is active from the day it is woken until the day it rests", () => {
    const { state } = stateOf(
      network,
      "tenants",
      [early, founded],
      [early, { _tag: "NetworkWoken", on: "2026-02-01" }],
      [early, { _tag: "NetworkRested", on: "2026-03-01" }],
    );
    const days = ["2025-12-31", "2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"];
    expect(days.map((on) => isActiveOn(state, day(on)))).toEqual([false, false, true, true, false]);
  });
  it("woken or rested again, decides nothing", () => {
    given(network, founded).when("rest", {}, { on: "2026-02-01" }).then();
    given(network, founded)
      .when("wake", {}, { on: "2026-02-01" })
      .then({ _tag: "NetworkWoken", on: "2026-02-01" });
    given(network, founded, { _tag: "NetworkWoken", on: "2026-02-01" })
      .when("wake", {}, { on: "2026-02-02" })
      .then();
  });
});
