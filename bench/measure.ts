/** Timing: every contender in turn, several rounds, so that a slow moment of the machine hits all of them. */

/** Does one piece of work; the number is never the same twice. */
export type Work = (number: number) => Promise<unknown>;

export interface Figures {
  /** Milliseconds, the median of all pieces. */
  readonly p50: number;
  /** Pieces a second, the median of the rounds. */
  readonly rate: number;
}

export const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

let next = 0;

const round = async (work: Work, callers: number, pieces: number) => {
  const taken: Array<number> = [];
  let left = pieces;
  const caller = async () => {
    while (left-- > 0) {
      const begun = performance.now();
      await work(next++);
      taken.push(performance.now() - begun);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: callers }, caller));
  return { taken, rate: (pieces / (performance.now() - begun)) * 1000 };
};

/** Runs every contender `rounds` times in turn, after a round that does not count. */
export const compare = async <Names extends string>(
  contenders: { readonly [N in Names]: Work },
  {
    callers,
    pieces,
    rounds = 5,
  }: { readonly callers: number; readonly pieces: number; readonly rounds?: number },
): Promise<{ readonly [N in Names]: Figures }> => {
  const results = Object.entries<Work>(contenders).map(([name, work]) => ({
    name,
    work,
    taken: [] as Array<number>,
    rates: [] as Array<number>,
  }));
  for (let count = 0; count <= rounds; count++)
    for (const { work, taken, rates } of results) {
      const measured = await round(work, callers, pieces);
      if (count === 0) continue;
      taken.push(...measured.taken);
      rates.push(measured.rate);
    }
  // One figure a contender, under its own name.
  return Object.fromEntries(
    results.map(({ name, taken, rates }) => [name, { p50: median(taken), rate: median(rates) }]),
  ) as { readonly [N in Names]: Figures };
};

/** A line of the table: what was measured, the figure, what was aimed at. */
export interface Line {
  readonly what: string;
  readonly figure: string;
  readonly ratio?: number;
  readonly target?: { readonly atLeast?: number; readonly atMost?: number };
}

export const printed = ({ what, figure, ratio, target }: Line): string => {
  const { atLeast, atMost } = target ?? {};
  const aim = atLeast !== undefined ? `≥ ${atLeast}` : atMost !== undefined ? `≤ ${atMost}` : "";
  const isMet = ratio === undefined || (ratio >= (atLeast ?? -Infinity) && ratio <= (atMost ?? Infinity));
  return [
    what.padEnd(64),
    figure.padEnd(34),
    (ratio === undefined ? "" : ratio.toFixed(2)).padStart(8),
    aim.padStart(9),
    aim === "" ? "" : isMet ? "  met" : "  MISSED",
  ].join(" ");
};
