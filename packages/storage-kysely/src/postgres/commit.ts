/**
 * A commit is one statement. Its first part updates the head row, and every other part is joined to what that part
 * returns: so the head is locked before anything else, and commits of one organisation wait for each other there and
 * nowhere else. After such a wait the rows are still found as they were when the statement began, but an update or a lock
 * looks at the newest version of its row, and one that no longer fits is not counted. Its last part counts, and divides by
 * zero where a count is not what it must be, which undoes the whole statement.
 */
import type { Batch, Committed } from "@verksam/kernel";
import { sql } from "kysely";
import { Conflicted } from "../conflict.ts";
import { type Steps, slot, statement } from "../statement.ts";
import { factParts } from "./commit-facts.ts";
import { rowParts } from "./commit-rows.ts";
import { type Part, tenant, Values } from "./part.ts";

export function* commit(organisation: string, batch: Batch): Steps<Committed> {
  const { head } = batch;
  const values = new Values();
  values.add(organisation);
  values.add(batch.entries.length);
  values.add(batch.authority.length > 0 ? 1 : 0);
  values.add(head.authority);
  values.add(head.position ?? null);
  values.add(batch.zone ?? null);
  const parts = [...rowParts(values, batch), ...factParts(values, batch)];
  const isFirst = head.authority === 0;
  let key = isFirst ? "first commit" : "commit";
  for (const { kind } of parts) key += ` ${kind}`;
  const [row] = yield statement("postgres", key, () => textOf(isFirst, parts)).bind(values.list);
  if (row === undefined) throw new Conflicted();
  return { position: Number(row.position), authority: Number(row.authority) };
}

const count = sql`cast(${slot(1)} as bigint)`;
const grow = sql`cast(${slot(2)} as bigint)`;
const authority = sql`cast(${slot(3)} as bigint)`;
const position = sql`cast(${slot(4)} as bigint)`;
const zone = sql`cast(${slot(5)} as text)`;

const textOf = (isFirst: boolean, parts: ReadonlyArray<Part>) => {
  const named = [["head", isFirst ? makeHead : moveHead] as const, ...parts.flatMap(({ build }) => build())];
  const holds = [
    sql`head.base = coalesce(${position}, head.base)`,
    ...parts.flatMap(({ counted }) => (counted === undefined ? [] : [countOf(counted)])),
  ];
  return sql`with ${sql.join(named.map(([name, query]) => sql`${sql.id(name)} as (${query})`))}
    select cast(head.position as text) as position, cast(head.authority as text) as authority,
      1 / (case when ${sql.join(holds, sql` and `)} then 1 else 0 end) as kept from head`;
};

const countOf = ({ names, count }: NonNullable<Part["counted"]>) => {
  const counts = names.map((name) => sql`(select count(*) from ${sql.id(name)})`);
  return sql`${sql.join(counts, sql` + `)} = cast(${slot(count)} as bigint)`;
};

const moveHead = sql`update verksam_head as head
  set position = head.position + ${count}, authority = head.authority + ${grow}, zone = coalesce(${zone}, head.zone)
  where head.tenant = ${tenant} and head.authority = ${authority}
  returning head.position - ${count} as base, head.position, head.authority`;

/** While the authority is still 0 the organisation may have no head row yet. */
const makeHead = sql`insert into verksam_head as head (tenant, position, authority, zone)
  values (${tenant}, ${count}, ${grow}, ${zone})
  on conflict (tenant) do update set position = head.position + excluded.position,
    authority = head.authority + excluded.authority, zone = coalesce(excluded.zone, head.zone)
  where head.authority = ${authority}
  returning head.position - ${count} as base, head.position, head.authority`;
