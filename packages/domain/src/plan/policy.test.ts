import type { Day, Instant } from "@verksam/kernel";
import { describe, expect, it } from "vitest";
import { adoptionsOn, policy, policyCoverage, policyEvidence } from "./policy.ts";
import { lifeOf } from "./steering.fixture.ts";

const day = (text: string) => text as Day;
const facts = { plan: { kinds: [{ code: "handbook-adopted" }] } };
const evidence = { plan: "plan-1", of: "handbook-adopted" };
const adopted = () => {
  const handbook = lifeOf(policy, "handbook");
  handbook.give("adopt", { unit: "board", on: day("2025-09-16"), evidence }, { facts });
  handbook.give(
    "adoptLocally",
    { unit: "elm-vale", on: day("2025-10-16") },
    { at: "2025-10-17T17:00:00.000Z" },
  );
  handbook.give(
    "adoptLocally",
    { unit: "north-bay", on: day("2025-11-19") },
    { at: "2025-11-20T18:00:00.000Z" },
  );
  return handbook;
};
const withdrawn = () => {
  const handbook = adopted();
  handbook.give(
    "withdraw",
    { unit: "elm-vale" },
    { reason: "Another meeting.", at: "2026-01-10T12:00:00.000Z" },
  );
  return handbook;
};
const population = ["elm-vale", "north-bay", "hill"].map((member) => ({ member, from: day("2025-01-01") }));

describe("a policy", () => {
  it("covers the units that have made it their own by the day; the list of the missing is the rest", () => {
    const { state } = adopted();
    expect(policyCoverage(state, { population, asOf: day("2025-10-15") }).covered).toEqual([]);
    expect(policyCoverage(state, { population, asOf: day("2025-11-19") })).toEqual({
      covered: ["elm-vale", "north-bay"],
      missing: ["hill"],
      excused: [],
    });
    const excuses = [{ member: "hill", from: day("2025-11-01") }];
    expect(policyCoverage(state, { population, asOf: day("2025-11-19"), excuses }).excused).toEqual(["hill"]);
  });
  it("loses an adoption that was recorded in error, and keeps what was known until then", () => {
    const { state } = withdrawn();
    const on = day("2025-12-01");
    const units = (knownAt?: string) =>
      adoptionsOn(state, on, knownAt as Instant | undefined).map(({ unit }) => unit);
    expect(units()).toEqual(["north-bay"]);
    expect(units("2026-01-09T12:00:00.000Z")).toEqual(["elm-vale", "north-bay"]);
    expect(units("2026-01-10T12:00:00.000Z")).toEqual(["north-bay"]);
    expect(policyCoverage(state, { population, asOf: on }).missing).toEqual(["elm-vale", "hill"]);
  });
  it("is adopted once by a unit, unless that was withdrawn, and not before the body adopted it for all", () => {
    const handbook = withdrawn();
    const again = { unit: "north-bay", on: day("2026-02-01") };
    expect(handbook.refusal("adoptLocally", again)).toMatchObject({
      _tag: "AlreadyAdopted",
      on: "2025-11-19",
    });
    expect(handbook.refusal("adoptLocally", { unit: "hill", on: day("2025-09-15") })._tag).toBe(
      "DayTooEarly",
    );
    handbook.give("adoptLocally", { unit: "elm-vale", on: day("2026-02-01") });
    expect(adoptionsOn(handbook.state, day("2026-02-01")).map(({ unit }) => unit)).toEqual([
      "north-bay",
      "elm-vale",
    ]);
  });
  it("is withdrawn only where it stands, and with a reason", () => {
    const handbook = withdrawn();
    expect(handbook.refusal("withdraw", { unit: "north-bay" })._tag).toBe("ReasonMissing");
    const refused = handbook.refusal("withdraw", { unit: "elm-vale" }, { reason: "r" });
    expect(refused).toMatchObject({ _tag: "NotAdopted", unit: "elm-vale" });
  });
  it("counts about each unit on the day it adopted, withdrawn with the adoption", () => {
    const shared = { of: "handbook-adopted", amount: 1 };
    expect(policyEvidence("handbook", withdrawn().state)).toEqual([
      {
        ...shared,
        id: "handbook:000002.0000",
        on: "2025-10-16",
        unit: "elm-vale",
        subject: "elm-vale",
        recordedAt: "2025-10-17T17:00:00.000Z",
        withdrawnAt: "2026-01-10T12:00:00.000Z",
      },
      {
        ...shared,
        id: "handbook:000003.0000",
        on: "2025-11-19",
        unit: "north-bay",
        subject: "north-bay",
        recordedAt: "2025-11-20T18:00:00.000Z",
      },
    ]);
    const plain = lifeOf(policy, "p");
    plain.give("adopt", { unit: "board", on: day("2025-09-16") });
    plain.give("adoptLocally", { unit: "hill", on: day("2025-09-17") });
    expect(policyEvidence("p", plain.state)).toEqual([]);
  });
  it("counts only as a kind that the plan declares", () => {
    const input = { unit: "board", on: day("2025-09-16"), evidence: { ...evidence, of: "handbook" } };
    expect(lifeOf(policy, "p").refusal("adopt", input, { facts })._tag).toBe("UndeclaredReference");
  });
});
