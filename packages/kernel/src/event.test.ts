import * as Schema from "effect/Schema";
import { describe, expect, it } from "vitest";
import { accept, aggregate, event, type Upcast } from "./index.ts";

const counter = (upcasts: ReadonlyArray<Upcast>) =>
  aggregate({
    area: "count",
    name: "counter",
    state: { value: Schema.Int },
    events: { Counted: event({ value: Schema.Int }, { upcasts }) },
    commands: { start: {} },
    creates: "start",
  })
    .evolve({ Counted: (counted) => counted })
    .decide({ start: () => accept({ _tag: "Counted", value: 0 }) })
    .guard({ start: () => ({ power: "count.start", unit: null }) });

const written = (schema: number) => ({
  type: "count/Counted",
  schema,
  data: { value: 1, since: "a newer program" },
  payload: null,
  subject: null,
});

describe("an event of a shape newer than the program", () => {
  it("is not read as one of an older shape, which would lose what is new", () => {
    for (const upcasts of [[], [(data) => data]] satisfies ReadonlyArray<ReadonlyArray<Upcast>>) {
      const { machine } = counter(upcasts);
      expect(machine.decodeEvent(written(upcasts.length + 1))).toEqual({ value: 1 });
      expect(() => machine.decodeEvent(written(upcasts.length + 2))).toThrow("count/Counted");
    }
  });
});
