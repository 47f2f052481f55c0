/** A keyset page of states, by a declared index or of the whole table. */
import type { IndexQuery, Json, Page, Shape, Stored } from "@verksam/kernel";
import { sql } from "kysely";
import { type Dialect, rowOf, storedOf } from "./dialect.ts";
import { asText, matches, nullsOf, valuesOf } from "./load.ts";
import { numberOf, type Steps, slot, statement } from "./statement.ts";

export function* find(
  dialect: Dialect,
  tenant: string,
  query: IndexQuery | { readonly shape: Shape },
  page: Page,
): Steps<ReadonlyArray<Stored>> {
  const { shape } = query;
  const by = "index" in query ? query : undefined;
  const key = `find ${numberOf(shape)}${by === undefined ? "" : `.${by.index}${nullsOf(by)}`} ${page.after === undefined}`;
  const rows = yield statement(dialect.family, key, () => {
    const conditions = [
      sql`row.tenant = ${slot("tenant")}`,
      ...(by === undefined ? [] : [matches(dialect, by, "value")]),
      ...(page.after === undefined ? [] : [sql`row.id > ${slot("after")}`]),
    ];
    return sql`select ${asText(sql`${rowOf(dialect, shape)}`)} as stored from ${sql.table(shape.table)} as row
      where ${sql.join(conditions, sql` and `)} order by row.id limit ${slot("limit")}`;
  }).bind({
    tenant,
    ...(by === undefined ? {} : valuesOf(dialect, by, "value")),
    after: page.after,
    limit: page.limit,
  });
  // The statement wrote it as JSON.
  return rows.map(({ stored }) => storedOf(shape, JSON.parse(String(stored)) as Json));
}
