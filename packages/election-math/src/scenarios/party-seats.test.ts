import { describe, expect, it } from "vitest";
import { type Random as Numbers, randomElection, randomFrom } from "../../test/random-election.fixture.ts";
import { Allocator } from "../allocator/allocator.ts";
import type { Field } from "../allocator/field.ts";
import { InvalidInput } from "../input.ts";
import type { ElectionInput } from "../seats/election/input.ts";
import { swedishElection } from "../seats/index.ts";
import { countedWithLots } from "./lots.ts";
import { PartySeats } from "./party-seats.ts";
import { forkOf } from "./random.ts";

const fieldOf = ({ rules, totalSeats, constituencies }: ElectionInput): Field => ({
  rules,
  totalSeats,
  constituencies,
  parties: [...new Set(constituencies.flatMap(({ votes }) => Object.keys(votes)))].sort(),
});

const votesOf = ({ constituencies }: ElectionInput, { parties }: Field): Float64Array =>
  Float64Array.from(constituencies.flatMap(({ votes }) => parties.map((party) => votes[party] ?? 0)));

const settled = (election: ElectionInput) => {
  const field = fieldOf(election);
  const seats = new PartySeats(field);
  const isSettled = seats.settle(votesOf(election, field));
  const totals = field.parties.flatMap((party, p) =>
    (seats.totals[p] ?? 0) > 0 ? [[party, seats.totals[p] ?? 0] as const] : [],
  );
  return { isSettled, over: seats.over, totals: Object.fromEntries(totals) };
};

/** The elections that can be counted at all, so many random ones. */
function* elections(seed: number, count: number): Generator<ElectionInput> {
  const random: Numbers = randomFrom(seed);
  for (let i = 0; i < count; i++) {
    const election = randomElection(random);
    try {
      swedishElection(election);
      yield election;
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
    }
  }
}

