import { wholeText } from "../record/explain/figures.ts";
import { hemicycle, type Place } from "./hemicycle.ts";
import { placedLabels } from "./labels.ts";
import { short } from "./length.ts";
import { type Html, html } from "./markup.ts";
import type { Look } from "./palette.ts";
import type { Words } from "./words.ts";

/** A party in a chart. */
export interface Drawn {
  readonly party: string;
  readonly seats: number;
  readonly look: Look;
}

interface Drawing {
  /** From left to right. */
  readonly parties: ReadonlyArray<Drawn>;
  readonly seats: number;
  readonly majority: number;
  readonly words: Words;
  /** What the ids begin with. */
  readonly id: string;
  readonly title: string;
  /** The whole in words. */
  readonly described: string;
}

/** From the middle to the outermost dots, and how far the drawing reaches to the side, up and down. */
const radius = 228;
const reach = { side: 330, up: 316, down: 18 };

/** How far from the middle the number of seats reaches, as the style sets it. */
const clear = 84;

/** A dot's radius as a share of the way to its neighbour; its hole, and half a square's side, as shares of the radius. */
const share = { dot: 0.42, hole: 0.4, square: 0.886, corner: 0.2 };

/** The seats of all parties as dots in a half circle, with the names that there is room for. */
export const drawing = ({ parties, seats, majority, words, id, title, described }: Drawing): Html => {
  const { places, spacing, inner } = hemicycle(seats, radius);
  let from = 0;
  const seated = parties.map((party) => {
    const dots = places.slice(from, from + party.seats);
    from += party.seats;
    return { party, dots };
  });
  const edge = radius + spacing * share.dot;
  const labels = placedLabels(
    seated.map(({ party, dots }) => ({
      name: party.party,
      seats: wholeText(party.seats, words.numerals),
      weight: party.seats,
      middle: middleOf(dots),
    })),
    { radius: edge + 8, side: reach.side, up: reach.up },
  );
  const box = [-reach.side, -reach.up, 2 * reach.side, reach.up + reach.down].join(" ");
  const whole = wholeText(seats, words.numerals);
  return html`<svg class="hemicycle" role="img" aria-labelledby="${id}-title ${id}-description" viewBox="${box}" width="100%"><title id="${id}-title">${title}</title><desc id="${id}-description">${described}</desc>
${seated.map(({ party, dots }) => dotsOf(party, dots, spacing))}${line((majority - 0.5) / seats, Math.max(inner - spacing, clear), edge + 6)}
<text class="whole" y="-32">${whole}</text><text class="unit" y="0">${words.unit(seats === 1)}</text>
${labels}</svg>`;
};

const dotsOf = ({ look }: Drawn, dots: ReadonlyArray<Place>, spacing: number): Html =>
  html`<g${look.attributes}>${dots.map((place) => dot(look, place, spacing * share.dot))}</g>
`;

/** A dot as wide as twice the radius, or a square that covers as much. */
export const dot = ({ shape }: Look, { x, y }: Place, radius: number): Html => {
  const circle = (kind: string, r: number) =>
    html`<circle class="${kind}" cx="${short(x)}" cy="${short(y)}" r="${short(r)}"/>`;
  if (shape === "disc") return circle("dot", radius);
  if (shape === "ring") return html`${circle("dot", radius)}${circle("hole", radius * share.hole)}`;
  const half = radius * share.square;
  return html`<rect class="dot" x="${short(x - half)}" y="${short(y - half)}" width="${short(2 * half)}" height="${short(2 * half)}" rx="${short(half * share.corner)}"/>`;
};

/** After that share of the seats, from the left, between two distances from the middle. */
const line = (after: number, inner: number, outer: number): Html => {
  const at = (distance: number): string =>
    `${short(-distance * Math.cos(Math.PI * after))} ${short(-distance * Math.sin(Math.PI * after))}`;
  return html`<path class="majority" d="M${at(inner)}L${at(outer)}"/>`;
};

const middleOf = (dots: ReadonlyArray<Place>): number => {
  const sum = (of: (place: Place) => number) => dots.reduce((all, place) => all + of(place), 0);
  return Math.atan2(-sum(({ y }) => y), -sum(({ x }) => x));
};
