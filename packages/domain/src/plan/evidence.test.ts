import { Day, Instant } from "@verksam/kernel";
import { given, recorded } from "@verksam/testkit";
import { describe, it } from "vitest";
import { ReasonMissing } from "./dated.ts";
import { evidence } from "./evidence.ts";
import { commitmentState, planOf2030 } from "./plan.fixture.ts";
import {
  AlreadyWithdrawn,
  EvidenceInFuture,
  NotAsked,
  UndeclaredReference,
  UnknownCommitment,
  UnknownPlan,
} from "./refusals.ts";

const facts = { plan: planOf2030 };
const workshop = { plan: "plan-2030", of: "workshop", on: "2030-03-08", unit: "north" };
const event = { _tag: "EvidenceRecorded", ...workshop, commitment: null, amount: 1, subject: null } as const;
const now = "2030-03-08T20:00:00.000Z";

describe("evidence", () => {
  it("counts once, about nobody and for every commitment, where nothing else is said", () => {
    given(evidence).when("record", workshop, { facts, now }).then(event);
  });
  it("is of a kind or an observance that the plan declares", () => {
    given(evidence)
      .when("record", { ...workshop, of: "spring-day" }, { facts, now })
      .then({ ...event, of: "spring-day" });
    given(evidence)
      .when("record", { ...workshop, of: "workshp" }, { facts, now })
      .thenRefused(new UndeclaredReference({ references: [{ kind: "kind", code: "workshp" }] }));
    given(evidence)
      .when("record", workshop, { now })
      .thenRefused(new UnknownPlan({ plan: "plan-2030" }));
  });
  it("for one commitment only is something that its rule asks for", () => {
    const named = { ...workshop, commitment: "plan-2030:A1" };
    const rule = { kind: "count", of: "workshop", atLeast: 2 } as const;
    const asking = { ...facts, commitment: commitmentState(rule) };
    given(evidence)
      .when("record", named, { facts: asking, now })
      .then({ ...event, commitment: "plan-2030:A1" });
    given(evidence)
      .when("record", { ...named, of: "visit" }, { facts: asking, now })
      .thenRefused(new NotAsked({ what: "evidence", code: "visit" }));
  });
  it("for one commitment is of the same plan", () => {
    const rule = { kind: "count", of: "workshop", atLeast: 2 } as const;
    const commitment = { ...commitmentState(rule), plan: "plan-2029" };
    given(evidence)
      .when("record", { ...workshop, commitment: "plan-2029:A1" }, { facts: { ...facts, commitment }, now })
      .thenRefused(new UnknownCommitment({ commitment: "plan-2029:A1" }));
  });
  it("is of what has happened", () => {
    given(evidence)
      .when("record", { ...workshop, on: "2030-03-09" }, { facts, now })
      .thenRefused(new EvidenceInFuture({ on: Day.make("2030-03-09"), today: Day.make("2030-03-08") }));
  });
  it("is recorded and withdrawn for the unit it is about", () => {
    const need = { power: "plan.record", unit: "north" };
    given(evidence).when("record", workshop, { facts, now }).thenNeeds(need);
    given(evidence, event).when("withdraw", {}, { reason: "entered twice" }).thenNeeds(need);
  });
  it("is withdrawn once, with a reason, and keeps when", () => {
    const at = "2030-04-01T08:00:00.000Z";
    const withdrawn = recorded({ _tag: "EvidenceWithdrawn" }, { recorded: at });
    given(evidence, event)
      .when("withdraw", {}, { reason: "entered twice" })
      .then({ _tag: "EvidenceWithdrawn" });
    given(evidence, event).when("withdraw", {}).thenRefused(new ReasonMissing({}));
    given(evidence, event, withdrawn).thenState({ withdrawnAt: at });
    given(evidence, event, withdrawn)
      .when("withdraw", {}, { reason: "entered twice" })
      .thenRefused(new AlreadyWithdrawn({ at: Instant.make(at) }));
  });
  it("remembers who recorded it, in which office and when", () => {
    const about = { maker: "p-9", office: "north-secretary", recorded: now };
    given(evidence, recorded(event, about)).thenState({
      maker: "p-9",
      office: "north-secretary",
      recordedAt: now,
      withdrawnAt: null,
    });
  });
});
