import { describe, expect, it } from "vitest";
import { read, region } from "./model.fixture.ts";
import { Projection } from "./projection.ts";
import { forkOf } from "./random.ts";

const { base, field } = read(region);
const parties = field.parties.length;
const rows = [10000, 16000, 6350];
const all = 32350;

const wholeOf = (votes: Float64Array, party: number): number =>
  votes.reduce((sum, own, cell) => (cell % parties === party ? sum + own : sum), 0);
const rowOf = (votes: Float64Array, row: number): number =>
  votes.reduce((sum, own, cell) => (Math.floor(cell / parties) === row ? sum + own : sum), 0);

const projected = (shares: ReadonlyArray<number>, noise: number, seed = 0): Float64Array => {
  const votes = new Float64Array(base.length);
  // the shares begin after two that are another draw's
  new Projection(base, parties, noise).project(Float64Array.of(0.9, 0.1, ...shares), 2, forkOf(seed), votes);
  return votes;
};

const last = Array.from({ length: parties }, (_, party) => wholeOf(base, party) / all);
const next = [0.4, 0.5, 0.04, 0.02, 0.03, 0.01];

describe("a projection", () => {
  it("gives the last election back for its own shares", () => {
    expect(projected(last, 0)).toEqual(base);
  });

  it("makes whole votes; the shares of the whole hold, and the votes of each constituency", () => {
    for (const noise of [0, 0.05, 0.4]) {
      const votes = projected(next, noise);
      expect(votes.every((own) => Number.isInteger(own) && own >= 0)).toBe(true);
      next.forEach((share, party) => {
        expect(Math.abs(wholeOf(votes, party) - share * all)).toBeLessThanOrEqual(1.5);
      });
      rows.forEach((row, at) => {
        expect(Math.abs(rowOf(votes, at) / row - 1)).toBeLessThan(noise > 0.1 ? 0.02 : 0.002);
      });
    }
  });

  it("swings every constituency alike: the odds of two parties move by one factor everywhere", () => {
    const votes = projected(next, 0);
    const odds = (of: Float64Array, row: number) => (of[row * parties] ?? 0) / (of[row * parties + 1] ?? 0);
    const moved = rows.map((_, row) => odds(votes, row) / odds(base, row));
    for (const one of moved) expect(one / (moved[0] ?? 0)).toBeCloseTo(1, 2);
    expect(moved[0]).toBeLessThan(0.8);
  });

  it("leaves a party without votes where it had none, and all of them where it has them all", () => {
    const votes = projected(next, 0.3);
    const e = field.parties.indexOf("E");
    expect([votes[e], votes[parties + e]]).toEqual([0, 0]);
    expect(Math.abs((votes[2 * parties + e] ?? 0) - 0.03 * all)).toBeLessThanOrEqual(1);
  });

  it("moves each constituency by noise of its own, some constituencyNoise of a share", () => {
    const west = 2 * parties;
    const c = field.parties.indexOf("C");
    const without = projected(next, 0)[west + c] ?? 0;
    const logs = Array.from({ length: 400 }, (_, seed) =>
      Math.log((projected(next, 0.1, seed)[west + c] ?? 0) / without),
    );
    const mean = logs.reduce((sum, one) => sum + one, 0) / logs.length;
    const deviation = Math.sqrt(logs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / logs.length);
    // the fit takes back what moves the whole
    expect(deviation).toBeGreaterThan(0.06);
    expect(deviation).toBeLessThan(0.13);
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(projected(next, 0.1, 1)).not.toEqual(projected(next, 0.1, 2));
    expect(projected(next, 0.1, 1)).toEqual(projected(next, 0.1, 1));
  });

  it("multiplies by exp of the noise, however great", () => {
    // one party alone beside another: its noise is the log of their odds, less the other's
    const one = Float64Array.of(1e6, 1e6, 1e9, 1e9);
    for (const noise of [0.02, 0.24, 2]) {
      const logs = Array.from({ length: 300 }, (_, seed) => {
        const votes = new Float64Array(4);
        new Projection(one, 2, noise).project(Float64Array.of(0.5, 0.5), 0, forkOf(seed), votes);
        const random = forkOf(seed);
        const [a, b, c, d] = [random.normal(), random.normal(), random.normal(), random.normal()];
        const odds = ((votes[0] ?? 0) * (votes[3] ?? 0)) / ((votes[1] ?? 0) * (votes[2] ?? 0));
        return Math.abs(Math.log(odds) - noise * (a - b - c + d));
      });
      expect(Math.max(...logs)).toBeLessThan(noise < 1 ? 1e-5 : 0.05);
    }
  });

  it("has no votes for whom the shares leave out, and none in a constituency that only they had", () => {
    const votes = new Float64Array(4);
    new Projection(Float64Array.of(100, 0, 50, 50), 2, 0).project(Float64Array.of(0, 1), 0, forkOf(0), votes);
    expect([...votes.slice(0, 3)]).toEqual([0, 0, 0]);
    expect(votes[3]).toBe(200);
    new Projection(Float64Array.of(100, 0, 50, 0), 2, 0.1).project(
      Float64Array.of(0.5, 0.5),
      0,
      forkOf(0),
      votes,
    );
    expect(votes.every((own) => own >= 0)).toBe(true);
    expect([votes[1], votes[3]]).toEqual([0, 0]);
  });
});
