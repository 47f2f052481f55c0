import { expect, it } from "@effect/vitest";
import {
  Acting,
  commands,
  Day,
  instantOf,
  makeKernel,
  memoryStorage,
  Storage,
  Verksam,
} from "@verksam/kernel";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import * as TestClock from "effect/testing/TestClock";
import { describe } from "vitest";
import { adoptionOrders, readDocument } from "./adoption.ts";
import { commitment } from "./commitment.ts";
import { document } from "./document.fixture.ts";
import { plan as area, policy, priorityList, project, rapidResponse, recordOf, reserve } from "./index.ts";
import { plan } from "./plan.ts";
import { planAccount } from "./plan-account.ts";

const id = "plan-2025";
const actor = { person: "p-1" };
const because = { reason: "Beslut på mötet." };
const at = (day: string) => TestClock.setTime(Date.parse(`${day}T12:00:00.000Z`));

/** A district that adopted the plan, and then steered by it. */
const steered = Effect.gen(function* () {
  let next = 0;
  const storage = (yield* Storage).for("north");
  const kernel = makeKernel(
    storage,
    { tenant: "north", areas: [area] },
    Effect.sync(() => `id-${next++}`),
  );
  const work = Effect.gen(function* () {
    yield* at("2025-05-01");
    yield* kernel.found("p-1", "Europe/Stockholm");
    const read = Result.getOrThrow(readDocument(document));
    const on = "2025-04-26";
    yield* kernel.executeMany(adoptionOrders(read, { plan: id, actor, on, reason: "Antagen." }));
    yield* at("2026-02-01");
    yield* commands(commitment).moveDeadline(`${id}:A3`, { by: "2026-06-30" }, because);
    yield* commands(reserve).set("reserve", {
      unit: "district-board",
      amount: 5_000_000,
      currency: "SEK",
      on: "2026-01-10",
    });
    const responses = commands(rapidResponse);
    yield* responses.propose("rr-1", {
      unit: "granvaga",
      body: "district-board",
      topic: "school-closure",
      cost: { amount: 900_000, currency: "SEK" },
      on: "2026-01-20",
      answerWithin: "P3D",
      evidence: { plan: id },
    });
    yield* responses.approve("rr-1", { on: "2026-01-21" });
    yield* commands(reserve).fund("reserve", { response: "rr-1", amount: 800_000, on: "2026-01-22" });
    yield* responses.carryOut("rr-1", { on: "2026-01-30" });
    yield* commands(policy).adopt("rural-strategy", {
      unit: "district-board",
      on: "2025-09-01",
      evidence: { plan: id, of: "rural-strategy-adopted" },
    });
    yield* commands(policy).adoptLocally("rural-strategy", { unit: "klippvara", on: "2025-11-01" });
    yield* commands(priorityList).decide("list", {
      unit: "granvaga",
      kind: "places",
      items: ["square", "school"],
      on: "2025-10-01",
      evidence: { plan: id, of: "joint-activity" },
    });
    yield* commands(project).start("suburbs", {
      unit: "district-board",
      owner: { office: "district-secretary" },
      on: "2025-06-10",
      evaluateBefore: { meeting: "district-conference-2027", on: "2027-04-10" },
      evidence: { commitment: `${id}:B2` },
    });
    yield* commands(plan).amend(id, { days: { election: "2026-09-20" } }, because);
  });
  yield* work.pipe(Effect.provideService(Verksam, kernel), Effect.provideService(Acting, actor));
  const input = {
    record: yield* kernel.gather(recordOf(id)),
    units: [],
    history: yield* kernel.history(plan, id),
    reserves: yield* kernel.find(reserve, { limit: 10 }),
    references: new Map([["klippvara", "Klippvara partiförening"]]),
  };
  return (asOf: string, knownOn = "2026-02-01") =>
    planAccount({
      ...input,
      asOf: Day.make(asOf),
      knownAt: instantOf(Date.parse(`${knownOn}T23:00:00.000Z`)),
    });
}).pipe(Effect.provide(memoryStorage()));

describe("the account of a plan", () => {
  it.effect("tells each commitment once, with its promise, its owner and what was decided about it", () =>
    Effect.gen(function* () {
      const account = (yield* steered)("2026-02-10");
      expect(account?.commitments.map(({ commitment }) => commitment.code)).toEqual(
        expect.arrayContaining(document.commitments.map(({ code }) => code)),
      );
      const a3 = account?.commitments.find(({ commitment }) => commitment.code === "A3");
      expect(a3).toMatchObject({
        promise: "Åtta gemensamma aktiviteter",
        owner: "district-board",
        ownedBy: { unit: "district-board" },
        status: { deadline: "2026-06-30" },
        decisions: [{ kind: "moved", on: "2026-02-01", to: "2026-06-30", reason: "Beslut på mötet." }],
      });
    }),
  );
  it.effect("tells what steered the work: responses with their money, projects, policies, priorities", () =>
    Effect.gen(function* () {
      const told = (yield* steered)("2026-02-10")?.evaluation;
      expect(told?.work.responses).toMatchObject([
        {
          title: "school-closure",
          approved: "2026-01-21",
          carriedOut: "2026-01-30",
          funded: { amount: 800_000, currency: "SEK", on: "2026-01-22" },
        },
      ]);
      expect(told?.projects).toMatchObject([
        { owner: "district-secretary", started: "2025-06-10", evaluationDue: "2027-04-09" },
      ]);
      expect(told?.policies).toMatchObject([
        { adopted: [{ unit: "Klippvara partiförening", on: "2025-11-01" }], missing: ["granvaga"] },
      ]);
      expect(told?.priorities).toMatchObject([{ kind: "places", items: ["square", "school"] }]);
      expect(told?.decisions.map(({ kind, reason }) => [kind, reason])).toEqual([
        ["adopted", "Antagen."],
        ["amended", "Beslut på mötet."],
      ]);
    }),
  );
  it.effect("tells of an earlier day, and as known earlier, only what was so and known", () =>
    Effect.gen(function* () {
      const account = yield* steered;
      const early = account("2025-12-01")?.evaluation;
      expect([early?.work.responses, early?.priorities.length]).toEqual([[], 1]);
      const unknown = account("2026-02-10", "2025-06-01");
      expect(unknown?.evaluation.priorities).toEqual([]);
      const a3 = unknown?.commitments.find(({ commitment }) => commitment.code === "A3");
      expect([a3?.status.deadline, a3?.decisions]).toEqual(["2026-09-12", []]);
    }),
  );
  it.effect("is none where nobody adopted the plan", () =>
    Effect.gen(function* () {
      const kernel = makeKernel(
        (yield* Storage).for("south"),
        { tenant: "south", areas: [area] },
        Effect.succeed("x"),
      );
      const record = yield* kernel.gather(recordOf("none"));
      const asked = { asOf: Day.make("2026-01-01"), knownAt: instantOf(0), references: new Map() };
      expect(planAccount({ record, units: [], ...asked })).toBeUndefined();
    }).pipe(Effect.provide(memoryStorage())),
  );
});
