import { Day, Instant } from "@verksam/kernel";
import { describe, expect, it } from "vitest";
import { type UnitPlaced, unitsOfKind } from "./units.ts";

const day = (text: string) => Day.make(text);
const always = "0001-01-01T00:00:00.000Z";
const district: UnitPlaced = { unit: "district", kind: "district", parent: null, from: day("2020-01-01") };
const north: UnitPlaced = { unit: "north", kind: "branch", parent: "district", from: day("2029-01-01") };
const south: UnitPlaced = { unit: "south", kind: "branch", parent: null, from: day("2029-01-01") };
const board: UnitPlaced = { unit: "north-board", kind: "board", parent: "north", from: day("2029-02-01") };
const units = [district, north, south, board];
const member = (unit: string, from: string) => ({ population: "p", member: unit, from, recordedAt: always });

describe("a population of units", () => {
  it("is all of a kind, each for as long as it has stood", () => {
    const closed = { ...south, to: day("2030-06-30") };
    expect(unitsOfKind("p", { kind: "branch" }, [north, closed])).toEqual([
      member("north", "2029-01-01"),
      { ...member("south", "2029-01-01"), to: "2030-06-30" },
    ]);
  });
  it("or those under a unit, at whatever depth, the unit itself not among them", () => {
    expect(unitsOfKind("p", { kind: "branch", under: "district" }, units)).toEqual([
      member("north", "2029-01-01"),
    ]);
    expect(unitsOfKind("p", { kind: "board", under: "district" }, units)).toEqual([
      member("north-board", "2029-02-01"),
    ]);
    expect(unitsOfKind("p", { kind: "district", under: "district" }, units)).toEqual([]);
  });
  it("for the days on which everything between stood there", () => {
    const before = { ...north, to: day("2030-03-31") };
    const moved = { ...north, parent: null, from: day("2030-04-01") };
    expect(unitsOfKind("p", { kind: "board", under: "district" }, [district, before, moved, board])).toEqual([
      { ...member("north-board", "2029-02-01"), to: "2030-03-31" },
    ]);
  });
  it("as it was known: an entry that was withdrawn takes what rested on it along", () => {
    const recordedAt = Instant.make("2029-03-01T12:00:00.000Z");
    const withdrawnAt = Instant.make("2029-05-01T12:00:00.000Z");
    expect(
      unitsOfKind("p", { kind: "board", under: "district" }, [
        { ...north, recordedAt: Instant.make("2029-01-01T12:00:00.000Z"), withdrawnAt },
        { ...board, recordedAt },
      ]),
    ).toEqual([{ ...member("north-board", "2029-02-01"), recordedAt, withdrawnAt }]);
  });
  it("has nobody on days, or in a time, that never met", () => {
    const until = { ...north, to: day("2029-01-31") };
    expect(unitsOfKind("p", { kind: "board", under: "district" }, [until, board])).toEqual([]);
    const withdrawnAt = Instant.make("2029-02-01T12:00:00.000Z");
    const recordedAt = Instant.make("2029-03-01T12:00:00.000Z");
    const corrected = [
      { ...north, withdrawnAt },
      { ...board, recordedAt },
    ];
    expect(unitsOfKind("p", { kind: "board", under: "district" }, corrected)).toEqual([]);
  });
  it("never goes round in a circle", () => {
    const a: UnitPlaced = { unit: "a", kind: "branch", parent: "b", from: day("2029-01-01") };
    const b: UnitPlaced = { unit: "b", kind: "branch", parent: "a", from: day("2029-01-01") };
    expect(unitsOfKind("p", { kind: "branch", under: "district" }, [a, b])).toEqual([]);
  });
});
