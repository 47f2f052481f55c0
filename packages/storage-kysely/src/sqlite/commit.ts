/** A commit is a transaction of small statements; the first writes the head row, so that the lock is taken before anything is read. */
import type { Batch, Committed } from "@verksam/kernel";
import { type RawBuilder, sql } from "kysely";
import { mandateColumns, mandateValues, placeColumns, placeValues } from "../authority.ts";
import { Conflicted } from "../conflict.ts";
import { entryColumns } from "../journal.ts";
import { type Steps, slot, statement } from "../statement.ts";
import { recheck, writeRow } from "./commit-rows.ts";

export function* commit(tenant: string, batch: Batch): Steps<Committed> {
  const { head, entries } = batch;
  const [moved] = yield moveHead(head.authority === 0).bind({
    tenant,
    count: entries.length,
    grow: batch.authority.length > 0 ? 1 : 0,
    authority: head.authority,
    position: head.position ?? null,
    zone: batch.zone ?? null,
  });
  const position = Number(moved?.position);
  const base = position - entries.length;
  const authority = Number(moved?.authority);
  if (moved === undefined || (head.position ?? base) !== base) throw new Conflicted();
  for (const write of batch.writes) yield* writeRow(tenant, write);
  for (const row of batch.read) yield* recheck(tenant, row);
  for (const subject of batch.erase)
    yield fixed(
      "erase",
      () => sql`delete from verksam_payload where tenant = ${slot(0)} and subject = ${slot(1)}`,
    ).bind([tenant, subject]);
  yield* insertAll(
    "journal",
    ["position", ...entryColumns],
    entries.map((entry, index) => [
      tenant,
      base + index + 1,
      entry.aggregate,
      entry.id,
      entry.version,
      entry.type,
      entry.schema,
      JSON.stringify(entry.data),
      entry.recorded,
      entry.effective,
      entry.maker,
      entry.office,
      entry.cause,
      entry.reason,
    ]),
  );
  yield* insertAll(
    "payload",
    ["position", "subject", "data"],
    entries.flatMap(({ payload, subject }, index) =>
      payload === null ? [] : [[tenant, base + index + 1, subject, JSON.stringify(payload)]],
    ),
  );
  yield* insertAll(
    "key",
    ["key", "hash", "aggregate", "id", "version", "events", "position"],
    batch.keys.map(({ key, hash, aggregate, id, version, events, position }) => [
      tenant,
      key,
      hash,
      aggregate,
      id,
      version,
      events,
      position < 0 ? 0 : base + position + 1,
    ]),
  );
  yield* reservations(tenant, batch);
  yield* facts(tenant, batch);
  return { position, authority };
}

const fixed = (key: string, build: () => RawBuilder<unknown>) => statement("sqlite", `commit ${key}`, build);

/** While the authority is still 0 the organisation may have no head row yet. */
const moveHead = (isFirst: boolean) =>
  fixed(`head ${isFirst}`, () =>
    isFirst
      ? sql`insert into verksam_head as head (tenant, position, authority, zone)
          values (${slot("tenant")}, ${slot("count")}, ${slot("grow")}, ${slot("zone")})
          on conflict (tenant) do update
          set position = head.position + excluded.position,
            authority = head.authority + excluded.authority,
            zone = coalesce(excluded.zone, head.zone)
          where head.authority = 0
          returning position, authority`
      : sql`update verksam_head
          set position = position + ${slot("count")}, authority = authority + ${slot("grow")},
            zone = coalesce(${slot("zone")}, zone)
          where tenant = ${slot("tenant")} and authority = ${slot("authority")}
          returning position, authority`,
  );

function* reservations(tenant: string, { release, reserve }: Batch): Steps<void> {
  for (const { name, key, owner } of release)
    yield fixed(
      "release",
      () => sql`delete from verksam_reservation
        where tenant = ${slot("tenant")} and name = ${slot("name")} and key = ${slot("key")} and owner = ${slot("owner")}`,
    ).bind({ tenant, name, key, owner });
  for (const { name, key, owner } of reserve) {
    const reserved = yield fixed(
      "reserve",
      () => sql`insert into verksam_reservation as held (tenant, name, key, owner)
        values (${slot("tenant")}, ${slot("name")}, ${slot("key")}, ${slot("owner")})
        on conflict (tenant, name, key) do update set owner = excluded.owner
        where held.owner = excluded.owner returning owner`,
    ).bind({ tenant, name, key, owner });
    if (reserved.length === 0) throw new Conflicted();
  }
}

/** What a source contributed is replaced whole. */
function* facts(tenant: string, { authority }: Batch): Steps<void> {
  for (const { source } of authority)
    for (const name of ["mandate", "place"])
      yield fixed(
        `forget ${name}`,
        () =>
          sql`delete from ${sql.table(`verksam_${name}`)} where tenant = ${slot(0)} and source = ${slot(1)}`,
      ).bind([tenant, source]);
  yield* insertAll(
    "mandate",
    ["source", "n", ...mandateColumns],
    authority.flatMap(({ source, facts }) =>
      facts.mandates.map((fact, n) => [tenant, source, n, ...mandateValues(fact)]),
    ),
  );
  yield* insertAll(
    "place",
    ["source", "n", ...placeColumns],
    authority.flatMap(({ source, facts }) =>
      facts.places.map((fact, n) => [tenant, source, n, ...placeValues(fact)]),
    ),
  );
}

/** The most rows inserted by one statement; a power of two, like every number of rows inserted at once. */
const mostRows = 32;

/** Inserts the rows, some at a time, by statements of 32, 16, 8, 4, 2 rows and one: so few that all stay prepared. */
function* insertAll(
  table: string,
  columns: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<unknown>>,
): Steps<void> {
  for (let from = 0, count = mostRows; from < rows.length; from += count) {
    while (count > rows.length - from) count /= 2;
    const names = ["tenant", ...columns];
    yield fixed(`insert ${table} ${count}`, () => {
      const values = Array.from(
        { length: count },
        (_, row) => sql`(${sql.join(names.map((_, column) => slot(row * names.length + column)))})`,
      );
      return sql`insert into ${sql.table(`verksam_${table}`)} (${sql.join(names.map((name) => sql.ref(name)))})
        values ${sql.join(values)}`;
    }).bind(count === 1 ? (rows[from] ?? []) : rows.slice(from, from + count).flat());
  }
}
