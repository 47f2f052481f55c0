/** PostgreSQL by a `pg` pool that you hand in; the storage's statements are prepared by name on each connection. */
import {
  Kysely,
  type PostgresClient,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
} from "kysely";
import type { Send } from "./session.ts";
import { isKept, type Row } from "./statement.ts";
import { type KyselyStorage, type KyselyStorageOptions, storageOn } from "./storage.ts";

/** What is needed of `pg`'s pool. */
export interface Pool {
  connect(): Promise<PoolClient>;
  end(): Promise<void>;
  readonly options: object;
}

/** A query as `pg` takes it; with a name it is prepared once on each connection. */
export interface Query {
  readonly text: string;
  readonly values: ReadonlyArray<unknown>;
  readonly name?: string;
  readonly types?: { readonly getTypeParser: GetTypeParser };
}

type GetTypeParser = (oid: number, format?: "text" | "binary") => (value: string) => unknown;

/** What is needed of a client of `pg`'s pool. */
export interface PoolClient {
  query(query: Query): Promise<{ readonly rows: ReadonlyArray<Row> }>;
  release(destroy?: boolean): void;
  readonly getTypeParser?: GetTypeParser;
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
  const own = preparing(pool, prepare);
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: own.pool }) });
  return storageOn({ kysely, family: "postgres", rowSecurity, send: own.send });
};

const names = new Map<string, string>();
/** Tells apart two copies of this module on one pool: a name stands for one text on a connection. */
const copy = crypto.randomUUID().slice(0, 8);

const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `verksam_${copy}_${names.size}`;
  names.set(text, name);
  return name;
};

/** The pool for Kysely, with clients that name the storage's own statements, and a way past Kysely that names them too. */
const preparing = (pool: Pool, prepare: boolean): { readonly pool: PostgresPool; readonly send: Send } => {
  const named = (text: string, values: ReadonlyArray<unknown>): Query =>
    prepare && isKept(text) ? { text, values, name: nameOf(text) } : { text, values };
  const known = new WeakMap<PoolClient, PostgresPoolClient>();
  const wrapped = (client: PoolClient): PostgresPoolClient => ({
    // Kysely's second form, a cursor, is not used: it needs the `cursor` option of the dialect.
    query: ((text: string, values: ReadonlyArray<unknown>) =>
      client.query({ ...named(text, values), ...numbersOf(client) })) as PostgresClient["query"],
    release: (destroy) => client.release(destroy),
  });
  return {
    pool: {
      options: pool.options,
      end: () => pool.end(),
      connect: async () => {
        const client = await pool.connect();
        const fresh = known.get(client) ?? wrapped(client);
        known.set(client, fresh);
        return fresh;
      },
    },
    send: async ({ sql, parameters }) => {
      const client = await pool.connect();
      try {
        return (await client.query(named(sql, parameters))).rows;
      } finally {
        // A connection that broke is not put back by the pool.
        client.release();
      }
    },
  };
};

/** `bigint` in PostgreSQL's catalogue; `pg` gives it as text. */
const bigint = 20;

/** Reads integers as numbers: ours are never beyond 2^53. */
const numbersOf = (client: PoolClient): Pick<Query, "types"> =>
  client.getTypeParser === undefined
    ? {}
    : {
        types: {
          getTypeParser: (oid, format) =>
            oid === bigint && format !== "binary" ? Number : (client.getTypeParser?.(oid, format) ?? String),
        },
      };
