/** One rule of the storage port, as a sentence and a program that shows it. */
import type { Storage, TenantStorage } from "@verksam/kernel";
import * as Effect from "effect/Effect";
import { assertEqual } from "../difference.ts";

type Service = Storage["Service"];

/** What a case works on. */
export interface Stage {
  /** An organisation of this case alone, with nothing in it; the same name gives the same one. */
  readonly tenant: (name: string) => TenantStorage;
  /** The same organisation after the storage was closed and opened again; fails where the adapter cannot. */
  readonly reopened: (name: string) => Effect.Effect<TenantStorage, unknown>;
  /** Strings that break naive programs. */
  readonly strings: ReadonlyArray<string>;
}

export interface StorageCase {
  /** What a storage does, to be read after its name. */
  readonly name: string;
  /** Fails or dies where the storage does not. */
  readonly run: (stage: Stage) => Effect.Effect<void, unknown>;
}

/** A case about one organisation, called north. */
export const rule = (
  name: string,
  body: (north: TenantStorage, stage: Stage) => Generator<Effect.Effect<unknown, unknown>, void>,
): StorageCase => ({
  name,
  run: (stage) => Effect.gen(() => body(stage.tenant("north"), stage)),
});

/** Fails unless the commit is a conflict. */
export const conflicts = (
  what: string,
  commit: Effect.Effect<unknown, { readonly _tag: string }>,
): Effect.Effect<void> =>
  Effect.map(Effect.result(commit), (tried) =>
    assertEqual(what, tried._tag === "Failure" ? tried.failure._tag : tried.success, "CommitConflict"),
  );

/** Writes the versions 1 to `last`, and beside it reads and checks again and again until the reader has come to the last. */
export const whileWriting = (
  last: number,
  write: (version: number) => Effect.Effect<unknown, unknown>,
  read: Effect.Effect<number, unknown>,
): Effect.Effect<unknown, unknown> => {
  const versions = Array.from({ length: last }, (_, n) => n + 1);
  const writing = Effect.forEach(versions, (version) => Effect.andThen(write(version), Effect.sleep(0)));
  const reading = Effect.repeat(Effect.tap(read, Effect.sleep(0)), { until: (version) => version === last });
  return Effect.all([writing, reading], { concurrency: "unbounded" });
};

/** A storage that an adapter opened. */
export interface OpenStorage {
  readonly storage: Service;
  /** Closes the storage and opens the same data again; left out where nothing outlives the storage. */
  readonly reopen?: () => Promise<Service> | Effect.Effect<Service, unknown>;
  readonly dispose: () => Promise<void> | Effect.Effect<void, unknown>;
}

let stages = 0;

/** A stage of its own on an open storage: no two have an organisation in common. */
export const stageOn = (open: OpenStorage, strings: ReadonlyArray<string>): Stage => {
  const prefix = `${++stages}-`;
  let { storage } = open;
  return {
    tenant: (name) => storage.for(prefix + name),
    reopened: (name) =>
      Effect.suspend(() =>
        open.reopen === undefined
          ? Effect.fail(new Error("this storage cannot be opened again"))
          : Effect.map(settled(open.reopen), (again) => {
              storage = again;
              return again.for(prefix + name);
            }),
      ),
    strings,
  };
};

/** What an adapter answers, be it a promise or an effect. */
export const settled = <A>(make: () => Promise<A> | Effect.Effect<A, unknown>): Effect.Effect<A, unknown> =>
  Effect.suspend(() => {
    const made = make();
    return Effect.isEffect(made) ? made : Effect.tryPromise({ try: () => made, catch: (cause) => cause });
  });
