/** Where an operation runs: in the surrounding transaction where there is one, else in what it needs to be atomic. */
import type { CommitConflict, StorageFailure } from "@verksam/kernel";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Option from "effect/Option";
import * as Semaphore from "effect/Semaphore";
import { CompiledQuery, type ControlledTransaction, type Kysely } from "kysely";
import { commitFailureOf, failureOf } from "./failure.ts";
import { drive, driveNow, type Row, type Steps } from "./statement.ts";

/** A connection that answers at once: SQLite in the same process. */
export interface Direct {
  /** Whether a transaction is open on the connection, ours or somebody else's. */
  readonly isBusy: () => boolean;
  readonly run: (query: CompiledQuery) => ReadonlyArray<Row>;
}

/** Runs a statement on any free connection, outside every transaction. */
export type Send = (query: CompiledQuery) => Promise<ReadonlyArray<Row>>;

export interface SessionOptions {
  readonly direct?: Direct | undefined;
  /** A shorter way than Kysely's own, where there is one. */
  readonly send?: Send | undefined;
  /** The connection is inside a transaction of the caller's own, which the session neither begins nor ends. */
  readonly isInside: boolean;
  /** An operation of several statements, or one that must run in a transaction, is given one of its own. */
  readonly needsTransaction: (operation: "read" | "commit") => boolean;
}

export interface Session {
  readonly read: <A>(operation: string, steps: () => Steps<A>) => Effect.Effect<A, StorageFailure>;
  readonly commit: <A>(steps: () => Steps<A>) => Effect.Effect<A, CommitConflict | StorageFailure>;
  readonly transaction: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E | StorageFailure, R>;
}

/** A transaction with its depth of savepoints; those beside each other wait for each other. */
interface Open {
  readonly db: Kysely<unknown>;
  readonly depth: number;
  readonly turn: Semaphore.Semaphore;
}

let sessions = 0;

