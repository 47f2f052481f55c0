import { expect, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Stream from "effect/Stream";
import { describe } from "vitest";
import {
  Acting,
  catchUp,
  commands,
  emptyBatch,
  erase,
  instantOf,
  memoryStorage,
  rebuild,
  type Stored,
  type TenantStorage,
  Verksam,
  verify,
} from "./index.ts";
import { lending, post, shelf, tool } from "./tool.fixture.ts";

const tools = commands(tool);
const kernel = Verksam.layer({ tenant: "north", areas: [lending] }).pipe(Layer.provide(memoryStorage()));
const run = <A, E>(name: string, effect: Effect.Effect<A, E, Verksam | Acting>) =>
  it.effect(name, () =>
    effect.pipe(Effect.provideService(Acting, { person: "p-1" }), Effect.provide(kernel)),
  );

/** Thirty tools on a shelf, each lent to somebody and given back, and a chair. */
const lived = Effect.gen(function* () {
  const verksam = yield* Verksam;
  yield* verksam.found("p-1", "Europe/Stockholm");
  yield* commands(shelf).put("s-1", { unit: "u-1", room: 4 });
  yield* commands(post).fill("chair", { unit: "u-1", person: "p-2", power: "lending.*" });
  yield* Effect.forEach(
    Array.from({ length: 30 }, (_, number) => number + 1),
    (number) =>
      Effect.gen(function* () {
        yield* tools.add(`t-${number}`, { unit: "u-1", number, shelf: "s-1" });
        yield* tools.lend(`t-${number}`, { person: `p-${number % 5}`, note: `canary ${number}` });
        yield* tools.giveBack(`t-${number}`, {}, { reason: "canary in words" });
      }),
    { concurrency: 7, discard: true },
  );
  return verksam;
});

/** The storage with one row of the tools changed behind the journal's back. */
const damaged = (storage: TenantStorage, change: (row: Stored) => ReadonlyArray<Stored>): TenantStorage => ({
  ...storage,
  find: (query, page) =>
    Effect.map(storage.find(query, page), (rows) =>
      query.shape.table === tool.shape.table
        ? rows.flatMap((row) => (row.id === "t-7" ? change(row) : [row]))
        : rows,
    ),
});

describe("verify", () => {
  run(
    "finds that the tables are the fold of the journal",
    Effect.gen(function* () {
      const { storage, aggregates } = yield* lived;
      expect(yield* verify(storage, aggregates)).toEqual({ entries: 93, instances: 33, deviations: [] });
    }),
  );
  for (const [name, change, problem] of [
    [
      "a changed field",
      (row) => [{ ...row, state: { ...row.state, number: 8 } }],
      { problem: "field", field: "number" },
    ],
    [
      "a lost child",
      (row) => [{ ...row, state: { ...row.state, loans: [] } }],
      { problem: "field", field: "loans" },
    ],
    ["another version", (row) => [{ ...row, version: 9 }], { problem: "version" }],
    ["a missing row", () => [], { problem: "missing" }],
    ["a row too many", (row) => [row, { ...row, id: "t-70" }], { problem: "unexpected", id: "t-70" }],
  ] satisfies ReadonlyArray<[string, (row: Stored) => ReadonlyArray<Stored>, object]>)
    run(
      `finds ${name}`,
      Effect.gen(function* () {
        const { storage, aggregates } = yield* lived;
        const { deviations } = yield* verify(damaged(storage, change), aggregates);
        expect(deviations).toEqual([{ aggregate: "lending_tool", id: "t-7", ...problem }]);
      }),
    );
  run(
    "tells nothing of what only changed while it was reading",
    Effect.gen(function* () {
      const verksam = yield* lived;
      const { storage, aggregates } = verksam;
      const lend = tools
        .lend("t-9", { person: "p-9", note: null })
        .pipe(
          Effect.provideService(Verksam, verksam),
          Effect.provideService(Acting, { person: "p-1" }),
          Effect.orDie,
        );
      let isFirst = true;
      const busy: TenantStorage = {
        ...storage,
        find: (query, page) => {
          const read = storage.find(query, page);
          if (!isFirst || query.shape.table !== tool.shape.table) return read;
          isFirst = false;
          return Effect.andThen(lend, read);
        },
      };
      expect(yield* verify(busy, aggregates)).toMatchObject({ entries: 94, deviations: [] });
      expect(isFirst).toBe(false);
    }),
  );
  run(
    "finds a mandate and a reservation that nobody decided",
    Effect.gen(function* () {
      const { storage, aggregates } = yield* lived;
      const { head } = yield* storage.load({ states: [] });
      yield* storage.commit({
        ...emptyBatch,
        head,
        release: [{ name: "tool number", key: "3", owner: "lending_tool/t-3" }],
        authority: [{ source: "lending_post/chair", facts: { mandates: [], places: [] } }],
      });
      expect((yield* verify(storage, aggregates)).deviations).toEqual([
        { aggregate: "lending_tool", id: "t-3", problem: "reservation", field: "tool number" },
        { aggregate: "lending_post", id: "chair", problem: "authority" },
      ]);
      yield* rebuild(storage, aggregates);
      expect((yield* verify(storage, aggregates)).deviations).toEqual([]);
    }),
  );
});

describe("erasure", () => {
  run(
    "takes a person's data out of states and journal, leaves the facts, and verify agrees",
    Effect.gen(function* () {
      const verksam = yield* lived;
      const { storage, aggregates } = verksam;
      const everything = Effect.gen(function* () {
        const entries = yield* Stream.runCollect(verksam.journal());
        const rows = yield* Stream.runCollect(verksam.all(tool));
        return JSON.stringify([entries, rows]);
      });
      expect(yield* everything).toContain("canary 7");
      const now = instantOf(0);
      expect(yield* erase(storage, aggregates, "p-2", { person: "p-1" }, now)).toEqual({ aggregates: 6 });
      expect(yield* everything).not.toMatch(/canary (2|7|12|17|22|27)"/);
      expect(yield* everything).toContain("canary 8");
      const loans = (yield* verksam.get(tool, "t-7"))?.state.loans;
      expect(loans).toMatchObject([{ person: "p-2", note: null }]);
      expect((yield* verify(storage, aggregates)).deviations).toEqual([]);
      yield* rebuild(storage, aggregates);
      expect((yield* verify(storage, aggregates)).deviations).toEqual([]);
      expect(yield* erase(storage, aggregates, "p-2", { person: "p-1" }, now)).toEqual({ aggregates: 0 });
      const refused = yield* Effect.flip(erase(storage, aggregates, "p-3", { person: "p-2" }, now));
      expect(refused).toMatchObject({ _tag: "NotAllowed", power: "privacy.erase" });
    }),
  );
  run(
    "no personal data stands in the journal's own columns",
    Effect.gen(function* () {
      const verksam = yield* lived;
      const entries = yield* Stream.runCollect(verksam.journal());
      const open = entries.map(({ payload: _, ...entry }) => entry);
      expect(JSON.stringify(open)).not.toContain("canary");
      expect(JSON.stringify(entries)).toContain("canary");
    }),
  );
});

describe("a subscription", () => {
  run(
    "handles every entry once in order, and goes on from its checkpoint",
    Effect.gen(function* () {
      const { storage } = yield* lived;
      const seen: Array<number> = [];
      const subscription = {
        name: "lent",
        filter: { types: ["lending/ToolLent"] },
        handle: ({ position }: { position: number }) =>
          Effect.sync(() => seen.push(position)).pipe(Effect.asVoid),
      };
      expect(yield* catchUp(storage, subscription)).toBe(30);
      yield* tools.lend("t-1", { person: "p-9", note: null });
      expect(yield* catchUp(storage, { ...subscription, isAtomic: true })).toBe(1);
      expect(seen).toHaveLength(31);
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    }),
  );
});
