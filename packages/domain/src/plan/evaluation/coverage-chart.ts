import { segments } from "./chart.ts";
import { anchor, type Html, html } from "./markup.ts";
import type { Voice } from "./names.ts";
import type { Coverage } from "./selection.ts";
import { scrollable } from "./table.ts";

const tile = 24;
const columns = 12;

/** More tiles than this cannot be counted by eye: they become one bar. */
const mostTiles = 96;

/** More names than this cannot be taken in at a glance: they become a number. */
const mostNames = 8;

/** How many members are covered, excused and missing, each with the status whose look it borrows. */
const parts = ({ why }: Coverage, { words }: Voice) =>
  [
    ["met", words.term.covered, why.covered.length],
    ["notApplicable", words.term.excused, why.excused.length],
    ["noEvidence", words.term.missing, why.missing.length],
  ] as const;

const tiles = (coverage: Coverage, voice: Voice): Html => {
  const each = parts(coverage, voice).flatMap(([status, , count]) =>
    Array.from({ length: count }, () => status),
  );
  return html`${each.map((status, index) => {
    const [x, y] = [(index % columns) * tile, Math.floor(index / columns) * tile];
    return html`<use class="${status}" href="#tile-${status}" x="${x}" y="${y}" width="${tile}" height="${tile}"/>`;
  })}`;
};

const covered = ({ why }: Coverage, { words, name }: Voice): string =>
  words.sentence.covered(why.covered.length, why.size, name("populations", why.population));

const picture = (coverage: Coverage, id: string, voice: Voice): Html => {
  const { size } = coverage.why;
  const isBar = size > mostTiles;
  const width = isBar ? "100%" : Math.min(size, columns) * tile;
  const height = isBar ? 26 : Math.ceil(size / columns) * tile;
  const all = parts(coverage, voice);
  const drawn = isBar
    ? segments(
        all.map(([status, , count]) => [status, count / size]),
        0,
      )
    : tiles(coverage, voice);
  const inWords = voice.words.sentence.counts(all.map(([, name, count]) => [name, count]));
  return html`<svg class="chart" role="img" aria-labelledby="${id}-title ${id}-description" width="${width}" height="${height}"><title id="${id}-title">${covered(coverage, voice)}</title><desc id="${id}-description">${inWords}</desc>${drawn}</svg>`;
};

/** Who is not covered, by name as long as the names can be taken in at once. */
const rest = (term: string, members: ReadonlyArray<string>, { words, name }: Voice): Html | false => {
  const told =
    members.length > mostNames
      ? words.number(members.length)
      : words.list(members.map((member) => name("references", member)));
  return (
    members.length > 0 &&
    html`<p class="note">${term}: ${told}</p>
`
  );
};

/** Who is covered, a picture for each obligation, and the same numbers in a table. */
export const coverageCharts = (coverages: ReadonlyArray<Coverage>, voice: Voice): Html => {
  const { words, say, name } = voice;
  const title = ({ commitment, why }: Coverage) => `${say(commitment.code)} ${name("kinds", why.obligation)}`;
  const items = coverages.map((coverage, index) => {
    const { missing, excused } = coverage.why;
    return html`<li>
<p class="what"><a href="#${anchor("commitment", coverage.commitment.code)}">${title(coverage)}</a></p>
${picture(coverage, `coverage-${index + 1}`, voice)}
<p>${covered(coverage, voice)}</p>
${rest(words.term.missing, missing, voice)}${rest(
  words.term.excused,
  excused.map(({ member }) => member),
  voice,
)}</li>
`;
  });
  return html`<ul class="coverages">${items}</ul>
<details class="numbers"><summary>${words.term.numbersAsTable}</summary>
${scrollable(
  words.sentence.coverageChart,
  [words.term.commitment, words.term.covered, words.term.excused, words.term.missing, words.term.size],
  coverages.map((coverage) => [
    `${title(coverage)}, ${name("populations", coverage.why.population)}`,
    ...parts(coverage, voice).map(([, , count]) => words.number(count)),
    words.number(coverage.why.size),
  ]),
)}</details>
`;
};
