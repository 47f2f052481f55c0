/** Group commit: the commands waiting at the same moment are decided and kept together; each still succeeds, is refused or conflicts on its own. */
import * as Cause from "effect/Cause";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Semaphore from "effect/Semaphore";
import { AuthorityIndex } from "./authority.ts";
import type { Call, Done, Outcome } from "./call.ts";
import type { Plain } from "./codec.ts";
import { type Decision, decideAll, type Verdict } from "./decision.ts";
import { AlreadyReserved, type CommitConflict, Conflict, type StorageFailure } from "./errors.ts";
import { wantedBy } from "./ground.ts";
import { replayOf } from "./history.ts";
import { atomically, Inside } from "./inside.ts";
import type { Tagged } from "./machine.ts";
import type { TenantStorage } from "./storage.ts";

export interface BatchOptions {
  readonly storage: TenantStorage;
  /** Powers of the system offices that reactions act under. */
  readonly systems: { readonly [office: string]: ReadonlyArray<string> };
  /** The most commands decided together; 1 inside a transaction of the caller's own. */
  readonly size: number;
}

type Attempt = ReadonlyArray<Outcome | undefined>;

export interface Batcher {
  /** Waits for the running batch, then decides with all that wait. Interrupted while waiting, the command is never decided. */
  readonly submit: (call: Call) => Effect.Effect<Done<Plain, Tagged>, unknown>;
  /** All of them, in order, in batches of their own; a refusal does not stop the others. */
  readonly submitMany: (calls: ReadonlyArray<Call>) => Effect.Effect<ReadonlyArray<Outcome>>;
  /** Decides, and keeps nothing. */
  readonly dryRun: (call: Call) => Effect.Effect<Done<Plain, Tagged>, unknown>;
}

/** Until everything that runs already has come to wait. */
const moment = Effect.callback<void>((resume) => queueMicrotask(() => resume(Effect.void)));

interface Waiting {
  readonly call: Call;
  readonly resume: (effect: Effect.Effect<Done<Plain, Tagged>, unknown>) => void;
}

