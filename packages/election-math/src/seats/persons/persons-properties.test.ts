import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fractionText } from "../../exact/fraction.ts";
import { again, counted, done, drawing } from "../answers.fixture.ts";
import { apportion } from "../apportion.ts";
import type { PersonsElection } from "./input.ts";
import { reference } from "./order.fixture.ts";
import { electPersons, persons } from "./persons.ts";

/** Few votes, so that numbers are often equal, and many. */
const piles = fc.constantFrom(5, 30, 20_000).chain((most) =>
  fc.array(
    fc.record({
      names: fc.shuffledSubarray(["A", "B", "C", "D", "E", "F"], { minLength: 1 }),
      votes: fc.integer({ min: 0, max: most }),
    }),
    { minLength: 1, maxLength: 9 },
  ),
);
const seats = fc.integer({ min: 1, max: 7 });
const decimals = fc.constantFrom("two", "exact");

const election = (
  ballots: PersonsElection["ballots"],
  seats: number,
  more: Partial<PersonsElection> = {},
): PersonsElection => ({
  rules: "se.persons.riksdag@2014",
  seats,
  votes: 1 + ballots.reduce((sum, { votes }) => sum + votes, 0),
  personal: {},
  ballots,
  ...more,
});

const last = (among: ReadonlyArray<string>) => among.at(-1);

describe("for any ballots", () => {
  it("a second implementation gives the same places with the same numbers", () => {
    let lotsInAll = 0;
    fc.assert(
      fc.property(piles, seats, decimals, (ballots, seats, decimals) => {
        const { result, lots } = counted(persons, election(ballots, seats, { decimals }), last);
        lotsInAll += lots;
        expect(result.elected.map(({ candidate, number }) => `${candidate} ${number}`)).toEqual(
          reference(ballots, seats, decimals, last).map(
            ([name, n, d]) => `${name} ${fractionText({ n, d })}`,
          ),
        );
        expect(result.empty).toBe(seats - result.elected.length);
      }),
      { numRuns: 2000 },
    );
    expect(lotsInAll).toBeGreaterThan(100);
  });

  it("with personal votes the order is that of the ballots without those names", () => {
    fc.assert(
      fc.property(piles, seats, (ballots, seats) => {
        const first = ballots.find(({ votes }) => votes > 0)?.names.at(-1);
        if (first === undefined) return;
        const votes = ballots.reduce((sum, { votes }) => sum + votes, 0);
        const naming = ballots.reduce(
          (sum, { names, votes }) => sum + (names.includes(first) ? votes : 0),
          0,
        );
        if (20 * naming < votes) return;
        const given = election(ballots, seats, { votes, personal: { [first]: naming } });
        const [elected, ...others] = counted(persons, given, last).result.elected;
        expect(elected?.candidate).toBe(first);
        const without = ballots.map(({ names, votes }) => ({
          names: names.filter((name) => name !== first),
          votes,
        }));
        expect(others.map(({ candidate }) => candidate)).toEqual(
          reference(without, seats - 1, "two", last).map(([name]) => name),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("neither order, portions nor names matter", () => {
    fc.assert(
      fc.property(piles, seats, decimals, (ballots, seats, decimals) => {
        const { result } = counted(persons, election(ballots, seats, { decimals }), last);
        const turned = ballots.toReversed().flatMap(({ names, votes }) => {
          const renamed = names.map((name) => `x${name}`);
          const part = Math.floor(votes / 3);
          return [
            { names: renamed, votes: part },
            { names: renamed, votes: votes - part },
          ];
        });
        const { result: other } = counted(persons, election(turned, seats, { decimals }), last);
        expect(other.elected.map(({ candidate, number }) => [candidate, number])).toEqual(
          result.elected.map(({ candidate, number }) => [`x${candidate}`, number]),
        );
      }),
    );
  });

  it("a further seat leaves the places before it as they are, and the record can be counted again", () => {
    fc.assert(
      fc.property(piles, seats, decimals, (ballots, seats, decimals) => {
        const { answer } = drawing(electPersons, election(ballots, seats, { decimals }), last);
        const { result: more } = counted(persons, election(ballots, seats + 1, { decimals }), last);
        expect(more.elected.slice(0, seats)).toEqual(answer.elected);
        expect(again(persons, answer.record)).toEqual(answer.record);
      }),
    );
  });

  it("the ballots that counted name the elected first of those without a place", () => {
    fc.assert(
      fc.property(piles, seats, (ballots, seats) => {
        const { result } = counted(persons, election(ballots, seats), last);
        const placed = new Set<string>();
        for (const { candidate, counted } of result.elected) {
          for (const { names } of counted) expect(names.find((name) => !placed.has(name))).toBe(candidate);
          placed.add(candidate);
        }
      }),
    );
  });

  it("lists that share no name get places as by the method of d'Hondt", () => {
    const lists = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 12 }), (lists, seats) => {
        const ballots = lists.map((votes, list) => ({
          names: Array.from({ length: seats }, (_, at) => `${list} ${`${at}`.padStart(2, "0")}`),
          votes,
        }));
        const { result, lots } = counted(persons, election(ballots, seats, { decimals: "exact" }), last);
        if (lots > 0) return;
        const votes = Object.fromEntries(lists.map((votes, list) => [`list ${list}`, votes]));
        const same = done(apportion({ votes, seats, method: "dhondt" }));
        const held = Object.groupBy(result.elected, ({ candidate }) => `list ${candidate.split(" ")[0]}`);
        expect(Object.fromEntries(Object.entries(held).map(([list, own]) => [list, own?.length]))).toEqual(
          same.totals,
        );
      }),
    );
  });
});
