/** An election told in the terminal and on the page, in both languages. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { verify } from "@verksam/election-math/record";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { council, counted, elections, home, newFolder, type Ran, ranWith } from "./night.fixture.ts";

const disk = newFolder();
afterAll(() => rmSync(disk, { recursive: true, force: true }));

/** Elements that have no end. */
const void_ = new Set(["meta", "br", "hr", "img", "link", "input", "wbr"]);

/** What is wrong with the nesting of a document's elements and with its ids. */
const faultsIn = (document: string): ReadonlyArray<string> => {
  const open: Array<string> = [];
  const faults: Array<string> = [];
  const body = document.replace(/<style>[\s\S]*?<\/style>/g, "");
  for (const [tag, slash, name = "", closed] of body.matchAll(
    /<(\/?)([a-z][a-z0-9]*)(?:"[^"]*"|[^">])*?(\/?)>/gi,
  )) {
    if (slash === "/") {
      if (open.pop() !== name) faults.push(`unexpected ${tag}`);
    } else if (closed !== "/" && !void_.has(name)) open.push(name);
  }
  const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  faults.push(...open, ...ids.filter((id, at) => ids.indexOf(id) < at).map((id) => `${id} twice`));
  for (const [, to = ""] of body.matchAll(/href="#([^"]*)"/g))
    if (!ids.includes(to)) faults.push(`no #${to}`);
  return faults;
};

it("a document with wrong nesting, an id twice or a link to nowhere would be noticed", () => {
  expect(faultsIn("<p><b></p></b>")).not.toEqual([]);
  expect(faultsIn("<p>")).toEqual(["p"]);
  expect(faultsIn('<p id="a"></p><i id="a"></i><a href="#b"></a>')).toEqual(["a twice", "no #b"]);
});

