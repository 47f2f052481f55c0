import type { Day, Instant, Span } from "@verksam/kernel";
import { describe, expect, it } from "vitest";
import {
  answerLateBy,
  rapidResponse,
  rapidResponseEvidence,
  standsOn,
  unplannedCounts,
} from "./rapid-response.ts";
import { lifeOf } from "./steering.fixture.ts";

const day = (text: string) => text as Day;
const facts = { plan: { kinds: [{ code: "urgent-issue" }, { code: "urgent-decision" }] } };
const evidence = { plan: "plan-1", raised: "urgent-issue", answered: "urgent-decision" };
const input = {
  unit: "elm-vale",
  body: "board",
  topic: "night-bus",
  cost: { amount: 800_000, currency: "SEK" },
  on: day("2025-06-03"),
  answerWithin: "P3D" as Span,
};
const proposed = (id = "rr-1") => {
  const response = lifeOf(rapidResponse, id);
  response.give(
    "propose",
    { ...input, evidence },
    { facts, at: "2025-06-03T19:00:00.000Z", office: "chair" },
  );
  return response;
};
const approved = () => {
  const response = proposed();
  response.give(
    "approve",
    { on: day("2025-06-05") },
    { at: "2025-06-05T17:00:00.000Z", office: "district-chair" },
  );
  return response;
};
const evaluated = () => {
  const response = approved();
  response.give("carryOut", { on: day("2025-06-14") });
  response.give("evaluate", { on: day("2025-06-24"), findings: ["repeat"] });
  return response;
};
const declined = (on = "2025-06-07") => {
  const response = proposed();
  response.give("decline", { on: day(on) }, { reason: "Important, not urgent." });
  return response;
};

describe("a rapid response", () => {
  it("is proposed, approved, carried out and evaluated, and is asked for as of a day", () => {
    const { state } = evaluated();
    const days = ["2025-06-02", "2025-06-03", "2025-06-05", "2025-06-14", "2025-06-24"];
    expect(days.map((on) => standsOn(state, day(on)))).toEqual([
      undefined,
      "proposed",
      "approved",
      "carriedOut",
      "evaluated",
    ]);
    expect(standsOn(state, day("2025-06-30"), "2025-06-04T00:00:00.000Z" as Instant)).toBe("proposed");
    expect(state).toMatchObject({ stands: "evaluated", findings: ["repeat"], followUp: null });
  });
  it("takes no step out of turn", () => {
    const on = day("2025-07-01");
    const evaluate = { on, findings: ["repeat"] };
    const refused = { _tag: "OutOfTurn" };
    expect(proposed().refusal("carryOut", { on })).toMatchObject({
      ...refused,
      stands: "proposed",
      asked: "carriedOut",
    });
    expect(proposed().refusal("evaluate", evaluate)).toMatchObject(refused);
    expect(approved().refusal("approve", { on })).toMatchObject(refused);
    expect(approved().refusal("decline", { on })).toMatchObject(refused);
    expect(approved().refusal("evaluate", evaluate)).toMatchObject(refused);
    expect(declined().refusal("approve", { on })).toMatchObject({ ...refused, stands: "declined" });
    expect(declined().refusal("carryOut", { on })).toMatchObject(refused);
    expect(evaluated().refusal("carryOut", { on })).toMatchObject(refused);
    expect(evaluated().refusal("evaluate", evaluate)).toMatchObject(refused);
  });
  it("takes no step before the one that it follows, nor on a day to come", () => {
    expect(proposed().refusal("approve", { on: day("2025-06-02") })._tag).toBe("DayTooEarly");
    const at = "2025-06-04T12:00:00.000Z";
    expect(proposed().refusal("approve", { on: day("2025-06-05") }, { at })._tag).toBe("DayInFuture");
    expect(approved().refusal("carryOut", { on: day("2025-06-04") })._tag).toBe("DayTooEarly");
  });
  it("is to be answered within the time stated when it was proposed", () => {
    const { state } = proposed();
    expect(state.answerBy).toBe("2025-06-06");
    expect(answerLateBy(state, day("2025-06-06"))).toBe(0);
    expect(answerLateBy(state, day("2025-06-08"))).toBe(2);
    expect(answerLateBy(approved().state, day("2025-12-31"))).toBe(0);
    expect(answerLateBy(declined("2025-06-07").state, day("2025-12-31"))).toBe(1);
    expect(answerLateBy(declined("2025-06-10").state, day("2025-06-08"))).toBe(2);
  });
  it("is decided by the body that was asked, and carried out by the unit that asked", () => {
    const { state } = proposed();
    const need = (command: string) => rapidResponse.machine.guard(command, {}, state, {} as never);
    expect(need("approve")).toEqual({ power: "plan.rapidResponse.answer", unit: "board" });
    expect(need("decline")).toEqual({ power: "plan.rapidResponse.answer", unit: "board" });
    expect(need("carryOut")).toEqual({ power: "plan.rapidResponse.act", unit: "elm-vale" });
  });
  it("counts as raised and as answered, about the response, whatever the answer", () => {
    const raised = {
      id: "rr-1:000001.0000",
      of: "urgent-issue",
      on: "2025-06-03",
      amount: 1,
      unit: "elm-vale",
      subject: "rr-1",
      office: "chair",
      recordedAt: "2025-06-03T19:00:00.000Z",
    };
    expect(rapidResponseEvidence("rr-1", proposed().state)).toEqual([raised]);
    expect(rapidResponseEvidence("rr-1", evaluated().state)).toEqual([
      raised,
      {
        id: "rr-1:000002.0000",
        of: "urgent-decision",
        on: "2025-06-05",
        amount: 1,
        unit: "board",
        subject: "rr-1",
        office: "district-chair",
        recordedAt: "2025-06-05T17:00:00.000Z",
      },
    ]);
    expect(rapidResponseEvidence("rr-1", declined().state)).toMatchObject([
      raised,
      { of: "urgent-decision" },
    ]);
    const misspelt = { ...input, evidence: { ...evidence, answered: "urgent-decison" } };
    expect(lifeOf(rapidResponse, "r").refusal("propose", misspelt, { facts })).toMatchObject({
      references: [{ kind: "kind", code: "urgent-decison" }],
    });
  });
});

describe("unplanned work", () => {
  const responses = [proposed().state, approved().state, declined().state, evaluated().state];
  it("is counted as it stood on the day, each response once", () => {
    const nothing = { proposed: 0, approved: 0, declined: 0, carriedOut: 0, evaluated: 0 };
    expect(unplannedCounts(responses, day("2025-06-02"))).toEqual({
      proposed: 0,
      stands: nothing,
      done: 0,
      late: 0,
    });
    expect(unplannedCounts(responses, day("2025-06-14"))).toEqual({
      proposed: 4,
      stands: { proposed: 1, approved: 1, declined: 1, carriedOut: 1, evaluated: 0 },
      done: 1,
      // One was declined a day late, and one still waits.
      late: 2,
    });
    expect(unplannedCounts(responses, day("2025-06-24"))).toMatchObject({
      stands: { evaluated: 1 },
      done: 1,
    });
  });
  it("is counted as it was known", () => {
    const knownAt = "2025-06-05T16:59:59.999Z" as Instant;
    expect(unplannedCounts(responses, day("2025-06-24"), knownAt)).toMatchObject({
      stands: { proposed: 4, approved: 0, evaluated: 0 },
      done: 0,
      late: 4,
    });
  });
});
