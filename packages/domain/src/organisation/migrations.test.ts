import { drift } from "@verksam/kernel";
import { describe, expect, it } from "vitest";
import { migrations, organisation } from "./index.ts";

const shapes = Object.values(organisation.aggregates).map(({ shape }) => shape);

describe("the migrated tables", () => {
  it("are those that the aggregates' schemas want", () => {
    expect(drift(migrations, shapes)).toEqual([]);
  });
  it("would not be, with a column forgotten", () => {
    const [{ name, steps } = { name: "", steps: [] }] = migrations;
    const forgetful = steps.map((step) =>
      "create" in step && step.create === "table" && step.name === "organisation_office_mandates"
        ? { ...step, columns: step.columns.filter((column) => column.name !== "replacedAt") }
        : step,
    );
    expect(drift([{ name, steps: forgetful }], shapes)).toHaveLength(1);
  });
});
