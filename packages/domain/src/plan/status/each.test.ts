import { Span } from "@verksam/kernel";
import { describe, expect, it } from "vitest";
import type { Of } from "../rule.ts";
import { evidence, given } from "./given.fixture.ts";

const rule: Of<"each"> = { kind: "each", of: "request", then: "reply", within: Span.make("P30D") };
const asked = (on: string, subject?: string) =>
  evidence(on, { of: "request", ...(subject === undefined ? {} : { subject }) });
const replied = (on: string, subject?: string) =>
  evidence(on, { of: "reply", ...(subject === undefined ? {} : { subject }) });

describe("each is answered", () => {
  it.each([
    ["nothing to answer", [], "2026-01-01", "notApplicable"],
    ["nothing to answer after the plan", [], "2027-05-01", "notApplicable"],
    ["an answer to nothing", [replied("2026-01-01", "a")], "2026-01-01", "notApplicable"],
    ["asked before the plan", [asked("2025-04-30", "a")], "2025-06-30", "notApplicable"],
    ["asked tomorrow", [asked("2026-01-02", "a")], "2026-01-01", "notApplicable"],
    ["open, on its last day", [asked("2026-01-01", "a")], "2026-01-31", "onTheWay"],
    ["open, the day after", [asked("2026-01-01", "a")], "2026-02-01", "late"],
    ["open and overdue, on the plan's last day", [asked("2026-01-01", "a")], "2027-04-30", "late"],
    ["open and overdue, after the plan", [asked("2026-01-01", "a")], "2027-05-01", "late"],
    ["open and in time, on the plan's last day", [asked("2027-04-20", "a")], "2027-04-30", "onTheWay"],
    ["open and in time, after the plan", [asked("2027-04-20", "a")], "2027-05-01", "notMet"],
    ["answered the same day", [asked("2026-01-01", "a"), replied("2026-01-01", "a")], "2026-01-01", "met"],
    [
      "answered later, asked the day before",
      [asked("2026-01-01", "a"), replied("2026-01-10", "a")],
      "2026-01-09",
      "onTheWay",
    ],
    ["answered too late", [asked("2026-01-01", "a"), replied("2026-03-01", "a")], "2026-03-01", "met"],
    [
      "answered before it was asked",
      [asked("2026-01-02", "a"), replied("2026-01-01", "a")],
      "2026-01-10",
      "onTheWay",
    ],
    [
      "answered about another",
      [asked("2026-01-01", "a"), replied("2026-01-02", "b")],
      "2026-01-10",
      "onTheWay",
    ],
    [
      "answered after the plan",
      [asked("2027-04-20", "a"), replied("2027-05-01", "a")],
      "2027-05-01",
      "notMet",
    ],
    [
      "one of two",
      [asked("2026-01-01", "a"), asked("2026-01-01", "b"), replied("2026-01-02", "b")],
      "2026-01-10",
      "onTheWay",
    ],
    [
      "one of two, the other overdue",
      [asked("2026-01-01", "a"), asked("2026-02-01", "b"), replied("2026-02-02", "b")],
      "2026-02-10",
      "late",
    ],
    [
      "one answer after both",
      [asked("2026-01-01", "a"), asked("2026-01-05", "a"), replied("2026-01-06", "a")],
      "2026-01-10",
      "met",
    ],
    [
      "one answer between the two",
      [asked("2026-01-01", "a"), replied("2026-01-03", "a"), asked("2026-01-05", "a")],
      "2026-01-10",
      "onTheWay",
    ],
    ["about nothing in particular", [asked("2026-01-01"), replied("2026-01-03")], "2026-01-10", "met"],
    [
      "about nothing, answered about something",
      [asked("2026-01-01"), replied("2026-01-03", "a")],
      "2026-01-10",
      "onTheWay",
    ],
  ])("%s", (_, evidence, on, expected) => {
    expect(given(rule, { evidence }).on(on).status).toBe(expected);
  });

  it("allows no day at all", () => {
    const atOnce = given({ ...rule, within: Span.make("P0D") }, { evidence: [asked("2026-01-01", "a")] });
    expect([atOnce.on("2026-01-01").status, atOnce.on("2026-01-02").status]).toEqual(["onTheWay", "late"]);
  });

  it("tells each one's last day in time, its answer, and lateness in days", () => {
    const evidence = [
      asked("2026-01-01", "a"),
      asked("2026-01-02", "b"),
      replied("2026-02-05", "a"),
      replied("2026-02-06", "a"),
    ];
    const answer = given(rule, { evidence }).on("2026-02-10");
    expect(answer.why).toMatchObject({
      items: [
        { subject: "a", on: "2026-01-01", due: "2026-01-31", answered: "2026-02-05", lateBy: 5 },
        { subject: "b", on: "2026-01-02", due: "2026-02-01", lateBy: 9 },
      ],
    });
    expect(answer.missing).toEqual(["b"]);
    expect(answer.evidence.map(({ of, on }) => `${of} ${on}`)).toEqual([
      "request 2026-01-01",
      "request 2026-01-02",
      "reply 2026-02-05",
    ]);
  });
});
