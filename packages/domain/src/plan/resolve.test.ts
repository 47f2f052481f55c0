import { Day } from "@verksam/kernel";
import { Result, Schema } from "effect";
import { describe, expect, it } from "vitest";
import { references, resolve, UnknownDay } from "./resolve.ts";
import { DatedRule, Rule } from "./rule.ts";

const rule = Schema.decodeUnknownSync(Rule);
const days = { election: Day.make("2026-09-13"), conference: Day.make("2026-03-01") };
const everyKind = [
  { kind: "count", of: "workshop", atLeast: 2, by: { before: "election" }, from: { on: "conference" } },
  {
    kind: "coverage",
    population: "boards",
    obligation: "training",
    share: { n: 5, d: 9 },
    by: { on: "election" },
  },
  { kind: "baseline", measure: { of: "visit", take: "distinct" }, baseline: 4, by: { before: "conference" } },
  { kind: "milestone", stages: [{ name: "drafted", by: { before: "conference" } }, { name: "adopted" }] },
  { kind: "standing", of: "support", about: ["climate"], every: "P3M" },
  { kind: "each", of: "request", then: "reply", within: "P30D" },
  { kind: "observance", observances: ["may-day", "pride"] },
  {
    kind: "all",
    rules: [
      { kind: "outcome", goals: [{ judged: "change" }] },
      { kind: "count", of: "workshop", atLeast: 1, by: "2026-01-01" },
    ],
  },
];
const plan = rule({ kind: "all", rules: everyKind });

describe("named days", () => {
  it("become dates, and before a day is the day before it, in every part", () => {
    const dated = Result.getOrThrow(resolve(plan, days));
    expect(dated).toEqual({
      kind: "all",
      rules: [
        { ...everyKind[0], by: "2026-09-12", from: "2026-03-01" },
        { ...everyKind[1], by: "2026-09-13" },
        { ...everyKind[2], by: "2026-02-28" },
        { kind: "milestone", stages: [{ name: "drafted", by: "2026-02-28" }, { name: "adopted" }] },
        ...everyKind.slice(4),
      ],
    });
    expect(Schema.is(DatedRule)(dated)).toBe(true);
  });

  it("are refused where the plan has none of that name, all of them at once", () => {
    const refused = Result.flip(resolve(plan, { conference: days.conference }));
    expect(Result.getOrThrow(refused)).toEqual(new UnknownDay({ names: ["election"] }));
    const inherited = rule({
      kind: "count",
      of: "workshop",
      atLeast: 1,
      by: { on: "constructor" },
      from: { on: "toString" },
    });
    expect(Result.getOrThrow(Result.flip(resolve(inherited, days)))).toEqual(
      new UnknownDay({ names: ["toString", "constructor"] }),
    );
  });
});

it("what a rule refers to is listed, each code once, from every part", () => {
  expect(references(plan)).toEqual({
    kinds: ["workshop", "training", "visit", "support", "request", "reply"],
    populations: ["boards"],
    observances: ["may-day", "pride"],
    days: ["conference", "election"],
  });
});
