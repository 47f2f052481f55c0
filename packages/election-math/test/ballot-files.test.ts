import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import {
  type BallotFile,
  blt,
  bltReader,
  csv,
  InvalidInput,
  merged,
  parseBlt,
  parseCsv,
  parsePreflib,
  preflib,
} from "../src/ballots/index.ts";
import { dialectOf, dialects, expected, needs, shared, textOf, wards } from "./wards.fixture.ts";

const cells = join(shared, "text/csv-injection-cells.json");

/** Quicker than comparing some hundred thousand preferences one by one. */
const expectEqual = (read: BallotFile, file: BallotFile) =>
  expect(JSON.stringify(read) === JSON.stringify(file)).toBe(true);

const withoutCount = ({ candidates, ballots }: BallotFile): BallotFile => ({
  candidates: candidates.map(({ id, name }) => ({ id, name: name.trim() })),
  withdrawn: [],
  ballots,
});

describe("the ballots of forty wards", () => {
  beforeEach(needs(wards));
  const rows = existsSync(wards) ? expected() : [];
  const files = rows.map(({ file }) => ({ file, text: textOf(file), dialect: dialectOf(file) }));

  it("say as many candidates, seats and valid ballots as were counted", () => {
    expect(files).toHaveLength(40);
    const read = files.map(({ file, text, dialect }) => {
      const { candidates, seats, ballots } = parseBlt(text, dialect);
      const valid = ballots.reduce(
        (sum, { ranking, weight }) => sum + (ranking.length > 0 ? Number(weight) : 0),
        0,
      );
      return { file, candidates: String(candidates.length), seats: String(seats), valid: String(valid) };
    });
    expect(read).toEqual(
      rows.map(({ file, candidates, seats, valid }) => ({ file, candidates, seats, valid })),
    );
  });

  it("are malformed where they are written in another way than was told", () => {
    for (const file of Object.keys(dialects))
      expect(() => parseBlt(textOf(file)), file).toThrow(expect.objectContaining({ _tag: "MalformedFile" }));
    const names = parseBlt(textOf("falkirk_2022_ward2.blt"), { parties: true }).candidates;
    expect(names[4]).toEqual({ id: "5", name: "Stuart MARTIN", party: "UKIP" });
  });

  it("are the same in small pieces", () => {
    for (const { text, dialect } of files) {
      const reader = bltReader(dialect);
      const ballots = (text.match(/.{1,11}/gsu) ?? []).flatMap((piece) => reader.push(piece));
      expectEqual({ ...reader.end(), ballots }, parseBlt(text, dialect));
    }
  });

  it("read back equal from every format that can say them", () => {
    for (const { text, dialect } of files) {
      const file = parseBlt(text, dialect);
      expectEqual(parseBlt(blt(file, { parties: true }), { parties: true }), file);
      const votes = withoutCount(file);
      expectEqual(parseCsv(csv(votes), { candidates: votes.candidates }), votes);
      const orders = merged(votes);
      expectEqual(parsePreflib(preflib(orders, "soi")), orders);
    }
  });
});

describe("cells that spreadsheets run", () => {
  beforeEach(needs(cells));
  const given: ReadonlyArray<{ readonly value: string; readonly danger: boolean }> = existsSync(cells)
    ? JSON.parse(readFileSync(cells, "utf8"))
    : [];
  const fileOf = (id: string): BallotFile => ({
    candidates: [{ id, name: "A" }],
    withdrawn: [],
    ballots: [{ ranking: [[id]], weight: 1 }],
  });

  it("are refused, and no others", () => {
    expect(given.length).toBeGreaterThan(40);
    for (const { value, danger } of given)
      if (danger) expect(() => csv(fileOf(value)), JSON.stringify(value)).toThrow(InvalidInput);
      else expect(parseCsv(csv(fileOf(value)), fileOf(value))).toEqual(fileOf(value));
  });

  it("are guarded where that is asked for, and read back as they were", () => {
    for (const { value } of given) {
      const text = csv(fileOf(value), { guarded: true });
      expect(text).not.toMatch(/[,;\t\r\n][\s"]*[=+\-@]/);
      expect(parseCsv(text, { ...fileOf(value), guarded: true })).toEqual(fileOf(value));
    }
  });
});
