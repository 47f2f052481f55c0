/** A wrong adapter, made from a right one: what proves that the suite bites. */
import type { Batch, Storage, TenantStorage } from "@verksam/kernel";
import type { OpenStorage } from "./case.ts";

export interface StorageMutant {
  /** What is wrong with it, to be read after "a storage that". */
  readonly name: string;
  /** The cases that must fail on it. */
  readonly caughtBy: ReadonlyArray<string>;
  readonly wrap: (right: OpenStorage) => OpenStorage;
}

/** A mutant whose organisations differ in some operations from the right ones; `all` are those used so far. */
export const mutant = (
  name: string,
  caughtBy: ReadonlyArray<string>,
  change: (right: TenantStorage, all: ReadonlyMap<string, TenantStorage>) => Partial<TenantStorage>,
): StorageMutant => ({
  name,
  caughtBy,
  wrap: (right) => {
    const all = new Map<string, TenantStorage>();
    const wrong = new Map<string, TenantStorage>();
    const storage: Storage["Service"] = {
      for: (tenant) => {
        const known = wrong.get(tenant);
        if (known !== undefined) return known;
        const own = right.storage.for(tenant);
        all.set(tenant, own);
        const fresh = { ...own, ...change(own, all) };
        wrong.set(tenant, fresh);
        return fresh;
      },
    };
    return { ...right, storage };
  },
});

/** A mutant that keeps another batch than it was given. */
export const keeping = (
  name: string,
  caughtBy: ReadonlyArray<string>,
  change: (batch: Batch) => Batch,
): StorageMutant => mutant(name, caughtBy, ({ commit }) => ({ commit: (batch) => commit(change(batch)) }));
