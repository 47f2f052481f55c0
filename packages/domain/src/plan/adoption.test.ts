import { Day } from "@verksam/kernel";
import * as Result from "effect/Result";
import { describe, expect, it } from "vitest";
import { adoptionOrders, checkDocument, readDocument } from "./adoption.ts";
import { document } from "./document.fixture.ts";

const read = (change: object = {}) => Result.getOrThrow(readDocument({ ...document, ...change }));
const problems = (change: object) => {
  const answer = readDocument({ ...document, ...change });
  return Result.isFailure(answer) ? answer.failure.problems : [];
};
const withRule = (rule: object) => ({ commitments: [{ ...document.commitments[0], rule }] });

describe("a plan's document", () => {
  it("is read as it is written", () => {
    expect(read()).toEqual(document);
  });
  it("has no keys that nobody knows, wherever they stand", () => {
    const areas = [{ ...document.areas[0], priority: true }, document.areas[1]];
    const found = problems({
      version: 2,
      areas,
      ...withRule({ kind: "count", of: "joint-activity", atLeast: 2, til: "2026-01-01" }),
    });
    expect(found.map(({ path }) => path).sort()).toEqual([
      "areas.0.priority",
      "commitments.0.rule.til",
      "version",
    ]);
  });
  it("shows every reference to what it does not declare at once, with its place", () => {
    const rule = {
      kind: "all",
      rules: [
        { kind: "count", of: "joint-activty", atLeast: 2, by: { before: "elections" } },
        { kind: "coverage", population: "rurals", obligation: "board-trained", share: "all" },
        { kind: "observance", observances: ["may-day", "june-day"] },
        { kind: "each", of: "board-trained", then: "board-traned", within: "P3D" },
      ],
    };
    expect(problems({ ...withRule(rule), areas: [document.areas[0]] })).toEqual([
      { path: "commitments.0.area", problem: "area A is not declared" },
      { path: "commitments.0.rule.rules.0.of", problem: "kind joint-activty is not declared" },
      { path: "commitments.0.rule.rules.3.then", problem: "kind board-traned is not declared" },
      { path: "commitments.0.rule.rules.1.population", problem: "population rurals is not declared" },
      { path: "commitments.0.rule.rules.2.observances.1", problem: "observance june-day is not declared" },
      { path: "commitments.0.rule.rules.0.by.before", problem: "day elections is not declared" },
    ]);
  });
  it("declares a code once, and ends after it begins", () => {
    const [first] = document.kinds;
    const kinds = [...document.kinds, first, { code: "forum", title: "Forum" }];
    const period = { from: "2027-05-01", to: "2027-04-30" };
    expect(problems({ kinds, period, commitments: [] }).map(({ path }) => path)).toEqual([
      "period",
      "kinds.4.code",
      "observances.1.code",
    ]);
  });
  it("may leave names of subjects out", () => {
    const { subjects: _, ...rest } = document;
    expect(checkDocument(Result.getOrThrow(readDocument(rest)))).toEqual([]);
  });
});

describe("the commands that adopt it", () => {
  const adoption = {
    plan: "plan-2025",
    actor: { person: "p-1" },
    on: Day.make("2025-04-26"),
    reason: "Antagen.",
  };
  const orders = adoptionOrders(read(), adoption);
  it("are the plan, each commitment, each listed population and each observance", () => {
    expect(orders.map(({ aggregate, command, id }) => `${aggregate.name}.${command} ${id}`)).toEqual([
      "plan.adopt plan-2025",
      ...["A10", "A2", "A3", "B1", "B2", "B3"].map((code) => `commitment.make plan-2025:${code}`),
      "population.begin plan-2025:rural",
      "observance.begin plan-2025:may-day",
      "observance.begin plan-2025:forum",
    ]);
  });
  it("each have a key of their own, the decision's day and its reason", () => {
    const keys = orders.map(({ options }) => options?.key);
    expect(new Set(keys).size).toBe(orders.length);
    expect(orders.map(({ options }) => [options?.on, options?.reason])).toEqual(
      orders.map(() => ["2025-04-26", "Antagen."]),
    );
  });
  it("read an owner given as text as a unit", () => {
    const owners = orders.flatMap(({ input }) =>
      Object(input).owner === undefined ? [] : [Object(input).owner],
    );
    expect(owners.slice(0, 2)).toEqual([{ office: "district-secretary" }, { unit: "district-board" }]);
  });
});
