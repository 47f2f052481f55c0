/** PostgreSQL's row-level security as a second wall between organisations. */
import { type Kysely, sql } from "kysely";
import { type Statement, type Steps, slot, statement } from "./statement.ts";

/** The setting that names the organisation whose rows a transaction may see. */
const setting = "verksam.tenant";

/**
 * Lets every role, the tables' owner included, see and write only the rows of the organisation that the transaction's setting
 * `verksam.tenant` names; superusers and roles with BYPASSRLS see all. May be run again.
 */
export const secureRows = async <DB>(kysely: Kysely<DB>, tables: ReadonlyArray<string>): Promise<void> => {
  for (const name of tables) {
    const table = sql.table(name);
    await kysely.transaction().execute(async (trx) => {
      await sql`alter table ${table} enable row level security`.execute(trx);
      await sql`alter table ${table} force row level security`.execute(trx);
      await sql`drop policy if exists verksam_tenant on ${table}`.execute(trx);
      await sql`create policy verksam_tenant on ${table}
        using (tenant = current_setting(${sql.lit(setting)}, true))`.execute(trx);
    });
  }
};

/** The steps for one organisation's rows; they must run in a transaction, at whose end the setting is gone. */
export function* asTenant<A>(tenant: string, steps: Steps<A>): Steps<A> {
  yield enter().bind([tenant]);
  return yield* steps;
}

const enter = (): Statement =>
  statement(
    "postgres",
    "tenant",
    () => sql`select set_config(${sql.lit(setting)}, cast(${slot(0)} as text), true)`,
  );
