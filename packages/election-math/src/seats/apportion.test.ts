import { describe, expect, it } from "vitest";
import { problemsOf, totals } from "./apportion.fixture.ts";
import { apportion } from "./apportion.ts";

describe("divisor methods", () => {
  // Balinski and Young, Fair Representation (1982): 100 000 votes, 36 seats, another answer by every method
  const votes = { A: 27744, B: 25178, C: 19951, D: 14610, E: 9225, F: 3292 };
  it.each([
    ["adams", { A: 10, B: 9, C: 7, D: 5, E: 3, F: 2 }],
    ["danish", { A: 10, B: 9, C: 7, D: 5, E: 4, F: 1 }],
    ["hill", { A: 10, B: 9, C: 7, D: 6, E: 3, F: 1 }],
    ["sainte-lague", { A: 10, B: 9, C: 8, D: 5, E: 3, F: 1 }],
    ["dhondt", { A: 11, B: 9, C: 7, D: 5, E: 3, F: 1 }],
  ] as const)("%s", (method, seats) => {
    expect(totals({ votes, seats: 36, method })).toEqual(seats);
  });

  it("the first divisor of one's own keeps a small party out, and lets it in where it is small", () => {
    const given = { votes: { A: 100, B: 41 }, seats: 2 };
    expect(totals({ ...given, method: "sainte-lague" })).toEqual({ A: 1, B: 1 });
    const modified = (firstDivisor: string | number) =>
      totals({ ...given, method: { name: "modified-sainte-lague", firstDivisor } });
    expect(modified("1.2")).toEqual({ A: 1, B: 1 });
    expect(modified(1.4)).toEqual({ A: 2 });
    expect(modified("41/33")).toEqual({ A: 2 });
  });

  it("tells for each seat what decided it, exactly, and who came next", () => {
    const answer = apportion({
      votes: { A: 100, B: 60 },
      seats: 3,
      method: { name: "modified-sainte-lague", firstDivisor: 1.4 },
    });
    expect(answer).toMatchObject({
      status: "done",
      totals: { A: 2, B: 1 },
      record: { rules: "modified-sainte-lague 7/5", kind: "apportionment", lots: [] },
    });
    expect(answer.steps).toEqual([
      {
        kind: "seat",
        seat: 1,
        to: "A",
        votes: 100,
        comparison: "500/7",
        next: { id: "B", comparison: "300/7" },
      },
      {
        kind: "seat",
        seat: 2,
        to: "B",
        votes: 60,
        comparison: "300/7",
        next: { id: "A", comparison: "100/3" },
      },
      {
        kind: "seat",
        seat: 3,
        to: "A",
        votes: 100,
        comparison: "100/3",
        next: { id: "B", comparison: "20" },
      },
    ]);
  });

  it("the first seats by Adams and by Hill go by votes, before any number", () => {
    const answer = apportion({ votes: { A: 30, B: 20, C: 10 }, seats: 2, method: "hill" });
    expect(answer.steps.map((step) => (step.kind === "seat" ? [step.to, step.comparison] : []))).toEqual([
      ["A", "∞"],
      ["B", "∞"],
    ]);
    expect(totals({ votes: { A: 30, B: 20, C: 10 }, seats: 4, method: "hill" })).toEqual({
      A: 2,
      B: 1,
      C: 1,
    });
    const fourth = apportion({ votes: { A: 30, B: 20, C: 10 }, seats: 4, method: "hill" }).steps[3];
    expect(fourth).toMatchObject({ to: "A", comparison: "√(450)", next: { id: "B", comparison: "√(200)" } });
    expect(totals({ votes: { A: 10, B: 10, C: 10 }, seats: 2, method: "adams" })).toMatchObject({
      about: { kind: "seat", comparison: "∞" },
    });
  });

  it("a party without votes gets no seat, and one alone gets all", () => {
    for (const method of ["dhondt", "sainte-lague", "danish", "adams", "hill", "hare", "droop"] as const)
      expect(totals({ votes: { A: 10, B: 0 }, seats: 5, method })).toEqual({ A: 5 });
  });
});

