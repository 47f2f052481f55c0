/** Defining an aggregate: state, events and commands as data; evolve, decide and guard as pure functions. */
import * as Result from "effect/Result";
import type * as Schema from "effect/Schema";
import type { Fields, Value } from "./codec.ts";
import type { Day, Instant } from "./day.ts";
import type { EventOf, EventSpecs, EventValue } from "./event.ts";
import type { FactRequests, FactValues } from "./fact.ts";
import { type Machine, machine } from "./machine.ts";
import { columnsOf, type Shape } from "./shape.ts";
import type { AuthorityFacts, Reservation } from "./storage.ts";

/** Who acts: a person, in an office where one is named; or a declared system office answering to an event. */
export type Actor =
  | { readonly person: string; readonly office?: string }
  | { readonly system: string; readonly cause: number };

/** What a decision is given beside the command and the state. */
export interface Given<Facts = unknown> {
  /** The aggregate's id. */
  readonly id: string;
  readonly now: Instant;
  /** Today in the organisation's time zone. */
  readonly today: Day;
  /** The day the decision takes effect; today unless the command was given another. */
  readonly on: Day;
  readonly actor: Actor;
  /** A fresh id, for what the command creates inside the aggregate. */
  readonly newId: string;
  /** Whether a reason was given, in words or as a code. */
  readonly hasReason: boolean;
  readonly facts: Facts;
}

/** What the journal tells of an event beside its fields. */
export interface Recorded {
  readonly id: string;
  readonly version: number;
  readonly recorded: Instant;
  readonly effective: Day;
  readonly maker: string;
  readonly office: string | null;
  /** The reason's code or words; null where none was given or it was erased. */
  readonly reason: string | null;
}

/** The power a command needs and the unit it is about; an unknown unit needs the power over any unit. */
export interface Need {
  readonly power: string;
  readonly unit: string | null | undefined;
}

/** The decision: these events, in this order. None means nothing changed. */
export const accept = <const E extends ReadonlyArray<{ readonly _tag: string }>>(
  ...events: E
): Result.Result<E, never> => Result.succeed(events);

/** The decision: no, for this reason. */
export const refuse = <const R>(refusal: R): Result.Result<never, R> => Result.fail(refusal);

/** A child collection of a state, one row a member, told apart by `key`. Loaded in order of the key. */
export interface Child<out F extends Fields> {
  readonly key: string;
  readonly fields: F;
}
export const child = <const F extends Fields>(key: keyof F & string, fields: F): Child<F> => ({
  key,
  fields,
});

type Children = { readonly [field: string]: Child<Fields> };
type Inputs = { readonly [command: string]: Fields };

/** The state of an aggregate: its fields, and its child collections as arrays. */
export type StateOf<S extends Fields, K extends Children> = Value<S> & {
  readonly [F in keyof K]: ReadonlyArray<K[F] extends Child<infer C> ? Value<C> : never>;
};

/** What the type system knows of a command: what goes in and what it may answer with. */
export interface CommandTypes {
  readonly input: unknown;
  readonly refusal: unknown;
}

/** An aggregate: one consistency boundary, its tables and its rules. Made by `aggregate`. */
export interface Aggregate<
  out Area extends string = string,
  out Name extends string = string,
  out State = unknown,
  out Event = unknown,
  out Commands extends { readonly [command: string]: CommandTypes } = {
    readonly [command: string]: CommandTypes;
  },
  out Tables = unknown,
> {
  readonly area: Area;
  readonly name: Name;
  readonly shape: Shape;
  /** The rules with their types erased, for the kernel. */
  readonly machine: Machine;
  /** Types only; never present. */
  readonly types?: {
    readonly state: State;
    readonly event: Event;
    readonly commands: Commands;
    readonly tables: Tables;
  };
}

/** The rows of an aggregate's tables as JSON has them, by table: the root and each child collection. */
export type TablesOf<Area extends string, Name extends string, S extends Fields, K extends Children> = {
  readonly [T in `${Area}_${Name}`]: Schema.Struct<S>["Encoded"];
} & {
  readonly [F in keyof K & string as `${Area}_${Name}_${F}`]: K[F] extends Child<infer C>
    ? Schema.Struct<C>["Encoded"]
    : never;
};

type TypesOf<A> = A extends {
  readonly types?: {
    readonly state: infer S;
    readonly event: infer E;
    readonly commands: infer C extends { readonly [command: string]: CommandTypes };
  };
}
  ? { state: S; event: E; commands: C }
  : never;
