import { Day, type Plainly } from "@verksam/kernel";
import { given, recorded } from "@verksam/testkit";
import { describe, it } from "vitest";
import { commitment } from "./commitment.ts";
import { DayInFuture, ReasonMissing } from "./dated.ts";
import { planOf2030 } from "./plan.fixture.ts";
import {
  CommitmentDropped,
  DeadlineUnclear,
  ExcusedAlready,
  LaterDecision,
  NoSuchEntry,
  NotAsked,
  NotDropped,
  StageReachedAlready,
  UndeclaredReference,
  UnknownPlan,
} from "./refusals.ts";
import type { DatedRule } from "./rule.ts";

const id = "plan-2030:A1";
const facts = { plan: planOf2030 };
const promise = { area: "A", owner: { unit: "garden-group" }, text: "Two workshops before the fair" };
const workshops = { kind: "count", of: "workshop", atLeast: 2 } as const;
const madeWith = (rule: Plainly<DatedRule>) =>
  recorded(
    {
      _tag: "CommitmentMade",
      plan: "plan-2030",
      code: "A1",
      body: "annual-meeting",
      ...promise,
      rule,
    },
    { effective: "2030-01-10" },
  );
const made = madeWith({ ...workshops, by: "2030-09-13" });
const milestone = madeWith({
  kind: "milestone",
  stages: [{ name: "dug", by: "2030-04-30" }, { name: "sown" }],
});
const reached = { _tag: "StageReached", stage: "dug", on: "2030-04-29", unit: "garden-group" } as const;
const decision = { id, on: "2030-03-01", reason: "the meeting's decision" };
const because = { ...decision, facts };

describe("a commitment that is made", () => {
  it("has its deadlines as dates, resolved from the plan's named days", () => {
    given(commitment)
      .when("make", { ...promise, rule: { ...workshops, by: { before: "fair" } } }, { id, facts })
      .then({
        _tag: "CommitmentMade",
        plan: "plan-2030",
        code: "A1",
        body: "annual-meeting",
        ...promise,
        rule: { ...workshops, by: "2030-09-13" },
      });
  });
  it("is refused with every reference that the plan does not declare", () => {
    const rule = {
      kind: "all",
      rules: [
        { ...workshops, of: "workshp", by: { on: "fare" } },
        { kind: "coverage", population: "members", obligation: "visit", share: "all" },
        { kind: "observance", observances: ["spring-day", "winter-day"] },
      ],
    } as const;
    given(commitment)
      .when("make", { ...promise, area: "C", rule }, { id, facts })
      .thenRefused(
        new UndeclaredReference({
          references: [
            { kind: "area", code: "C" },
            { kind: "kind", code: "workshp" },
            { kind: "population", code: "members" },
            { kind: "observance", code: "winter-day" },
            { kind: "day", code: "fare" },
          ],
        }),
      );
  });
  it("belongs to a plan that its id names", () => {
    given(commitment)
      .when("make", { ...promise, rule: workshops }, { id: "A1" })
      .thenRefused(new UnknownPlan({ plan: "A1" }));
  });
  it("needs the power to decide over the adopting body", () => {
    given(commitment)
      .when("make", { ...promise, rule: workshops }, { id, facts })
      .thenNeeds({ power: "plan.decide", unit: "annual-meeting" });
  });
});

