import { describe, expect, it } from "vitest";
import { InvalidInput } from "../input.ts";
import { read, region } from "./model.fixture.ts";
import { type Sampling, sample } from "./sample.ts";

describe("a model that is read", () => {
  it("has the parties of the polls and all others together, party by party in each constituency", () => {
    const { field, base, noise, law } = read({
      ...region,
      polls: [{ shares: { D: 0.1, A: 0.5 } }],
      error: { scale: 0.1 },
    });
    expect(field).toEqual({
      rules: "se.region@2018",
      totalSeats: 33,
      constituencies: [
        { id: "north", fixedSeats: 9 },
        { id: "south", fixedSeats: 14 },
        { id: "west", fixedSeats: 6 },
      ],
      parties: ["A", "D", "OTHER"],
    });
    expect([...base]).toEqual([4000, 300, 5700, 7900, 600, 7500, 3000, 100, 3250]);
    expect(noise).toBe(0.05);
    expect(law).toMatchObject({ law: "logistic-normal", tails: Number.POSITIVE_INFINITY });
    expect(read({ ...region, constituencyNoise: undefined }).noise).toBe(0);
  });

  it("has no others where the polls name everybody, and no votes where a party did not stand", () => {
    const constituencies = [
      { id: "1", fixedSeats: 2, votes: { A: 10, B: 9 } },
      { id: "2", fixedSeats: 2, votes: { B: 7, C: 5 } },
    ];
    const { field, base } = read({
      election: { rules: "se.region@2018", totalSeats: 4, constituencies },
      polls: [{ shares: { A: 0.3, B: 0.3, C: 0.4 } }],
      error: { law: "dirichlet", concentration: 10 },
    });
    expect(field.parties).toEqual(["A", "B", "C"]);
    expect([...base]).toEqual([10, 9, 0, 0, 7, 5]);
  });
});

