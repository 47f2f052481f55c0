import { expect, it } from "@effect/vitest";
import { Acting, commands, Day, Instant, memoryStorage, Verksam, verify } from "@verksam/kernel";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Result from "effect/Result";
import * as TestClock from "effect/testing/TestClock";
import { describe } from "vitest";
import { adoptionOrders, readDocument } from "./adoption.ts";
import { document } from "./document.fixture.ts";
import { commitment, evidence, observance, plan, population } from "./index.ts";
import { factsOf, recordOf } from "./record.ts";
import { statuses } from "./status.ts";
import type { UnitPlaced } from "./units.ts";

const kernel = Verksam.layer({ tenant: "tjarnmark", areas: [plan] }).pipe(Layer.provide(memoryStorage()));
const commitments = commands(commitment);
const record = commands(evidence).record;
const person = { person: "p-1" };
const reason = { reason: "Beslut på årsmötet." };
const id = "plan-2025";
const part = (code: string) => `${id}:${code}`;
const board = (unit: string, from: string): UnitPlaced => ({
  unit,
  kind: "board",
  parent: "tjarnmark",
  from: Day.make(from),
});
const units = [board("north-board", "2020-01-01"), board("south-board", "2026-01-01")];

const at = (day: string) => TestClock.setTime(Date.parse(`${day}T18:00:00.000Z`));
const adopt = adoptionOrders(Result.getOrThrow(readDocument(document)), {
  plan: id,
  actor: person,
  on: Day.make("2025-04-26"),
  reason: "Antagen.",
});
const adopted = Effect.gen(function* () {
  const verksam = yield* Verksam;
  yield* at("2025-05-01");
  yield* verksam.found("p-1", "Europe/Stockholm");
  const answers = yield* verksam.executeMany(adopt);
  expect(answers.filter(Result.isFailure)).toEqual([]);
  return verksam;
});
/** The status of each commitment on a day, by its code. */
const standing = Effect.fnUntraced(function* (day: string, knownAt?: string) {
  const facts = factsOf(yield* (yield* Verksam).gather(recordOf(id)), units);
  if (facts === undefined) throw new Error("the plan was adopted");
  const options = knownAt === undefined ? {} : { knownAt: Instant.make(knownAt) };
  return Object.fromEntries(
    statuses(facts, Day.make(day), options).map(({ commitment, status }) => [commitment.code, status.status]),
  );
});
const story = (name: string, told: Effect.Effect<void, unknown, Verksam | Acting>) =>
  it.effect(name, () => told.pipe(Effect.provideService(Acting, person), Effect.provide(kernel)));

describe("a plan that was adopted", () => {
  story(
    "is told area by area, its commitments as people number them",
    Effect.gen(function* () {
      yield* adopted;
      const before = yield* standing("2025-05-01");
      expect(Object.keys(before)).toEqual(["B1", "B2", "B3", "A2", "A3", "A10"]);
      expect(before).toMatchObject({ B1: "noEvidence", B3: "unknown", A3: "noEvidence", A10: "unknown" });
    }),
  );
  story(
    "is the same when it is adopted again with the same keys",
    Effect.gen(function* () {
      const verksam = yield* adopted;
      const { position } = (yield* verksam.storage.load({ states: [] })).head;
      expect((yield* verksam.executeMany(adopt)).every(Result.isSuccess)).toBe(true);
      expect((yield* verksam.storage.load({ states: [] })).head.position).toBe(position);
    }),
  );
  story(
    "has no facts where nobody adopted it",
    Effect.gen(function* () {
      const verksam = yield* adopted;
      expect(factsOf(yield* verksam.gather(recordOf("plan-2029")), units)).toBeUndefined();
    }),
  );
});

