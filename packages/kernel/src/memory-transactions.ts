/** Transactions of the memory storage: changes that know how to be taken back, one at a time, savepoints inside one another. */
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Semaphore from "effect/Semaphore";
import { StorageFailure } from "./errors.ts";
import type { TenantStorage } from "./storage.ts";

/** A transaction, a savepoint in one, or what is outside them: each lets one operation or one nested level work at a time. */
class Level {
  readonly turn = Semaphore.makeUnsafe(1);
  isOver = false;
}

/** The levels a fiber works in, by the organisation they belong to. */
const Levels = Context.Reference<ReadonlyMap<object, Level>>("@verksam/kernel/memory/Levels", {
  defaultValue: () => new Map(),
});

/** Text that PostgreSQL would refuse or change. */
export class UnstorableText extends Error {
  override readonly message = "text with U+0000 or half a surrogate pair";
}

const failureOf = (operation: string) => (cause: unknown) =>
  new StorageFailure({ operation, kind: cause instanceof UnstorableText ? "constraint" : "other", cause });

/** What the operations of one organisation share. */
export class Transactions {
  readonly #outside = new Level();
  /** How to take back each change of the open transaction, oldest first. */
  readonly #undo: Array<() => void> = [];

  /** Says how a change is taken back. */
  changed(back: () => void): void {
    this.#undo.push(back);
  }

  put<K, V>(map: Map<K, V>, key: K, value: V | undefined): void {
    const before = map.get(key);
    this.changed(() => (before === undefined ? map.delete(key) : map.set(key, before)));
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  }

  /** One operation; what it changed before it fails or throws is taken back. */
  step<A, E = never>(
    operation: string,
    work: () => Effect.Effect<A, E>,
  ): Effect.Effect<A, E | StorageFailure> {
    return this.#within((level) =>
      this.#kept(level, Effect.flatten(Effect.try({ try: work, catch: failureOf(operation) }))),
    );
  }

  readonly transaction: TenantStorage["transaction"] = (effect) =>
    this.#within((level, levels) => {
      const inner = new Level();
      const inside = Effect.provideService(effect, Levels, new Map(levels).set(this, inner));
      return this.#kept(
        level,
        Effect.ensuring(
          inside,
          Effect.sync(() => {
            inner.isOver = true;
          }),
        ),
      );
    });

  /** Takes a turn in the level the fiber works in. */
  #within<A, E, R>(
    use: (level: Level, levels: ReadonlyMap<object, Level>) => Effect.Effect<A, E, R>,
  ): Effect.Effect<A, E | StorageFailure, R> {
    return Effect.flatMap(Effect.service(Levels), (levels) => {
      const level = levels.get(this) ?? this.#outside;
      const turn = Effect.suspend(
        (): Effect.Effect<A, E | StorageFailure, R> =>
          level.isOver
            ? Effect.fail(failureOf("transaction")(new Error("the transaction is over")))
            : use(level, levels),
      );
      return level.turn.withPermit(turn);
    });
  }

  #kept<A, E, R>(level: Level, work: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> {
    const mark = this.#undo.length;
    return Effect.onExit(work, (exit) =>
      Effect.sync(() => {
        if (Exit.isFailure(exit)) while (this.#undo.length > mark) this.#undo.pop()?.();
        else if (level === this.#outside) this.#undo.length = 0;
      }),
    );
  }
}
