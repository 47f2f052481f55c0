import { describe, expect, it } from "vitest";
import type { ListElection } from "../lists/input.ts";
import { type ListAnswer, orderList } from "../lists/order-list.ts";
import { cast, contest } from "../ranked/cast.fixture.ts";
import { countRanked, type RankedAnswer } from "../ranked/count-ranked.ts";
import { countSheet, countSheetMarkdown, countSheetText } from "./count-sheet.ts";

type More = Parameters<typeof contest>[2];

const recordIn = <Record>(answer: { readonly record: Record } | Lacking): Record => {
  if ("record" in answer) return answer.record;
  throw new Error("stopped for a lot");
};
type Lacking = Extract<RankedAnswer | ListAnswer, { readonly status: "needsLot" }>;

const recorded = (...given: Parameters<typeof contest>) => recordIn(countRanked(contest(...given)));

const papers = ["8 ab", "2 b", "4 cb", "1 dc"];
const record = (more: More) => recorded("abcd", papers, more);
const text = (more: More, width?: number) => countSheetText(record(more), "en", { width });

describe("the sheet of a count by stages", () => {
  it("is everybody's votes after each stage, by how much they changed, and as which number they were elected", () => {
    expect(text({ rules: "scottish", seats: 2 })).toBe(
      `Votes after each stage, and how they changed; the quota is 6
  1. First preferences
  2. Surplus: a
  3. Excluded: d
  4. Excluded: b

Candidate         1       2       3       4  Elected as no.
a                 8  6 (−2)       6       6               1
b                 2  4 (+2)       4       –               –
c                 4       4  5 (+1)       5               2
d                 1       1       –       –               –
Not transferable  0       0       0  4 (+4)               –
`,
    );
  });

  it("is the same on a page, where the row is named and the stage is told in the head", () => {
    const { source } = countSheet(record({ rules: "scottish", seats: 2 }), "sv");
    expect(source).toContain("<caption>Röster efter varje steg, och hur de ändrades; kvoten är 6</caption>");
    expect(source).toContain('<th scope="col">2. Överskott: a</th><th scope="col">3. Struken: d</th>');
    expect(source).toContain(
      '<tr><th scope="row">b</th><td>2</td><td>4 (+2)</td><td>4</td><td>–</td><td>–</td></tr>',
    );
    expect(source).toContain('<tr><th scope="row">Ej överförbara</th>');
  });

  it("is the same as Markdown, figures to the right", () => {
    const lines = countSheetMarkdown(record({ rules: "scottish", seats: 2 }), "en").split("\n");
    expect(lines.slice(2, 5)).toEqual([
      "| Candidate | 1\\. First preferences | 2\\. Surplus: a | 3\\. Excluded: d | 4\\. Excluded: b | Elected as no. |",
      "| --- | ---: | ---: | ---: | ---: | ---: |",
      "| a | 8 | 6 (−2) | 6 | 6 | 1 |",
    ]);
  });

  it("leaves out who withdrew", () => {
    const sheet = text({ rules: "scottish", seats: 2, withdrawn: ["d"] });
    expect(sheet).toMatch(/^c +5 +5 .*$/m);
    expect(sheet).not.toMatch(/^d/m);
  });

  it("has no quota where the rule has none", () => {
    expect(text({ rules: "irv", seats: 1 })).toMatch(/^Votes after each stage, and how they changed\n/);
  });
});

describe("the sheet of a count by keep values", () => {
  it("has the quota of each round", () => {
    const meek = recorded("abc", ["5 ab", "4 bac", "3 c"], { rules: "meek", seats: 1 });
    expect(countSheetText(meek, "en").split("\n").slice(1)).toEqual([
      "  1. Round 1",
      "  2. Round 2, excluded: c",
      "",
      "Candidate                   1                   2  Elected as no.",
      "a                           5                   5               1",
      "b                           4                   4               –",
      "c                           3                   –               –",
      "Not transferable            0              3 (+3)               –",
      "Quota             6.000000001  4.500000001 (−1.5)               –",
      "",
    ]);
  });
});

describe("changes are exact", () => {
  it.each([
    ["in fractions, told in five decimals", "wigm", "a", "8  4.66667 (−3.33333)"],
    ["in fractions that grow", "wigm", "b", "2  5.33333 (+3.33333)"],
    ["in two decimals", "ers97", "b", "2  5.28 (+3.28)"],
    ["in what is not transferable", "ers97", "Not transferable", "0  0.05 (+0.05)"],
    ["in nine decimals", "meek", "b", "2  5.333333328 (+3.333333328)"],
  ] as const)("%s", (_, rules, row, cells) => {
    const counted = recorded("abc", ["8 ab", "2 b", "4 cb"], { rules, seats: 2 });
    const line = countSheetText(counted, "en")
      .split("\n")
      .find((one) => one.startsWith(`${row} `));
    expect(line?.slice(row.length).trim().replaceAll(/ {2,}/g, "  ")).toContain(cells);
  });

  it("with numbers in groups", () => {
    const more = { rules: "scottish", seats: 1 } as const;
    const counted = recorded("abc", ["12000 a", "11500 b", "1250 cb"], more);
    expect(countSheetText(counted, "en")).toMatch(/^b +11,500 +12,750 \(\+1,250\) +1$/m);
    expect(countSheetText(counted, "sv")).toMatch(/^b +11\s500 +12\s750 \(\+1\s250\) +1$/m);
  });
});

