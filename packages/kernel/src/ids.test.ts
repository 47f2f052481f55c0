import { expect, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as Schema from "effect/Schema";
import { describe } from "vitest";
import { Id, Ids } from "./ids.ts";

describe("an identifier", () => {
  it.effect("is new every time, sorts by when it was made, and is one", () =>
    Effect.gen(function* () {
      const { next } = yield* Ids;
      const made = yield* Effect.forEach(Array.from({ length: 3000 }), () => next);
      expect(new Set(made).size).toBe(made.length);
      expect(made).toEqual(made.toSorted());
      expect(made.every(Schema.is(Id))).toBe(true);
      expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
    }).pipe(Effect.provide(Ids.layer)),
  );
  it("is never a name with spaces, a path, or empty", () => {
    expect(["Ada Holm", "a/b", "", "-x", "a".repeat(65)].some(Schema.is(Id))).toBe(false);
    expect(["p-1", "plan-2025:E5", "01890a5d-ac96-774b-bcce-b302099a8057"].every(Schema.is(Id))).toBe(true);
  });
});
