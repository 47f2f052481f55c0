/** The conference's list, what the balance rule did to it, and its protocol. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { verify } from "@verksam/election-math/record";
import { beforeAll, describe, expect, it } from "vitest";
import { conferenceOf } from "../src/conference.ts";
import { nomination } from "../src/nomination.ts";
import { protocolMarkdown, protocolPage } from "../src/protocol.ts";
import { drawnIn, folder, home, ranWith, templateIn } from "./run.fixture.ts";

const inHome = (name: string): string => join(home, name);
const files = {
  conference: inHome("conference.json"),
  ballots: inHome("ballots.csv"),
  lots: inHome("lots.json"),
};

const held = () => {
  const conference = conferenceOf(files);
  const { answer } = conference;
  if (answer.status !== "done") throw new Error("stopped for a lot");
  const { record } = answer;
  return { conference, answer, record, input: record.input, result: record.result };
};
let own: ReturnType<typeof held>;
beforeAll(() => {
  own = held();
});

const nameOf = (id: string): string => own.conference.names.get(id) ?? "";

describe("the list", () => {
  it("has twenty places, by the ballots of 120 delegates", () => {
    expect([own.conference.delegates, own.result.order.length]).toEqual([120, 20]);
    expect(new Set(own.result.order).size).toBe(20);
  });

  it("keeps to the balance rule, which the ballots alone would not", () => {
    const short = (order: ReadonlyArray<string>) =>
      (own.input.constraints ?? []).flatMap(({ group, members, atLeast = 0 }) => {
        const has = members.filter((id) => order.includes(id)).length;
        return has < atLeast ? [{ group, has, atLeast }] : [];
      });
    expect(short(own.result.order)).toEqual([]);
    expect(short(own.result.unconstrained?.order ?? [])).toEqual([
      { group: "Kvinnor", has: 9, atLeast: 10 },
      { group: "Norra kretsen", has: 5, atLeast: 6 },
    ]);
  });

  it("tells who has another place for the rule's sake", () => {
    expect(own.result.unconstrained?.moved).toEqual([
      { candidate: "19", from: 20, to: 18 },
      { candidate: "1", to: 19 },
      { candidate: "11", to: 20 },
      { candidate: "23", from: 18 },
      { candidate: "20", from: 19 },
    ]);
  });

  it("is the same down to where the rule first matters", () => {
    const { order, unconstrained } = own.result;
    expect(order.slice(0, 17)).toEqual(unconstrained?.order.slice(0, 17));
  });
});

describe("the lot for place 19", () => {
  const withLots = (lots: unknown) => {
    const disk = folder();
    const args = ["--lots", disk.write("lots.json", lots), "--out", disk.at("out"), "--lang", "en"];
    return { ...disk, ...ranWith(nomination, ...args) };
  };

  it("is asked for where it is not there, and no protocol is written", () => {
    const { code, printed, files: left } = withLots([]);
    expect([code, left("out")]).toEqual([0, []]);
    expect(printed).toContain("Nothing tells 1 Alva Almkvist and 13 Gun Ekmark apart");
    expect(templateIn(printed).lots).toMatchObject([
      { among: ["1", "13"], about: { kind: "listPlace", place: 19 }, drawn: "" },
    ]);
  });

  it("is taken as it was printed, filled in, whichever way it fell", () => {
    const { printed } = withLots([]);
    for (const [drawn, name] of [
      ["1", "Alva Almkvist"],
      ["13", "Gun Ekmark"],
    ] as const) {
      const { code, read } = withLots(drawnIn(printed, drawn));
      expect(code).toBe(0);
      expect(read("out/protocol.en.md")).toContain(`| 19 | ${name} |`);
      expect(read("out/protocol.en.md")).toContain(
        `Between Alva Almkvist and Gun Ekmark the lot fell on ${name}. Drawn by the chair: slips from a bowl.`,
      );
    }
  });
});

describe("what the program writes", () => {
  it("is the protocol in two languages and two forms, and a record that anyone can count again", () => {
    const disk = folder();
    const { code, printed, complaints } = ranWith(nomination, "--out", disk.at("out"));
    expect([code, complaints]).toEqual([0, []]);
    const names = ["protocol.en.html", "protocol.en.md", "protocol.sv.html", "protocol.sv.md", "record.json"];
    expect(disk.files("out")).toEqual(names);
    for (const name of names) expect(printed).toContain(`out/${name}`);
    expect(printed).toMatch(/^19 +Alva Almkvist +2,17751 +Jonas Junvik$/m);
    expect(verify(disk.json("out/record.json"))).toEqual([]);
    expect(disk.json("out/record.json")).toMatchObject({
      kind: "list",
      result: { order: own.result.order },
      lots: JSON.parse(readFileSync(files.lots, "utf8")).lots,
    });
    for (const language of ["sv", "en"] as const) {
      expect(disk.read(`out/protocol.${language}.html`)).toBe(
        protocolPage(own.conference, own.answer, language),
      );
      expect(disk.read(`out/protocol.${language}.md`)).toBe(
        protocolMarkdown(own.conference, own.answer, language),
      );
    }
  });
});

const forms = [
  ["sv", "html", protocolPage],
  ["en", "html", protocolPage],
  ["sv", "md", protocolMarkdown],
  ["en", "md", protocolMarkdown],
] as const;

describe.each(forms)("the protocol (%s, %s)", (language, _, written) => {
  const text = () => written(own.conference, own.answer, language);
  const [place, displaced, at, lot] =
    language === "sv"
      ? [
          "Plats",
          "Lova Dalhem skulle ha haft plats 18 och kom inte med.",
          "kom in på plats",
          "föll lotten på",
        ]
      : [
          "Place",
          "Lova Dalhem would have had place 18 and is not on the list.",
          "came in at place",
          "the lot fell on",
        ];

  it("tells every place with who got it, and who was next", () => {
    own.result.order.forEach((id, index) => {
      expect(text()).toContain(`${place} ${index + 1}: ${nameOf(id)} `);
    });
    for (const step of own.record.steps)
      if (step.kind === "listed" && step.next) expect(text()).toContain(nameOf(step.next.candidate));
  });

  it("tells the lot, who was moved, and the seal", () => {
    expect(text()).toContain(
      `Alva Almkvist ${language === "sv" ? "och" : "and"} Gun Ekmark ${lot} Alva Almkvist.`,
    );
    expect(text()).toContain("Mötesordföranden: namnlappar ur en skål, inför ombuden");
    expect(text()).toContain(displaced);
    expect(text()).toContain(`Alva Almkvist ${at} 19.`);
    expect(text()).toContain(own.record.seal);
  });

  it("tells how many of each group there are", () => {
    for (const group of ["Kvinnor", "Män", "Under 30 år", "Norra kretsen"])
      expect(text()).toContain(`${group}: ${language === "sv" ? "minst" : "at least"}`);
  });

  it("says that everything is made up", () => {
    expect(text()).toContain(language === "sv" ? "är påhittade." : "are made up.");
  });
});

describe("a conference of one's own", () => {
  const small = {
    title: { sv: "Vår *lista*", en: "Our <list>" },
    method: "phragmen",
    places: 2,
    candidates: [
      { id: "a", name: "Ada <b>" },
      { id: "b", name: "Bo | Co" },
      { id: "c", name: "Cy" },
    ],
  };
  const ballots = "1,2\na,b\na,b\nb,\n";
  const heldWith = (conference: unknown, csv = ballots) => {
    const disk = folder();
    const given = ["--conference", disk.write("c.json", conference), "--ballots", disk.write("b.csv", csv)];
    return { ...disk, ...ranWith(nomination, ...given, "--out", disk.at("out")) };
  };

  it("needs no balance rule, no lots and no note; names are text in both forms", () => {
    const { code, read } = heldWith(small);
    expect(code).toBe(0);
    const [page, text] = [read("out/protocol.en.html"), read("out/protocol.sv.md")];
    expect(page).toContain("Ada &lt;b&gt;");
    expect(page).toContain("Our &lt;list&gt;");
    expect(page).toContain("No lot had to be drawn.");
    expect(page).not.toMatch(/<footer>|id="balance"|<b>|<list>/);
    expect(text).toMatch(/^# Vår \\\*lista\\\*\n/);
    expect(text).toContain("| 2 | Bo \\| Co |");
    expect(text).not.toMatch(/Balansregeln|påhittade/);
  });

  it("a rule that changes nothing says so", () => {
    const rule = [{ group: "All", members: ["a", "b"], atMost: 2 }];
    const { read } = heldWith({ ...small, constraints: rule });
    expect(read("out/protocol.en.md")).toContain(
      "- All: at most 2 on the list. There are 2.\n\n### What the rule changed\n\n- The rule changed nothing.",
    );
  });

  it.each([
    ["no object", [], "not an object"],
    ["no title", { ...small, title: "x" }, "title: not a text in each language"],
    ["half a note", { ...small, note: { sv: "x" } }, "note: not a text in each language"],
    ["no candidates", { ...small, candidates: [] }, "candidates: not a list with candidates"],
    ["an unknown method", { ...small, method: "x" }, "method: not a method this package knows"],
    ["more places than candidates", { ...small, places: 4 }, "places: more than candidates"],
    [
      "a candidate twice",
      { ...small, candidates: [...small.candidates, { id: "a", name: "A" }] },
      "candidates[3].id: used before",
    ],
    [
      "a candidate without a name",
      { ...small, candidates: [...small.candidates, { id: "d" }] },
      "candidates[3]: without an id and a name",
    ],
    [
      "a rule that cannot be kept",
      { ...small, constraints: [{ group: "G", members: ["a"], atLeast: 2 }] },
      "constraints",
    ],
  ])("is refused with the field: %s", (_, conference, problem) => {
    const { code, printed, complaints, files: left } = heldWith(conference);
    expect([code, printed, left("out")]).toEqual([1, "", []]);
    expect(complaints).toEqual([expect.stringContaining(`c.json: ${problem}`)]);
  });

  it.each([
    ["a candidate there is not", "1,2\na,b\nx,a\n", "3:1: no candidate has this cell"],
    ["a candidate twice", "1,2\na,a\n", "2:3: a candidate who stands in this ranking already"],
  ])("its ballots are refused with line and column: %s", (_, csv, problem) => {
    expect(heldWith(small, csv)).toMatchObject({ code: 1, complaints: [`b.csv:${problem}`] });
  });
});
