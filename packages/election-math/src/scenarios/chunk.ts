import type { Seed } from "./random.ts";

/** What makes a sample that sample: with it, and the model, it is drawn again. */
export interface Source {
  /** How its numbers were made. */
  readonly generator: string;
  readonly seed: Seed;
  /** SHA-256, in hexadecimal, of the canonical JSON of the model. */
  readonly model: string;
  /** How many parties near the bar were to be told apart. */
  readonly strata: number;
}

/** Some draws of a sample. Its arrays are used again for the next chunk: copy what is to be kept. */
export interface Chunk {
  readonly source: Source;
  /** From 0; the same chunk of a sample is always the same, whoever draws it and when. */
  readonly index: number;
  readonly draws: number;
  /** In the order of the columns; with `OTHER` among them where the last election has it. */
  readonly parties: ReadonlyArray<string>;
  /** The parties near the bar that the sample is stratified over; each is a bit of a branch, the first the lowest. */
  readonly near: ReadonlyArray<string>;
  /** How many national shares fell in each branch; the draws are some of them. */
  readonly candidates: Float64Array;
  /** Which branch each draw is of. */
  readonly branches: Uint8Array;
  /** What each draw stands for; 1 together. Without strata all stand for the same. */
  readonly weights: Float64Array;
  /** The national shares drawn, draw by draw, in each by party. */
  readonly shares: Float64Array;
  /** The seats, draw by draw, in each by party. */
  readonly totals: Int16Array;
  /** Which parties are over the bar of the whole, draw by draw, each a bit, the first the lowest. */
  readonly over: Uint32Array;
  /** The draws in which lots were drawn, from a sequence of their own, where they may decide who has a seat. */
  readonly lots: number;
  /** The draws that cannot be counted, as nobody may take the seats of a constituency; they have no seats. */
  readonly uncounted: number;
}
