/** An aggregate's rules with their types erased: what the kernel runs. The one place where typed rules meet stored data. */
import type * as Result from "effect/Result";
import type { Given, Need, Recorded } from "./aggregate.ts";
import { type Codec, codec, type Fields, type Plain } from "./codec.ts";
import type { Problem } from "./errors.ts";
import { EventSpec, type EventSpecs, type Upcast } from "./event.ts";
import type { FactRequests } from "./fact.ts";
import { type Column, personalFields, type Shape } from "./shape.ts";
import type { AuthorityFacts, Entry, Json, JsonRecord, Reservation, Write } from "./storage.ts";

export type Tagged = { readonly _tag: string };
/** An event as stored, without what the journal adds. */
export type Encoded = Pick<Entry, "type" | "schema" | "data" | "payload" | "subject">;
/** A state as stored: the root row, and what became of each child collection since another state. */
export type Difference = Pick<Write, "row" | "children">;

export interface Machine {
  readonly commands: ReadonlyArray<string>;
  readonly creates: ReadonlySet<string>;
  readonly check: (
    command: string,
    input: unknown,
  ) => Result.Result<Plain, ReadonlyArray<typeof Problem.Type>>;
  /** The input without its personal fields. */
  readonly open: (command: string, input: Plain) => Plain;
  readonly facts: (command: string, input: Plain, id: string) => FactRequests;
  readonly guard: (command: string, input: Plain, state: Plain | undefined, given: Given) => Need;
  readonly decide: (
    command: string,
    input: Plain,
    state: Plain | undefined,
    given: Given,
  ) => Result.Result<ReadonlyArray<Tagged>, unknown>;
  readonly encodeEvent: (event: Tagged, id: string) => Encoded;
  /** The event of an entry, older shapes brought up to date, personal fields null where the payload is gone. */
  readonly decodeEvent: (entry: Encoded) => Plain;
  readonly evolve: (state: Plain | undefined, type: string, event: Plain, entry: Recorded) => Plain;
  /** Without a state before, every child is put. */
  readonly difference: (before: Plain | undefined, after: Plain) => Difference;
  readonly decodeState: (state: JsonRecord) => Plain;
  readonly reserves: (state: Plain, id: string) => ReadonlyArray<Reservation>;
  readonly authority: ((state: Plain, id: string) => AuthorityFacts) | undefined;
}

interface Declared {
  readonly area: string;
  readonly state: Fields;
  readonly children?: { readonly [field: string]: { readonly fields: Fields } };
  readonly events: EventSpecs;
  readonly commands: { readonly [command: string]: Fields };
  readonly creates: string | ReadonlyArray<string>;
}

// A rule takes exactly what its command's, event's and state's schemas describe; the kernel hands it only values
// that passed those schemas. `never` parameters let every typed rule be assigned here, and `call` is the one cast.
type Rule = (...given: never) => unknown;
interface Rules {
  readonly evolve: { readonly [tag: string]: Rule };
  readonly facts: { readonly [command: string]: Rule | undefined };
  readonly decide: { readonly [command: string]: Rule };
  readonly guard: { readonly [command: string]: Rule };
  readonly reserves?: Rule;
  readonly authority?: Rule;
}
const call = <R>(rule: Rule | undefined, ...given: ReadonlyArray<unknown>): R =>
  (rule as (...given: ReadonlyArray<unknown>) => R)(...given);

interface EventCodec {
  readonly codec: Codec;
  readonly type: string;
  readonly personal: ReadonlyArray<string>;
  readonly subject: string | undefined;
  readonly upcasts: ReadonlyArray<Upcast>;
}

