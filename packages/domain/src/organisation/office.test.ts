import { given } from "@verksam/testkit";
import { describe, expect, it } from "vitest";
import { office } from "./office.ts";
import { day, granted, officeOf, opened, theCharter, unitOf } from "./organisation.fixture.ts";
import {
  CharterMissing,
  KindMisplaced,
  MandatesRunOn,
  NoSeatVacant,
  OfficeNotOpen,
  SeatsTaken,
  UnitNotOpen,
  UnknownKind,
  UnknownUnit,
} from "./refusals.ts";

const at = { id: "north-chair", on: "2026-03-01" };

describe("opening an office", () => {
  const facts = { charter: theCharter, unit: unitOf("north", "district").state };
  const input = { unit: "north", kind: "chair", title: "Chair" };
  it("gives it the powers its kind has in the charter, and one seat unless told otherwise", () => {
    const powers = [{ power: "organisation.goals", reach: "unit" }] as const;
    given(office)
      .when("open", input, { ...at, facts })
      .then({ ...opened, powers, on: "2026-03-01" });
    given(office)
      .when("open", { ...input, seats: 6 }, { ...at, facts })
      .then({ ...opened, powers, seats: 6, on: "2026-03-01" });
  });
  it("needs a charter, a kind it knows, and an open unit of a kind where it may stand", () => {
    const refused = (kind: string, facts: { readonly [name: string]: unknown }) =>
      given(office).when("open", { ...input, kind }, { ...at, facts }).thenRefused;
    const unit = unitOf("north", "district", [
      "2026-01-01T12:00:00.000Z",
      { _tag: "UnitClosed", on: "2026-02-28" },
    ]);
    refused("chair", {})(new CharterMissing({}));
    refused("auditor", facts)(new UnknownKind({ kind: "auditor" }));
    refused("chair", { charter: theCharter })(new UnknownUnit({ unit: "north" }));
    refused("chair", { ...facts, unit: unit.state })(
      new UnitNotOpen({ unit: "north", on: day("2026-03-01") }),
    );
    refused("secretary", facts)(new KindMisplaced({ kind: "secretary", unitKind: "association" }));
  });
  it("keeps its powers until it is empowered anew", () => {
    const powers = [{ power: "organisation.goals", reach: "unit" }] as const;
    const facts = { charter: theCharter };
    given(office, opened)
      .when("empower", {}, { ...at, facts })
      .then({ _tag: "OfficeEmpowered", powers });
    given(office, { ...opened, powers })
      .when("empower", {}, { ...at, facts })
      .then();
  });
});

describe("the seats of an office", () => {
  it("change on a day, and not below those who hold one", () => {
    const two = [{ ...opened, seats: 2 }, granted, { ...granted, mandate: "m-2", person: "p-3" }] as const;
    given(office, ...two)
      .when("reseat", { seats: 1 }, at)
      .thenRefused(new SeatsTaken({ on: day("2026-03-01"), seats: 1 }));
    given(office, ...two)
      .when("reseat", { seats: 1 }, { ...at, on: "2027-03-01" })
      .then({ _tag: "SeatsChanged", seats: 1, on: "2027-03-01", replaces: null });
    given(office, ...two)
      .when("reseat", { seats: 3 }, { ...at, on: "1999-12-31" })
      .thenRefused(new OfficeNotOpen({ on: day("1999-12-31") }));
  });
  it("are left vacant only where one is", () => {
    given(office, opened)
      .when("leaveVacant", {}, at)
      .then({ _tag: "SeatLeftVacant", on: "2026-03-01" })
      .thenState({ leftVacant: "2026-03-01" });
    given(office, opened, granted)
      .when("leaveVacant", {}, at)
      .thenRefused(new NoSeatVacant({ on: day("2026-03-01") }));
    given(office, opened, { _tag: "SeatLeftVacant", on: "2025-01-01" }, granted).thenState({
      leftVacant: null,
    });
  });
});

describe("closing an office", () => {
  it("is on its last day, once no mandate runs on", () => {
    given(office, opened, granted)
      .when("close", {}, at)
      .thenRefused(new MandatesRunOn({ mandates: ["m-1"], after: day("2026-03-01") }));
    given(office, opened, granted)
      .when("close", {}, { ...at, on: "2027-02-28" })
      .then({ _tag: "OfficeClosed", on: "2027-02-28" })
      .thenState({ closed: "2027-02-28" });
  });
  it("leaves no later mandate possible", () => {
    given(office, opened, { _tag: "OfficeClosed", on: "2027-02-28" })
      .when("grant", { person: "p-2", from: day("2026-03-01") }, at)
      .thenRefused(new OfficeNotOpen({ on: day("2027-03-01") }));
  });
});

describe("what the guard reads of an office", () => {
  const early = "2025-01-01T12:00:00.000Z";
  const facts = (...events: Parameters<typeof officeOf> extends [string, ...infer E] ? E : never) => {
    const { id, state } = officeOf("north-chair", ...events);
    return office.machine.authority?.(state, id).mandates.map(({ person, from, to }) => [person, from, to]);
  };
  const replaces = "000002";
  it("is each power of each mandate, over the unit, from its first day to its last", () => {
    const { id, state } = officeOf("north-chair", [early, granted]);
    expect(office.machine.authority?.(state, id)).toEqual({
      mandates: [
        {
          office: "north-chair",
          person: "p-2",
          unit: "north",
          power: "plan.*",
          reach: "subtree",
          from: "2025-03-01",
          to: "2027-02-28",
        },
      ],
      places: [],
    });
  });
  it("ends with the mandate, and is nothing once it is annulled", () => {
    const ended = {
      _tag: "MandateEnded",
      mandate: "m-1",
      replaces,
      on: "2026-02-28",
      cause: "resigned",
    } as const;
    expect(facts([early, granted], [early, ended])).toEqual([["p-2", "2025-03-01", "2026-02-28"]]);
    expect(facts([early, granted], [early, { _tag: "MandateAnnulled", mandate: "m-1", replaces }])).toEqual(
      [],
    );
  });
  it("has a gap for each suspension", () => {
    const suspend = (replaces: string, from: string, to: string | null) =>
      [early, { _tag: "MandateSuspended", mandate: "m-1", replaces, from, to }] as const;
    const first = suspend("000002", "2026-03-01", "2026-03-31");
    expect(facts([early, granted], first)).toEqual([
      ["p-2", "2025-03-01", "2026-02-28"],
      ["p-2", "2026-04-01", "2027-02-28"],
    ]);
    expect(facts([early, granted], first, suspend("000003", "2025-03-01", "2025-03-31"))).toEqual([
      ["p-2", "2025-04-01", "2026-02-28"],
      ["p-2", "2026-04-01", "2027-02-28"],
    ]);
    expect(facts([early, granted], suspend("000002", "2025-03-01", null))).toEqual([]);
  });
  it("is nothing for a substitute until acting", () => {
    expect(facts([early, { ...granted, role: "substitute" }])).toEqual([]);
    expect(facts([early, { ...granted, role: "acting" }])).toHaveLength(1);
  });
});
