import { given } from "@verksam/testkit";
import { describe, expect, it } from "vitest";
import { charter, charterId } from "./charter.ts";
import { organisation } from "./index.ts";
import { network } from "./network.ts";
import { office } from "./office.ts";
import { adopted, northFounded, opened, rootFounded, unitOf } from "./organisation.fixture.ts";
import { review } from "./review.ts";
import { unit } from "./unit.ts";

const need = (power: string, unit: string) => ({ power: `organisation.${power}`, unit });
const on = "2026-03-01";
const study = unitOf("study", "north").state;
const units = [
  unitOf("district", null),
  unitOf("north", "district"),
  unitOf("south", "district"),
  unitOf("study", "north"),
];
const tree = { open: units, closed: [] };
const mandate = "m-1";

describe("a command needs", () => {
  const asked = new Set<string>();
  const about =
    <A extends Parameters<typeof given>[0]>(of: A) =>
    (command: string) =>
      asked.add(`${of.name}.${command}`);
  const [ofCharter, ofUnit, ofOffice] = [about(charter), about(unit), about(office)];

  it("for the charter, the power over the root", () => {
    const { _tag: _, ...input } = adopted;
    for (const command of ["adopt", "amend"]) ofCharter(command);
    given(charter).when("adopt", input, { id: charterId }).thenNeeds(need("charter", "district"));
    given(charter, adopted).when("amend", {}, { id: charterId }).thenNeeds(need("charter", "district"));
  });
  it("to found a unit, the power over the one above it; for the root, over the root", () => {
    ofUnit("found");
    const input = { kind: "association", name: "North" };
    given(unit)
      .when("found", { ...input, under: "district" }, { id: "north" })
      .thenNeeds(need("units", "district"));
    given(unit).when("found", input, { id: "district" }).thenNeeds(need("units", "district"));
  });
  it("to rename, close or set something of a unit, the power over it", () => {
    const at = { id: "north", on };
    for (const command of ["rename", "close", "setContactRoute", "setGoals"]) ofUnit(command);
    const north = given(unit, northFounded);
    north.when("rename", { name: "N" }, at).thenNeeds(need("units", "north"));
    north.when("close", {}, at).thenNeeds(need("units", "north"));
    north.when("setContactRoute", { route: null }, at).thenNeeds(need("contacts", "north"));
    north.when("setGoals", { goals: [] }, at).thenNeeds(need("goals", "north"));
  });
  it("to move or reopen a unit, the power over the nearest one above both places", () => {
    for (const command of ["move", "reopen"]) ofUnit(command);
    const founded = { ...northFounded, name: "Study", under: "north" };
    const closed = { _tag: "UnitClosed", on: "2026-02-28" } as const;
    const at = { id: "study", on, facts: tree };
    given(unit, founded).when("move", { under: "south" }, at).thenNeeds(need("units", "district"));
    given(unit, founded).when("move", { under: "north" }, at).thenNeeds(need("units", "north"));
    given(unit, founded).when("move", { under: "nowhere" }, at).thenNeeds(need("units", "north"));
    given(unit, founded, closed).when("reopen", { under: "south" }, at).thenNeeds(need("units", "district"));
    given(unit, rootFounded)
      .when("move", { under: "south" }, { ...at, id: "district" })
      .thenNeeds(need("units", "district"));
  });
  it("for an office, the power over its unit; for its mandates, another one", () => {
    const at = { id: "chair", on };
    given(office)
      .when("open", { unit: "north", kind: "chair", title: "Chair" }, at)
      .thenNeeds(need("offices", "north"));
    const chair = given(office, opened);
    chair.when("retitle", { title: "C" }, at).thenNeeds(need("offices", "north"));
    chair.when("empower", {}, at).thenNeeds(need("offices", "north"));
    chair.when("reseat", { seats: 2 }, at).thenNeeds(need("offices", "north"));
    chair.when("close", {}, at).thenNeeds(need("offices", "north"));
    chair.when("leaveVacant", {}, at).thenNeeds(need("mandates", "north"));
    chair.when("grant", { person: "p-1", from: on }, at).thenNeeds(need("mandates", "north"));
    chair.when("correct", { mandate }, at).thenNeeds(need("mandates", "north"));
    chair.when("end", { mandate, cause: "moved" }, at).thenNeeds(need("mandates", "north"));
    chair.when("annul", { mandate }, at).thenNeeds(need("mandates", "north"));
    chair.when("suspend", { mandate, from: on }, at).thenNeeds(need("mandates", "north"));
    chair.when("resume", { mandate }, at).thenNeeds(need("mandates", "north"));
    const [offices, mandates] = [
      ["open", "retitle", "empower", "reseat", "close"],
      ["leaveVacant", "grant", "correct", "end", "annul", "suspend", "resume"],
    ];
    for (const command of [...offices, ...mandates]) ofOffice(command);
  });
  it("for a network, the power over its unit", () => {
    const input = { name: "T", issue: "t", unit: "north" };
    const begun = given(network, { _tag: "NetworkFounded", ...input, beside: null, on });
    given(network).when("found", input).thenNeeds(need("networks", "north"));
    begun.when("rename", { name: "U" }).thenNeeds(need("networks", "north"));
    begun.when("wake", {}).thenNeeds(need("networks", "north"));
    begun.when("rest", {}).thenNeeds(need("networks", "north"));
    begun.when("setContactRoute", { route: null }).thenNeeds(need("contacts", "north"));
    for (const command of ["found", "rename", "wake", "rest", "setContactRoute"]) about(network)(command);
  });
  it("to review a unit, the power over the one above it: nobody reviews themselves", () => {
    about(review)("decide");
    given(review)
      .when("decide", { unit: "study", decision: "keep" }, { on, facts: { unit: study } })
      .thenNeeds(need("reviews", "north"));
    given(review)
      .when("decide", { unit: "west", decision: "keep" }, { on })
      .thenNeeds(need("reviews", "west"));
  });
  it("nothing that is not said above", () => {
    const all = Object.entries(organisation.aggregates).flatMap(([name, { machine }]) =>
      machine.commands.map((command) => `${name}.${command}`),
    );
    expect([...asked].toSorted()).toEqual(all.toSorted());
  });
});
