/** What a driver's error means, without the data that drivers put into theirs. */
import { CommitConflict, StorageFailure } from "@verksam/kernel";
import { Conflicted } from "./conflict.ts";
import { UnstorableText } from "./statement.ts";

type Kind = StorageFailure["kind"];

/** What is told of a driver's error: PostgreSQL quotes values in its messages and details, so a refused value's is left out. */
interface Told {
  /** SQLSTATE, SQLite's result code, or the system's error code. */
  readonly code: string;
  readonly message: string;
}

/** SQLite's primary result codes. */
const sqliteKinds: { readonly [code: number]: Kind } = {
  5: "serialisation",
  6: "serialisation",
  8: "readOnly",
  13: "full",
  14: "connection",
  18: "constraint",
  19: "constraint",
  20: "constraint",
};
/** The same by the names that other drivers than `node:sqlite` give. */
const sqliteNames: { readonly [name: string]: number } = {
  SQLITE_BUSY: 5,
  SQLITE_LOCKED: 6,
  SQLITE_READONLY: 8,
  SQLITE_FULL: 13,
  SQLITE_CANTOPEN: 14,
  SQLITE_TOOBIG: 18,
  SQLITE_CONSTRAINT: 19,
  SQLITE_MISMATCH: 20,
};
const sqliteUnique: ReadonlySet<string> = new Set([
  "2067",
  "1555",
  "SQLITE_CONSTRAINT_UNIQUE",
  "SQLITE_CONSTRAINT_PRIMARYKEY",
]);

const field = (cause: unknown, name: string): unknown =>
  typeof cause === "object" && cause !== null
    ? (cause as { readonly [name: string]: unknown })[name]
    : undefined;

const codeOf = (cause: unknown): string => String(field(cause, "errcode") ?? field(cause, "code") ?? "");

const kindOf = (cause: unknown, code: string): Kind => {
  if (cause instanceof UnstorableText) return "constraint";
  const [, name = ""] = /^(SQLITE_[A-Z]+)/.exec(code) ?? [];
  const primary = sqliteNames[name] ?? (/^\d{1,4}$/.test(code) ? Number(code) & 0xff : undefined);
  if (primary !== undefined) return sqliteKinds[primary] ?? "other";
  if (code === "40001" || code === "40P01" || code === "55P03") return "serialisation";
  if (code === "53100") return "full";
  if (code === "25006") return "readOnly";
  // 54: beyond a limit of PostgreSQL, as a text too long for its index.
  if (/^(22|23|54)/.test(code)) return "constraint";
  if (/^(08|57P|53300)/.test(code) || /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ENOENT)/.test(code))
    return "connection";
  if (code === "ERR_INVALID_STATE") return "connection";
  // What `pg` and PGlite say of a connection that is gone carries no code.
  const message = String(field(cause, "message") ?? "");
  return /terminated|connection|closed|driver has already been destroyed/i.test(message)
    ? "connection"
    : "other";
};

const told = (cause: unknown, code: string, kind: Kind): Told => {
  const where = ["table", "column", "constraint"].flatMap((name) => field(cause, name) ?? []).join(" ");
  const quotes = kind === "constraint" && field(cause, "errcode") === undefined;
  return { code, message: quotes ? where : String(field(cause, "message") ?? "") };
};

/** The typed failure of an operation. */
export const failureOf = (operation: string, cause: unknown): StorageFailure => {
  const code = codeOf(cause);
  const kind = kindOf(cause, code);
  const { message } = told(cause, code, kind);
  return new StorageFailure({
    operation,
    kind,
    cause: new Error([code, message].filter(Boolean).join(": ")),
  });
};

/** The typed failure of a commit: a unique key that is taken is another's commit that came first. */
export const commitFailureOf = (cause: unknown): CommitConflict | StorageFailure => {
  const code = codeOf(cause);
  // 22012, division by zero, is how the commit's own statement says it (`postgres/commit.ts`).
  const isConflict =
    cause instanceof Conflicted || code === "23505" || code === "22012" || sqliteUnique.has(code);
  return isConflict ? new CommitConflict() : failureOf("commit", cause);
};
