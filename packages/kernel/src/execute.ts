/** Giving commands: from a caller's words to a decision, with every refusal known to the type system. */
import * as Clock from "effect/Clock";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Result from "effect/Result";
import * as Schema from "effect/Schema";
import type { Actor, Aggregate, EventIn, StateIn } from "./aggregate.ts";
import type { Batcher } from "./batch.ts";
import { type Call, type Done, hashOf, labelOf, type Options } from "./call.ts";
import { codec, type Plain } from "./codec.ts";
import { Day, Instant, instantOf } from "./day.ts";
import {
  type AlreadyExists,
  type AlreadyReserved,
  type Conflict,
  InvalidInput,
  type KeyReused,
  type NotAllowed,
  type NotFound,
  type NotFounded,
  type StorageFailure,
} from "./errors.ts";
import { founding } from "./founding.ts";
import { Id } from "./ids.ts";
import type { Tagged } from "./machine.ts";

/** What any command may answer beside its own refusals. */
export type CommandError =
  | InvalidInput
  | NotAllowed
  | NotFound
  | AlreadyExists
  | AlreadyReserved
  | KeyReused
  | Conflict
  | NotFounded
  | StorageFailure;

/** Who gives the commands. */
export class Acting extends Context.Service<Acting, Actor>()("@verksam/kernel/Acting") {}

/**
 * A command in data form, for giving many at once. `at` is the instant it was given, where that is not now; it decides which
 * mandates count, so never take it from somebody you do not trust.
 */
export interface Order<out Refusal = unknown, out State = unknown, out Event = unknown> {
  readonly aggregate: Aggregate;
  readonly command: string;
  readonly id: string;
  readonly input: unknown;
  readonly actor: Actor;
  readonly options?: Options;
  readonly at?: string;
  /** Types only; never present. */
  readonly types?: { readonly refusal: Refusal; readonly state: State; readonly event: Event };
}

/** The result of an aggregate's command. */
export type DoneIn<A extends Aggregate> = Done<StateIn<A>, EventIn<A>>;

const envelope = codec({
  id: Id,
  key: Schema.optionalKey(Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(200))),
  reason: Schema.optionalKey(
    Schema.Union([
      Schema.String.check(Schema.isPattern(/\S/, { message: "a reason in words has words" })),
      Schema.Struct({ code: Schema.String.check(Schema.isPattern(/^[A-Za-z][A-Za-z0-9.-]{0,63}$/)) }),
    ]),
  ),
  on: Schema.optionalKey(Day),
  at: Schema.optionalKey(Instant),
  expected: Schema.optionalKey(Schema.Int),
});

/** Checks an order and makes it ready to be decided. */
const prepare = (order: Order, now: Instant, newId: string): Result.Result<Call, InvalidInput> => {
  const { aggregate, command, id, actor, options = {} } = order;
  const label = labelOf(order);
  if (!aggregate.machine.commands.includes(command))
    return Result.fail(
      new InvalidInput({ command: label, problems: [{ field: "", problem: "no such command" }] }),
    );
  const around = envelope.check({ ...options, id, ...(order.at === undefined ? {} : { at: order.at }) });
  const input = aggregate.machine.check(command, order.input);
  if (Result.isFailure(around) || Result.isFailure(input)) {
    const problems = [around, input].flatMap((checked) => (Result.isFailure(checked) ? checked.failure : []));
    return Result.fail(new InvalidInput({ command: label, problems }));
  }
  // Checked by the envelope just above.
  const { on, at = now } = around.success as { readonly on?: Day; readonly at?: Instant };
  const call: Call = {
    aggregate,
    command,
    id,
    input: input.success,
    facts: aggregate.machine.facts(command, input.success, id),
    actor,
    now: at,
    newId,
    options,
    on,
    hash: undefined,
    founds: aggregate.shape.table === founding.shape.table && command === "found",
  };
  return Result.succeed(options.key === undefined ? call : { ...call, hash: hashOf(call) });
};

type AnswerTo<O> =
  O extends Order<infer Refusal, infer State, infer Event>
    ? Result.Result<Done<State, Event>, Refusal | CommandError>
    : never;

export interface Executor {
  /** Gives one command. */
  readonly execute: <Refusal, State, Event>(
    order: Order<Refusal, State, Event>,
  ) => Effect.Effect<Done<State, Event>, Refusal | CommandError>;
  /** What the command would answer now; keeps nothing. */
  readonly dryRun: Executor["execute"];
  /** Gives many, in order, in batches that are each kept atomically; every one gets its own answer. Resumable by key. */
  readonly executeMany: <const Orders extends ReadonlyArray<Order>>(
    orders: Orders,
  ) => Effect.Effect<{ readonly [K in keyof Orders]: AnswerTo<Orders[K]> }>;
}

export const makeExecutor = (batcher: Batcher, nextId: Effect.Effect<string>): Executor => {
  const prepared = Effect.fnUntraced(function* (order: Order) {
    const now = instantOf(yield* Clock.currentTimeMillis);
    return prepare(order, now, yield* nextId);
  });
  const give = (run: (call: Call) => Effect.Effect<Done<Plain, Tagged>, unknown>) => (order: Order) =>
    Effect.flatMap(prepared(order), (call) =>
      Result.isFailure(call) ? Effect.fail(call.failure) : run(call.success),
    ).pipe(Effect.withSpan(labelOf(order), {}, { captureStackTrace: false }));
  const executeMany = Effect.fnUntraced(function* (orders: ReadonlyArray<Order>) {
    const calls = yield* Effect.forEach(orders, prepared);
    const outcomes = yield* batcher.submitMany(
      calls.flatMap((call) => (Result.isSuccess(call) ? [call.success] : [])),
    );
    let next = 0;
    return yield* Effect.forEach(calls, (call) => {
      if (Result.isFailure(call)) return Effect.succeed(Result.fail(call.failure));
      return Effect.result(outcomes[next++] ?? Exit.die("every call has an outcome"));
    });
  });
  // The order's types say what its aggregate's own rules decide and refuse; the kernel hands them through untouched.
  return {
    execute: give(batcher.submit) as Executor["execute"],
    dryRun: give(batcher.dryRun) as Executor["execute"],
    executeMany: executeMany as Executor["executeMany"],
  };
};
