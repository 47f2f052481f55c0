/** A counted election as one page of HTML. */
import {
  type Content,
  explained,
  type Html,
  html,
  numberTable,
  type Part,
  page,
  seatChart,
} from "@verksam/election-math/page";
import { coverageStyle } from "./coverage-page.ts";
import { percentText } from "./figures.ts";
import type { Night } from "./night.ts";
import { cellText, fragileHeads, fragileNote, fragileRow } from "./table.ts";
import { type PartyLine, seatsOf } from "./tally.ts";

/** The page; `more` are chapters before the explanation. */
export const nightPage = (night: Night, more: ReadonlyArray<Part> = []): string => {
  const { language, words, title, lead, record, tally, fragile } = night;
  const { headings } = words;
  const isDivided = tally.constituencies.length > 1;
  const hasFragile = Object.values(fragile).some((seats) => seats.length > 0);
  return page({
    language,
    title,
    kicker: words.kicker,
    lead,
    parts: [
      { id: "seats", title: headings.seats, content: seats(night) },
      { id: "parties", title: headings.parties, content: parties(night) },
      ...(isDivided
        ? [{ id: "constituencies", title: headings.constituencies, content: constituencies(night) }]
        : []),
      ...(hasFragile ? [{ id: "fragile", title: headings.fragile, content: fragileTables(night) }] : []),
      ...more,
      { id: "count", title: headings.count, content: explained(record, language) },
      { id: "check", title: headings.check, content: check(night) },
    ],
    footer: html`<p>${words.footer}</p>`,
    style: style + coverageStyle,
  });
};

const style = `
.check dt{color:var(--soft);font-size:.875rem;font-weight:600}
.check dd{margin-bottom:1rem}
.notes{margin:0 0 1.25rem;padding-left:1.1rem;list-style:disc}
.notes.after{margin-top:1.5rem}.notes li+li{margin-top:.35rem}
.words{margin-top:2rem}
.words caption{font-weight:600;color:var(--ink);font-size:1rem}
.words tbody th{min-width:0}
.words th,.words td{padding-right:.5rem}
.placed td:last-child,.placed th:last-child{text-align:left;white-space:normal;padding-left:.5rem}
@media(min-width:40rem){.placed th:first-child{width:16%}.placed th:nth-child(2){width:12%}.placed th:nth-child(3){width:20%}.placed td:last-child,.placed th:last-child{padding-left:1.25rem}}
.none{color:var(--soft)}
.sum tbody tr:last-child>*{border-top:1px solid var(--soft);font-weight:600}
`;

const seats = ({ language, words, tally, notes, record, number }: Night): Html => {
  const seated = tally.parties.filter((party) => seatsOf(party) > 0);
  const shared = words.shared(number(tally.seats), seated.length, seated[0]?.party ?? "");
  return html`<p class="headline">${shared}</p>
${notes.length > 0 && html`<ul class="notes">${notes.map((note) => html`<li>${note}</li>\n`)}</ul>`}
${seatChart(record.result.totals, { language, id: "chart" })}`;
};

const none = html`<span class="none">–</span>`;

const parties = ({ tally, words, language, number }: Night): Html => {
  const { party, votes, share, fixed, adjustment, seats } = words.columns;
  const count = (value: number): Content => (value === 0 ? none : number(value));
  const percent = (own: number, line?: PartyLine): string =>
    `${percentText(own, tally.votes, language, line?.below)}\u00a0%`;
  const sum = (of: (line: PartyLine) => number): string =>
    number(tally.parties.reduce((all, line) => all + of(line), 0));
  const { rest: others } = tally;
  const rest = [words.rest(others.parties), none, number(others.votes), percent(others.votes), none, none];
  return html`<div class="sum">${numberTable(
    words.captions.parties,
    [party, seats, votes, share, fixed, adjustment],
    [
      ...tally.parties.map((line) => [
        line.party,
        line.below !== undefined && seatsOf(line) === 0
          ? words.belowBar
          : html`<strong>${count(seatsOf(line))}</strong>`,
        number(line.votes),
        percent(line.votes, line),
        count(line.fixed),
        count(line.adjustment),
      ]),
      ...(tally.rest.votes > 0 ? [rest] : []),
      [
        words.all,
        sum(seatsOf),
        number(tally.votes),
        percent(tally.votes),
        sum(({ fixed }) => fixed),
        sum(({ adjustment }) => adjustment),
      ],
    ],
  )}</div>`;
};

const constituencies = ({ tally, words, number }: Night): Html => {
  const seated = tally.parties.filter((party) => seatsOf(party) > 0).map(({ party }) => party);
  return numberTable(
    words.captions.constituencies,
    [words.columns.constituency, words.all, ...seated],
    tally.constituencies.map(({ name, held }) => [
      name,
      html`<strong>${number([...held.values()].reduce((sum, one) => sum + seatsOf(one), 0))}</strong>`,
      ...seated.map((party) => {
        const cell = held.get(party);
        return cell === undefined ? html`<span class="none">·</span>` : cellText(cell);
      }),
    ]),
  );
};

const fragileTables = (night: Night): Html => {
  const { fragile, words } = night;
  const kinds = ["fewer", "more", "fewerHere", "moreHere"] as const;
  return html`<p>${fragileNote(night)}</p>
${kinds.map(
  (kind) =>
    fragile[kind].length > 0 &&
    html`<div class="words${night.tally.constituencies.length > 1 && " placed"}">${numberTable(
      words.fragile.titles[kind],
      fragileHeads(kind, night),
      fragile[kind].map((one) => fragileRow(one, night)),
    )}</div>
`,
)}`;
};

const check = ({ words, record, files }: Night): Html => html`<p>${words.check.how}</p>
<dl class="check"><dt>${words.check.seal}</dt><dd><code>${record.seal}</code></dd></dl>
<p class="note">${words.check.files(files)}</p>
`;
