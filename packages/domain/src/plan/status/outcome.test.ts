import { describe, expect, it } from "vitest";
import type { Measured, Verdict } from "../facts.ts";
import type { Comparison, Of } from "../rule.ts";
import { at, day, given, recordedAt } from "./given.fixture.ts";

const rule: Of<"outcome"> = {
  kind: "outcome",
  goals: [{ measure: "municipalities", op: ">=", value: 8 }, { judged: "government-changed" }],
};
const measured = (value: number, on: string, more: Partial<Measured> = {}): Measured => ({
  measure: "municipalities",
  value,
  on: day(on),
  recordedAt,
  ...more,
});
const judged = (reached: boolean, on: string, more: Partial<Verdict> = {}): Verdict => ({
  commitment: "c-1",
  judged: "government-changed",
  reached,
  on: day(on),
  recordedAt,
  ...more,
});
const eight = measured(8, "2026-09-20");
const yes = judged(true, "2026-10-15");

describe("how it turned out", () => {
  it.each([
    ["nothing recorded", [], [], "2026-12-01", "unknown"],
    ["nothing recorded after the plan", [], [], "2027-05-01", "unknown"],
    ["one of two recorded", [eight], [], "2026-12-01", "unknown"],
    ["one missed, the other not recorded", [measured(7, "2026-09-20")], [], "2027-05-01", "unknown"],
    ["both reached, the day before the last", [eight], [yes], "2026-10-14", "unknown"],
    ["both reached", [eight], [yes], "2026-10-15", "met"],
    ["both reached, after the plan", [eight], [yes], "2028-01-01", "met"],
    ["a measure missed", [measured(7, "2026-09-20")], [yes], "2026-12-01", "notMet"],
    ["a verdict against it", [eight], [judged(false, "2026-10-15")], "2026-12-01", "notMet"],
    ["the latest measure holds", [measured(7, "2026-11-01"), eight], [yes], "2026-12-01", "notMet"],
    [
      "a later one is not known yet on the day",
      [measured(7, "2026-11-01"), eight],
      [yes],
      "2026-10-31",
      "met",
    ],
    ["measured before the plan", [measured(9, "2025-04-30")], [yes], "2026-12-01", "unknown"],
    ["measured on the plan's last day", [measured(9, "2027-04-30")], [yes], "2027-05-01", "met"],
    ["measured after the plan", [measured(9, "2027-05-01")], [yes], "2027-05-01", "unknown"],
    ["another measure", [{ ...eight, measure: "portfolios" }], [yes], "2026-12-01", "unknown"],
    ["a verdict on another commitment", [eight], [{ ...yes, commitment: "c-2" }], "2026-12-01", "unknown"],
    ["withdrawn", [{ ...eight, withdrawnAt: at("2026-10-01") }], [yes], "2026-12-01", "unknown"],
    [
      "of one day, the one recorded last",
      [measured(7, "2026-09-20", { recordedAt: at("2026-10-01") }), eight],
      [yes],
      "2026-12-01",
      "notMet",
    ],
  ])("%s", (_, measured, verdicts, on, expected) => {
    expect(given(rule, { measured, verdicts }).on(on).status).toBe(expected);
  });

  it.each([
    [">=", [false, true, true]],
    [">", [false, false, true]],
    ["<=", [true, true, false]],
    ["<", [true, false, false]],
    ["=", [false, true, false]],
  ] satisfies ReadonlyArray<[Comparison, ReadonlyArray<boolean>]>)("7, 8 and 9 are %s 8", (op, expected) => {
    const one: Of<"outcome"> = { kind: "outcome", goals: [{ measure: "municipalities", op, value: 8 }] };
    const met = [7, 8, 9].map(
      (value) => given(one, { measured: [measured(value, "2026-09-20")] }).on("2026-12-01").status === "met",
    );
    expect(met).toEqual(expected);
  });

  it("tells each goal, and lists those not reached or not recorded", () => {
    const answer = given(rule, { measured: [measured(7, "2026-09-20")] }).on("2026-12-01");
    expect(answer.why).toEqual({
      rule: "outcome",
      goals: [
        { measure: "municipalities", op: ">=", target: 8, value: 7, on: "2026-09-20", reached: false },
        { judged: "government-changed" },
      ],
    });
    expect(answer.missing).toEqual(["municipalities", "government-changed"]);
  });
});
