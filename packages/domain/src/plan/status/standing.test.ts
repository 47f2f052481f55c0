import { addDays, type Day, Span, subtractSpan } from "@verksam/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { about, evidence, given, period } from "./given.fixture.ts";

const every = (span: string, about?: readonly [string, ...ReadonlyArray<string>]) => ({
  kind: "standing" as const,
  of: "workshop",
  every: Span.make(span),
  ...(about === undefined ? {} : { about }),
});

describe("again and again", () => {
  it.each([
    ["none yet, before the plan has run that long", "P3M", [], "2025-07-31", "noEvidence"],
    ["none yet, once it has", "P3M", [], "2025-08-01", "late"],
    ["none, on the plan's last day", "P3M", [], "2027-04-30", "late"],
    ["none, after the plan", "P3M", [], "2027-05-01", "notMet"],
    ["none, after a plan just as long", "P2Y", [], "2027-05-01", "notMet"],
    ["none, on its last day", "P2Y", [], "2027-04-30", "noEvidence"],
    ["none, after a plan not as long", "P3Y", [], "2028-01-01", "noEvidence"],
    ["today", "P3M", [evidence("2026-01-15")], "2026-01-15", "met"],
    ["the day before it was done", "P3M", [evidence("2025-07-15")], "2025-07-14", "noEvidence"],
    ["the last day it is good for", "P3M", [evidence("2026-01-15")], "2026-04-14", "met"],
    ["the day it is over", "P3M", [evidence("2026-01-15")], "2026-04-15", "late"],
    ["over, after the plan", "P3M", [evidence("2026-01-15")], "2027-05-01", "notMet"],
    ["fresh on the plan's last day, asked much later", "P3M", [evidence("2027-02-01")], "2029-01-01", "met"],
    [
      "over on the plan's last day, asked much later",
      "P3M",
      [evidence("2027-01-30")],
      "2029-01-01",
      "notMet",
    ],
    [
      "done again only after the plan",
      "P3M",
      [evidence("2026-01-15"), evidence("2027-05-01")],
      "2027-05-01",
      "notMet",
    ],
    ["done only before the plan", "P3M", [evidence("2025-04-30")], "2025-05-02", "noEvidence"],
    ["clamped: 28 February is a month before 28 March", "P1M", [evidence("2026-02-28")], "2026-03-27", "met"],
    ["clamped: and out of the window then", "P1M", [evidence("2026-02-28")], "2026-03-28", "late"],
    [
      "clamped: 31 January is in the window on 28 February",
      "P1M",
      [evidence("2026-01-31")],
      "2026-02-28",
      "met",
    ],
    ["clamped: and out of it on 1 March", "P1M", [evidence("2026-01-31")], "2026-03-01", "late"],
    ["clamped: 28 February is out of it on 31 March", "P1M", [evidence("2026-02-28")], "2026-03-31", "late"],
  ])("%s", (_, span, evidence, on, expected) => {
    expect(given(every(span), { evidence }).on(on).status).toBe(expected);
  });

  it("tells the last day, since when it is overdue, and for how long", () => {
    const answer = given(every("P1M"), { evidence: [evidence("2026-01-01"), evidence("2026-01-31")] });
    expect(answer.on("2026-03-10").why).toMatchObject({
      last: "2026-01-31",
      dueSince: "2026-03-01",
      lateBy: 10,
    });
    expect(answer.on("2026-02-28").why).toEqual({
      rule: "standing",
      of: "workshop",
      every: "P1M",
      last: "2026-01-31",
      lateBy: 0,
      subjects: [],
    });
    expect(given(every("P1M")).on("2025-06-01").why).toMatchObject({ dueSince: "2025-06-01", lateBy: 1 });
  });

  it("is overdue from the first day whose window holds nothing, whatever the span", () => {
    const spans = fc.constantFrom("P1M", "P1M10D", "P2W", "P1Y", "P3M1D", "P10D");
    fc.assert(
      fc.property(fc.nat(500), fc.nat(700), spans, (start, later, span) => {
        const last = addDays(period.from, start);
        const on = addDays(last, Math.min(later, 729 - start));
        const answer = given(every(span), { evidence: [evidence(last)] }).on(on);
        let first: Day | undefined;
        for (let each = last; each <= on && first === undefined; each = addDays(each, 1)) {
          if (subtractSpan(each, Span.make(span)) >= last) first = each;
        }
        expect(answer.why).toMatchObject({ rule: "standing", last });
        expect("dueSince" in answer.why ? answer.why.dueSince : undefined).toBe(first);
        expect(answer.status).toBe(first === undefined ? "met" : "late");
      }),
    );
  });
});

describe("each subject by itself", () => {
  const rule = every("P3M", ["a", "b"]);

  it.each([
    ["none yet", [], "2025-07-31", "noEvidence"],
    ["none, once the plan has run that long", [], "2025-08-01", "late"],
    ["some, the others not yet due", about("2025-06-01", "a"), "2025-07-31", "onTheWay"],
    ["some, another never and overdue", about("2025-06-01", "a"), "2025-08-01", "late"],
    ["all", about("2025-06-01", "a", "b"), "2025-08-31", "met"],
    ["one gone stale", [...about("2025-06-01", "a", "b"), ...about("2025-08-01", "a")], "2025-09-01", "late"],
    [
      "one stale after the plan",
      [...about("2027-01-01", "a"), ...about("2027-04-01", "b")],
      "2027-05-01",
      "notMet",
    ],
    ["all fresh after the plan", about("2027-04-01", "a", "b"), "2027-05-01", "met"],
    [
      "about somebody else, or nobody",
      [...about("2025-06-01", "x"), evidence("2025-06-01")],
      "2025-07-31",
      "noEvidence",
    ],
  ])("%s", (_, evidence, on, expected) => {
    expect(given(rule, { evidence }).on(on).status).toBe(expected);
  });

  it("tells where each subject stands and lists those not up to date", () => {
    const answer = given(rule, { evidence: about("2025-06-01", "a") }).on("2025-08-02");
    expect(answer.why).toMatchObject({
      lateBy: 2,
      subjects: [
        { subject: "a", status: "met", last: "2025-06-01", lateBy: 0 },
        { subject: "b", status: "late", dueSince: "2025-08-01", lateBy: 2 },
      ],
    });
    expect(answer.missing).toEqual(["b"]);
  });
});
