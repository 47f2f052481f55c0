/** What is asked for wrongly. */
import { join, resolve } from "node:path";
import { shortPath } from "example-terminal";
import { describe, expect, it } from "vitest";
import { countBallots, usage as countUsage } from "../src/count-ballots.ts";
import { nomination, usage } from "../src/nomination.ts";
import { ranWith } from "./run.fixture.ts";

describe("wrong use ends with 2, a line of why and the options", () => {
  it.each([
    [["--colour"], "Unknown option '--colour'"],
    [["--lang", "de"], "--lang is sv or en"],
    [["--conference", "a.json"], "--conference and --ballots go together"],
    [["--ballots", "a.csv"], "--conference and --ballots go together"],
    [["--out", "a", "--out", "b"], "--out is given 2 times"],
    [["--out", ""], "--out is empty"],
  ])("nomination %s", (args, why) => {
    expect(ranWith(nomination, ...args)).toEqual({
      code: 2,
      printed: "",
      complaints: [expect.stringContaining(`${why}`)],
    });
    expect(ranWith(nomination, ...args).complaints[0]).toContain(usage);
  });

  it.each([
    [["--rules", "wigm"], "--blt says which file"],
    [["--blt", ""], "--blt is empty"],
    [["--blt", "a"], "--rules is one of scottish, wigm, ers97, meek, meek-nz, irv, "],
    [["--blt", "a", "--rules", "constructor"], "--rules is one of scottish, "],
    [["--blt", "a", "--rules", "wigm", "--seats", "0"], "--seats is a whole number from 1"],
    [["--blt", "a", "--rules", "wigm", "--lang", "de"], "--lang is sv or en"],
    [["--blt", "a", "--rules", "wigm", "b"], "Unexpected argument 'b'"],
  ])("count-ballots %s", (args, why) => {
    const { code, printed, complaints } = ranWith(countBallots, ...args);
    expect([code, printed, complaints.length]).toEqual([2, "", 1]);
    expect(complaints[0]).toContain(why);
    expect(complaints[0]).toContain(countUsage);
  });
});

it("a path is told from the working directory where it lies below, else whole", () => {
  expect(shortPath(resolve("out", "record.json"))).toBe(join("out", "record.json"));
  expect(shortPath(resolve("..", "record.json"))).toBe(resolve("..", "record.json"));
});

it("--help prints the options", () => {
  expect(ranWith(nomination, "--help")).toEqual({ code: 0, printed: usage, complaints: [] });
  expect(ranWith(countBallots, "--help")).toEqual({ code: 0, printed: countUsage, complaints: [] });
});
