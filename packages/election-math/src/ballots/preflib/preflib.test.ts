import { describe, expect, it } from "vitest";
import { inPieces, malformedOf } from "../refused.fixture.ts";
import { parsePreflib, preflibReader } from "./preflib.ts";

const head = [
  "# FILE NAME: 00001-00000001.toi",
  "# TITLE: Example",
  "# DESCRIPTION: ",
  "# DATA TYPE: toi",
  "# MODIFICATION TYPE: original",
  "# RELATES TO: ",
  "# RELATED FILES: ",
  "# PUBLICATION DATE: 2013-08-17",
  "# MODIFICATION DATE: 2022-09-16",
  "# NUMBER ALTERNATIVES: 4",
  "# NUMBER VOTERS: 6",
  "# NUMBER UNIQUE ORDERS: 3",
  "# ALTERNATIVE NAME 1: Anna",
  "# ALTERNATIVE NAME 2: Bo",
  "# ALTERNATIVE NAME 3:  Cia: the 3rd ",
  "# ALTERNATIVE NAME 4:",
];
const orders = ["3: 1,2,{3,4}", "2:{ 1 ,2} , 3\t", " 1\t:4"];
const text = `${[...head, ...orders].join("\n")}\n`;

/** The file with one kind and these orders, which declares what is there. */
const of = (kind: string, ...lines: ReadonlyArray<string>) =>
  `# DATA TYPE: ${kind}\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: ${lines.length}\n# NUMBER UNIQUE ORDERS: ${lines.length}\n` +
  `# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: C\n${lines.join("\n")}`;

describe("a PrefLib file", () => {
  it("says who stands, and how many voters have which order", () => {
    expect(parsePreflib(text)).toEqual({
      title: "Example",
      candidates: [
        { id: "1", name: "Anna" },
        { id: "2", name: "Bo" },
        { id: "3", name: "Cia: the 3rd" },
        { id: "4", name: "" },
      ],
      withdrawn: [],
      ballots: [
        { ranking: [["1"], ["2"], ["3", "4"]], weight: 3 },
        { ranking: [["1", "2"], ["3"]], weight: 2 },
        { ranking: [["4"]], weight: 1 },
      ],
    });
  });

  it("has no title where there is none, and blank lines and comments that say nothing", () => {
    const file = parsePreflib(of("soi", "1: 1", "", "# a comment: 3", "#", "1: 2").replaceAll(": 5", ": 2"));
    expect(file).not.toHaveProperty("title");
    expect(file.ballots).toHaveLength(2);
    expect(parsePreflib(text.replace("Example", ""))).not.toHaveProperty("title");
  });

  it("is the same wherever its pieces are split, whatever ends its lines", () => {
    const whole = parsePreflib(text);
    for (const end of ["\n", "\r\n", "\r"]) {
      const same = `\uFEFF${text.replaceAll("\n", end).trimEnd()}`;
      expect(inPieces(preflibReader(), same)).toEqual(whole);
      for (let at = 0; at <= same.length; at++)
        expect(inPieces(preflibReader(), [same.slice(0, at), "", same.slice(at)])).toEqual(whole);
    }
  });

  it("hands out each order with the line that ends", () => {
    const reader = preflibReader();
    expect(reader.push(`${head.join("\n")}\n3: 1`)).toEqual([]);
    expect(reader.push("\n2: 2\n1: ")).toEqual([
      { ranking: [["1"]], weight: 3 },
      { ranking: [["2"]], weight: 2 },
    ]);
    expect(reader.push("4")).toEqual([]);
    expect(reader.end()).toMatchObject({ title: "Example", ballots: [{ ranking: [["4"]], weight: 1 }] });
  });

  it.each([
    ["soc", "1: 1,2,3", undefined],
    ["soc", "1: 1,2", "8:1 an order that leaves candidates out in soc"],
    ["soc", "1: 1,{2,3}", "8:1 equal ranks in soc"],
    ["soi", "1: 1,2", undefined],
    ["soi", "1: {3},2", undefined],
    ["soi", "1: {1,2}", "8:1 equal ranks in soi"],
    ["toc", "1: {1,2},3", undefined],
    ["toc", "1: {1,2}", "8:1 an order that leaves candidates out in toc"],
    ["toi", "1: {1,2}", undefined],
  ])("of the kind %s, with %s: %s", (kind, order, malformed) => {
    expect(malformedOf(() => parsePreflib(of(kind, order)))).toBe(malformed);
  });
});

