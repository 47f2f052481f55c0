/** Names beside the half circle: the largest parties first, and none that would lie over another. */
import { short } from "./length.ts";
import { type Html, html } from "./markup.ts";

interface Label {
  readonly name: string;
  readonly seats: string;
  /** Whose label comes first. */
  readonly weight: number;
  /** The angle of the middle, from the left end. */
  readonly middle: number;
}

interface Room {
  /** From the middle of the half circle to where labels begin. */
  readonly radius: number;
  /** How far labels may reach. */
  readonly side: number;
  readonly up: number;
}

/** The letters' size on a narrow page and on a wide one, as the style sets them. */
export const letterSizes = { narrow: 28, wide: 15 } as const;

/** A letter's width and two lines' height, in letter sizes. */
const letter = 0.68;
const lines = 2.3;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Each label that has room; one that has it on a wide page alone is hidden on a narrow one. */
export const placedLabels = (labels: ReadonlyArray<Label>, room: Room): Html => {
  const narrow = fitting(labels, room, letterSizes.narrow);
  const wide = fitting(labels, room, letterSizes.wide);
  const shown = labels.filter((label) => narrow.has(label) || wide.has(label));
  return html`${shown.map((label) => drawn(label, room.radius, narrow.has(label)))}`;
};

const fitting = (labels: ReadonlyArray<Label>, room: Room, size: number): ReadonlySet<Label> => {
  const fits = new Set<Label>();
  const taken: Array<Box> = [];
  for (const label of [...labels].sort((a, b) => b.weight - a.weight)) {
    const box = boxOf(label, room.radius, size);
    const isInside = box.left >= -room.side && box.right <= room.side && box.top >= -room.up;
    if (!isInside || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    fits.add(label);
  }
  return fits;
};

type Anchor = "start" | "middle" | "end";

const anchorOf = (middle: number): Anchor => {
  const toTheLeft = Math.cos(middle);
  return toTheLeft > 0.3 ? "end" : toTheLeft < -0.3 ? "start" : "middle";
};

/** How far a label's middle stands above its place, in letter sizes; at the ends so far that none reaches below the drawing. */
const lift = (middle: number): number => (Math.max(Math.sin(middle), 0.45) * lines) / 2;

const boxOf = ({ name, seats, middle }: Label, radius: number, size: number): Box => {
  const [x, y] = [-radius * Math.cos(middle), -radius * Math.sin(middle)];
  const width = letter * size * Math.max([...name].length, seats.length);
  const before = { start: 0, middle: 0.5, end: 1 }[anchorOf(middle)];
  const centre = y - lift(middle) * size;
  return {
    left: x - before * width,
    right: x + (1 - before) * width,
    top: centre - (lines * size) / 2,
    bottom: centre + (lines * size) / 2,
  };
};

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** In letter sizes, so that it stands right at either size. */
const drawn = ({ name, seats, middle }: Label, radius: number, isAlways: boolean): Html => {
  const x = short(-radius * Math.cos(middle));
  const y = short(-radius * Math.sin(middle));
  const rise = (-0.25 - lift(middle)).toFixed(2);
  return html`<text class="label${!isAlways && " roomy"}" x="${x}" y="${y}" text-anchor="${anchorOf(middle)}"><tspan class="name" dy="${rise}em">${name}</tspan><tspan x="${x}" dy="1.15em">${seats}</tspan></text>`;
};
