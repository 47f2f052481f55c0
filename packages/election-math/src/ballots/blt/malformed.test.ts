import { describe, expect, it } from "vitest";
import { inPieces, malformedOf, problemsOf } from "../refused.fixture.ts";
import { bltReader, parseBlt } from "./blt.ts";

describe("a BLT file that is malformed is told by place and reason", () => {
  it.each([
    ["", "1:1 the file ends before its number of candidates"],
    [" \n # c\n", "3:1 the file ends before its number of candidates"],
    ["2", "1:2 the file ends before its number of seats"],
    ["0 1", "1:1 not a number of candidates"],
    ["x 1", "1:1 not a number of candidates"],
    ["-2 1", "1:1 not a number of candidates"],
    ["2 0", "1:3 not a number of seats"],
    ["2 -1", "1:3 not a number of seats"],
    ["2 3", "1:3 more seats than candidates"],
    ["2 2", "1:4 the file ends before the 0 that ends the ballots"],
    ["2 1\n1 1 0\n", "3:1 the file ends before the 0 that ends the ballots"],
    ["2 1\n1 1", "2:4 the file ends before the end of a ballot"],
    ["2 1\n1 1 1 0", "2:5 a candidate who stands in this ranking already"],
    ["2 1\n1 1 2=1 0", "2:5 a candidate who stands in this ranking already"],
    ["2 1\n1 2=2 0", "2:3 a candidate who stands in this ranking already"],
    ["2 1\n1 3 0", "2:3 no candidate has this number"],
    ["2 1\n1 1=3 0", "2:3 no candidate has this number"],
    ["2 1\n1 1=0 0", "2:3 no candidate has this number"],
    ["2 1\n1 1= 0", "2:3 neither a candidate's number nor a nickname"],
    ["2 1\n1 1 -2 0", "2:5 neither a candidate's number nor a nickname"],
    ["2 1\n1 1.0 0", "2:3 neither a candidate's number nor a nickname"],
    ["2 1\n1 99999999999999999999 0", "2:3 no candidate has this number"],
    ["2 1\n1 toString 0", "2:3 neither a candidate's number nor a nickname"],
    ["2 1\n0.0 1 0", "2:1 not a weight above 0"],
    ["2 1\n.5 1 0", "2:1 not a weight above 0"],
    ["2 1\n1/2 1 0", "2:1 not a weight above 0"],
    ["2 1\n1e3 1 0", "2:1 not a weight above 0"],
    ["2 1\n- 1 0", "2:1 not a weight above 0"],
    ["2 1\n1000000000000000 1 0", "2:1 not a weight above 0"],
    ["2 1\n1 1 0\n-1 2 0", "3:1 a withdrawal after the first ballot"],
    ["2 1\n-3", "2:1 no candidate has this number"],
    ["2 1\n-0", "2:1 no candidate has this number"],
    ["2 1\n-2 -2", "2:4 a candidate who is withdrawn already"],
    ["2 1\n() 1 0", "2:1 an empty ballot id"],
    ["2 1\n(a) 1 0 (a) 2 0", "2:9 a ballot id that stood before"],
    ["2 1\n1 (a) 1 0", "2:3 a parenthesis in a ranking"],
    ["2 1\n[tie (a)]", "2:6 a parenthesis in an option"],
    ["2 1\n(a\n) 1 0", "2:1 a ballot id that is not closed"],
    ["2 1\n(a", "2:1 a ballot id that is not closed"],
    ["2 1\na) 1 0", "2:1 not a weight above 0"],
    ["2 1\n) 1 0", "2:1 a parenthesis that was not opened"],
    ["(a) 1", "1:1 a ballot before the numbers of candidates and seats"],
    ["2 (a) 1", "1:3 a ballot before the numbers of candidates and seats"],
    ['2 1\n1 1 0\n"A"', "3:1 a text before the 0 that ends the ballots"],
    ["2 1\n0\n", "3:1 the file ends before the names of all candidates"],
    ['2 1\n0\n"A"', "3:4 the file ends before the names of all candidates"],
    ['2 1\n0\n"A" "B"', "3:8 the file ends before its title"],
    ['2 1\n0\n"A\n', "3:1 a text that is not closed"],
    ["2 1\n1 1 0 [tie 1 2]", "2:7 an option anywhere but before the first ballot"],
    ["[tie 1 2] 2 1", "1:1 an option anywhere but before the first ballot"],
    ["2 1 [tie [1 2]", "1:10 an option anywhere but before the first ballot"],
    ["2 1 ]", "1:5 a bracket that was not opened"],
    ["2 1 []", "1:6 an option without a name"],
    ["2 1 [tie 1]", "1:11 an option that does not name every candidate"],
    ["2 1 [tie 1 1]", "1:12 a candidate who is in the order for ties already"],
    ["2 1 [tie 1 3]", "1:12 no candidate has this number"],
    ["2 1 [tie 1 2][tie 2 1]", "1:15 an option that stood before"],
    ["2 1 [nick a]", "1:12 an option that does not name every candidate"],
    ["2 1 [nick a b c]", "1:16 an option that does not name every candidate"],
    ["2 1 [nick a a]", "1:13 a nickname that another candidate has"],
    ["2 1 [nick 2 a]", "1:11 a nickname that could be something else"],
    ["2 1 [nick -a b]", "1:11 a nickname that could be something else"],
    ["2 1 [nick a=b b]", "1:11 a nickname that could be something else"],
    ["2 1 [nick a b][nick a b]", "1:16 an option that stood before"],
    ["2 1 [withdrawn 1 1]", "1:18 a candidate who is withdrawn already"],
    ["2 1 [withdrawn x]", "1:16 neither a candidate's number nor a nickname"],
    ["2 1 [droop x]", "1:6 an option that is not known"],
    ["2 1 [tie 1 2", "1:13 the file ends before the end of an option"],
  ])("%j: %s", (text, malformed) => {
    expect(malformedOf(() => parseBlt(text))).toBe(malformed);
    expect(malformedOf(() => inPieces(bltReader(), text))).toBe(malformed);
  });

  it("in a message of its own, with the format", () => {
    expect(() => parseBlt("2 3")).toThrow("blt, line 1, column 3: more seats than candidates");
    expect(() => parseBlt("2 3")).toThrow(
      expect.objectContaining({
        _tag: "MalformedFile",
        name: "MalformedFile",
        format: "blt",
        line: 1,
        column: 3,
      }),
    );
  });

  it.each(["\n", "\r\n", "\r"])("with lines that end in %j", (end) => {
    const text = ["\uFEFF2 1", "", "1 1 0", "\t9 2 2 0"].join(end);
    expect(malformedOf(() => parseBlt(text))).toBe("4:6 a candidate who stands in this ranking already");
    expect(malformedOf(() => inPieces(bltReader(), text))).toBe(
      "4:6 a candidate who stands in this ranking already",
    );
  });

  it("in a column of UTF-16 code units", () => {
    expect(malformedOf(() => parseBlt('1 1 0 "😀"x'))).toBe("1:11 something right after a quoted text");
  });
});

