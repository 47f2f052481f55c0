/** The kernel for people who do not use Effect: promises, thrown or returned refusals, async iterables. */
import * as Clock from "effect/Clock";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as ManagedRuntime from "effect/ManagedRuntime";
import * as Stream from "effect/Stream";
import type { Actor, Aggregate, CommandsIn, EventIn, StateIn } from "./aggregate.ts";
import type { Area } from "./area.ts";
import type { Options } from "./call.ts";
import { type Instant, instantOf } from "./day.ts";
import { type Erasure, erase } from "./erase.ts";
import type { CommandError, DoneIn } from "./execute.ts";
import type { Identified } from "./fact.ts";
import type { founding } from "./founding.ts";
import type { Happened } from "./history.ts";
import { type Kernel, type KernelOptions, Verksam } from "./kernel.ts";
import type { Plainly } from "./plainly.ts";
import { rebuild } from "./rebuild.ts";
import type { Entry, IndexQuery, JournalFilter, Page, Storage } from "./storage.ts";
import { type Verification, verify } from "./verify.ts";

/** An answer that is never thrown. */
export type Answer<A, E> =
  | { readonly ok: true; readonly value: A }
  | { readonly ok: false; readonly error: E };

/** Aborting stops the wait; a command already being kept is kept. */
export interface Abortable {
  readonly signal?: AbortSignal;
}

type Person = Extract<Actor, { readonly person: string }>;
type ErrorOf<A extends Aggregate, C extends keyof CommandsIn<A>> = CommandsIn<A>[C]["refusal"] | CommandError;

/** A command: rejects with its typed refusal. */
export interface Give<A extends Aggregate, C extends keyof CommandsIn<A>> {
  (id: string, input: Plainly<CommandsIn<A>[C]["input"]>, options?: Options & Abortable): Promise<DoneIn<A>>;
  /** Answers with the refusal instead of rejecting; a defect still rejects. */
  safe(
    id: string,
    input: Plainly<CommandsIn<A>[C]["input"]>,
    options?: Options & Abortable,
  ): Promise<Answer<DoneIn<A>, ErrorOf<A, C>>>;
  /** What the command would answer now; keeps nothing. */
  dryRun(
    id: string,
    input: Plainly<CommandsIn<A>[C]["input"]>,
    options?: Options & Abortable,
  ): Promise<Answer<DoneIn<A>, ErrorOf<A, C>>>;
}

/** Reading one aggregate. */
export interface Reading<A extends Aggregate> {
  /** The state now, or undefined. */
  get(id: string): Promise<Identified<StateIn<A>> | undefined>;
  /** A page in order of id, by a declared index where one is named. */
  find(
    page: Page & { readonly by?: readonly [index: string, ...values: IndexQuery["values"]] },
  ): Promise<ReadonlyArray<Identified<StateIn<A>>>>;
  all(): AsyncIterable<Identified<StateIn<A>>>;
  /** Its events, oldest first. */
  history(id: string): Promise<ReadonlyArray<Happened<EventIn<A>>>>;
  /** The state as it was known at an instant. */
  stateAt(id: string, knownAt: Instant): Promise<StateIn<A> | undefined>;
}

type AggregateOf<A> = A extends Aggregate ? A : never;
type ByArea<Areas extends ReadonlyArray<Area>> = {
  readonly [N in Areas[number] as N["name"]]: N["aggregates"];
};
/** What may be read: area by area, aggregate by aggregate. */
export type Readings<Areas extends ReadonlyArray<Area>> = {
  readonly [N in keyof ByArea<Areas>]: {
    readonly [K in keyof ByArea<Areas>[N]]: Reading<AggregateOf<ByArea<Areas>[N][K]>>;
  };
};
/** What may be decided: area by area, aggregate by aggregate, command by command. */
export type Decisions<Areas extends ReadonlyArray<Area>> = {
  readonly [N in keyof ByArea<Areas>]: {
    readonly [K in keyof ByArea<Areas>[N]]: {
      readonly [C in keyof CommandsIn<AggregateOf<ByArea<Areas>[N][K]>>]: Give<
        AggregateOf<ByArea<Areas>[N][K]>,
        C
      >;
    };
  };
};

