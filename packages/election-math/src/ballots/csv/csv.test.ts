import { describe, expect, it } from "vitest";
import type { BallotFile } from "../ballot-file.ts";
import { inPieces, malformedOf, problemsOf } from "../refused.fixture.ts";
import { csvReader, parseCsv } from "./csv.ts";

const candidates = [
  { id: "1", name: "Anna" },
  { id: "2", name: 'Bo "b"' },
  { id: "3", name: "Cia, c" },
];

const ballotsOf = ({ ballots }: BallotFile) =>
  ballots.map(
    ({ weight, ranking, id }) =>
      `${weight}: ${ranking.map((rank) => rank.join("=") || "-").join(" ")}${id === undefined ? "" : ` (${id})`}`,
  );

describe("a CSV file of cast votes", () => {
  it("has a row for each ballot and a column for each rank", () => {
    expect(parseCsv("1,2,3\r\n1,3,2\r\n2,,\r\n", { candidates })).toEqual({
      candidates,
      withdrawn: [],
      ballots: [
        { ranking: [["1"], ["3"], ["2"]], weight: 1 },
        { ranking: [["2"]], weight: 1 },
      ],
    });
  });

  it("tells ids and weights of ballots apart by the header, in columns of any order", () => {
    const text = "2,weight,1,id\n3,2.50,1,a b\n,1,2,\n";
    expect(ballotsOf(parseCsv(text, { candidates }))).toEqual(["2.5: 1 3 (a b)", "1: 2"]);
    expect(ballotsOf(parseCsv("Choice 2,Choice 1\n1,2\n", { candidates }))).toEqual(["1: 2 1"]);
  });

  it("names candidates as they are called where the form says so, quoted as RFC 4180 has it", () => {
    const text = '1,2,3\n"Bo ""b""","Cia, c",Anna\n"Anna",,\n';
    expect(ballotsOf(parseCsv(text, { candidates, cells: "name" }))).toEqual(["1: 2 3 1", "1: 1"]);
    expect(malformedOf(() => parseCsv(text, { candidates }))).toBe("2:1 no candidate has this cell");
  });

  it("is separated as the form says", () => {
    expect(ballotsOf(parseCsv("1;2\n1;3\n", { candidates, separator: ";" }))).toEqual(["1: 1 3"]);
    expect(ballotsOf(parseCsv("1\t2\n1\t3\n", { candidates, separator: "\t" }))).toEqual(["1: 1 3"]);
    expect(malformedOf(() => parseCsv("1;2\n", { candidates }))).toBe(
      "1:1 a column of neither choices, ids nor weights",
    );
  });

  it("keeps a blank cell before a later choice as a skipped rank unless something else is told", () => {
    const text = "1,2,3\n,1,\n1,,2\n,,\n";
    expect(ballotsOf(parseCsv(text, { candidates }))).toEqual(["1: - 1", "1: 1 - 2", "1: "]);
    expect(ballotsOf(parseCsv(text, { candidates, skipped: "closed" }))).toEqual(["1: 1", "1: 1 2", "1: "]);
    expect(ballotsOf(parseCsv(text, { candidates, skipped: "ends" }))).toEqual(["1: ", "1: 1", "1: "]);
  });

  it("has columns of other names and words where they are told, as the cities have them", () => {
    const people = [
      { id: "219978", name: "A" },
      { id: "221141", name: "B" },
    ];
    const text =
      "Cast Vote Record,Precinct,Choice 1 of 3,Choice 2 of 3,Choice 3 of 3,Times\n1,AD01,219978,221141,undervote,2\n2,AD01,221141,overvote,219978,1\n3,AD02,undervote,219978,219978,1\n";
    const reading = {
      candidates: people,
      choices: ["Choice 1 of 3", "Choice 2 of 3", "Choice 3 of 3"],
      idColumn: "Cast Vote Record",
      weightColumn: "Times",
      otherColumns: "ignored",
      blanks: ["undervote"],
      overvotes: { cells: ["overvote", "both"], become: "skipped" },
      repeated: "skipped",
    } as const;
    expect(ballotsOf(parseCsv(text, reading))).toEqual([
      "2: 219978 221141 (1)",
      "1: 221141 - 219978 (2)",
      "1: - 219978 (3)",
    ]);
    const ends = { ...reading, overvotes: { cells: ["overvote"], become: "ends" } } as const;
    expect(ballotsOf(parseCsv(text, ends))[1]).toBe("1: 221141 (2)");
    const { overvotes: _, ...without } = reading;
    expect(malformedOf(() => parseCsv(text, without))).toBe("3:15 no candidate has this cell");
    const { repeated: __, ...strict } = reading;
    expect(malformedOf(() => parseCsv(text, strict))).toBe(
      "4:25 a candidate who stands in this ranking already",
    );
    const { otherColumns: ___, ...narrow } = reading;
    expect(malformedOf(() => parseCsv(text, narrow))).toBe(
      "1:18 a column of neither choices, ids nor weights",
    );
  });

  it("skips or ends with whom it names again, where that is told", () => {
    const text = "1,2,3\n1,1,2\n";
    expect(ballotsOf(parseCsv(text, { candidates, repeated: "skipped" }))).toEqual(["1: 1 - 2"]);
    expect(ballotsOf(parseCsv(text, { candidates, repeated: "skipped", skipped: "closed" }))).toEqual([
      "1: 1 2",
    ]);
    expect(ballotsOf(parseCsv(text, { candidates, repeated: "ends" }))).toEqual(["1: 1"]);
    const after = "1,2,3\n,1,1\n";
    expect(malformedOf(() => parseCsv(after, { candidates, skipped: "ends" }))).toBe(
      "2:4 a candidate who stands in this ranking already",
    );
  });

  it("is the same wherever its pieces are split, whatever ends its lines", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = ["\uFEFFid,1,2,3", '"a ""b""\r\n",2,,1', "b,3,,", 'c,"3","2",'].join(end);
      const whole = parseCsv(text, { candidates });
      expect(ballotsOf(whole)).toEqual(['1: 2 - 1 (a "b"\r\n)', "1: 3 (b)", "1: 3 2 (c)"]);
      expect(inPieces(csvReader({ candidates }), text)).toEqual(whole);
      for (let at = 0; at <= text.length; at++)
        expect(inPieces(csvReader({ candidates }), [text.slice(0, at), "", text.slice(at)])).toEqual(whole);
      expect(parseCsv(text + end, { candidates })).toEqual(whole);
    }
  });

  it("hands out each ballot with the piece that ends its row", () => {
    const reader = csvReader({ candidates });
    expect(reader.push("1,2\n1,")).toEqual([]);
    expect(reader.push("2\n3")).toEqual([{ ranking: [["1"], ["2"]], weight: 1 }]);
    expect(reader.push(",")).toEqual([]);
    expect(reader.end()).toEqual({ candidates, withdrawn: [], ballots: [{ ranking: [["3"]], weight: 1 }] });
  });

  it("takes the apostrophes of a guarded file away, and of no other", () => {
    const people = [
      { id: "=1+1", name: "A" },
      { id: "'t", name: "B" },
    ];
    expect(ballotsOf(parseCsv("1,2\n'=1+1,''t\n", { candidates: people, guarded: true }))).toEqual([
      "1: =1+1 't",
    ]);
    expect(ballotsOf(parseCsv("1,2\n=1+1,'t\n", { candidates: people }))).toEqual(["1: =1+1 't"]);
  });
});

