import { describe, expect, it } from "vitest";
import { AuthorityDraft, AuthorityIndex } from "./authority.ts";
import { Day } from "./day.ts";
import { everyUnit, includesPower, lineOf, permits } from "./guard.ts";
import type { MandateFact } from "./storage.ts";

const day = (text: string) => Day.make(text);
const chair: MandateFact = {
  office: "chair",
  person: "p-1",
  unit: "district",
  power: "plan.decide",
  reach: "subtree",
  from: day("2026-01-01"),
  to: day("2026-06-30"),
};
const place = (unit: string, parent: string | null, from = "2020-01-01", to: string | null = null) => ({
  unit,
  parent,
  from: day(from),
  to: to === null ? null : day(to),
});
const authorityOf = (...mandates: ReadonlyArray<MandateFact>) => {
  const index = new AuthorityIndex();
  index.set("offices", { mandates, places: [] });
  index.set("units", {
    mandates: [],
    places: [
      place("district", null),
      place("north", "district", "2020-01-01", "2026-03-31"),
      place("north", "region", "2026-04-01"),
      place("branch", "north"),
      place("snake", "tail"),
      place("tail", "snake"),
    ],
  });
  return index;
};
const may = (authority: AuthorityIndex, unit: string | null, on: string, office?: string) =>
  permits(authority, "p-1", { power: "plan.decide", unit }, day(on), office) !== undefined;

describe("a mandate permits", () => {
  it("from its first day to its last, both included, and on no other", () => {
    const authority = authorityOf(chair);
    const days = ["2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"];
    expect(days.map((on) => may(authority, "district", on))).toEqual([false, true, true, false]);
  });
  it("below its unit only as the tree stood that day", () => {
    const authority = authorityOf(chair);
    expect(may(authority, "branch", "2026-03-31")).toBe(true);
    expect(may(authority, "branch", "2026-04-01")).toBe(false);
  });
  it("only in its own unit where it does not reach further", () => {
    const authority = authorityOf({ ...chair, reach: "unit" });
    expect([may(authority, "district", "2026-02-01"), may(authority, "north", "2026-02-01")]).toEqual([
      true,
      false,
    ]);
  });
  it("above its unit never", () => {
    expect(may(authorityOf({ ...chair, unit: "north" }), "district", "2026-02-01")).toBe(false);
  });
  it("everywhere where its unit is every unit, also in units nobody has founded", () => {
    const authority = authorityOf({ ...chair, unit: everyUnit });
    expect([may(authority, "region", "2026-05-01"), may(authority, "nowhere", "2026-05-01")]).toEqual([
      true,
      true,
    ]);
  });
  it("for its own office only, where the actor names one", () => {
    const authority = authorityOf(chair);
    expect(may(authority, "district", "2026-02-01", "chair")).toBe(true);
    expect(may(authority, "district", "2026-02-01", "treasurer")).toBe(false);
  });
  it("in any unit where the command names none", () => {
    expect(may(authorityOf(chair), null, "2026-02-01")).toBe(true);
  });
});

describe("a need of the whole organisation", () => {
  it("is met from its root downwards, or by a mandate over every unit, and by no part of it", () => {
    const all = { ...chair, to: null };
    const over = (mandate: MandateFact) => may(authorityOf(mandate), everyUnit, "2026-02-01");
    expect(over({ ...all, unit: everyUnit })).toBe(true);
    expect(over({ ...all, unit: "district" })).toBe(true);
    expect(over({ ...all, unit: "district", reach: "unit" })).toBe(false);
    expect(over({ ...all, unit: "branch" })).toBe(false);
  });
});

describe("nobody may", () => {
  it("without a mandate, with another person's, or with another power", () => {
    expect(may(authorityOf(), "district", "2026-02-01")).toBe(false);
    expect(may(authorityOf({ ...chair, person: "p-2" }), "district", "2026-02-01")).toBe(false);
    expect(may(authorityOf({ ...chair, power: "plan.adopt" }), "district", "2026-02-01")).toBe(false);
  });
});

describe("a power", () => {
  it("includes itself, with .* those of its area, with * all; never by half a name", () => {
    const held = ["plan.decide", "plan.*", "*", "plan", "plan.dec", "pla.*", "plan.decide.*"];
    expect(held.map((power) => includesPower(power, "plan.decide"))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("the line of a unit", () => {
  it("ends at the root, and where a unit stands under itself", () => {
    const authority = authorityOf();
    expect(lineOf(authority, "branch", day("2026-01-01"))).toEqual(["branch", "north", "district"]);
    expect(lineOf(authority, "snake", day("2026-01-01"))).toEqual(["snake", "tail"]);
  });
});

describe("a draft of the authority", () => {
  it("reads as the index will once its changes are kept", () => {
    const index = authorityOf(chair);
    const draft = new AuthorityDraft(index);
    const facts = {
      mandates: [{ ...chair, person: "p-2" }],
      places: [place("south", "district")],
    };
    draft.changes.set("offices", facts);
    const read = (authority: AuthorityIndex | AuthorityDraft) => [
      authority.mandatesOf("p-1").length,
      authority.mandatesOf("p-2").length,
      authority.placesOf("south").length,
      authority.placesOf("north").length,
    ];
    expect(read(index)).toEqual([1, 0, 0, 2]);
    expect(read(draft)).toEqual([0, 1, 1, 2]);
    index.set("offices", facts);
    expect(read(index)).toEqual(read(draft));
  });
});
