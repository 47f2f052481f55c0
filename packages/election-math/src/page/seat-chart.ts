import { Checks, inOrder } from "../input.ts";
import { wholeText } from "../record/explain/figures.ts";
import type { Language } from "../record/index.ts";
import { sumOf } from "../seats/votes.ts";
import { type Drawn, dot, drawing } from "./drawing.ts";
import { type Html, html } from "./markup.ts";
import { checkedColours, type Look, lookOf } from "./palette.ts";
import { numberTable } from "./table.ts";
import { type Words, wordsIn } from "./words.ts";

/** How a chart is drawn. */
export interface SeatChart {
  readonly language: Language;
  /** By party, as "#1a2b3c"; without one a party has a colour by its rank. A faint one is given an edge. */
  readonly colours?: Readonly<Record<string, string>> | undefined;
  /** The parties from left to right; those not named come after, by their seats. By seats where it is left out. */
  readonly order?: ReadonlyArray<string> | undefined;
  /** The seats that decide; more than half of all where it is left out. */
  readonly majority?: number | undefined;
  /** What the chart and its table are called; "Seats by party" where it is left out. */
  readonly title?: string | undefined;
  /** What the chart's own ids begin with, for a page with several; "seats" where it is left out. */
  readonly id?: string | undefined;
}

/** More could not be told apart. */
const mostSeats = 2000;

/**
 * The seats as dots in a half circle with a line at the majority, beside them the parties by name and the numbers as a
 * table. No party is told by its colour alone. Throws `InvalidInput`, also where there is no seat.
 */
export const seatChart = (totals: Readonly<Record<string, number>>, options: SeatChart): Html => {
  const { language, id = "seats" } = options;
  const words = wordsIn[language];
  const title = options.title ?? words.seatsByParty;
  const { parties, majority } = read(totals, options);
  const seats = sumOf(parties.map((party) => party.seats));
  const number = (value: number): string => wholeText(value, words.numerals);
  const described = `${parties.map((one) => `${one.party} ${number(one.seats)}`).join(", ")}. ${words.seatCount(number(seats), seats === 1)}. ${words.majority(number(majority), majority === 1)}`;
  return html`<div class="seat-chart">
${drawing({ parties, seats, majority, words, id, title, described })}
<p class="note">${words.line(number(majority), majority === 1)}</p>
<ul class="parties">${parties.map(
    (party) =>
      html`<li>${swatch(party.look)}<span class="party-name">${party.party}</span> ${number(party.seats)}</li>
`,
  )}</ul>
<details class="numbers"><summary>${words.asTable}</summary>
${table(title, parties, seats, words)}</details>
</div>
`;
};

const swatch = (look: Look): Html =>
  html`<svg class="swatch" aria-hidden="true" focusable="false" width="16" height="16" viewBox="-8 -8 16 16"><g${look.attributes}>${dot(look, { x: 0, y: 0 }, 6.5)}</g></svg>`;

const table = (title: string, parties: ReadonlyArray<Drawn>, seats: number, words: Words): Html => {
  const number = (value: number): string => wholeText(value, words.numerals);
  return numberTable(
    title,
    [words.party, words.seats, words.share],
    [
      ...parties.map((one) => [one.party, number(one.seats), percent(one.seats, seats, words)]),
      [words.total, number(seats), percent(seats, seats, words)],
    ],
  );
};

/** "28,7 %", rounded half up. */
const percent = (seats: number, of: number, { numerals }: Words): string => {
  const tenths = Math.floor((2000 * seats + of) / (2 * of));
  return `${Math.floor(tenths / 10)}${numerals.point}${tenths % 10}\u00a0%`;
};

interface Read {
  readonly parties: ReadonlyArray<Drawn>;
  readonly majority: number;
}

const read = (totals: unknown, { colours, order, majority }: SeatChart): Read => {
  const checks = new Checks();
  const held = Object.entries(checks.object(totals, "totals")).map(
    ([party, seats]) => [party, checks.whole(seats, `totals.${party}`, 0)] as const,
  );
  const seats = sumOf(held.map(([, own]) => own));
  if (seats === 0) checks.problem("totals", "no seats");
  if (seats > mostSeats) checks.problem("totals", `above ${mostSeats} together`);
  const own = checkedColours(colours, checks);
  const places = new Map(
    (order === undefined ? [] : checks.list(order, "order")).map((party, at) => [party, at]),
  );
  const line = majority === undefined ? Math.floor(seats / 2) + 1 : checks.whole(majority, "majority", 1);
  if (seats > 0 && line > seats) checks.problem("majority", "more than there are seats");
  checks.done();
  const place = (party: string): number => places.get(party) ?? places.size;
  const byRank = held
    .filter(([, own]) => own > 0)
    .sort(([a, some], [b, others]) => others - some || inOrder(a, b))
    .map(([party, seats], rank): Drawn => ({ party, seats, look: lookOf(rank, own.get(party)) }));
  return { parties: byRank.sort((a, b) => place(a.party) - place(b.party)), majority: line };
};
