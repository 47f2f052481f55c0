import { drift } from "@verksam/kernel";
import { expect, it } from "vitest";
import { plan } from "./index.ts";
import { migrations } from "./migrations.ts";

const shapes = Object.values(plan.aggregates).map(({ shape }) => shape);

it("the migrations leave the tables that the aggregates of the area need", () => {
  expect(drift(migrations, shapes)).toEqual([]);
});

it("a table that no migration creates is noticed", () => {
  const [, ...others] = migrations;
  expect(drift(others, shapes).map(({ table }) => table)).toContain("plan_commitment_decisions");
});
