import { describe, expect, it } from "vitest";
import { InvalidInput } from "../input.ts";
import { type SeatChart, seatChart } from "./seat-chart.ts";

const chart = (totals: Readonly<Record<string, number>>, options: Partial<SeatChart> = {}) =>
  seatChart(totals, { language: "en", ...options }).source;

const three = { A: 2, B: 5, C: 1 };

const refused = (totals: unknown, options: object = {}) => {
  try {
    seatChart(totals as Readonly<Record<string, number>>, { language: "en", ...options } as SeatChart);
    return [];
  } catch (cause) {
    if (!(cause instanceof InvalidInput)) throw cause;
    return cause.problems.map(({ field, problem }) => `${field}: ${problem}`);
  }
};

/** The party groups of the drawing: attributes and dots. */
const groups = (source: string) =>
  [...(source.split("</svg>")[0]?.matchAll(/<g ([^>]*)>(.*?)<\/g>/g) ?? [])].map(
    ([, attributes, dots = ""]) => [attributes, dots.match(/class="dot"/g)?.length],
  );

describe("a chart of seats", () => {
  it("has a dot for each seat, the largest party first, equal ones by id", () => {
    expect(groups(chart({ ...three, D: 2, Z: 0 }))).toEqual([
      ['class="rank-0"', 5],
      ['class="rank-1"', 2],
      ['class="rank-2"', 2],
      ['class="rank-3"', 1],
    ]);
  });

  it("says the same in words", () => {
    const source = chart(three);
    expect(source).toContain(
      '<svg class="hemicycle" role="img" aria-labelledby="seats-title seats-description"',
    );
    expect(source).toContain('<title id="seats-title">Seats by party</title>');
    expect(source).toContain(
      '<desc id="seats-description">B 5, A 2, C 1. 8 seats. 5 seats are a majority.</desc>',
    );
    expect(source).toContain("Every dot is a seat. The line shows where the majority lies: 5 seats.");
  });

  it("says them in Swedish", () => {
    const source = chart({ A: 1200, B: 149 }, { language: "sv" });
    expect(source).toContain('<title id="seats-title">Mandat per parti</title>');
    expect(source).toContain("A 1\u00a0200, B 149. 1\u00a0349 mandat. 675 mandat är en majoritet.");
    expect(source).toContain("Varje prick är ett mandat. Strecket visar var majoriteten går: 675 mandat.");
    expect(source).toContain("<summary>Siffrorna som tabell</summary>");
    expect(source).toContain(
      '<th scope="col">Parti</th><th scope="col">Mandat</th><th scope="col">Andel</th>',
    );
    expect(source).toContain('<tr><th scope="row">A</th><td>1\u00a0200</td><td>89,0\u00a0%</td></tr>');
    expect(source).toContain('<tr><th scope="row">Alla</th><td>1\u00a0349</td><td>100,0\u00a0%</td></tr>');
    expect(source).toContain('<text class="unit" y="0">mandat</text>');
  });

  it("names every party beside a sample of its dots", () => {
    const [, list = ""] = /<ul class="parties">(.*?)<\/ul>/s.exec(chart(three)) ?? [];
    expect(
      [...list.matchAll(/<g class="([^"]*)">.*?class="party-name">(.*?)<\/span> (\d+)/g)].map((m) =>
        m.slice(1),
      ),
    ).toEqual([
      ["rank-0", "B", "5"],
      ["rank-1", "A", "2"],
      ["rank-2", "C", "1"],
    ]);
  });

  it("has the numbers as a table, shares rounded half up", () => {
    const source = chart({ A: 1, B: 5, C: 2 });
    expect(source).toContain("<caption>Seats by party</caption>");
    const rows = [...source.matchAll(/<tr><th scope="row">(.*?)<\/th><td>(.*?)<\/td><td>(.*?)<\/td><\/tr>/g)];
    expect(rows.map((row) => row.slice(1))).toEqual([
      ["B", "5", "62.5\u00a0%"],
      ["C", "2", "25.0\u00a0%"],
      ["A", "1", "12.5\u00a0%"],
      ["All", "8", "100.0\u00a0%"],
    ]);
    expect(chart({ A: 1, B: 15 })).toContain("<td>6.3\u00a0%</td>");
    expect(chart({ A: 1, B: 2 })).toContain("<td>33.3\u00a0%</td>");
  });

  it("draws a ring as a dot with a hole, a square as large as a dot", () => {
    const source = chart({ A: 1, B: 1, C: 1 });
    expect(source).toMatch(
      /<g class="rank-0"><circle class="dot" cx="-228" cy="0" r="16"\/><\/g>\n<g class="rank-1"><circle class="dot" cx="0" cy="-228" r="16"\/><circle class="hole" cx="0" cy="-228" r="6.4"\/><\/g>\n<g class="rank-2"><rect class="dot" x="213.9" y="-14.1" width="28.3" height="28.3" rx="2.8"\/><\/g>/,
    );
  });

  it("draws the line where the seat lies that decides", () => {
    const line = (source: string) => /class="majority" d="([^"]*)"/.exec(source)?.[1];
    // one row: from a dot's width within it to a little without
    expect(line(chart({ A: 5, B: 4 }))).toBe("M0 -190L0 -250");
    expect(line(chart({ A: 5, B: 4 }, { majority: 9 }))).toMatch(/^M187\.\d -33L246\.2 -43\.4$/);
    expect(line(chart({ A: 5, B: 4 }, { majority: 1 }))).toMatch(/^M-187\.\d -33L-246\.2 -43\.4$/);
  });

  it("keeps clear of the number in the middle, however wide the rows are", () => {
    const [, from = ""] = /class="majority" d="M\S+ (\S+)L/.exec(chart({ A: 38, B: 37 })) ?? [];
    expect(Number(from)).toBeLessThanOrEqual(-83);
  });

  it("is told of another majority", () => {
    const source = chart(three, { majority: 6 });
    expect(source).toContain("6 seats are a majority.");
    expect(source).toContain("the majority lies: 6 seats");
  });

  it("shows the whole in its middle, one seat as one", () => {
    expect(chart(three)).toContain(
      '<text class="whole" y="-32">8</text><text class="unit" y="0">seats</text>',
    );
    const one = chart({ A: 1 });
    expect(one).toContain('<text class="whole" y="-32">1</text><text class="unit" y="0">seat</text>');
    expect(one).toContain("A 1. 1 seat. 1 seat is a majority.");
  });

  it("puts parties in the order asked for, those not named after them by their seats", () => {
    const source = chart({ A: 1, B: 2, C: 3, D: 4 }, { order: ["B", "gone", "A"] });
    expect(groups(source)).toEqual([
      ['class="rank-2"', 2],
      ['class="rank-3"', 1],
      ['class="rank-0"', 4],
      ['class="rank-1"', 3],
    ]);
    expect(source).toContain(">B 2, A 1, D 4, C 3. 10 seats.");
  });

  it("draws a party in the colour handed in", () => {
    const source = chart(three, {
      colours: { A: "#dddd00", __proto__: "#000000" } as Record<string, string>,
    });
    expect(groups(source)).toEqual([
      ['class="rank-0"', 5],
      ['class="own faint-light" style="--own:#dddd00"', 2],
      ['class="rank-2"', 1],
    ]);
  });

  it("has ids and names of its own on a page with several", () => {
    const source = chart(three, { id: "north", title: "Seats in <North>" });
    expect(source).toContain('aria-labelledby="north-title north-description"');
    expect(source).toContain('<title id="north-title">Seats in &lt;North&gt;</title>');
    expect(source).toContain('aria-label="Seats in &lt;North&gt;"');
    expect(source).not.toContain('"seats-');
  });

  it("escapes any id, and takes any for a party", () => {
    const totals = Object.fromEntries([
      ["__proto__", 2],
      ["<b>", 1],
    ]);
    const source = chart(totals);
    expect(source).toContain("__proto__ 2, &lt;b&gt; 1.");
    expect(source).not.toContain("<b>");
  });

  it.each([
    [{ A: -1 }, {}, ["totals.A: below 0", "totals: no seats"]],
    [{ A: 1.5, B: 1 }, {}, ["totals.A: not a whole number"]],
    [{}, {}, ["totals: no seats"]],
    [[], {}, ["totals: not an object", "totals: no seats"]],
    [{ A: 2001 }, {}, ["totals: above 2000 together"]],
    [{ A: 2000 }, {}, []],
    [three, { majority: 9 }, ["majority: more than there are seats"]],
    [three, { majority: 0 }, ["majority: below 1"]],
    [three, { majority: 8 }, []],
    [
      three,
      { colours: { A: "red", B: "#12345", C: "#1234567" } },
      [
        "colours.A: not a colour as #1a2b3c",
        "colours.B: not a colour as #1a2b3c",
        "colours.C: not a colour as #1a2b3c",
      ],
    ],
    [three, { colours: { A: 'x"#123456' } }, ["colours.A: not a colour as #1a2b3c"]],
    [three, { colours: { A: 7 } }, ["colours.A: not a colour as #1a2b3c"]],
    [three, { colours: [] }, ["colours: not an object"]],
    [three, { order: "A" }, ["order: not a list"]],
  ])("%j with %j", (totals, options, problems) => {
    expect(refused(totals, options)).toEqual(problems);
  });
});
