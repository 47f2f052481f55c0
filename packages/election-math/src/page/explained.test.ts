import { describe, expect, it } from "vitest";
import { explain } from "../record/index.ts";
import { apportion, swedishElection } from "../seats/index.ts";
import { explained, explainedMarkdown, explainedText } from "./explained.ts";

const record = (seats: number, votes: Readonly<Record<string, number>> = { A: 70_001, B: 30_002 }) => {
  const answer = apportion({ votes, seats, method: "sainte-lague" });
  if (answer.status !== "done") throw new Error("stopped for a lot");
  return answer.record;
};

const election = () => {
  const answer = swedishElection({
    rules: "se.riksdag@2018",
    totalSeats: 9,
    constituencies: [
      { id: "N", name: "Norr <1>", fixedSeats: 4, votes: { A: 501, B: 300, C: 90 } },
      { id: "S", fixedSeats: 3, votes: { A: 201, B: 320, C: 95 } },
    ],
  });
  if (answer.status !== "done") throw new Error("stopped for a lot");
  return answer.record;
};

describe("a record explained on a page", () => {
  it("is a section a chapter, with anchors for chapters and sentences", () => {
    const { source } = explained(record(6), "en");
    const [basis, , result] = explain(record(6), "en");
    expect(source).toContain(
      `<section class="told" id="count-1"><h3>What was counted</h3>\n<ol><li id="count-1-1">${basis?.sentences[0]}</li>\n<li id="count-1-2">${basis?.sentences[1]}</li>\n</ol></section>`,
    );
    expect(source).toContain('<section class="told" id="count-2"><h3>Seats</h3>');
    expect(source).toContain(
      `<section class="told" id="count-3"><h3>Result</h3>\n<p id="count-3-1">${result?.sentences[0]}</p></section>`,
    );
  });

  it("folds a long chapter under its title and how much there is", () => {
    const { source } = explained(record(7), "en");
    expect(source).toContain(
      '<details class="told" id="count-2"><summary><h3>Seats</h3> <span class="count">7 sentences</span></summary>\n<ol><li id="count-2-1">',
    );
    expect(explained(record(7), "sv").source).toContain('<span class="count">7 meningar</span>');
    expect(source.match(/<details/g)).toHaveLength(1);
  });

  it("folds the inner ones of many chapters, however short", () => {
    const many = (constituencies: number) => {
      const answer = swedishElection({
        rules: "se.riksdag@2018",
        totalSeats: constituencies,
        constituencies: Array.from({ length: constituencies }, (_, at) => ({
          id: `C${at}`,
          fixedSeats: 1,
          votes: { A: 100 + at },
        })),
      });
      if (answer.status !== "done") throw new Error("stopped for a lot");
      return answer.record;
    };
    const chapters = (constituencies: number) =>
      explain(many(constituencies), "en").map((one) => one.sentences.length);
    const elements = (constituencies: number) =>
      [...explained(many(constituencies), "en").source.matchAll(/<(section|details) class="told"/g)].map(
        ([, name]) => name,
      );
    const [few, more] = [4, 5].map(elements);
    expect(chapters(4)).toHaveLength(8);
    expect(few).not.toContain("details");
    expect(chapters(5)).toHaveLength(9);
    expect(more?.at(0)).toBe("section");
    expect(more?.at(-1)).toBe("section");
    expect(more?.slice(1, -1).every((name) => name === "details")).toBe(true);
    expect(explained(many(5), "en").source).toContain('<span class="count">1 sentence</span>');
  });

  it("keeps a hundred sentences in one fold", () => {
    const { source } = explained(record(100), "en");
    expect(source.match(/<details/g)).toHaveLength(1);
    expect(source).not.toContain("<ol start");
  });

  it("folds a very long one again, fifty at a time", () => {
    const { source } = explained(record(1101), "en");
    expect(source).toContain(
      '<span class="count">1,101 sentences</span></summary>\n<details><summary>1–50</summary>\n<ol><li id="count-2-1">',
    );
    expect(source).toContain('<details><summary>51–100</summary>\n<ol start="51"><li id="count-2-51">');
    expect(source).toContain(
      '<details><summary>1,101–1,101</summary>\n<ol start="1101"><li id="count-2-1101">',
    );
    expect(source.match(/<li id="count-2-/g)).toHaveLength(1101);
    expect(new Set(source.match(/id="[^"]*"/g)).size).toBe(source.match(/id="/g)?.length);
  });

  it("tells every sentence of every kind of record, escaped", () => {
    for (const told of [record(6), election()])
      for (const language of ["sv", "en"] as const) {
        const { source } = explained(told, language);
        const sentences = explain(told, language).flatMap((chapter) => chapter.sentences);
        expect(source.match(/<(li|p) id="count-/g)).toHaveLength(sentences.length);
      }
    expect(explained(election(), "en").source).toContain("Norr &lt;1&gt;");
    expect(explained(election(), "en").source).not.toContain("<1>");
  });
});

describe("a record explained as text", () => {
  it("has chapters and numbered sentences", () => {
    const [basis, seats, result] = explain(record(1), "en");
    expect(explainedText(record(1), "en")).toBe(
      `What was counted\n----------------\n\n1. ${basis?.sentences[0]}\n2. ${basis?.sentences[1]}\n\nSeats\n-----\n\n1. ${seats?.sentences[0]}\n\nResult\n------\n\n1. ${result?.sentences[0]}\n`,
    );
  });

  it("keeps a name with a line break on its line", () => {
    expect(explainedText(record(1, { "A\r\n1. B": 2, C: 1 }), "en")).toContain("goes to A 1. B:");
    expect(explainedText(record(1, { "A\u2028B": 2, C: 1 }), "en")).toContain("goes to A B:");
  });
});

describe("a record explained as Markdown", () => {
  it("has headings and numbered sentences", () => {
    const [, seats] = explain(record(1), "sv");
    expect(explainedMarkdown(record(1), "sv")).toContain(
      `\n\n## Mandat\n\n1. ${seats?.sentences[0]}\n\n## Resultat\n\n1. `,
    );
  });

  it("has headings of the level that is asked for", () => {
    const text = explainedMarkdown(record(1), "sv", { level: 3 });
    expect(text.replaceAll("### ", "## ")).toBe(explainedMarkdown(record(1), "sv"));
    expect(text).toContain("\n### Mandat\n");
  });

  it("escapes what would mean something", () => {
    const text = explainedMarkdown(record(1, { "*[A](x)_`<b>|~&$\\": 2, C: 1 }), "en");
    expect(text).toContain("goes to \\*\\[A\\](x)\\_\\`\\<b\\>\\|\\~\\&\\$\\\\:");
  });
});

describe("a sentence that begins with a name", () => {
  const quota = (party: string) => {
    const answer = apportion({ votes: { [party]: 7, B: 3 }, seats: 2, method: "hare" });
    if (answer.status !== "done") throw new Error("stopped for a lot");
    return explainedMarkdown(answer.record, "en");
  };
  it.each([
    ["#A", "\\#A"],
    ["-", "\\-"],
    ["+ A", "\\+ A"],
    ["=", "\\="],
    [":", "\\:"],
    ["1. A", "1\\. A"],
    ["12) A", "12\\) A"],
    ["A1. #", "A1. #"],
  ])("is no more than that: %s", (party, written) => {
    expect(quota(party)).toContain(`. ${written} has 7 votes`);
  });
});
