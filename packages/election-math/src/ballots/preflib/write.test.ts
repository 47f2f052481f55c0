import { describe, expect, it } from "vitest";
import { problemsOf } from "../refused.fixture.ts";
import { merged } from "../reshape.ts";
import { parsePreflib } from "./preflib.ts";
import { preflib, preflibPieces } from "./write.ts";

const file = {
  title: "Example",
  candidates: [
    { id: "1", name: "Anna" },
    { id: "2", name: "Bo: b" },
    { id: "3", name: "" },
  ],
  withdrawn: [],
  ballots: [
    { ranking: [["1"], ["3", "2"]], weight: 3 },
    { ranking: [["2"]], weight: 2 },
  ],
};

const lines = [
  "# FILE NAME: a.toi",
  "# TITLE: Example",
  "# DESCRIPTION: Made up",
  "# DATA TYPE: toi",
  "# MODIFICATION TYPE: synthetic",
  "# RELATES TO: b",
  "# RELATED FILES: c",
  "# PUBLICATION DATE: 2026-11-25",
  "# MODIFICATION DATE: 2026-11-26",
  "# NUMBER ALTERNATIVES: 3",
  "# NUMBER VOTERS: 5",
  "# NUMBER UNIQUE ORDERS: 2",
  "# ALTERNATIVE NAME 1: Anna",
  "# ALTERNATIVE NAME 2: Bo: b",
  "# ALTERNATIVE NAME 3: ",
  "3: 1,{3,2}",
  "2: 2",
].map((line) => `${line}\n`);

const about = {
  fileName: "a.toi",
  description: "Made up",
  modificationType: "synthetic",
  relatesTo: "b",
  relatedFiles: "c",
  publicationDate: "2026-11-25",
  modificationDate: "2026-11-26",
};

describe("a file is written as PrefLib", () => {
  it("with its metadata, and reads back equal", () => {
    expect([...preflibPieces(file, "toi", about)]).toEqual(lines);
    expect(preflib(file, "toi", about)).toBe(lines.join(""));
    expect(parsePreflib(lines.join(""))).toEqual(file);
  });

  it("with empty metadata where nothing is told", () => {
    const { title: _, ...untitled } = file;
    const text = preflib(untitled, "toi");
    expect(text).toBe(lines.join("").replace(/^(# (?!DATA|NUM|ALT).*?: ).*/gm, "$1"));
    expect(parsePreflib(text)).toEqual(untitled);
  });

  it("with no ballot at all", () => {
    const none = { ...file, ballots: [] };
    expect(parsePreflib(preflib(none, "soc"))).toEqual(none);
  });
});

describe("what PrefLib cannot say is refused before anything is written", () => {
  const ballot = (wrong: object) => ({ ballots: [file.ballots[0], { ...file.ballots[1], ...wrong }] });
  it.each([
    [{ seats: 1 }, ["seats: not something this format can say"]],
    [{ withdrawn: ["1"] }, ["withdrawn: not something this format can say"]],
    [{ tieOrder: ["1", "2", "3"] }, ["tieOrder: not something this format can say"]],
    [{ title: "a\nb" }, ["title: a line break in it"]],
    [{ title: " a" }, ["title: white space at its beginning or end"]],
    [{ title: "\uD800" }, ["title: half a character, which no file keeps"]],
    [
      {
        candidates: [
          { id: "1", name: "a\r" },
          { id: "2", name: "a " },
          { id: "3", name: "a", party: "X" },
        ],
      },
      [
        "candidates[2].party: not something this format can say",
        "candidates[0].name: a line break in it",
        "candidates[1].name: white space at its beginning or end",
      ],
    ],
    [
      {
        candidates: [
          { id: "2", name: "a" },
          { id: "1", name: "a" },
          { id: "3", name: "a" },
        ],
      },
      [
        "candidates[0].id: not its number; see `numbered`",
        "candidates[1].id: not its number; see `numbered`",
      ],
    ],
    [ballot({ id: "a" }), ["ballots[1].id: not something this format can say"]],
    [ballot({ weight: "0.5" }), ["ballots[1].weight: not a whole number"]],
    [ballot({ ranking: [] }), ["ballots[1].ranking: an empty order"]],
    [ballot({ ranking: [[], ["1"]] }), ["ballots[1].ranking: a skipped rank"]],
    [ballot({ ranking: [["1"], ["2", "3"]] }), ["ballots[1]: an order that stood before; see `merged`"]],
  ])("%j", (wrong, problems) => {
    // @ts-expect-error not every one is a file
    expect(problemsOf(() => preflibPieces({ ...file, ...wrong }, "toi"))).toEqual(problems);
  });

  it.each([
    [
      "soc",
      [
        "ballots[0].ranking: equal ranks in soc",
        "ballots[1].ranking: an order that leaves candidates out in soc",
      ],
    ],
    ["soi", ["ballots[0].ranking: equal ranks in soi"]],
    ["toc", ["ballots[1].ranking: an order that leaves candidates out in toc"]],
    ["toi", []],
  ] as const)("by the kind %s", (kind, problems) => {
    expect(problemsOf(() => preflib(file, kind))).toEqual(problems);
  });

  it("a kind there is not, and metadata of more than a line", () => {
    // @ts-expect-error no such kind
    expect(problemsOf(() => preflib(file, "TOI"))).toEqual(["kind: not one of: soc, soi, toc, toi"]);
    const wrong = Object.fromEntries(Object.keys(about).map((key) => [key, "a\nb"]));
    expect(problemsOf(() => preflib(file, "toi", wrong))).toEqual(
      Object.keys(about).map((key) => `${key}: a line break in it`),
    );
    // @ts-expect-error no text
    expect(problemsOf(() => preflib(file, "toi", { fileName: 3 }))).toEqual(["fileName: not a text"]);
    // @ts-expect-error no object
    expect(problemsOf(() => preflib(file, "toi", null))).toEqual(["about: not an object"]);
  });

  it("two ballots alike, until they are merged", () => {
    const twice = { ...file, ballots: [...file.ballots, { ranking: [["1"], ["2", "3"]], weight: 4 }] };
    expect(problemsOf(() => preflib(twice, "toi"))).toEqual([
      "ballots[2]: an order that stood before; see `merged`",
    ]);
    expect(preflib(merged(twice), "toi")).toContain("7: 1,{3,2}\n");
  });
});