describe("a decision about a commitment", () => {
  it("needs a reason", () => {
    const missing = new ReasonMissing({});
    given(commitment, made).when("change", { area: "B" }, { facts }).thenRefused(missing);
    given(commitment, made).when("moveDeadline", { by: "2030-10-01" }, { facts }).thenRefused(missing);
    given(commitment, made).when("drop", {}).thenRefused(missing);
  });
  it("changes what it names from its day on and keeps the rest", () => {
    given(commitment, made)
      .when("change", { owner: { office: "chair" } }, because)
      .then({ _tag: "CommitmentChanged", owner: { office: "chair" } })
      .thenState({ owner: { office: "chair" }, rule: { ...workshops, by: "2030-09-13" } });
  });
  it("that changes nothing is none", () => {
    given(commitment, made).when("change", {}, because).then();
  });
  it("may not come before one that is recorded for a later day", () => {
    given(commitment, made)
      .when("drop", {}, { ...decision, on: "2030-01-09" })
      .thenRefused(new LaterDecision({ from: Day.make("2030-01-10") }));
  });
  it("moves the only deadline, also to a named day of the plan", () => {
    given(commitment, made)
      .when("moveDeadline", { by: { on: "fair" } }, because)
      .then({ _tag: "DeadlineMoved", rule: { ...workshops, by: "2030-09-14" } });
  });
  it("moves the deadline of the stage it is about, and no other", () => {
    const stages = [
      { name: "dug", by: "2030-04-30" },
      { name: "sown", by: "2030-05-31" },
    ] as const;
    const rule = { kind: "milestone", stages } as const;
    given(commitment, madeWith(rule))
      .when("moveDeadline", { by: "2030-06-15", about: "sown" }, because)
      .then({
        _tag: "DeadlineMoved",
        rule: { ...rule, stages: [stages[0], { name: "sown", by: "2030-06-15" }] },
      });
    given(commitment, madeWith(rule))
      .when("moveDeadline", { by: "2030-06-15" }, because)
      .thenRefused(new DeadlineUnclear({ matches: 2 }));
  });
  it("drops it, and only restoring it opens it for other decisions again", () => {
    const dropped = recorded({ _tag: "CommitmentDropped" }, { effective: "2030-02-01" });
    given(commitment, made, dropped)
      .when("change", { area: "B" }, because)
      .thenRefused(new CommitmentDropped({ from: Day.make("2030-02-01") }));
    given(commitment, made).when("restore", {}, decision).thenRefused(new NotDropped({}));
    given(commitment, made, dropped).when("restore", {}).thenRefused(new ReasonMissing({}));
    given(commitment, made, dropped)
      .when("restore", {}, decision)
      .then({ _tag: "CommitmentRestored" })
      .thenState({ droppedFrom: null });
  });
  it("is kept with the whole promise as it was from that day on", () => {
    const entry = { withdrawnAt: null, office: null, reason: null };
    const rule = { ...workshops, by: "2030-09-13" };
    const state = {
      id: "000001.0000",
      recordedAt: "2026-01-01T12:00:00.000Z",
      kind: "made" as const,
      from: "2030-01-10",
    };
    given(commitment, made).thenState({ decisions: [{ ...entry, ...state, ...promise, rule }] });
  });
});