describe("a sample that cannot be drawn", () => {
  const problemsOf = (given: unknown): ReadonlyArray<string> => {
    try {
      // what a caller in JavaScript may hand in
      sample(given as Sampling);
    } catch (error) {
      if (error instanceof InvalidInput)
        return error.problems.map(({ field, problem }) => `${field}: ${problem}`);
      throw error;
    }
    return [];
  };
  const good: Sampling = { model: region, draws: 10, seed: 1 };
  const withModel = (model: object) =>
    problemsOf({ ...good, model: { ...region, error: { scale: 0 }, ...model } });
  const withError = (error: unknown) => withModel({ error });
  const withPolls = (...polls: ReadonlyArray<unknown>) => withModel({ polls });

  it("is refused at once, with every problem", () => {
    expect(problemsOf(good)).toEqual([]);
    expect(problemsOf(undefined)).toEqual(expect.arrayContaining(["input: not an object"]));
    expect(
      problemsOf({ ...good, model: 1, draws: 0, seed: 1.5, strata: 6, chunks: { from: -1, to: 2 } }),
    ).toEqual([
      "model: not an object",
      "draws: below 1",
      "strata: above 5",
      "chunks.from: below 0",
      "chunks.to: beyond the last chunk",
      "seed: neither a text nor a whole number",
    ]);
    expect(problemsOf({ ...good, seed: undefined })).toEqual(["seed: neither a text nor a whole number"]);
    expect(problemsOf({ ...good, draws: 5000, chunks: { from: 3, to: 2 } })).toEqual([
      "chunks.to: before chunks.from",
    ]);
    expect(problemsOf({ ...good, draws: 5000, chunks: { from: 3, to: 5 } })).toEqual([]);
    expect(problemsOf({ ...good, chunks: [] })).toEqual(expect.arrayContaining(["chunks: not an object"]));
    expect(problemsOf({ ...good, strata: 5, seed: "" })).toEqual([]);
  });

  it("names the field of the model", () => {
    expect(withModel({ constituencyNoise: -1 })).toEqual(["model.constituencyNoise: below 0"]);
    expect(withModel({ constituencyNoise: 2.1 })).toEqual(["model.constituencyNoise: above 2"]);
    expect(withModel({ constituencyNoise: "x" })).toEqual(["model.constituencyNoise: not a number"]);
    expect(withModel({ constituencyNoise: Number.NaN })).toEqual(["model.constituencyNoise: not a number"]);
    expect(withModel({ constituencyNoise: undefined })).toEqual([]);
    expect(withModel({ election: { ...region.election, rules: "se.x" } })).toEqual([
      "model.election.rules: not rules this package knows",
    ]);
    expect(withModel({ election: null })).toEqual(["model.election: not an object"]);
    expect(withModel({ election: { ...region.election, totalSeats: 32_768 } })).toEqual([
      "model.election.totalSeats: above 32767",
    ]);
    expect(withModel({ election: { ...region.election, totalSeats: 32_767 } })).toEqual([]);
    const votes = Object.fromEntries(Array.from({ length: 17 }, (_, p) => [`P${p}`, 100]));
    const many = { ...region.election, constituencies: [{ id: "1", fixedSeats: 33, votes }] };
    const shares = Object.fromEntries(Object.keys(votes).map((party) => [party, 1 / 17]));
    expect(withModel({ election: many, polls: [{ shares }] })).toEqual([
      "model.polls: more than 16 parties beside OTHER",
    ]);
    const { P16: _, ...sixteen } = shares;
    expect(withModel({ election: many, polls: [{ shares: sixteen }] })).toEqual([]);
  });

  it("names the poll", () => {
    const shares = { A: 0.5, B: 0.4 };
    expect(withPolls()).toEqual(["model.polls: none"]);
    expect(withModel({ polls: {} })).toEqual(["model.polls: not a list", "model.polls: none"]);
    expect(withPolls({}, 5)).toEqual([
      "model.polls[0].shares: not an object",
      "model.polls[0].shares: 0 together",
      "model.polls[1]: not an object",
      "model.polls[1].shares: not an object",
      "model.polls[1].shares: 0 together",
    ]);
    expect(withPolls({ shares: { ...shares, X: 0.01 } })).toEqual([
      "model.polls[0].shares.X: not a party of the last election",
    ]);
    expect(withPolls({ shares: { ...shares, C: 1.5, D: -0.1, E: "1" } })).toEqual([
      "model.polls[0].shares.C: above 1",
      "model.polls[0].shares.D: below 0",
      "model.polls[0].shares.E: not a number",
    ]);
    expect(withPolls({ shares: { A: 0.6, B: 0.43 } })).toEqual(["model.polls[0].shares: above 1 together"]);
    expect(withPolls({ shares: { A: 0.6, B: 0.42 } })).toEqual([]);
    expect(withPolls({ shares: { A: 0 } })).toEqual(["model.polls[0].shares: 0 together"]);
    expect(withPolls({ shares }, { shares: { A: 0.5, C: 0.1 } })).toEqual([
      "model.polls[0].shares.C: missing, though another poll names it",
      "model.polls[1].shares.B: missing, though another poll names it",
    ]);
    expect(withPolls({ shares, size: 0 })).toEqual(["model.polls[0].size: below 1"]);
    expect(withPolls({ shares, weight: 0 })).toEqual(["model.polls[0].weight: below 0.000001"]);
    expect(withPolls({ shares, size: 10 }, { shares })).toEqual([
      "model.polls: some with a size and some without",
    ]);
    expect(withPolls({ shares, size: 10 }, { shares, size: 20 })).toEqual([]);
    const constituencies = region.election.constituencies.map((one) => ({
      ...one,
      votes: { A: 10, B: 9, Z: 0 },
    }));
    const election = { ...region.election, constituencies };
    expect(withModel({ election, polls: [{ shares: { A: 0.5, B: 0.4, Z: 0.1, OTHER: 0 } }] })).toEqual([
      "model.polls[0].shares.Z: had no votes in the last election that tell where it stands",
    ]);
    expect(withModel({ election, polls: [{ shares: { A: 0.5, B: 0.4, OTHER: 0.1 } }] })).toEqual([
      "model.polls[0].shares.OTHER: nobody else had votes in the last election",
    ]);
    expect(withModel({ election, polls: [{ shares: { A: 0.5, B: 0.5, OTHER: 0 } }] })).toEqual([]);
  });

  it("names the error's field", () => {
    expect(withError(undefined)).toEqual(["model.error: not an object"]);
    expect(withError({})).toEqual(["model.error.scale: not a number"]);
    expect(withError({ law: "normal", scale: 1 })).toEqual([
      "model.error.law: neither logistic-normal nor dirichlet",
    ]);
    expect(withError({ law: "logistic-normal", scale: 1 })).toEqual([]);
    expect(withError({ scale: 11 })).toEqual(["model.error.scale: above 10"]);
    expect(withError({ scale: { A: 1, B: 1, C: 1, D: 1, X: 1 } })).toEqual([
      "model.error.scale.X: not a party of the polls",
      "model.error.scale.E: missing",
      "model.error.scale.OTHER: missing",
    ]);
    expect(withError({ scale: { A: 1, B: 1, C: 1, D: 1, E: -1, OTHER: 1 } })).toEqual([
      "model.error.scale.E: below 0",
    ]);
    expect(withError({ scale: 1, tails: 2 })).toEqual(["model.error.tails: below 2.01"]);
    expect(withError({ law: "dirichlet", concentration: 0.5 })).toEqual([
      "model.error.concentration: below 1",
    ]);
    expect(withError({ law: "dirichlet" })).toEqual(["model.error.concentration: not a number"]);
  });

  it("names the bloc", () => {
    const bloc = (...parties: ReadonlyArray<string>) => ({ parties, correlation: 0.2 });
    expect(withError({ scale: 1, blocs: 1 })).toEqual(["model.error.blocs: not a list"]);
    expect(withError({ scale: 1, blocs: [bloc("A", "X"), bloc("B", "A", "B")] })).toEqual([
      "model.error.blocs[0].parties[1]: not a party of the polls",
      "model.error.blocs[1].parties[2]: named before",
      "model.error.blocs[1].parties[1]: in a bloc before",
    ]);
    expect(
      withError({ scale: 1, blocs: [bloc("A"), bloc("B"), bloc("C", "B"), 5, bloc("X"), bloc("X")] }),
    ).toEqual([
      "model.error.blocs[2].parties[1]: in a bloc before",
      "model.error.blocs[3]: not an object",
      "model.error.blocs[3].parties: not a list",
      "model.error.blocs[3].correlation: not a number",
      "model.error.blocs[4].parties[0]: not a party of the polls",
      "model.error.blocs[5].parties[0]: not a party of the polls",
    ]);
    expect(withError({ scale: 1, blocs: [{ parties: ["A"], correlation: 1.1 }], between: -2 })).toEqual([
      "model.error.between: below -1",
      "model.error.blocs[0].correlation: above 1",
    ]);
    // three cannot all gain what the others lose
    expect(withError({ scale: 1, blocs: [{ parties: ["A", "B", "C"], correlation: -0.6 }] })).toEqual([
      "model.error.blocs: no errors can be correlated like that",
    ]);
    expect(withError({ scale: 1, blocs: [{ parties: ["A", "B", "C"], correlation: -0.5 }] })).toEqual([]);
  });

  it("names the covariance", () => {
    expect(withError({ covariance: { A: { A: 1, X: 0 }, Y: {} }, scale: 1, between: 0, blocs: [] })).toEqual([
      "model.error.scale: given together with covariance",
      "model.error.blocs: given together with covariance",
      "model.error.between: given together with covariance",
      "model.error.covariance.A.X: not a party of the polls",
      "model.error.covariance.Y: not a party of the polls",
    ]);
    expect(withError({ covariance: { A: { A: 1, B: 0.2 }, B: { A: 0.3, B: 101 } } })).toEqual([
      "model.error.covariance.B.A: not the same in both orders",
      "model.error.covariance.B.B: above 100",
    ]);
    expect(withError({ covariance: { A: { A: 1, B: 2 }, B: { B: 1 } } })).toEqual([
      "model.error.covariance: no errors can be correlated like that",
    ]);
    expect(withError({ covariance: { A: 1 } })).toEqual(["model.error.covariance.A: not an object"]);
    expect(withError({ covariance: { X: { A: 1, Y: 2 }, A: { X: 1 } } })).toEqual([
      "model.error.covariance.X: not a party of the polls",
      "model.error.covariance.X.Y: not a party of the polls",
      "model.error.covariance.A.X: not a party of the polls",
    ]);
    expect(withError({ covariance: [] })).toEqual(["model.error.covariance: not an object"]);
  });
});
