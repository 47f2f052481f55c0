import { Allocator } from "../allocator/allocator.ts";
import { electionRules } from "../seats/election/rules.ts";
import { OTHER } from "../seats/threshold.ts";
import type { Chunk, Source } from "./chunk.ts";
import { countedWithLots } from "./lots.ts";
import type { CheckedModel } from "./model.ts";
import { National } from "./national.ts";
import { PartySeats } from "./party-seats.ts";
import { Projection } from "./projection.ts";
import { forkOf, type Random } from "./random.ts";
import { allotted, branchOf, candidatesPerDraw, nearBar } from "./strata.ts";

/** A chunk has so many draws, but for the last. */
export const chunkDraws = 1000;

/** Draws the chunks of a sample into the same arrays again and again. */
export class Sampler {
  readonly #model: CheckedModel;
  readonly #source: Source;
  readonly #national: National;
  readonly #projection: Projection;
  readonly #allocator: Allocator;
  readonly #partySeats: PartySeats;
  readonly #isParty: ReadonlyArray<boolean>;
  readonly #bar: { readonly n: number; readonly d: number };
  readonly #near: ReadonlyArray<number>;
  readonly #votes: Float64Array;
  /** The national shares of all candidates, the branch of each, and how many there are in each branch. */
  readonly #shares: Float64Array;
  readonly #branches: Uint8Array;
  readonly #candidates: Float64Array;
  readonly #drawn: Pick<Chunk, "branches" | "weights" | "shares" | "totals" | "over">;

  constructor(model: CheckedModel, source: Source) {
    const { rules, constituencies, parties } = model.field;
    this.#model = model;
    this.#source = source;
    this.#national = new National(model);
    this.#projection = new Projection(model.base, parties.length, model.noise);
    this.#allocator = new Allocator(model.field);
    this.#partySeats = new PartySeats(model.field);
    this.#isParty = parties.map((party) => party !== OTHER);
    const { n, d } = electionRules[rules].threshold(constituencies.length > 1);
    this.#bar = { n: Number(n), d: Number(d) };
    const random = forkOf(source.seed, "near");
    this.#near = nearBar(this.#national, random, Number(n) / Number(d), this.#isParty, source.strata);
    this.#votes = new Float64Array(model.base.length);
    const most = chunkDraws * (this.#near.length === 0 ? 1 : candidatesPerDraw);
    this.#shares = new Float64Array(most * parties.length);
    this.#branches = new Uint8Array(most);
    this.#candidates = new Float64Array(1 << this.#near.length);
    this.#drawn = {
      branches: new Uint8Array(chunkDraws),
      weights: new Float64Array(chunkDraws),
      shares: new Float64Array(chunkDraws * parties.length),
      totals: new Int16Array(chunkDraws * parties.length),
      over: new Uint32Array(chunkDraws),
    };
  }

  /** The chunk of that index, of at most `chunkDraws` draws. */
  chunk(index: number, draws: number): Chunk {
    const { parties } = this.#model.field;
    const count = parties.length;
    const random = forkOf(this.#source.seed, "chunk", index);
    const all = this.#look(random, draws);
    const given = allotted(this.#candidates, draws);
    const left = given.slice();
    const { branches, weights, shares, totals, over } = this.#drawn;
    let [lots, uncounted] = [0, 0];
    for (let candidate = 0, draw = 0; draw < draws; candidate++) {
      const branch = this.#branches[candidate] as number;
      if (left[branch] === 0) continue;
      left[branch] = (left[branch] as number) - 1;
      this.#projection.project(this.#shares, candidate * count, random, this.#votes);
      const ended = this.#count(index, draw);
      over[draw] = this.#partySeats.over;
      if (ended === "lot") lots++;
      if (ended === "uncounted") uncounted++;
      for (let p = 0; p < count; p++)
        shares[draw * count + p] = this.#shares[candidate * count + p] as number;
      branches[draw] = branch;
      weights[draw] = (this.#candidates[branch] as number) / all / (given[branch] as number);
      draw++;
    }
    return {
      source: this.#source,
      index,
      draws,
      parties,
      near: this.#near.map((p) => parties[p] ?? ""),
      candidates: this.#candidates,
      branches: branches.subarray(0, draws),
      weights: weights.subarray(0, draws),
      shares: shares.subarray(0, draws * count),
      totals: totals.subarray(0, draws * count),
      over: over.subarray(0, draws),
      lots,
      uncounted,
    };
  }

  /** Draws the candidates and sorts them into branches; tells how many there are. */
  #look(random: Random, draws: number): number {
    const isWide = draws >= candidatesPerDraw * this.#candidates.length;
    const all = this.#near.length > 0 && isWide ? draws * candidatesPerDraw : draws;
    const count = this.#isParty.length;
    const bar = this.#bar.n / this.#bar.d;
    this.#candidates.fill(0);
    for (let candidate = 0; candidate < all; candidate++) {
      this.#national.draw(random, this.#shares, candidate * count);
      const branch = branchOf(this.#shares, candidate * count, this.#near, bar);
      this.#branches[candidate] = branch;
      this.#candidates[branch] = (this.#candidates[branch] as number) + 1;
    }
    return all;
  }

  /** Counts the election whose votes were drawn last. */
  #count(index: number, draw: number): "plain" | "lot" | "uncounted" {
    const { field } = this.#model;
    const { totals } = this.#drawn;
    const at = draw * field.parties.length;
    if (this.#partySeats.settle(this.#votes)) {
      totals.set(this.#partySeats.totals, at);
      return "plain";
    }
    if (this.#allocator.allocate(this.#votes)) {
      totals.set(this.#allocator.totals, at);
      return "plain";
    }
    const counted = countedWithLots(field, this.#votes, forkOf(this.#source.seed, "lot", index, draw));
    field.parties.forEach((party, p) => {
      totals[at + p] = counted?.totals.get(party) ?? 0;
    });
    return counted === undefined ? "uncounted" : counted.lots > 0 ? "lot" : "plain";
  }
}
