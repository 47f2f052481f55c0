import { it } from "@effect/vitest";
import {
  area,
  Ids,
  makeKernel,
  memoryStorage,
  type Order,
  order,
  Storage,
  type TenantStorage,
  verify,
} from "@verksam/kernel";
import { Effect, Exit, Random, Result } from "effect";
import { describe, expect } from "vitest";
import { cabin, season } from "./cabin.fixture.ts";
import { countedIds, type OpenStorage, storageMutants } from "./index.ts";
import { contents } from "./storage/sample.ts";

const cabins = area({ name: "cabins", aggregates: { cabin, season }, migrations: [] });
const by = { actor: { person: "p-1" } };
/** Any command on any of a few instances, sensible or not. */
const anything = Effect.gen(function* () {
  const pick = <A>(of: readonly [A, ...Array<A>]) =>
    Effect.map(Random.nextIntBetween(0, of.length - 1), (n) => of[n] ?? of[0]);
  const id = `c-${yield* Random.nextIntBetween(1, 4)}`;
  const note = yield* pick([null, "late"]);
  const guest = yield* pick(["p-1", "p-2", "Ada Holm"]);
  const actor = yield* pick([by, by, by, { actor: { person: "p-9" } }]);
  const key = yield* pick([{}, {}, { key: "k-1" }, { key: "k-2" }]);
  const orders: readonly [Order, ...Array<Order>] = [
    order(cabin, "open", id, { unit: "u-1", beds: yield* Random.nextIntBetween(0, 3) }, { ...actor, ...key }),
    order(
      cabin,
      "book",
      id,
      { guest, season: yield* pick(["summer", "winter"]), note },
      { ...actor, ...key },
    ),
    order(cabin, "book", id, { guest, season: "summer", note }, actor),
    order(cabin, "empty", id, {}, actor),
    order(season, "open", yield* pick(["summer", "winter"]), {}, actor),
  ];
  return yield* pick(orders);
});

/** Gives 300 random commands, one by one and many at once; throws where a refusal left a trace or something is not dense. */
const living = Effect.fnUntraced(function* (storage: TenantStorage) {
  const kernel = makeKernel(storage, { tenant: storage.tenant, areas: [cabins] }, (yield* Ids).next);
  yield* kernel.found("p-1", "Europe/Stockholm");
  let [kept, refused] = [0, 0];
  for (let n = 0; n < 150; n++) {
    const before = yield* contents(storage);
    const answer = yield* Effect.result(kernel.execute(yield* anything));
    if (Result.isSuccess(answer)) kept++;
    else {
      refused++;
      expect(yield* contents(storage)).toEqual(before);
    }
  }
  const many = yield* Effect.all(Array.from({ length: 150 }, () => anything));
  kept += (yield* kernel.executeMany(many)).filter(Result.isSuccess).length;
  // Random commands that are all kept or all refused would show nothing.
  expect(kept).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(30);
  const versions = new Map<string, number>();
  for (const [n, { position, aggregate, id, version }] of (yield* storage.journal.read(
    0,
    10_000,
  )).entries()) {
    const last = versions.get(`${aggregate}/${id}`) ?? 0;
    expect([position, version]).toEqual([n + 1, last + 1]);
    versions.set(`${aggregate}/${id}`, version);
  }
  expect((yield* verify(storage, kernel.aggregates)).deviations).toEqual([]);
});
const seeded = (seed: string, wrap: (right: OpenStorage) => OpenStorage = (right) => right) =>
  Effect.gen(function* () {
    const { storage } = wrap({ storage: yield* Storage, dispose: async () => {} });
    yield* living(storage.for("north"));
  }).pipe(Random.withSeed(seed), Effect.provide([countedIds(), memoryStorage()]));

describe("whatever commands are given", () => {
  for (const seed of ["first", "second", "third"])
    it.effect(`a refusal leaves no trace, and versions and positions are dense: ${seed}`, () => seeded(seed));

  for (const name of ["loses the last entry", "drops the children that are not put"])
    it.effect(`a storage that ${name} shows`, () =>
      Effect.gen(function* () {
        const mutant = storageMutants.find((each) => each.name === name);
        expect(mutant).toBeDefined();
        expect(Exit.isFailure(yield* Effect.exit(seeded("first", mutant?.wrap)))).toBe(true);
      }),
    );
});