describe("a CSV file that is malformed is told by place and reason", () => {
  it.each([
    ["", "1:1 the file ends before its header"],
    ["\n", "1:1 an empty line"],
    ["id\n", "1:1 no column of choices"],
    ["1,3\n", "1:1 no column of choice 2"],
    ["2\n", "1:1 no column of choice 1"],
    ["0\n", "1:1 a column of neither choices, ids nor weights"],
    ["1,choice 2\n", "1:3 a column of neither choices, ids nor weights"],
    ["1,x2\n", "1:3 a column of neither choices, ids nor weights"],
    ["1,Choice 1\n", "1:3 a column that stood before"],
    ["1,id,id\n", "1:6 a column that stood before"],
    ["weight,1,weight\n", "1:10 a column that stood before"],
    ["1,2\n1,2,3\n", "2:1 not as many cells as there are columns"],
    ["1,2\n1\n", "2:1 not as many cells as there are columns"],
    ["1,2\n1,2\n\n", "3:1 an empty line"],
    ["1,2\n1,2\n1", "3:1 not as many cells as there are columns"],
    ["1,2\n1,4\n", "2:3 no candidate has this cell"],
    ["1,2\n1, 2\n", "2:3 no candidate has this cell"],
    ["1,2\n1,1\n", "2:3 a candidate who stands in this ranking already"],
    ["1,weight\n1,0\n", "2:3 not a weight above 0"],
    ["1,weight\n1,\n", "2:3 not a weight above 0"],
    ["1,weight\n1,-1\n", "2:3 not a weight above 0"],
    ["id,1\na,1\na,2\n", "3:1 a ballot id that stood before"],
    ['1\n1"\n', "2:2 a quotation mark in a cell without quotation marks"],
    ['1,2\n1,"2\n', "2:3 a cell that is not closed"],
    ['1,2\n1,"2"x\n', "2:6 something right after a quoted cell"],
    ['id,1\n"a\nb",4\n', "3:4 no candidate has this cell"],
    ['id,1\r\n"a\r\nb",4\r\n', "3:4 no candidate has this cell"],
  ])("%j: %s", (text, malformed) => {
    expect(malformedOf(() => parseCsv(text, { candidates }))).toBe(malformed);
    expect(malformedOf(() => inPieces(csvReader({ candidates }), text))).toBe(malformed);
  });

  it("where a column that was told is not there", () => {
    const of = (reading: object) => malformedOf(() => parseCsv("1,2\n", { candidates, ...reading }));
    expect(of({ idColumn: "id" })).toBe("1:1 no column of ids");
    expect(of({ weightColumn: "weight" })).toBe("1:1 no column of weights");
    expect(of({ choices: ["1", "2", "first"] })).toBe("1:1 no column of choice 3");
    expect(of({ choices: ["first"], otherColumns: "ignored" })).toBe("1:1 no column of choices");
    expect(of({ choices: ["1"] })).toBe("1:3 a column of neither choices, ids nor weights");
    expect(of({ idColumn: "2" })).toBe("1:1 no column of ids");
    expect(() => parseCsv("1,2\n", { candidates, idColumn: "id" })).toThrow("csv, line 1, column 1: ");
  });

  it("but a lone blank cell in quotation marks is an empty ballot", () => {
    expect(ballotsOf(parseCsv('1\n""\n', { candidates }))).toEqual(["1: "]);
  });
});

