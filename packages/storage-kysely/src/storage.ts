/** The storage port on a Kysely instance. */
import { Storage, type TenantStorage } from "@verksam/kernel";
import * as Layer from "effect/Layer";
import type { Kysely, Transaction } from "kysely";
import { authority } from "./authority.ts";
import { checkpoint, moveCheckpoint } from "./checkpoint.ts";
import { dialectOf } from "./dialect.ts";
import { find } from "./find.ts";
import { readJournal, readStreams } from "./journal.ts";
import { load } from "./load.ts";
import { commit as commitPostgres } from "./postgres/commit.ts";
import { asTenant } from "./row-security.ts";
import { makeSession, type Session, type SessionOptions } from "./session.ts";
import { commit as commitSqlite } from "./sqlite/commit.ts";
import type { Family } from "./statement.ts";

export interface KyselyStorageOptions<DB> {
  readonly kysely: Kysely<DB>;
  readonly family: Family;
  /**
   * PostgreSQL: every operation names its organisation to the row-level security that `migrate` set up. One
   * statement more each, and a transaction around those that have none.
   */
  readonly rowSecurity?: boolean;
}

/** The storage port, for any organisation. */
export interface KyselyStorage<DB = unknown> {
  readonly for: (tenant: string) => TenantStorage;
  /** The same storage as an Effect layer. */
  readonly layer: Layer.Layer<Storage>;
  readonly kysely: Kysely<DB>;
  readonly family: Family;
  /**
   * The same storage inside a transaction of the caller's own: what it keeps is kept or undone with the caller's rows. On SQLite's one
   * connection everything outside that transaction waits for its end, so nothing inside it may wait for the outside.
   */
  readonly within: <DB>(transaction: Transaction<DB>) => { readonly for: (tenant: string) => TenantStorage };
}

/** The storage port on any Kysely instance of PostgreSQL's or SQLite's family. */
export const kyselyStorage = <DB>(options: KyselyStorageOptions<DB>): KyselyStorage<DB> => storageOn(options);

export const storageOn = <DB>({
  kysely,
  family,
  rowSecurity = false,
  direct,
  send,
}: KyselyStorageOptions<DB> & Pick<SessionOptions, "direct" | "send">): KyselyStorage<DB> => {
  const on = (db: Kysely<unknown>, isInside: boolean) => {
    const session = makeSession(db.withoutPlugins(), {
      direct,
      send: isInside ? undefined : send,
      isInside,
      needsTransaction: (operation) => rowSecurity || (family === "sqlite" && operation === "commit"),
    });
    return (tenant: string) =>
      tenantStorage(tenant, family, rowSecurity ? securing(tenant, session) : session);
  };
  // The tables of the caller's own do not matter here: only statements of ours are run.
  const open = on(kysely as unknown as Kysely<unknown>, false);
  const storage = { for: open };
  return {
    ...storage,
    layer: Layer.succeed(Storage, storage),
    kysely,
    family,
    within: (transaction) => ({ for: on(transaction as unknown as Kysely<unknown>, true) }),
  };
};

const securing = (tenant: string, session: Session): Session => ({
  ...session,
  read: (operation, steps) => session.read(operation, () => asTenant(tenant, steps())),
  commit: (steps) => session.commit(() => asTenant(tenant, steps())),
});

const tenantStorage = (tenant: string, family: Family, session: Session): TenantStorage => {
  const dialect = dialectOf(family);
  const commitSteps = family === "postgres" ? commitPostgres : commitSqlite;
  const { read, commit, transaction } = session;
  return {
    tenant,
    transaction,
    load: (wanted) => read("load", () => load(dialect, tenant, wanted)),
    commit: (batch) => commit(() => commitSteps(tenant, batch)),
    authority: read("authority", () => authority(dialect, tenant)),
    find: (query, page) => read("find", () => find(dialect, tenant, query, page)),
    journal: {
      read: (after, limit, filter) =>
        read("journal.read", () => readJournal(dialect, tenant, after, limit, filter)),
      streams: (aggregate, after, limit, only) =>
        read("journal.streams", () => readStreams(dialect, tenant, aggregate, after, limit, only)),
    },
    checkpoint: {
      get: (name) => read("checkpoint.get", () => checkpoint(dialect, tenant, name)),
      move: (name, from, to) =>
        read("checkpoint.move", () => moveCheckpoint(dialect, tenant, name, from, to)),
    },
  };
};