export const makeBatcher = ({ storage, systems, size }: BatchOptions): Batcher => {
  // Of what is kept for good only: after a transaction that was undone the same version may come to mean another authority.
  let known = { version: -1, index: new AuthorityIndex() };
  const queue: Array<Waiting> = [];
  let isRunning = false;
  // One batch at a time: two of one process would only run into each other.
  const turn = Semaphore.makeUnsafe(1);

  const current = Effect.map(storage.authority, ({ head, sources }) => {
    const index = new AuthorityIndex();
    for (const { source, facts } of sources) index.set(source, facts);
    return { version: head.authority, index };
  });

  /** Loads what the calls need, decides them, keeps what they decided. Commands not decided yet have no outcome. */
  const attempt = Effect.fnUntraced(function* (
    calls: ReadonlyArray<Call>,
    how: { readonly lock?: boolean; readonly isDry?: boolean } = {},
  ): Effect.fn.Return<Attempt, CommitConflict | StorageFailure> {
    const { wanted, ground } = wantedBy(calls);
    const isInside = yield* Inside;
    let loaded = yield* storage.load(how.lock ? { ...wanted, lock: true } : wanted);
    let valid = known;
    while (loaded.head.authority !== valid.version) {
      valid = yield* current;
      if (!isInside) known = valid;
      // The authority may have moved on after the load: both must be of one version.
      if (loaded.head.authority !== valid.version) loaded = yield* storage.load(wanted);
    }
    const { batch, verdicts } = decideAll(calls, {
      tenant: storage.tenant,
      head: loaded.head,
      authority: valid.index,
      systems,
      ...ground(loaded),
    });
    if (batch !== undefined && !how.isDry) {
      const taken = yield* reservedAlready(batch);
      // Only the command alone can tell which of a batch is refused.
      if (taken !== undefined) return calls.length > 1 ? calls.map(() => undefined) : [Exit.fail(taken)];
      const { authority } = yield* storage.commit(batch);
      if (batch.authority.length > 0 && !isInside && known.version === batch.head.authority) {
        for (const { source, facts } of batch.authority) known.index.set(source, facts);
        known = { version: authority, index: known.index };
      }
    }
    return yield* Effect.forEach(verdicts, outcomeOf);
  });

  const outcomeOf = (verdict: Verdict): Effect.Effect<Outcome | undefined> => {
    switch (verdict._tag) {
      case "Outcome":
        return Effect.succeed(verdict.outcome);
      case "Deferred":
        return Effect.succeed(undefined);
      case "Replay":
        // Its own failure: the batch is kept by now, and must not be decided again.
        return Effect.exit(replayOf(storage, verdict.aggregate, verdict.record));
    }
  };

  const reservedAlready = Effect.fnUntraced(function* ({ reserve, release }: NonNullable<Decision["batch"]>) {
    if (reserve.length === 0) return undefined;
    const { reservations } = yield* storage.load({ states: [], reservations: reserve });
    const other = reservations.find(
      ({ name, key, owner }) =>
        !release.some((free) => free.name === name && free.key === key && free.owner === owner) &&
        !reserve.some((mine) => mine.name === name && mine.key === key && mine.owner === owner),
    );
    return other === undefined ? undefined : new AlreadyReserved(other);
  });

  /** One command by itself: tried again once by loading again, then under a lock. */
  const alone = (call: Call, isDry = false): Effect.Effect<Outcome> => {
    const once = (lock: boolean) => Effect.map(attempt([call], { lock, isDry }), ([outcome]) => outcome);
    const isRetryable = (error: CommitConflict | StorageFailure) =>
      error._tag === "CommitConflict" || error.kind === "serialisation";
    const locked = atomically(storage, once(true));
    return once(false).pipe(
      Effect.catchIf(isRetryable, () => once(false)),
      Effect.catchIf(isRetryable, () => locked),
      Effect.mapError((error) =>
        error._tag === "CommitConflict"
          ? new Conflict({ aggregate: call.aggregate.shape.table, id: call.id })
          : error,
      ),
      // A single command is never deferred: nothing before it in its batch changed a row.
      Effect.matchCause({ onSuccess: (outcome) => outcome as Outcome, onFailure: Exit.failCause }),
    );
  };

  /** The outcomes of a batch, in order. */
  const settle = Effect.fnUntraced(function* (
    calls: ReadonlyArray<Call>,
  ): Effect.fn.Return<ReadonlyArray<Outcome>> {
    const [first] = calls;
    if (first === undefined) return [];
    if (calls.length === 1) return [yield* alone(first)];
    const tried = yield* Effect.exit(attempt(calls));
    if (Exit.isFailure(tried)) {
      const lost = Cause.findErrorOption(tried.cause);
      // After a lost connection nobody knows whether the batch was kept: to decide again could do it twice.
      if (lost._tag === "None" || (lost.value._tag === "StorageFailure" && lost.value.kind === "connection"))
        return calls.map(() => Exit.failCause(tried.cause));
      return yield* Effect.forEach(calls, (call) => alone(call));
    }
    const outcomes = tried.value;
    const open = outcomes.indexOf(undefined);
    if (open === -1) return outcomes as ReadonlyArray<Outcome>;
    if (open === 0) return yield* Effect.forEach(calls, (call) => alone(call));
    // Up to the first open one every outcome is there.
    return [...(outcomes.slice(0, open) as ReadonlyArray<Outcome>), ...(yield* settle(calls.slice(open)))];
  });

  const drain: Effect.Effect<void> = Effect.gen(function* () {
    while (queue.length > 0) {
      // Who else gives a command in this moment comes along, also where the storage never waits.
      yield* moment;
      const waiting = queue.splice(0, size);
      const outcomes = yield* turn.withPermit(settle(waiting.map(({ call }) => call)));
      for (const [index, { resume }] of waiting.entries()) {
        const outcome = outcomes[index];
        if (outcome !== undefined) resume(outcome);
      }
    }
    isRunning = false;
  });

  const submit = (call: Call) =>
    Effect.callback<Done<Plain, Tagged>, unknown>((resume) => {
      const waiting: Waiting = { call, resume };
      queue.push(waiting);
      if (!isRunning) {
        isRunning = true;
        Effect.runFork(drain);
      }
      return Effect.sync(() => {
        const index = queue.indexOf(waiting);
        if (index >= 0) queue.splice(index, 1);
      });
    });

  const atOnce = (call: Call) => Effect.flatten(alone(call));
  /** A batch of its own, where it cannot wait for its turn. */
  const inTurn = (calls: ReadonlyArray<Call>) =>
    Effect.flatMap(Inside, (inside) => (inside ? settle(calls) : turn.withPermit(settle(calls))));

  return {
    submit:
      size === 1
        ? atOnce
        : (call) => Effect.flatMap(Inside, (inside) => (inside ? atOnce(call) : submit(call))),
    submitMany: Effect.fnUntraced(function* (calls) {
      const outcomes: Array<Outcome> = [];
      for (let from = 0; from < calls.length; from += size)
        outcomes.push(...(yield* inTurn(calls.slice(from, from + size))));
      return outcomes;
    }),
    dryRun: (call) => Effect.flatten(alone(call, true)),
  };
};
