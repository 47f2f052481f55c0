import { describe, expect, it } from "vitest";
import type { Law } from "./law.ts";
import { read, region } from "./model.fixture.ts";
import type { Model } from "./model.ts";
import { National } from "./national.ts";
import { forkOf } from "./random.ts";

const draws = 25_000;

/** The shares drawn, a list for each party by id. */
const drawn = (model: Model): Readonly<Record<string, ReadonlyArray<number>>> => {
  const checked = read(model);
  const { parties } = checked.field;
  const national = new National(checked);
  const random = forkOf("national");
  const shares = new Float64Array(parties.length * draws);
  for (let draw = 0; draw < draws; draw++) national.draw(random, shares, draw * parties.length);
  return Object.fromEntries(
    parties.map((party, p) => [party, [...shares].filter((_, at) => at % parties.length === p)]),
  );
};

const mean = (numbers: ReadonlyArray<number>): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const covariance = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): number => {
  const [ofA, ofB] = [mean(a), mean(b)];
  return mean(a.map((one, at) => (one - ofA) * ((b[at] ?? 0) - ofB)));
};

const model = (error: Law, size?: number): Model => ({
  ...region,
  polls: [{ shares: { A: 0.5, B: 0.3, C: 0.15, D: 0.04, E: 0.01, OTHER: 0 }, size }],
  error,
});

/** The logarithm of each party's share over E's. */
const logs = (shares: Readonly<Record<string, ReadonlyArray<number>>>, party: string) =>
  (shares[party] ?? []).map((share, at) => Math.log(share / (shares.E?.[at] ?? 0)));

