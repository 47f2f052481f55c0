/** The parts of a commit that write what surrounds the rows: journal, payloads, keys, reservations, authority. */
import type { Batch, Json, JsonRecord } from "@verksam/kernel";
import { sql } from "kysely";
import { mandateColumns, mandateValues, placeColumns, placeValues } from "../authority.ts";
import { Conflicted } from "../conflict.ts";
import { entryColumns } from "../journal.ts";
import { slot } from "../statement.ts";
import {
  assigned,
  type InputColumn,
  inputOf,
  integer,
  type Part,
  refs,
  tenant,
  text,
  type Values,
} from "./part.ts";

export const factParts = (values: Values, batch: Batch): ReadonlyArray<Part> => {
  const { entries, erase, keys, release, reserve, authority } = batch;
  const parts: Array<Part> = [];
  if (erase.length > 0) parts.push(erasePart(values, erase));
  if (entries.length > 0) parts.push(entryPart(values, entries));
  const payloads = entries.flatMap(({ payload, subject }, index) =>
    payload === null ? [] : [{ n: index + 1, subject, data: payload }],
  );
  if (payloads.length > 0) parts.push(payloadPart(values, payloads));
  if (keys.length > 0) parts.push(keyPart(values, keys));
  if (release.length > 0) parts.push(releasePart(values, release));
  if (reserve.length > 0) parts.push(reservePart(values, reserve, release.length > 0));
  if (authority.length > 0) {
    const mandates = authority.map(({ source, facts }) => ({
      source,
      rows: facts.mandates.map(mandateValues),
    }));
    const places = authority.map(({ source, facts }) => ({ source, rows: facts.places.map(placeValues) }));
    parts.push(replacePart(values, "mandate", mandateColumns, mandates));
    parts.push(replacePart(values, "place", placeColumns, places));
  }
  return parts;
};

const erasePart = (values: Values, erase: Batch["erase"]): Part => {
  const place = values.add(JSON.stringify(erase));
  return {
    kind: "erase",
    build: () => [
      [
        "erased",
        sql`delete from verksam_payload as payload using head where payload.tenant = ${tenant}
          and payload.subject = any(array(select json_array_elements_text(cast(${slot(place)} as json))))`,
      ],
    ],
  };
};

const integers: ReadonlySet<string> = new Set(["version", "schema", "cause"]);
const journalColumns: ReadonlyArray<InputColumn> = entryColumns.map((name) =>
  name === "data" ? { name, type: "json" } : integers.has(name) ? integer(name) : text(name),
);
/** An entry's number in the batch, from 1: its position after the head's. */
const n = integer("n");
const entryInput = [...journalColumns, n];

const entryPart = (values: Values, entries: Batch["entries"]): Part => {
  const input = inputOf(
    values,
    entryInput,
    entries.map(({ payload: _payload, subject: _subject, ...entry }, index) => ({ ...entry, n: index + 1 })),
  );
  return {
    kind: `entry${input.kind}`,
    build: () => [
      ["entry", input.query()],
      [
        "journal",
        sql`insert into verksam_journal (tenant, position, ${refs(journalColumns)})
          select ${tenant}, head.base + input.n, ${refs(journalColumns, "input")} from head, entry as input`,
      ],
    ],
  };
};

const payloadPart = (values: Values, payloads: ReadonlyArray<JsonRecord>): Part => {
  const input = inputOf(values, [n, text("subject"), { name: "data", type: "json" }], payloads);
  return {
    kind: `payload${input.kind}`,
    build: () => [
      ["payload", input.query()],
      [
        "payloads",
        sql`insert into verksam_payload (tenant, position, subject, data)
          select ${tenant}, head.base + input.n, input.subject, input.data from head, payload as input`,
      ],
    ],
  };
};

const keyColumns = [
  text("key"),
  text("hash"),
  text("aggregate"),
  text("id"),
  integer("version"),
  integer("events"),
];
const keyInput = [...keyColumns, n];

