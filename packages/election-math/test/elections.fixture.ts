/** The certified elections that lie with the example: votes in, seats out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Constituency } from "../src/seats/election/input.ts";

const folder = join(import.meta.dirname, "../../../examples/election-night/elections");

type Row = Readonly<Record<string, string>>;

export const rowsOf = (file: string): ReadonlyArray<Row> =>
  parse(readFileSync(join(folder, file), "utf8"), { columns: true, comment: "#" });

/** The constituencies of rows with a party's votes each. */
export const constituenciesOf = (
  rows: ReadonlyArray<Row>,
  fixedSeats: (row: Row) => number,
): ReadonlyArray<Constituency> =>
  [...Map.groupBy(rows, ({ constituency_code = "" }) => constituency_code)].map(([id, rows]) => ({
    id,
    fixedSeats: fixedSeats(rows[0] ?? {}),
    votes: Object.fromEntries(rows.map(({ party = "", votes }) => [party, Number(votes)])),
  }));

/** A general election to the Riksdag, with the certified seats by constituency and party. */
export const riksdag = (year: "2014" | "2018") => {
  const fixed = new Map(
    rowsOf(`riksdag-${year}-fixed-seats.csv`).map((row) => [row.constituency_code, Number(row.fixed_seats)]),
  );
  return {
    constituencies: constituenciesOf(
      rowsOf(`riksdag-${year}-votes.csv`),
      ({ constituency_code }) => fixed.get(constituency_code) ?? 0,
    ),
    certified: Object.fromEntries(
      rowsOf(`riksdag-${year}-seats.csv`).map((row) => [
        `${row.constituency_code}/${row.party}`,
        Number(row.total),
      ]),
    ),
  };
};
