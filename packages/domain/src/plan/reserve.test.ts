import { expect, it } from "@effect/vitest";
import {
  type Actor,
  area,
  type Day,
  makeKernel,
  memoryStorage,
  order,
  type Span,
  Storage,
} from "@verksam/kernel";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import * as TestClock from "effect/testing/TestClock";
import { describe } from "vitest";
import { rapidResponse } from "./rapid-response.ts";
import { available, fundingOf, reserve } from "./reserve.ts";
import { lifeOf } from "./steering.fixture.ts";

const day = (text: string) => text as Day;
const on = day("2025-06-05");
const approved = (amount: number | null, currency = "SEK") => ({
  facts: {
    response: {
      stands: "approved",
      cost: amount === null ? null : { amount, currency },
      steps: [
        { step: "proposed", on: "2025-06-01" },
        { step: "approved", on: "2025-06-03" },
      ],
    },
  },
});
const set = () => {
  const money = lifeOf(reserve, "reserve");
  money.give("set", { unit: "district", amount: 60_000, currency: "SEK", on: day("2025-05-13") });
  return money;
};
const funded = (amount = 40_000) => {
  const money = set();
  money.give("fund", { response: "rr-1", amount, on }, approved(amount));
  return money;
};

describe("a reserve", () => {
  it("funds an approved response, and has so much less", () => {
    const { state } = funded();
    expect(available(state)).toBe(20_000);
    expect(fundingOf(state, "rr-1", on)).toMatchObject({ amount: 40_000, used: null });
    expect(fundingOf(state, "rr-1", day("2025-06-04"))).toBeUndefined();
  });
  it("is never overdrawn, to the last minor unit", () => {
    const money = funded();
    expect(money.refusal("fund", { response: "rr-2", amount: 20_001, on }, approved(50_000))).toMatchObject({
      _tag: "ReserveExceeded",
      available: 20_000,
      asked: 20_001,
    });
    money.give("fund", { response: "rr-2", amount: 20_000, on }, approved(50_000));
    expect(available(money.state)).toBe(0);
  });
  it("funds only what was approved: the response, its amount, its currency, once, and not before", () => {
    const fund = (circumstances: object, amount = 100, day = on) =>
      set().refusal("fund", { response: "rr-1", amount, on: day }, circumstances);
    expect(fund({})).toMatchObject({ _tag: "ResponseNotApproved", response: "rr-1" });
    for (const stands of ["proposed", "declined", "evaluated"])
      expect(fund({ facts: { response: { ...approved(100).facts.response, stands } } })._tag).toBe(
        "ResponseNotApproved",
      );
    expect(fund(approved(99))).toMatchObject({ _tag: "CostExceeded", approved: 99, asked: 100 });
    expect(fund(approved(null))).toMatchObject({ _tag: "CostExceeded", approved: 0, currency: null });
    expect(fund(approved(100, "EUR"))).toMatchObject({ _tag: "CostExceeded", currency: "EUR" });
    expect(fund(approved(100), 100, day("2025-06-02"))).toMatchObject({
      _tag: "DayTooEarly",
      earliest: "2025-06-03",
    });
    const twice = funded(100).refusal("fund", { response: "rr-1", amount: 100, on }, approved(100));
    expect(twice._tag).toBe("AlreadyFunded");
  });
  it("gets back what a response did not use", () => {
    const money = funded();
    const release = { response: "rr-1", used: 31_500, on: day("2025-07-01") };
    expect(money.refusal("release", { ...release, used: 40_001 })).toMatchObject({
      _tag: "AllocationExceeded",
      allocated: 40_000,
    });
    money.give("release", release);
    expect(available(money.state)).toBe(28_500);
    expect(money.state.allocations).toMatchObject([
      { amount: 40_000, used: 31_500, releasedOn: "2025-07-01" },
    ]);
    expect(money.refusal("release", release)).toMatchObject({ _tag: "NotFunded", response: "rr-1" });
    expect(money.refusal("release", { ...release, response: "rr-2" })._tag).toBe("NotFunded");
  });
  it("is changed only with a reason, and never below what is allocated", () => {
    const money = funded();
    const change = { amount: 39_999, on: day("2025-09-01") };
    expect(money.refusal("change", change)._tag).toBe("ReasonMissing");
    expect(money.refusal("change", change, { reason: "r" })).toMatchObject({
      _tag: "ReserveExceeded",
      asked: 40_000,
    });
    money.give("change", { ...change, amount: 40_000 }, { reason: "Less came in." });
    expect(available(money.state)).toBe(0);
    expect(money.state.settings.map(({ amount, reason }) => [amount, reason])).toEqual([
      [60_000, null],
      [40_000, "Less came in."],
    ]);
  });
  it("counts in whole minor units, of something", () => {
    for (const amount of [0, -1, 0.5, 1e15])
      expect(set().problems("fund", { response: "rr-1", amount, on })).toContain("amount");
    expect(set().problems("set", { unit: "u", amount: 1, currency: "kr", on })).toEqual(["currency"]);
  });
});

describe("many who ask a reserve for money at the same moment", () => {
  const actor: Actor = { person: "p-1" };
  const areas = [area({ name: "plan", aggregates: { rapidResponse, reserve }, migrations: [] })];
  const responses = Array.from({ length: 24 }, (_, index) => `rr-${index}`);
  /** Two programs on one storage, a reserve of 50 000, and an approved response of 6 000 for each who asks. */
  const prepared = (batch: number) =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.parse("2025-06-10T12:00:00.000Z"));
      const storage = (yield* Storage).for("north");
      const open = () => makeKernel(storage, { tenant: "north", areas, batch }, Effect.succeed("unused"));
      const [one, other] = [open(), open()];
      yield* one.found("p-1", "Europe/Stockholm");
      const amount = { amount: 50_000, currency: "SEK" };
      yield* one.execute(order(reserve, "set", "r", { unit: "district", ...amount, on }, { actor }));
      yield* Effect.forEach(responses, (id) => {
        const cost = { amount: 6_000, currency: "SEK" };
        const about = {
          unit: "elm-vale",
          body: "board",
          topic: "night-bus",
          cost,
          on,
          answerWithin: "P3D" as Span,
        };
        return Effect.andThen(
          one.execute(order(rapidResponse, "propose", id, about, { actor })),
          one.execute(order(rapidResponse, "approve", id, { on }, { actor })),
        );
      });
      return [one, other] as const;
    });
  for (const batch of [1, 64])
    it.effect(`never overdraw it, in batches of ${batch}`, () =>
      Effect.gen(function* () {
        const kernels = yield* prepared(batch);
        const answers = yield* Effect.forEach(
          responses,
          (response, index) => {
            const kernel = kernels[index % 2] ?? kernels[0];
            const fund = order(reserve, "fund", "r", { response, amount: 6_000, on }, { actor });
            // A conflict kept nothing, so whoever met one asks again.
            const give = kernel.execute(fund);
            return Effect.result(give.pipe(Effect.retry({ while: ({ _tag }) => _tag === "Conflict" })));
          },
          { concurrency: "unbounded" },
        );
        const refusals = answers.flatMap((answer) => (Result.isFailure(answer) ? [answer.failure] : []));
        expect(refusals).toHaveLength(24 - 8);
        for (const refusal of refusals)
          expect(refusal).toMatchObject({ _tag: "ReserveExceeded", available: 2_000, asked: 6_000 });
        const kept = (yield* kernels[0].get(reserve, "r"))?.state;
        expect(kept?.allocations).toHaveLength(8);
        expect(kept && available(kept)).toBe(2_000);
      }).pipe(Effect.provide(memoryStorage())),
    );
});
