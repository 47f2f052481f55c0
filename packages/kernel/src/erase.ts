/** Erasing a person: the payloads go, the columns are blanked, the fact that it was done stays. */
import * as Effect from "effect/Effect";
import type { Actor, Aggregate } from "./aggregate.ts";
import { AuthorityIndex } from "./authority.ts";
import { nameOf } from "./call.ts";
import { dayOf, type Instant } from "./day.ts";
import { Conflict, NotAllowed, type StorageFailure } from "./errors.ts";
import { everyUnit, permits } from "./guard.ts";
import { entriesOf, erasedType, foldEntries, pageSize } from "./history.ts";
import { reservedBy } from "./reservation.ts";
import { type Entry, emptyBatch, type TenantStorage } from "./storage.ts";

/** The power that erasing needs, over the whole organisation. */
export const erasePower = "privacy.erase";

export interface Erasure {
  /** How many aggregates held something about the person. */
  readonly aggregates: number;
}

/**
 * Deletes every payload about the subject, blanks the personal columns that came from them, gives back what was reserved by
 * them, and appends `PersonalErased` to each aggregate concerned, all in one step. Given again it finds nothing to do.
 * Dies, and erases nothing, where an aggregate holds something that is not among those given.
 */
export const erase = (
  storage: TenantStorage,
  aggregates: ReadonlyArray<Aggregate>,
  subject: string,
  { person, office }: Extract<Actor, { readonly person: string }>,
  now: Instant,
): Effect.Effect<Erasure, NotAllowed | Conflict | StorageFailure> =>
  Effect.gen(function* () {
    const { head } = yield* storage.load({ states: [], lock: true });
    const authority = new AuthorityIndex();
    for (const { source, facts } of (yield* storage.authority).sources) authority.set(source, facts);
    const today = dayOf(now, head.zone ?? "UTC");
    const mandate = permits(authority, person, { power: erasePower, unit: everyUnit }, today, office);
    if (mandate === undefined)
      return yield* new NotAllowed({ command: "erase", power: erasePower, unit: everyUnit });
    const concerned = new Map<string, { readonly aggregate: Aggregate; readonly id: string }>();
    for (let after = 0; ; ) {
      const page: ReadonlyArray<Entry> = yield* storage.journal.read(after, pageSize, { subject });
      for (const { aggregate: table, id } of page) {
        const aggregate = aggregates.find(({ shape }) => shape.table === table);
        // To delete its payloads and leave its columns would be half an erasure that says it is whole.
        if (aggregate === undefined)
          throw new Error(`no area given here declares ${table}: nothing is erased`);
        concerned.set(nameOf(aggregate, id), { aggregate, id });
      }
      after = page.at(-1)?.position ?? after;
      if (page.length < pageSize) break;
    }
    if (concerned.size === 0) return { aggregates: 0 };
    const changes = yield* Effect.forEach(concerned.values(), ({ aggregate, id }) =>
      Effect.map(entriesOf(storage, aggregate, id), (entries) => {
        const left = entries.map((entry) =>
          entry.subject === subject ? { ...entry, payload: null } : entry,
        );
        const state = foldEntries(aggregate, left);
        const before = foldEntries(aggregate, entries);
        const version = entries.length;
        // Both folds start from an event that created the aggregate.
        if (state === undefined || before === undefined)
          throw new Error(`${aggregate.shape.table} ${id} has no state`);
        const { machine } = aggregate;
        const owner = nameOf(aggregate, id);
        const [held, wanted] = [reservedBy(aggregate, before, id), reservedBy(aggregate, state, id)];
        const beside = (list: typeof held, other: typeof held) =>
          list.filter(({ name, key }) => !other.some((each) => each.name === name && each.key === key));
        return {
          reserve: beside(wanted, held),
          release: beside(held, wanted),
          authority:
            machine.authority === undefined ? [] : [{ source: owner, facts: machine.authority(state, id) }],
          write: {
            shape: aggregate.shape,
            id,
            before: version,
            version: version + 1,
            ...machine.difference(before, state),
          },
          entry: {
            aggregate: aggregate.shape.table,
            id,
            version: version + 1,
            type: erasedType,
            schema: 1,
            data: { subject },
            payload: null,
            subject: null,
            recorded: now,
            effective: today,
            maker: person,
            office: mandate.office,
            cause: null,
            reason: null,
          },
        };
      }),
    );
    yield* storage.commit({
      ...emptyBatch,
      head: { authority: head.authority },
      writes: changes.map(({ write }) => write),
      entries: changes.map(({ entry }) => entry),
      reserve: changes.flatMap(({ reserve }) => reserve),
      release: changes.flatMap(({ release }) => release),
      authority: changes.flatMap(({ authority }) => authority),
      erase: [subject],
    });
    return { aggregates: changes.length };
  }).pipe(
    storage.transaction,
    Effect.catchTag("CommitConflict", () => Effect.fail(new Conflict({ aggregate: "erase", id: subject }))),
  );
