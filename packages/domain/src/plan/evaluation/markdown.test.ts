import { describe, expect, it } from "vitest";
import { evaluation } from "./evaluation.ts";
import { toMarkdown } from "./markdown.ts";
import { account, input, sample, status, whys } from "./sample.fixture.ts";
import { commitments, statusNames, total } from "./selection.ts";

const pages = { sv: toMarkdown(sample, "sv"), en: toMarkdown(sample, "en") };
const section = (page: string, heading: string): string => {
  const after = page.split(`${heading}\n\n`)[1];
  if (after === undefined) throw new Error(`there is no ${heading}`);
  return after.split(/\n\n#{2,3} /)[0] ?? "";
};

describe("the evaluation as Markdown", () => {
  it.each(["sv", "en"] as const)("tells every commitment once in %s", (language) => {
    for (const { code, promise } of commitments(sample)) {
      const text = typeof promise === "string" ? promise : promise[language];
      expect(pages[language].split(`### ${code} ${text}\n`)).toHaveLength(2);
    }
  });

  it("tells the counts of the document", () => {
    const rows = section(pages.en, "## Status per area").split("\n").slice(2);
    const numbers = rows.map((row) => row.split("|").slice(2, -1).map(Number));
    expect(numbers).toEqual(
      [...sample.areas, sample].map(({ counts }) => [
        ...statusNames.map((name) => counts[name]),
        total(counts),
      ]),
    );
  });

  it("tells status, why, owner, deadline, who is missing or excused, and decisions with reasons, in English", () => {
    expect(
      section(pages.en, "### B1 The commitment B1"),
    ).toBe(`**Not met.** Strategy adopted: 5 of 9 local associations. 1 is excused. 3 more are needed.

**Answers for it:** The district board · **Deadline:** 30 June 2026

**Missing:** Sundbro, Ekeby and Björkdalen

**Excused:** Norrvik: har ingen landsbygd

**Decisions**

- 26 April 2025 · Made: With the plan.
- 11 February 2026 · Deadline moved · The district board: Two new associations. New deadline: 30 June 2026.`);
  });

  it("and in Swedish", () => {
    expect(
      section(pages.sv, "### B1 Åtagandet B1"),
    ).toBe(`**Inte uppfyllt.** Strategin antagen: 5 av 9 partiföreningar. 1 är undantagen. 3 till behövs.

**Ansvarig:** Distriktsstyrelsen · **Tidsgräns:** 30 juni 2026

**Saknas:** Sundbro, Ekeby och Björkdalen

**Undantagna:** Norrvik: har ingen landsbygd

**Beslut**

- 26 april 2025 · Beslutat: Med planen.
- 11 februari 2026 · Flyttad tidsgräns · Distriktsstyrelsen: Två nya föreningar. Ny tidsgräns: 30 juni 2026.`);
  });

  it("tells evidence with days, offices and units", () => {
    expect(section(pages.sv, "### A2 Åtagandet A2")).toContain(`**2 underlag**

- 8 mars 2026: Temakväll (Granåsa, Ordföranden)
- 13 september 2026: Första maj, Sundbro × 3 (Lillhamra)`);
  });

  it("tells unplanned work beside planned, and a step not taken as a dash", () => {
    expect(
      section(pages.en, "## Unplanned work"),
    ).toBe(`2 pieces of evidence have been counted for what was planned. Beside it, 1 rapid response has been carried out.

| Rapid response | Unit | Proposed | Approved | Funded | Carried out | Evaluated |
| --- | --- | --- | --- | --- | --- | --- |
| The emergency ward | Granåsa | 12 January 2026 | 13 January 2026 | 14 January 2026, 12,500 SEK | 17 January 2026 | 2 February 2026 |
| The rents | Sundbro | 2 November 2026 | – | – | – | – |
| The journey | Sundbro | 1 March 2026 | Declined: 2 March 2026 | – | – | – |

- **The emergency ward:** Quickly gathered.`);
  });

  it("indents what stands behind a part of a rule", () => {
    const nested = status("late", { rule: "all", parts: [status("late", whys.milestone)] });
    const page = toMarkdown(evaluation({ ...input, commitments: [account("A1", nested)] }), "en");
    expect(page).toContain(`
- Late. 1 of 3 stages has been reached.
  - Draft: reached on 2 March 2026, 1 day late
  - Adopted: due by 13 September 2026, 70 days late
`);
  });

  it("shows text as it is: no heading, table, link or markup of its own", () => {
    const text = "# a | *b* [c](d)\n\n<script>`x`</script>";
    const page = toMarkdown(
      evaluation({
        ...input,
        plan: { ...input.plan, title: text, areas: [{ code: "A", title: text, prioritised: false }] },
        commitments: [account("A1", status("met", whys.baseline), [], text)],
        names: { ...input.names, references: new Map([["board", text]]) },
      }),
      "en",
    );
    expect(page).not.toMatch(/(?<!\\)<|(?<!\\)`|(?<!\\)\[|[^*\\]\*b/);
    expect(page).toContain("### A1 \\# a \\| \\*b\\* \\[c\\](d) \\<script\\>\\`x\\`\\</script\\>\n");
  });
});
