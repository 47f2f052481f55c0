/** A counted election for a terminal of 80 columns. */
import { columnsOf, type Terminal, wrapped } from "example-terminal";
import { percentText } from "./figures.ts";
import type { Fragile, FragileSeats } from "./fragile.ts";
import type { Night } from "./night.ts";
import { type Held, seatsOf } from "./tally.ts";

const full = 80;

type Paint = Terminal["paint"];

export const nightTable = (night: Night, paint: Paint): string => {
  const { title, lead, notes, tally } = night;
  return [
    "",
    paint("bold", title),
    ...wrapped(lead, full),
    "",
    ...headed(partyRows(night), paint),
    ...(tally.constituencies.length > 1 ? constituencyTables(night, paint) : []),
    ...(notes.length > 0 ? ["", ...notes.flatMap((note) => wrapped(note, full))] : []),
    ...fragileLists(night, paint),
    "",
  ].join("\n");
};

/** A rule below the heads, and one above the last row where it is a sum. */
const headed = ([head = "", ...rows]: ReadonlyArray<string>, paint: Paint): ReadonlyArray<string> => {
  const width = Math.max(...[head, ...rows].map((line) => [...line].length));
  const rule = paint("gray", "─".repeat(width));
  return [paint("gray", head), rule, ...rows.slice(0, -1), rule, ...rows.slice(-1)];
};

const partyRows = ({ tally, words, language, number }: Night): ReadonlyArray<string> => {
  const { party, votes, share, fixed, adjustment, seats } = words.columns;
  const percent = (own: number, below?: Parameters<typeof percentText>[3]): string =>
    `${percentText(own, tally.votes, language, below)} %`;
  const count = (seats: number): string => (seats === 0 ? "–" : number(seats));
  const sum = (of: (held: Held) => number): string =>
    number(tally.parties.reduce((all, one) => all + of(one), 0));
  const rows = tally.parties.map((one) => [
    one.party,
    number(one.votes),
    percent(one.votes, one.below),
    count(one.fixed),
    count(one.adjustment),
    count(seatsOf(one)),
    one.below !== undefined && seatsOf(one) === 0 ? words.belowBar : "",
  ]);
  const rest = [
    words.rest(tally.rest.parties),
    number(tally.rest.votes),
    percent(tally.rest.votes),
    "–",
    "–",
    "–",
  ];
  return columnsOf(
    [
      { head: party, side: "left" },
      ...[votes, share, fixed, adjustment, seats].map((head) => ({ head, side: "right" }) as const),
      { head: "", side: "left" },
    ],
    [
      ...rows,
      ...(tally.rest.votes > 0 ? [rest] : []),
      [
        words.all,
        number(tally.votes),
        percent(tally.votes),
        sum(({ fixed }) => fixed),
        sum(({ adjustment }) => adjustment),
        sum(seatsOf),
      ],
    ],
  );
};

/** "6+1", and nothing but a dot where a party has none. */
export const cellText = (held: Held | undefined): string => {
  if (held === undefined) return "·";
  return held.adjustment === 0 ? `${held.fixed}` : `${held.fixed}+${held.adjustment}`;
};

/** One table, or several where the parties are too many for the width. */
const constituencyTables = (night: Night, paint: Paint): ReadonlyArray<string> => {
  const { tally, words, number } = night;
  const seated = tally.parties.filter((party) => seatsOf(party) > 0).map(({ party }) => party);
  const rowsFor = (parties: ReadonlyArray<string>): ReadonlyArray<string> =>
    columnsOf(
      [
        { head: words.columns.constituency, side: "left" },
        ...[words.all, ...parties].map((head) => ({ head, side: "right" }) as const),
      ],
      tally.constituencies.map(({ name, held }) => [
        name,
        number([...held.values()].reduce((sum, one) => sum + seatsOf(one), 0)),
        ...parties.map((party) => cellText(held.get(party))),
      ]),
      28,
    );
  return [
    "",
    paint("bold", words.headings.constituencies),
    ...wrapped(`${words.captions.constituencies}.`, full),
    ...inWidth(seated, rowsFor).flatMap(([head = "", ...rows]) => ["", paint("gray", head), ...rows]),
  ];
};

/** As many at a time as fit; one at the least. */
const inWidth = (
  parties: ReadonlyArray<string>,
  rowsFor: (parties: ReadonlyArray<string>) => ReadonlyArray<string>,
): ReadonlyArray<ReadonlyArray<string>> => {
  const tables: Array<ReadonlyArray<string>> = [];
  for (let from = 0; from < parties.length; ) {
    let to = parties.length;
    const fits = () => rowsFor(parties.slice(from, to)).every((line) => [...line].length <= full);
    while (to > from + 1 && !fits()) to--;
    tables.push(rowsFor(parties.slice(from, to)));
    from = to;
  }
  return tables;
};

const fragileLists = (night: Night, paint: Paint): ReadonlyArray<string> => {
  const { fragile, words } = night;
  const note = wrapped(fragileNote(night), full);
  const kinds = ["fewer", "more", "fewerHere", "moreHere"] as const;
  const lists = kinds.flatMap((kind) =>
    fragile[kind].length === 0
      ? []
      : ["", paint("gray", words.fragile.titles[kind]), ...fragileRows(kind, night)],
  );
  if (lists.length === 0) return [];
  return ["", paint("bold", words.headings.fragile), ...note, ...lists];
};

const fragileRows = (kind: keyof FragileSeats, night: Night): ReadonlyArray<string> => {
  const [party = "", ...figures] = fragileHeads(kind, night);
  return columnsOf(
    [
      { head: party, side: "left" },
      ...figures.map((head, at) => ({ head, side: at < 2 ? "right" : "left" }) as const),
    ],
    night.fragile[kind].map((one) => fragileRow(one, night)),
    50,
  ).map((line) => `  ${line}`);
};

/** Party, its seats, the votes needed, and where, if there is more than one constituency. */
export const fragileHeads = (kind: keyof FragileSeats, { words, tally }: Night): ReadonlyArray<string> => {
  const { party, has, fewer, more, where } = words.columns;
  const heads = [party, has, kind.startsWith("fewer") ? fewer : more];
  return tally.constituencies.length > 1 ? [...heads, where] : heads;
};

/** As the heads; of the constituencies where so few votes are enough, one is named. */
export const fragileRow = (
  { party, seats, votes, where }: Fragile,
  { number, nameOf, words, tally }: Night,
): ReadonlyArray<string> => {
  const row = [party, number(seats), number(votes)];
  const all = tally.constituencies.length;
  if (all === 1) return row;
  return [
    ...row,
    where.length === all
      ? words.fragile.anywhere
      : words.fragile.where(nameOf(where[0] ?? ""), where.length - 1),
  ];
};

/** What the lists of fragile seats say, and under which conditions. */
export const fragileNote = ({ words, tally }: Night): string =>
  words.fragile.note(tally.constituencies.length > 1);
