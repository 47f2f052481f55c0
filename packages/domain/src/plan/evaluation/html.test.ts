import { describe, expect, it } from "vitest";
import { type EvaluationInput, evaluation } from "./evaluation.ts";
import { toHtml } from "./html.ts";
import { type Element, elements } from "./page.fixture.ts";
import { account, input, sample, status, whys } from "./sample.fixture.ts";
import { commitments, coverages, statusNames, total } from "./selection.ts";
import { style } from "./style.ts";

const languages = ["sv", "en"] as const;
const pages = { sv: toHtml(sample, "sv"), en: toHtml(sample, "en") };
const read = (page: string): ReadonlyArray<Element> => elements(page.replace(style, ""));
const all = { sv: read(pages.sv), en: read(pages.en) };
const of = (page: ReadonlyArray<Element>, name: string, className?: string) =>
  page.filter(
    (element) =>
      element.name === name &&
      (className === undefined || element.attributes.get("class")?.split(" ").includes(className) === true),
  );
const attribute = (page: ReadonlyArray<Element>, name: string): ReadonlyArray<string> =>
  page.flatMap(({ attributes }) => attributes.get(name) ?? []);
const isIn = (outer: Element) => (element: Element) => element.inside.includes(outer);

describe("the reader of pages these tests use", () => {
  it.each(["<p>", "<p></i></p>", "<p a=b></p>", "<p>a < b</p>", '<p a="<">', "</p>"])(
    "refuses %s",
    (page) => {
      expect(() => elements(page)).toThrow();
    },
  );
});

