/** Knowing that a command is given inside a transaction: there it must not wait for others, and what it reads may be undone. */
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import type { StorageFailure } from "./errors.ts";
import type { TenantStorage } from "./storage.ts";

/** Whether the running effect is part of a transaction that `atomically` began. */
export const Inside = Context.Reference<boolean>("@verksam/kernel/Inside", { defaultValue: () => false });

/** One transaction of the storage, in which commands are decided at once: to wait for others there would be to wait for oneself. */
export const atomically = <A, E, R>(
  storage: TenantStorage,
  effect: Effect.Effect<A, E, R>,
): Effect.Effect<A, E | StorageFailure, R> =>
  storage.transaction(Effect.provideService(effect, Inside, true));

/** The same storage, with transactions that commands know themselves to be inside. */
export const observed = (storage: TenantStorage): TenantStorage => ({
  tenant: storage.tenant,
  transaction: (effect) => atomically(storage, effect),
  load: (wanted) => storage.load(wanted),
  commit: (batch) => storage.commit(batch),
  authority: Effect.suspend(() => storage.authority),
  find: (query, page) => storage.find(query, page),
  journal: storage.journal,
  checkpoint: storage.checkpoint,
});
