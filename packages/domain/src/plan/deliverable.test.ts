import type { Day, Instant } from "@verksam/kernel";
import { describe, expect, it } from "vitest";
import { deliverable, deliverableStages, stagesOn } from "./deliverable.ts";
import { lifeOf } from "./steering.fixture.ts";

const day = (text: string) => text as Day;
const stages = [
  { code: "drafted", by: day("2025-12-15"), reaches: "strategy-drafted" },
  { code: "adopted" },
  { code: "in-force", by: day("2026-05-01"), reaches: "strategy-in-force" },
] as const;
const input = { unit: "board", on: day("2025-09-01"), stages, evidence: { commitment: "plan-1:B8" } };
const facts = {
  commitment: {
    rule: { kind: "milestone", stages: [{ name: "strategy-drafted" }, { name: "strategy-in-force" }] },
  },
};
const started = () => {
  const strategy = lifeOf(deliverable, "strategy");
  strategy.give("start", input, { facts });
  return strategy;
};
const drafted = () => {
  const strategy = started();
  strategy.give("reach", { stage: "drafted", on: day("2025-12-20") }, { at: "2025-12-21T09:00:00.000Z" });
  return strategy;
};
const reach = (strategy: ReturnType<typeof started>, stage: string, on: string) =>
  strategy.refusal("reach", { stage, on: day(on) });

describe("a deliverable", () => {
  it("reaches its stages in order, none skipped, none twice, and only its own", () => {
    expect(reach(started(), "adopted", "2026-01-10")).toMatchObject({
      _tag: "StageSkipped",
      next: "drafted",
    });
    expect(reach(drafted(), "in-force", "2026-01-10")).toMatchObject({
      _tag: "StageSkipped",
      next: "adopted",
    });
    expect(reach(drafted(), "drafted", "2026-01-10")).toMatchObject({
      _tag: "StageReachedAlready",
      on: "2025-12-20",
    });
    expect(reach(drafted(), "printed", "2026-01-10")).toMatchObject({
      _tag: "UnknownStage",
      stage: "printed",
    });
  });
  it("reaches no stage before the one that it follows, nor before it was started", () => {
    expect(reach(started(), "drafted", "2025-08-31")).toMatchObject({
      _tag: "DayTooEarly",
      earliest: "2025-09-01",
    });
    expect(reach(drafted(), "adopted", "2025-12-19")).toMatchObject({
      _tag: "DayTooEarly",
      earliest: "2025-12-20",
    });
    const strategy = drafted();
    strategy.give("reach", { stage: "adopted", on: day("2025-12-20") });
    expect(strategy.state.reached.map(({ stage }) => stage)).toEqual(["drafted", "adopted"]);
  });
  it("tells by how many days each stage is late, reached or not", () => {
    const { state } = drafted();
    expect(stagesOn(state, day("2025-12-15"))[0]).toEqual({ code: "drafted", by: "2025-12-15", lateBy: 0 });
    expect(stagesOn(state, day("2025-12-16"))[0]).toMatchObject({ lateBy: 1 });
    expect(stagesOn(state, day("2026-05-02"))).toEqual([
      { code: "drafted", by: "2025-12-15", reached: "2025-12-20", lateBy: 5 },
      { code: "adopted", lateBy: 0 },
      { code: "in-force", by: "2026-05-01", lateBy: 1 },
    ]);
  });
  it("loses only the stage reached last, with a reason, and keeps that it was thought reached", () => {
    const strategy = drafted();
    strategy.give("reach", { stage: "adopted", on: day("2026-03-28") }, { at: "2026-03-29T09:00:00.000Z" });
    const reason = "The meeting had no quorum.";
    expect(strategy.refusal("withdraw", { stage: "adopted" })._tag).toBe("ReasonMissing");
    expect(strategy.refusal("withdraw", { stage: "drafted" }, { reason })).toMatchObject({
      _tag: "NotLastReached",
      last: "adopted",
    });
    strategy.give("withdraw", { stage: "adopted" }, { reason, at: "2026-04-10T09:00:00.000Z" });
    const reached = (knownAt?: string) =>
      stagesOn(strategy.state, day("2026-04-01"), knownAt as Instant | undefined)[1]?.reached;
    expect(reached()).toBeUndefined();
    expect(reached("2026-04-09T09:00:00.000Z")).toBe("2026-03-28");
    strategy.give("reach", { stage: "adopted", on: day("2026-04-25") });
    expect(stagesOn(strategy.state, day("2026-04-25"))[1]?.reached).toBe("2026-04-25");
    expect(started().refusal("withdraw", { stage: "drafted" }, { reason })).toMatchObject({ last: null });
  });
  it("reaches the stages of its commitment that its own stages name, withdrawn with them", () => {
    const strategy = drafted();
    strategy.give("withdraw", { stage: "drafted" }, { reason: "r", at: "2026-01-02T09:00:00.000Z" });
    strategy.give(
      "reach",
      { stage: "drafted", on: day("2026-01-05") },
      { at: "2026-01-06T09:00:00.000Z", office: "editor" },
    );
    strategy.give("reach", { stage: "adopted", on: day("2026-03-28") });
    const shared = { commitment: "plan-1:B8", stage: "strategy-drafted", unit: "board" };
    expect(deliverableStages("strategy", strategy.state)).toEqual([
      {
        ...shared,
        id: "strategy:000002.0000",
        on: "2025-12-20",
        recordedAt: "2025-12-21T09:00:00.000Z",
        withdrawnAt: "2026-01-02T09:00:00.000Z",
      },
      {
        ...shared,
        id: "strategy:000004.0000",
        on: "2026-01-05",
        office: "editor",
        recordedAt: "2026-01-06T09:00:00.000Z",
      },
    ]);
  });
  it("names only stages that its commitment asks for, and each of its own once", () => {
    const misspelt = [{ code: "drafted", reaches: "strategy-draft" }] as const;
    const life = lifeOf(deliverable, "d");
    expect(life.refusal("start", { ...input, stages: misspelt }, { facts })).toMatchObject({
      code: "strategy-draft",
    });
    expect(life.refusal("start", input)._tag).toBe("UnknownCommitment");
    expect(life.problems("start", { ...input, stages: [stages[0], stages[0]] })).toEqual(["stages"]);
    expect(life.problems("start", { ...input, stages: [] })).not.toEqual([]);
  });
});
