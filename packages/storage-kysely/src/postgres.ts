/** PostgreSQL by a `pg` pool that you hand in; the storage's statements are prepared by name on each connection. */
import { createHash } from "node:crypto";
import {
  Kysely,
  type PostgresClient,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
} from "kysely";
import { isKept } from "./statement.ts";
import { type KyselyStorage, type KyselyStorageOptions, storageOn } from "./storage.ts";

/** What is needed of `pg`'s pool. */
export interface Pool {
  connect(): Promise<PoolClient>;
  end(): Promise<void>;
  readonly options: object;
}

/** What is needed of a client of `pg`'s pool. */
export interface PoolClient {
  query(query: {
    readonly text: string;
    readonly values: ReadonlyArray<unknown>;
    readonly name?: string;
  }): Promise<unknown>;
  release(destroy?: boolean): void;
}

export interface PostgresOptions extends Pick<KyselyStorageOptions<unknown>, "rowSecurity"> {
  readonly pool: Pool;
  /** False behind a pooler that hands a connection on after each transaction and cannot keep prepared statements. */
  readonly prepare?: boolean;
}

/** The storage on the pool, which stays yours to end; `kysely` runs on it too. */
export const postgresStorage = <DB = unknown>({
  pool,
  prepare = true,
  rowSecurity = false,
}: PostgresOptions): KyselyStorage<DB> => {
  const kysely = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: prepare ? preparing(pool) : asKysely(pool) }),
  });
  return storageOn({ kysely, family: "postgres", rowSecurity });
};

// `pg`'s pool and clients are what Kysely's types describe; ours name only what we call.
const asKysely = (pool: Pool): PostgresPool => pool as unknown as PostgresPool;

const names = new Map<string, string>();

/** The same name for the same text on every connection and in every process. */
const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `verksam_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
  names.set(text, name);
  return name;
};

/** The pool with clients that name the storage's own statements. */
const preparing = (pool: Pool): PostgresPool => {
  const known = new WeakMap<PoolClient, PostgresPoolClient>();
  const named = (client: PoolClient): PostgresPoolClient => {
    const query = (text: string, values: ReadonlyArray<unknown>) =>
      client.query(isKept(text) ? { text, values, name: nameOf(text) } : { text, values });
    return {
      // Kysely's second form, a cursor, is not used here: it needs the `cursor` option of the dialect.
      query: query as PostgresClient["query"],
      release: (destroy) => client.release(destroy),
    };
  };
  const { Client } = asKysely(pool);
  return {
    ...(Client === undefined ? {} : { Client }),
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const wrapped = known.get(client) ?? named(client);
      known.set(client, wrapped);
      return wrapped;
    },
  };
};
