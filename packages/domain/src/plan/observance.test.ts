import { Day } from "@verksam/kernel";
import { given, recorded } from "@verksam/testkit";
import { describe, it } from "vitest";
import { observance } from "./observance.ts";
import { planOf2030 } from "./plan.fixture.ts";
import { DateFixed, NoOccasion, NotConditional, OtherYear, UndeclaredReference } from "./refusals.ts";

const facts = { plan: planOf2030 };
const begun = {
  _tag: "ObservanceBegun",
  plan: "plan-2030",
  code: "harvest",
  body: "annual-meeting",
} as const;
const harvest = { ...begun, when: { days: [] }, conditional: true };
const springDay = { ...begun, code: "spring-day", when: { month: 5, day: 1 }, conditional: false };
const set = { year: 2030, days: ["2030-09-21"] };

describe("an observance", () => {
  it("is one that the plan declares", () => {
    given(observance).when("begin", {}, { id: "plan-2030:harvest", facts }).then(harvest);
    given(observance)
      .when("begin", {}, { id: "plan-2030:harvst", facts })
      .thenRefused(new UndeclaredReference({ references: [{ kind: "observance", code: "harvst" }] }));
  });
  it("falls on the days that others set for a year, the last word counting", () => {
    given(observance, harvest)
      .when("setDays", { year: 2030, days: ["2030-09-22", "2030-09-21"] })
      .then({ _tag: "DaysSet", year: 2030, days: ["2030-09-21", "2030-09-22"] });
    const at = ["2026-01-01T12:00:00.000Z", "2026-02-01T12:00:00.000Z"] as const;
    given(
      observance,
      harvest,
      { _tag: "DaysSet", ...set },
      recorded({ _tag: "DaysSet", year: 2030, days: [] }, { recorded: at[1] }),
    ).thenState({
      daysSet: [
        { id: "000002.0000", recordedAt: at[0], withdrawnAt: at[1], reason: null, ...set },
        { id: "000003.0000", recordedAt: at[1], withdrawnAt: null, reason: null, year: 2030, days: [] },
      ],
    });
  });
  it("has days set in their own year, and only where they are for others to set", () => {
    given(observance, harvest)
      .when("setDays", { year: 2030, days: ["2031-09-21"] })
      .thenRefused(new OtherYear({ year: 2030, days: [Day.make("2031-09-21")] }));
    given(observance, springDay)
      .when("setDays", { year: 2030, days: ["2030-05-02"] })
      .thenRefused(new DateFixed({ observance: "spring-day" }));
  });
  it("may be not held only where it is conditional, and only on a day of its own", () => {
    given(observance, harvest, { _tag: "DaysSet", ...set })
      .when("notHeld", { day: "2030-09-21" })
      .then({ _tag: "OccasionNotHeld", on: "2030-09-21" });
    given(observance, harvest)
      .when("notHeld", { day: "2030-09-21" })
      .thenRefused(new NoOccasion({ observance: "harvest", day: Day.make("2030-09-21") }));
    given(observance, springDay)
      .when("notHeld", { day: "2030-05-01" })
      .thenRefused(new NotConditional({ observance: "spring-day" }));
  });
  it("on a fixed 29 February falls on the 28th in other years", () => {
    const leap = { ...springDay, when: { month: 2, day: 29 }, conditional: true };
    given(observance, leap)
      .when("notHeld", { day: "2030-02-28" })
      .then({ _tag: "OccasionNotHeld", on: "2030-02-28" });
    given(observance, leap)
      .when("notHeld", { day: "2032-02-28" })
      .thenRefused(new NoOccasion({ observance: "spring-day", day: Day.make("2032-02-28") }));
  });
  it("turns out to have been held after all", () => {
    const notHeld = { _tag: "OccasionNotHeld", on: "2030-09-21" } as const;
    given(observance, harvest, { _tag: "DaysSet", ...set }, notHeld)
      .when("held", { day: "2030-09-21" })
      .then({ _tag: "OccasionHeld", on: "2030-09-21" });
    given(observance, harvest).when("held", { day: "2030-09-21" }).then();
  });
});
