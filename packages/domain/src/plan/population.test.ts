import { Day } from "@verksam/kernel";
import { given, recorded } from "@verksam/testkit";
import { describe, it } from "vitest";
import { planOf2030 } from "./plan.fixture.ts";
import { population } from "./population.ts";
import {
  AlreadyMember,
  NoSuchEntry,
  NotAList,
  NotAMember,
  PeriodReversed,
  UndeclaredReference,
} from "./refusals.ts";

const facts = { plan: planOf2030 };
const begun = {
  _tag: "PopulationBegun",
  plan: "plan-2030",
  code: "partners",
  body: "annual-meeting",
  members: ["library", "school"],
  from: "2030-01-01",
} as const;
const recordedAt = "2026-01-01T12:00:00.000Z";
const entry = { recordedAt, withdrawnAt: null, reason: null };
const library = { ...entry, id: "000001.0000", member: "library", from: "2030-01-01", to: null };
const school = { ...entry, id: "000001.0001", member: "school", from: "2030-01-01", to: null };

describe("a population", () => {
  it("begins with those who belong from the plan's first day", () => {
    given(population)
      .when(
        "begin",
        { members: ["library", "school"], from: "2030-01-01" },
        { id: "plan-2030:partners", facts },
      )
      .then(begun)
      .thenState({
        members: [
          { ...library, recordedAt: "2026-06-01T12:00:00.000Z" },
          { ...school, recordedAt: "2026-06-01T12:00:00.000Z" },
        ],
      });
  });
  it("is one that the plan declares as a list", () => {
    given(population)
      .when("begin", { members: [], from: "2030-01-01" }, { id: "plan-2030:branches", facts })
      .thenRefused(new NotAList({ population: "branches" }));
    given(population)
      .when("begin", { members: [], from: "2030-01-01" }, { id: "plan-2030:partnrs", facts })
      .thenRefused(new UndeclaredReference({ references: [{ kind: "population", code: "partnrs" }] }));
  });
  it("takes in a member for a time in which it does not belong already", () => {
    const club = { member: "club", from: "2030-03-01", to: "2030-06-30" };
    given(population, begun)
      .when("add", club)
      .then({ _tag: "MemberAdded", ...club });
    given(population, begun, { _tag: "MemberAdded", ...club })
      .when("add", { member: "club", from: "2030-07-01" })
      .then({ _tag: "MemberAdded", member: "club", from: "2030-07-01" });
    given(population, begun, { _tag: "MemberAdded", ...club })
      .when("add", { member: "club", from: "2030-06-30" })
      .thenRefused(new AlreadyMember({ member: "club", from: Day.make("2030-03-01") }));
    given(population, begun)
      .when("add", { ...club, to: "2030-02-28" })
      .thenRefused(new PeriodReversed({ from: Day.make("2030-03-01"), to: Day.make("2030-02-28") }));
  });
  it("lets a member go from a day on, and remembers what it said before", () => {
    const gone = recorded(
      { _tag: "MemberRemoved", member: "school", from: "2030-04-01" },
      { recorded: "2026-04-02T08:00:00.000Z" },
    );
    given(population, begun, gone).thenState({
      members: [
        library,
        { ...school, withdrawnAt: "2026-04-02T08:00:00.000Z" },
        { ...school, id: "000002.0000", recordedAt: "2026-04-02T08:00:00.000Z", to: "2030-03-31" },
      ],
    });
    given(population, begun, gone)
      .when("remove", { member: "school", from: "2030-04-01" })
      .thenRefused(new NotAMember({ member: "school", on: Day.make("2030-04-01") }));
  });
  it("never had a member that is removed from its first day", () => {
    given(population, begun, { _tag: "MemberRemoved", member: "school", from: "2030-01-01" }).thenState({
      members: [library, { ...school, withdrawnAt: recordedAt }],
    });
  });
  it("has an entry corrected by another in its place", () => {
    const corrected = { _tag: "MembershipCorrected", entry: "000001.0001", from: "2030-02-01" } as const;
    given(population, begun, corrected).thenState({
      members: [
        library,
        { ...school, withdrawnAt: recordedAt },
        { ...school, id: "000002.0000", from: "2030-02-01" },
      ],
    });
    given(population, begun).when("correct", { entry: "000001.0001", from: "2030-02-01" }).then(corrected);
    given(population, begun, corrected)
      .when("correct", { entry: "000001.0001", from: "2030-03-01" })
      .thenRefused(new NoSuchEntry({ entry: "000001.0001" }));
  });
});
