/** The chapter about scenarios and responses. */
import { html, numberTable, type Part } from "@verksam/election-math/page";
import type { CoverageLines } from "./coverage-lines.ts";

/** How the chapter's tables look, whose cells hold words. */
export const coverageStyle = `
.prose td{text-align:left;white-space:normal}.prose thead th+th{text-align:left}
.prose td:nth-child(2){white-space:nowrap}
.prose{margin-top:2rem}.prose caption{font-weight:600;color:var(--ink);font-size:1rem}
.prose.outcomes table{min-width:36rem}
@media(min-width:40rem){.prose th:first-child{width:45%}.prose.outcomes th:first-child{width:30%}}
.prose th:first-child{position:static}
`;

export const coveragePart = (title: string, lines: CoverageLines): Part => {
  const { words, covered, about, responses, uncovered, overlaps, rest } = lines;
  const { columns, titles } = words;
  return {
    id: "scenarios",
    title,
    content: html`<p class="headline">${covered}</p>
<p>${about}</p>
<div class="prose">${numberTable(titles.responses, [columns.response, columns.chance], responses)}</div>
${
  uncovered.length > 0 &&
  html`<div class="prose outcomes">${numberTable(
    titles.uncovered,
    [columns.outcome, columns.chance, columns.example, columns.nearest],
    uncovered,
  )}</div>
`
}${
  overlaps.length > 0 &&
  html`<div class="prose">${numberTable(titles.overlaps, [columns.together, columns.chance], overlaps)}</div>
`
}<ul class="notes after">${rest.map((line) => html`<li>${line}</li>\n`)}</ul>
`,
  };
};
