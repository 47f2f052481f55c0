import { canonicalJson } from "../exact/canonical.ts";
import { sha256 } from "../exact/sha256.ts";
import { Checks } from "../input.ts";
import type { Chunk, Source } from "./chunk.ts";
import { type CheckedModel, type Model, readModel } from "./model.ts";
import { generator, type Seed } from "./random.ts";
import { readWithin } from "./reading.ts";
import { chunkDraws, Sampler } from "./sampler.ts";
import { mostNear } from "./strata.ts";

/** A sample to be drawn. */
export interface Sampling {
  readonly model: Model;
  readonly draws: number;
  readonly seed: Seed;
  /**
   * How many parties, those nearest the bar, the sample is stratified over, 0 to 5; 4 where it is left out. With 0 the
   * sample is plain: every draw stands for the same.
   */
  readonly strata?: number | undefined;
  /** The chunks to be drawn here, from one up to another that is not; all where it is left out. For workers. */
  readonly chunks?: { readonly from: number; readonly to: number } | undefined;
}

const readSeed = (seed: unknown, checks: Checks): Seed => {
  if (typeof seed === "string") return seed;
  if (typeof seed === "number" && Number.isSafeInteger(seed)) return seed;
  checks.problem("seed", "neither a text nor a whole number");
  return "";
};

/**
 * Draws elections, chunk by chunk, in the same arrays: memory does not grow with the number of draws. The same model, seed
 * and strata give the same chunks, however many workers share them. Throws `InvalidInput` at once.
 */
export const sample = (given: Sampling): IterableIterator<Chunk> => {
  const checks = new Checks();
  const { model, draws, seed, strata = 4, chunks } = checks.object(given, "input");
  const checked = readWithin(model, "model", checks, readModel);
  const count = Math.ceil(checks.whole(draws, "draws", 1) / chunkDraws);
  const near = checks.whole(strata, "strata", 0);
  if (near > mostNear) checks.problem("strata", `above ${mostNear}`);
  const { from, to } = chunks === undefined ? { from: 0, to: count } : readChunks(chunks, count, checks);
  const start = readSeed(seed, checks);
  checks.done();
  const source: Source = { generator, seed: start, model: sha256(canonicalJson(model)), strata: near };
  // without a problem the model was read
  return drawing(new Sampler(checked as CheckedModel, source), given.draws, from, to);
};

function* drawing(
  sampler: Sampler,
  draws: number,
  from: number,
  to: number,
): Generator<Chunk, void, undefined> {
  for (let index = from; index < to; index++)
    yield sampler.chunk(index, Math.min(chunkDraws, draws - index * chunkDraws));
}

const readChunks = (
  value: unknown,
  count: number,
  checks: Checks,
): { readonly from: number; readonly to: number } => {
  const { from, to } = checks.object(value, "chunks");
  const read = { from: checks.whole(from, "chunks.from", 0), to: checks.whole(to, "chunks.to", 0) };
  if (read.to < read.from) checks.problem("chunks.to", "before chunks.from");
  if (read.to > count) checks.problem("chunks.to", "beyond the last chunk");
  return read;
};
