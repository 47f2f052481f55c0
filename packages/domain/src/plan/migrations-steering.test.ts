import { drift } from "@verksam/kernel";
import { describe, expect, it } from "vitest";
import { deliverable } from "./deliverable.ts";
import { steeringMigrations } from "./migrations-steering.ts";
import { policy } from "./policy.ts";
import { priorityList } from "./priority-list.ts";
import { project } from "./project.ts";
import { ranking } from "./ranking.ts";
import { rapidResponse } from "./rapid-response.ts";
import { reserve } from "./reserve.ts";

const shapes = [priorityList, ranking, project, policy, deliverable, rapidResponse, reserve].map(
  ({ shape }) => shape,
);

describe("the tables that steer the work", () => {
  it("are, after every migration, what the aggregates keep", () => {
    expect(drift(steeringMigrations, shapes)).toEqual([]);
  });
  it("would not be without any one of the columns", () => {
    const whole = steeringMigrations.flatMap(({ steps }) => steps);
    for (const [index, step] of whole.entries()) {
      if (!("columns" in step) || step.create !== "table") continue;
      const without = { ...step, columns: step.columns.slice(0, -1) };
      const migrations = [{ name: "one", steps: whole.with(index, without) }];
      expect(drift(migrations, shapes)).toMatchObject([{ table: step.name }]);
    }
  });
});
