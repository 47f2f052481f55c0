import { expect, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as Schema from "effect/Schema";
import { describe } from "vitest";
import {
  accept,
  aggregate,
  area,
  child,
  erase,
  event,
  Id,
  instantOf,
  makeKernel,
  memoryStorage,
  order,
  personal,
  Storage,
  verify,
} from "./index.ts";

const route = personal("personal", Schema.String);

/** A card with a route that nobody else may have, kept in the list of its routes too. */
const card = aggregate({
  area: "contact",
  name: "card",
  state: { person: Schema.NullOr(Id), route },
  children: { routes: child("id", { id: Id, route }) },
  events: { Written: event({ person: Schema.NullOr(Id), route }, { subject: "person" }) },
  commands: { write: { person: Schema.NullOr(Id), route } },
  creates: "write",
})
  .evolve(
    {
      Written: ({ person, route }) => ({
        person,
        route,
        routes: route === null ? [] : [{ id: "first", route }],
      }),
    },
    { reserves: ({ route }) => (route === null ? [] : [{ name: "route", key: route }]) },
  )
  .decide({ write: (input) => accept({ _tag: "Written", ...input }) })
  .guard({ write: () => ({ power: "contact.write", unit: null }) });

const actor = { person: "p-1" };
const write = (id: string, person: string | null, route: string) =>
  order(card, "write", id, { person, route }, { actor });

const written = Effect.gen(function* () {
  const areas = [area({ name: "contact", aggregates: { card }, migrations: [] })];
  const storage = (yield* Storage).for("north");
  const kernel = makeKernel(storage, { tenant: "north", areas }, Effect.succeed("id"));
  yield* kernel.found("p-1", "UTC");
  yield* kernel.executeMany([write("c-2", "p-2", "canary"), write("c-3", null, "sparrow")]);
  return kernel;
}).pipe(Effect.provide(memoryStorage()));

describe("erasure", () => {
  it.effect("gives back what was reserved by personal data, and drops its rows", () =>
    Effect.gen(function* () {
      const { storage, aggregates, get, execute } = yield* written;
      expect(yield* erase(storage, aggregates, "p-2", actor, instantOf(0))).toEqual({ aggregates: 1 });
      const reservations = [{ name: "route", key: "canary" }];
      expect((yield* storage.load({ states: [], reservations })).reservations).toEqual([]);
      expect((yield* get(card, "c-2"))?.state).toEqual({ person: "p-2", route: null, routes: [] });
      expect((yield* verify(storage, aggregates)).deviations).toEqual([]);
      yield* execute(write("c-4", "p-4", "canary"));
    }),
  );
  it.effect("of nothing is done where an aggregate is not known that holds something", () =>
    Effect.gen(function* () {
      const { storage, aggregates, history } = yield* written;
      const known = aggregates.filter((each) => each.shape.table !== card.shape.table);
      const exit = yield* Effect.exit(erase(storage, known, "p-2", actor, instantOf(0)));
      expect(exit._tag).toBe("Failure");
      expect((yield* history(card, "c-2"))[0]?.event.route).toBe("canary");
    }),
  );
  it.effect("of an aggregate takes what was written about no person", () =>
    Effect.gen(function* () {
      const { storage, aggregates, get } = yield* written;
      yield* erase(storage, aggregates, "contact_card/c-3", actor, instantOf(0));
      expect((yield* get(card, "c-3"))?.state.route).toBe(null);
    }),
  );
});
