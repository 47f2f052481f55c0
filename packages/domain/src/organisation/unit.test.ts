import { given } from "@verksam/testkit";
import { describe, it } from "vitest";
import { closedSouth, day, northFounded, rootFounded, theCharter, unitOf } from "./organisation.fixture.ts";
import {
  CharterMissing,
  NotReplaceable,
  NotTheRoot,
  RootStays,
  UnitNotOpen,
  UnknownKind,
  UnknownUnit,
} from "./refusals.ts";
import { unit } from "./unit.ts";

const on = "2026-03-01";
const district = unitOf("district", null);

describe("founding a unit", () => {
  const facts = { charter: theCharter, parent: district.state };
  const input = { kind: "association", name: "North", under: "district" };
  it("needs a charter, a kind it knows, and a unit to stand under", () => {
    const at = { id: "north", on };
    given(unit)
      .when("found", input, { ...at, facts })
      .then({ ...northFounded, on });
    given(unit).when("found", input, at).thenRefused(new CharterMissing({}));
    given(unit)
      .when("found", { ...input, kind: "guild" }, { ...at, facts })
      .thenRefused(new UnknownKind({ kind: "guild" }));
    given(unit)
      .when("found", input, { ...at, facts: { charter: theCharter } })
      .thenRefused(new UnknownUnit({ unit: "district" }));
  });
  it("leaves one root, the one the charter names", () => {
    const { under: _, ...rootInput } = { ...input, kind: "district" };
    given(unit)
      .when("found", rootInput, { id: "district", on, facts })
      .then({ ...rootFounded, name: "North", on });
    given(unit)
      .when("found", rootInput, { id: "north", on, facts })
      .thenRefused(new NotTheRoot({ root: "district" }));
    given(unit)
      .when("found", input, { id: "district", on, facts })
      .thenRefused(new RootStays({ root: "district" }));
  });
  it("is refused where the unit above is not there from that day on", () => {
    given(unit)
      .when("found", input, { id: "north", on: "1999-12-31", facts })
      .thenRefused(new UnitNotOpen({ unit: "district", on: day("1999-12-31") }));
    given(unit)
      .when(
        "found",
        { ...input, under: "south" },
        { id: "n", on: "2026-02-01", facts: { charter: theCharter, parent: closedSouth.state } },
      )
      .thenRefused(new UnitNotOpen({ unit: "south", on: day("2026-03-01") }));
  });
});

describe("the names of a unit", () => {
  const renamed = { _tag: "UnitRenamed", name: "Northern", on: "2026-06-01", replaces: null } as const;
  it("hold from a day, which may come, until the next one's", () => {
    given(unit, northFounded)
      .when("rename", { name: "Northern" }, { id: "north", on: "2026-06-01" })
      .then(renamed)
      .thenState({
        names: [
          {
            id: "000001",
            name: "North",
            from: "2000-01-01",
            to: "2026-05-31",
            recordedAt: "2026-01-01T12:00:00.000Z",
            replacedAt: null,
          },
          {
            id: "000002",
            name: "Northern",
            from: "2026-06-01",
            to: null,
            recordedAt: "2026-06-01T12:00:00.000Z",
            replacedAt: null,
          },
        ],
      });
  });
  it("are put right by an entry that names the wrong one, which stays and tells when it was replaced", () => {
    given(unit, northFounded, renamed)
      .when("rename", { name: "Northern", replaces: "000002" }, { id: "north", on: "2026-05-01" })
      .thenState({
        names: [
          {
            id: "000001",
            name: "North",
            from: "2000-01-01",
            to: "2026-04-30",
            recordedAt: "2026-01-01T12:00:00.000Z",
            replacedAt: null,
          },
          {
            id: "000002",
            name: "Northern",
            from: "2026-06-01",
            to: null,
            recordedAt: "2026-01-01T12:00:00.000Z",
            replacedAt: "2026-06-01T12:00:00.000Z",
          },
          {
            id: "000003",
            name: "Northern",
            from: "2026-05-01",
            to: null,
            recordedAt: "2026-06-01T12:00:00.000Z",
            replacedAt: null,
          },
        ],
      });
  });
  it("are not put right where no such entry stands, or it is the first", () => {
    for (const replaces of ["000001", "000009"])
      given(unit, northFounded, renamed)
        .when("rename", { name: "N", replaces }, { id: "north", on })
        .thenRefused(new NotReplaceable({ entry: replaces }));
  });
  it("are given to an open unit only", () => {
    given(unit, northFounded, { _tag: "UnitClosed", on: "2026-02-28" })
      .when("rename", { name: "N" }, { id: "north", on })
      .thenRefused(new UnitNotOpen({ unit: "north", on: day(on) }));
  });
});

describe("a unit's contact route and goals", () => {
  it("are set anew; the route is no part of the journal's data", () => {
    const route = { by: "email", address: "north@example.org" } as const;
    given(unit, northFounded)
      .when("setContactRoute", { route }, { id: "north" })
      .then({ _tag: "ContactRouteSet", route })
      .thenState({ contact: route });
    given(unit, northFounded, { _tag: "ContactRouteSet", route })
      .when("setContactRoute", { route: null }, { id: "north" })
      .thenState({ contact: null });
  });
  it("hold, as goals, from the day until others are set", () => {
    const goals = [{ code: "train-all", text: "Every board is trained", isConcrete: true }];
    given(unit, northFounded)
      .when("setGoals", { goals }, { id: "north", on })
      .then({ _tag: "GoalsSet", goals, on });
  });
});
