/** An election out of tables as those in `elections/`. */

import { type Constituency, type Election, OTHER } from "@verksam/election-math/seats";
import { Problems, WrongUse } from "example-terminal";
import { type CsvFile, type Row, readCsv } from "./csv-file.ts";
import type { CsvSource } from "./options.ts";

/** An election as it was given, and what its files call things. */
export interface GivenElection {
  /** Checked by the count alone. */
  readonly election: Election;
  /** The name of the area the votes are of, where the file tells it. */
  readonly area: string | undefined;
  readonly files: ReadonlyArray<string>;
  /** A line for everything in the files that was not understood and does not count. */
  readonly ignored: ReadonlyArray<string>;
  /** What a field of the election is in the files: "votes.csv: constituency 01: votes". */
  readonly called: (field: string) => string;
}

/** Throws `BadInput`, and `WrongUse` where the number of seats is missing. */
export const csvElection = (source: CsvSource): GivenElection => {
  const problems = new Problems();
  const votes = readCsv(source.votes, ["party", "votes"]);
  const fixed =
    source.fixed === undefined ? undefined : readCsv(source.fixed, ["constituency_code", "fixed_seats"]);
  if (fixed !== undefined && votes.columns.includes("fixed_seats"))
    problems.add(votes.name, "fixed_seats", `the fixed seats stand in ${fixed.name} too`);
  const rows = ofArea(votes, source.area, problems);
  problems.done();
  const read = [...Map.groupBy(rows, idOf)].map(([id, rows]) => constituency(id, rows, problems));
  const seats = fixed === undefined ? undefined : fixedSeats(fixed, source.area, problems);
  problems.done();
  if (fixed !== undefined && seats !== undefined) {
    const ids = read.map(({ id }) => id);
    for (const [id, { place }] of seats)
      if (!ids.includes(id)) problems.add(place, "constituency_code", `no votes in ${votes.name}`);
    for (const id of ids)
      if (!seats.has(id)) problems.add(fixed.name, "constituency_code", `${id} is missing`);
  }
  problems.done();
  const known = read.map((one) => ({ ...one, fixedSeats: seats?.get(one.id)?.seats ?? one.fixedSeats }));
  const incomplete = known.length > 1 ? known.filter(({ fixedSeats }) => fixedSeats === undefined) : [];
  if (incomplete.length > 0 && !votes.columns.includes("fixed_seats"))
    problems.add(votes.name, "fixed_seats", "there is no such column; --fixed names a file with them");
  else for (const { id } of incomplete) problems.add(votes.name, `constituency ${id}: fixed_seats`, "empty");
  problems.done();
  const totalSeats = allSeats(source, known);
  return {
    election: {
      rules: source.rules,
      totalSeats,
      constituencies: known.map((one) => ({ ...one, fixedSeats: one.fixedSeats ?? totalSeats })),
    },
    area: rows[0]?.of("area") || undefined,
    files: [votes.name, ...(fixed === undefined ? [] : [fixed.name])],
    ignored: [],
    called: (field) =>
      called(field, source.seats === undefined ? `${votes.name}: all seats` : "--seats", votes.name, read),
  };
};

/** The whole is one constituency where the table has none. */
const idOf = (row: Row): string =>
  row.of("constituency_code") || row.of("constituency") || row.of("area_code") || "SE";

/** The rows of one area: the one asked for, or the only one there is. */
const ofArea = (file: CsvFile, area: string | undefined, problems: Problems): ReadonlyArray<Row> => {
  const { name, columns, rows } = file;
  if (area !== undefined && !columns.includes("area_code")) {
    problems.add(name, "area_code", "there is no such column to find the area in");
    return rows;
  }
  const own = area === undefined ? rows : rows.filter((row) => row.of("area_code") === area);
  if (own.length === 0) problems.add(name, "area_code", `no row of the area ${area}`);
  const areas = new Map(own.map((row) => [row.of("area_code"), row.of("area")]));
  const [first] = areas;
  if (first !== undefined && areas.size > 1) {
    const [code, area] = first;
    const example = area === "" ? code : `${code} for ${area}`;
    problems.add(name, "area_code", `${areas.size} areas: choose one with --area, as ${example}`);
  }
  return own;
};