describe("seats of parties that nothing can change", () => {
  it("are those of the count, however its lots fall", () => {
    let [found, withLots] = [0, 0];
    for (const election of elections(1, 1500)) {
      const { isSettled, totals } = settled(election);
      if (!isSettled) continue;
      found++;
      const field = fieldOf(election);
      for (let draw = 0; draw < 4; draw++) {
        const counted = countedWithLots(field, votesOf(election, field), forkOf(draw));
        expect(Object.fromEntries(counted?.totals ?? [])).toEqual(totals);
        if (counted?.lots === 0) break;
        withLots++;
      }
    }
    expect(found).toBeGreaterThan(100);
    expect(withLots).toBeGreaterThan(10);
  });

  it("tell who is over the bar, settled or not", () => {
    for (const election of elections(2, 200)) {
      const { parties } = fieldOf(election);
      const answer = swedishElection(election);
      const isOver = (party: string) =>
        answer.steps.some(
          (step) =>
            step.kind === "threshold" &&
            step.constituency === undefined &&
            step.party === party &&
            step.isMet,
        );
      const bits = parties.reduce((set, party, p) => (isOver(party) ? set | (1 << p) : set), 0);
      expect(settled(election).over).toBe(bits);
    }
  });

  const constituencies = [
    { id: "1", fixedSeats: 5, votes: { A: 600, B: 400 } },
    { id: "2", fixedSeats: 5, votes: { A: 400, B: 600 } },
  ];

  it("are the shares of the whole", () => {
    expect(settled({ rules: "se.region@2018", totalSeats: 12, constituencies })).toEqual({
      isSettled: true,
      over: 0b11,
      totals: { A: 6, B: 6 },
    });
  });

  it("are not settled where the last seat of the whole needs a lot", () => {
    expect(settled({ rules: "se.region@2018", totalSeats: 11, constituencies }).isSettled).toBe(false);
  });

  it("are settled by the bar of one constituency only where nobody below that of the whole is over it", () => {
    const small = (votes: number): ElectionInput => ({
      rules: "se.riksdag@2018",
      totalSeats: 12,
      constituencies: [
        { id: "1", fixedSeats: 5, votes: { A: 600 - votes, B: 400, C: votes } },
        { id: "2", fixedSeats: 5, votes: { A: 40000, B: 60000 } },
      ],
    });
    expect(settled(small(120)).isSettled).toBe(false);
    expect(settled(small(119))).toMatchObject({ isSettled: true, over: 0b011 });
    // small parties counted together are no party
    const others = small(0);
    const [first, second] = others.constituencies;
    if (first === undefined || second === undefined) throw new Error("two constituencies");
    const votes = { A: 300, B: 400, OTHER: 300 };
    expect(settled({ ...others, constituencies: [{ ...first, votes }, second] }).isSettled).toBe(true);
  });

  it("leave undivided elections, where every seat is fixed, to the count", () => {
    const one = [{ id: "1", fixedSeats: 5, votes: { A: 600, B: 400 } }];
    expect(settled({ rules: "se.municipality@2018", totalSeats: 5, constituencies: one }).isSettled).toBe(
      false,
    );
  });

  const surplus = (rules: ElectionInput["rules"], fixedSeats: number): ElectionInput => ({
    rules,
    totalSeats: 4 * fixedSeats + 1,
    // A wins most seats everywhere, by fixed seats more than its share of the whole
    constituencies: ["1", "2", "3", "4"].map((id, at) => ({
      id,
      fixedSeats,
      votes: { A: 530 + at, B: 282 - at, C: 189 + 2 * at },
    })),
  });

  it("are settled where a surplus is returned and somebody can take it", () => {
    const answer = swedishElection(surplus("se.region@2018", 3));
    expect(answer.steps.some(({ kind }) => kind === "returned")).toBe(true);
    expect(settled(surplus("se.region@2018", 3))).toEqual({
      isSettled: true,
      over: 0b111,
      totals: { A: 7, B: 4, C: 2 },
    });
  });

  it("are settled where those with room have just enough of it", () => {
    const two: ElectionInput = {
      rules: "se.region@2018",
      totalSeats: 12,
      constituencies: ["1", "2", "3", "4"].map((id, at) => ({
        id,
        fixedSeats: 3,
        votes: { A: 530 + at, B: 471 - at },
      })),
    };
    // A wins 8 fixed seats of the 6 it is to have, and B 4
    expect(settled(two)).toEqual({ isSettled: true, over: 0b11, totals: { A: 6, B: 6 } });
    const isKept = swedishElection(two).steps.some(({ kind }) => kind === "kept");
    expect(isKept).toBe(false);
  });

  const tied = (rules: ElectionInput["rules"], more: number): ElectionInput => ({
    rules,
    totalSeats: 5 + more,
    constituencies: [
      { id: "1", fixedSeats: 3, votes: { A: 500, B: 500 } },
      { id: "2", fixedSeats: 2, votes: { A: 600, B: 400 } },
    ],
  });

  it("are settled where a lot decides in which constituency a party has its seat", () => {
    const [first] = tied("se.riksdag@1998", 8).constituencies;
    expect(swedishElection(tied("se.riksdag@1998", 8)).status).toBe("needsLot");
    expect(first?.fixedSeats).toBe(3);
    for (const rules of ["se.riksdag@1998", "se.region@2018"] as const)
      expect(settled(tied(rules, 8))).toEqual({ isSettled: true, over: 0b11, totals: { A: 7, B: 6 } });
  });

  it("are not where a lot may give a party a seat beyond its share that it keeps", () => {
    expect(settled(tied("se.riksdag@1998", 0)).isSettled).toBe(false);
    expect(settled(tied("se.riksdag@1998", 1)).isSettled).toBe(false);
  });

  it("are not where a surplus is set aside, or lies where no seat is returned, or nobody has votes everywhere", () => {
    expect(settled(surplus("se.riksdag@1998", 3)).isSettled).toBe(false);
    expect(settled(surplus("se.region@2018", 2)).isSettled).toBe(false);
    const far = surplus("se.region@2018", 3);
    const [first] = far.constituencies;
    if (first === undefined) throw new Error("four constituencies");
    const alone = { ...first, votes: { A: 900, B: 100 } };
    expect(settled({ ...far, constituencies: [alone, ...far.constituencies.slice(1)] }).isSettled).toBe(
      false,
    );
  });

  it("are not where nobody takes part in a constituency, or in the whole, or the votes are too many", () => {
    const field: Field = {
      rules: "se.region@2018",
      totalSeats: 12,
      constituencies: [
        { id: "1", fixedSeats: 5 },
        { id: "2", fixedSeats: 5 },
      ],
      parties: ["A", "B", "OTHER"],
    };
    const settle = (...votes: ReadonlyArray<number>) =>
      new PartySeats(field).settle(Float64Array.from(votes));
    expect(settle(600, 400, 10, 300, 800, 10)).toBe(true);
    expect(settle(600, 400, 10, 0, 0, 10)).toBe(false);
    expect(settle(0, 0, 10, 0, 0, 10)).toBe(false);
    expect(settle(2 ** 36 - 10_000, 400, 0, 300, 800, 0)).toBe(true);
    expect(settle(2 ** 36, 400, 0, 300, 800, 0)).toBe(false);
  });

  it("are those of the fast count for a Riksdag of eight parties", () => {
    const random = randomFrom(5);
    const parties = ["A", "B", "C", "D", "E", "F", "G", "H", "OTHER"];
    const shares = [30, 20, 18, 9, 8, 6, 5, 4.3, 1];
    const field: Field = {
      rules: "se.riksdag@2018",
      totalSeats: 349,
      constituencies: Array.from({ length: 29 }, (_, c) => ({
        id: `${c}`,
        fixedSeats: c < 9 ? 14 : c < 28 ? 9 : 13,
      })),
      parties,
    };
    const seats = new PartySeats(field);
    const allocator = new Allocator(field);
    let both = 0;
    for (let i = 0; i < 1000; i++) {
      const votes = Float64Array.from({ length: 29 * 9 }, (_, cell) =>
        Math.floor((shares[cell % 9] ?? 0) * (500 + random(400))),
      );
      if (!seats.settle(votes) || !allocator.allocate(votes)) continue;
      both++;
      expect(seats.totals).toEqual(allocator.totals);
    }
    expect(both).toBeGreaterThan(700);
  });
});
