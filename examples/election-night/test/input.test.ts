/** An election as JSON: what is taken, and what is told of each thing that is wrong. */
import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { council, counted, folder, ranWith } from "./night.fixture.ts";

const good = council({ A: 10, B: 5 });
const text = JSON.stringify(good);
const seats = { totals: { A: 2, B: 1 } };

describe("an election as JSON is taken", () => {
  it.each([
    ["with a byte order mark", `\ufeff${text}`],
    ["with line ends of any kind", JSON.stringify(good, null, 2).replaceAll("\n", "\r\n")],
    ["with numbers in any form that JSON has", text.replace(":10", ":1e1")],
    ["with the constituency named", text.replace('"id":"01"', '"id":"01","name":"The town"')],
  ])("%s", (_, input) => {
    const { code, complaints, json } = counted(input);
    expect([code, complaints]).toEqual([0, []]);
    expect(json("answer.json")).toMatchObject(seats);
  });

  it("with fields that an election has not, which are told and do not count", () => {
    const { code, complaints, json } = counted({
      ...good,
      threshold: 50,
      constituencies: [{ ...good.constituencies[0], adjustmentSeats: 3 }],
    });
    expect([code, json("answer.json")]).toMatchObject([0, seats]);
    expect(complaints).toEqual([
      "election.json: threshold: ignored, an election has no such field",
      "election.json: constituencies[0].adjustmentSeats: ignored, an election has no such field",
    ]);
  });
});

const refused = (input: unknown): ReadonlyArray<string> => {
  const { code, complaints, printed, files } = counted(input);
  expect([code, printed, files()]).toEqual([1, "", ["election.json"]]);
  return complaints;
};
const withVotes = (votes: string): string => text.replace('{"A":10,"B":5}', votes);

describe("a file that is no JSON says where", () => {
  it.each([
    ["an empty file", "", "1:1: not JSON"],
    [
      "a file that ends too early",
      JSON.stringify(good, null, 2).slice(0, 60),
      "4:3: not JSON: unexpected end of string",
    ],
    ["a text that ends too early", text.slice(0, 30), "1:10: not JSON: unexpected end of string"],
    ["more after the end", `${text}]`, `1:${text.length + 1}: not JSON`],
    ["a comma too many", text.replace("}]}", "},]}"), `1:${text.length}: not JSON`],
    ["a number that JSON has not", withVotes('{"A":010}'), "1:106: not JSON"],
    ["not a number", withVotes('{"A":NaN}'), "1:105: not JSON"],
    ["a comment", text.replace("[", "[/* */"), "1:66: not JSON"],
  ])("%s", (_, input, problem) => {
    expect(refused(input)).toEqual([expect.stringContaining(`election.json:${problem}`)]);
  });

  it("another encoding", () => {
    expect(refused(new Uint8Array([0xff, 0xfe, 0x7b, 0x00]))).toEqual(["election.json: not UTF-8"]);
  });

  it("brackets without end", () => {
    expect(refused("[".repeat(200_000))).toEqual(["election.json: nested too deeply"]);
  });
});

describe("a key that is there twice is told with its place", () => {
  it.each([
    ["a party", withVotes('{"A":10,"B":5,"A":10}'), "1:114: constituencies[0].votes.A"],
    ["a party, written otherwise", withVotes('{"A":10,"\\u0041":5}'), "1:108: constituencies[0].votes.A"],
    ["__proto__", withVotes('{"__proto__":1,"__proto__":2}'), "1:115: constituencies[0].votes.__proto__"],
    ["the rules", text.replace("{", '{"rules":"se.eu@2014",'), "1:23: rules"],
  ])("%s", (_, input, problem) => {
    expect(refused(input)).toEqual([`election.json:${problem}: the key is there twice`]);
  });
});

describe("every field that is wrong is told, a line each", () => {
  const rules =
    "not one of se.riksdag@2018, se.riksdag@1998, se.region@2018, se.municipality@2018, se.eu@2014";

  it.each([
    [
      "nothing at all",
      {},
      [`rules: ${rules}`, "totalSeats: not a whole number", "constituencies: not a list"],
    ],
    ["unknown rules", { ...good, rules: "constructor" }, [`rules: ${rules}`]],
    ["no constituency", { ...good, constituencies: [] }, ["constituencies: none"]],
    ["seats as text", { ...good, totalSeats: "3" }, ["totalSeats: not a whole number"]],
    ["too few seats", { ...good, totalSeats: 2 }, ["totalSeats: fewer than the fixed seats together"]],
    [
      "more seats than the fixed ones of an undivided municipality",
      { ...good, totalSeats: 4 },
      ["totalSeats: more than the fixed seats, though in one constituency every seat is fixed"],
    ],
    ["lots, which have a file of their own", { ...good, lots: [] }, ["lots: hand them in with --lots"]],
    [
      "a constituency twice",
      { ...good, constituencies: [...good.constituencies, ...good.constituencies] },
      ["constituencies[1].id: used before"],
    ],
    [
      "constituencies that are none: nothing is told of what they have not",
      { ...good, constituencies: [null, { id: 1, name: "", fixedSeats: 0, votes: [] }] },
      [
        "constituencies[0]: not an object",
        "constituencies[1].id: not a text",
        "constituencies[1].name: empty",
        "constituencies[1].fixedSeats: below 1",
        "constituencies[1].votes: not an object",
      ],
    ],
  ])("%s", (_, input, problems) => {
    expect(refused(input)).toEqual(problems.map((problem) => `election.json: ${problem}`));
  });

  it.each([
    ['{"A":"10","B":5}', ".A: not a whole number"],
    ['{"A":10.5,"B":5}', ".A: not a whole number"],
    ['{"A":1e400,"B":5}', ".A: not a whole number"],
    ['{"A":null,"B":5}', ".A: not a whole number"],
    ['{"A":-1,"B":5}', ".A: below 0"],
    ['{"A":9007199254740993,"B":5}', ".A: above 2^53 - 1"],
    ['{"A":0}', ": no votes"],
    ['{"":1,"A":5}', ": a party without an id"],
    ['{"OTHER":1}', ": no party here may take part"],
  ])("votes as %s", (votes, problem) => {
    expect(refused(withVotes(votes))).toEqual([`election.json: constituencies[0].votes${problem}`]);
  });

  it("votes that are too many together", () => {
    expect(refused(withVotes('{"A":9007199254740991,"B":5}'))).toEqual([
      "election.json: constituencies: votes above 2^53 - 1 in all",
    ]);
  });

  it.each(["[]", "null", "7", '"text"'])("%s is no election", (input) => {
    expect(refused(input)).toEqual(["election.json: not an object"]);
  });
});

describe("a file that cannot be read", () => {
  it("is not there, or a folder", () => {
    const { at } = folder();
    mkdirSync(at("dir"));
    expect(ranWith("--input", at("nowhere.json"))).toMatchObject({
      code: 1,
      complaints: [`${at("nowhere.json")}: there is no such file`],
    });
    expect(ranWith("--input", at("dir"))).toMatchObject({
      code: 1,
      complaints: [`${at("dir")}: a folder, not a file`],
    });
  });
});
