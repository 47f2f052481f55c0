/** The elections in `elections/` come out with the seats that were certified. */
import { readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { elections, folderOn, newFolder } from "./night.fixture.ts";

type Row = Readonly<Record<string, string>>;

/** Read without the example's own reader. */
const rowsOf = (name: string): ReadonlyArray<Row> => {
  const [head = "", ...rows] = readFileSync(elections(name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const columns = head.split(",");
  return rows.map((row) => Object.fromEntries(row.split(",").map((cell, at) => [columns[at] ?? "", cell])));
};

interface Answer {
  readonly status: string;
  readonly totals: Readonly<Record<string, number>>;
  readonly seats: Readonly<
    Record<string, Readonly<Record<string, { readonly fixed: number; readonly adjustment: number }>>>
  >;
}

const disk = newFolder();
afterAll(() => rmSync(disk, { recursive: true, force: true }));

const answered = (...args: ReadonlyArray<string>): Answer => {
  const folder = folderOn(disk);
  expect(folder.run(...args)).toMatchObject({ code: 0, complaints: [] });
  // the example's own output
  return folder.json("answer.json") as Answer;
};

/** Seats by constituency and party, none left out that is not 0. */
const seatsIn = (answer: Answer): ReadonlyArray<string> =>
  Object.entries(answer.seats)
    .flatMap(([constituency, parties]) =>
      Object.entries(parties).map(
        ([party, { fixed, adjustment }]) => `${constituency} ${party} ${fixed + adjustment}`,
      ),
    )
    .sort();

const sumBy = (rows: ReadonlyArray<Row>, seats: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(rows, ({ party }) => party ?? "")]
      .map(([party, own]) => [party, own.reduce((sum, row) => sum + Number(row[seats]), 0)] as const)
      .filter(([, sum]) => sum > 0),
  );

describe.each([
  { year: 2014, rules: "se.riksdag@1998" },
  { year: 2018, rules: "se.riksdag@2018" },
])("the Riksdag of $year", ({ year, rules }) => {
  const certified = rowsOf(`riksdag-${year}-seats.csv`);
  let answer: Answer;
  beforeAll(() => {
    const votes = ["--votes", elections(`riksdag-${year}-votes.csv`)];
    answer = answered(...votes, "--fixed", elections(`riksdag-${year}-fixed-seats.csv`), "--rules", rules);
  });

  it("every party in every constituency", () => {
    expect(seatsIn(answer)).toEqual(
      certified
        .filter(({ total }) => total !== "0")
        .map(({ constituency_code, party, total }) => `${constituency_code} ${party} ${total}`)
        .sort(),
    );
  });

  it("the parties in all", () => {
    expect(answer.totals).toEqual(sumBy(certified, "total"));
  });

  it("as many fixed seats in a constituency as it has", () => {
    for (const { constituency_code = "", fixed_seats } of rowsOf(`riksdag-${year}-fixed-seats.csv`)) {
      const held = Object.values(answer.seats[constituency_code] ?? {});
      expect([constituency_code, `${held.reduce((sum, { fixed }) => sum + fixed, 0)}`]).toEqual([
        constituency_code,
        fixed_seats,
      ]);
    }
  });
});

it("the Riksdag of 2014 by the rules of 2018: the largest party would have had one seat less", () => {
  const { totals } = answered(
    ...["--votes", elections("riksdag-2014-votes.csv"), "--fixed", elections("riksdag-2014-fixed-seats.csv")],
    ...["--rules", "se.riksdag@2018"],
  );
  expect(totals).toEqual({ S: 112, M: 85, SD: 47, MP: 25, C: 22, V: 21, L: 20, KD: 17 });
});

describe("municipalities and regions of 2022", () => {
  const certified = Map.groupBy(
    rowsOf("municipal-and-regional-2022-seats.csv"),
    ({ area_code }) => area_code ?? "",
  );
  const votes = rowsOf("municipal-and-regional-2022-votes.csv");

  it.each([...certified])("area %s", (area, rows) => {
    const [{ valtyp, total_seats = "", adjustment_seats } = {}] = rows;
    const own = votes.filter(({ area_code }) => area_code === area);
    const isDivided = new Set(own.map(({ constituency_code }) => constituency_code)).size > 1;
    const answer = answered(
      ...["--votes", elections("municipal-and-regional-2022-votes.csv"), "--area", area],
      ...["--rules", valtyp === "KF" ? "se.municipality@2018" : "se.region@2018"],
      // where the area is undivided every seat is fixed, and the file tells how many there are
      ...(isDivided ? ["--seats", total_seats] : []),
    );
    expect(answer.totals).toEqual(sumBy(rows, "seats"));
    const held = Object.values(answer.seats).flatMap((parties) => Object.values(parties));
    expect(`${held.reduce((sum, { adjustment }) => sum + adjustment, 0)}`).toBe(adjustment_seats);
  });
});

describe("the European Parliament of 2019", () => {
  it.each([
    [20, "seats_initial"],
    [21, "seats_after_brexit_21"],
  ])("%i seats", (seats, column) => {
    const answer = answered(
      ...["--votes", elections("eu-2019.csv"), "--rules", "se.eu@2014", "--seats", `${seats}`],
    );
    expect(answer.totals).toEqual(sumBy(rowsOf("eu-2019.csv"), column));
  });
});
