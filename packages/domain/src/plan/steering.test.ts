import { expect, it } from "@effect/vitest";
import {
  Acting,
  commands,
  Day,
  type Instant,
  memoryStorage,
  type Span,
  Verksam,
  verify,
} from "@verksam/kernel";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as TestClock from "effect/testing/TestClock";
import { describe } from "vitest";
import { commitment } from "./commitment.ts";
import { deliverable } from "./deliverable.ts";
import { plan as area } from "./index.ts";
import { plan } from "./plan.ts";
import { policy } from "./policy.ts";
import { population } from "./population.ts";
import { priorityList } from "./priority-list.ts";
import { project } from "./project.ts";
import { ranking } from "./ranking.ts";
import { rapidResponse } from "./rapid-response.ts";
import { factsOf, recordOf } from "./record.ts";
import type { Rule } from "./rule.ts";
import { statuses } from "./status.ts";

const kernel = Verksam.layer({ tenant: "north", areas: [area] }).pipe(Layer.provide(memoryStorage()));
const day = (text: string) => Day.make(text);
const at = (day: string) => TestClock.setTime(Date.parse(`${day}T18:00:00.000Z`));
const unit = "annual-meeting";
const because = { reason: "Decided at the meeting." };
const kind = (code: string) => ({ code, title: code });
const about = (code: string) => ({ commitment: `plan-2030:${code}` });
const milestone = (...names: [string, ...Array<string>]): Rule => {
  const [first, ...others] = names;
  return { kind: "milestone", stages: [{ name: first }, ...others.map((name) => ({ name }))] };
};
const rules: { readonly [code: string]: Rule } = {
  lists: { kind: "coverage", population: "branches", obligation: "listed", share: "all" },
  policy: { kind: "coverage", population: "branches", obligation: "made-own", share: "all" },
  order: {
    kind: "all",
    rules: [milestone("ranked", "ordered"), { kind: "standing", of: "reviewed", every: "P1Y" as Span }],
  },
  project: milestone("planned", "evaluated"),
  strategy: milestone("strategy-adopted"),
  room: { kind: "each", of: "raised", then: "answered", within: "P3D" as Span },
};

/** A plan of two branches, with a commitment for each way of steering. */
const adopted = Effect.gen(function* () {
  const verksam = yield* Verksam;
  yield* at("2030-01-01");
  yield* verksam.found("p-1", "Europe/Stockholm");
  yield* commands(plan).adopt("plan-2030", {
    title: "Plan",
    body: unit,
    from: day("2030-01-01"),
    to: day("2030-12-31"),
    days: {},
    areas: [{ code: "A", title: "All of it", prioritised: true }],
    kinds: ["listed", "made-own", "reviewed", "raised", "answered"].map(kind),
    observances: [],
    populations: [{ code: "branches", title: "Branches", units: null }],
    subjects: [],
  });
  for (const [code, rule] of Object.entries(rules))
    yield* commands(commitment).make(`plan-2030:${code}`, { area: "A", owner: { unit }, text: code, rule });
  const from = day("2030-01-01");
  yield* commands(population).begin("plan-2030:branches", { members: ["elm-vale", "hill"], from });
  return verksam;
});
const standing = Effect.fnUntraced(function* (on: string, knownAt?: Instant) {
  const facts = factsOf(yield* (yield* Verksam).gather(recordOf("plan-2030")), []);
  if (facts === undefined) throw new Error("the plan was adopted");
  return Object.fromEntries(
    statuses(facts, day(on), { knownAt }).map(({ commitment, status }) => [commitment.code, status.status]),
  );
});

