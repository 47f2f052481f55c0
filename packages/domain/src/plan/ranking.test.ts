import type { Day, Instant } from "@verksam/kernel";
import { describe, expect, it } from "vitest";
import { rank } from "./rank.ts";
import { departuresOn, ranking, rankingEvidence, rankingOn, rankingStages } from "./ranking.ts";
import { lifeOf } from "./steering.fixture.ts";

const day = (text: string) => text as Day;
const entry = (item: string, need: number, effect: number) => ({ item, scores: { need, effect } });
const grounds = {
  weights: { need: 3, effect: 2 },
  ties: ["need"],
  entries: [entry("foundry", 8, 5), entry("hill-farm", 6, 6), entry("yard", 9, 8)],
} as const;
const evidence = {
  commitment: "plan-1:B2",
  proposed: "ranked",
  decided: "order-decided",
  revised: "reviewed",
};
const rule = {
  kind: "all",
  rules: [
    { kind: "milestone", stages: [{ name: "ranked" }, { name: "order-decided" }] },
    { kind: "standing", of: "reviewed", every: "P1Y" },
  ],
};
const input = { unit: "district", grounds, on: day("2025-10-14"), evidence };
const facts = { commitment: { rule } };
const proposed = () => {
  const order = lifeOf(ranking, "support");
  order.give("propose", input, { at: "2025-10-15T17:00:00.000Z", office: "secretary", facts });
  return order;
};
const asProposed = ["yard", "foundry", "hill-farm"];
const farmFirst = ["yard", "hill-farm", "foundry"];
const on = day("2025-11-11");
const reason = "The health centre there is closing.";

describe("a ranking", () => {
  it("keeps its grounds with the order that follows from them, so that anyone can check it", () => {
    const { state } = proposed();
    expect(state.orders).toMatchObject([{ step: "proposed", order: asProposed }]);
    expect(rank(state.grounds).map(({ item }) => item)).toEqual(asProposed);
  });
  it("may be decided on as proposed without a reason", () => {
    const order = proposed();
    order.give("decide", { order: asProposed, on });
    expect(rankingOn(order.state, on)).toMatchObject({ order: asProposed, reason: null });
    expect(rankingOn(order.state, day("2025-11-10"))).toBeUndefined();
  });
  it("may be decided on otherwise only with a reason; the difference is data", () => {
    const order = proposed();
    expect(order.refusal("decide", { order: farmFirst, on })).toMatchObject({ _tag: "ReasonMissing" });
    order.give("decide", { order: farmFirst, on }, { reason });
    expect(rankingOn(order.state, on)).toMatchObject({ order: farmFirst, reason });
    expect(departuresOn(order.state, on)).toEqual([
      { item: "hill-farm", from: 3, to: 2 },
      { item: "foundry", from: 2, to: 3 },
    ]);
    expect(departuresOn(order.state, day("2025-11-10"))).toEqual([]);
  });
  it("is decided on once, after it was proposed, with exactly the items proposed", () => {
    const order = proposed();
    expect(order.refusal("decide", { order: ["yard", "foundry", "school"], on })).toMatchObject({
      _tag: "OrderIncomplete",
      missing: ["hill-farm"],
      unknown: ["school"],
    });
    expect(order.refusal("decide", { order: asProposed, on: day("2025-10-13") })._tag).toBe("DayTooEarly");
    order.give("decide", { order: asProposed, on });
    expect(order.refusal("decide", { order: asProposed, on })).toMatchObject({ _tag: "AlreadyDecided", on });
  });
  it("is revised once decided, each time with a reason, and every order stays to be asked for", () => {
    const order = proposed();
    const later = day("2026-05-12");
    expect(order.refusal("revise", { order: farmFirst, on: later }, { reason })._tag).toBe("NotDecided");
    order.give("decide", { order: asProposed, on }, { at: "2025-11-12T18:00:00.000Z" });
    expect(order.refusal("revise", { order: farmFirst, on: later })._tag).toBe("ReasonMissing");
    expect(order.refusal("revise", { order: ["yard"], on: later }, { reason })._tag).toBe("OrderIncomplete");
    const early = order.refusal("revise", { order: farmFirst, on: day("2025-11-10") }, { reason });
    expect(early).toMatchObject({ _tag: "DayTooEarly", earliest: on });
    order.give("revise", { order: farmFirst, on: later }, { reason, at: "2026-05-13T18:00:00.000Z" });
    expect(rankingOn(order.state, day("2026-05-11"))?.order).toEqual(asProposed);
    expect(rankingOn(order.state, later)?.order).toEqual(farmFirst);
    expect(rankingOn(order.state, later, "2026-05-13T17:59:59.999Z" as Instant)?.order).toEqual(asProposed);
  });
  it("reaches the stages it names, and each revision counts as a review", () => {
    const order = proposed();
    const stage = { commitment: "plan-1:B2", unit: "district" };
    const recordedAt = "2025-10-15T17:00:00.000Z";
    const id = (number: number) => `support:00000${number}.0000`;
    const ranked = {
      ...stage,
      id: id(1),
      stage: "ranked",
      on: "2025-10-14",
      office: "secretary",
      recordedAt,
    };
    expect(rankingStages("support", order.state)).toEqual([ranked]);
    expect(rankingEvidence("support", order.state)).toEqual([]);
    const at = "2026-06-01T12:00:00.000Z";
    order.give("decide", { order: asProposed, on }, { at });
    order.give("revise", { order: farmFirst, on: day("2026-05-12") }, { reason, at });
    expect(rankingStages("support", order.state)).toEqual([
      ranked,
      { ...stage, id: id(2), stage: "order-decided", on, recordedAt: at },
    ]);
    const review = { of: "reviewed", amount: 1, on: "2026-05-12", subject: "support", recordedAt: at };
    expect(rankingEvidence("support", order.state)).toEqual([{ ...stage, ...review, id: id(3) }]);
    expect(order.state.plan).toBe("plan-1");
  });
  it("names only stages and a kind that the commitment's rule asks for", () => {
    const refused = (change: object, known: object = facts) =>
      lifeOf(ranking, "r").refusal(
        "propose",
        { ...input, evidence: { ...evidence, ...change } },
        { facts: known },
      );
    expect(refused({ decided: "decided" })).toMatchObject({
      _tag: "NotAsked",
      what: "stage",
      code: "decided",
    });
    expect(refused({ revised: "seen" })).toMatchObject({ _tag: "NotAsked", what: "evidence", code: "seen" });
    expect(refused({}, {})).toMatchObject({ _tag: "UnknownCommitment", commitment: "plan-1:B2" });
  });
});
