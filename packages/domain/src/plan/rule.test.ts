import { Result, Schema } from "effect";
import { describe, expect, it } from "vitest";
import { DatedRule, Rule } from "./rule.ts";

const accepts = (schema: Schema.Codec<unknown, unknown>, json: unknown) =>
  Result.isSuccess(Schema.decodeUnknownResult(schema, { onExcessProperty: "error" })(json));

const count = { kind: "count", of: "workshop", atLeast: 2 };
const coverage = { kind: "coverage", population: "boards", obligation: "training", share: "all" };
const standing = { kind: "standing", of: "support", every: "P3M" };

describe("a rule in JSON", () => {
  it.each([
    count,
    { ...count, by: "2026-06-30", from: { on: "conference" } },
    { ...count, by: { before: "election" } },
    coverage,
    { ...coverage, share: { n: 5, d: 9 }, every: "P2Y", by: { on: "election" } },
    { kind: "baseline", measure: { of: "visit", take: "sum" } },
    { kind: "baseline", measure: { of: "visit", take: "distinct" }, baseline: 0, by: "2026-06-30" },
    { kind: "milestone", stages: [{ name: "drafted", by: { on: "election" } }, { name: "adopted" }] },
    standing,
    { ...standing, about: ["climate", "youth"] },
    { kind: "each", of: "request", then: "reply", within: "P0D" },
    { kind: "observance", observances: ["may-day"] },
    { kind: "outcome", goals: [{ measure: "seats", op: ">", value: 8 }, { judged: "change" }] },
    { kind: "all", rules: [count, { kind: "all", rules: [coverage] }] },
  ])("is taken as it stands: $kind", (json) => {
    expect(Schema.encodeSync(Rule)(Schema.decodeUnknownSync(Rule)(json))).toEqual(json);
  });

  it.each([
    ["an unknown kind", { ...count, kind: "counts" }],
    ["nothing to reach", { ...count, atLeast: 0 }],
    ["half a workshop", { ...count, atLeast: 1.5 }],
    ["an empty code", { ...count, of: "" }],
    ["an impossible day", { ...count, by: "2026-02-30" }],
    ["a field of another rule", { ...count, every: "P3M" }],
    ["more than the whole", { ...coverage, share: { n: 10, d: 9 } }],
    ["a share of nothing", { ...coverage, share: { n: 0, d: 0 } }],
    ["no time at all", { ...standing, every: "P0D" }],
    ["hours", { ...standing, every: "PT5H" }],
    ["about nothing", { ...standing, about: [] }],
    ["no stage", { kind: "milestone", stages: [] }],
    ["no goal", { kind: "outcome", goals: [] }],
    [
      "a goal both measured and judged",
      { kind: "outcome", goals: [{ judged: "x", measure: "y", op: ">", value: 1 }] },
    ],
    ["its own answer", { kind: "each", of: "request", then: "request", within: "P3D" }],
    ["no part", { kind: "all", rules: [] }],
    ["a part that is none", { kind: "all", rules: [{ kind: "all", rules: [{ ...count, atLeast: 0 }] }] }],
  ])("is refused: %s", (_, json) => {
    expect(accepts(Rule, json)).toBe(false);
  });

  it("has only dates once it is dated", () => {
    expect(accepts(DatedRule, { ...count, by: "2026-06-30" })).toBe(true);
    expect(accepts(DatedRule, { ...count, by: { on: "election" } })).toBe(false);
    expect(accepts(DatedRule, { kind: "all", rules: [{ ...count, by: { on: "election" } }] })).toBe(false);
  });
});
