import * as Result from "effect/Result";
import * as Schema from "effect/Schema";
import { describe, expect, it } from "vitest";
import { codec } from "./codec.ts";

const { check } = codec({ counts: Schema.Record(Schema.String, Schema.Int), note: Schema.String });
const problems = (input: unknown) =>
  Result.match(check(input), { onFailure: (all) => all, onSuccess: () => [] });

describe("an input", () => {
  it("is refused for text that no database keeps, also where it names something", () => {
    const named = problems({ counts: { "a\u0000b": 1, "half \ud83d": 2 }, note: "" });
    expect(named.map(({ field }) => field)).toEqual(["counts", "counts"]);
  });
  it("names no value in its problems, and reaches no prototype", () => {
    const told = problems(
      JSON.parse('{ "counts": { "a": "Ada" }, "note": 7, "__proto__": { "isAdmin": true } }'),
    );
    expect(told.map(({ field }) => field).sort()).toEqual(["__proto__", "counts.a", "note"]);
    expect(JSON.stringify(told)).not.toContain("Ada");
    expect(problems(JSON.parse('{ "counts": { "__proto__": 1 }, "note": "" }'))).toEqual([]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBe(undefined);
  });
});
