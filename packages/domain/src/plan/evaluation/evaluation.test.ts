import { describe, expect, it } from "vitest";
import { evaluation } from "./evaluation.ts";
import { account, day, input, sample, status, whys } from "./sample.fixture.ts";
import { attention, commitments, coverages, total } from "./selection.ts";

const codes = (of: typeof sample) => of.areas.map((area) => area.commitments.map(({ code }) => code));
const told = (code: string) => {
  const found = commitments(sample).find((commitment) => commitment.code === code);
  if (found === undefined) throw new Error(`${code} is not told`);
  return found;
};

describe("the evaluation", () => {
  it("tells every commitment once, in its area and in the order given, and keeps an area without any", () => {
    expect(codes(sample)).toEqual([
      ["A1", "A2", "A3"],
      ["B1", "B2", "B3", "B4"],
      ["C1", "C2", "C3", "C4"],
      [],
    ]);
  });

  it("adds an area that only a commitment names, so that nothing is lost", () => {
    const lost = evaluation({ ...input, commitments: [account("X1", status("met", whys.baseline))] });
    expect(codes(lost)).toEqual([[], [], [], [], ["X1"]]);
    expect(lost.areas.at(-1)).toMatchObject({
      code: "X",
      title: "X",
      prioritised: false,
      counts: { met: 1 },
    });
  });

  it("rolls up to counts per area and plan, zeros included", () => {
    expect(sample.counts).toEqual({
      met: 1,
      onTheWay: 3,
      late: 2,
      notMet: 1,
      noEvidence: 1,
      unknown: 2,
      notApplicable: 1,
    });
    for (const name of Object.keys(sample.counts) as ReadonlyArray<keyof typeof sample.counts>)
      expect(sample.areas.reduce((sum, { counts }) => sum + counts[name], 0)).toBe(sample.counts[name]);
    expect(total(sample.areas.at(-1)?.counts ?? sample.counts)).toBe(0);
  });

  it("names owners, bodies, units, offices and kinds, and falls back on the code", () => {
    expect(sample.body).toEqual({ sv: "distriktsårskonferensen", en: "the district’s annual conference" });
    expect(told("A2").owner).toEqual({ sv: "Distriktsstyrelsen", en: "The district board" });
    expect(told("A2").evidence).toEqual([
      {
        id: "e-1",
        what: { sv: "Temakväll", en: "Theme evening" },
        on: "2026-03-08",
        amount: 1,
        unit: "Granåsa",
        office: { sv: "Ordföranden", en: "The chair" },
      },
      {
        id: "e-2",
        what: { sv: "Första maj", en: "May Day" },
        on: "2026-09-13",
        amount: 3,
        about: "Sundbro",
        unit: "Lillhamra",
      },
    ]);
    const nameless = evaluation({ ...input, names: { ...input.names, references: new Map() } });
    expect(nameless.areas[0]?.commitments[0]?.owner).toBe("board");
  });

  it("tells evidence in order of day, whatever the order it counted in", () => {
    const [first, ...others] = input.commitments.filter(({ status }) => status.evidence.length === 2);
    if (first === undefined) throw new Error("no commitment has two pieces of evidence");
    const evidence = first.status.evidence.toReversed();
    const turned = evaluation({
      ...input,
      commitments: [{ ...first, status: { ...first.status, evidence } }, ...others],
    });
    expect(commitments(turned)[0]?.evidence.map(({ on }) => on)).toEqual(["2026-03-08", "2026-09-13"]);
  });

  it("tells decisions in order of day, and none from after the day", () => {
    expect(told("B1").decisions.map(({ on, kind }) => [on, kind])).toEqual([
      ["2025-04-26", "made"],
      ["2026-02-11", "moved"],
    ]);
    expect(told("B1").decisions[1]?.by).toEqual({ sv: "Distriktsstyrelsen", en: "The district board" });
  });

  it("counts a piece of planned work once however many commitments it serves, and unplanned work beside it", () => {
    expect(sample.work).toMatchObject({ planned: 2, unplanned: 1 });
    expect(sample.work.responses.map(({ title }) => title)).toEqual([
      { sv: "Akutmottagningen", en: "The emergency ward" },
      { sv: "Hyrorna", en: "The rents" },
      { sv: "Resan", en: "The journey" },
    ]);
  });

  it("knows nothing of what comes after the day", () => {
    expect(sample.work.responses[1]?.carriedOut).toBeUndefined();
    expect(sample.priorities.map(({ items }) => items)).toEqual([["Hamnen", "Åsen"]]);
    expect(sample.policies[0]).toEqual({
      title: "Handboken",
      adopted: [{ unit: "Granåsa", on: "2026-01-11" }],
      missing: ["Sundbro", "Norrvik"],
    });
    const early = evaluation({
      ...input,
      asOf: day("2026-01-13"),
      projects: [{ ...lastProject, started: day("2026-01-14") }],
    });
    expect(early.work).toMatchObject({ unplanned: 0, responses: [{ approved: "2026-01-13" }] });
    expect(early.work.responses[0]?.funded).toBeUndefined();
    expect(early.work.responses[0]?.evaluated).toBeUndefined();
    expect(early.projects[0]?.started).toBeUndefined();
  });
});

const lastProject = { title: "Förortsprojektet", owner: "board", evaluationDue: day("2027-03-01") };

describe("what is missing", () => {
  it.each([
    ["members of a population", "B1", [{ name: "Sundbro" }, { name: "Ekeby" }, { name: "Björkdalen" }]],
    [
      "stages",
      "B2",
      [{ name: { sv: "Antagen", en: "Adopted" } }, { name: { sv: "Utvärderad", en: "Reviewed" } }],
    ],
    [
      "goals",
      "C2",
      [{ name: { sv: "Kommuner", en: "Municipalities" } }, { name: { sv: "Rotlar", en: "Portfolios" } }],
    ],
    [
      "occasions, with their day",
      "A1",
      [{ name: { sv: "Minnesdagen", en: "Day of remembrance" }, on: "2026-08-23" }],
    ],
    [
      "what is unanswered, by its day where it has no subject",
      "C1",
      [{ name: { sv: "Inspel", en: "Input" }, on: "2026-10-10" }],
    ],
  ])("is told by name: %s", (_, code, missing) => {
    expect(told(code).missing).toEqual(missing);
  });

  it("is told once where several parts of a rule lack it, and twice where two things share a code", () => {
    const part = status("onTheWay", whys.coverage, { missing: ["sundbro"] });
    const stage = status("late", whys.milestone, { missing: ["sundbro"] });
    const both = evaluation({
      ...input,
      commitments: [account("A1", status("late", { rule: "all", parts: [part, part, stage] }))],
    });
    expect(both.areas[0]?.commitments[0]?.missing).toEqual([{ name: "Sundbro" }, { name: "sundbro" }]);
  });
});

describe("a selection for readers", () => {
  it("puts what is not met before what is late", () => {
    expect(attention(sample).map(({ code }) => code)).toEqual(["B1", "B2", "B3"]);
  });

  it("finds coverages, also inside larger rules, and none without a population", () => {
    expect(coverages(sample).map(({ commitment, why }) => [commitment.code, why.size])).toEqual([
      ["B1", 9],
      ["B4", 9],
    ]);
    const { size: _, ...unknown } = whys.coverage;
    const empty = { ...whys.coverage, size: 0 };
    const none = evaluation({
      ...input,
      commitments: [account("A1", status("unknown", unknown)), account("A2", status("notApplicable", empty))],
    });
    expect(coverages(none)).toEqual([]);
  });
});