export const machine = (shape: Shape, declared: Declared, rules: Rules): Machine => {
  const inputs = lazily(declared.commands, codec);
  const closed = lazily(declared.commands, personalFields);
  const events = lazily(declared.events, (spec, tag): EventCodec => {
    const { fields, upcasts, subject } = spec instanceof EventSpec ? spec : new EventSpec(spec, {});
    return {
      codec: codec(fields),
      type: `${declared.area}/${tag}`,
      personal: personalFields(fields),
      subject,
      upcasts,
    };
  });
  const root = lazily({ state: declared.state }, codec);
  const children = lazily(declared.children ?? {}, ({ fields }) => codec(fields));
  const fields = Object.entries(shape.children);
  const decodeChildren = (state: JsonRecord) =>
    fields.map(([field, { columns }]) => {
      const value = state[field];
      const rows: ReadonlyArray<JsonRecord> = Array.isArray(value) ? value : [];
      return [field, rows.map((row) => children(field).decode(withoutAbsent(columns, row)))] as const;
    });
  const tagOf = (type: string) => type.slice(declared.area.length + 1);

  return {
    commands: Object.keys(declared.commands),
    creates: new Set(typeof declared.creates === "string" ? [declared.creates] : declared.creates),
    check: (command, input) => inputs(command).check(input),
    open: (command, input) => {
      const hidden = closed(command);
      if (hidden.length === 0) return input;
      const open: Record<string, unknown> = { ...input };
      for (const name of hidden) delete open[name];
      return open;
    },
    facts: (command, input, id) => {
      const facts = rules.facts[command];
      return facts === undefined ? {} : call(facts, input, id);
    },
    guard: (command, input, state, given) => call(rules.guard[command], input, state, given),
    decide: (command, input, state, given) => call(rules.decide[command], input, state, given),
    encodeEvent: ({ _tag, ...event }, id) => {
      const { codec, type, personal, subject, upcasts } = events(_tag);
      const encoded = codec.encode(event);
      const person = subject === undefined ? null : (encoded[subject] ?? null);
      const about = person === null ? `${shape.table}/${id}` : String(person);
      const schema = upcasts.length + 1;
      if (personal.length === 0) return { type, schema, data: encoded, payload: null, subject: about };
      const data: Record<string, Json> = { ...encoded };
      const payload: Record<string, Json> = {};
      for (const name of personal) {
        const value = data[name];
        delete data[name];
        if (value !== undefined && value !== null) payload[name] = value;
      }
      return {
        type,
        schema,
        data,
        payload: Object.keys(payload).length > 0 ? payload : null,
        subject: about,
      };
    },
    decodeEvent: ({ type, schema, data, payload }) => {
      const { codec, personal, upcasts } = events(tagOf(type));
      // A newer program wrote it: read by an older shape it would lose what is new, and the state with it.
      if (schema > upcasts.length + 1) throw new Error(`${type} in version ${schema} is not known here`);
      if (personal.length === 0 && upcasts.length === 0) return codec.decode(data);
      let whole: JsonRecord = payload === null ? data : { ...data, ...payload };
      for (const upcast of upcasts.slice(schema - 1)) whole = upcast(whole);
      const event: Record<string, Json> = { ...whole };
      delete event[reasonKey];
      for (const name of personal) event[name] ??= null;
      return codec.decode(event);
    },
    evolve: (state, type, event, entry) => {
      const next: Plain = call(rules.evolve[tagOf(type)], event, state, entry);
      if (fields.length === 0) return next;
      const sorted: Record<string, unknown> = { ...next };
      for (const [field, { key }] of fields)
        if (next[field] !== state?.[field]) sorted[field] = byKey(members(next[field]), key);
      return sorted;
    },
    difference: (before, after) => {
      const row: Record<string, unknown> = { ...after };
      const changes: Record<string, Write["children"][string]> = {};
      for (const [field, { key }] of fields) {
        delete row[field];
        if (before !== undefined && before[field] === after[field]) continue;
        const known = new Map(members(before?.[field]).map((member) => [String(member[key]), member]));
        const put = members(after[field]).filter((member) => {
          const name = String(member[key]);
          const same = known.get(name) === member;
          known.delete(name);
          return !same;
        });
        changes[field] = {
          put: put.map((member) => children(field).encode(member)),
          drop: [...known.keys()],
        };
      }
      return { row: root("state").encode(row), children: changes };
    },
    decodeState: (state) => {
      const decoded = root("state").decode(withoutAbsent(shape.columns, state));
      return fields.length === 0 ? decoded : { ...decoded, ...Object.fromEntries(decodeChildren(state)) };
    },
    reserves: (state, id) => (rules.reserves === undefined ? [] : call(rules.reserves, state, id)),
    authority: rules.authority === undefined ? undefined : (state, id) => call(rules.authority, state, id),
  };
};

/** The payload's key for a reason in words. */
export const reasonKey = "$reason";

/** A child collection of a state, which `StateOf` makes an array of records. */
const members = (field: unknown): ReadonlyArray<Plain> =>
  field === undefined ? [] : (field as ReadonlyArray<Plain>);

/** The columns as the schema reads them: an optional field that is null in its row is absent. */
const withoutAbsent = (columns: ReadonlyArray<Column>, row: JsonRecord): JsonRecord => {
  const present: Record<string, Json> = {};
  for (const { name, optional } of columns) {
    const value = row[name];
    if (value !== undefined && !(optional && value === null)) present[name] = value;
  }
  return present;
};

/** Children in order of their key, as every storage answers them, so that a decision sees the same order before and after. */
const byKey = (members: ReadonlyArray<Plain>, key: string): ReadonlyArray<Plain> =>
  members.toSorted((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));

/** Compiled at first use: importing an area costs nothing for the commands nobody gives. */
const lazily = <A, B>(of: { readonly [name: string]: A }, make: (value: A, name: string) => B) => {
  const made = new Map<string, B>();
  return (name: string): B => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const value = of[name];
    if (value === undefined || !Object.hasOwn(of, name)) throw new Error(`nothing is declared as ${name}`);
    const fresh = make(value, name);
    made.set(name, fresh);
    return fresh;
  };
};
