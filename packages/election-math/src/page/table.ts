import { type Content, type Html, html } from "./markup.ts";

/**
 * A table of numbers under its caption; the first column names the row. It scrolls sideways by itself where the page is
 * narrow, also with the keyboard.
 */
export const numberTable = (
  caption: string,
  heads: ReadonlyArray<Content>,
  rows: ReadonlyArray<ReadonlyArray<Content>>,
): Html => html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
  ([name, ...cells]) =>
    html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
)}</tbody></table></div>`;