describe("what is recorded", () => {
  story(
    "makes each commitment what its rule says, on the day asked about and as it was known",
    Effect.gen(function* () {
      const verksam = yield* adopted;
      yield* at("2026-02-01");
      const activity = { plan: id, of: "joint-activity", unit: "granvaga" };
      yield* record("joint-1", { ...activity, on: Day.make("2025-10-01") });
      yield* record("joint-2", { ...activity, on: Day.make("2026-01-15") });
      yield* record("rural-1", {
        ...activity,
        of: "rural-strategy-adopted",
        on: Day.make("2026-01-20"),
        subject: "granvaga",
      });
      yield* commitments.excuse(part("B1"), { member: "klippvara", from: Day.make("2026-01-31") }, reason);
      yield* record("trained-1", {
        ...activity,
        of: "board-trained",
        on: Day.make("2025-11-05"),
        subject: "north-board",
      });
      yield* commitments.reachStage(part("B2"), { stage: "planned", on: Day.make("2025-12-01") });
      yield* commitments.recordBaseline(part("A10"), { value: 0 });
      yield* record("visit-1", {
        ...activity,
        of: "politician-visit",
        on: Day.make("2026-01-10"),
        subject: "granvaga",
      });
      yield* commitments.recordMeasure(part("B3"), {
        measure: "municipalities-governed",
        value: 8,
        on: Day.make("2026-01-31"),
      });
      yield* commitments.recordVerdict(part("B3"), {
        judged: "no-coalition-astray",
        reached: true,
        on: Day.make("2026-01-31"),
      });
      yield* commands(observance).setDays(part("forum"), { year: 2025, days: [Day.make("2025-11-15")] });
      yield* commands(observance).notHeld(part("forum"), { day: Day.make("2025-11-15") });
      yield* record("may-day-1", { ...activity, of: "may-day", on: Day.make("2025-05-01") });
      const met = { B1: "met", B2: "met", B3: "met", A2: "onTheWay", A3: "met", A10: "met" };
      expect(yield* standing("2026-02-01")).toEqual(met);
      expect((yield* standing("2026-01-14")).A3).toBe("onTheWay");

      yield* at("2026-03-01");
      yield* commands(evidence).withdraw("joint-2", {}, { reason: "Ställdes in." });
      expect((yield* standing("2026-02-01")).A3).toBe("onTheWay");
      expect((yield* standing("2026-02-01", "2026-02-28T12:00:00.000Z")).A3).toBe("met");
      expect(yield* verify(verksam.storage, verksam.aggregates)).toMatchObject({ deviations: [] });
    }),
  );
  story(
    "and decided changes what is asked from its day on, and moves no deadline by itself",
    Effect.gen(function* () {
      yield* adopted;
      yield* at("2026-03-31");
      yield* record("joint-1", {
        plan: id,
        of: "joint-activity",
        unit: "granvaga",
        on: Day.make("2025-10-01"),
      });
      const on = Day.make("2026-03-28");
      yield* commitments.change(
        part("A3"),
        { rule: { kind: "count", of: "joint-activity", atLeast: 1 } },
        { ...reason, on },
      );
      yield* commitments.drop(part("B1"), {}, { ...reason, on });
      expect(yield* standing("2026-03-27")).toMatchObject({ A3: "onTheWay", B1: "noEvidence" });
      expect(yield* standing("2026-03-28")).toMatchObject({ A3: "met", B1: "notApplicable" });

      const verksam = yield* Verksam;
      yield* commands(plan.aggregates.plan).amend(id, { days: { election: Day.make("2026-11-01") } }, reason);
      expect((yield* verksam.get(commitment, part("B2")))?.state.rule).toMatchObject({
        rules: [{ stages: [{ name: "planned", by: "2026-09-13" }] }, {}],
      });
    }),
  );
  story(
    "of a population counts from the day it says",
    Effect.gen(function* () {
      yield* adopted;
      yield* at("2026-03-31");
      const lists = commands(population);
      yield* lists.remove(part("rural"), { member: "klippvara", from: Day.make("2026-03-01") });
      yield* record("rural-1", {
        plan: id,
        of: "rural-strategy-adopted",
        unit: "granvaga",
        on: Day.make("2026-01-20"),
        subject: "granvaga",
      });
      expect((yield* standing("2026-02-28")).B1).toBe("onTheWay");
      expect((yield* standing("2026-03-01")).B1).toBe("met");
    }),
  );
});