describe.each(languages)("the page in %s", (language) => {
  const page = all[language];

  it("is well formed, in its language, and has a title", () => {
    expect(pages[language].startsWith("<!DOCTYPE html>\n<html")).toBe(true);
    expect(of(page, "html").map(({ attributes }) => attributes.get("lang"))).toEqual([language]);
    expect(of(page, "title")[0]?.text).toContain("2025–2027");
  });

  it("runs no script and loads nothing", () => {
    expect(of(page, "script")).toEqual([]);
    const loading = ["src", "srcset", "action", "xlink:href", "style", "data", "poster"];
    expect(loading.flatMap((name) => attribute(page, name))).toEqual([]);
    expect(
      page.flatMap(({ attributes }) => [...attributes.keys()]).filter((name) => name.startsWith("on")),
    ).toEqual([]);
    expect(attribute(page, "href").filter((href) => !href.startsWith("#"))).toEqual([]);
    expect(style).not.toMatch(/@import|url\((?!#)|https?:/);
    expect(attribute(page, "content")).toContainEqual(expect.stringContaining("default-src 'none'"));
  });

  it("has no identifier twice, and every reference leads to one", () => {
    const ids = attribute(page, "id");
    expect(ids.length).toBe(new Set(ids).size);
    const references = [
      ...attribute(page, "href").map((href) => href.slice(1)),
      ...attribute(page, "aria-labelledby").flatMap((list) => list.split(" ")),
    ];
    expect(references.filter((reference) => !ids.includes(reference))).toEqual([]);
  });

  it("has its landmarks once, a way past them, and headings without a gap", () => {
    for (const landmark of ["header", "nav", "main", "footer", "h1"])
      expect(of(page, landmark)).toHaveLength(1);
    expect(of(page, "a", "skip")[0]?.attributes.get("href")).toBe(
      `#${of(page, "main")[0]?.attributes.get("id")}`,
    );
    const levels = page.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name.slice(1))] : []));
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it("leads to every chapter, areas too", () => {
    const chapters = of(page, "section", "chapter").map(({ attributes }) => `#${attributes.get("id")}`);
    const [nav] = of(page, "nav");
    expect(
      page
        .filter((element) => nav !== undefined && element.name === "a" && isIn(nav)(element))
        .map(({ attributes }) => attributes.get("href")),
    ).toEqual(chapters);
    for (const { code } of sample.areas) expect(chapters).toContain(`#area-${code}`);
  });

  it("tells every commitment once, with its status as a symbol and a word", () => {
    const articles = of(page, "article");
    expect(articles.map(({ attributes }) => attributes.get("id"))).toEqual(
      commitments(sample).map(({ code }) => `commitment-${code}`),
    );
    for (const [index, article] of articles.entries()) {
      const badges = of(page, "span", "badge").filter(isIn(article));
      expect(badges).toHaveLength(1);
      const [badge] = badges;
      expect(badge?.text.trim()).not.toBe("");
      const symbols = of(page, "use").filter((use) => badge !== undefined && isIn(badge)(use));
      expect(attribute(symbols, "href")).toEqual([`#status-${commitments(sample)[index]?.status}`]);
    }
  });

  it("gives every picture a title and a description, and hides every symbol from those who cannot see it", () => {
    for (const svg of of(page, "svg").filter(({ inside }) => inside.every(({ name }) => name !== "svg"))) {
      if (svg.attributes.get("aria-hidden") === "true") continue;
      expect(svg.attributes.get("role")).toBe("img");
      const [title, description] = [of(page, "title"), of(page, "desc")].map((those) =>
        those.find(isIn(svg)),
      );
      expect(svg.attributes.get("aria-labelledby")).toBe(
        `${title?.attributes.get("id")} ${description?.attributes.get("id")}`,
      );
      expect(title?.text && description?.text).toBeTruthy();
    }
  });

  it("gives every table a caption and its heads a scope, in a region the keyboard can scroll", () => {
    const tables = of(page, "table");
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      expect(of(page, "caption").filter(isIn(table))).toHaveLength(1);
      expect(
        of(page, "th")
          .filter(isIn(table))
          .every(({ attributes }) => attributes.has("scope")),
      ).toBe(true);
      const region = table.inside.at(-1);
      expect([region?.attributes.get("role"), region?.attributes.get("tabindex")]).toEqual(["region", "0"]);
    }
  });

  it("counts the same in the document, in the table and in the bars", () => {
    const [table] = of(page, "table");
    const rows = of(page, "tr")
      .filter((row) => table !== undefined && isIn(table)(row))
      .slice(1);
    const numbers = rows.map((row) =>
      of(page, "td")
        .filter(isIn(row))
        .map(({ text }) => Number(text)),
    );
    const counted = [...sample.areas, sample].map(({ counts }) => [
      ...statusNames.map((name) => counts[name]),
      total(counts),
    ]);
    expect(numbers).toEqual(counted);
    const [planChart, areaChart] = of(page, "svg", "chart");
    const told = (chart: Element | undefined) =>
      of(page, "text", "count")
        .filter((text) => chart !== undefined && isIn(chart)(text))
        .map(({ text }) => Number(text));
    const nonZero = (counts: typeof sample.counts) =>
      statusNames.map((name) => counts[name]).filter((count) => count > 0);
    expect(told(planChart)).toEqual(nonZero(sample.counts));
    expect(told(areaChart)).toEqual(sample.areas.flatMap(({ counts }) => nonZero(counts)));
    const widths = of(page, "rect", "segment").filter(
      (rect) => planChart !== undefined && isIn(planChart)(rect),
    );
    const share = widths.map(({ attributes }) => Number.parseFloat(attributes.get("width") ?? ""));
    expect(share.map((width) => Math.round((width / 100) * total(sample.counts)))).toEqual(
      nonZero(sample.counts),
    );
  });

  it("draws a tile for every member: covered, excused, missing", () => {
    const covered = coverages(sample);
    const charts = of(page, "svg", "chart").slice(2);
    expect(charts).toHaveLength(covered.length);
    for (const [index, { why }] of covered.entries()) {
      const chart = charts[index];
      const tiles = of(page, "use").filter((use) => chart !== undefined && isIn(chart)(use));
      expect(attribute(tiles, "href")).toEqual([
        ...why.covered.map(() => "#tile-met"),
        ...why.excused.map(() => "#tile-notApplicable"),
        ...why.missing.map(() => "#tile-noEvidence"),
      ]);
    }
  });
});

describe("a response that was declined", () => {
  it("ends there, and is never told as waiting for approval", () => {
    const steps = of(all.en, "ol", "steps").map((list) => of(all.en, "li").filter(isIn(list)));
    expect(steps.at(-1)?.map(({ text }) => text)).toEqual(["Proposed 1 March 2026", "Declined 2 March 2026"]);
  });
});

