import type { Counts } from "../status.ts";
import type { StatusName } from "../why.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Evaluation } from "./document.ts";
import { type Html, html } from "./markup.ts";
import type { Voice } from "./names.ts";
import { statusNames, total } from "./selection.ts";
import { scrollable } from "./table.ts";

const rowHeight = 76;
const barHeight = 26;
const longestLabel = 30;

/** The least share of the width that has room for a symbol and a number. */
const narrow = 0.05;

/** Segments that are drawn as an outline, since what they count is not there. */
const hollow: ReadonlyArray<StatusName> = ["noEvidence", "unknown", "notApplicable"];

const percent = (share: number): string => `${Number((share * 100).toFixed(3))}%`;

const shortened = (text: string): string => {
  const letters = [...text];
  if (letters.length <= longestLabel) return text;
  const kept = letters.slice(0, longestLabel - 1).join("");
  return `${kept.trimEnd()}…`;
};

/** The counts that are not zero, in words. */
const inWords = (counts: Counts, words: Catalogue): string =>
  words.sentence.counts(
    statusNames.filter((name) => counts[name] > 0).map((name) => [words.status[name].name, counts[name]]),
  );

/** A bar's segments one after another, 26 pixels high, each as wide as its share; what `inside` draws comes on top. */
export const segments = (
  shares: ReadonlyArray<readonly [status: StatusName, share: number]>,
  top: number,
  inside: (status: StatusName, share: number, middle: number) => Html | false = () => false,
): Html => {
  let from = 0;
  return html`${shares.map(([status, share]) => {
    if (share === 0) return false;
    const inset = hollow.includes(status) ? 1.5 : 0;
    const left = from;
    from += share;
    return html`<rect class="segment ${status}" x="${percent(left)}" y="${top + inset}" width="${percent(share)}" height="${barHeight - 2 * inset}"/>${inside(status, share, left + share / 2)}`;
  })}`;
};

/** One bar, one segment a status, on a scale where `widest` commitments fill the width. */
const bar = (counts: Counts, widest: number, top: number, words: Catalogue): Html =>
  segments(
    statusNames.map((name) => [name, counts[name] / Math.max(widest, 1)]),
    top,
    (name, share, middle) =>
      share >= narrow &&
      html`<svg class="inside ${name}" x="${percent(middle)}" y="${top + 5}" overflow="visible"><use href="#status-${name}" x="-8" width="16" height="16"/></svg><text class="count" x="${percent(middle)}" y="${top + 42}">${words.number(counts[name])}</text>`,
  );

/** The whole plan as one bar. */
export const planChart = ({ counts }: Evaluation, { words }: Voice): Html =>
  html`<svg class="chart" role="img" aria-labelledby="plan-chart-title plan-chart-description" width="100%" height="48"><title id="plan-chart-title">${words.term.wholePlan}</title><desc id="plan-chart-description">${inWords(counts, words)}</desc>${bar(counts, total(counts), 0, words)}</svg>`;

/** One bar per area on a common scale, and the same numbers in a table. */
export const areaChart = ({ areas, counts }: Evaluation, { words, say }: Voice): Html => {
  const widest = Math.max(0, ...areas.map((area) => total(area.counts)));
  const described = areas.map(
    ({ code, title, counts }) => `${say(code)} ${say(title)}: ${inWords(counts, words)}.`,
  );
  const rows = areas.map(({ code, title, counts }, index) => {
    const top = index * rowHeight;
    return html`<text class="label" x="0" y="${top + 16}"><tspan class="code">${shortened(say(code))}</tspan><tspan dx="8">${shortened(say(title))}</tspan></text>${bar(counts, widest, top + 24, words)}`;
  });
  return html`<svg class="chart" role="img" aria-labelledby="area-chart-title area-chart-description" width="100%" height="${areas.length * rowHeight}"><title id="area-chart-title">${words.sentence.statusChart}</title><desc id="area-chart-description">${described.join(" ")}</desc>${rows}</svg>
<details class="numbers"><summary>${words.term.numbersAsTable}</summary>
${scrollable(
  words.sentence.statusChart,
  [words.term.area, ...statusNames.map((status) => words.status[status].name), words.term.total],
  [
    ...areas.map((area) => countsRow(`${say(area.code)} ${say(area.title)}`, area.counts, words)),
    countsRow(words.term.wholePlan, counts, words),
  ],
)}</details>
`;
};

const countsRow = (name: string, counts: Counts, words: Catalogue): ReadonlyArray<string> => [
  name,
  ...statusNames.map((status) => words.number(counts[status])),
  words.number(total(counts)),
];