describe("a form there is not is refused, every field of it named", () => {
  it.each([
    [{ candidates: [] }, ["candidates: nobody"]],
    [
      { candidates: [...candidates, { id: "1", name: "D" }] },
      [
        "candidates[3].id: another candidate's",
        "candidates[3].id: another candidate's, so that no cell can name either",
      ],
    ],
    [
      { cells: "name", candidates: [...candidates, { id: "4", name: "Anna" }] },
      ["candidates[3].name: another candidate's, so that no cell can name either"],
    ],
    [{ candidates: [...candidates, { id: "4", name: "Anna" }] }, []],
    [
      { cells: "name", candidates: [{ id: "4", name: "" }] },
      ["candidates[0].name: empty, as is the cell that means nobody"],
    ],
    [{ cells: "party" }, ["cells: not one of: id, name"]],
    [{ separator: "|" }, ["separator: not one of: ,, ;, \t"]],
    [{ guarded: "yes" }, ["guarded: not one of: false, true"]],
    [{ otherColumns: "kept" }, ["otherColumns: not one of: refused, ignored"]],
    [{ skipped: "lost" }, ["skipped: not one of: kept, closed, ends"]],
    [{ repeated: "kept" }, ["repeated: not one of: refused, skipped, ends"]],
    [{ choices: [] }, ["choices: empty"]],
    [{ choices: "1" }, ["choices: not a list", "choices: empty"]],
    [{ choices: ["a", "", "a"] }, ["choices[1]: empty", "choices[2]: a column that is named already"]],
    [
      { choices: ["a"], idColumn: "a", weightColumn: "a" },
      ["idColumn: a column that is named already", "weightColumn: a column that is named already"],
    ],
    [{ idColumn: "" }, ["idColumn: empty"]],
    [{ weightColumn: 3 }, ["weightColumn: not a text"]],
    [{ blanks: "undervote" }, ["blanks: not a list"]],
    [
      { blanks: ["1", "", "x", "x"] },
      ["blanks[0]: a candidate's cell", "blanks[1]: empty", "blanks[3]: a cell that is told already"],
    ],
    [
      { blanks: ["x"], overvotes: { cells: ["x", "2"], become: "ends" } },
      ["overvotes.cells[0]: a cell that is told already", "overvotes.cells[1]: a candidate's cell"],
    ],
    [
      { overvotes: ["x"] },
      ["overvotes: not an object", "overvotes.become: missing", "overvotes.cells: not a list"],
    ],
    [{ overvotes: { cells: ["x"] } }, ["overvotes.become: missing"]],
    [{ overvotes: { cells: ["x"], become: "kept" } }, ["overvotes.become: not one of: skipped, ends"]],
  ])("%j", (wrong, problems) => {
    // @ts-expect-error every one is wrong in its own way
    expect(problemsOf(() => csvReader({ candidates, ...wrong }))).toEqual(problems);
  });

  it("what is no object at all too", () => {
    expect(problemsOf(() => csvReader(JSON.parse("null")))).toContain("form: not an object");
  });
});
