/** Where the dots of a half circle stand, as large as there is room for. */

/** A place in a half circle around (0, 0) that is open downwards, `y` growing downwards as on a screen. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Hemicycle {
  /** From the left end to the right, so that whoever has a share of them in a row sits together. */
  readonly places: ReadonlyArray<Place>;
  /** From the middle of a dot to that of its neighbour. */
  readonly spacing: number;
  /** From (0, 0) to the middle of the innermost dots. */
  readonly inner: number;
}

/** The innermost row there may be, as a share of the outermost. */
const hollow = 0.4;

/** So many places within a radius, which the middle of the outermost dots lies on. */
export const hemicycle = (count: number, radius: number): Hemicycle => {
  const spacing = widest(count, radius);
  const radii = rowsFor(count, radius, spacing);
  const seats = shared(count, radii);
  const places = radii
    .flatMap((row, at) => {
      const own = seats[at] ?? 0;
      return Array.from({ length: own }, (_, seat) => ({
        row,
        angle: own === 1 ? Math.PI / 2 : Math.PI * (seat / (own - 1)),
      }));
    })
    .sort((a, b) => a.angle - b.angle || b.row - a.row);
  return {
    places: places.map(({ row, angle }) => ({ x: -row * Math.cos(angle), y: -row * Math.sin(angle) })),
    spacing,
    inner: radii.at(-1) ?? radius,
  };
};

const room = (radius: number, spacing: number): number => Math.floor((Math.PI * radius) / spacing) + 1;

/** Rows from the outermost inwards, as many as it takes. */
const rowsFor = (count: number, radius: number, spacing: number): ReadonlyArray<number> => {
  const radii: Array<number> = [];
  let left = count;
  for (let row = radius; left > 0 && row >= radius * hollow; row -= spacing) {
    radii.push(row);
    left -= room(row, spacing);
  }
  return radii;
};

const holds = (count: number, radius: number, spacing: number): boolean =>
  rowsFor(count, radius, spacing).reduce((sum, row) => sum + room(row, spacing), 0) >= count;

/** The widest spacing at which so many find room; never so wide that a few dots would fill the half circle. */
const widest = (count: number, radius: number): number => {
  let above = radius / 6;
  if (holds(count, radius, above)) return above;
  // at which the outermost row alone holds them
  let below = radius / count;
  for (let round = 0; round < 40; round++) {
    const middle = (above + below) / 2;
    if (holds(count, radius, middle)) below = middle;
    else above = middle;
  }
  return below;
};

/** Shares the places out over rows by their lengths, the largest remainders first. */
const shared = (count: number, radii: ReadonlyArray<number>): ReadonlyArray<number> => {
  const length = radii.reduce((sum, row) => sum + row, 0);
  const exact = radii.map((row) => (count * row) / length);
  const seats = exact.map(Math.floor);
  const left = count - seats.reduce((sum, own) => sum + own, 0);
  const byRemainder = [...exact.keys()].sort((a, b) => remainder(exact[b]) - remainder(exact[a]) || a - b);
  for (const row of byRemainder.slice(0, left)) seats[row] = (seats[row] ?? 0) + 1;
  return seats;
};

const remainder = (exact = 0): number => exact - Math.floor(exact);