describe("a PrefLib file that is malformed is told by place and reason", () => {
  it.each([
    ["0: 1", "8:1 not a count above 0"],
    [": 1", "8:1 not a count above 0"],
    ["-1: 1", "8:1 not a count above 0"],
    ["1000000000000000: 1", "8:1 not a count above 0"],
    ["1, 1", "8:2 no colon after the count"],
    ["1.5: 1", "8:2 no colon after the count"],
    ["1:", "8:3 not a candidate's number"],
    ["1: a", "8:4 not a candidate's number"],
    ["1: 0", "8:4 not a candidate's number"],
    ["1: 1,", "8:6 not a candidate's number"],
    ["1: 1,,2", "8:6 not a candidate's number"],
    ["1: 1 2", "8:6 neither a comma nor the end of the order"],
    ["1: 1}", "8:5 neither a comma nor the end of the order"],
    ["1: {}", "8:5 not a candidate's number"],
    ["1: {1", "8:6 neither a comma nor the end of equal ranks"],
    ["1: {1,{2}}", "8:7 not a candidate's number"],
    ["1: 1,  4", "8:8 no candidate has this number"],
    ["1: 9999999999999999", "8:4 not a candidate's number"],
    ["1: 1,1", "8:6 a candidate who stands in this order already"],
    ["1: 1,{2,1}", "8:9 a candidate who stands in this order already"],
  ])("%s: %s", (order, malformed) => {
    expect(malformedOf(() => parsePreflib(of("toi", order)))).toBe(malformed);
  });

  it("where an order stands twice, those of one rank in any order", () => {
    expect(malformedOf(() => parsePreflib(of("toi", "1: {1,2},3", "1: {2,1},3")))).toBe(
      "9:1 an order that stood before",
    );
    expect(malformedOf(() => parsePreflib(of("toi", "1: {1,2},3", "1: 1,2,3", "1: 2,1,3")))).toBe(undefined);
  });

  it.each(
    [
      ["# NUMBER VOTERS: 6", "# NUMBER VOTERS: 7", "20:1 not as many voters as the file declares"],
      ["# NUMBER VOTERS: 6", "# NUMBER VOTERS: 5", "20:1 not as many voters as the file declares"],
      [
        "# NUMBER UNIQUE ORDERS: 3",
        "# NUMBER UNIQUE ORDERS: 4",
        "20:1 not as many orders as the file declares",
      ],
      [
        "# NUMBER UNIQUE ORDERS: 3",
        "# NUMBER UNIQUE ORDERS: 2",
        "20:1 not as many orders as the file declares",
      ],
      ["# DATA TYPE: toi", "# DATA TYPE: wmd", "4:14 not one of: soc, soi, toc, toi"],
      ["# DATA TYPE: toi", "#\tDATA TYPE :  TOI", "4:16 not one of: soc, soi, toc, toi"],
      ["# NUMBER ALTERNATIVES: 4", "# NUMBER ALTERNATIVES: 0", "10:24 not a number of alternatives"],
      ["# NUMBER ALTERNATIVES: 4", "# NUMBER ALTERNATIVES: four", "10:24 not a number of alternatives"],
      [
        "# NUMBER ALTERNATIVES: 4",
        "# NUMBER ALTERNATIVES: 3",
        "16:1 a name beyond the number of alternatives declared before",
      ],
      [
        "# NUMBER ALTERNATIVES: 4",
        "# NUMBER ALTERNATIVES: 5",
        "17:1 metadata missing before here: ALTERNATIVE NAME 5",
      ],
      ["# NUMBER VOTERS: 6", "# NUMBER VOTERS: -6", "11:18 not a number of voters"],
      ["# NUMBER UNIQUE ORDERS: 3", "# NUMBER UNIQUE ORDERS:", "12:24 not a number of orders"],
      ["# NUMBER UNIQUE ORDERS: 3", "# NUMBER VOTERS: 6", "12:1 metadata that stood before"],
      ["# ALTERNATIVE NAME 2: Bo", "# ALTERNATIVE NAME 1: Bo", "14:1 metadata that stood before"],
      [
        "# ALTERNATIVE NAME 2: Bo",
        "# ALTERNATIVE NAME 0: Bo",
        "17:1 metadata missing before here: ALTERNATIVE NAME 2",
      ],
      ["# DESCRIPTION: ", "# TITLE: Again", "3:1 metadata that stood before"],
      ["# DATA TYPE: toi", "#", "17:1 metadata missing before here: DATA TYPE"],
      ["# NUMBER VOTERS: 6", "# Number voters: 6", "17:1 metadata missing before here: NUMBER VOTERS"],
      ["# NUMBER UNIQUE ORDERS: 3", "", "17:1 metadata missing before here: NUMBER UNIQUE ORDERS"],
      ["# NUMBER ALTERNATIVES: 4", "", "13:1 a name beyond the number of alternatives declared before"],
    ].slice(0, -1),
  )("%s -> %s: %s", (good, bad, malformed) => {
    expect(malformedOf(() => parsePreflib(text.replace(good, bad)))).toBe(malformed);
  });

  it("where metadata stand after the first order", () => {
    expect(malformedOf(() => parsePreflib(of("toi", "1: 1", "# TITLE: late")))).toBe(
      "9:1 metadata after the first order",
    );
  });

  it("where there is nothing, or nothing but orders, as the older format had it", () => {
    expect(malformedOf(() => parsePreflib(""))).toBe("1:1 metadata missing before here: DATA TYPE");
    expect(malformedOf(() => parsePreflib("#\n "))).toBe("2:2 metadata missing before here: DATA TYPE");
    expect(malformedOf(() => parsePreflib("3\n1,A\n"))).toBe("1:1 metadata missing before here: DATA TYPE");
    expect(() => parsePreflib("3")).toThrow("preflib, line 1, column 1: ");
  });

  it("where it breaks off before all voters are there", () => {
    expect(malformedOf(() => parsePreflib(text.slice(0, text.indexOf("2:{"))))).toBe(
      "18:1 not as many orders as the file declares",
    );
  });

  it("and voters are counted exactly", () => {
    const many = "999999999999999";
    const file = of(
      "soi",
      ...["1", "2", "3", "1,2", "1,3", "2,1", "2,3", "3,1", "3,2", "1,2,3"].map((o) => `${many}: ${o}`),
    );
    const declaring = (voters: string) => file.replace("VOTERS: 10", `VOTERS: ${voters}`);
    expect(parsePreflib(declaring("9999999999999990")).ballots).toHaveLength(10);
    expect(malformedOf(() => parsePreflib(declaring("9999999999999991")))).toBe(
      "17:23 not as many voters as the file declares",
    );
  });
});
