/** The kernel opened for one organisation: commands, reading back, checking, subscribing. */
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Option from "effect/Option";
import * as Record from "effect/Record";
import * as Stream from "effect/Stream";
import type { Aggregate, EventIn, StateIn } from "./aggregate.ts";
import type { Area } from "./area.ts";
import { makeBatcher } from "./batch.ts";
import type { Instant } from "./day.ts";
import type { AlreadyFounded, StorageFailure } from "./errors.ts";
import { type CommandError, type DoneIn, type Executor, makeExecutor } from "./execute.ts";
import type { FactRequests, FactValues, Identified } from "./fact.ts";
import { founding } from "./founding.ts";
import { entriesOf, foldKnownAt, type Happened, happened, pageSize } from "./history.ts";
import { Ids } from "./ids.ts";
import { atomically, observed } from "./inside.ts";
import {
  type Entry,
  type IndexQuery,
  type JournalFilter,
  type Page,
  Storage,
  type Stored,
  type TenantStorage,
} from "./storage.ts";

export interface KernelOptions {
  /** The organisation: the first part of every key. */
  readonly tenant: string;
  readonly areas: ReadonlyArray<Area>;
  /** System offices that reactions may act under, with their powers. */
  readonly systems?: { readonly [office: string]: ReadonlyArray<string> };
  /** The most commands kept together, 64 where not given; 1 for a storage inside a transaction of the caller's own. */
  readonly batch?: number;
}

/** Everything the library does for one organisation. */
export interface Kernel extends Executor {
  readonly tenant: string;
  readonly storage: TenantStorage;
  /** The kernel's own aggregate and those of the areas. */
  readonly aggregates: ReadonlyArray<Aggregate>;
  /** Founds the organisation: once, on an empty journal. The founder may do everything until the mandate is relinquished. */
  readonly found: (
    founder: string,
    zone: string,
  ) => Effect.Effect<DoneIn<typeof founding>, CommandError | AlreadyFounded>;
  /** Several commands, and what is written through the same storage: all of it is kept, or nothing. Begin it here, not on an adapter. */
  readonly transaction: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E | StorageFailure, R>;
  /** The state now, or undefined. */
  readonly get: <A extends Aggregate>(
    aggregate: A,
    id: string,
  ) => Effect.Effect<Identified<StateIn<A>> | undefined, StorageFailure>;
  /** A page of the aggregate's states in order of id, all of them or by a declared index. */
  readonly find: <A extends Aggregate>(
    aggregate: A,
    page: Page & { readonly by?: readonly [index: string, ...values: IndexQuery["values"]] },
  ) => Effect.Effect<ReadonlyArray<Identified<StateIn<A>>>, StorageFailure>;
  /** Every state of the aggregate, read in pages. */
  readonly all: <A extends Aggregate>(aggregate: A) => Stream.Stream<Identified<StateIn<A>>, StorageFailure>;
  /** Everything the requests find, whole, under their names: what a status or a report is computed from. */
  readonly gather: <const R extends FactRequests>(
    requests: R,
  ) => Effect.Effect<FactValues<R>, StorageFailure>;
  /** The events of one aggregate, oldest first. */
  readonly history: <A extends Aggregate>(
    aggregate: A,
    id: string,
  ) => Effect.Effect<ReadonlyArray<Happened<EventIn<A>>>, StorageFailure>;
  /** The state as it was known at an instant, or undefined. */
  readonly stateAt: <A extends Aggregate>(
    aggregate: A,
    id: string,
    knownAt: Instant,
  ) => Effect.Effect<StateIn<A> | undefined, StorageFailure>;
  /** The journal after a position, to its present end. */
  readonly journal: (after?: number, filter?: JournalFilter) => Stream.Stream<Entry, StorageFailure>;
}