describe("a BLT file read piece by piece", () => {
  const text =
    '\uFEFF3 1\r\n[nick ab c d]\r\n-2\r\n# why\r\n(i d) ab=c - 3 0\r\n12.50 3 0\r\n123 1 0\r\n0\r\n"A ""x"""\r\nB b\r\n"C\r\n"\r\n"T"\r\n';
  const whole = parseBlt(text);

  it("is the same wherever the pieces are split", () => {
    expect(whole.ballots).toHaveLength(3);
    expect(inPieces(bltReader(), text)).toEqual(whole);
    for (let at = 0; at <= text.length; at++)
      expect(inPieces(bltReader(), [text.slice(0, at), "", text.slice(at)])).toEqual(whole);
  });

  it("hands each ballot out with the piece that completes it, by number; names come at the end", () => {
    const reader = bltReader();
    expect(reader.push("2 1 3 1 2")).toEqual([]);
    expect(reader.push(" 0")).toEqual([]);
    expect(reader.push(" 1 2 0 0")).toEqual([
      { ranking: [["1"], ["2"]], weight: 3 },
      { ranking: [["2"]], weight: 1 },
    ]);
    expect(reader.push(' "A" "B" "T"')).toEqual([]);
    expect(reader.end()).toEqual({
      title: "T",
      seats: 1,
      candidates: [
        { id: "1", name: "A" },
        { id: "2", name: "B" },
      ],
      withdrawn: [],
      ballots: [],
    });
  });

  it("is malformed for good once it is", () => {
    const reader = bltReader();
    expect(malformedOf(() => reader.push("2 1 1 1 0 1 3 0 "))).toBe("1:13 no candidate has this number");
    expect(malformedOf(() => reader.push("1 1 0"))).toBe("1:13 no candidate has this number");
    expect(malformedOf(() => reader.end())).toBe("1:13 no candidate has this number");
  });

  it("takes nothing after its end, and nothing but text", () => {
    const reader = bltReader();
    reader.push('1 1 0 "A" "T"');
    reader.end();
    expect(problemsOf(() => reader.push("x"))).toEqual(["piece: after the end"]);
    expect(problemsOf(() => reader.end())).toEqual(["piece: after the end"]);
    // @ts-expect-error bytes are no text
    expect(problemsOf(() => bltReader().push(new Uint8Array(3)))).toEqual(["piece: not a text"]);
  });

  it("shares no rank that a reader of one ballot could change for another", () => {
    const [first, second] = parseBlt('1 1 1 1 0 1 1 0 0 "A" "T"').ballots;
    expect(first?.ranking).not.toBe(second?.ranking);
    expect(Object.isFrozen(first?.ranking[0])).toBe(true);
  });
});

describe("a dialect", () => {
  it("that there is not is refused, every field of it named", () => {
    const wrong = {
      ballotEnd: "dot",
      skipped: "lost",
      quotes: "single",
      unquoted: "all",
      comments: "no",
      parties: 1,
      afterTitle: "kept",
      otherOptions: null,
    };
    // @ts-expect-error every field is wrong
    expect(problemsOf(() => bltReader(wrong))).toEqual([
      "ballotEnd: not one of: zero, line",
      "skipped: not one of: kept, closed, ends",
      "quotes: not one of: doubled, adjacent",
      "unquoted: not one of: line, word, refused",
      "comments: not one of: true, false",
      "parties: not one of: false, true",
      "afterTitle: not one of: refused, ignored",
      "otherOptions: not one of: refused, ignored",
    ]);
    // @ts-expect-error no object
    expect(problemsOf(() => bltReader("line"))).toEqual(["dialect: not an object"]);
  });
});
