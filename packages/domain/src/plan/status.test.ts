import { Span } from "@verksam/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Commitment, Decision, Evidence, Facts } from "./facts.ts";
import { prepare } from "./known.ts";
import type { DatedRule } from "./rule.ts";
import { about, at, commitment, day, evidence, nothing, period, recordedAt } from "./status/given.fixture.ts";
import { rollUp, status, statuses } from "./status.ts";

const one: DatedRule = { kind: "count", of: "workshop", atLeast: 1 };
const three: DatedRule = { kind: "count", of: "workshop", atLeast: 3 };
const decided = (decisions: ReadonlyArray<Decision>): Commitment => ({ ...commitment(one), decisions });
const made = {
  kind: "made",
  rule: three,
  from: day("2025-09-01"),
  reason: "adopted",
  recordedAt: at("2025-06-01"),
} as const;
const changed = {
  kind: "changed",
  rule: one,
  from: day("2026-03-01"),
  reason: "fewer hands",
  recordedAt: at("2026-02-20"),
} as const;
const dropped = {
  kind: "dropped",
  from: day("2026-10-01"),
  reason: "overtaken",
  recordedAt: at("2026-09-15"),
} as const;
const whole = decided([dropped, made, changed]);
const facts = (more: Partial<Facts> = {}): Facts => ({ ...nothing, ...more });
const once = facts({ evidence: [evidence("2026-01-15")] });

describe("the decision in force on the day", () => {
  it.each([
    ["the day before it is made", "2025-08-31", "notApplicable"],
    ["the day it is made", "2025-09-01", "noEvidence"],
    ["the day before the change", "2026-02-28", "onTheWay"],
    ["the day of the change", "2026-03-01", "met"],
    ["the day before it is dropped", "2026-09-30", "met"],
    ["the day it is dropped", "2026-10-01", "notApplicable"],
    ["after the plan", "2027-05-01", "notApplicable"],
  ])("%s", (_, on, expected) => {
    expect(status(prepare(once), whole, day(on)).status).toBe(expected);
  });

  it("is the why of what is not yet made or dropped", () => {
    const notYet = status(prepare(once), whole, day("2025-08-31"));
    expect(notYet.why).toEqual({ rule: "notInForce", because: "notYetMade", decision: made });
    expect(notYet).toMatchObject({ deadline: "2027-04-30", evidence: [], missing: [] });
    const gone = status(prepare(once), whole, day("2026-10-01"));
    expect(gone.why).toEqual({ rule: "notInForce", because: "dropped", decision: dropped });
  });

  it.each([
    ["before it was recorded that it is made", "2026-12-01", at("2025-05-31"), "notApplicable"],
    ["before the change was recorded", "2026-12-01", at("2026-02-19"), "onTheWay"],
    ["before it was recorded that it is dropped", "2026-12-01", at("2026-09-14"), "met"],
    ["once it was", "2026-12-01", at("2026-09-15"), "notApplicable"],
  ])("as known %s", (_, on, knownAt, expected) => {
    expect(status(prepare(once, { knownAt }), whole, day(on)).status).toBe(expected);
  });

  it("leaves no decision to show where none is known", () => {
    const answer = status(prepare(once, { knownAt: at("2025-05-31") }), whole, day("2026-12-01"));
    expect(answer.why).toEqual({ rule: "notInForce", because: "notYetMade" });
  });

  it("is the one recorded last, of several from one day, and none that was withdrawn", () => {
    const again = { ...changed, rule: three, recordedAt: at("2026-02-25") };
    const on = day("2026-03-01");
    expect(status(prepare(once), decided([again, made, changed]), on).status).toBe("onTheWay");
    expect(
      status(prepare(once), decided([{ ...again, withdrawnAt: at("2026-02-26") }, made, changed]), on).status,
    ).toBe("met");
  });

  it("may make again what was dropped", () => {
    const again = { ...made, from: day("2027-01-01"), recordedAt: at("2026-12-01") };
    expect(status(prepare(once), decided([made, changed, dropped, again]), day("2027-01-01")).status).toBe(
      "onTheWay",
    );
  });
});

describe("all commitments of a plan", () => {
  const late = {
    ...commitment({ kind: "count", of: "lecture", atLeast: 1, by: day("2026-01-31") }),
    id: "c-2",
    area: "B",
  };
  const plan = facts({
    ...once,
    commitments: [{ ...commitment(one), area: "A" }, late, { ...late, id: "c-3" }],
  });

  it("come in the plan's order, as known at an instant", () => {
    const names = (knownAt?: ReturnType<typeof at>) =>
      statuses(plan, day("2026-02-01"), { knownAt }).map((account) => account.status.status);
    expect(names()).toEqual(["met", "notMet", "notMet"]);
    expect(names(at("2025-04-30"))).toEqual(["notApplicable", "notApplicable", "notApplicable"]);
  });

  it("roll up to counts per status, for the plan and for each area", () => {
    const zero = { met: 0, onTheWay: 0, late: 0, notMet: 0, noEvidence: 0, unknown: 0, notApplicable: 0 };
    const counts = rollUp(statuses(plan, day("2026-02-01")));
    expect(counts.plan).toEqual({ ...zero, met: 1, notMet: 2 });
    expect([...counts.areas]).toEqual([
      ["A", { ...zero, met: 1 }],
      ["B", { ...zero, notMet: 2 }],
    ]);
    expect(rollUp([])).toEqual({ plan: zero, areas: new Map() });
  });
});