const keyPart = (values: Values, keys: Batch["keys"]): Part => {
  const input = inputOf(
    values,
    keyInput,
    keys.map(({ position, ...key }) => ({ ...key, n: position + 1 })),
  );
  return {
    kind: `key${input.kind}`,
    build: () => [
      ["key", input.query()],
      [
        "keys",
        sql`insert into verksam_key (tenant, ${refs(keyColumns)}, position)
          select ${tenant}, ${refs(keyColumns, "input")}, case when input.n = 0 then 0 else head.base + input.n end
          from head, key as input`,
      ],
    ],
  };
};

const reservationColumns = [text("name"), text("key"), text("owner")];

const releasePart = (values: Values, release: Batch["release"]): Part => {
  const input = inputOf(
    values,
    reservationColumns,
    release.map((each) => ({ ...each })),
  );
  return {
    kind: `release${input.kind}`,
    build: () => [
      ["freed", input.query()],
      [
        "released",
        sql`delete from verksam_reservation as held using head, freed as input
          where held.tenant = ${tenant} and held.name = input.name and held.key = input.key
            and held.owner = input.owner returning 1`,
      ],
    ],
  };
};

const reservePart = (values: Values, reserve: Batch["reserve"], isAfterRelease: boolean): Part => {
  const wanted = distinct(reserve);
  const input = inputOf(values, reservationColumns, wanted);
  return {
    kind: `reserve${input.kind}`,
    build: () => {
      // A key freed and taken in one commit: counting what was freed makes the taking wait for it.
      const after = sql.raw(isAfterRelease ? "(select count(*) from released) >= 0" : "true");
      return [
        ["wanted", input.query()],
        [
          "reserved",
          sql`insert into verksam_reservation as held (tenant, name, key, owner)
            select ${tenant}, input.name, input.key, input.owner from head, wanted as input where ${after}
            on conflict (tenant, name, key) do update set owner = excluded.owner
            where held.owner = excluded.owner returning 1`,
        ],
      ];
    },
    counted: { names: ["reserved"], count: values.add(wanted.length) },
  };
};

/** Each key once: a statement may not take the same row twice. */
const distinct = (reserve: Batch["reserve"]): ReadonlyArray<JsonRecord> => {
  const owners = new Map<string, string>();
  return reserve.flatMap(({ name, key, owner }) => {
    const id = JSON.stringify([name, key]);
    const other = owners.get(id);
    if (other !== undefined && other !== owner) throw new Conflicted();
    owners.set(id, owner);
    return other === undefined ? [{ name, key, owner }] : [];
  });
};

/** What a source contributed is replaced number by number, and what is beyond its new end goes. */
const replacePart = (
  values: Values,
  name: "mandate" | "place",
  names: ReadonlyArray<string>,
  sources: ReadonlyArray<{ readonly source: string; readonly rows: ReadonlyArray<ReadonlyArray<Json>> }>,
): Part => {
  const facts = names.map(text);
  const columns = [text("source"), n, ...facts];
  const rows = sources.flatMap(({ source, rows }) =>
    rows.map((row, n) => ({
      source,
      n,
      ...Object.fromEntries(names.map((column, index) => [column, row[index] ?? null])),
    })),
  );
  const input = inputOf(values, columns, rows);
  const ends = inputOf(
    values,
    [text("source"), n],
    sources.map(({ source, rows }) => ({ source, n: rows.length })),
  );
  return {
    kind: `${name}${input.kind}${ends.kind}`,
    build: () => {
      const table = sql.table(`verksam_${name}`);
      return [
        [name, input.query()],
        [
          `${name}.put`,
          sql`insert into ${table} (tenant, ${refs(columns)})
            select ${tenant}, ${refs(columns, "input")} from head, ${sql.id(name)} as input
            on conflict (tenant, source, n) do update set ${assigned(facts, "excluded")}`,
        ],
        [`${name}.end`, ends.query()],
        [
          `${name}.cut`,
          sql`delete from ${table} as fact using head, ${sql.id(`${name}.end`)} as input
            where fact.tenant = ${tenant} and fact.source = input.source and fact.n >= input.n`,
        ],
      ];
    },
  };
};
