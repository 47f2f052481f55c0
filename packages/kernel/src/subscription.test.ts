import { expect, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { describe } from "vitest";
import { catchUp, makeKernel, memoryStorage, order, Storage, type TenantStorage } from "./index.ts";
import { lending, shelf } from "./tool.fixture.ts";

const actor = { person: "p-1" };
const put = (id: string) => order(shelf, "put", id, { unit: "u-1", room: 1 }, { actor });

describe("two followers of one checkpoint", () => {
  it.effect("handle an entry once, where handling and checkpoint are one step", () =>
    Effect.gen(function* () {
      const storage = (yield* Storage).for("north");
      const kernel = makeKernel(storage, { tenant: "north", areas: [lending] }, Effect.succeed("id"));
      yield* kernel.found("p-1", "UTC");
      yield* kernel.executeMany([put("s-1"), put("s-2")]);
      let [handled, isOther] = [0, true];
      // The other follower moves the checkpoint after this one has read where it is.
      const contested: TenantStorage = {
        ...kernel.storage,
        checkpoint: {
          ...storage.checkpoint,
          move: (name, from, to) =>
            Effect.suspend(() => {
              if (!isOther) return storage.checkpoint.move(name, from, to);
              isOther = false;
              return Effect.as(storage.checkpoint.move(name, from, to), false);
            }),
        },
      };
      const count = yield* catchUp(contested, {
        name: "putting",
        filter: { types: ["lending/ShelfPut"] },
        handle: () => Effect.sync(() => void handled++),
        isAtomic: true,
      });
      expect([count, handled]).toEqual([1, 1]);
    }).pipe(Effect.provide(memoryStorage())),
  );
});
