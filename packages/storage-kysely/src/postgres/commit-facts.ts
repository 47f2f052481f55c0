/** The parts of a commit that write what surrounds the rows: journal, payloads, keys, reservations, authority. */
import type { Batch, Json } from "@verksam/kernel";
import { sql } from "kysely";
import { mandateColumns, mandateValues, placeColumns, placeValues } from "../authority.ts";
import { entryColumns } from "../journal.ts";
import { slot } from "../statement.ts";
import type { Part } from "./commit.ts";
import { type InputColumn, inputOf } from "./input.ts";

const text = (name: string): InputColumn => ({ name, type: "text" });
const integer = (name: string): InputColumn => ({ name, type: "integer" });

const integers: ReadonlySet<string> = new Set(["version", "schema", "cause"]);
const journalColumns: ReadonlyArray<InputColumn> = entryColumns.map((name) =>
  name === "data" ? { name, type: "json" } : integers.has(name) ? integer(name) : text(name),
);
const refs = (columns: ReadonlyArray<{ readonly name: string }>, of?: string) =>
  sql.join(columns.map(({ name }) => sql.ref(of === undefined ? name : `${of}.${name}`)));

export const entryParts = ({ entries, erase }: Batch): ReadonlyArray<Part> => {
  const parts: Array<Part> = [];
  if (erase.length > 0)
    parts.push({
      kind: "erase",
      values: { erase: JSON.stringify(erase) },
      build: () => [
        [
          "erased",
          sql`delete from verksam_payload as payload using head where payload.tenant = ${slot("tenant")}
            and payload.subject = any(array(select json_array_elements_text(cast(${slot("erase")} as json))))`,
        ],
      ],
      counted: [],
    });
  if (entries.length > 0) {
    const input = inputOf(
      "entry",
      [...journalColumns, integer("n")],
      entries.map(({ payload: _, ...entry }, index) => ({ ...entry, n: index + 1 })),
    );
    parts.push({
      kind: `entry${input.kind}`,
      values: input.values,
      build: () => [
        ["entry", input.query()],
        [
          "journal",
          sql`insert into verksam_journal (tenant, position, ${refs(journalColumns)})
            select ${slot("tenant")}, head.base + input.n, ${refs(journalColumns, "input")} from head, entry as input`,
        ],
      ],
      counted: [],
    });
  }
  const payloads = entries.flatMap(({ payload, subject }, index) =>
    payload === null ? [] : [{ n: index + 1, subject, data: payload }],
  );
  if (payloads.length > 0) {
    const input = inputOf(
      "payload",
      [integer("n"), text("subject"), { name: "data", type: "json" }],
      payloads,
    );
    parts.push({
      kind: `payload${input.kind}`,
      values: input.values,
      build: () => [
        ["payload", input.query()],
        [
          "payloads",
          sql`insert into verksam_payload (tenant, position, subject, data)
            select ${slot("tenant")}, head.base + input.n, input.subject, input.data from head, payload as input`,
        ],
      ],
      counted: [],
    });
  }
  return parts;
};

const keyColumns = [
  text("key"),
  text("hash"),
  text("aggregate"),
  text("id"),
  integer("version"),
  integer("events"),
];

export const keyParts = ({ keys }: Batch): ReadonlyArray<Part> => {
  if (keys.length === 0) return [];
  const input = inputOf(
    "key",
    [...keyColumns, integer("n")],
    keys.map(({ position, ...key }) => ({ ...key, n: position + 1 })),
  );
  return [
    {
      kind: `key${input.kind}`,
      values: input.values,
      build: () => [
        ["key", input.query()],
        [
          "keys",
          sql`insert into verksam_key (tenant, ${refs(keyColumns)}, position)
            select ${slot("tenant")}, ${refs(keyColumns, "input")}, case when input.n = 0 then 0 else head.base + input.n end
            from head, key as input`,
        ],
      ],
      counted: [],
    },
  ];
};

const reservationColumns = [text("name"), text("key"), text("owner")];

export const reservationParts = ({ release, reserve }: Batch): ReadonlyArray<Part> => {
  const parts: Array<Part> = [];
  const released = inputOf(
    "freed",
    reservationColumns,
    release.map((reservation) => ({ ...reservation })),
  );
  const reserved = inputOf(
    "wanted",
    reservationColumns,
    reserve.map((reservation) => ({ ...reservation })),
  );
  if (release.length > 0)
    parts.push({
      kind: `release${released.kind}`,
      values: released.values,
      build: () => [
        ["freed", released.query()],
        [
          "released",
          sql`delete from verksam_reservation as held using head, freed as input
            where held.tenant = ${slot("tenant")} and held.name = input.name and held.key = input.key
              and held.owner = input.owner returning 1`,
        ],
      ],
      counted: [],
    });
  if (reserve.length > 0) {
    // A key freed and taken in one commit: counting what was freed makes the taking wait for it.
    const after = release.length > 0 ? sql`where (select count(*) from released) >= 0` : sql`where true`;
    parts.push({
      kind: `reserve${reserved.kind}`,
      values: { ...reserved.values, "wanted.count": reserve.length },
      build: () => [
        ["wanted", reserved.query()],
        [
          "reserved",
          sql`insert into verksam_reservation as held (tenant, name, key, owner)
            select ${slot("tenant")}, input.name, input.key, input.owner from head, wanted as input ${after}
            on conflict (tenant, name, key) do update set owner = excluded.owner
            where held.owner = excluded.owner returning 1`,
        ],
      ],
      counted: [[["reserved"], "wanted.count"]],
    });
  }
  return parts;
};

/** What a source contributed is replaced number by number, and what is beyond its new end goes. */
export const factParts = ({ authority }: Batch): ReadonlyArray<Part> =>
  authority.length === 0
    ? []
    : [
        replacing(
          "mandate",
          mandateColumns,
          authority.map(({ source, facts }) => ({ source, rows: facts.mandates.map(mandateValues) })),
        ),
        replacing(
          "place",
          placeColumns,
          authority.map(({ source, facts }) => ({ source, rows: facts.places.map(placeValues) })),
        ),
      ];

const replacing = (
  name: "mandate" | "place",
  names: ReadonlyArray<string>,
  sources: ReadonlyArray<{ readonly source: string; readonly rows: ReadonlyArray<ReadonlyArray<Json>> }>,
): Part => {
  const columns = [text("source"), integer("n"), ...names.map(text)];
  const table = sql.table(`verksam_${name}`);
  const rows = sources.flatMap(({ source, rows }) =>
    rows.map((row, n) => ({
      source,
      n,
      ...Object.fromEntries(names.map((column, index) => [column, row[index] ?? null])),
    })),
  );
  const ends = inputOf(
    `${name}$end`,
    [text("source"), integer("n")],
    sources.map(({ source, rows }) => ({ source, n: rows.length })),
  );
  const input = inputOf(name, columns, rows);
  const update = sql.join(names.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`));
  return {
    kind: `${name}${input.kind}${ends.kind}`,
    values: { ...input.values, ...ends.values },
    build: () => [
      [name, input.query()],
      [`${name}$end`, ends.query()],
      [
        `${name}$put`,
        sql`insert into ${table} (tenant, ${refs(columns)})
          select ${slot("tenant")}, ${refs(columns, "input")} from head, ${sql.table(name)} as input
          on conflict (tenant, source, n) do update set ${update}`,
      ],
      [
        `${name}$cut`,
        sql`delete from ${table} as fact using head, ${sql.table(`${name}$end`)} as input
          where fact.tenant = ${slot("tenant")} and fact.source = input.source and fact.n >= input.n`,
      ],
    ],
    counted: [],
  };
};
