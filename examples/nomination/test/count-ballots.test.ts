/** A file of ranked ballots counted: the answer for other programs, the sheet, lots. */
import { verify } from "@verksam/election-math/record";
import { describe, expect, it } from "vitest";
import { countBallots } from "../src/count-ballots.ts";
import { drawnIn, folder, ranWith, templateIn } from "./run.fixture.ts";

/** Di withdrew; who ranked her first is with the next. */
const board = `4 2
-4
8 1 2 0
1 2 0
1 4 2 0
4 3 2 0
0
"Ada"
"Bo"
"Cy"
"Di"
"A board of two"
`;
const tied = '3 1\n2 1 0\n2 2 0\n1 3 0\n0\n"Ada"\n"Bo"\n"Cy"\n"A chair"\n';

const counted = (rules: string, blt: string, ...args: ReadonlyArray<string>) => {
  const own = folder();
  const written = ["--rules", rules, "--blt", own.write("board.blt", blt), "--json", own.at("answer.json")];
  return { ...own, ...ranWith(countBallots, ...written, ...args) };
};

describe("the answer for other programs", () => {
  it("is status, elected by number and by name, quota and stages, and nothing else", () => {
    const { code, complaints, json } = counted("scottish", board);
    expect([code, complaints]).toEqual([0, []]);
    expect(json("answer.json")).toEqual({
      status: "done",
      elected: [1, 2],
      names: ["Ada", "Bo"],
      quota: 5,
      stages: [
        {
          stage: 1,
          kind: "firstPreferences",
          of: [],
          votes: { 1: "8.00000", 2: "2.00000", 3: "4.00000" },
          nonTransferable: "0.00000",
          elected: [1],
        },
        {
          stage: 2,
          kind: "surplus",
          of: [1],
          votes: { 1: "5.00000", 2: "5.00000", 3: "4.00000" },
          nonTransferable: "0.00000",
          elected: [2],
        },
      ],
    });
  });

  it.each([
    ["scottish", 5],
    ["wigm", "4.666666666"],
    ["ers97", "4.67"],
    ["meek", "4.666666667"],
  ])("has a quota that is a number where it is whole, else decimals: %s", (rules, quota) => {
    expect(counted(rules, board).json("answer.json")).toMatchObject({ elected: [1, 2], quota });
  });

  it.each([
    ["wigm", 5],
    ["ers97", 5],
    ["meek", "5.000000001"],
  ])("has the number where the quota of those rules is whole: %s", (rules, quota) => {
    const fifteen = board.replace("\n1 2 0", "\n2 2 0");
    expect(counted(rules, fifteen).json("answer.json")).toMatchObject({ quota });
  });

  it("has no quota and no stages where the rule has none, but everybody in order", () => {
    const answer = counted("schulze", board, "--seats", "1").json("answer.json");
    expect(answer).toEqual({
      status: "done",
      elected: [1],
      names: ["Ada"],
      ranking: [[1], [2], [3]],
      stages: [],
    });
  });

  it("has whoever was excluded for a stage", () => {
    expect(counted("irv", board.replace("8 1", "5 1"), "--seats", "1").json("answer.json")).toMatchObject({
      elected: [1],
      stages: [{ of: [] }, { kind: "exclusion", of: [2], votes: { 1: "5", 3: "4" }, nonTransferable: "2" }],
    });
  });

  it("is written only where it is asked for", () => {
    const own = folder();
    const { code, printed } = ranWith(countBallots, "--rules", "wigm", "--blt", own.write("b.blt", board));
    expect([code, own.files()]).toEqual([0, ["b.blt"]]);
    expect(printed).toMatch(/^A board of two\n/);
  });
});

describe("how many are elected", () => {
  it("is what the file says, or --seats", () => {
    expect(counted("scottish", board, "--seats", "1").json("answer.json")).toMatchObject({
      elected: [1],
      quota: 8,
    });
  });

  it("is no more than there are candidates", () => {
    expect(counted("scottish", board.replace("4 2", "4 5"))).toMatchObject({
      code: 1,
      complaints: ["board.blt:1:3: more seats than candidates"],
    });
    expect(counted("scottish", board, "--seats", "4")).toMatchObject({
      code: 1,
      complaints: ["board.blt: seats: more than candidates"],
    });
    expect(counted("irv", board).complaints).toEqual([
      "board.blt: seats: more than one, which this rule elects",
    ]);
  });
});

describe("a sheet on a page, and the record", () => {
  it("are written where --out says", () => {
    const own = folder();
    const args = ["--rules", "scottish", "--blt", own.write("b.blt", board), "--out", own.at("out")];
    expect(ranWith(countBallots, ...args, "--lang", "sv").code).toBe(0);
    expect(own.files("out")).toEqual(["count-sheet.html", "record.json"]);
    expect(verify(own.json("out/record.json"))).toEqual([]);
    const page = own.read("out/count-sheet.html");
    expect(page).toContain("<title>Räkneblad: A board of two</title>");
    expect(page).toContain('<tr><th scope="row">Bo</th><td>2</td><td>5 (+3)</td><td>2</td></tr>');
    expect(page).not.toContain("Di<");
  });

  it("are told in the terminal, in the language asked for", () => {
    expect(counted("scottish", board).printed).toContain("the quota is 5\n");
    const { printed } = counted("scottish", board, "--lang", "sv");
    expect(printed).toContain("kvoten är 5\n");
    expect(printed).toMatch(/^Bo +2 +5 \(\+3\) +2$/m);
  });

  it("keep to text where a name looks like HTML", () => {
    const own = folder();
    const blt = board.replace("Ada", "<b>Ada</b> & co").replace("A board", "<i>A board");
    ranWith(countBallots, "--rules", "meek", "--blt", own.write("b.blt", blt), "--out", own.at("out"));
    const page = own.read("out/count-sheet.html");
    expect(page).toContain("&lt;b&gt;Ada&lt;/b&gt; &amp; co");
    expect(page).not.toMatch(/<b>|<i>/);
  });
});

