import { expect, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as TestClock from "effect/testing/TestClock";
import { describe } from "vitest";
import {
  catchUp,
  type Kernel,
  makeKernel,
  memoryStorage,
  order,
  Storage,
  type TenantStorage,
} from "./index.ts";
import { lending, post, shelf } from "./tool.fixture.ts";

const founder = { person: "p-1" };
const kernelOn = (storage: TenantStorage) =>
  makeKernel(storage, { tenant: "north", areas: [lending] }, Effect.succeed("id"));

/** Two programs on one storage, where p-1 founded the organisation and put up a shelf. */
const two = Effect.gen(function* () {
  yield* TestClock.setTime(Date.parse("2026-03-01T10:00:00.000Z"));
  const storage = (yield* Storage).for("north");
  const kernels = [kernelOn(storage), kernelOn(storage)] as const;
  yield* kernels[0].found("p-1", "UTC");
  yield* kernels[0].execute(order(shelf, "put", "s-1", { unit: "u-1", room: 1 }, { actor: founder }));
  return kernels;
}).pipe(Effect.provide(memoryStorage()));

const appoint = (office: string, person: string) =>
  order(post, "fill", office, { unit: "u-1", person, power: "lending.*" }, { actor: founder });
const move = (person: string) => order(shelf, "move", "s-1", { room: 2 }, { actor: { person } });

describe("a mandate given in a transaction that was undone permits nothing", () => {
  const undone: ReadonlyArray<readonly [string, (kernel: Kernel) => Effect.Effect<unknown, unknown>]> = [
    [
      "of the kernel",
      ({ transaction, execute }) =>
        transaction(Effect.andThen(execute(appoint("chair", "p-2")), Effect.fail("undone"))),
    ],
    [
      "of the kernel's storage",
      ({ storage, execute }) =>
        storage.transaction(Effect.andThen(execute(appoint("chair", "p-2")), Effect.fail("undone"))),
    ],
    [
      "with many commands",
      ({ transaction, executeMany }) =>
        transaction(Effect.andThen(executeMany([appoint("chair", "p-2")]), Effect.fail("undone"))),
    ],
    [
      "that was only asked what it would do",
      ({ transaction, execute, dryRun }) =>
        transaction(
          execute(appoint("chair", "p-2")).pipe(
            Effect.andThen(Effect.exit(dryRun(move("p-2")))),
            Effect.andThen(Effect.fail("undone")),
          ),
        ),
    ],
  ];
  for (const [name, undo] of undone)
    it.effect(name, () =>
      Effect.gen(function* () {
        const [here, elsewhere] = yield* two;
        yield* Effect.exit(undo(here));
        // The authority's next version is now another program's: the same number, another meaning.
        yield* elsewhere.execute(appoint("chair", "p-3"));
        expect(yield* Effect.flip(here.execute(move("p-2")))).toMatchObject({ _tag: "NotAllowed" });
        yield* here.execute(move("p-3"));
      }),
    );
});

describe("inside a transaction", () => {
  it.effect("a mandate given there permits there", () =>
    Effect.gen(function* () {
      const [{ transaction, execute }] = yield* two;
      const both = Effect.andThen(execute(appoint("chair", "p-2")), execute(move("p-2")));
      expect((yield* transaction(both)).version).toBe(2);
    }),
  );
  it.effect("a command does not wait for its end, however the storage was come by", () =>
    Effect.gen(function* () {
      const [{ storage, execute, history }] = yield* two;
      // Asked twice for an organisation, a storage may answer with two objects.
      const count = yield* catchUp(
        { ...storage },
        {
          name: "moving",
          filter: { types: ["lending/ShelfPut"] },
          handle: () => Effect.asVoid(execute(move("p-1"))),
          isAtomic: true,
        },
      );
      expect([count, (yield* history(shelf, "s-1")).length]).toEqual([1, 2]);
    }),
  );
});
