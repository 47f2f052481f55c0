/** Following the journal: each entry is handled at least once, in order, from a checkpoint that survives restarts. */
import * as Duration from "effect/Duration";
import * as Effect from "effect/Effect";
import type { StorageFailure } from "./errors.ts";
import { pageSize } from "./history.ts";
import { atomically } from "./inside.ts";
import type { Entry, JournalFilter, TenantStorage } from "./storage.ts";

export interface Subscription<E, R> {
  /** The checkpoint's name, unique in the organisation. */
  readonly name: string;
  readonly filter?: JournalFilter;
  /** Seen again after a crash: be idempotent, or give a command with a key made from the entry's position. */
  readonly handle: (entry: Entry) => Effect.Effect<void, E, R>;
  /**
   * Handle and checkpoint in one transaction, so that what `handle` writes through the same storage happens exactly
   * once; without it the checkpoint follows after each page.
   */
  readonly isAtomic?: boolean;
}

/** Handles everything the journal holds after the checkpoint; answers how many entries there were. */
export const catchUp = <E, R>(
  storage: TenantStorage,
  { name, filter, handle, isAtomic = false }: Subscription<E, R>,
): Effect.Effect<number, E | StorageFailure, R> =>
  Effect.gen(function* () {
    let count = 0;
    for (;;) {
      const page = Effect.gen(function* () {
        const from = yield* storage.checkpoint.get(name);
        const entries = yield* storage.journal.read(from, isAtomic ? 1 : pageSize, filter);
        const last = entries.at(-1);
        if (last === undefined) return undefined;
        const move = storage.checkpoint.move(name, from, last.position);
        // Moved first it makes another follower wait; moved by that one meanwhile, these entries are not ours.
        if (isAtomic && !(yield* move)) return 0;
        yield* Effect.forEach(entries, handle, { discard: true });
        if (!isAtomic) yield* move;
        return entries.length;
      });
      const handled = yield* isAtomic ? atomically(storage, page) : page;
      if (handled === undefined) return count;
      count += handled;
    }
  });

/** Follows the journal until interrupted, looking for new entries every `poll` (250 ms where not given). */
export const follow = <E, R>(
  storage: TenantStorage,
  subscription: Subscription<E, R>,
  poll: Duration.Input = Duration.millis(250),
): Effect.Effect<never, E | StorageFailure, R> =>
  Effect.forever(Effect.andThen(catchUp(storage, subscription), Effect.sleep(poll)));
