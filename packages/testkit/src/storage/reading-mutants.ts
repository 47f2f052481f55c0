/** Storages that answer wrongly, or that mix organisations up. */
import type { Entry, JsonRecord, Stored } from "@verksam/kernel";
import * as Effect from "effect/Effect";
import { mutant, type StorageMutant } from "./mutant.ts";

const dense =
  "numbers the entries of many writers from 1 without a gap, and hides none from a reader that follows";
const filters = "filters the journal by aggregate, by types and by subject, before it counts the page";
const finds = "finds rows by a declared index, also by null, by number and by truth";
const paging = "pages through 10 000 rows, each once, while others are added";
const apart = "shows no organisation what another has under the same ids";
const everything = { limit: 100_000 };

/** A mutant of the journal's reading alone. */
const reading = (
  name: string,
  caughtBy: ReadonlyArray<string>,
  change: (entries: ReadonlyArray<Entry>) => ReadonlyArray<Entry>,
): StorageMutant =>
  mutant(name, caughtBy, ({ journal }) => ({
    journal: { ...journal, read: (...asked) => Effect.map(journal.read(...asked), change) },
  }));

const negative = (state: JsonRecord): JsonRecord => (state.count === 0 ? { ...state, count: -0 } : state);

export const readingMutants: ReadonlyArray<StorageMutant> = [
  reading("leaves a gap in the positions", [dense], (entries) =>
    entries.map((entry) => (entry.position > 500 ? { ...entry, position: entry.position + 1 } : entry)),
  ),
  mutant("hides an entry for a moment", [dense], ({ journal }) => {
    let reads = 0;
    return {
      journal: {
        ...journal,
        read: (...asked) =>
          Effect.map(journal.read(...asked), (page) =>
            page.length > 2 && reads++ % 3 === 0 ? page.toSpliced(1, 1) : page,
          ),
      },
    };
  }),
  mutant(
    "answers with the position of the first entry of a batch",
    ["keeps every part of a batch"],
    ({ commit }) => ({
      commit: (batch) =>
        Effect.map(commit(batch), ({ position, authority }) => ({
          position: position - batch.entries.length + 1,
          authority,
        })),
    }),
  ),
  reading("forgets the cause of an entry", ["keeps every field of an entry"], (entries) =>
    entries.map((entry) => ({ ...entry, cause: null })),
  ),
  mutant(
    "reads the journal from a position on",
    ["reads the journal in pages after a position"],
    ({ journal }) => ({
      journal: { ...journal, read: (after, ...asked) => journal.read(Math.max(0, after - 1), ...asked) },
    }),
  ),
  mutant("ignores the filter", [filters], ({ journal }) => ({
    journal: { ...journal, read: (after, limit) => journal.read(after, limit) },
  })),
  mutant("filters a page that is counted already", [filters], ({ journal }) => ({
    journal: {
      ...journal,
      read: (after, limit, filter) =>
        Effect.zipWith(journal.read(after, limit), journal.read(after, 1000, filter), (page, wanted) =>
          page.filter(({ position }) => wanted.some((each) => each.position === position)),
        ),
    },
  })),
  mutant(
    "ignores the filter's subject",
    [filters, "erases every payload about a person, and nothing else"],
    ({ journal }) => ({
      journal: {
        ...journal,
        read: (after, limit, { subject: _, ...filter } = {}) => journal.read(after, limit, filter),
      },
    }),
  ),
  reading(
    "says whom an entry without a payload would be about",
    ["says of an entry without a payload that it is about nobody"],
    (entries) =>
      entries.map((entry) => ({ ...entry, subject: entry.subject ?? `${entry.aggregate}/${entry.id}` })),
  ),
  mutant(
    "reads streams in order of position",
    ["reads an aggregate's streams in order of id and version, after a cursor"],
    ({ journal }) => ({
      journal: {
        ...journal,
        streams: (...asked) =>
          Effect.map(journal.streams(...asked), (page) => page.toSorted((a, b) => a.position - b.position)),
      },
    }),
  ),
  mutant("skips a row between two pages", [paging, finds], ({ find }) => ({
    find: (query, { after, limit }) =>
      after === undefined
        ? find(query, { limit })
        : Effect.map(find(query, { after, limit: limit + 1 }), (rows) => rows.slice(1)),
  })),
  mutant(
    "orders by a language's alphabet",
    ["orders ids by character, not by a language's alphabet"],
    ({ find }) => ({
      find: (query, { after, limit }) =>
        Effect.map(find(query, everything), (rows) =>
          rows
            .filter(({ id }) => after === undefined || id.localeCompare(after, "en") > 0)
            .toSorted((a, b) => a.id.localeCompare(b.id, "en"))
            .slice(0, limit),
        ),
    }),
  ),
  mutant("finds nothing by null", [finds], ({ find }) => ({
    find: (query, page) =>
      "index" in query && query.values.includes(null) ? Effect.succeed([]) : find(query, page),
  })),
  mutant("looks at the first column of an index alone", [finds], ({ find }) => ({
    find: (query, page) =>
      "index" in query
        ? Effect.map(find({ shape: query.shape }, { ...page, ...everything }), (rows) =>
            rows
              .filter(({ state }) => state[query.shape.indexes[query.index]?.[0] ?? ""] === query.values[0])
              .slice(0, page.limit),
          )
        : find(query, page),
  })),
  mutant("finds a row by what it was", ["no longer finds a row by what it was"], ({ find, commit }) => {
    const old: Array<Stored> = [];
    return {
      commit: (batch) => {
        old.push(...batch.writes.map(({ id, version, row }) => ({ id, version, state: row })));
        return commit(batch);
      },
      find: (query, page) =>
        Effect.map(find(query, page), (rows) =>
          "index" in query ? old.filter(({ state }) => state.label === query.values[0]).slice(0, 1) : rows,
        ),
    };
  }),
  mutant(
    "loads rows in the table's order",
    ["loads in the order asked, and leaves out what does not exist"],
    ({ load }) => ({
      load: (wanted) =>
        Effect.map(load(wanted), (loaded) => ({
          ...loaded,
          states: loaded.states.map((rows) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))),
        })),
    }),
  ),
  mutant("loads one table after another", ["loads from one snapshot"], ({ load }) => ({
    load: (wanted) =>
      Effect.gen(function* () {
        const { head, ...rest } = yield* load(wanted);
        yield* Effect.yieldNow;
        yield* Effect.sleep(0);
        return { ...rest, head: (yield* load({ states: [] })).head };
      }),
  })),
  mutant(
    "reads the authority and its version one after the other",
    ["answers with the authority and the head it belongs to"],
    ({ load, authority }) => ({
      authority: Effect.gen(function* () {
        const { head } = yield* load({ states: [] });
        yield* Effect.sleep(0);
        return { ...(yield* authority), head };
      }),
    }),
  ),
  mutant(
    "answers with a head before there is one",
    ["answers an organisation that has nothing with nothing"],
    ({ load }) => ({
      load: (wanted) =>
        Effect.map(load(wanted), (loaded) => ({
          ...loaded,
          head: { ...loaded.head, zone: loaded.head.zone ?? "UTC" },
        })),
    }),
  ),
  mutant("keeps what it is given by reference", ["keeps a copy of what it was given"], ({ load, commit }) => {
    const rows = new Map<string, JsonRecord>();
    return {
      commit: (batch) => {
        for (const { id, row } of batch.writes) rows.set(id, row);
        return commit(batch);
      },
      load: (wanted) =>
        Effect.map(load(wanted), (loaded) => ({
          ...loaded,
          states: loaded.states.map((found) =>
            found.map((stored) => ({ ...stored, state: { ...stored.state, ...rows.get(stored.id) } })),
          ),
        })),
    };
  }),
  mutant(
    "forgets the columns that a write leaves out",
    ["replaces the whole row, and leaves the others"],
    ({ load }) => ({
      load: (wanted) =>
        Effect.map(load(wanted), (loaded) => ({
          ...loaded,
          states: loaded.states.map((rows) =>
            rows.map(({ state: { extra: _, ...state }, ...stored }) => ({ ...stored, state })),
          ),
        })),
    }),
  ),
  mutant("has a negative zero", ["keeps negative zero as zero, as JSON does"], ({ load }) => ({
    load: (wanted) =>
      Effect.map(load(wanted), (loaded) => ({
        ...loaded,
        states: loaded.states.map((rows) =>
          rows.map(({ state, ...stored }) => ({ ...stored, state: negative(state) })),
        ),
      })),
  })),
  mutant(
    "moves a checkpoint from anywhere",
    ["moves a checkpoint only from where it is", "lets one of many move a checkpoint at once"],
    ({ checkpoint }) => ({
      checkpoint: {
        ...checkpoint,
        move: (name, _, to) =>
          Effect.flatMap(checkpoint.get(name), (from) => checkpoint.move(name, from, to)),
      },
    }),
  ),
  mutant("shows the rows of every organisation", [apart], ({ find }, all) => ({
    find: (query, page) =>
      Effect.zipWith(
        find(query, page),
        Effect.forEach(all.values(), (each) => each.find(query, page)),
        (own, others) =>
          own.length === 0 ? own : [...new Map(others.flat().map((row) => [row.id, row])).values()],
      ),
  })),
  mutant("shows the reservations of the organisation before", [apart], ({ load }, all) => {
    const [first] = all.values();
    return {
      load: (wanted) =>
        first === undefined
          ? load(wanted)
          : Effect.zipWith(load(wanted), first.load(wanted), (own, { reservations }) => ({
              ...own,
              reservations,
            })),
    };
  }),
  mutant(
    "erases a person in every organisation",
    ["changes nothing of another organisation, whatever one does"],
    ({ commit }, all) => ({
      commit: (batch) =>
        Effect.tap(commit(batch), () =>
          Effect.forEach(batch.erase.length > 0 ? all.values() : [], (each) =>
            Effect.flatMap(each.load({ states: [] }), ({ head: { authority } }) =>
              each.commit({
                head: { authority },
                writes: [],
                read: [],
                entries: [],
                keys: [],
                reserve: [],
                release: [],
                authority: [],
                erase: batch.erase,
              }),
            ),
          ),
        ),
    }),
  ),
  {
    name: "takes two names that differ in case for the same organisation",
    caughtBy: [apart],
    wrap: (right) => ({ ...right, storage: { for: (tenant) => right.storage.for(tenant.toLowerCase()) } }),
  },
];
