import strings from "big-list-of-naughty-strings" with { type: "json" };
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../refused.fixture.ts";
import { parseCsv } from "./csv.ts";
import { guarded, opensFormula, unguarded } from "./formula.ts";
import { csv, csvPieces } from "./write.ts";

const file = {
  candidates: [
    { id: "1", name: "Anna" },
    { id: "2", name: 'Bo "b"' },
    { id: "3", name: "Cia, c" },
  ],
  withdrawn: [],
  ballots: [
    { ranking: [["1"], [], ["3"]], weight: "0.5", id: "a b" },
    { ranking: [["2"]], weight: 1 },
    { ranking: [], weight: 3 },
  ],
};
const { candidates } = file;

describe("ballots are written as CSV", () => {
  it("with ids and weights where one has them, and read back equal", () => {
    const text = "id,weight,1,2,3\r\na b,0.5,1,,3\r\n,1,2,,\r\n,3,,,\r\n";
    expect(csv(file)).toBe(text);
    expect([...csvPieces(file)]).toEqual(text.match(/.*\r\n/g));
    expect(parseCsv(text, { candidates })).toEqual(file);
  });

  it("without where none has", () => {
    const plain = { ...file, ballots: [{ ranking: [["2"], ["1"]], weight: 1 }] };
    expect(csv(plain)).toBe("1,2\r\n2,1\r\n");
    const empty = { ...file, ballots: [{ ranking: [], weight: 1 }] };
    expect(csv(empty)).toBe('1\r\n""\r\n');
    expect(parseCsv(csv(empty), { candidates })).toEqual(empty);
    expect(csv({ ...file, ballots: [] })).toBe("1\r\n");
  });

  it("by name and with another separator where the form says so", () => {
    const form = { cells: "name", separator: ";" } as const;
    const text = 'id;weight;1;2;3\r\na b;0.5;Anna;;"Cia, c"\r\n;1;"Bo ""b""";;\r\n;3;;;\r\n';
    expect(csv(file, form)).toBe(text);
    expect(parseCsv(text, { ...form, candidates })).toEqual(file);
  });

  it.each([" a", "a ", "a\tb", "a\rb", "a\nb", 'a"', "a;b", "a,b"])("with %j in quotation marks", (id) => {
    const text = csv({ ...file, ballots: [{ ranking: [["1"]], weight: 1, id }] });
    expect(text).toBe(`id,1\r\n"${id.replace('"', '""')}",1\r\n`);
  });
});

describe("what CSV cannot say is refused before anything is written", () => {
  it.each([
    [{ title: "T" }, ["title: not something this format can say"]],
    [{ seats: 1 }, ["seats: not something this format can say"]],
    [{ withdrawn: ["1"] }, ["withdrawn: not something this format can say"]],
    [{ tieOrder: ["1", "2", "3"] }, ["tieOrder: not something this format can say"]],
    [{ ballots: [{ ranking: [["1"], ["2", "3"]], weight: 1 }] }, ["ballots[0].ranking: equal ranks"]],
    [
      { ballots: [{ ranking: [], weight: 1, id: "\uD800" }] },
      ["ballots[0].id: half a character, which no file keeps"],
    ],
    [
      { ballots: [{ ranking: [], weight: 1, id: "-1" }] },
      ["ballots[0].id: what a spreadsheet would run; only `guarded: true` can say it"],
    ],
    [
      { candidates: [{ id: "=1", name: "" }], ballots: [] },
      ["candidates[0].id: what a spreadsheet would run; only `guarded: true` can say it"],
    ],
  ])("%j", (wrong, problems) => {
    expect(problemsOf(() => csvPieces({ ...file, ...wrong }))).toEqual(problems);
  });

  it("by the names of candidates only where these are written", () => {
    const of = (...names: ReadonlyArray<string>) => ({
      candidates: names.map((name, index) => ({ id: String(index + 1), name })),
      withdrawn: [],
      ballots: [],
    });
    const odd = of("=1", "", "A", "A");
    expect(problemsOf(() => csv(odd))).toEqual([]);
    expect(problemsOf(() => csv(odd, { cells: "name" }))).toEqual([
      "candidates[1].name: empty, as is the cell that means nobody",
      "candidates[3].name: another candidate's, so that no cell can name either",
      "candidates[0].name: what a spreadsheet would run; only `guarded: true` can say it",
    ]);
    expect(problemsOf(() => csv(of("=1"), { cells: "name", guarded: true }))).toEqual([]);
  });

  it("a form there is not", () => {
    // @ts-expect-error no such cells
    expect(problemsOf(() => csv(file, { cells: "party" }))).toEqual(["cells: not one of: id, name"]);
    expect(problemsOf(() => csv(file, JSON.parse("null")))).toEqual(["form: not an object"]);
  });
});

describe("a cell that a spreadsheet would run", () => {
  it.each([
    "=1",
    "+1",
    "-1",
    "@A1",
    "-",
    " =1",
    "\u00A0=1",
    "\u200B=1",
    "\uFEFF=1",
    '"=1"',
    "\u0000=1",
    "\uFF1D1",
    "\uFF0B1",
    "\uFF0D1",
    "\uFF201",
    "\ta",
    "\ra",
    "\na",
    "\u0000a",
    "a,=1",
    "a;+1",
    "a\t-1",
    "a\n@1",
    "a\r=1",
    'a, "=1',
  ])("%j is guarded by an apostrophe", (cell) => {
    expect(opensFormula(cell)).toBe(true);
    expect(guarded(cell)).not.toBe(cell);
    expect(opensFormula(guarded(cell))).toBe(false);
  });

  it.each(["", "a", "a=1", "3-5", "a -1", "'=1", "|cmd", "%0A=1", "O'Brien", "a,b", "a\nb", "(=1)", "a@b"])(
    "%j is none",
    (cell) => {
      expect(opensFormula(cell)).toBe(false);
    },
  );

  it("is guarded where it begins, and an apostrophe there is doubled", () => {
    expect(guarded("=1")).toBe("'=1");
    expect(guarded("a,=1;-2")).toBe("a,'=1;'-2");
    expect(guarded("'=1")).toBe("''=1");
    expect(guarded("'t Hooft")).toBe("''t Hooft");
    expect(guarded("O'Brien, 'x")).toBe("O'Brien, 'x");
    expect(guarded("\t=1")).toBe("'\t'=1");
    expect(guarded("A b")).toBe("A b");
  });

  it("is itself again without its guards, whatever it was", () => {
    const part = fc.oneof(fc.constantFrom(..."=+-@',;\t\r\n\0 \"a", "\u200B", "\uFF1D"), fc.string());
    const cell = fc.oneof(
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join("")),
      fc.constantFrom(...strings),
    );
    fc.assert(
      fc.property(cell, (cell) => {
        expect(opensFormula(guarded(cell))).toBe(false);
        expect(unguarded(guarded(cell))).toBe(cell);
      }),
      { numRuns: 2000 },
    );
  });
});
