/** Chunks made by hand, so that what is covered can be told by hand. */
import type { Chunk } from "./chunk.ts";
import type { Preparation } from "./preparation.ts";

/** A draw: the seats of A, B and C, the parties over the bar as bits, and the branch. */
export type Draw = readonly [a: number, b: number, c: number, over?: number, branch?: number];

export const chunkOf = (
  draws: ReadonlyArray<Draw>,
  {
    index = 0,
    candidates = [draws.length],
    ...more
  }: Partial<Omit<Chunk, "candidates">> & { readonly candidates?: ReadonlyArray<number> } = {},
): Chunk => ({
  source: { generator: "by hand", seed: 1, model: "none", strata: candidates.length - 1 },
  index,
  draws: draws.length,
  parties: ["A", "B", "C", "OTHER"],
  near: candidates.length > 1 ? ["C"] : [],
  candidates: Float64Array.from(candidates),
  branches: Uint8Array.from(draws, ([, , , , branch = 0]) => branch),
  weights: new Float64Array(draws.length).fill(1 / draws.length),
  shares: new Float64Array(draws.length * 4),
  totals: Int16Array.from(draws.flatMap(([a, b, c]) => [a, b, c, 0])),
  over: Uint32Array.from(draws, ([, , , over = 0b111]) => over),
  lots: 0,
  uncounted: 0,
  ...more,
});

export const preparation: Preparation = {
  distinctions: {
    blocs: [
      { id: "ab", parties: ["A", "B"] },
      { id: "bc", parties: ["B", "C"] },
    ],
    own: { party: "C", bands: [1, 10] },
  },
  responses: [
    { id: "A alone", when: { party: "A", atLeast: 51 } },
    { id: "with C", when: { all: [{ bloc: "bc", reaches: "majority" }, { own: { atLeast: 10 } }] } },
    { id: "B great", when: { party: "B", atLeast: 60 } },
    { id: "C gone", when: { not: { over: ["C"] } } },
  ],
};

export const draws: ReadonlyArray<Draw> = [
  [60, 30, 10], // A alone
  [60, 20, 20], // A alone
  [30, 50, 20], // with C
  [20, 65, 15], // with C, B great
  [45, 46, 9], // nothing: A and B, A and C, B and C have majorities
  [46, 45, 9], // nothing, the same key
  [49, 51, 0], // nothing: B alone
  [45, 47, 8], // nothing, the first key again
];