describe("what a rule asks for", () => {
  const circumstances = { now: "2030-05-02T12:00:00.000Z", reason: "as the minutes say" };
  it("is a stage of its own, reached once and not in the future", () => {
    given(commitment, milestone)
      .when("reachStage", { stage: "dug", on: "2030-04-29" }, circumstances)
      .then(reached);
    given(commitment, milestone)
      .when("reachStage", { stage: "watered", on: "2030-04-29" }, circumstances)
      .thenRefused(new NotAsked({ what: "stage", code: "watered" }));
    given(commitment, milestone)
      .when("reachStage", { stage: "sown", on: "2030-05-03" }, circumstances)
      .thenRefused(new DayInFuture({ on: Day.make("2030-05-03"), today: Day.make("2030-05-02") }));
    given(commitment, milestone, reached)
      .when("reachStage", { stage: "dug", on: "2030-04-30" }, circumstances)
      .thenRefused(new StageReachedAlready({ stage: "dug", on: Day.make("2030-04-29") }));
  });
  it("counts a stage for the unit that answers, or for the one it is recorded for", () => {
    given(commitment, milestone)
      .when("reachStage", { stage: "dug", on: "2030-04-29" }, circumstances)
      .thenNeeds({ power: "plan.record", unit: "garden-group" });
    given(commitment, milestone)
      .when("reachStage", { stage: "dug", on: "2030-04-29", unit: "youth-group" }, circumstances)
      .thenNeeds({ power: "plan.record", unit: "youth-group" });
  });
  it("lets a stage that was not reached be withdrawn and reached again", () => {
    const withdrawn = { _tag: "StageWithdrawn", stage: "dug" } as const;
    given(commitment, milestone, reached)
      .when("withdrawStage", { stage: "dug" }, circumstances)
      .then(withdrawn);
    given(commitment, milestone)
      .when("withdrawStage", { stage: "dug" }, circumstances)
      .thenRefused(new NoSuchEntry({ entry: "dug" }));
    given(commitment, milestone, reached, withdrawn)
      .when("reachStage", { stage: "dug", on: "2030-04-29" }, circumstances)
      .then(reached);
  });
  it("is a baseline, a verdict or a measure only where the rule has one", () => {
    const outcome = madeWith({
      kind: "outcome",
      goals: [{ judged: "calm" }, { measure: "hives", op: ">=", value: 3 }],
    });
    const verdict = { judged: "calm", reached: true, on: "2030-05-01" };
    given(commitment, made)
      .when("recordBaseline", { value: 4 })
      .thenRefused(new NotAsked({ what: "baseline", code: null }));
    given(commitment, outcome)
      .when("recordVerdict", verdict, circumstances)
      .then({ _tag: "VerdictRecorded", ...verdict });
    given(commitment, outcome)
      .when("recordVerdict", { ...verdict, judged: "merry" }, circumstances)
      .thenRefused(new NotAsked({ what: "verdict", code: "merry" }));
    given(commitment, outcome)
      .when("recordMeasure", { measure: "bees", value: 9, on: "2030-05-01" }, circumstances)
      .thenRefused(new NotAsked({ what: "measure", code: "bees" }));
  });
  it("keeps each baseline that was corrected, marked as replaced when it was", () => {
    const baseline = madeWith({ kind: "baseline", measure: { of: "visit", take: "sum" } });
    const at = ["2026-01-01T12:00:00.000Z", "2026-02-01T12:00:00.000Z", "2026-03-01T12:00:00.000Z"] as const;
    const recordedAt = (value: number, when: string) =>
      recorded({ _tag: "BaselineRecorded", value }, { recorded: when });
    const entry = { office: null, reason: null };
    given(commitment, baseline, recordedAt(4, at[0]), recordedAt(5, at[1]), recordedAt(6, at[2])).thenState({
      baselines: [
        { ...entry, id: "000002.0000", recordedAt: at[0], withdrawnAt: at[1], value: 4 },
        { ...entry, id: "000003.0000", recordedAt: at[1], withdrawnAt: at[2], value: 5 },
        { ...entry, id: "000004.0000", recordedAt: at[2], withdrawnAt: null, value: 6 },
      ],
    });
  });
  it("lets a member off only where there is a population, once, and with a reason", () => {
    const covered = madeWith({ kind: "coverage", population: "branches", obligation: "visit", share: "all" });
    const excuse = { member: "north", from: "2030-05-01" };
    const excused = { _tag: "MemberExcused", ...excuse } as const;
    given(commitment, covered).when("excuse", excuse, circumstances).then(excused);
    given(commitment, covered).when("excuse", excuse).thenRefused(new ReasonMissing({}));
    given(commitment, made)
      .when("excuse", excuse, circumstances)
      .thenRefused(new NotAsked({ what: "excuse", code: null }));
    given(commitment, covered, excused)
      .when("excuse", { ...excuse, from: "2030-06-01" }, circumstances)
      .thenRefused(new ExcusedAlready({ member: "north", from: Day.make("2030-05-01") }));
    given(commitment, covered, excused)
      .when("withdrawExcuse", { member: "north" }, circumstances)
      .then({ _tag: "ExcuseWithdrawn", member: "north" });
  });
});
