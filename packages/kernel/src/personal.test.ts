import * as Schema from "effect/Schema";
import { describe, expect, it } from "vitest";
import { columnsOf, personal } from "./index.ts";
import { personalFields } from "./shape.ts";

const name = personal("personal", Schema.String);
const checked = name.check(Schema.makeFilter((text) => text !== "Nobody"));

describe("a mark as personal", () => {
  it("holds whatever is put around it afterwards", () => {
    const fields = {
      checked,
      twice: checked.check(Schema.makeFilter(() => true)),
      optional: Schema.optionalKey(checked),
      branded: checked.pipe(Schema.brand("Name")),
      described: checked.annotate({ title: "a name" }),
      open: Schema.String,
    };
    expect(personalFields(fields)).toEqual(["checked", "twice", "optional", "branded", "described"]);
    expect(columnsOf({ checked })[0]?.personal).toBe("personal");
  });
  it("deeper inside a field is refused, wherever it stands", () => {
    class Person extends Schema.Class<Person>("Person")({ name }) {}
    interface Tree {
      readonly name: string | null;
      readonly below: ReadonlyArray<Tree>;
    }
    const tree: Schema.Codec<Tree> = Schema.Struct({
      name,
      below: Schema.Array(Schema.suspend(() => tree)),
    });
    const inside: ReadonlyArray<Schema.Top> = [
      Schema.Array(name),
      Schema.Struct({ name: checked }),
      Schema.NullOr(checked),
      Schema.Record(Schema.String, name),
      Schema.suspend(() => name),
      Person,
      tree,
    ];
    for (const field of inside) expect(() => personalFields({ field })).toThrow("mark the field itself");
  });
  it("is missed nowhere in what refers to itself without one", () => {
    interface Open {
      readonly below: ReadonlyArray<Open>;
    }
    const open: Schema.Codec<Open> = Schema.Struct({ below: Schema.Array(Schema.suspend(() => open)) });
    expect(personalFields({ open })).toEqual([]);
  });
});
