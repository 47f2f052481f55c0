import { it } from "@effect/vitest";
import {
  Acting,
  area,
  commands,
  Ids,
  instantOf,
  makeKernel,
  memoryStorage,
  Storage,
  Verksam,
} from "@verksam/kernel";
import { DateTime, Effect } from "effect";
import { describe, expect } from "vitest";
import { season } from "./cabin.fixture.ts";
import { countedIds, fixedClock } from "./index.ts";

const noon = instantOf(Date.UTC(2026, 5, 1, 12));

describe("the outside, fixed", () => {
  it.live("is the same instant before and after a sleep", () =>
    Effect.gen(function* () {
      const before = yield* DateTime.now;
      yield* Effect.sleep(2);
      expect([DateTime.formatIso(before), DateTime.formatIso(yield* DateTime.now)]).toEqual([noon, noon]);
    }).pipe(Effect.provide(fixedClock(noon))),
  );

  it("is no instant that is none", () => {
    // As somebody without types would.
    expect(() => Reflect.apply(fixedClock, undefined, ["soon"])).toThrow(RangeError);
  });

  it.live("counts ids from 1 each time", () => {
    const three = Effect.gen(function* () {
      const { next } = yield* Ids;
      return [yield* next, yield* next, yield* next];
    });
    return Effect.gen(function* () {
      expect(yield* three.pipe(Effect.provide(countedIds()))).toEqual(["id-1", "id-2", "id-3"]);
      expect(yield* three.pipe(Effect.provide(countedIds("b")))).toEqual(["b-1", "b-2", "b-3"]);
    });
  });

  it.live("is what a kernel records", () =>
    Effect.gen(function* () {
      const storage = (yield* Storage).for("north");
      const areas = [area({ name: "cabins", aggregates: { season }, migrations: [] })];
      const kernel = makeKernel(storage, { tenant: "north", areas }, (yield* Ids).next);
      const opening = Effect.andThen(
        kernel.found("p-1", "Europe/Stockholm"),
        commands(season).open("summer", {}),
      );
      yield* opening.pipe(
        Effect.provideService(Verksam, kernel),
        Effect.provideService(Acting, { person: "p-1" }),
      );
      const recorded = (yield* storage.journal.read(0, 9)).map((entry) => entry.recorded);
      expect(recorded).toEqual([noon, noon]);
    }).pipe(Effect.provide([fixedClock(noon), countedIds(), memoryStorage()])),
  );
});