describe("the national shares", () => {
  it("are those of the polls where nothing errs, and 1 together in any case", () => {
    const { A = [], OTHER = [], ...others } = drawn(model({ scale: 0 }));
    expect(A.every((share) => Math.abs(share - 0.5) < 1e-12)).toBe(true);
    expect(OTHER.every((share) => share === 0)).toBe(true);
    expect(others.E?.[0]).toBeCloseTo(0.01, 12);
    const noisy = drawn(model({ scale: 1 }));
    for (let draw = 0; draw < 100; draw++)
      expect(Object.values(noisy).reduce((sum, one) => sum + (one[draw] ?? 0), 0)).toBeCloseTo(1, 12);
  });

  it("err on the scale of log-ratios: variances add, and E's error is in all", () => {
    const shares = drawn(model({ scale: { A: 0.1, B: 0.2, C: 0.1, D: 0.3, E: 0.2, OTHER: 0 } }));
    const [a, b, d] = [logs(shares, "A"), logs(shares, "B"), logs(shares, "D")];
    expect(mean(a)).toBeCloseTo(Math.log(50), 2);
    expect(covariance(a, a) / 0.05).toBeCloseTo(1, 1);
    expect(covariance(b, b) / 0.08).toBeCloseTo(1, 1);
    expect(covariance(d, d) / 0.13).toBeCloseTo(1, 1);
    expect(covariance(a, b) / 0.04).toBeCloseTo(1, 1);
  });

  it("err together in a bloc, apart from others as `between` says", () => {
    const shares = drawn(
      model({
        scale: 0.2,
        blocs: [
          { parties: ["A", "B"], correlation: 0.5 },
          { parties: ["C", "D"], correlation: -0.25 },
        ],
        between: 0.1,
      }),
    );
    const [a, b, c, d] = ["A", "B", "C", "D"].map((party) => logs(shares, party));
    // E is in no bloc, and its variance of 0.04 in every covariance
    const share = (one = a, other = a) => (covariance(one ?? [], other ?? []) - 0.04) / 0.04;
    expect(share(a, a)).toBeCloseTo(1, 1);
    expect(Math.abs(share(a, b) - 0.5)).toBeLessThan(0.04);
    expect(Math.abs(share(c, d) + 0.25)).toBeLessThan(0.04);
    expect(Math.abs(share(a, c) - 0.1)).toBeLessThan(0.04);
    expect(Math.abs(share(b, d) - 0.1)).toBeLessThan(0.04);
  });

  it("err alone outside of blocs, whatever is between these", () => {
    const shares = drawn(
      model({
        scale: 0.2,
        blocs: [
          { parties: ["B"], correlation: 0 },
          { parties: ["D"], correlation: 0 },
        ],
        between: 0.6,
      }),
    );
    const [a, b, d] = ["A", "B", "D"].map((party) => logs(shares, party));
    const share = (one = a, other = a) => (covariance(one ?? [], other ?? []) - 0.04) / 0.04;
    expect(Math.abs(share(a, b))).toBeLessThan(0.04);
    expect(Math.abs(share(a, d))).toBeLessThan(0.04);
    expect(Math.abs(share(b, d) - 0.6)).toBeLessThan(0.04);
  });

  it("have the covariance that is given, each pair in one order or both", () => {
    const shares = drawn(
      model({
        covariance: {
          A: { A: 0.04, B: -0.03 },
          B: { B: 0.09, A: -0.03 },
          D: { C: 0.01, D: 0.02 },
          C: { C: 0.01 },
        },
      }),
    );
    const [a, b, c, d] = ["A", "B", "C", "D"].map((party) => logs(shares, party));
    const of = (one = a, other = a) => covariance(one ?? [], other ?? []);
    expect(of(a, a) / 0.04).toBeCloseTo(1, 1);
    expect(of(b, b) / 0.09).toBeCloseTo(1, 1);
    expect(of(a, b) / -0.03).toBeCloseTo(1, 1);
    expect(of(c, d) / 0.01).toBeCloseTo(1, 1);
    expect(Math.abs(of(a, c))).toBeLessThan(0.001);
  });

  it("err by the size of the polls as a random sample does", () => {
    const shares = drawn(model({ scale: 0 }, 1000));
    for (const [party, share] of Object.entries({ A: 0.5, B: 0.3, C: 0.15, D: 0.04 })) {
      const own = shares[party] ?? [];
      expect(covariance(own, own) / ((share * (1 - share)) / 1000)).toBeCloseTo(1, 1);
    }
    expect(covariance(shares.A ?? [], shares.B ?? []) / ((-0.5 * 0.3) / 1000)).toBeCloseTo(1, 1);
  });

  it("have the same variance with Student's t, and more far out", () => {
    const [normal, student] = [drawn(model({ scale: 0.1 })), drawn(model({ scale: 0.1, tails: 5 }))].map(
      (shares) => logs(shares, "A"),
    ) as [Array<number>, Array<number>];
    expect(covariance(student, student) / 0.02).toBeCloseTo(1, 1);
    const beyond = (of: ReadonlyArray<number>) =>
      of.filter((log) => Math.abs(log - Math.log(50)) > 4 * Math.sqrt(0.02)).length / draws;
    expect(beyond(normal)).toBeLessThan(0.0003);
    // t with 5 degrees is beyond 4 of its standard deviations with a chance of 0.00359
    expect(Math.abs(beyond(student) - 0.0036)).toBeLessThan(0.0013);
    // one factor for all errors of a draw: who is far out is so with others
    const b = logs(drawn(model({ scale: 0.1, tails: 5 })), "B");
    expect(covariance(student, b) / 0.01).toBeCloseTo(1, 1);
  });

  it("have the variance of a Dirichlet law in the quick mode", () => {
    const shares = drawn(model({ law: "dirichlet", concentration: 200 }));
    for (const [party, share] of Object.entries({ A: 0.5, B: 0.3, C: 0.15, D: 0.04, E: 0.01 })) {
      const own = shares[party] ?? [];
      expect(mean(own) / share).toBeCloseTo(1, 1);
      expect(covariance(own, own) / ((share * (1 - share)) / 201)).toBeCloseTo(1, 1);
    }
    expect(covariance(shares.A ?? [], shares.B ?? []) / ((-0.5 * 0.3) / 201)).toBeCloseTo(1, 1);
    expect((shares.OTHER ?? []).every((share) => share === 0)).toBe(true);
  });

  it("stay numbers however great the errors are", () => {
    const shares = drawn(model({ scale: 10, tails: 2.01 }));
    for (const own of Object.values(shares))
      expect(own.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});

describe("several polls", () => {
  const polled = (polls: Model["polls"]) => {
    const { polled } = read({ ...region, polls, error: { scale: 0 } });
    return { ...polled, mean: [...polled.mean] };
  };
  const poll = (A: number, B: number) => ({ shares: { A, B } });

  it("count alike without sizes and weights, and err by no sample", () => {
    const { mean, size, parties } = polled([poll(0.5, 0.4), poll(0.6, 0.2)]);
    expect(parties).toEqual(["A", "B", "OTHER"]);
    expect(mean.map((share) => Math.round(share * 1e9) / 1e9)).toEqual([0.55, 0.3, 0.15]);
    expect(size).toBe(Number.POSITIVE_INFINITY);
  });

  it("count by size times weight; the error is that of the mean", () => {
    const { mean, size } = polled([
      { ...poll(0.5, 0.4), size: 1000, weight: 3 },
      { ...poll(0.6, 0.2), size: 3000 },
    ]);
    expect(mean[0]).toBeCloseTo(0.55, 12);
    // half of each: 1 ÷ (0.25 ÷ 1000 + 0.25 ÷ 3000)
    expect(size).toBeCloseTo(3000, 6);
    expect(polled([{ ...poll(0.5, 0.4), size: 700 }]).size).toBeCloseTo(700, 9);
  });

  it("leave to others what they do not name, or what they say of them, and are made 1 together", () => {
    expect(polled([poll(0.5, 0.3)]).mean).toEqual([0.5, 0.3, expect.closeTo(0.2, 12)]);
    expect(polled([{ shares: { A: 0.5, B: 0.3, OTHER: 0.1 } }]).mean).toEqual([
      expect.closeTo(5 / 9, 12),
      expect.closeTo(3 / 9, 12),
      expect.closeTo(1 / 9, 12),
    ]);
    // rounded figures
    expect(polled([poll(0.61, 0.4)]).mean).toEqual([
      expect.closeTo(61 / 101, 12),
      expect.closeTo(40 / 101, 12),
      0,
    ]);
  });

  it("name everybody who had votes, or there are others", () => {
    const shares = { A: 0.4, B: 0.4, C: 0.1, D: 0.04, E: 0.04 };
    const election = {
      ...region.election,
      constituencies: region.election.constituencies.map(({ votes, ...one }) => ({
        ...one,
        votes: { ...votes, OTHER: 0 },
      })),
    };
    const { polled } = read({ ...region, election, polls: [{ shares }] });
    expect(polled.parties).toEqual(["A", "B", "C", "D", "E"]);
    expect(polled.mean[0]).toBeCloseTo(0.4 / 0.98, 12);
    expect(read({ ...region, polls: [{ shares }] }).polled.parties).toEqual([
      "A",
      "B",
      "C",
      "D",
      "E",
      "OTHER",
    ]);
  });
});
