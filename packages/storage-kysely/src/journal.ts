/** Reading the journal: by position, or one aggregate's events after the other. */
import type { Day, Entry, Instant, JournalFilter, JsonRecord, StreamCursor } from "@verksam/kernel";
import { type RawBuilder, sql } from "kysely";
import type { Dialect } from "./dialect.ts";
import { type Row, type Steps, slot, statement } from "./statement.ts";

/** The journal's columns beside tenant and position, in order. */
export const entryColumns = [
  "aggregate",
  "id",
  "version",
  "type",
  "schema",
  "data",
  "subject",
  "recorded",
  "effective",
  "maker",
  "office",
  "cause",
  "reason",
] as const;

export function* readJournal(
  dialect: Dialect,
  tenant: string,
  after: number,
  limit: number,
  { aggregate, types, subject }: JournalFilter = {},
): Steps<ReadonlyArray<Entry>> {
  const key = `journal ${aggregate !== undefined} ${types !== undefined} ${subject !== undefined}`;
  const rows = yield statement(dialect.family, key, () =>
    select(
      [
        sql`entry.position > ${slot("after")}`,
        ...(aggregate === undefined ? [] : [sql`entry.aggregate = ${slot("aggregate")}`]),
        ...(types === undefined ? [] : [dialect.isAmong(sql.ref("entry.type"), slot("types"))]),
        ...(subject === undefined
          ? []
          : [sql`payload.tenant = ${slot("tenant")} and payload.subject = ${slot("subject")}`]),
      ],
      sql`entry.position`,
    ),
  ).bind({ tenant, after, limit, aggregate, types: JSON.stringify(types), subject });
  return rows.map(entryOf);
}

export function* readStreams(
  dialect: Dialect,
  tenant: string,
  aggregate: string,
  after: StreamCursor,
  limit: number,
  only?: string,
): Steps<ReadonlyArray<Entry>> {
  const rows = yield statement(dialect.family, `streams ${only !== undefined}`, () =>
    select(
      [
        sql`entry.aggregate = ${slot("aggregate")}`,
        sql`(entry.id, entry.version) > (${slot("id")}, ${slot("version")})`,
        ...(only === undefined ? [] : [sql`entry.id = ${slot("only")}`]),
      ],
      sql`entry.id, entry.version`,
    ),
  ).bind({ tenant, aggregate, id: after.id, version: after.version, limit, only });
  return rows.map(entryOf);
}

const select = (conditions: ReadonlyArray<RawBuilder<unknown>>, order: RawBuilder<unknown>) => {
  const columns = entryColumns.map((name) =>
    name === "data" ? sql`cast(entry.data as text) as data` : sql.ref(`entry.${name}`),
  );
  return sql`select entry.position, ${sql.join(columns)}, cast(payload.data as text) as payload
    from verksam_journal as entry
    left join verksam_payload as payload on payload.tenant = entry.tenant and payload.position = entry.position
    where entry.tenant = ${slot("tenant")} and ${sql.join(conditions, sql` and `)}
    order by ${order} limit ${slot("limit")}`;
};

// What the kernel wrote through the commit, column by column: texts as they were, numbers that PostgreSQL's driver
// hands over as texts made numbers again.
const entryOf = (row: Row): Entry => ({
  position: Number(row.position),
  aggregate: row.aggregate as string,
  id: row.id as string,
  version: Number(row.version),
  type: row.type as string,
  schema: Number(row.schema),
  data: JSON.parse(row.data as string) as JsonRecord,
  payload: row.payload === null ? null : (JSON.parse(row.payload as string) as JsonRecord),
  subject: row.subject as string | null,
  recorded: row.recorded as Instant,
  effective: row.effective as Day,
  maker: row.maker as string,
  office: row.office as string | null,
  cause: row.cause === null ? null : Number(row.cause),
  reason: row.reason as string | null,
});
