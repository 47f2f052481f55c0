/** SQLite by Node's own `node:sqlite`: a file, no server, no further dependency. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { type CompiledQuery, Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from "kysely";
import type { Direct } from "./session.ts";
import type { Row } from "./statement.ts";
import { type KyselyStorage, storageOn } from "./storage.ts";

export interface NodeSqliteOptions {
  /** The file's path, or `:memory:`. */
  readonly file: string;
  /**
   * `normal` (where not given): after a power cut the last commits may be gone, nothing is damaged; a killed process loses
   * nothing. `full`: a commit that was answered is on the disk.
   */
  readonly synchronous?: "normal" | "full";
  /** Milliseconds to wait for another process that writes; 5000 where not given. This process waits with it. */
  readonly busyTimeout?: number;
}

/** A storage on an SQLite file. Close it to let go of the file. */
export interface NodeSqliteStorage<DB = unknown> extends KyselyStorage<DB>, AsyncDisposable {
  readonly close: () => Promise<void>;
}

/**
 * Opens the file, and makes it where there is none. Loads and commits run synchronously on prepared statements; `kysely` is the same
 * connection, whose transactions are IMMEDIATE. Throws where the file cannot be opened.
 */
export const nodeSqliteStorage = <DB = unknown>(options: NodeSqliteOptions): NodeSqliteStorage<DB> => {
  const { file, synchronous = "normal", busyTimeout = 5000 } = options;
  const database = new DatabaseSync(file, { timeout: busyTimeout, enableForeignKeyConstraints: true });
  database.exec(
    `pragma journal_mode = wal; pragma synchronous = ${synchronous === "full" ? "full" : "normal"}`,
  );
  const prepared = statements(database);
  const kysely = new Kysely<DB>({ dialect: new SqliteDialect({ database: driver(database, prepared) }) });
  const direct: Direct = {
    isBusy: () => database.isOpen && database.isTransaction,
    run: ({ sql, parameters }: CompiledQuery) => {
      const { statement, reads } = prepared(sql);
      // What the storage binds is text, numbers and null (`dialect.ts`, encode).
      const values = parameters as ReadonlyArray<SQLInputValue>;
      if (reads) return statement.all(...values) as ReadonlyArray<Row>;
      statement.run(...values);
      return none;
    },
  };
  const close = () => kysely.destroy();
  return { ...storageOn({ kysely, family: "sqlite", direct }), close, [Symbol.asyncDispose]: close };
};

const none: ReadonlyArray<Row> = [];

interface Prepared {
  readonly statement: StatementSync;
  /** Whether it has rows to read: SELECT, RETURNING, PRAGMA. */
  readonly reads: boolean;
}

/** As many statements as stay prepared; the one unused for longest goes first. */
const mostPrepared = 500;

const statements = (database: DatabaseSync) => {
  const known = new Map<string, Prepared>();
  return (text: string): Prepared => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const statement = database.prepare(text);
    const fresh: Prepared = { statement, reads: statement.columns().length > 0 };
    const [oldest] = known.keys();
    if (known.size >= mostPrepared && oldest !== undefined) known.delete(oldest);
    known.set(text, fresh);
    return fresh;
  };
};

/** `node:sqlite` as Kysely's SQLite dialect wants it. */
const driver = (database: DatabaseSync, prepared: (text: string) => Prepared): SqliteDatabase => ({
  // A transaction that begins by reading could not write later if another process wrote meanwhile.
  prepare: (text) => statementOf(prepared(text === "begin" ? "begin immediate" : text)),
  close: () => database.close(),
});

const statementOf = ({ statement, reads }: Prepared): SqliteStatement => ({
  reader: reads,
  all: (values) => statement.all(...values.map(bound)),
  run: (values) => statement.run(...values.map(bound)),
  iterate: (values) => statement.iterate(...values.map(bound)),
});

/** `node:sqlite` takes no booleans, dates or undefined. */
const bound = (value: unknown): SQLInputValue => {
  if (value === undefined) return null;
  if (typeof value === "boolean") return Number(value);
  if (value instanceof Date) return value.toISOString();
  // Anything else that SQLite cannot hold is refused by `node:sqlite` itself.
  return value as SQLInputValue;
};