/** The types an aggregate was defined with. */
export type StateIn<A extends Aggregate> = TypesOf<A>["state"];
export type EventIn<A extends Aggregate> = TypesOf<A>["event"];
export type CommandsIn<A extends Aggregate> = TypesOf<A>["commands"];

export interface Definition<
  Area extends string,
  Name extends string,
  S extends Fields,
  K extends Children,
  E extends EventSpecs,
  C extends Inputs,
  N extends keyof C & string,
> {
  readonly area: Area;
  readonly name: Name;
  readonly state: S;
  readonly children?: K;
  /** Columns by which rows are found; the names are the caller's. */
  readonly indexes?: {
    readonly [index: string]: ReadonlyArray<NoInfer<keyof S & string>>;
  };
  readonly events: E;
  readonly commands: C;
  /** The commands that bring the aggregate into being; the others need it to exist. */
  readonly creates: N | ReadonlyArray<N>;
}

/** What follows from a state beside its row. */
export interface Consequences<S> {
  /** Keys that no other aggregate of the organisation may hold under the same name. A refusal tells the key: reserve no personal text as it is. */
  readonly reserves?: (state: S, id: string) => ReadonlyArray<Reservation>;
  /** Mandates and places in the tree that the guard reads. Every event of the aggregate raises the authority's version. */
  readonly authority?: (state: S, id: string) => AuthorityFacts;
}

type StateFor<K, N, S> = K extends N ? undefined : S;
type FactsFor<F, K> = K extends keyof F
  ? F[K] extends (...given: never) => infer R
    ? FactValues<R>
    : Record<never, never>
  : Record<never, never>;
type RefusalOf<H> = H extends (...args: never) => infer R
  ? R extends Result.Result<unknown, infer X>
    ? X
    : never
  : never;

export type Evolve<E extends EventSpecs, S> = {
  readonly [K in keyof E & string]: (event: EventValue<E[K]>, state: S, entry: Recorded) => S;
};
export type Decide<C extends Inputs, N, S, E extends EventSpecs, F> = {
  readonly [K in keyof C & string]: (
    input: Value<C[K]>,
    state: StateFor<K, N, S>,
    given: Given<FactsFor<F, K>>,
  ) => Result.Result<ReadonlyArray<EventOf<E>>, unknown>;
};
export type Guard<C extends Inputs, N, S, F> = {
  readonly [K in keyof C & string]: (
    input: Value<C[K]>,
    state: StateFor<K, N, S>,
    given: Given<FactsFor<F, K>>,
  ) => Need;
};
export type FactsOfCommands<C extends Inputs> = {
  readonly [K in keyof C & string]?: (input: Value<C[K]>, id: string) => FactRequests;
};

/**
 * Begins an aggregate: `.evolve(…)`, then `.facts(…)` where commands need to know about others, then `.decide(…)`,
 * then `.guard(…)`, which completes it.
 */
export const aggregate = <
  const Area extends string,
  const Name extends string,
  const S extends Fields,
  const E extends EventSpecs,
  const C extends Inputs,
  const N extends keyof C & string,
  const K extends Children = Record<never, never>,
>(
  definition: Definition<Area, Name, S, K, E, C, N>,
) => {
  type State = StateOf<S, K>;
  const table = `${definition.area}_${definition.name}`;
  const children = Object.entries(definition.children ?? {}).map(
    ([field, { key, fields }]) =>
      [field, { table: `${table}_${field}`, key, columns: columnsOf(fields, true) }] as const,
  );
  const shape: Shape = {
    table,
    columns: columnsOf(definition.state),
    indexes: definition.indexes ?? {},
    children: Object.fromEntries(children),
  };
  return {
    evolve: (evolve: Evolve<E, State>, consequences: Consequences<State> = {}) => {
      const complete = <const F extends FactsOfCommands<C>>(facts: F) => ({
        decide: <const D extends Decide<C, N, State, E, F>>(decide: D) => ({
          guard: (
            guard: Guard<C, N, State, F>,
          ): Aggregate<
            Area,
            Name,
            State,
            EventOf<E>,
            { readonly [Q in keyof C & string]: { input: Value<C[Q]>; refusal: RefusalOf<D[Q]> } },
            TablesOf<Area, Name, S, K>
          > => ({
            area: definition.area,
            name: definition.name,
            shape,
            machine: machine(shape, definition, { evolve, facts, decide, guard, ...consequences }),
          }),
        }),
      });
      return { facts: complete, decide: complete({}).decide };
    },
  };
};
