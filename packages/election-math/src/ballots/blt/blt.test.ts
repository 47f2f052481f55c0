import { describe, expect, it } from "vitest";
import type { BallotFile } from "../ballot-file.ts";
import { malformedOf } from "../refused.fixture.ts";
import { parseBlt } from "./blt.ts";

/** Each ballot as "weight: 1 2=3 -", with its id where it has one. */
const ballotsOf = ({ ballots }: BallotFile) =>
  ballots.map(
    ({ weight, ranking, id }) =>
      `${weight}: ${ranking.map((rank) => rank.join("=") || "-").join(" ")}${id === undefined ? "" : ` (${id})`}`,
  );

const namesOf = ({ candidates }: BallotFile) => candidates.map(({ name }) => name);

describe("a BLT file", () => {
  it("says how many candidates and seats, who is withdrawn, the ballots, the names and the title", () => {
    const text =
      '4 2\n-2\n3 1 3 4 0\n4 1 3 2 0\n2 4 1 3 0\n1 2 0\n2 2 4 3 1 0\n1 3 4 2 0\n0\n"Adam"\n"Basil"\n"Charlotte"\n"Donald"\n"Title"\n';
    expect(parseBlt(text)).toEqual({
      title: "Title",
      seats: 2,
      candidates: [
        { id: "1", name: "Adam" },
        { id: "2", name: "Basil" },
        { id: "3", name: "Charlotte" },
        { id: "4", name: "Donald" },
      ],
      withdrawn: ["2"],
      ballots: [
        { ranking: [["1"], ["3"], ["4"]], weight: 3 },
        { ranking: [["1"], ["3"], ["2"]], weight: 4 },
        { ranking: [["4"], ["1"], ["3"]], weight: 2 },
        { ranking: [["2"]], weight: 1 },
        { ranking: [["2"], ["4"], ["3"], ["1"]], weight: 2 },
        { ranking: [["3"], ["4"], ["2"]], weight: 1 },
      ],
    });
  });

  it("means the same on one line, texts side by side where two quotation marks end one and begin another", () => {
    const text =
      '5 2 -3 -4 11 5 4 2 0 4 1 2 3 0 51 1 5 4 0 1 2 4 5 0 56 3 4 2 5 0 120 5 3 0 0 "Adam""Boaz""Cain""Daniel""Eve""Example"';
    const file = parseBlt(text, { quotes: "adjacent" });
    expect(namesOf(file)).toEqual(["Adam", "Boaz", "Cain", "Daniel", "Eve"]);
    expect(file).toMatchObject({ title: "Example", seats: 2, withdrawn: ["3", "4"] });
    expect(file.ballots.map(({ weight }) => weight)).toEqual([11, 4, 51, 1, 56, 120]);
    expect(parseBlt(text.replaceAll(" ", "\n"), { quotes: "adjacent" })).toEqual(file);
    expect(malformedOf(() => parseBlt(text))).toBe(
      `1:${text.length + 1} the file ends before the names of all candidates`,
    );
  });

  it("ranks candidates equally with = between them, and skips a rank with -", () => {
    const file = parseBlt('4 2 1 2=4=3 1 0 2 - 1 - - 3=2 0 0 "A" "B" "C" "D" "T"');
    expect(ballotsOf(file)).toEqual(["1: 2=4=3 1", "2: - 1 - - 3=2"]);
  });

  it("keeps no skipped rank after the last preference, and none at all where it is told so", () => {
    const text = '4 2 1 1 - 2 - 0 1 - - 0 0 "A" "B" "C" "D" "T"';
    expect(ballotsOf(parseBlt(text))).toEqual(["1: 1 - 2", "1: "]);
    expect(ballotsOf(parseBlt(text, { skipped: "closed" }))).toEqual(["1: 1 2", "1: "]);
    expect(ballotsOf(parseBlt(text, { skipped: "ends" }))).toEqual(["1: 1", "1: "]);
    const after = '3 1 1 - 1 0 1 2 0 0 "A" "B" "C" "T"';
    expect(ballotsOf(parseBlt(after, { skipped: "ends" }))).toEqual(["1: ", "1: 2"]);
    expect(ballotsOf(parseBlt(after.replace("- 1", "1 - 3")))).toEqual(["1: 1 - 3", "1: 2"]);
  });

  it("has ballots that rank nobody, and ballots with an id instead of a weight", () => {
    const text =
      '# made by hand\n3 1 # three candidates\n(17) 1 - 2 0\n(a b) 3 0\n5 0\n1 2 0#the end\n0\n"A # not a comment" # B follows\n"B"#\n"C"\n"T"\n# over';
    const file = parseBlt(text);
    expect(ballotsOf(file)).toEqual(["1: 1 - 2 (17)", "1: 3 (a b)", "5: ", "1: 2"]);
    expect(namesOf(file)).toEqual(["A # not a comment", "B", "C"]);
    expect(file.title).toBe("T");
  });

  it("takes weights with decimals exactly, in their shortest form", () => {
    const file = parseBlt('2 1 0.50 1 0 00012 2 0 2.0 1 0 999999999999999.000000000000001 2 0 0 "A" "B" "T"');
    expect(file.ballots.map(({ weight }) => weight)).toEqual([
      "0.5",
      12,
      2,
      "999999999999999.000000000000001",
    ]);
  });

  it("gives nicknames, an order for ties and withdrawn candidates in brackets", () => {
    const text =
      '3 2\n[nick a b c][tie c b 1]\n[ withdrawn b ]\n-3\n5 a 2 0\n1 b=c 0\n3 c 0\n0\n"A"\n"B"\n"C"\n"t"\n';
    const file = parseBlt(text);
    expect(file).toMatchObject({ withdrawn: ["2", "3"], tieOrder: ["3", "2", "1"] });
    expect(ballotsOf(file)).toEqual(["5: 1 2", "1: 2=3", "3: 3"]);
    expect(parseBlt(text.replace("-3", "[droop rule=x 5 -]"), { otherOptions: "ignored" }).withdrawn).toEqual(
      ["2"],
    );
  });

  it("needs no 0 at the end of a ballot where its line ends it", () => {
    const text = '2 1\n2 1 2\n1 2\r\n(x) 1 # why\n7\n3 1 0\n1 2 0 0\n"A"\n"B"\n"T"\n';
    expect(ballotsOf(parseBlt(text, { ballotEnd: "line" }))).toEqual([
      "2: 1 2",
      "1: 2",
      "1: 1 (x)",
      "7: ",
      "3: 1",
      "1: 2",
    ]);
    expect(malformedOf(() => parseBlt(text))).toBe("3:1 a candidate who stands in this ranking already");
    expect(malformedOf(() => parseBlt("2 1\n1 1 0 2\n", { ballotEnd: "line" }))).toBe(
      "2:7 something after the end of a ballot in its line",
    );
    expect(malformedOf(() => parseBlt("2 1\n1 1 0 (a)\n", { ballotEnd: "line" }))).toBe(
      "2:7 something after the end of a ballot in its line",
    );
    expect(malformedOf(() => parseBlt("2 1\n1 1 2", { ballotEnd: "line" }))).toBe(
      "2:6 the file ends before the end of a ballot",
    );
  });

  it("has names that are alike, empty or odd", () => {
    const text = '4 1 0 "A" "A" "" "__proto__" "T"';
    expect(namesOf(parseBlt(text))).toEqual(["A", "A", "", "__proto__"]);
  });

  it("has no title where the title is empty", () => {
    expect(Object.keys(parseBlt('1 1 0 "A" ""'))).not.toContain("title");
  });
});

