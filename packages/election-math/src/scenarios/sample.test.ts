import { describe, expect, it } from "vitest";
import { canonicalJson } from "../exact/canonical.ts";
import { sha256 } from "../exact/sha256.ts";
import { swedishElection } from "../seats/index.ts";
import type { Chunk } from "./chunk.ts";
import { countedWithLots } from "./lots.ts";
import { read, region } from "./model.fixture.ts";
import type { Model } from "./model.ts";
import { National } from "./national.ts";
import { Projection } from "./projection.ts";
import { forkOf } from "./random.ts";
import { type Sampling, sample } from "./sample.ts";
import { Sampler } from "./sampler.ts";

/** A chunk that is kept. */
const kept = (chunk: Chunk): Chunk => structuredClone(chunk);

const drawn = (more: Partial<Sampling> = {}): ReadonlyArray<Chunk> => [
  ...mapped(sample({ model: region, draws: 2500, seed: "s", ...more })),
];

function* mapped(chunks: Iterable<Chunk>): Generator<Chunk> {
  for (const chunk of chunks) yield kept(chunk);
}

const sum = (numbers: Iterable<number>): number => {
  let all = 0;
  for (const one of numbers) all += one;
  return all;
};

describe("a sample", () => {
  it("comes in chunks of a thousand, the last with what is left, and says what it is", () => {
    const chunks = drawn();
    expect(chunks.map(({ index, draws }) => [index, draws])).toEqual([
      [0, 1000],
      [1, 1000],
      [2, 500],
    ]);
    expect(chunks[2]?.source).toEqual({
      generator: "xoshiro128** seeded by SHA-256",
      seed: "s",
      model: sha256(canonicalJson(region)),
      strata: 4,
    });
    for (const { draws, parties, branches, weights, shares, totals, over } of chunks) {
      expect(parties).toEqual(["A", "B", "C", "D", "E", "OTHER"]);
      expect([branches.length, weights.length, over.length]).toEqual([draws, draws, draws]);
      expect([shares.length, totals.length]).toEqual([draws * 6, draws * 6]);
    }
  });

  it("is the same for the same seed, and another for another", () => {
    expect(drawn()).toEqual(drawn());
    expect(drawn({ seed: "t" })[0]?.shares).not.toEqual(drawn()[0]?.shares);
    expect(drawn({ seed: 1 })[0]?.shares).not.toEqual(drawn({ seed: "1" })[0]?.shares);
  });

  it("is the same whoever draws which chunk", () => {
    const whole = drawn();
    expect(drawn({ chunks: { from: 2, to: 3 } })).toEqual(whole.slice(2));
    expect([...drawn({ chunks: { from: 0, to: 1 } }), ...drawn({ chunks: { from: 1, to: 3 } })]).toEqual(
      whole,
    );
    expect(drawn({ chunks: { from: 1, to: 1 } })).toEqual([]);
    // a longer sample begins like a shorter
    expect(drawn({ draws: 3000 }).slice(0, 2)).toEqual(whole.slice(0, 2));
  });

  it("draws into the same arrays again", () => {
    const arrays = new Set<ArrayBufferLike>();
    for (const { totals } of sample({ model: region, draws: 3000, seed: 0 })) arrays.add(totals.buffer);
    expect(arrays.size).toBe(1);
  });

  it("has the seats that the count comes to for the votes of each draw, one after another", () => {
    for (const error of [region.error, { law: "dirichlet", concentration: 900 } as const]) {
      const [chunk] = drawn({ model: { ...region, error }, draws: 400, strata: 0 });
      if (chunk === undefined) throw new Error("no chunk");
      const model = read({ ...region, error });
      const random = forkOf("s", "chunk", 0);
      const national = new National(model);
      const projection = new Projection(model.base, 6, 0.05);
      const shares = new Float64Array(400 * 6);
      for (let draw = 0; draw < 400; draw++) national.draw(random, shares, draw * 6);
      expect(chunk.shares).toEqual(shares);
      const votes = new Float64Array(model.base.length);
      let lots = 0;
      for (let draw = 0; draw < 400; draw++) {
        projection.project(shares, draw * 6, random, votes);
        const counted = countedWithLots(model.field, votes, forkOf("s", "lot", 0, draw));
        if (counted?.lots) lots++;
        expect([...chunk.totals.subarray(draw * 6, draw * 6 + 6)]).toEqual(
          model.field.parties.map((party) => counted?.totals.get(party) ?? 0),
        );
      }
      expect(chunk.lots).toBeLessThanOrEqual(lots);
      expect(chunk.uncounted).toBe(0);
    }
  });

  it("is stratified over the parties near the bar; each draw is of the branch its shares tell", () => {
    for (const { near, shares, branches, draws, over } of drawn()) {
      expect(near).toEqual(["C", "D", "E"]);
      for (let draw = 0; draw < draws; draw++) {
        const bits = [2, 3, 4].map((p, bit) => ((shares[draw * 6 + p] ?? 0) >= 0.03 ? 1 << bit : 0));
        expect(branches[draw]).toBe(sum(bits));
        // whole votes may move only who is at the bar
        const isAtBar = [2, 3, 4].some((p) => Math.abs((shares[draw * 6 + p] ?? 0) - 0.03) < 1e-4);
        if (!isAtBar) expect(over[draw]).toBe(0b11 + (sum(bits) << 2));
      }
    }
  });

  it("weighs a draw by what its branch has of all candidates", () => {
    for (const { candidates, branches, weights, draws } of drawn()) {
      // too few draws for every branch: all candidates are drawn
      expect(sum(candidates)).toBe(draws * 8);
      expect(candidates).toHaveLength(8);
      expect(sum(weights)).toBeCloseTo(1, 12);
      const drawnOf = [...candidates.keys()].map((branch) => branches.filter((one) => one === branch).length);
      weights.forEach((weight, draw) => {
        const branch = branches[draw] ?? 0;
        expect(weight).toBeCloseTo((candidates[branch] ?? 0) / (draws * 8) / (drawnOf[branch] ?? 0), 15);
      });
      // what is rare is drawn more often than it comes up
      const rarest = [...candidates.keys()].sort((a, b) => (candidates[a] ?? 0) - (candidates[b] ?? 0));
      const [first = 0] = rarest.filter((branch) => (candidates[branch] ?? 0) > 0);
      expect((drawnOf[first] ?? 0) / draws).toBeGreaterThan((candidates[first] ?? 0) / (draws * 8));
    }
  });

  it("takes every candidate where there are too few draws for the branches", () => {
    const [{ candidates, weights } = drawn()[0] as Chunk] = drawn({ draws: 63 });
    expect(sum(candidates)).toBe(63);
    for (const weight of weights) expect(weight).toBeCloseTo(1 / 63, 15);
    const [wide] = drawn({ draws: 64 });
    expect(sum(wide?.candidates ?? [])).toBe(512);
  });

  it("is plain without strata", () => {
    const [chunk] = drawn({ strata: 0 });
    expect(chunk?.near).toEqual([]);
    expect([...(chunk?.candidates ?? [])]).toEqual([1000]);
    expect(new Set(chunk?.branches)).toEqual(new Set([0]));
    expect(new Set(chunk?.weights)).toEqual(new Set([0.001]));
  });

  it("estimates the same stratified and plain", () => {
    const overBoth = (strata: number) => {
      let [mass, squares] = [0, 0];
      for (const { weights, totals, draws } of sample({ model: region, draws: 20_000, seed: "u", strata }))
        for (let draw = 0; draw < draws; draw++) {
          // E has seats, and A as many as B or more: some 2 of 10 draws
          const at = draw * 6;
          const isSo = (totals[at + 4] ?? 0) > 0 && (totals[at] ?? 0) < (totals[at + 1] ?? 0) - 2;
          if (isSo) mass += (weights[draw] ?? 0) / 20;
          squares += ((weights[draw] ?? 0) / 20) ** 2;
        }
      return { mass, effective: 1 / squares };
    };
    const [plain, stratified] = [overBoth(0), overBoth(4)];
    expect(plain.effective).toBeCloseTo(20_000, 3);
    expect(stratified.effective).toBeGreaterThan(10_000);
    const { mass } = plain;
    expect(mass).toBeGreaterThan(0.02);
    const deviation = Math.sqrt(mass * (1 - mass) * (1 / plain.effective + 1 / stratified.effective));
    expect(Math.abs(mass - stratified.mass)).toBeLessThan(3 * deviation);
  });

  it("has no bias from strata in samples however small: the mean of many is that of one great sample", () => {
    const source = { generator: "xoshiro128**", seed: "small", model: "", strata: 4 };
    const massOf = ({ weights, over, draws }: Chunk): number => {
      let mass = 0;
      for (let draw = 0; draw < draws; draw++) if (over[draw] === 0b01111) mass += weights[draw] ?? 0;
      return mass;
    };
    const stratified = new Sampler(read(region), source);
    const small = Array.from({ length: 400 }, (_, index) => massOf(stratified.chunk(index, 70)));
    const mean = sum(small) / small.length;
    const spread = Math.sqrt(sum(small.map((one) => (one - mean) ** 2)) / small.length);
    const plain = new Sampler(read(region), { ...source, seed: "great", strata: 0 });
    const great = Array.from({ length: 30 }, (_, index) => massOf(plain.chunk(index, 1000)));
    expect(mean).toBeGreaterThan(0.05);
    expect(Math.abs(mean - sum(great) / 30)).toBeLessThan((3 * spread) / Math.sqrt(small.length) + 0.003);
  });

  it("draws lots where equal numbers decide who has a seat, and counts the draws", () => {
    const model: Model = {
      election: {
        rules: "se.municipality@2018",
        totalSeats: 3,
        constituencies: [{ id: "1", fixedSeats: 3, votes: { A: 10, B: 10 } }],
      },
      polls: [{ shares: { A: 0.5, B: 0.5 } }],
      error: { scale: 0 },
    };
    const [chunk] = drawn({ model, draws: 1000 });
    expect(chunk?.lots).toBe(1000);
    const twice = [...Array(1000).keys()].filter((draw) => chunk?.totals[draw * 2] === 2).length;
    expect(twice).toBeGreaterThan(440);
    expect(twice).toBeLessThan(560);
    expect(drawn({ model: { ...model, error: { scale: 1 } }, draws: 100 })[0]?.lots).toBeLessThan(50);
  });

  it("counts the draws in which nobody may take the seats, and leaves them without", () => {
    const model: Model = {
      election: {
        rules: "se.region@2018",
        totalSeats: 4,
        constituencies: [
          { id: "1", fixedSeats: 2, votes: { A: 100 } },
          { id: "2", fixedSeats: 2, votes: { B: 5 } },
        ],
      },
      polls: [{ shares: { A: 0.97, B: 0.03 } }],
      error: { scale: 0.3 },
    };
    const [chunk] = drawn({ model, draws: 300 });
    const without = [...Array(300).keys()].filter((draw) => chunk?.totals[draw * 2] === 0);
    expect(chunk?.uncounted).toBe(without.length);
    expect(without.length).toBeGreaterThan(50);
    expect(without.length).toBeLessThan(250);
  });

  it("begins from an election that can be counted", () => {
    expect(swedishElection(region.election).status).toBe("done");
  });
});