describe("steering the work", () => {
  it.effect("moves the commitments it counts for, without being recorded twice, and no others", () =>
    Effect.gen(function* () {
      const verksam = yield* adopted;
      const nothing = { lists: "noEvidence", policy: "noEvidence", order: "noEvidence" };
      expect(yield* standing("2030-01-01")).toEqual({
        ...nothing,
        project: "noEvidence",
        strategy: "noEvidence",
        room: "notApplicable",
      });
      yield* at("2030-06-01");
      const on = day("2030-05-01");
      const counts = (of: string) => ({ plan: "plan-2030", of });
      for (const branch of ["elm-vale", "hill"]) {
        const list = { unit: branch, kind: "places", items: ["harbour"], on } as const;
        yield* commands(priorityList).decide(`${branch}-places`, { ...list, evidence: counts("listed") });
      }
      yield* commands(policy).adopt("handbook", { unit, on, evidence: counts("made-own") });
      yield* commands(policy).adoptLocally("handbook", { unit: "hill", on });
      const grounds = {
        weights: { need: 1 },
        ties: [],
        entries: [{ item: "harbour", scores: { need: 1 } }],
      } as const;
      const stages = { proposed: "ranked", decided: "ordered", revised: "reviewed" };
      yield* commands(ranking).propose("support", {
        unit,
        grounds,
        on,
        evidence: { ...about("order"), ...stages },
      });
      yield* commands(ranking).decide("support", { order: ["harbour"], on });
      yield* commands(ranking).revise("support", { order: ["harbour"], on }, because);
      const evaluateBefore = { meeting: "autumn-meeting", on: day("2030-10-01") };
      const steps = { ...about("project"), planned: "planned", evaluated: "evaluated" };
      yield* commands(project).start("suburb", {
        unit,
        owner: { unit },
        on,
        evaluateBefore,
        evidence: steps,
      });
      yield* commands(project).plan("suburb", { on, places: ["harbour"] });
      const reaching = [{ code: "adopted", reaches: "strategy-adopted" }] as const;
      yield* commands(deliverable).start("digital", {
        unit,
        on,
        stages: reaching,
        evidence: about("strategy"),
      });
      yield* commands(deliverable).reach("digital", { stage: "adopted", on });
      const raising = { plan: "plan-2030", raised: "raised", answered: "answered" };
      const response = { unit: "hill", body: unit, topic: "school", on, answerWithin: "P3D" as Span };
      yield* commands(rapidResponse).propose("rr-1", { ...response, evidence: raising });
      expect((yield* standing("2030-05-04")).room).toBe("onTheWay");
      expect((yield* standing("2030-05-05")).room).toBe("late");
      yield* commands(rapidResponse).decline("rr-1", { on: day("2030-05-04") }, because);
      const moved = {
        lists: "met",
        policy: "onTheWay",
        order: "met",
        project: "onTheWay",
        strategy: "met",
        room: "met",
      };
      expect(yield* standing("2030-06-01")).toEqual(moved);

      yield* at("2030-07-01");
      yield* commands(policy).withdraw("handbook", { unit: "hill" }, because);
      yield* commands(deliverable).withdraw("digital", { stage: "adopted" }, because);
      const now = { ...moved, policy: "noEvidence", strategy: "noEvidence" };
      expect(yield* standing("2030-06-01")).toEqual(now);
      expect(yield* standing("2030-06-01", "2030-06-30T00:00:00.000Z" as Instant)).toEqual(moved);
      expect(yield* verify(verksam.storage, verksam.aggregates)).toMatchObject({ deviations: [] });
    }).pipe(Effect.provideService(Acting, { person: "p-1" }), Effect.provide(kernel)),
  );
  it.effect("takes a unit's second list of a kind for a mistake", () =>
    Effect.gen(function* () {
      yield* adopted;
      const list = { unit: "hill", kind: "issues", items: ["school"], on: day("2030-01-01") } as const;
      yield* commands(priorityList).decide("hill-issues", list);
      const again = yield* Effect.flip(commands(priorityList).decide("hill-issues-2", list));
      expect(again).toMatchObject({ _tag: "AlreadyReserved", owner: "plan_priorityList/hill-issues" });
      yield* commands(priorityList).decide("hill-groups", { ...list, kind: "target-groups" });
    }).pipe(Effect.provideService(Acting, { person: "p-1" }), Effect.provide(kernel)),
  );
});
