import { describe, expect, it } from "vitest";
import { problemsOf } from "../refused.fixture.ts";
import { parseBlt } from "./blt.ts";
import { blt, bltPieces } from "./write.ts";

const file = {
  title: 'Board "2026"',
  seats: 2,
  candidates: [
    { id: "1", name: "A" },
    { id: "2", name: 'B "b"' },
    { id: "3", name: "" },
  ],
  withdrawn: ["3", "1"],
  tieOrder: ["3", "1", "2"],
  ballots: [
    { ranking: [["1"], [], ["3", "2"]], weight: 3 },
    { ranking: [["2"]], weight: 1, id: "no 7" },
    { ranking: [], weight: "0.5" },
  ],
};

const written =
  '3 2\n-3 -1\n[tie 3 1 2]\n3 1 - 3=2 0\n(no 7) 2 0\n0.5 0\n0\n"A"\n"B ""b"""\n""\n"Board ""2026"""\n';

describe("a file is written as BLT", () => {
  it("with all that it says, and reads back equal", () => {
    expect(blt(file)).toBe(written);
    expect(parseBlt(written)).toEqual(file);
  });

  it("line by line", () => {
    expect([...bltPieces(file)]).toEqual(written.match(/.*\n/g));
  });

  it("with an empty title where it has none, and its weights in their shortest form", () => {
    const plain = { seats: 1, candidates: [{ id: "1", name: "A" }], withdrawn: [] };
    expect(blt({ ...plain, ballots: [] })).toBe('1 1\n0\n"A"\n""\n');
    expect(blt({ ...plain, ballots: [{ ranking: [["1"]], weight: "02.50" }] })).toBe(
      '1 1\n2.5 1 0\n0\n"A"\n""\n',
    );
  });

  it("with parties where the form has them", () => {
    const of = { ...file, candidates: [{ id: "1", name: "A", party: "X" }, ...file.candidates.slice(1)] };
    const text = blt(of, { parties: true });
    expect(text).toContain('\n"A" "X"\n"B ""b""" ""\n"" ""\n');
    expect(parseBlt(text, { parties: true })).toEqual(of);
    expect(problemsOf(() => blt(of))).toEqual(["candidates[0].party: not something this format can say"]);
  });

  it("without quotation marks inside where the form has no way to say one", () => {
    const plain = { ...file, title: "T", candidates: file.candidates.map(({ id }) => ({ id, name: "A" })) };
    expect(parseBlt(blt(plain, { quotes: "adjacent" }), { quotes: "adjacent" })).toEqual(plain);
    expect(problemsOf(() => blt(file, { quotes: "adjacent" }))).toEqual([
      'title: a quotation mark, which only `quotes: "doubled"` can say',
      'candidates[1].name: a quotation mark, which only `quotes: "doubled"` can say',
    ]);
  });
});

describe("what BLT cannot say is refused before anything is written", () => {
  it.each([
    [{ seats: undefined }, ["seats: missing"]],
    [
      {
        candidates: [...file.candidates.slice(0, 2), { id: "03", name: "C" }],
        withdrawn: [],
        tieOrder: undefined,
        ballots: [],
      },
      ["candidates[2].id: not its number; see `numbered`"],
    ],
    [{ ballots: [{ ranking: [], weight: 2, id: "a" }] }, ["ballots[0]: an id beside a weight that is not 1"]],
    [
      { ballots: [{ ranking: [], weight: 1, id: "a)" }] },
      ["ballots[0].id: a parenthesis or a line break in it"],
    ],
    [
      { ballots: [{ ranking: [], weight: 1, id: "a\nb" }] },
      ["ballots[0].id: a parenthesis or a line break in it"],
    ],
    [
      { ballots: [{ ranking: [], weight: 1, id: "a\rb" }] },
      ["ballots[0].id: a parenthesis or a line break in it"],
    ],
    [
      { ballots: [{ ranking: [], weight: 1, id: "\uD800" }] },
      ["ballots[0].id: half a character, which no file keeps"],
    ],
    [{ title: "\uDC00" }, ["title: half a character, which no file keeps"]],
  ])("%j", (wrong, problems) => {
    expect(problemsOf(() => bltPieces({ ...file, ...wrong }))).toEqual(problems);
  });

  it("in the name and the party of a candidate too", () => {
    const candidates = [{ id: "1", name: "\uD83D", party: "\uDE00" }];
    expect(
      problemsOf(() => blt({ seats: 1, candidates, withdrawn: [], ballots: [] }, { parties: true })),
    ).toEqual([
      "candidates[0].name: half a character, which no file keeps",
      "candidates[0].party: half a character, which no file keeps",
    ]);
  });

  it("a form that there is not", () => {
    // @ts-expect-error no such way
    expect(problemsOf(() => blt(file, { quotes: "single" }))).toEqual([
      "quotes: not one of: doubled, adjacent",
    ]);
  });
});