interface Read extends Omit<Constituency, "fixedSeats"> {
  readonly fixedSeats: number | undefined;
}

const constituency = (id: string, rows: ReadonlyArray<Row>, problems: Problems): Read => {
  const votes = new Map<string, number>();
  for (const row of rows) {
    const party = row.of("party");
    if (party === "") problems.add(row.place, "party", "empty");
    if (votes.has(party)) problems.add(row.place, "party", `${party} is there before in constituency ${id}`);
    votes.set(party, whole(row, "votes", problems));
  }
  const name = same(rows, "constituency", problems);
  const valid = same(rows, "valid_votes", problems);
  if (valid !== undefined) {
    const rest =
      whole(valid, "valid_votes", problems) - [...votes.values()].reduce((sum, own) => sum + own, 0);
    if (rest < 0) problems.add(valid.place, "valid_votes", "fewer than the parties have together");
    else if (rest > 0) votes.set(OTHER, (votes.get(OTHER) ?? 0) + rest);
  }
  const fixed = same(rows, "fixed_seats", problems);
  return {
    id,
    ...(name !== undefined && { name: name.of("constituency") }),
    // from entries, so that no party can mean something else to an object
    votes: Object.fromEntries(votes),
    fixedSeats: fixed === undefined ? undefined : whole(fixed, "fixed_seats", problems),
  };
};

/** The first of rows that must agree in a column; undefined where the column is empty. */
const same = (rows: ReadonlyArray<Row>, column: string, problems: Problems): Row | undefined => {
  const [first, ...others] = rows;
  if (first === undefined) return undefined;
  for (const row of others)
    if (row.of(column) !== first.of(column))
      problems.add(row.place, column, `not as on ${first.place}, for the same constituency`);
  return first.of(column) === "" ? undefined : first;
};

const whole = (row: Row, column: string, problems: Problems): number => {
  const text = row.of(column);
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(number)) return number;
  problems.add(row.place, column, text === "" ? "empty" : "not a whole number from 0 to 2^53 - 1");
  return 0;
};

const fixedSeats = (file: CsvFile, area: string | undefined, problems: Problems) => {
  const rows = file.columns.includes("area_code") ? ofArea(file, area, problems) : file.rows;
  const seats = new Map<string, { readonly seats: number; readonly place: string }>();
  for (const row of rows) {
    const id = row.of("constituency_code");
    if (seats.has(id)) problems.add(row.place, "constituency_code", `${id} is there before`);
    seats.set(id, { seats: whole(row, "fixed_seats", problems), place: row.place });
  }
  return seats;
};

/** RF 3:2: the Riksdag has 349 members. In an undivided area every seat is a fixed one. */
const allSeats = ({ rules, seats }: CsvSource, constituencies: ReadonlyArray<Read>): number => {
  if (seats !== undefined) return seats;
  if (rules.startsWith("se.riksdag@")) return 349;
  const [first, ...others] = constituencies;
  if (first?.fixedSeats !== undefined && others.length === 0) return first.fixedSeats;
  throw new WrongUse("--seats is needed: the votes do not tell how many seats there are in all");
};

const called = (field: string, seats: string, file: string, constituencies: ReadonlyArray<Read>): string => {
  if (field === "totalSeats") return seats;
  const [, at, rest] = /^constituencies\[(\d+)\](?:\.(.*))?$/.exec(field) ?? [];
  if (at === undefined) return `${file}: ${field}`;
  const column = rest === "fixedSeats" ? "fixed_seats" : rest;
  return [file, `constituency ${constituencies[Number(at)]?.id}`, ...(column ? [column] : [])].join(": ");
};