export interface Opened<Areas extends ReadonlyArray<Area>> extends AsyncDisposable {
  readonly read: Readings<Areas>;
  /** The commands, given by this person, in this office where one is named. */
  as(person: Person): Decisions<Areas> & {
    /** Erases a person's data everywhere; needs the power `privacy.erase`. */
    erase(subject: string): Promise<Erasure>;
  };
  /** Founds the organisation: once, on an empty journal. */
  found(founder: string, zone: string): Promise<DoneIn<typeof founding>>;
  journal(after?: number, filter?: JournalFilter): AsyncIterable<Entry>;
  /** Folds the whole journal again and compares it with the tables. */
  verify(): Promise<Verification>;
  /** Writes the tables anew from the journal. */
  rebuild(): Promise<{ readonly instances: number }>;
  close(): Promise<void>;
}

export interface OpenOptions<Areas extends ReadonlyArray<Area>> extends Omit<KernelOptions, "areas"> {
  readonly storage: Layer.Layer<Storage, unknown>;
  readonly areas: Areas;
}

/** Opens the library for one organisation. Rejects where the storage cannot be opened. */
export const open = async <const Areas extends ReadonlyArray<Area>>({
  storage,
  ...options
}: OpenOptions<Areas>): Promise<Opened<Areas>> => {
  const runtime = ManagedRuntime.make(Layer.provide(Verksam.layer(options), storage));
  const kernel = await runtime.runPromise(Verksam.use(Effect.succeed));
  const close = () => runtime.dispose();
  const run = async <A, E>(effect: Effect.Effect<A, E, Verksam>, { signal }: Abortable = {}): Promise<A> => {
    signal?.throwIfAborted();
    return runtime.runPromise(effect, signal === undefined ? {} : { signal });
  };
  const give = (aggregate: Aggregate, command: string, actor: Person) => {
    const order = (id: string, input: unknown, { signal: _, ...options }: Options & Abortable = {}) => ({
      aggregate,
      command,
      id,
      input,
      actor,
      options,
    });
    type Args = Parameters<typeof order>;
    const answer = (how: "execute" | "dryRun", ...args: Args) =>
      run(
        Effect.match(kernel[how](order(...args)), {
          onSuccess: (value) => ({ ok: true, value }) as const,
          onFailure: (error) => ({ ok: false, error }) as const,
        }),
        args[2],
      );
    return Object.assign((...args: Args) => run(kernel.execute(order(...args)), args[2]), {
      safe: (...args: Args) => answer("execute", ...args),
      dryRun: (...args: Args) => answer("dryRun", ...args),
    });
  };
  const reading = (aggregate: Aggregate): Reading<Aggregate> => ({
    get: (id) => run(kernel.get(aggregate, id)),
    find: (page) => run(kernel.find(aggregate, page)),
    all: () => Stream.toAsyncIterable(kernel.all(aggregate)),
    history: (id) => run(kernel.history(aggregate, id)),
    stateAt: (id, knownAt) => run(kernel.stateAt(aggregate, id, knownAt)),
  });
  const perAggregate = (make: (aggregate: Aggregate) => unknown) =>
    Object.fromEntries(
      options.areas.map(({ name, aggregates }) => [
        name,
        Object.fromEntries(Object.entries(aggregates).map(([key, aggregate]) => [key, make(aggregate)])),
      ]),
    );
  return {
    // The mapped types list exactly these areas, aggregates and commands.
    read: perAggregate(reading) as Readings<Areas>,
    as: ({ person, office }) => {
      // Only these two: a caller without types must not name itself a system office.
      const actor: Person = office === undefined ? { person } : { person, office };
      const decisions = perAggregate((aggregate) =>
        Object.fromEntries(
          aggregate.machine.commands.map((command) => [command, give(aggregate, command, actor)]),
        ),
      ) as Decisions<Areas>;
      const erasing = { erase: (subject: string) => run(eraseNow(kernel, subject, actor)) };
      return { ...decisions, ...erasing };
    },
    found: (founder, zone) => run(kernel.found(founder, zone)),
    journal: (after, filter) => Stream.toAsyncIterable(kernel.journal(after, filter)),
    verify: () => run(verify(kernel.storage, kernel.aggregates)),
    rebuild: () => run(rebuild(kernel.storage, kernel.aggregates)),
    close,
    [Symbol.asyncDispose]: close,
  };
};

const eraseNow = (kernel: Kernel, subject: string, person: Person) =>
  Effect.flatMap(Clock.currentTimeMillis, (now) =>
    erase(kernel.storage, kernel.aggregates, subject, person, instantOf(now)),
  );
