import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverage, type Obligation, reaches } from "./coverage.ts";
import { addDays, Day, Span } from "./day.ts";

const asOf = Day.make("2026-06-30");
const from = Day.make("2025-05-01");
const nobody: Obligation<string> = { population: [], fulfilments: [], excuses: [], asOf };
const members = (...names: ReadonlyArray<string>) => names.map((member) => ({ member, from }));

describe("who is covered, missing and excused", () => {
  it("divides the population, each member once, in its order", () => {
    const found = coverage({
      ...nobody,
      population: members("d", "c", "b", "a", "d"),
      fulfilments: [
        { subject: "a", on: asOf },
        { subject: "a", on: from },
        { subject: "d", on: from },
      ],
      excuses: [{ member: "b", from: asOf }],
    });
    expect(found).toEqual({ covered: ["d", "a"], missing: ["c"], excused: ["b"] });
  });

  it("asks who belongs on the day, first and last day included", () => {
    const population = [
      { member: "ends today", from, to: asOf },
      { member: "ended", from, to: addDays(asOf, -1) },
      { member: "begins today", from: asOf },
      { member: "begins tomorrow", from: addDays(asOf, 1) },
      { member: "came back", from, to: from },
      { member: "came back", from: asOf },
    ];
    expect(coverage({ ...nobody, population }).missing).toEqual(["ends today", "begins today", "came back"]);
  });

  it("leaves out what comes after the day, is about nobody, or is about somebody else", () => {
    const fulfilments = [{ subject: "a", on: addDays(asOf, 1) }, { on: from }, { subject: "x", on: from }];
    const excuses = [{ member: "a", from: addDays(asOf, 1) }];
    expect(coverage({ ...nobody, population: members("a"), fulfilments, excuses })).toEqual({
      covered: [],
      missing: ["a"],
      excused: [],
    });
  });

  it("lets a fulfilment cover for a span, the day exactly that long ago no longer", () => {
    const fulfilments = [
      { subject: "old", on: Day.make("2025-06-30") },
      { subject: "fresh", on: Day.make("2025-07-01") },
    ];
    const obligation = { ...nobody, population: members("old", "fresh"), fulfilments };
    expect(coverage({ ...obligation, every: Span.make("P1Y") }).covered).toEqual(["fresh"]);
    expect(coverage(obligation).covered).toEqual(["old", "fresh"]);
  });

  it("holds members of any kind", () => {
    const found = coverage({
      asOf,
      population: [{ member: 7, from }],
      fulfilments: [{ subject: 7, on: from }],
      excuses: [],
    });
    expect(found.covered).toEqual([7]);
  });
});

describe("whether a share is reached", () => {
  const found = (covered: number, missing: number, excused = 0) => ({
    covered: Array.from({ length: covered }),
    missing: Array.from({ length: missing }),
    excused: Array.from({ length: excused }),
  });

  it.each([
    [found(3, 0, 2), "all", true],
    [found(3, 1), "all", false],
    [found(5, 4), { n: 5, d: 9 }, true],
    [found(4, 5), { n: 5, d: 9 }, false],
    [found(2, 1), { n: 2, d: 3 }, true],
    [found(1, 1, 1), { n: 1, d: 2 }, true],
    [found(1, 2), { n: 1, d: 2 }, false],
  ] as const)("%# is told in whole numbers, the excused left out", (parts, share, expected) => {
    expect(reaches(parts, share)).toBe(expected);
  });

  it("is never lost by one more fulfilment or one more excuse", () => {
    const one = fc.constantFrom("a", "b", "c", "d");
    const input = fc.record({
      done: fc.array(one),
      excused: fc.array(one),
      n: fc.integer({ min: 1, max: 4 }),
      more: one,
    });
    fc.assert(
      fc.property(input, ({ done, excused, n, more }) => {
        const held = (done: ReadonlyArray<string>, excused: ReadonlyArray<string>) =>
          reaches(
            coverage({
              asOf,
              population: members("a", "b", "c", "d"),
              fulfilments: done.map((subject) => ({ subject, on: from })),
              excuses: excused.map((member) => ({ member, from })),
            }),
            { n, d: 4 },
          );
        if (!held(done, excused)) return;
        expect(held([...done, more], excused)).toBe(true);
        expect(held(done, [...excused, more])).toBe(true);
      }),
    );
  });
});
