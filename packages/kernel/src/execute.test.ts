import { expect, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as TestClock from "effect/testing/TestClock";
import { describe } from "vitest";
import { Acting, commands, type Day, instantOf, order, Verksam } from "./index.ts";
import { memoryStorage } from "./memory.ts";
import { lending, post, shelf, tool } from "./tool.fixture.ts";

const tools = commands(tool);
const shelves = commands(shelf);
const posts = commands(post);
const founder = { person: "p-1" };
const kernel = Verksam.layer({ tenant: "north", areas: [lending] }).pipe(Layer.provide(memoryStorage()));
const as = (person: string) => Effect.provideService(Acting, { person });
const at = (instant: string) => {
  const millis = Date.parse(instant);
  return <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.andThen(TestClock.setTime(millis), effect);
};
/** An association founded by p-1, with one shelf and one tool on it. */
const founded = Effect.gen(function* () {
  const verksam = yield* Verksam;
  yield* verksam.found("p-1", "Europe/Stockholm");
  yield* shelves.put("s-1", { unit: "u-1", room: 4 });
  yield* tools.add("t-1", { unit: "u-1", number: 1, shelf: "s-1" });
  return verksam;
}).pipe(as("p-1"));
const run = <A, E>(name: string, effect: Effect.Effect<A, E, Verksam>) =>
  it.effect(name, () => effect.pipe(Effect.provide(kernel)));

describe("a command", () => {
  run(
    "answers with the state, its version and the journal's position",
    Effect.gen(function* () {
      yield* founded;
      const done = yield* tools.lend("t-1", { person: "p-7", note: "with the long ladder" });
      expect(done.state.loans.map(({ person, to }) => ({ person, to }))).toEqual([
        { person: "p-7", to: null },
      ]);
      expect([done.version, done.position]).toEqual([2, 4]);
    }).pipe(as("p-1")),
  );
  run(
    "that is refused changes nothing and says why in its own type",
    Effect.gen(function* () {
      const verksam = yield* founded;
      yield* tools.lend("t-1", { person: "p-7", note: null });
      const refused = yield* Effect.flip(tools.lend("t-1", { person: "p-8", note: null }));
      expect(refused).toMatchObject({ _tag: "AlreadyLent", to: "p-7" });
      expect((yield* verksam.get(tool, "t-1"))?.version).toBe(2);
      expect(yield* verksam.history(tool, "t-1")).toHaveLength(2);
    }).pipe(as("p-1")),
  );
  run(
    "with bad input names every field and shows no value",
    Effect.gen(function* () {
      yield* founded;
      // A caller without types.
      const input = { unit: "Ada Holm, Storgatan 4", number: 0, shelf: "s-1", extra: 1 };
      const refused = yield* Effect.flip(tools.add("t-2", input));
      expect(refused).toMatchObject({ _tag: "InvalidInput", command: "lending.tool.add" });
      if (refused._tag !== "InvalidInput") throw refused;
      expect(refused.problems.map(({ field }) => field).sort()).toEqual(["extra", "number", "unit"]);
      expect(JSON.stringify(refused)).not.toContain("Ada");
    }).pipe(as("p-1")),
  );
  run(
    "with text that no database keeps is refused before anything is decided",
    Effect.gen(function* () {
      yield* founded;
      for (const note of ["a\u0000b", "half \ud83d"]) {
        const refused = yield* Effect.flip(tools.lend("t-1", { person: "p-7", note }));
        expect(refused).toMatchObject({ _tag: "InvalidInput", problems: [{ field: "note" }] });
      }
      const reason = yield* Effect.flip(tools.giveBack("t-1", {}, { reason: "\u0000" }));
      expect(reason).toMatchObject({ _tag: "InvalidInput", problems: [{ field: "reason" }] });
    }).pipe(as("p-1")),
  );
  run(
    "with a reason that says nothing is refused",
    Effect.gen(function* () {
      yield* founded;
      for (const reason of ["", " \n"]) {
        const refused = yield* Effect.flip(tools.lend("t-1", { person: "p-7", note: null }, { reason }));
        expect(refused).toMatchObject({ _tag: "InvalidInput", problems: [{ field: "reason" }] });
      }
    }).pipe(as("p-1")),
  );
  run(
    "about what does not exist, or that creates what exists, is refused",
    Effect.gen(function* () {
      yield* founded;
      expect((yield* Effect.flip(tools.lend("t-9", { person: "p-7", note: null })))._tag).toBe("NotFound");
      const again = tools.add("t-1", { unit: "u-1", number: 9, shelf: "s-1" });
      expect((yield* Effect.flip(again))._tag).toBe("AlreadyExists");
      const nowhere = tools.add("t-2", { unit: "u-1", number: 9, shelf: "s-9" });
      expect((yield* Effect.flip(nowhere))._tag).toBe("ShelfUnknown");
    }).pipe(as("p-1")),
  );
  run(
    "dry run answers the same and keeps nothing",
    Effect.gen(function* () {
      const verksam = yield* founded;
      const dry = yield* tools.lend.dryRun("t-1", { person: "p-7", note: null });
      expect(dry.events).toMatchObject([{ _tag: "ToolLent", person: "p-7" }]);
      expect((yield* verksam.get(tool, "t-1"))?.state.loans).toEqual([]);
    }).pipe(as("p-1")),
  );
  run(
    "with a key answers again with the first result; with another command the key is refused",
    Effect.gen(function* () {
      const verksam = yield* founded;
      const first = yield* tools.lend("t-1", { person: "p-7", note: "a" }, { key: "k" });
      yield* tools.giveBack("t-1", {});
      expect(yield* tools.lend("t-1", { person: "p-7", note: "a" }, { key: "k" })).toEqual(first);
      const other = yield* Effect.flip(tools.lend("t-1", { person: "p-8", note: "a" }, { key: "k" }));
      expect(other).toMatchObject({ _tag: "KeyReused", key: "k" });
      const stranger = tools.lend("t-1", { person: "p-7", note: "a" }, { key: "k" }).pipe(as("p-9"));
      expect(yield* Effect.flip(stranger)).toMatchObject({ _tag: "KeyReused", key: "k" });
      expect(yield* verksam.history(tool, "t-1")).toHaveLength(3);
    }).pipe(as("p-1")),
  );
  run(
    "decided on another version than expected is a conflict",
    Effect.gen(function* () {
      yield* founded;
      const stale = tools.lend("t-1", { person: "p-7", note: null }, { expected: 0 });
      expect((yield* Effect.flip(stale))._tag).toBe("Conflict");
      yield* tools.lend("t-1", { person: "p-7", note: null }, { expected: 1 });
    }).pipe(as("p-1")),
  );
  run(
    "cannot take a number that another tool has, until it is free",
    Effect.gen(function* () {
      yield* founded;
      const twin = yield* Effect.flip(tools.add("t-2", { unit: "u-1", number: 1, shelf: "s-1" }));
      expect(twin).toMatchObject({ _tag: "AlreadyReserved", name: "tool number", key: "1" });
    }).pipe(as("p-1")),
  );
});

describe("who may", () => {
  run(
    "nobody, before the organisation is founded; the founder, after; nobody else",
    Effect.gen(function* () {
      const early = yield* Effect.flip(shelves.put("s-1", { unit: "u-1", room: 1 }).pipe(as("p-1")));
      expect(early._tag).toBe("NotFounded");
      const verksam = yield* founded;
      const again = yield* Effect.flip(verksam.found("p-2", "Europe/Stockholm"));
      expect(again._tag).toBe("AlreadyFounded");
      const stranger = yield* Effect.flip(shelves.put("s-2", { unit: "u-1", room: 1 }).pipe(as("p-2")));
      expect(stranger).toMatchObject({ _tag: "NotAllowed", power: "lending.manage", unit: "u-1" });
    }),
  );
  run(
    "a mandate that ended denies the very next command, also of one batch",
    Effect.gen(function* () {
      const verksam = yield* founded;
      yield* posts.fill("chair", { unit: "u-1", person: "p-2", power: "lending.*" }).pipe(as("p-1"));
      yield* shelves.move("s-1", { room: 5 }).pipe(as("p-2"));
      const results = yield* verksam.executeMany([
        order(shelf, "move", "s-1", { room: 6 }, { actor: { person: "p-2" } }),
        order(post, "leave", "chair", { to: "2025-02-01" as Day }, { actor: founder }),
        order(shelf, "move", "s-1", { room: 7 }, { actor: { person: "p-2" } }),
      ]);
      expect(results.map(({ _tag }) => _tag)).toEqual(["Success", "Success", "Failure"]);
      const after = yield* Effect.flip(shelves.move("s-1", { room: 8 }).pipe(as("p-2")));
      expect(after._tag).toBe("NotAllowed");
    }).pipe(at("2026-03-01T10:00:00.000Z")),
  );
});

describe("a reaction", () => {
  const reacting = Verksam.layer({
    tenant: "north",
    areas: [lending],
    systems: { caretaker: ["lending.manage"] },
  }).pipe(Layer.provide(memoryStorage()));
  it.effect("acts under its declared system office, with the position of the event it answers to", () =>
    Effect.gen(function* () {
      const verksam = yield* founded;
      const by = (system: string, command: "move" | "put", id: string) =>
        verksam.execute({
          aggregate: shelf,
          command,
          id,
          input: command === "move" ? { room: 9 } : { unit: "u-1", room: 1 },
          actor: { system, cause: 3 },
        });
      yield* by("caretaker", "move", "s-1");
      const last = (yield* verksam.history(shelf, "s-1")).at(-1);
      expect(last).toMatchObject({ maker: "system:caretaker", office: null, cause: 3 });
      expect(yield* Effect.flip(by("stranger", "put", "s-2"))).toMatchObject({ _tag: "NotAllowed" });
      expect(yield* Effect.flip(by("toString", "put", "s-2"))).toMatchObject({ _tag: "NotAllowed" });
    }).pipe(Effect.provide(reacting)),
  );
});

describe("the past", () => {
  run(
    "is the fold of what was recorded by then",
    Effect.gen(function* () {
      const verksam = yield* founded.pipe(at("2026-03-01T10:00:00.000Z"));
      yield* tools.lend("t-1", { person: "p-7", note: null }).pipe(at("2026-03-02T23:30:00.000Z"));
      const before = yield* verksam.stateAt(tool, "t-1", instantOf(Date.parse("2026-03-02T12:00:00Z")));
      expect(before?.loans).toEqual([]);
      const now = yield* verksam.get(tool, "t-1");
      // Half past eleven at night in UTC is the next day in Stockholm.
      expect(now?.state.loans[0]?.from).toBe("2026-03-03");
    }).pipe(as("p-1")),
  );
  run(
    "has no gaps where a clock ran behind: what was recorded after a later entry was not known before it",
    Effect.gen(function* () {
      const verksam = yield* founded.pipe(at("2026-03-01T10:00:00.000Z"));
      yield* shelves.move("s-1", { room: 5 }).pipe(at("2026-03-03T10:00:00.000Z"));
      yield* shelves.move("s-1", { room: 6 }).pipe(at("2026-03-02T10:00:00.000Z"));
      const then = (instant: string) => verksam.stateAt(shelf, "s-1", instantOf(Date.parse(instant)));
      expect((yield* then("2026-03-02T12:00:00Z"))?.room).toBe(4);
      expect((yield* then("2026-03-03T12:00:00Z"))?.room).toBe(6);
    }).pipe(as("p-1")),
  );
});
