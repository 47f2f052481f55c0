import { given } from "@verksam/testkit";
import { describe, it } from "vitest";
import { closedSouth, day, northFounded, rootFounded, unitOf } from "./organisation.fixture.ts";
import {
  LaterEntry,
  RootStays,
  UnderItself,
  UnitNotOpen,
  UnitOpen,
  UnitsBelow,
  UnknownUnit,
} from "./refusals.ts";
import { unit } from "./unit.ts";

const on = "2026-03-01";
const district = unitOf("district", null);
const north = unitOf("north", "district");
const south = unitOf("south", "district");
const study = unitOf("study", "north");
const tree = { open: [district, north, south, study], closed: [] };
const asNorth = { id: "north", on, facts: tree };

describe("moving a unit", () => {
  it("takes effect on a day, and the place before it ends on the day before", () => {
    given(unit, northFounded)
      .when("move", { under: "south" }, asNorth)
      .then({ _tag: "UnitMoved", under: "south", on, replaces: null })
      .thenState({
        places: [
          {
            id: "000001",
            under: "district",
            isOpen: true,
            from: "2000-01-01",
            to: "2026-02-28",
            recordedAt: "2026-01-01T12:00:00.000Z",
            replacedAt: null,
          },
          {
            id: "000002",
            under: "south",
            isOpen: true,
            from: on,
            to: null,
            recordedAt: "2026-06-01T12:00:00.000Z",
            replacedAt: null,
          },
        ],
      });
  });
  it("is refused under itself and under what stands under it", () => {
    for (const under of ["north", "study"])
      given(unit, northFounded)
        .when("move", { under }, asNorth)
        .thenRefused(new UnderItself({ unit: "north", under, on: day(on) }));
  });
  it("is refused where it would stand under itself on a later day, by a move recorded ahead", () => {
    const ahead = unitOf("south", "district", [
      "2026-01-01T12:00:00.000Z",
      { _tag: "UnitMoved", under: "study", on: "2027-01-01", replaces: null },
    ]);
    given(unit, northFounded)
      .when(
        "move",
        { under: "south" },
        { ...asNorth, facts: { open: [district, north, ahead, study], closed: [] } },
      )
      .thenRefused(new UnderItself({ unit: "north", under: "south", on: day("2027-01-01") }));
  });
  it("is allowed to change places with a unit that leaves on the same day", () => {
    const left = unitOf("study", "north", [
      "2026-01-01T12:00:00.000Z",
      { _tag: "UnitMoved", under: "district", on, replaces: null },
    ]);
    given(unit, northFounded)
      .when("move", { under: "study" }, { ...asNorth, facts: { open: [district, north, left], closed: [] } })
      .then({ _tag: "UnitMoved", under: "study", on, replaces: null });
  });
  it("is refused under a unit that is unknown, or closes meanwhile", () => {
    given(unit, northFounded)
      .when("move", { under: "west" }, asNorth)
      .thenRefused(new UnknownUnit({ unit: "west" }));
    given(unit, northFounded)
      .when(
        "move",
        { under: "south" },
        { ...asNorth, on: "2026-02-01", facts: { open: [district, north], closed: [closedSouth] } },
      )
      .thenRefused(new UnitNotOpen({ unit: "south", on: day(on) }));
  });
  it("is refused for the root", () => {
    given(unit, rootFounded)
      .when("move", { under: "south" }, { id: "district", on, facts: tree })
      .thenRefused(new RootStays({ root: "district" }));
  });
  it("put right, does not lengthen a place into a circle", () => {
    // North stood under south until March. Meanwhile south is to stand under north from April.
    const moved = [
      northFounded,
      { _tag: "UnitMoved", under: "south", on: "2025-01-01", replaces: null },
      { _tag: "UnitMoved", under: "district", on, replaces: null },
    ] as const;
    const later = unitOf("south", "district", [
      "2026-01-01T12:00:00.000Z",
      { _tag: "UnitMoved", under: "north", on: "2026-04-01", replaces: null },
    ]);
    given(unit, ...moved)
      .when(
        "move",
        { under: "district", replaces: "000003" },
        { id: "north", on: "2026-05-01", facts: { open: [district, later], closed: [] } },
      )
      .thenRefused(new UnderItself({ unit: "north", under: "district", on: day("2026-04-01") }));
  });
});

describe("closing a unit", () => {
  it("is on its last day, which its columns tell", () => {
    given(unit, northFounded)
      .when("close", {}, { ...asNorth, facts: { open: [district, north], closed: [] } })
      .then({ _tag: "UnitClosed", on })
      .thenState({ founded: "2000-01-01", closed: on, isClosed: true });
  });
  it("is refused while units stand under it, also such that leave later", () => {
    const leaving = unitOf("study", "north", [
      "2026-01-01T12:00:00.000Z",
      { _tag: "UnitMoved", under: "district", on: "2026-03-03", replaces: null },
    ]);
    for (const [child, below] of [
      [study, ["study"]],
      [leaving, ["study"]],
    ] as const)
      given(unit, northFounded)
        .when("close", {}, { ...asNorth, facts: { open: [district, child], closed: [] } })
        .thenRefused(new UnitsBelow({ units: [...below], after: day(on) }));
    given(unit, northFounded)
      .when("close", {}, { ...asNorth, on: "2026-03-02", facts: { open: [district, leaving], closed: [] } })
      .then({ _tag: "UnitClosed", on: "2026-03-02" });
  });
  it("is refused for the root, before the founding, twice, and before a recorded move", () => {
    given(unit, rootFounded)
      .when("close", {}, { id: "district", on, facts: { open: [], closed: [] } })
      .thenRefused(new RootStays({ root: "district" }));
    given(unit, northFounded)
      .when("close", {}, { ...asNorth, on: "1999-12-31" })
      .thenRefused(new UnitNotOpen({ unit: "north", on: day("1999-12-31") }));
    given(unit, northFounded, { _tag: "UnitClosed", on: "2026-02-28" })
      .when("close", {}, asNorth)
      .thenRefused(new UnitNotOpen({ unit: "north", on: day(on) }));
    given(unit, northFounded, { _tag: "UnitMoved", under: "south", on: "2026-04-01", replaces: null })
      .when("close", {}, { ...asNorth, facts: {} })
      .thenRefused(new LaterEntry({ entry: "000002", from: day("2026-04-01") }));
  });
  it("is undone by reopening on the day after, and otherwise leaves a gap", () => {
    const closed = [northFounded, { _tag: "UnitClosed", on: "2026-02-28" }] as const;
    given(unit, ...closed)
      .when("reopen", { under: "district" }, asNorth)
      .then({ _tag: "UnitReopened", under: "district", on })
      .thenState({ closed: null, isClosed: false });
    given(unit, ...closed)
      .when("reopen", { under: "district" }, { ...asNorth, on: "2026-02-28" })
      .thenRefused(new UnitOpen({ unit: "north", on: day("2026-02-28") }));
    given(unit, ...closed)
      .when("reopen", { under: "study" }, asNorth)
      .thenRefused(new UnderItself({ unit: "north", under: "study", on: day(on) }));
  });
});
