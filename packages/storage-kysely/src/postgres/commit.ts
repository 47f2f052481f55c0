/**
 * A commit is one statement. Its first part updates the head row, and every other part is joined to what that part
 * returns: so the head is locked before anything else, and commits of one organisation wait for each other there and
 * nowhere else. After such a wait the rows are still found as they were when the statement began, but an update or a lock
 * looks at the newest version of its row, and one that no longer fits is not counted. Its last part counts, and divides by
 * zero where a count is not what it must be, which undoes the whole statement.
 */
import type { Batch, Committed } from "@verksam/kernel";
import { type RawBuilder, sql } from "kysely";
import { Conflicted } from "../conflict.ts";
import { type Steps, slot, statement } from "../statement.ts";
import { entryParts, factParts, keyParts, reservationParts } from "./commit-facts.ts";
import { rowParts } from "./commit-rows.ts";

type Sql = RawBuilder<unknown>;

/** One part of the statement. */
export interface Part {
  /** Tells apart parts of different text: batches with the same kinds share a statement. */
  readonly kind: string;
  readonly values: { readonly [slot: string]: unknown };
  /** Named statements of the `with`, in order. */
  readonly build: () => ReadonlyArray<readonly [name: string, query: Sql]>;
  /** The names of those whose rows are counted, with the slot of the count there must be. */
  readonly counted: ReadonlyArray<readonly [names: ReadonlyArray<string>, slot: string]>;
}

export function* commit(tenant: string, batch: Batch): Steps<Committed> {
  const { head, entries, zone } = batch;
  const parts = [
    ...rowParts(batch),
    ...entryParts(batch),
    ...keyParts(batch),
    ...reservationParts(batch),
    ...factParts(batch),
  ];
  const isFirst = head.authority === 0;
  const key = `commit ${isFirst} ${parts.map(({ kind }) => kind).join(" ")}`;
  const rows = yield statement("postgres", key, () => {
    const named = [
      ["head", isFirst ? foundHead() : moveHead()] as const,
      ...parts.flatMap(({ build }) => build()),
    ];
    const counts = parts
      .flatMap(({ counted }) => counted)
      .map(([names, expected]) => {
        const sum = sql.join(
          names.map((name) => sql`(select count(*) from ${sql.table(name)})`),
          sql` + `,
        );
        return sql`${sum} = cast(${slot(expected)} as bigint)`;
      });
    if (isFirst)
      counts.push(sql`head.authority = cast(${slot("grow")} as bigint)
        and head.base = coalesce(cast(${slot("position")} as bigint), head.base)`);
    const holds = counts.length === 0 ? sql`true` : sql.join(counts, sql` and `);
    return sql`with ${sql.join(named.map(([name, query]) => sql`${sql.table(name)} as (${query})`))}
      select cast(head.position as text) as position, cast(head.authority as text) as authority,
        1 / (case when ${holds} then 1 else 0 end) as kept from head`;
  }).bind(
    Object.assign(
      {
        tenant,
        count: entries.length,
        grow: batch.authority.length > 0 ? 1 : 0,
        authority: head.authority,
        position: head.position ?? null,
        zone: zone ?? null,
      },
      ...parts.map(({ values }) => values),
    ),
  );
  const [row] = rows;
  if (row === undefined) throw new Conflicted();
  return { position: Number(row.position), authority: Number(row.authority) };
}

const moveHead = () => sql`update verksam_head as head
  set position = head.position + cast(${slot("count")} as bigint),
    authority = head.authority + cast(${slot("grow")} as bigint),
    zone = coalesce(cast(${slot("zone")} as text), head.zone)
  where head.tenant = ${slot("tenant")} and head.authority = cast(${slot("authority")} as bigint)
    and head.position = coalesce(cast(${slot("position")} as bigint), head.position)
  returning head.position - cast(${slot("count")} as bigint) as base, head.position, head.authority`;

/** While the authority is still 0 the organisation may have no head row yet. */
const foundHead = () => sql`insert into verksam_head as head (tenant, position, authority, zone)
  values (${slot("tenant")}, cast(${slot("count")} as bigint), cast(${slot("grow")} as bigint), cast(${slot("zone")} as text))
  on conflict (tenant) do update
  set position = head.position + excluded.position,
    authority = head.authority + excluded.authority,
    zone = coalesce(excluded.zone, head.zone)
  where head.authority = 0 and head.position = coalesce(cast(${slot("position")} as bigint), head.position)
  returning head.position - cast(${slot("count")} as bigint) as base, head.position, head.authority`;
