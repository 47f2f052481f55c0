/** Everything a decision asks for, answered by one statement and so from one snapshot. */
import type {
  Head,
  IndexQuery,
  Json,
  KeyRecord,
  Loaded,
  Reservation,
  Shape,
  Stored,
  Wanted,
} from "@verksam/kernel";
import { type RawBuilder, sql } from "kysely";
import { type Dialect, gathered, rowOf, storedOf } from "./dialect.ts";
import { numberOf, type Row, type Statement, type Steps, slot, statement } from "./statement.ts";

type Sql = RawBuilder<unknown>;

export function* load(dialect: Dialect, tenant: string, wanted: Wanted): Steps<Loaded> {
  // A statement of its own: one that waits for the lock answers the rest from before its wait.
  if (wanted.lock === true) yield lock(dialect).bind({ tenant });
  const { states, found = [], keys = [], reservations = [] } = wanted;
  const values: Record<string, unknown> = { tenant };
  for (const [index, { ids }] of states.entries()) values[`ids${index}`] = oneOrList(ids);
  for (const [index, query] of found.entries())
    Object.assign(values, valuesOf(dialect, query, `found${index}.`));
  if (keys.length > 0) values.keys = oneOrList(keys);
  if (reservations.length > 0)
    values.pairs = JSON.stringify(reservations.map(({ name, key }) => [name, key]));
  const [row] = yield statementFor(dialect, wanted).bind(values);
  return {
    head: headOf(row),
    states: states.map(({ shape, ids }, index) =>
      inOrder(storedIn(shape, listOf(row?.[`states${index}`], ids)), ids, ({ id }) => id),
    ),
    found: found.map(({ shape }, index) =>
      storedIn(shape, gathered(row?.[`found${index}`])).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ),
    keys: keys.length === 0 ? [] : inOrder(listOf(row?.keys, keys).map(keyRecord), keys, ({ key }) => key),
    reservations:
      reservations.length === 0
        ? []
        : inOrder(gathered(row?.reservations).map(reservation), reservations.map(textOf), textOf),
  };
}

const statementFor = (
  dialect: Dialect,
  { states, found = [], keys = [], reservations = [] }: Wanted,
): Statement => {
  const parts = [
    ...states.map(({ shape, ids }) => `${numberOf(shape)}${ids.length === 1 ? "=" : "*"}`),
    ...found.map((query) => `${numberOf(query.shape)}.${query.index}${nullsOf(query)}`),
    keys.length > 0 ? `keys${keys.length === 1 ? "=" : "*"}` : "",
    reservations.length > 0 ? "reservations" : "",
  ];
  return statement(dialect.family, `load ${parts.join(" ")}`, () => {
    const selected = [
      gatherHead(dialect).as("head"),
      ...states.map(({ shape, ids }, index) =>
        rowsOf(dialect, shape, isOneOf(dialect, "row.id", ids, `ids${index}`), ids).as(`states${index}`),
      ),
      ...found.map((query, index) =>
        rowsOf(dialect, query.shape, matches(dialect, query, `found${index}.`)).as(`found${index}`),
      ),
      ...(keys.length === 0 ? [] : [gatherKeys(dialect, keys).as("keys")]),
      ...(reservations.length === 0 ? [] : [gatherReservations(dialect).as("reservations")]),
    ];
    return sql`select ${sql.join(selected)}`;
  });
};

/** One text is compared with, which is faster; several are handed over as a JSON array. */
const oneOrList = (texts: ReadonlyArray<string>) => (texts.length === 1 ? texts[0] : JSON.stringify(texts));
const isOneOf = (dialect: Dialect, reference: string, texts: ReadonlyArray<string>, name: string): Sql =>
  texts.length === 1
    ? sql`${sql.ref(reference)} = ${slot(name)}`
    : dialect.isAmong(sql.ref(reference), slot(name));

/** The rows of what was asked for: of one text, one row without a list around it. */
const gatherOneOf = (dialect: Dialect, row: Sql, texts: ReadonlyArray<string> | undefined): Sql =>
  texts?.length === 1 ? row : dialect.gather(row);
const listOf = (text: unknown, texts: ReadonlyArray<string>): ReadonlyArray<Json> => {
  if (text === null || text === undefined || texts.length !== 1) return gathered(text);
  return [gathered(text)];
};

/** As text, so that no driver's own reading of JSON comes between. */
export const asText = (expression: Sql) => sql`cast((${expression}) as text)`;