describe("the sheet of a ranking", () => {
  it("is who beats whom, the winner first", () => {
    const more = { rules: "schulze", seats: 1 } as const;
    expect(countSheetText(recorded("abc", ["3 bac", "2 ab"], more), "en")).toBe(
      `How many prefer the candidate of the row to that of the column

Candidate  b  a  c
b          –  3  5
a          2  –  5
c          0  0  –
`,
    );
  });

  it("leaves out who withdrew", () => {
    const more = { rules: "schulze", seats: 1, withdrawn: ["b"] } as const;
    expect(countSheetText(recorded("abc", ["3 bac", "2 ab"], more), "en")).toContain(
      "Candidate  a  c\na          –  5\nc          0  –\n",
    );
  });

  it("is the points where there are any", () => {
    const more = { rules: "borda", seats: 1 } as const;
    const counted = recorded("abc", ["2 abc", "1 c"], more);
    expect(countSheetText(counted, "en")).toBe(
      "Points\n\nCandidate  Points\na             4.5\nb             2.5\nc               2\n",
    );
    expect(countSheet(counted, "sv").source).toContain('<th scope="row">a</th><td>4,5</td>');
  });
});

const listed = (more: Partial<ListElection> = {}) =>
  recordIn(
    orderList({
      method: "phragmen",
      candidates: [{ id: "a", name: "Ada" }, { id: "b", name: "Bo" }, "c"],
      ballots: cast("4 ab", "3 ba", "2 c"),
      places: 2,
      ...more,
    }),
  );
const balance = [{ group: "C", members: ["c"], atLeast: 1 }];

describe("the sheet of a list", () => {
  it("is its places with the number that decided", () => {
    expect(countSheetText(listed(), "en")).toMatch(
      /^The list, place by place\n\nPlace {2}Candidate {2}Deciding number\n1 {6}Ada {9}\s+4\n2 {6}Bo\s+[\d.]+\n$/,
    );
  });

  it("has the list without the balance rule beside it", () => {
    const lines = countSheetMarkdown(listed({ constraints: balance }), "en").split("\n");
    expect(lines[2]).toBe("| Place | Candidate | Deciding number | Without a balance rule |");
    expect(lines[3]).toBe("| --- | --- | ---: | --- |");
    expect(lines[4]).toBe("| 1 | Ada | 4 | Ada |");
    expect(lines[5]).toMatch(/^\| 2 \| c \| [\d.]+ \| Bo \|$/);
    expect(countSheetText(listed({ constraints: balance }), "sv")).toContain("Utan balansregel");
  });

  it("has no number where a ranking told the order", () => {
    expect(countSheetMarkdown(listed({ method: "schulze" }), "sv")).toContain(
      "| 1 | Ada | – |\n| 2 | Bo | – |",
    );
  });
});

describe("names are text", () => {
  const named = (name: string) =>
    recorded("abc", ["3 a", "1 bc"], {
      rules: "scottish",
      seats: 1,
      candidates: [{ id: "a", name }, "b", "c"],
    } as More);

  it("on a page", () => {
    const { source } = countSheet(named('<b>"A" & Co</b>'), "en");
    expect(source).toContain('<th scope="row">&lt;b&gt;&quot;A&quot; &amp; Co&lt;/b&gt;</th>');
    expect(source).not.toContain("<b>");
  });

  it("in Markdown, on one line", () => {
    expect(countSheetMarkdown(named("A|B\n*C*"), "en")).toContain("\n| A\\|B \\*C\\* | 3 |");
  });

  it("in a text, on one line and cut off where they are long", () => {
    expect(countSheetText(named("A\nB"), "en")).toMatch(/^A B +3/m);
    expect(countSheetText(named("å".repeat(32)), "en")).toMatch(/^å{32} {2}3/m);
    expect(countSheetText(named("å".repeat(33)), "en")).toMatch(/^å{31}… {2}3/m);
  });

  it("whatever the ids are", () => {
    const candidates = ["__proto__", "constructor"];
    const ballots = [{ ranking: [["__proto__"]], weight: 2 }, { ranking: [["constructor"]] }];
    const more = { rules: "scottish", seats: 1, candidates, ballots } as unknown as More;
    const sheet = countSheetText(recorded("", [], more), "en");
    expect(sheet).toMatch(/^__proto__ +2 +1$/m);
    expect(sheet).toMatch(/^constructor +1 +–$/m);
  });
});

describe("a text in blocks", () => {
  const lines = (width: number) => text({ rules: "scottish", seats: 2 }, width).split("\n");

  it("of as many columns as fit, each with the names of the rows", () => {
    const narrow = lines(30);
    expect(narrow.slice(6, 8)).toEqual(["Candidate         1       2", "a                 8  6 (−2)"]);
    expect(narrow.slice(12, 15)).toEqual(["", "Candidate              3", "a                      6"]);
    expect(narrow.filter((line) => line.startsWith("Candidate"))).toHaveLength(4);
    for (const line of narrow.slice(6)) expect(line.length).toBeLessThanOrEqual(33);
  });

  it("tells the stages once", () => {
    expect(lines(30).filter((line) => line.includes("2. Surplus: a"))).toHaveLength(1);
  });

  it("fits exactly, and not a character less", () => {
    const widest = Math.max(
      ...lines(200)
        .slice(6)
        .map((line) => line.length),
    );
    const blocks = (width: number) => lines(width).filter((line) => line.startsWith("Candidate")).length;
    expect(blocks(widest)).toBe(1);
    expect(blocks(widest - 1)).toBe(2);
  });

  it("has a column in each block however narrow", () => {
    expect(lines(1).filter((line) => line.startsWith("Candidate"))).toHaveLength(5);
  });
});
