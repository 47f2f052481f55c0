/** Votes as CSV: what is taken, and what is told of each line that is wrong. */
import { describe, expect, it } from "vitest";
import { elections, folder } from "./night.fixture.ts";

const head = "constituency_code,fixed_seats,party,votes\n";
const good = `${head}01,3,A,10\n01,3,B,5\n`;

/** Runs the example on votes, and on fixed seats where they are given. */
const counted = (votes: string, args: ReadonlyArray<string> = [], fixed?: string) => {
  const own = folder();
  const files = ["--votes", own.write("votes.csv", votes)];
  if (fixed !== undefined) files.push("--fixed", own.write("fixed.csv", fixed));
  const rules = args.includes("--rules") ? [] : ["--rules", "se.municipality@2018"];
  return { ...own, ...own.run(...files, ...rules, ...args) };
};

describe("votes as CSV are taken", () => {
  it.each([
    ["with the fixed seats beside them", good],
    ["with a byte order mark", `\ufeff${good}`],
    ["with line ends of any kind", good.replaceAll("\n", "\r\n")],
    ["without an end to the last line", good.trimEnd()],
    [
      "with empty lines, remarks, and room around the values",
      `# a source\n${good.replace("A,10", " A , 10 ")}\n\n`,
    ],
    ["with quotes", good.replace(",A,", ',"A",')],
  ])("%s", (_, votes) => {
    const { code, complaints, json } = counted(votes);
    expect([code, complaints]).toEqual([0, []]);
    expect(json("answer.json")).toMatchObject({ status: "done", totals: { A: 2, B: 1 } });
  });

  it("with the fixed seats in a file of their own", () => {
    const votes = "constituency_code,party,votes\nn,A,10\nn,B,5\ns,C,10\ns,B,5\n";
    const { json } = counted(votes, ["--seats", "6"], "constituency_code,fixed_seats\ns,2\nn,3\n");
    expect(json("answer.json")).toMatchObject({
      totals: { A: 2, B: 2, C: 2 },
      seats: { s: { C: { fixed: 1, adjustment: 1 } } },
    });
  });

  it("without constituencies: the whole is one, and every seat is fixed", () => {
    const { json } = counted("party,votes\nA,10\nB,5\n", ["--seats", "3"]);
    expect(json("answer.json")).toMatchObject({ seats: { SE: { A: { fixed: 2, adjustment: 0 } } } });
  });

  it("with all valid votes, of which the rest is everybody else's", () => {
    const votes = "party,fixed_seats,valid_votes,votes\nA,3,1000,30\nB,3,1000,19\n";
    const { json, code } = counted(votes);
    expect(code).toBe(0);
    // B has 1,9 % of the votes, below the bar of 2 %
    expect(json("answer.json")).toMatchObject({ totals: { A: 3 } });
    expect(json("out/record.json")).toMatchObject({
      input: { constituencies: [{ votes: { A: 30, B: 19, OTHER: 951 } }] },
    });
  });
});

const refused = (votes: string, args: ReadonlyArray<string> = [], fixed?: string): ReadonlyArray<string> => {
  const { code, complaints, printed, files } = counted(votes, args, fixed);
  expect([code, printed, files("out")]).toEqual([1, "", []]);
  return complaints;
};