export const makeKernel = (
  storage: TenantStorage,
  { tenant, areas, systems = {}, batch = 64 }: KernelOptions,
  nextId: Effect.Effect<string>,
): Kernel => {
  const executor = makeExecutor(makeBatcher({ storage, systems, size: batch }), nextId);
  const identified = (aggregate: Aggregate, { id, version, state }: Stored) => ({
    id,
    version,
    state: aggregate.machine.decodeState(state),
  });
  const find = (aggregate: Aggregate, { by, ...page }: Parameters<Kernel["find"]>[1]) => {
    const { shape } = aggregate;
    const [index, ...values] = by ?? [];
    const query = index === undefined ? { shape } : { shape, index, values };
    return Effect.map(storage.find(query, page), (rows) => rows.map((row) => identified(aggregate, row)));
  };
  const get = (aggregate: Aggregate, id: string) =>
    Effect.map(storage.load({ states: [{ shape: aggregate.shape, ids: [id] }] }), ({ states }) => {
      const row = states[0]?.[0];
      return row === undefined ? undefined : identified(aggregate, row);
    });
  const paged = <A>(read: (last: A | undefined) => Effect.Effect<ReadonlyArray<A>, StorageFailure>) =>
    Stream.paginate<A | undefined, A, StorageFailure>(undefined, (last) =>
      Effect.map(
        read(last),
        (page) => [page, page.length < pageSize ? Option.none() : Option.some(page.at(-1))] as const,
      ),
    );
  const everything = (aggregate: Aggregate, by?: readonly [string, ...IndexQuery["values"]]) =>
    paged<Identified<unknown>>((last) =>
      find(aggregate, {
        limit: pageSize,
        ...(by === undefined ? {} : { by }),
        ...(last === undefined ? {} : { after: last.id }),
      }),
    );
  const typed: Omit<Kernel, keyof Executor | "tenant" | "storage" | "aggregates"> = {
    found: (founder, zone) =>
      executor.execute({
        aggregate: founding,
        command: "found",
        id: "organisation",
        input: { founder, zone },
        actor: { person: founder },
      }),
    transaction: (effect) => atomically(storage, effect),
    // A state and an event decoded by an aggregate's own schemas are of that aggregate's types.
    get: get as Kernel["get"],
    find: find as Kernel["find"],
    all: ((aggregate: Aggregate) => everything(aggregate)) as Kernel["all"],
    // Each answer is decoded by the aggregate its request names.
    gather: ((requests: FactRequests) =>
      Effect.all(
        Record.map(requests, (request) => {
          const { aggregate } = request;
          if (request._tag === "One") return Effect.map(get(aggregate, request.id), (found) => found?.state);
          const by = [request.index, ...request.values] as const;
          return Stream.runCollect(everything(aggregate, by));
        }),
      )) as Kernel["gather"],
    history: ((aggregate: Aggregate, id: string) =>
      Effect.map(entriesOf(storage, aggregate, id), (entries) =>
        entries.map((entry) => happened(aggregate, entry)),
      )) as Kernel["history"],
    stateAt: ((aggregate: Aggregate, id: string, knownAt: Instant) =>
      Effect.map(entriesOf(storage, aggregate, id), (entries) =>
        foldKnownAt(aggregate, entries, knownAt),
      )) as Kernel["stateAt"],
    journal: (after = 0, filter) =>
      paged<Entry>((last) => storage.journal.read(last?.position ?? after, pageSize, filter)),
  };
  return {
    ...executor,
    ...typed,
    tenant,
    storage: observed(storage),
    aggregates: [founding, ...areas.flatMap(({ aggregates }) => Object.values(aggregates))],
  };
};

/** The kernel of one organisation as a service. */
export class Verksam extends Context.Service<Verksam, Kernel>()("@verksam/kernel/Verksam") {
  /** With a source of ids of your own. */
  static readonly layerNoDeps = (options: KernelOptions): Layer.Layer<Verksam, never, Storage | Ids> =>
    Layer.effect(
      this,
      Effect.gen(function* () {
        const storage = yield* Storage;
        const ids = yield* Ids;
        return makeKernel(storage.for(options.tenant), options, ids.next);
      }),
    );
  static readonly layer = (options: KernelOptions): Layer.Layer<Verksam, never, Storage> =>
    this.layerNoDeps(options).pipe(Layer.provide(Ids.layer));
}
