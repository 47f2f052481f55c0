import { describe, expect, it } from "vitest";
import { day, granted, instant, officeOf, stateOf, theCharter, unitOf } from "./organisation.fixture.ts";
import {
  contactRoute,
  holders,
  nameOn,
  outliving,
  outOfStep,
  pathTo,
  reviewsDue,
  standings,
  subtree,
  treesOn,
  vacancies,
} from "./queries.ts";
import { review } from "./review.ts";

const on = day("2026-03-01");
const chair = officeOf(
  "north-chair",
  ["2025-03-02T12:00:00.000Z", granted],
  [
    "2026-02-20T12:00:00.000Z",
    { _tag: "MandateEnded", mandate: "m-1", replaces: "000002", on: "2026-02-10", cause: "resigned" },
  ],
  [
    "2026-02-21T12:00:00.000Z",
    { ...granted, mandate: "m-2", person: "p-3", role: "acting", from: "2026-03-01", to: "2026-03-31" },
  ],
);
const who = (on: string, knownAt?: string) =>
  holders([chair], { on: day(on), ...(knownAt === undefined ? {} : { knownAt: instant(knownAt) }) }).map(
    ({ person, role }) => `${person} ${role}`,
  );

describe("who holds an office", () => {
  it("is asked for a day", () => {
    expect(
      ["2025-02-28", "2025-03-01", "2026-02-10", "2026-02-11", "2026-03-01"].map((on) => who(on)),
    ).toEqual([[], ["p-2 ordinary"], ["p-2 ordinary"], [], ["p-3 acting"]]);
  });
  it("is asked as it was known on a day: an end recorded later was not known yet", () => {
    expect(who("2026-02-15", "2026-02-19T12:00:00.000Z")).toEqual(["p-2 ordinary"]);
    expect(who("2026-02-15", "2026-02-20T12:00:00.000Z")).toEqual([]);
    expect(who("2026-03-01", "2026-02-20T12:00:00.000Z")).toEqual([]);
    expect(who("2026-03-01", "2025-03-01T12:00:00.000Z")).toEqual([]);
  });
  it("leaves the seats that nobody holds or acts in vacant", () => {
    const vacant = (on: string, knownAt?: string) =>
      vacancies([chair], { on: day(on), ...(knownAt === undefined ? {} : { knownAt: instant(knownAt) }) });
    expect(vacant("2026-02-10")).toEqual([]);
    expect(vacant("2026-02-11")).toMatchObject([
      { office: "north-chair", unit: "north", seats: 1, vacant: 1, decided: null },
    ]);
    expect(vacant("2026-02-11", "2026-02-19T12:00:00.000Z")).toEqual([]);
    expect(vacant("2026-03-31")).toEqual([]);
    expect(vacant("2026-04-01")).toHaveLength(1);
  });
  it("counts no office that is not open, and tells where a seat was left vacant by a decision", () => {
    const left = officeOf("treasurer", [
      "2026-01-01T12:00:00.000Z",
      { _tag: "SeatLeftVacant", on: "2026-02-21" },
    ]);
    expect(vacancies([left], { on })).toMatchObject([{ decided: "2026-02-21" }]);
    expect(vacancies([left], { on: day("1999-12-31") })).toEqual([]);
  });
});