describe("the texts of a BLT file", () => {
  const start = "2 1\n2 1 0\n0\n";

  it("double a quotation mark inside", () => {
    const file = parseBlt(`${start}"Lab ""Yvonne ALLAN"""\n"Ind ""William BROWN"" "\nWard 12 - Torry`);
    expect(namesOf(file)).toEqual(['Lab "Yvonne ALLAN"', 'Ind "William BROWN" ']);
    expect(file.title).toBe("Ward 12 - Torry");
  });

  it("run to the end of the line without quotation marks, or to the next blank, or are not taken", () => {
    const text = `${start}Robert Ardis \t\n  Amanda Allan\nWard 3  \n`;
    expect(parseBlt(text)).toMatchObject({
      title: "Ward 3",
      candidates: [{ name: "Robert Ardis" }, { name: "Amanda Allan" }],
    });
    const words = parseBlt(`${start}Adam Bo  Title`, { unquoted: "word" });
    expect(words).toMatchObject({ title: "Title", candidates: [{ name: "Adam" }, { name: "Bo" }] });
    expect(malformedOf(() => parseBlt(`${start}"A"\n B`, { unquoted: "refused" }))).toBe(
      "5:2 a text without quotation marks",
    );
  });

  it("are not guessed at where a mark could mean two things", () => {
    expect(malformedOf(() => parseBlt(`${start}Jo "Bob" Low\n`))).toBe(
      "4:4 a quotation mark in a text without quotation marks",
    );
    expect(malformedOf(() => parseBlt(`${start}"A"\n"B"\nWard #3\n`))).toBe(
      "6:6 a # in a text without quotation marks",
    );
    expect(malformedOf(() => parseBlt(`${start}"A"b`))).toBe("4:4 something right after a quoted text");
    expect(malformedOf(() => parseBlt(`${start}"A"#b`, { comments: false }))).toBe(
      "4:4 something right after a quoted text",
    );
  });

  it("have # in them where there are no comments", () => {
    const file = parseBlt(`${start}# NAME 1: A\nB #2\n#3`, { comments: false });
    expect(namesOf(file)).toEqual(["# NAME 1: A", "B #2"]);
    expect(file.title).toBe("#3");
    expect(malformedOf(() => parseBlt("2 1 # two\n", { comments: false }))).toBe("1:5 not a weight above 0");
    expect(malformedOf(() => parseBlt("2 1#\n", { comments: false }))).toBe("1:3 not a number of seats");
  });

  it("may run over lines between quotation marks", () => {
    expect(namesOf(parseBlt(`${start}"A\nB"\n"C\r\n"\n"T"`))).toEqual(["A\nB", "C\r\n"]);
    expect(malformedOf(() => parseBlt(`${start}"A\nB"x`))).toBe("5:3 something right after a quoted text");
  });

  it("are a name and a party each where there are parties", () => {
    const file = parseBlt(`${start}"A" "X"\n"B" ""\n"T"`, { parties: true });
    expect(file.candidates).toEqual([
      { id: "1", name: "A", party: "X" },
      { id: "2", name: "B" },
    ]);
    expect(malformedOf(() => parseBlt(`${start}"A" "X"\n"B" "Y"\n"T"`))).toBe(
      "5:5 something after the title",
    );
  });

  it("end with the title; what follows is ignored only where that is told", () => {
    const text = `${start}"A"\n"B"\n"T"\n"source" "unclosed`;
    expect(malformedOf(() => parseBlt(text))).toBe("7:1 something after the title");
    expect(parseBlt(text, { afterTitle: "ignored" }).title).toBe("T");
    expect(parseBlt(`${start}"A"\n"B"\n"T"at once`, { afterTitle: "ignored" }).title).toBe("T");
  });
});
