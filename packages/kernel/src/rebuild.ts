/** Writing anew what follows from the journal: every state, its children, its reservations, the authority. */
import * as Effect from "effect/Effect";
import type { Aggregate } from "./aggregate.ts";
import { noFacts } from "./authority.ts";
import { nameOf } from "./call.ts";
import type { CommitConflict, StorageFailure } from "./errors.ts";
import { entriesOf, foldEntries, pageSize } from "./history.ts";
import { reservedBy } from "./reservation.ts";
import { type Batch, type Entry, emptyBatch, type TenantStorage, type Write } from "./storage.ts";
import { type Folded, foldAll, strays } from "./verify.ts";

/**
 * Folds the journal of the aggregates and writes what follows from it anew: after a changed state, or a damaged table. Commands
 * may be given meanwhile.
 */
export const rebuild = (
  storage: TenantStorage,
  aggregates: ReadonlyArray<Aggregate>,
): Effect.Effect<{ readonly instances: number }, StorageFailure | CommitConflict> =>
  Effect.gen(function* () {
    const { head } = yield* storage.load({ states: [] });
    let instances = 0;
    for (const aggregate of aggregates)
      yield* foldAll(storage, aggregate, (folded) => {
        instances += folded.length;
        return storage.transaction(renew(storage, aggregate, folded, head.position));
      });
    yield* storage.transaction(dropStrays(storage, aggregates));
    return { instances };
  });

/** Under the lock, so that what was decided since the journal was read is folded too. */
const renew = Effect.fnUntraced(function* (
  storage: TenantStorage,
  aggregate: Aggregate,
  folded: ReadonlyArray<Folded>,
  from: number,
) {
  const { head } = yield* storage.load({ states: [], lock: true });
  const moved = new Set<string>();
  for (let after = from; after < head.position; ) {
    const filter = { aggregate: aggregate.shape.table };
    const page: ReadonlyArray<Entry> = yield* storage.journal.read(after, pageSize, filter);
    for (const { id } of page) moved.add(id);
    after = page.length < pageSize ? head.position : (page.at(-1)?.position ?? head.position);
  }
  const present = yield* Effect.forEach(folded, (each) =>
    moved.has(each.id)
      ? Effect.map(entriesOf(storage, aggregate, each.id), (entries) => ({
          ...each,
          version: entries.length,
          state: foldEntries(aggregate, entries),
        }))
      : Effect.succeed(each),
  );
  yield* storage.commit(renewal(aggregate, present, head.authority));
});

const dropStrays = Effect.fnUntraced(function* (
  storage: TenantStorage,
  aggregates: ReadonlyArray<Aggregate>,
) {
  yield* storage.load({ states: [], lock: true });
  const { head, sources } = yield* storage.authority;
  const found = yield* strays(storage, aggregates, sources);
  if (found.length === 0) return;
  yield* storage.commit({
    ...emptyBatch,
    head,
    authority: found.map((source) => ({ source, facts: noFacts })),
  });
});

const renewal = (aggregate: Aggregate, folded: ReadonlyArray<Folded>, authority: number): Batch => {
  const { machine, shape } = aggregate;
  const known = folded.flatMap(({ id, version, state }) =>
    state === undefined ? [] : [{ id, version, state }],
  );
  const reserved = known.flatMap(({ id, state }) => reservedBy(aggregate, state, id));
  return {
    ...emptyBatch,
    head: { authority },
    writes: known.map(({ id, version, state }) => {
      const { row, children } = machine.difference(undefined, state);
      const whole = Object.entries(children).map(([field, { put }]) => [field, { put, drop: [], all: true }]);
      return {
        shape,
        id,
        before: null,
        version,
        row,
        children: Object.fromEntries(whole) as Write["children"],
      };
    }),
    reserve: reserved,
    release: reserved,
    authority: known.flatMap(({ id, state }) =>
      machine.authority === undefined
        ? []
        : [{ source: nameOf(aggregate, id), facts: machine.authority(state, id) }],
    ),
  };
};
