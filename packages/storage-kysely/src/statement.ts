/** Statements that Kysely compiled once, and the steps an operation runs them in. */
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from "kysely";

/** The two families of databases whose SQL the storage speaks. */
export type Family = "postgres" | "sqlite";

export type Row = { readonly [column: string]: unknown };

/** An operation: yields one statement after another, is handed the rows of each, and returns its answer. */
export type Steps<A> = Generator<CompiledQuery, A, ReadonlyArray<Row>>;

/** A place in a statement that is filled anew each time it runs. */
class Slot {
  readonly name: string | number;
  constructor(name: string | number) {
    this.name = name;
  }
}
export const slot = (name: string | number): RawBuilder<unknown> => sql.val(new Slot(name));

/** Values by the slots' names, or by their numbers from 0. */
type Values = { readonly [slot: string]: unknown } | ReadonlyArray<unknown>;

/** A compiled statement, ready to be given values. */
export interface Statement {
  readonly sql: string;
  readonly bind: (values: Values) => CompiledQuery;
}

/** A text with U+0000 or half a surrogate pair: no database keeps it as it is, so it is refused before it gets there. */
export class UnstorableText extends Error {
  override readonly name = "UnstorableText";
}

const half = /\p{Surrogate}/u;

const checked = (value: unknown): unknown => {
  if (typeof value === "string" && (value.includes("\0") || half.test(value))) throw new UnstorableText();
  return value;
};

const valueAt = (values: Values, slot: string | number): unknown =>
  // An array is a record of its indexes.
  checked((values as { readonly [slot: string | number]: unknown })[slot]);

/** SQLite's parameters: one for each place. */
const positional = (
  { sql, query, queryId }: CompiledQuery,
  slots: ReadonlyArray<string | number>,
): Statement => ({
  sql,
  bind: (values) => ({ sql, query, queryId, parameters: slots.map((slot) => valueAt(values, slot)) }),
});

/** PostgreSQL's parameters: one for each slot, however often it stands in the text. An array of values is handed on as it is. */
const numbered = (
  { sql: text, query, queryId }: CompiledQuery,
  slots: ReadonlyArray<string | number>,
): Statement => {
  const names = [...new Set(slots)];
  const isArray = names.every((name) => typeof name === "number");
  const placeOf = (slot: string | number | undefined) =>
    (typeof slot === "number" && isArray ? slot : names.indexOf(slot ?? "")) + 1;
  const sql = text.replaceAll(/\$(\d+)/g, (_, number: string) => `$${placeOf(slots[Number(number) - 1])}`);
  return {
    sql,
    bind: (values) => ({
      sql,
      query,
      queryId,
      parameters: Array.isArray(values) ? values.map(checked) : names.map((name) => valueAt(values, name)),
    }),
  };
};

const compilers: { readonly [F in Family]: Kysely<unknown> } = {
  postgres: new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
  sqlite: new Kysely({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }),
};

/** As many different statements as are kept; a server keeps a plan for each of them on each connection. */
const most = 500;
const kept = new Map<string, Statement>();
const texts = new Set<string>();

/** Whether this is the text of a statement that is kept: worth preparing under a name. */
export const isKept = (text: string): boolean => texts.has(text);

/** The statement under the key, compiled at its first use. */
export const statement = (family: Family, key: string, build: () => RawBuilder<unknown>): Statement => {
  const name = `${family} ${key}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const compiled = build().compile(compilers[family]);
  const slots = compiled.parameters.map((parameter) => {
    if (parameter instanceof Slot) return parameter.name;
    throw new Error(`the statement ${key} holds a value where a slot belongs`);
  });
  const fresh = family === "postgres" ? numbered(compiled, slots) : positional(compiled, slots);
  if (kept.size < most) {
    kept.set(name, fresh);
    texts.add(fresh.sql);
  }
  return fresh;
};

const numbers = new WeakMap<object, number>();
let next = 0;

/** A number for a shape, the same for the same shape as long as the program runs: part of statements' keys. */
export const numberOf = (shape: object): number => {
  const known = numbers.get(shape);
  if (known !== undefined) return known;
  numbers.set(shape, ++next);
  return next;
};

/** Runs the steps to their end, waiting for each. Aborted, it runs no further step. */
export const drive = async <A>(
  steps: Steps<A>,
  run: (query: CompiledQuery) => Promise<ReadonlyArray<Row>>,
  signal?: AbortSignal,
): Promise<A> => {
  let step = steps.next();
  while (!step.done) {
    const rows = await run(step.value);
    signal?.throwIfAborted();
    step = steps.next(rows);
  }
  return step.value;
};

/** Runs the steps to their end at once. */
export const driveNow = <A>(steps: Steps<A>, run: (query: CompiledQuery) => ReadonlyArray<Row>): A => {
  let step = steps.next();
  while (!step.done) step = steps.next(run(step.value));
  return step.value;
};
