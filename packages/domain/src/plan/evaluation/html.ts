import type { StatusName } from "../why.ts";
import { areaChart, planChart } from "./chart.ts";
import { commitmentPart } from "./commitment-part.ts";
import { coverageCharts } from "./coverage-chart.ts";
import type { AreaAccount, CommitmentAccount, Evaluation } from "./document.ts";
import { capitalised, type Language } from "./label.ts";
import { anchor, type Html, html, Markup } from "./markup.ts";
import { type Voice, voiceOf } from "./names.ts";
import { otherParts, type Part } from "./other-parts.ts";
import { attention, coverages, statusNames, total } from "./selection.ts";
import { style } from "./style.ts";
import { badge, symbol, symbolDefinitions } from "./symbol.ts";

/** What the page may load: nothing but the style it carries. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The evaluation as one self-contained HTML page: no script, nothing loaded from elsewhere, readable with a screen
 * reader, on paper, in the dark and from 320 pixels wide. All text from the document is escaped.
 */
export const toHtml = (evaluation: Evaluation, language: Language): string => {
  const voice = voiceOf(evaluation.names, language);
  const { words, say } = voice;
  const parts = [
    ...opening(evaluation, voice),
    ...evaluation.areas.map((area) => areaPart(area, voice)),
    ...otherParts(evaluation, voice),
  ];
  const page = html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.heading.evaluation}: ${say(evaluation.title)}, ${words.day(evaluation.asOf)}</title>
<style>${new Markup("html", style)}</style>
</head>
<body>
<a class="skip" href="#content">${words.term.skip}</a>
${symbolDefinitions}
${masthead(evaluation, voice)}
<div class="page">
<nav aria-label="${words.heading.contents}"><ul>${parts.map((part) => html`<li><a href="#${part.id}">${titled(part)}</a></li>`)}</ul></nav>
<main id="content" tabindex="-1">
${parts.map(
  (part) => html`<section class="chapter" id="${part.id}" aria-labelledby="heading-${part.id}">
<h2 id="heading-${part.id}">${titled(part)}</h2>
${part.content}</section>
`,
)}</main>
</div>
<footer><p>${words.sentence.knownAt(evaluation.knownAt)}</p><p>${words.sentence.method}</p></footer>
</body>
</html>
`;
  return page.source;
};

const titled = ({ code, title }: Part): Html =>
  html`${code !== undefined && html`<span class="code">${code}</span> `}${title}`;

const masthead = ({ title, body, period, asOf }: Evaluation, { words, say }: Voice): Html =>
  html`<header class="masthead"><div>
<p class="kicker">${words.heading.evaluation}</p>
<h1>${say(title)}</h1>
<p class="lead">${words.sentence.asOf(asOf)}</p>
<p class="note">${words.period(period.from, period.to)} · ${words.sentence.adoptedBy(say(body))}</p>
</div></header>`;

const opening = (evaluation: Evaluation, voice: Voice): ReadonlyArray<Part> => {
  const covered = coverages(evaluation);
  const { heading } = voice.words;
  const coverage = { id: "coverage", title: heading.coverage, content: coverageCharts(covered, voice) };
  return [
    { id: "summary", title: heading.summary, content: summary(evaluation, voice) },
    { id: "attention", title: heading.attention, content: attentionList(attention(evaluation), voice) },
    { id: "status", title: heading.perArea, content: areaChart(evaluation, voice) },
    ...(covered.length > 0 ? [coverage] : []),
  ];
};

const summary = (evaluation: Evaluation, voice: Voice): Html => {
  const { counts } = evaluation;
  const { words } = voice;
  const one = (name: StatusName) =>
    html`<div class="${name}"><dt>${symbol(name)}${capitalised(words.status[name].name, words.language)}</dt><dd><span class="figure-number">${words.number(counts[name])}</span><span class="note">${words.status[name].meaning}</span></dd></div>
`;
  return html`<p class="headline">${words.sentence.summary(counts.met, total(counts))}</p>
${planChart(evaluation, voice)}
<dl class="statuses">${statusNames.map(one)}</dl>
`;
};

const attentionList = (urgent: ReadonlyArray<CommitmentAccount>, { words, say }: Voice): Html => {
  if (urgent.length === 0) return html`<p>${words.sentence.nothingNeedsAttention}</p>`;
  return html`<ul class="attention">${urgent.map(
    ({ code, promise, status, owner, deadline }) =>
      html`<li>${badge(status, words)}<div><p><a href="#${anchor("commitment", code)}"><span class="code">${say(code)}</span> ${say(promise)}</a></p><p class="note">${say(owner)} · ${words.day(deadline)}</p></div></li>
`,
  )}</ul>`;
};

const areaPart = (area: AreaAccount, voice: Voice): Part => ({
  id: anchor("area", area.code),
  code: voice.say(area.code),
  title: voice.say(area.title),
  content: html`${rollUp(area, voice)}
${area.commitments.map((commitment) => commitmentPart(commitment, voice))}`,
});

const rollUp = ({ counts, prioritised }: AreaAccount, { words }: Voice): Html => {
  const rolls = statusNames.map(
    (name) =>
      counts[name] > 0 &&
      html`<span class="roll">${symbol(name)}${capitalised(words.status[name].name, words.language)} ${words.number(counts[name])}</span>`,
  );
  const tag = html`<span class="tag">${capitalised(words.term.prioritised, words.language)}</span>`;
  return html`<p class="roll-up">${prioritised && tag}<span>${words.sentence.commitments(total(counts))}</span>${rolls}</p>`;
};