describe("a large population", () => {
  it("becomes one bar with the right shares, and a number in place of a hundred names", () => {
    const members = Array.from({ length: 100 }, (_, index) => `m-${index}`);
    const why = { ...whys.coverage, size: 200, covered: members, missing: members.slice(0, 75), excused: [] };
    const large = evaluation({ ...input, commitments: [account("A1", status("onTheWay", why))] });
    const page = read(toHtml(large, "en"));
    const chart = of(page, "svg", "chart").at(-1);
    const bars = of(page, "rect", "segment").filter((rect) => chart !== undefined && isIn(chart)(rect));
    expect(bars.map(({ attributes }) => [attributes.get("x"), attributes.get("width")])).toEqual([
      ["0%", "50%"],
      ["50%", "37.5%"],
    ]);
    expect(page.some(({ name, text }) => name === "p" && text === "Missing: 75")).toBe(true);
  });
});

describe("text from people", () => {
  const naughty = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "</title><svg/onload=alert(1)>",
    "<!--",
    "]]>",
    "javascript:alert(1)",
    "&lt;script&gt;",
    "\u202egnp.exe\u2066",
    "\u0000\u0008\ud800",
    "#{1+1} {{1+1}} %s `a`",
    "השם ‏العربية",
    "Ω≈ç√∫˜µ≤≥÷ 田中さん 🏳️‍🌈",
    " ",
    "",
    "constructor",
    "__proto__",
  ];
  const everywhere = (text: string): EvaluationInput => {
    const [response, project, policy, priority] = [
      input.responses?.[0],
      input.projects?.[0],
      input.policies?.[0],
      input.priorities?.[0],
    ];
    const renamed = (names: ReadonlyMap<string, unknown>) =>
      new Map([...names.keys()].map((key) => [key, text]));
    return {
      ...input,
      plan: {
        ...input.plan,
        title: text,
        areas: [{ code: text, title: text, prioritised: true }],
        decisions: input.plan.decisions.map((decision) => ({ ...decision, reason: text })),
      },
      commitments: input.commitments.map((one) => ({
        ...one,
        commitment: { ...one.commitment, code: `${text}${one.commitment.code}`, area: text },
        promise: text,
        decisions: one.decisions.map((decision) => ({ ...decision, reason: text })),
      })),
      ...(response && {
        responses: [
          {
            ...response,
            title: text,
            evaluated: { on: input.asOf, finding: text },
            funded: { on: input.asOf, amount: 1, currency: text },
          },
        ],
      }),
      ...(project && {
        projects: [{ ...project, title: text, evaluated: { on: input.asOf, finding: text } }],
      }),
      ...(policy && { policies: [{ ...policy, title: text }] }),
      ...(priority && { priorities: [{ ...priority, items: [text], reason: text }] }),
      names: {
        kinds: renamed(input.names.kinds),
        populations: renamed(input.names.populations),
        observances: renamed(input.names.observances),
        measures: renamed(input.names.measures),
        references: renamed(input.names.references),
      },
    };
  };

  it.each(naughty)(
    "%j opens no element, adds no attribute and repeats no identifier, wherever it stands",
    (text) => {
      const page = read(toHtml(evaluation(everywhere(text)), "en"));
      const ids = attribute(page, "id");
      expect(ids.length).toBe(new Set(ids).size);
      expect(ids.filter((id) => !/^[A-Za-z][A-Za-z0-9_-]*$/.test(id))).toEqual([]);
      expect(of(page, "script")).toEqual([]);
      const shape = (those: ReadonlyArray<Element>) =>
        those.map(({ name, attributes }) => [name, [...attributes.keys()]]);
      expect(shape(page)).toEqual(shape(read(toHtml(evaluation(everywhere("plain")), "en"))));
    },
  );

  it("is shown as it was written", () => {
    const [heading] = of(read(toHtml(evaluation(everywhere("<b>&amp;</b>")), "en")), "h1");
    expect(heading?.text).toBe("<b>&amp;</b>");
  });
});
