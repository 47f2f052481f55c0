/** What the commit's own statements must get right, beyond what the suite of every storage asks. */
import type { Day, JsonRecord, MandateFact, TenantStorage, Write } from "@verksam/kernel";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { batch } from "./batch.ts";
import { families } from "./databases.ts";
import { garden, plot } from "./garden.fixture.ts";

const row = { unit: null, code: "A1", trees: 1, hectares: 0.1, isWatered: true, soil: {}, comment: null };
const lease = (id: string): JsonRecord => ({ id, holder: `holder of ${id}`, from: "2026-01-01", note: null });

const write = (
  id: string,
  before: number | null,
  version: number,
  leases: Partial<Write["children"][string]> = {},
): Write => ({
  shape: plot.shape,
  id,
  before,
  version,
  row,
  children: { leases: { put: [], drop: [], ...leases } },
});

const mandate = (office: string): MandateFact => ({
  office,
  person: "p-1",
  unit: "u-1",
  power: "*",
  reach: "unit",
  // A calendar day.
  from: "2026-01-01" as Day,
  to: null,
});

describe.each(families)("a commit on $name", ({ open }) => {
  const at = async (run: (north: TenantStorage) => Effect.Effect<void, unknown>) => {
    await using database = await open([garden]);
    await Effect.runPromise(run(database.storage.for("north")));
  };
  const leasesOf = (north: TenantStorage, id: string) =>
    Effect.map(north.load({ states: [{ shape: plot.shape, ids: [id] }] }), ({ states }) => {
      const leases = states[0]?.[0]?.state.leases;
      return (Array.isArray(leases) ? leases : []).map((member) => member.id);
    });
  const conflicts = (effect: Effect.Effect<unknown, unknown>) =>
    Effect.map(Effect.flip(effect), (error) => expect(error).toMatchObject({ _tag: "CommitConflict" }));

  it("finds a row at another version also where no event would tell", () =>
    at((north) =>
      Effect.gen(function* () {
        yield* north.commit(batch({ writes: [write("p1", 0, 1), write("p2", 0, 1)] }));
        yield* conflicts(north.commit(batch({ writes: [write("p1", 2, 3)] })));
        yield* conflicts(north.commit(batch({ writes: [write("p1", 1, 2), write("p2", 2, 3)] })));
        yield* conflicts(north.commit(batch({ writes: [write("p3", 1, 2)] })));
        yield* north.commit(batch({ writes: [write("p1", 1, 2), write("p2", 1, 2), write("p3", 0, 1)] }));
      }),
    ));

  it("drops and renews the children of one parent only", () =>
    at((north) =>
      Effect.gen(function* () {
        const put = ["a", "b", "c"].map(lease);
        yield* north.commit(
          batch({ writes: ["p1", "p2", "p3", "p4"].map((id) => write(id, 0, 1, { put })) }),
        );
        yield* north.commit(
          batch({
            writes: [
              write("p1", 1, 2, { drop: ["a"] }),
              write("p2", 1, 2, { drop: ["b", "c"] }),
              write("p3", null, 1, { put: [lease("a")], all: true }),
              write("p4", null, 1, { put: [lease("c")], all: true }),
            ],
          }),
        );
        const left = yield* Effect.forEach(["p1", "p2", "p3", "p4"], (id) => leasesOf(north, id));
        expect(left).toEqual([["b", "c"], ["a"], ["a"], ["c"]]);
      }),
    ));

  it("replaces what a source contributed, longer or shorter, and leaves other sources alone", () =>
    at((north) =>
      Effect.gen(function* () {
        const contributed = (
          authority: number,
          ...sources: ReadonlyArray<readonly [string, ReadonlyArray<string>]>
        ) =>
          north.commit(
            batch({
              head: { authority },
              authority: sources.map(([source, offices]) => ({
                source,
                facts: { mandates: offices.map(mandate), places: [] },
              })),
            }),
          );
        const held = Effect.map(north.authority, ({ sources }) =>
          sources.map(({ source, facts }) => [source, facts.mandates.map(({ office }) => office)]),
        );
        yield* contributed(0, ["one", ["a", "b", "c"]], ["two", ["d"]]);
        yield* contributed(1, ["one", ["c", "a"]]);
        expect(yield* held).toEqual([
          ["one", ["c", "a"]],
          ["two", ["d"]],
        ]);
        for (const stale of [0, 1]) yield* conflicts(contributed(stale, ["one", ["z"]]));
        yield* contributed(2, ["one", ["x", "y", "z", "a"]], ["two", []]);
        expect(yield* held).toEqual([["one", ["x", "y", "z", "a"]]]);
      }),
    ));

  it("expects a position also of an organisation that has none yet", () =>
    at((north) =>
      Effect.gen(function* () {
        yield* conflicts(
          north.commit(batch({ head: { authority: 0, position: 5 }, writes: [write("p1", 0, 1)] })),
        );
        yield* conflicts(north.commit(batch({ head: { authority: 3 }, writes: [write("p1", 0, 1)] })));
        yield* north.commit(batch({ head: { authority: 0, position: 0 }, writes: [write("p1", 0, 1)] }));
        yield* conflicts(
          north.commit(batch({ head: { authority: 0, position: 5 }, writes: [write("p2", 0, 1)] })),
        );
      }),
    ));
});
