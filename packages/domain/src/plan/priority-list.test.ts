import type { Day, Instant } from "@verksam/kernel";
import { describe, expect, it } from "vitest";
import { prioritiesOn, priorityList, priorityListEvidence } from "./priority-list.ts";
import { lifeOf } from "./steering.fixture.ts";

const day = (text: string) => text as Day;
const instant = (text: string) => text as Instant;
const first = {
  unit: "elm-vale",
  kind: "places",
  items: ["old-mill", "harbour"],
  on: day("2025-09-30"),
} as const;
const facts = { plan: { kinds: [{ code: "priorities-set" }] } };
const decided = (evidence?: { plan: string; of: string }) => {
  const list = lifeOf(priorityList, "elm-vale-places");
  list.give(
    "decide",
    { ...first, ...(evidence && { evidence }) },
    { at: "2025-10-01T17:00:00.000Z", office: "chair", facts },
  );
  return list;
};

describe("a priority list", () => {
  it("is what the latest decision by the day says, and nothing before the first", () => {
    const list = decided();
    const items = ["harbour", "old-mill", "school"];
    list.give(
      "revise",
      { items, on: day("2026-01-29") },
      { at: "2026-01-30T19:00:00.000Z", reason: "Fewer voted there." },
    );
    expect(prioritiesOn(list.state, day("2025-09-29"))).toBeUndefined();
    expect(prioritiesOn(list.state, day("2026-01-28"))?.items).toEqual(["old-mill", "harbour"]);
    expect(prioritiesOn(list.state, day("2026-01-29"))).toMatchObject({
      items,
      reason: "Fewer voted there.",
    });
  });
  it("is told as it was known: a decision recorded late changes the day, not what was known", () => {
    const list = decided();
    const items = ["school"];
    list.give(
      "revise",
      { items, on: day("2026-03-01") },
      { at: "2026-03-01T12:00:00.000Z", reason: "later" },
    );
    list.give(
      "revise",
      { items: ["harbour"], on: day("2026-02-01") },
      { at: "2026-05-01T12:00:00.000Z", reason: "found" },
    );
    const asKnown = (knownAt: string) => prioritiesOn(list.state, day("2026-02-15"), instant(knownAt))?.items;
    expect(asKnown("2026-04-30T00:00:00.000Z")).toEqual(["old-mill", "harbour"]);
    expect(asKnown("2026-05-01T12:00:00.000Z")).toEqual(["harbour"]);
    // The late entry is of an earlier day, so it does not displace the later decision.
    expect(prioritiesOn(list.state, day("2026-06-01"))?.items).toEqual(["school"]);
  });
  it("keeps, of two decisions of one day, the one recorded last, whatever their ids", () => {
    const list = decided();
    for (let number = 2; number <= 11; number++)
      list.give("revise", { items: [`item-${number}`], on: day("2026-01-29") }, { reason: "again" });
    expect(prioritiesOn(list.state, day("2026-01-29"))?.items).toEqual(["item-11"]);
  });
  it("is revised only with a reason, not before it was decided, and not on a day to come", () => {
    const list = decided();
    const at = "2025-12-01T12:00:00.000Z";
    const revise = (on: string, reason?: string) =>
      list.refusal("revise", { items: ["school"], on: day(on) }, { at, ...(reason && { reason }) });
    expect(revise("2025-11-30")).toMatchObject({ _tag: "ReasonMissing" });
    expect(revise("2025-09-29", "r")).toMatchObject({ _tag: "DayTooEarly", earliest: "2025-09-30" });
    expect(revise("2025-12-02", "r")).toMatchObject({ _tag: "DayInFuture", today: "2025-12-01" });
  });
  it("names each item once, and one at least", () => {
    const list = lifeOf(priorityList, "l");
    expect(list.problems("decide", { ...first, items: [] })).toEqual(["items"]);
    expect(list.problems("decide", { ...first, items: ["a", "b", "a"] })).toEqual(["items"]);
    expect(list.problems("decide", first)).toEqual([]);
  });
  it("takes the unit's one place for lists of its kind", () => {
    const reserved = priorityList.machine.reserves({ ...first }, "any");
    expect(reserved).toEqual([{ name: "priority list", key: "elm-vale/places" }]);
  });
  it("counts, where it names a kind, about its unit each time it is decided or revised", () => {
    const list = decided({ plan: "plan-1", of: "priorities-set" });
    list.give(
      "revise",
      { items: ["school"], on: day("2026-01-29") },
      { at: "2026-01-30T19:00:00.000Z", reason: "r" },
    );
    const shared = { of: "priorities-set", amount: 1, unit: "elm-vale", subject: "elm-vale" };
    expect(priorityListEvidence("elm-vale-places", list.state)).toEqual([
      {
        ...shared,
        id: "elm-vale-places:000001.0000",
        on: "2025-09-30",
        recordedAt: "2025-10-01T17:00:00.000Z",
        office: "chair",
      },
      {
        ...shared,
        id: "elm-vale-places:000002.0000",
        on: "2026-01-29",
        recordedAt: "2026-01-30T19:00:00.000Z",
      },
    ]);
    expect(list.state.plan).toBe("plan-1");
    expect(priorityListEvidence("elm-vale-places", decided().state)).toEqual([]);
  });
  it("names only a kind that the plan declares", () => {
    const list = lifeOf(priorityList, "l");
    const input = { ...first, evidence: { plan: "plan-1", of: "priorites-set" } };
    expect(list.refusal("decide", input, { facts })).toMatchObject({
      _tag: "UndeclaredReference",
      references: [{ kind: "kind", code: "priorites-set" }],
    });
    expect(list.refusal("decide", input)).toMatchObject({ _tag: "UnknownPlan", plan: "plan-1" });
  });
  it("asks for the power over the unit whose list it is", () => {
    const { state } = decided();
    const given = {} as never;
    const need = { power: "plan.priorityList.decide", unit: "elm-vale" };
    expect(priorityList.machine.guard("decide", first, undefined, given)).toEqual(need);
    expect(priorityList.machine.guard("revise", {}, state, given)).toEqual(need);
  });
});