export const makeSession = (kysely: Kysely<unknown>, options: SessionOptions): Session => {
  const { direct, isInside, needsTransaction } = options;
  const send: Send = options.send ?? (async (query) => (await kysely.executeQuery<Row>(query)).rows);
  const Current = Context.Service<Open>(`@verksam/storage-kysely/Open/${sessions++}`);
  const open = (db: Kysely<unknown>, depth: number): Open => ({ db, depth, turn: Semaphore.makeUnsafe(1) });
  const outer = isInside ? Option.some(open(kysely, 0)) : Option.none<Open>();
  const current = Effect.map(Effect.serviceOption(Current), (inner) => Option.orElse(inner, () => outer));

  const perform = async <A>(db: Kysely<unknown>, steps: Steps<A>, signal?: AbortSignal): Promise<A> =>
    direct === undefined
      ? drive(steps, async (query) => (await db.executeQuery<Row>(query)).rows, signal)
      : driveNow(steps, direct.run);
  const say = (db: Kysely<unknown>, text: string) => perform(db, raw(text));

  const attempt = <A, E>(run: (signal: AbortSignal) => Promise<A>, fail: (cause: unknown) => E) =>
    Effect.tryPromise({ try: run, catch: fail });

  const outside = <A, E>(
    operation: "read" | "commit",
    steps: () => Steps<A>,
    fail: (cause: unknown) => E,
  ): Effect.Effect<A, E> => {
    const isWhole = needsTransaction(operation);
    if (direct === undefined)
      // Several statements in a transaction stop between two when nobody waits any more; a single one has no between.
      return isWhole
        ? attempt((signal) => kysely.transaction().execute((trx) => perform(trx, steps(), signal)), fail)
        : attempt(() => drive(steps(), send), fail);
    const now = () => (isWhole ? wholly(direct, steps) : driveNow(steps(), direct.run));
    return Effect.suspend(() =>
      direct.isBusy()
        ? // Somebody's transaction is open on the one connection: Kysely hands the connection over when it ends.
          attempt(() => kysely.connection().execute(async () => now()), fail)
        : Effect.try({ try: now, catch: fail }),
    );
  };

  const read: Session["read"] = (operation, steps) => {
    const fail = (cause: unknown) => failureOf(operation, cause);
    return Effect.flatMap(current, (inner) =>
      Option.isNone(inner)
        ? outside("read", steps, fail)
        : attempt((signal) => perform(inner.value.db, steps(), signal), fail),
    );
  };

  /** Once sent, a commit is waited for: nobody should be left to guess whether it was kept. */
  const commit: Session["commit"] = (steps) =>
    Effect.uninterruptible(
      Effect.flatMap(current, (inner) =>
        Option.isNone(inner)
          ? outside("commit", steps, commitFailureOf)
          : savepoint(inner.value, "commit", ({ db }) =>
              attempt(() => perform(db, steps()), commitFailureOf),
            ),
      ),
    );

  /** Runs the body after a savepoint, and goes back to it unless the body succeeds. */
  const savepoint = <A, E, R>(
    { db, depth, turn }: Open,
    operation: string,
    body: (inner: Open) => Effect.Effect<A, E, R>,
  ): Effect.Effect<A, E | StorageFailure, R> => {
    const name = `verksam_${depth + 1}`;
    const tell = (text: string) =>
      attempt(
        () => say(db, text),
        (cause) => failureOf(operation, cause),
      );
    const back = Effect.andThen(tell(`rollback to savepoint ${name}`), tell(`release savepoint ${name}`));
    return Effect.uninterruptibleMask((restore) =>
      turn.withPermit(
        Effect.flatMap(tell(`savepoint ${name}`), () =>
          Effect.onExit(restore(body(open(db, depth + 1))), (exit) =>
            Exit.isSuccess(exit) ? tell(`release savepoint ${name}`) : quietly(back),
          ),
        ),
      ),
    );
  };

  const begin: Effect.Effect<ControlledTransaction<unknown>, StorageFailure> = Effect.suspend(() => {
    let begun: ControlledTransaction<unknown> | undefined;
    let isGone = false;
    const drop = (trx: ControlledTransaction<unknown>) =>
      trx
        .rollback()
        .execute()
        .catch(() => undefined);
    return Effect.callback<ControlledTransaction<unknown>, StorageFailure>((resume) => {
      const started = kysely.startTransaction().execute();
      started.then(
        (trx) => {
          // Nobody waits any more: the connection must not stay inside a transaction.
          if (isGone) return void drop(trx);
          begun = trx;
          resume(Effect.succeed(trx));
        },
        (cause: unknown) => resume(Effect.fail(failureOf("begin", cause))),
      );
      return Effect.sync(() => {
        isGone = true;
      });
    }).pipe(
      Effect.onInterrupt(() => {
        const late = begun;
        return late === undefined ? Effect.void : Effect.promise(() => drop(late));
      }),
    );
  });

  const transaction: Session["transaction"] = (effect) =>
    Effect.flatMap(current, (inner) => {
      const within = (inner: Open) => Effect.provideService(effect, Current, inner);
      if (Option.isSome(inner)) return savepoint(inner.value, "transaction", within);
      return Effect.uninterruptibleMask((restore) =>
        Effect.flatMap(restore(begin), (trx) => {
          const rollback = quietly(
            attempt(
              () => trx.rollback().execute(),
              (cause) => failureOf("rollback", cause),
            ),
          );
          const end = attempt(
            () => trx.commit().execute(),
            (cause) => failureOf("commit", cause),
          );
          return Effect.onExit(restore(within(open(trx, 0))), (exit) =>
            Exit.isSuccess(exit) ? Effect.tapError(end, () => rollback) : rollback,
          );
        }),
      );
    });

  return { read, commit, transaction };
};

/** A rollback that fails leaves a connection that is lost anyway; the failure that led to it is the one to tell. */
const quietly = (effect: Effect.Effect<unknown, StorageFailure>) =>
  Effect.ignore(effect, { log: "Warn", message: "rollback failed" });

function* raw(text: string): Steps<void> {
  yield CompiledQuery.raw(text);
}

/** The steps in one transaction, at once. */
const wholly = <A>(direct: Direct, steps: () => Steps<A>): A => {
  direct.run(beginNow);
  try {
    const answer = driveNow(steps(), direct.run);
    direct.run(commitNow);
    return answer;
  } catch (cause) {
    if (direct.isBusy()) direct.run(rollbackNow);
    throw cause;
  }
};
const beginNow = CompiledQuery.raw("begin immediate");
const commitNow = CompiledQuery.raw("commit");
const rollbackNow = CompiledQuery.raw("rollback");
