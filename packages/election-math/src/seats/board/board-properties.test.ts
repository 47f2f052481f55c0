import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../exact/canonical.ts";
import { again, counted, drawing } from "../answers.fixture.ts";
import { apportion } from "../apportion.ts";
import { board, boardSeats } from "./board.ts";
import type { BoardElection, BoardGroup } from "./input.ts";

const votesAlone = fc
  .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })
  .filter((votes) => votes.some((one) => one > 0))
  .map((votes) => votes.map((votes, at) => ({ id: `G${at}`, votes })));

/** Groups that share names as often as not, no two of them with the same ballots. */
const withNames = fc
  .array(
    fc.record({
      votes: fc.integer({ min: 1, max: 9 }),
      names: fc.shuffledSubarray(["a", "b", "c", "d", "e"], { minLength: 1 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((groups) => groups.map((group, at) => ({ id: `G${at}`, designation: `D${at}`, ...group })));

const seats = fc.integer({ min: 1, max: 7 });

/** A second, small count in whole numbers: sixty is divided evenly by as many as share a person. */
const reference = (
  groups: ReadonlyArray<BoardGroup>,
  seats: number,
  pick: (among: ReadonlyArray<string>) => string | undefined,
): Map<string, string> => {
  const givers: Record<string, Array<string>> = {};
  const given: Record<string, number> = Object.fromEntries(groups.map(({ id }) => [id, 0]));
  const listOf = ({ names = [] }: BoardGroup) => names.slice(0, seats);
  const sixtieths = ({ id }: BoardGroup) =>
    Object.values(givers).reduce((sum, by) => sum + (by.includes(id) ? 60 / by.length : 0), 60);
  while (Object.keys(givers).length < seats) {
    const open = groups.filter((group) => (given[group.id] ?? 0) < listOf(group).length);
    const better = (a: BoardGroup, b: BoardGroup) => a.votes * sixtieths(b) > b.votes * sixtieths(a);
    const best = open.filter((one) => !open.some((other) => better(other, one)));
    if (best.length === 0) break;
    const id = best.length === 1 ? best[0]?.id : pick(best.map(({ id }) => id));
    const winner = best.find((group) => group.id === id);
    if (winner === undefined) break;
    const name = listOf(winner)[given[winner.id] ?? 0] ?? "";
    givers[name] = [...(givers[name] ?? []), winner.id];
    given[winner.id] = (given[winner.id] ?? 0) + 1;
  }
  return new Map(Object.entries(givers).map(([name, [first = ""]]) => [name, first]));
};

describe("for any groups", () => {
  it("the seats by votes alone are those of the method of d'Hondt, and so are the lots", () => {
    fc.assert(
      fc.property(votesAlone, seats, (groups, seats) => {
        const votes = Object.fromEntries(groups.map(({ id, votes }) => [id, votes]));
        const answer = boardSeats({ seats, groups });
        const same = apportion({ votes, seats, method: "dhondt" });
        expect(answer.status).toBe(same.status);
        if (answer.status === "done" && same.status === "done")
          expect(answer.groups.map(({ id, seats }) => seats - (same.totals[id] ?? 0))).toEqual(
            groups.map(() => 0),
          );
        if (answer.status === "needsLot" && same.status === "needsLot")
          expect(answer.lot.among).toEqual(same.lot.among);
      }),
    );
  });

  it("a second implementation gives every place to the same person of the same group", () => {
    let lotsInAll = 0;
    fc.assert(
      fc.property(withNames, seats, (groups, seats) => {
        const pick = (among: ReadonlyArray<string>) => [...among].sort().at(-1);
        const { result, lots } = counted(board, { seats, groups }, pick);
        lotsInAll += lots;
        const ours = result.groups.flatMap(({ id, names = [] }) => names.map((name) => `${name} ${id}`));
        const theirs = [...reference(groups, seats, pick)].map(([name, id]) => `${name} ${id}`);
        expect(ours.sort()).toEqual(theirs.sort());
        expect(result.empty).toBe(seats - theirs.length);
      }),
      { numRuns: 2000 },
    );
    expect(lotsInAll).toBeGreaterThan(100);
  });

  it("where no lot was asked for, whoever is served first of equals makes no difference", () => {
    fc.assert(
      fc.property(withNames, seats, (groups, seats) => {
        const answer = boardSeats({ seats, groups });
        if (answer.status === "needsLot") return;
        const ours = answer.groups
          .flatMap(({ id, names = [] }) => names.map((name) => `${name} ${id}`))
          .sort();
        for (const at of [0, -1]) {
          const other = reference(groups, seats, (among) => [...among].sort().at(at));
          expect([...other].map(([name, id]) => `${name} ${id}`).sort()).toEqual(ours);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("a lot is asked for only where the result differs with who is drawn", () => {
    const resultsOf = (
      groups: ReadonlyArray<BoardGroup>,
      seats: number,
      lots: BoardElection["lots"] = [],
    ): Array<string> => {
      const answer = boardSeats({ seats, groups, lots });
      if (answer.status === "done") return [canonicalJson(answer.groups)];
      const { among, about } = answer.lot;
      return among.flatMap((drawn) =>
        resultsOf(groups, seats, [...lots, { among, about, drawn, by: "the chair", how: "slips" }]),
      );
    };
    fc.assert(
      fc.property(withNames, fc.integer({ min: 1, max: 3 }), (groups, seats) => {
        const isAsked = boardSeats({ seats, groups }).status === "needsLot";
        expect(new Set(resultsOf(groups, seats)).size > 1).toBe(isAsked);
      }),
      { numRuns: 200 },
    );
  });

  it("every seat is filled while there are names, by different persons", () => {
    fc.assert(
      fc.property(withNames, seats, (groups, seats) => {
        const { answer } = drawing(boardSeats, { seats, groups });
        const members = answer.groups.flatMap(({ names = [] }) => names);
        const different = new Set(groups.flatMap(({ names }) => names.slice(0, seats)));
        expect(new Set(members).size).toBe(members.length);
        expect(members.length).toBe(Math.min(seats, different.size));
        expect(answer.empty).toBe(seats - members.length);
        expect(answer.groups.map(({ seats }) => seats)).toEqual(
          answer.groups.map(({ names }) => names?.length),
        );
      }),
    );
  });

  it("neither their order nor their names matter, and the record can be counted again", () => {
    fc.assert(
      fc.property(withNames, seats, (groups, seats) => {
        const { answer } = drawing(boardSeats, { seats, groups });
        const turned = groups.map((group) => ({ ...group, id: `x${group.id}` })).reverse();
        const { answer: other } = drawing(boardSeats, { seats, groups: turned });
        expect(other.groups).toEqual(answer.groups.map((group) => ({ ...group, id: `x${group.id}` })));
        expect(again(board, answer.record)).toEqual(answer.record);
      }),
    );
  });
});
