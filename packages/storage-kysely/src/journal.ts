/** Reading the journal: by position, or one aggregate's events after the other. */
import type { Entry, JournalFilter, StreamCursor } from "@verksam/kernel";
import { type RawBuilder, sql } from "kysely";
import type { Dialect } from "./dialect.ts";
import { asText } from "./load.ts";
import { type Row, type Steps, slot, statement } from "./statement.ts";

/** The journal's columns beside tenant and position, in order. */
export const entryColumns = [
  "aggregate",
  "id",
  "version",
  "type",
  "schema",
  "data",
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
      dialect,
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
      dialect,
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

/** Each entry as one JSON object: the same for every driver, and read faster than column by column. */
const select = (
  dialect: Dialect,
  conditions: ReadonlyArray<RawBuilder<unknown>>,
  order: RawBuilder<unknown>,
) => {
  const entry = dialect.object([
    ["position", sql.ref("entry.position")],
    ...entryColumns.map((name): readonly [string, RawBuilder<unknown>] => {
      const reference = sql.ref(`entry.${name}`);
      return [name, name === "data" ? dialect.inside({ type: "json" }, reference) : reference];
    }),
    ["payload", dialect.inside({ type: "json" }, sql.ref("payload.data"))],
    ["subject", sql.ref("payload.subject")],
  ]);
  return sql`select ${asText(entry)} as entry
    from verksam_journal as entry
    left join verksam_payload as payload on payload.tenant = entry.tenant and payload.position = entry.position
    where entry.tenant = ${slot("tenant")} and ${sql.join(conditions, sql` and `)}
    order by ${order} limit ${slot("limit")}`;
};

// What the kernel wrote through the commit, put together by `select` as it was.
const entryOf = ({ entry }: Row): Entry => JSON.parse(String(entry)) as Entry;
