import { describe, expect, it } from "vitest";
import { randomElection, randomFrom } from "../../test/random-election.fixture.ts";
import { swedishElection } from "../seats/index.ts";
import { Allocator } from "./allocator.ts";
import { electionAt, type Field } from "./field.ts";

/** What the count that explains says of the election at a place of the numbers; `undefined` where it needs a lot or refuses. */
const explained = (field: Field, votes: Float64Array, at: number) => {
  try {
    const answer = swedishElection(electionAt(field, votes, at));
    return answer.status === "done" ? answer : undefined;
  } catch {
    return undefined;
  }
};

describe("the allocator", () => {
  it("counts one election after another of a field as the count that explains, whatever came before", () => {
    const random = randomFrom(99);
    let compared = 0;
    let left = 0;
    for (let fields = 0; fields < 60; fields++) {
      const { rules, totalSeats, constituencies } = randomElection(random);
      const parties = [...Object.keys(constituencies[0]?.votes ?? {})];
      const field: Field = { rules, totalSeats, constituencies, parties };
      const cells = parties.length * constituencies.length;
      const most = [8, 60, 900][random(3)] ?? 8;
      const votes = Float64Array.from({ length: 50 * cells }, () => random(most));
      const allocator = new Allocator(field);
      for (let at = 0; at < votes.length; at += cells) {
        const answer = explained(field, votes, at);
        if (!allocator.allocate(votes, at)) {
          left++;
          continue;
        }
        compared++;
        const seats = constituencies.flatMap(({ id }) => parties.map((party) => answer?.seats[id]?.[party]));
        expect([...allocator.fixed]).toEqual(seats.map((here) => here?.fixed ?? 0));
        expect([...allocator.adjustment]).toEqual(seats.map((here) => here?.adjustment ?? 0));
        expect([...allocator.totals]).toEqual(parties.map((party) => answer?.totals[party] ?? 0));
      }
    }
    expect(compared).toBeGreaterThan(1000);
    expect(left).toBeGreaterThan(100);
  });

  const field: Field = {
    rules: "se.eu@2014",
    totalSeats: 2,
    constituencies: [{ id: "A", fixedSeats: 2 }],
    parties: ["P", "Q"],
  };

  it("leaves an election that needs a lot to the other count", () => {
    const allocator = new Allocator(field);
    expect(allocator.allocate(Float64Array.of(30, 12))).toBe(false);
    expect(allocator.allocate(Float64Array.of(31, 12))).toBe(true);
    expect([...allocator.totals]).toEqual([2, 0]);
  });

  it("leaves votes to the other count that are too many to compare exactly here", () => {
    const allocator = new Allocator(field);
    expect(allocator.allocate(Float64Array.of(2 ** 35, 2 ** 35))).toBe(true);
    expect(allocator.allocate(Float64Array.of(2 ** 35 + 1, 2 ** 35))).toBe(false);
  });

  it("tells apart what differs by a single vote among as many as it takes", () => {
    const allocator = new Allocator({
      ...field,
      totalSeats: 1,
      constituencies: [{ id: "A", fixedSeats: 1 }],
    });
    const half = 2 ** 35;
    expect(allocator.allocate(Float64Array.of(half - 1, half))).toBe(true);
    expect([...allocator.totals]).toEqual([0, 1]);
    expect(allocator.allocate(Float64Array.of(half, half - 1))).toBe(true);
    expect([...allocator.totals]).toEqual([1, 0]);
  });

  it("leaves an election to the other count in which nobody may take a seat", () => {
    expect(new Allocator(field).allocate(Float64Array.of(0, 0))).toBe(false);
  });
});