export const gatherHead = (dialect: Dialect) =>
  asText(sql`select ${dialect.array([sql.ref("position"), sql.ref("authority"), sql.ref("zone")])}
    from verksam_head where tenant = ${slot("tenant")}`);

const rowsOf = (dialect: Dialect, shape: Shape, where: Sql, ids?: ReadonlyArray<string>) =>
  asText(sql`select ${gatherOneOf(dialect, rowOf(dialect, shape), ids)} from ${sql.table(shape.table)} as row
    where row.tenant = ${slot("tenant")} and ${where}`);

const keyColumns = ["key", "hash", "aggregate", "id", "version", "position", "events"] as const;

const gatherKeys = (dialect: Dialect, keys: ReadonlyArray<string>) => {
  const record = dialect.array(keyColumns.map((name) => sql.ref(name)));
  return asText(sql`select ${gatherOneOf(dialect, record, keys)} from verksam_key
    where tenant = ${slot("tenant")} and ${isOneOf(dialect, "key", keys, "keys")}`);
};

const gatherReservations = (dialect: Dialect) => {
  const columns = ["held.name", "held.key", "held.owner"].map((name) => sql.ref(name));
  return asText(sql`select ${dialect.gather(dialect.array(columns))}
    from ${dialect.pairs(slot("pairs"))} as wanted
    join verksam_reservation as held on held.name = wanted.name and held.key = wanted.key
    where held.tenant = ${slot("tenant")}`);
};

/** The condition that a row has the query's values; its slots begin with `prefix`. */
export const matches = (dialect: Dialect, query: IndexQuery, prefix: string): Sql =>
  sql.join(
    indexed(query).map(({ column, value }, index) => {
      const reference = sql.ref(`row.${column.name}`);
      return value === null
        ? sql`${reference} is null`
        : sql`${reference} = ${dialect.cast(column.type, slot(`${prefix}${index}`))}`;
    }),
    sql` and `,
  );

export const valuesOf = (dialect: Dialect, query: IndexQuery, prefix: string): Record<string, unknown> =>
  Object.fromEntries(
    indexed(query).map(({ column, value }, index) => [`${prefix}${index}`, dialect.encode(column, value)]),
  );

/** Which of the query's values are null: SQL compares those otherwise. */
export const nullsOf = ({ values }: IndexQuery): string =>
  values.map((value) => (value === null ? "0" : "1")).join("");

const indexed = ({ shape, index, values }: IndexQuery) => {
  const names = shape.indexes[index];
  if (names === undefined) throw new Error(`${shape.table} has no index ${index}`);
  return values.map((value, at) => {
    const column = shape.columns.find(({ name }) => name === names[at]);
    if (column === undefined) throw new Error(`the index ${index} of ${shape.table} has no column ${at + 1}`);
    return { column, value };
  });
};

/** Holds the head row, and makes it where the organisation has none yet, so that there is something to hold. */
const lock = (dialect: Dialect): Statement =>
  statement(
    dialect.family,
    "lock",
    () => sql`insert into verksam_head (tenant, position, authority) values (${slot("tenant")}, 0, 0)
      on conflict (tenant) do update set position = verksam_head.position`,
  );

export const headOf = (row: Row | undefined): Head => {
  const [position = 0, authority = 0, zone] = gathered(row?.head);
  return {
    position: Number(position),
    authority: Number(authority),
    zone: typeof zone === "string" ? zone : null,
  };
};

const storedIn = (shape: Shape, rows: ReadonlyArray<Json>): Array<Stored> =>
  rows.map((row) => storedOf(shape, row));

const keyRecord = (json: Json): KeyRecord => {
  const [key, hash, aggregate, id, version, position, events] = json as ReadonlyArray<Json>;
  return {
    key: String(key),
    hash: String(hash),
    aggregate: String(aggregate),
    id: String(id),
    version: Number(version),
    position: Number(position),
    events: Number(events),
  };
};

const reservation = (json: Json): Loaded["reservations"][number] => {
  const [name, key, owner] = json as ReadonlyArray<Json>;
  return { name: String(name), key: String(key), owner: String(owner) };
};

const textOf = ({ name, key }: Reservation): string => JSON.stringify([name, key]);

const inOrder = <A>(
  rows: ReadonlyArray<A>,
  order: ReadonlyArray<string>,
  nameOf: (row: A) => string,
): ReadonlyArray<A> => {
  if (rows.length < 2) return rows;
  const named = new Map(rows.map((row) => [nameOf(row), row]));
  return order.flatMap((name) => named.get(name) ?? []);
};