describe("whatever is recorded", () => {
  const subject = fc.constantFrom("a", "b", "c");
  const onDay = fc
    .integer({ min: -30, max: 800 })
    .map((days) => day(new Date(Date.UTC(2025, 4, 1 + days)).toISOString().slice(0, 10)));
  const instant = onDay.map((on) => at(on));
  const sinceAdoption = instant.filter((at) => at >= recordedAt);
  const piece = fc.record({
    on: onDay,
    of: fc.constantFrom("workshop", "reply", "may-day"),
    subject,
    recordedAt: instant,
    amount: fc.integer({ min: 1, max: 3 }),
  });
  const pieces = fc
    .array(piece, { maxLength: 25 })
    .map((list) => list.map(({ on, ...more }, index) => evidence(on, { ...more, id: `e-${index}` })));
  const rules: ReadonlyArray<DatedRule> = [
    { kind: "count", of: "workshop", atLeast: 6, by: day("2026-06-30") },
    { kind: "coverage", population: "associations", obligation: "workshop", share: { n: 2, d: 3 } },
    {
      kind: "coverage",
      population: "associations",
      obligation: "workshop",
      share: "all",
      every: Span.make("P6M"),
    },
    { kind: "baseline", measure: { of: "workshop", take: "distinct" }, baseline: 2 },
    { kind: "standing", of: "workshop", about: ["a", "b"], every: Span.make("P3M") },
    { kind: "each", of: "workshop", then: "reply", within: Span.make("P1M") },
    { kind: "observance", observances: ["may-day"] },
  ];
  const world = (evidence: ReadonlyArray<Evidence>): Facts =>
    facts({
      evidence,
      memberships: ["a", "b", "c"].map((member) => ({
        population: "associations",
        member,
        from: period.from,
        recordedAt,
      })),
      observances: [{ code: "may-day", when: { month: 5, day: 1 }, conditional: false }],
    });
  const rule = fc.constantFrom(...rules);
  const rank = { notMet: 0, late: 0, noEvidence: 0, onTheWay: 1, met: 2, unknown: -1, notApplicable: -1 };

  it("the order of the evidence does not matter", () => {
    const shuffled = pieces.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, rule, onDay, ([list, other], rule, on) => {
        const answers = [list, other].map((evidence) => {
          const { evidence: counted, ...answer } = status(prepare(world(evidence)), commitment(rule), on);
          const items =
            answer.why.rule === "each" ? [...answer.why.items].sort((a, b) => (a.id < b.id ? -1 : 1)) : [];
          const missing = [...answer.missing].sort();
          return {
            ...answer,
            why: { ...answer.why, items },
            missing,
            ids: answer.why.rule === "each" ? [] : counted.map(({ id }) => id).sort(),
          };
        });
        expect(answers[0]).toEqual(answers[1]);
      }),
    );
  });

  it("more evidence never makes a count, a coverage or a comparison worse", () => {
    const growing = fc.constantFrom(...rules.slice(0, 4));
    fc.assert(
      fc.property(pieces, piece, growing, onDay, (list, { on: date, ...more }, rule, on) => {
        const [before, after] = [list, [...list, evidence(date, more)]].map(
          (evidence) => status(prepare(world(evidence)), commitment(rule), on).status,
        );
        expect(rank[after ?? "unknown"]).toBeGreaterThanOrEqual(rank[before ?? "unknown"]);
      }),
    );
  });

  it("what is known at an instant is what is left when all recorded later is taken away", () => {
    const withdrawn = fc.tuple(
      pieces,
      fc.array(fc.option(instant, { nil: undefined }), { minLength: 25, maxLength: 25 }),
    );
    fc.assert(
      fc.property(withdrawn, rule, onDay, sinceAdoption, ([list, ends], rule, on, knownAt) => {
        const record = list.map((piece, index) => {
          const withdrawnAt = ends[index];
          return withdrawnAt === undefined ? piece : { ...piece, withdrawnAt };
        });
        const left = record
          .filter(
            ({ recordedAt, withdrawnAt }) =>
              recordedAt <= knownAt && !(withdrawnAt !== undefined && withdrawnAt <= knownAt),
          )
          .map(({ withdrawnAt: _, ...piece }) => piece);
        const then = status(prepare(world(record), { knownAt }), commitment(rule), on);
        expect(then).toEqual(status(prepare(world(left)), commitment(rule), on));
      }),
    );
  });

  it("evidence known later never takes a count back, as long as nothing is withdrawn", () => {
    fc.assert(
      fc.property(pieces, instant, instant, onDay, (list, a, b, on) => {
        const [early, later] = a < b ? [a, b] : [b, a];
        const [before, after] = [early, later].map((knownAt) => {
          const { why } = status(prepare(world(list), { knownAt }), commitment(three), on);
          return why.rule === "count" ? why.counted : 0;
        });
        expect(after).toBeGreaterThanOrEqual(before ?? 0);
      }),
    );
  });

  it("asking changes nothing of what was asked about", () => {
    const record = world(about("2026-01-01", "a", "b"));
    const before = structuredClone(record);
    for (const rule of rules) status(prepare(record), commitment(rule), day("2026-06-30"));
    expect(record).toEqual(before);
  });
});
