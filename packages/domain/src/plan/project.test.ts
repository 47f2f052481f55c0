import type { Day } from "@verksam/kernel";
import { describe, expect, it } from "vitest";
import { evaluationDueOn, isLate, lateBy, project, projectStages } from "./project.ts";
import { lifeOf } from "./steering.fixture.ts";

const day = (text: string) => text as Day;
const meeting = { meeting: "conference-2027", on: day("2027-04-24") };
const input = {
  unit: "board",
  owner: { office: "secretary" },
  on: day("2025-06-10"),
  evaluateBefore: meeting,
};
const started = () => {
  const suburb = lifeOf(project, "suburb");
  suburb.give("start", input);
  return suburb;
};
const moved = () => {
  const suburb = started();
  suburb.give(
    "moveEvaluation",
    { on: day("2027-02-01"), due: day("2027-06-30") },
    { reason: "The office was vacant." },
  );
  return suburb;
};

describe("a project", () => {
  it("is to be evaluated the day before the meeting at the latest", () => {
    const { state } = started();
    expect(evaluationDueOn(state, day("2026-01-01"))).toBe("2027-04-23");
    expect(isLate(state, day("2027-04-23"))).toBe(false);
    expect(isLate(state, day("2027-04-24"))).toBe(true);
    expect(lateBy(state, day("2027-04-25"))).toBe(2);
  });
  it("has its evaluation moved only with a reason, and until then the old day held", () => {
    expect(started().refusal("moveEvaluation", { on: day("2027-02-01"), due: day("2027-06-30") })._tag).toBe(
      "ReasonMissing",
    );
    const { state } = moved();
    expect(evaluationDueOn(state, day("2027-01-31"))).toBe("2027-04-23");
    expect(evaluationDueOn(state, day("2027-02-01"))).toBe("2027-06-30");
    expect(isLate(state, day("2027-06-30"))).toBe(false);
    expect(state.dueDays.map(({ due, reason }) => [due, reason])).toEqual([
      ["2027-04-23", null],
      ["2027-06-30", "The office was vacant."],
    ]);
  });
  it("is late until evaluated; evaluated late, it stays known by how much", () => {
    const suburb = started();
    suburb.give("evaluate", { on: day("2027-05-03"), findings: ["few-recruited"], followUp: "new-plan" });
    expect(isLate(suburb.state, day("2027-05-02"))).toBe(true);
    expect(isLate(suburb.state, day("2027-05-03"))).toBe(false);
    expect(lateBy(suburb.state, day("2027-12-31"))).toBe(10);
    expect(suburb.state).toMatchObject({ findings: ["few-recruited"], followUp: "new-plan" });
  });
  it("is planned for places and assigned to an office, again where that changes", () => {
    const suburb = started();
    suburb.give("plan", { on: day("2025-09-16"), places: ["yard", "foundry"] });
    suburb.give("assign", { on: day("2026-05-18"), office: "organiser" });
    suburb.give("plan", { on: day("2026-09-01"), places: ["yard"] });
    expect(suburb.state).toMatchObject({ places: ["yard"], assigned: "organiser" });
    expect(suburb.state.steps.map(({ step, on }) => `${step} ${on}`)).toEqual([
      "planned 2025-09-16",
      "assigned 2026-05-18",
      "planned 2026-09-01",
    ]);
  });
  it("does nothing before it starts, on a day to come, or after its evaluation", () => {
    const suburb = started();
    const plan = (on: string, at?: string) =>
      suburb.refusal("plan", { on: day(on), places: ["yard"] }, at === undefined ? {} : { at });
    expect(plan("2025-06-09")._tag).toBe("DayTooEarly");
    expect(plan("2025-07-02", "2025-07-01T12:00:00.000Z")._tag).toBe("DayInFuture");
    suburb.give("evaluate", { on: day("2027-04-01"), findings: ["goals-met"] });
    expect(plan("2027-04-02")).toMatchObject({ _tag: "AlreadyEvaluated", on: "2027-04-01" });
    const again = suburb.refusal("evaluate", { on: day("2027-04-02"), findings: ["goals-met"] });
    expect(again._tag).toBe("AlreadyEvaluated");
  });
  it("is not due before it starts", () => {
    const evaluateBefore = { meeting: "conference-2025", on: input.on };
    expect(lifeOf(project, "p").refusal("start", { ...input, evaluateBefore })._tag).toBe("DayTooEarly");
    const due = day("2025-06-09");
    expect(started().refusal("moveEvaluation", { on: day("2025-07-01"), due }, { reason: "r" })._tag).toBe(
      "DayTooEarly",
    );
  });
  it("reaches the stages it names for its commitment, each the first time", () => {
    const suburb = lifeOf(project, "suburb");
    const evidence = { commitment: "plan-1:B3", planned: "made", evaluated: "judged" };
    const facts = {
      commitment: { rule: { kind: "milestone", stages: [{ name: "made" }, { name: "judged" }] } },
    };
    expect(
      suburb.refusal("start", { ...input, evidence: { ...evidence, assigned: "manned" } }, { facts }),
    ).toMatchObject({
      _tag: "NotAsked",
      code: "manned",
    });
    suburb.give("start", { ...input, evidence }, { facts });
    suburb.give("assign", { on: day("2025-07-01"), office: "organiser" });
    suburb.give(
      "plan",
      { on: day("2025-09-16"), places: [] },
      { office: "secretary", at: "2025-09-17T18:00:00.000Z" },
    );
    suburb.give("plan", { on: day("2026-09-16"), places: [] });
    expect(projectStages("suburb", suburb.state)).toEqual([
      {
        id: "suburb:000003.0000",
        commitment: "plan-1:B3",
        stage: "made",
        on: "2025-09-16",
        unit: "board",
        office: "secretary",
        recordedAt: "2025-09-17T18:00:00.000Z",
      },
    ]);
    expect(projectStages("suburb", moved().state)).toEqual([]);
  });
});