describe("every line that is wrong is told", () => {
  it.each([
    [
      "an empty file",
      "",
      [
        "votes.csv: party: there is no such column",
        "votes.csv: votes: there is no such column",
        "votes.csv: no rows",
      ],
    ],
    ["a file that ends after the head", head, ["votes.csv: no rows"]],
    ["a row cut short", good.slice(0, -3), ["votes.csv:3: 3 values for 4 columns"]],
    ["a row with too much", good.replace("10", "10,10"), ["votes.csv:2: 5 values for 4 columns"]],
    ["a quote without end", good.replace("B", '"B'), [expect.stringMatching(/^votes\.csv:\d: not CSV/)]],
    ["a column twice", "party,party,votes\nA,A,1\n", ["votes.csv: party: the column is there twice"]],
    [
      "another separator",
      good.replaceAll(",", ";"),
      ["votes.csv: party: there is no such column", "votes.csv: votes: there is no such column"],
    ],
    ["a party twice", `${good}01,3,A,1\n`, ["votes.csv:4: party: A is there before in constituency 01"]],
    ["no party", good.replace("A", ""), ["votes.csv:2: party: empty"]],
    [
      "fixed seats that do not agree",
      good.replace("3,B", "4,B"),
      ["votes.csv:3: fixed_seats: not as on votes.csv:2, for the same constituency"],
    ],
    [
      "no fixed seat",
      good.replaceAll(",3,", ",0,"),
      ["votes.csv: all seats: below 1", "votes.csv: constituency 01: fixed_seats: below 1"],
    ],
    [
      "no votes",
      good.replace("10", "0").replace(",5", ",0"),
      ["votes.csv: constituency 01: votes: no votes"],
    ],
    [
      "fewer valid votes than the parties have",
      "party,fixed_seats,valid_votes,votes\nA,3,9,10\n",
      ["votes.csv:2: valid_votes: fewer than the parties have together"],
    ],
  ])("%s", (_, votes, problems) => {
    expect(refused(votes)).toEqual(problems);
  });

  it.each(["1e3", "-5", "1 000", "1.0", "ten", "99999999999999999999", "0x10"])("votes as %s", (votes) => {
    expect(refused(good.replace("10", votes))).toEqual([
      "votes.csv:2: votes: not a whole number from 0 to 2^53 - 1",
    ]);
  });

  it("all of them at once", () => {
    expect(refused(`${head}01,3,A,x\n01,3,,5\n01,3,B,\n`)).toEqual([
      "votes.csv:2: votes: not a whole number from 0 to 2^53 - 1",
      "votes.csv:3: party: empty",
      "votes.csv:4: votes: empty",
    ]);
  });
});

describe("fixed seats and votes have to be of the same constituencies", () => {
  const votes = "constituency_code,party,votes\nn,A,10\ns,A,5\n";
  const fixed = "constituency_code,fixed_seats\n";

  it.each([
    [
      "one without votes, one without seats",
      `${fixed}n,3\nw,2\n`,
      ["fixed.csv:3: constituency_code: no votes in votes.csv", "fixed.csv: constituency_code: s is missing"],
    ],
    ["one twice", `${fixed}n,3\nn,2\n`, ["fixed.csv:3: constituency_code: n is there before"]],
    ["no number", `${fixed}n,3\ns,\n`, ["fixed.csv:3: fixed_seats: empty"]],
  ])("%s", (_, own, problems) => {
    expect(refused(votes, ["--seats", "8"], own)).toEqual(problems);
  });

  it("seats in both files", () => {
    expect(refused(good, [], `${fixed}01,3\n`)).toEqual([
      "votes.csv: fixed_seats: the fixed seats stand in fixed.csv too",
    ]);
  });

  it("seats in neither", () => {
    expect(refused(votes, ["--seats", "8"])).toEqual([
      "votes.csv: fixed_seats: there is no such column; --fixed names a file with them",
    ]);
    expect(refused(`${head}n,3,A,10\ns,,A,5\n`, ["--seats", "8"])).toEqual([
      "votes.csv: constituency s: fixed_seats: empty",
    ]);
  });
});

describe("one area out of several", () => {
  const several = "municipal-and-regional-2022-votes.csv";
  const of = (...args: ReadonlyArray<string>) =>
    folder().run("--votes", elections(several), "--rules", "se.municipality@2018", ...args);

  it("has to be chosen", () => {
    expect(of()).toMatchObject({
      code: 1,
      complaints: [`${several}: area_code: 11 areas: choose one with --area, as 0127 for Botkyrka`],
    });
  });

  it("has to be in the file", () => {
    expect(of("--area", "9999").complaints).toEqual([`${several}: area_code: no row of the area 9999`]);
    expect(refused(good, ["--area", "0127"])).toEqual([
      "votes.csv: area_code: there is no such column to find the area in",
    ]);
  });

  it("is named in the answer", () => {
    expect(of("--area", "0127", "--lang", "en").printed).toContain("Botkyrka: 75 seats, 45,061 valid votes");
  });
});