describe("quota methods", () => {
  const votes = { A: 47000, B: 16000, C: 15900, D: 12000, E: 6000, F: 3100 };
  it.each([
    ["hare", "10000", { A: 5, B: 2, C: 1, D: 1, E: 1 }],
    ["droop", "9091", { A: 5, B: 2, C: 2, D: 1 }],
    ["hagenbach-bischoff", "100000/11", { A: 5, B: 2, C: 2, D: 1 }],
  ] as const)("%s", (method, quota, seats) => {
    const answer = apportion({ votes, seats: 10, method });
    expect(answer).toMatchObject({ totals: seats });
    expect(answer.steps[0]).toEqual({ kind: "quota", votes: 100000, seats: 10, quota });
  });

  it("shows what each party's votes paid for, what was left, and whom the remainders served", () => {
    expect(apportion({ votes: { A: 50, B: 31, C: 19 }, seats: 4, method: "hare" }).steps).toEqual([
      { kind: "quota", votes: 100, seats: 4, quota: "25" },
      { kind: "wholeQuotas", party: "A", votes: 50, seats: 2, remainder: "0" },
      { kind: "wholeQuotas", party: "B", votes: 31, seats: 1, remainder: "6" },
      { kind: "wholeQuotas", party: "C", votes: 19, seats: 0, remainder: "19" },
      { kind: "remainder", to: "C", remainder: "19" },
    ]);
  });

  it("an exact Hagenbach-Bischoff quota may pay for one seat too many, which a lot takes back", () => {
    const given = { votes: { A: 30, B: 20 }, seats: 4, method: "hagenbach-bischoff" } as const;
    expect(totals(given)).toEqual({ among: ["A", "B"], about: { kind: "takenBack" }, step: 3 });
    const lot = {
      among: ["B", "A"],
      about: { kind: "takenBack" },
      drawn: "B",
      by: "p-1",
      how: "urn",
    } as const;
    const answer = apportion({ ...given, lots: [lot] });
    expect(answer).toMatchObject({ status: "done", totals: { A: 3, B: 1 } });
    expect(answer.steps.slice(3)).toEqual([
      { kind: "lot", ...lot, among: ["A", "B"] },
      { kind: "takenBack", from: "B" },
    ]);
  });

  it("is refused where so few votes cannot fill the seats", () => {
    expect(problemsOf({ votes: { A: 2, B: 1 }, seats: 10, method: "droop" })).toEqual([
      "seats: more than this quota can give for so few votes",
    ]);
    expect(problemsOf({ votes: { A: 2, B: 1 }, seats: 5, method: "droop" })).toEqual([]);
    expect(problemsOf({ votes: { A: 2, B: 1 }, seats: 6, method: "droop" })).toHaveLength(1);
  });
});

describe("a threshold", () => {
  const votes = { A: 56, B: 40, C: 4, OTHER: 0 };
  it("lets in who has it exactly, and keeps out who is a vote short", () => {
    expect(totals({ votes, seats: 25, method: "sainte-lague", threshold: "4%" })).toMatchObject({ C: 1 });
    expect(
      totals({ votes: { ...votes, OTHER: 1 }, seats: 25, method: "sainte-lague", threshold: "4%" }),
    ).not.toHaveProperty("C");
  });

  it("counts OTHER in the votes it is of, and gives it no seat", () => {
    const answer = apportion({ votes: { A: 10, OTHER: 90 }, seats: 3, method: "dhondt", threshold: "0.1" });
    expect(answer).toMatchObject({ totals: { A: 3 }, record: { input: { threshold: "1/10" } } });
    expect(answer.steps[0]).toEqual({
      kind: "threshold",
      party: "A",
      votes: 10,
      of: 100,
      share: "1/10",
      isMet: true,
    });
    expect(answer.steps.filter(({ kind }) => kind === "threshold")).toHaveLength(1);
  });
});
