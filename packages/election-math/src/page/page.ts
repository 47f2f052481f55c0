import { Checks } from "../input.ts";
import type { Language } from "../record/index.ts";
import { type Content, Html, html } from "./markup.ts";
import { style } from "./style.ts";
import { wordsIn } from "./words.ts";

/** A chapter of a page. */
export interface Part {
  /** Its anchor: a letter, then letters, digits, `-` and `_`; each once. */
  readonly id: string;
  readonly title: string;
  readonly content: Content;
}

/** What a page shows. */
export interface Page {
  readonly language: Language;
  readonly title: string;
  /** A line above the title: what kind of page it is. */
  readonly kicker: string;
  /** A line below the title. */
  readonly lead: string;
  readonly parts: ReadonlyArray<Part>;
  readonly footer?: Content;
  /** CSS beside that of the package. */
  readonly style?: string;
}

/** What the page may load: nothing but the style it carries. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * One self-contained HTML document: no script, nothing loaded from elsewhere, readable with a screen reader, on paper, in
 * the dark and from 320 pixels wide. All text is escaped. Throws `InvalidInput` where an anchor is none or is used twice.
 */
export const page = ({ language, title, kicker, lead, parts, footer, style: own = "" }: Page): string => {
  checkAnchors(parts);
  const words = wordsIn[language];
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${kicker}: ${title}</title>
<style>${inStyle(style + own)}</style>
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="masthead"><div>
<p class="kicker">${kicker}</p>
<h1>${title}</h1>
<p class="lead">${lead}</p>
</div></header>
<div class="page">
<nav aria-label="${words.contents}"><ul>${parts.map((part) => html`<li><a href="#${part.id}">${part.title}</a></li>`)}</ul></nav>
<main id="content" tabindex="-1">
${parts.map(
  ({ id, title, content }) => html`<section class="chapter" id="${id}" aria-labelledby="heading-${id}">
<h2 id="heading-${id}">${title}</h2>
${content}</section>
`,
)}</main>
</div>
${footer !== undefined && html`<footer>${footer}</footer>\n`}</body>
</html>
`.source;
};

/** CSS as it stands, but for what would end the element. */
const inStyle = (css: string): Html => new Html(css.replaceAll("</", "<\\/"));

const checkAnchors = (parts: ReadonlyArray<Part>): void => {
  const checks = new Checks();
  const taken = new Set(["content"]);
  parts.forEach(({ id }, at) => {
    if (!/^[A-Za-z][\w-]*$/.test(id)) checks.problem(`parts[${at}].id`, "not an anchor");
    if (taken.has(id)) checks.problem(`parts[${at}].id`, "used before");
    taken.add(id);
  });
  checks.done();
};