describe("equal votes that matter", () => {
  const lot = { among: ["1", "2"], about: { kind: "excluded", stage: 2, votes: "2.00000" } };

  it("wait for a lot: the answer is what is to be drawn, and nothing else is written", () => {
    const own = folder();
    const args = ["--rules", "scottish", "--blt", own.write("t.blt", tied), "--json", own.at("answer.json")];
    const { code, printed } = ranWith(countBallots, ...args, "--out", own.at("out"));
    expect([code, own.files()]).toEqual([0, ["answer.json", "t.blt"]]);
    expect(own.json("answer.json")).toEqual({
      status: "needsLot",
      lot: { ...lot, step: expect.any(Number) },
    });
    expect(printed).toContain("Nothing tells 1 Ada and 2 Bo apart, and the result depends on it.");
    expect(templateIn(printed)).toEqual({ lots: [{ ...lot, drawn: "", by: "", how: "" }] });
  });

  it("are told by the names of both where pairs are level", () => {
    const circle = '3 1\n1 1 2 3 0\n1 2 3 1 0\n1 3 1 2 0\n0\n"Ada"\n"Bo"\n"Cy"\n"Board"\n';
    const { printed } = ranWith(
      countBallots,
      "--rules",
      "ranked-pairs",
      "--blt",
      folder().write("c.blt", circle),
    );
    expect(printed).toContain("Nothing tells 1 Ada > 2 Bo, 2 Bo > 3 Cy and 3 Cy > 1 Ada apart");
  });

  it.each([
    ["1", [2]],
    ["2", [1]],
  ])("go on with the template filled in: %s is excluded", (drawn, elected) => {
    const own = folder();
    const args = ["--rules", "scottish", "--blt", own.write("t.blt", tied), "--json", own.at("answer.json")];
    const lots = own.write("lots.json", drawnIn(ranWith(countBallots, ...args).printed, drawn));
    expect(ranWith(countBallots, ...args, "--lots", lots).code).toBe(0);
    expect(own.json("answer.json")).toMatchObject({ status: "done", elected });
  });

  it.each([
    ["one who was not in it", { ...lot, drawn: "3" }, "lots[0].drawn: not one of those it is among"],
    [
      "a lot about something else",
      { ...lot, about: { ...lot.about, stage: 1 }, drawn: "1" },
      "lots[0]: answers no tie of this count",
    ],
  ])("refuse %s", (_, given, problem) => {
    const own = folder();
    const lots = own.write("lots.json", [{ ...given, by: "the chair", how: "slips" }]);
    const args = ["--rules", "scottish", "--blt", own.write("t.blt", tied), "--lots", lots];
    expect(ranWith(countBallots, ...args)).toEqual({
      code: 1,
      printed: "",
      complaints: [`lots.json: ${problem}`],
    });
  });
});

describe("a file of ballots", () => {
  it.each([
    ["a number that no candidate has", board.replace("8 1 2", "8 1 7"), "3:5: no candidate has this number"],
    [
      "a candidate twice on a ballot",
      board.replace("8 1 2", "8 1 1"),
      "3:5: a candidate who stands in this ranking already",
    ],
    ["nothing", "", "1:1: "],
    [
      "a file that ends too early",
      board.slice(0, 20),
      "4:6: the file ends before the 0 that ends the ballots",
    ],
  ])("that is malformed is told with line and column: %s", (_, blt, problem) => {
    const { code, complaints, printed, files } = counted("scottish", blt);
    expect([code, printed, files()]).toEqual([1, "", ["board.blt"]]);
    expect(complaints).toEqual([expect.stringContaining(`board.blt:${problem}`)]);
  });

  it.each([
    [
      "weights that are not whole",
      board.replace("8 1 2", "8.5 1 2"),
      "ballots[0].weight: not a whole number",
    ],
    [
      "equal ranks, where the rule has none",
      board.replace("8 1 2", "8 1=2"),
      "ballots[0].ranking[0]: candidates ranked equal, which this rule does not have",
    ],
  ])("is refused with the field where it cannot be counted: %s", (_, blt, problem) => {
    expect(counted("scottish", blt)).toMatchObject({ code: 1, complaints: [`board.blt: ${problem}`] });
  });

  it("may have a party after each name, which is told", () => {
    const withParties = board.replace(/^"(\w\w\w?)"$/gm, '"$1" "Party of $1"');
    expect(withParties).toContain('"Di" "Party of Di"');
    const { json, printed } = counted("scottish", withParties);
    expect(json("answer.json")).toMatchObject({ elected: [1, 2], names: ["Ada", "Bo"] });
    expect(printed).toContain("The file has a party after each name.");
    expect(counted("scottish", board).printed).not.toContain("party");
  });

  it("may have # within its words", () => {
    const { json } = counted("scottish", board.replace('"A board of two"', "Board #2"));
    expect(json("answer.json")).toMatchObject({ elected: [1, 2] });
  });

  it("may be missing", () => {
    const { code, complaints } = ranWith(countBallots, "--rules", "wigm", "--blt", "/none/b.blt");
    expect([code, complaints]).toEqual([1, ["/none/b.blt: there is no such file"]]);
  });
});