describe.each([
  {
    year: 2018,
    language: "sv",
    election: [],
    chapters: [
      "Mandaten",
      "Partierna",
      "Valkretsarna",
      "Mandat som hänger på få röster",
      "Beredskap för utfallet",
      "Räkningen, steg för steg",
      "Kontrollera räkningen",
    ],
    lead: "349 mandat i 29 valkretsar, 6 476 725 giltiga röster",
    party: /\nS +1 830 386 +28,26 % +94 +6 +100\n/,
    fragile: /\n {2}L +20 +205 {2}vilken valkrets som helst\n/,
    chart: "S 100, M 70, SD 62, C 31, V 28, KD 22, L 20, MP 16",
    notes: [],
  },
  {
    year: 2014,
    language: "en",
    election: [
      ...["--votes", elections("riksdag-2014-votes.csv")],
      ...["--fixed", elections("riksdag-2014-fixed-seats.csv"), "--rules", "se.riksdag@1998"],
    ],
    chapters: [
      "The seats",
      "The parties",
      "The constituencies",
      "Seats that hang on few votes",
      "Preparedness for the outcome",
      "The count, step by step",
      "Check the count",
    ],
    lead: "349 seats in 29 constituencies, 6,231,573 valid votes",
    party: /\nS +1,932,711 +31\.01 % +113 +– +113\n/,
    fragile: /\n {2}MP +25 +3,417 {2}Västra Götalands läns västra or one other\n/,
    chart: "S 113, M 84, SD 49, MP 25, C 22, V 21, L 19, KD 16",
    notes: ["S has 113 fixed seats, more than the 112 that answer to its share"],
  },
])(
  "the Riksdag of $year, in $language",
  ({ language, election, chapters, lead, party, fragile, chart: described, notes }) => {
    const out = join(disk, language);
    let ran: Ran;
    let document = "";
    beforeAll(() => {
      const responses = ["--scenarios", "100", "--responses", join(home, "responses.json")];
      ran = ranWith(...election, "--out", out, "--lang", language, ...responses);
      document = readFileSync(join(out, "election.html"), "utf8");
    });
    const plain = (text: string) => text.replaceAll("\u00a0", " ");

    it("is told in a terminal of 80 columns", () => {
      expect(ran).toMatchObject({ code: 0, complaints: [] });
      const printed = plain(ran.printed);
      expect(printed).toContain(lead);
      expect(printed).toMatch(party);
      expect(printed).toMatch(fragile);
      const [told = ""] = printed.split(out);
      expect(told.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
    });

    it("is a page in the language, whole and well nested", () => {
      expect(document).toMatch(/^<!DOCTYPE html>\n/);
      expect(document).toContain(`<html lang="${language}">`);
      expect(document).toContain('<meta charset="utf-8">');
      expect(faultsIn(document)).toEqual([]);
      expect(plain(document)).toContain(lead);
    });

    it("has every chapter", () => {
      const headings = [...document.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, heading]) => heading);
      expect(headings).toEqual(chapters);
    });

    it("has a dot for every seat, and the numbers in words", () => {
      const [chart = ""] = /<svg class="hemicycle"[\s\S]*?<\/svg>/.exec(document) ?? [];
      expect(chart.match(/class="dot"/g)).toHaveLength(349);
      expect(chart).toContain('role="img"');
      expect(chart).toContain(described);
    });

    it("tells what was out of the ordinary", () => {
      const [list = ""] = /<ul class="notes">[\s\S]*?<\/ul>/.exec(document) ?? [];
      expect(list.match(/<li>/g) ?? []).toHaveLength(2 * notes.length);
      for (const note of notes) {
        expect(list).toContain(note);
        expect(ran.printed.replaceAll("\n", " ")).toContain(note);
      }
    });

    it("has the count itself, folded, and its seal", () => {
      const { seal } = JSON.parse(readFileSync(join(out, "record.json"), "utf8"));
      expect(document).toContain(`<code>${seal}</code>`);
      expect(document).toContain('id="count-1"');
      expect(document.match(/<details class="told"/g)?.length).toBeGreaterThan(29);
    });

    it("loads nothing from elsewhere and runs nothing", () => {
      expect(document).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|url\(|@import|https?:\/\//);
    });

    it("has a record that comes out the same when it is counted again", () => {
      expect(verify(JSON.parse(readFileSync(join(out, "record.json"), "utf8")))).toEqual([]);
    });
  },
);

it("what things are called is written as it is, and steers neither page nor terminal", () => {
  const { printed, read, code } = counted(council({ '<b>&"\u001b[31m': 10, "B\n2": 5 }));
  expect(code).toBe(0);
  expect(printed).not.toContain("\u001b");
  expect(printed).toMatch(/\nB 2 +5 /);
  expect(read("out/election.html")).toContain("&lt;b&gt;&amp;&quot;");
  expect(faultsIn(read("out/election.html"))).toEqual([]);
});

it("an undivided municipality has no table of constituencies, and no column for where", () => {
  const { printed, read } = counted(council({ A: 10, B: 5 }), "--lang", "en");
  expect(printed).toMatch(/\n {2}Party {2}Has {2}Votes fewer\n/);
  expect(printed).not.toMatch(/constituency|Where\n/);
  expect(read("out/election.html")).not.toContain('id="constituencies"');
  expect(faultsIn(read("out/election.html"))).toEqual([]);
});

it("parties below the bar are told as such, with decimals enough to see it", () => {
  const { printed } = counted(council({ A: 98_001, B: 1999 }), "--lang", "en");
  expect(printed).toMatch(/\nB +1,999 +1\.999 % +– +– +– {2}below the bar\n/);
});

it("everybody else is told together, and counted where nobody stands under OTHER", () => {
  const small = { A: 1000, x: 2, y: 3, z: 0 };
  expect(counted(council(small), "--lang", "en").printed).toMatch(/\nOthers \(2\) +5 /);
  expect(counted(council({ ...small, OTHER: 1 }), "--lang", "en").printed).toMatch(/\nOthers +6 /);
});