describe("the tree", () => {
  const early = "2026-01-01T12:00:00.000Z";
  const units = [
    unitOf("district", null, [
      early,
      { _tag: "ContactRouteSet", route: { by: "phone", address: "+46123456789" } },
    ]),
    unitOf("north", "district", [
      early,
      { _tag: "UnitRenamed", name: "Arctic", on: "2026-03-01", replaces: null },
    ]),
    unitOf("south", "district", [
      early,
      { _tag: "ContactRouteSet", route: { by: "web", address: "https://south.example" } },
    ]),
    unitOf("study", "north", [
      "2026-02-10T12:00:00.000Z",
      { _tag: "UnitMoved", under: "south", on: "2026-02-01", replaces: null },
    ]),
    unitOf("old", "north", [early, { _tag: "UnitClosed", on: "2026-02-28" }]),
  ];
  it("is as it stands on the day, in order of name", () => {
    const study = { unit: "study", kind: "committee", name: "study", below: [] };
    expect(treesOn(units, { on })).toEqual([
      {
        ...{ unit: "district", kind: "district", name: "district" },
        below: [
          { unit: "north", kind: "association", name: "Arctic", below: [] },
          { unit: "south", kind: "association", name: "south", below: [study] },
        ],
      },
    ]);
    expect(treesOn(units, { on: day("1999-12-31") })).toEqual([]);
  });
  it("is asked for a part, a path and a name, as known on a day", () => {
    expect(subtree(units, "district", { on })).toEqual(["district", "north", "south", "study"]);
    expect(subtree(units, "north", { on: day("2026-01-31") })).toEqual(["north", "old", "study"]);
    expect(subtree(units, "north", { on: day("2026-02-01") })).toEqual(["north", "old"]);
    const before = { on: day("2026-02-01"), knownAt: instant("2026-02-09T12:00:00.000Z") };
    expect(subtree(units, "north", before)).toEqual(["north", "old", "study"]);
    expect(pathTo(units, "study", { on })).toEqual(["district", "south", "study"]);
    expect(pathTo(units, "study", before)).toEqual(["district", "north", "study"]);
    expect(subtree(units, "old", { on })).toEqual([]);
    expect(units.map(({ state }) => nameOn(state, { on: day("2026-02-28") }))).toContain("north");
  });
  it("leads to the nearest contact route above", () => {
    expect(contactRoute(units, "study", on)).toMatchObject({ unit: "south", route: { by: "web" } });
    expect(contactRoute(units, "north", on)).toMatchObject({ unit: "district", route: { by: "phone" } });
    expect(contactRoute([unitOf("district", null)], "district", on)).toBeUndefined();
  });
  it("tells which mandates outlive their unit", () => {
    const office = officeOf("old-chair", ["2025-03-02T12:00:00.000Z", granted]);
    const inOld = { ...office, state: { ...office.state, unit: "old" } };
    expect(outliving([inOld, chair], units)).toEqual([
      { office: "old-chair", mandate: "m-1", closed: "2026-02-28" },
    ]);
  });
});

describe("what is due", () => {
  const reviewed = (on: string, againBy: string | null) =>
    stateOf(review, `${on}`, [
      `${on}T12:00:00.000Z`,
      {
        _tag: "UnitReviewed",
        ...{ unit: "study", on, againBy, proposal: "keep", decision: "keep" },
        grounds: { goals: 1, concreteGoals: 1, activeNetworks: [] },
      },
    ]);
  it("is a review that never was, or is to come again by the day", () => {
    const study = unitOf("study", "north");
    const due = (on: string, ...reviews: ReadonlyArray<ReturnType<typeof reviewed>>) =>
      reviewsDue([study], reviews, day(on));
    expect(due("2026-03-01")).toEqual([{ unit: "study", last: null, by: null }]);
    expect(due("2026-03-01", reviewed("2026-03-02", null))).toHaveLength(1);
    expect(due("2026-03-02", reviewed("2026-03-02", null))).toEqual([]);
    const twice = [reviewed("2026-06-01", "2026-09-01"), reviewed("2026-03-02", "2026-06-30")];
    expect(due("2026-07-01", ...twice)).toEqual([]);
    expect(due("2026-09-01", ...twice)).toEqual([{ unit: "study", last: "2026-06-01", by: "2026-09-01" }]);
  });
  it("are powers that the charter has given otherwise since", () => {
    expect(outOfStep([chair], theCharter)).toMatchObject([
      { office: "north-chair", has: [{ power: "plan.*" }], charter: [{ power: "organisation.goals" }] },
    ]);
    const [, { powers }] = [
      0,
      theCharter.officeKinds.find(({ code }) => code === "chair") ?? { powers: [] },
    ] as const;
    expect(outOfStep([{ ...chair, state: { ...chair.state, powers } }], theCharter)).toEqual([]);
  });
});

describe("where a unit has stood", () => {
  const study = unitOf(
    "study",
    "north",
    ["2026-02-10T12:00:00.000Z", { _tag: "UnitMoved", under: "south", on: "2026-02-01", replaces: null }],
    ["2026-04-10T12:00:00.000Z", { _tag: "UnitClosed", on: "2026-03-31" }],
  );
  const spans = (knownAt?: string) =>
    standings([study], knownAt === undefined ? undefined : instant(knownAt)).map(
      ({ parent, from, to }) => `${parent} ${from}–${to ?? ""}`,
    );
  it("is told span by span, to its last day", () => {
    expect(spans()).toEqual(["north 2000-01-01–2026-01-31", "south 2026-02-01–2026-03-31"]);
  });
  it("is, as known before the closing and before the move were recorded, still so", () => {
    expect(spans("2026-03-01T00:00:00.000Z")).toEqual(["north 2000-01-01–2026-01-31", "south 2026-02-01–"]);
    expect(spans("2026-02-05T00:00:00.000Z")).toEqual(["north 2000-01-01–"]);
  });
});
