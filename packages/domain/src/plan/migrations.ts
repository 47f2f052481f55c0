/** The history of the area's tables: append-only; what a migration says was created then stays as it is. */
import type { MigratedColumn, Migration } from "@verksam/kernel";
import { steeringMigrations } from "./migrations-steering.ts";

// As frozen as the steps that they stand in.
const root: ReadonlyArray<MigratedColumn> = [
  { name: "tenant", type: "text" },
  { name: "id", type: "text" },
  { name: "version", type: "integer" },
];
const entry: ReadonlyArray<MigratedColumn> = [
  { name: "tenant", type: "text" },
  { name: "parent", type: "text" },
  { name: "id", type: "text" },
  { name: "recordedAt", type: "text" },
  { name: "withdrawnAt", type: "text", nullable: true },
];

const tables: Migration = {
  name: "plan-0001-tables",
  steps: [
    {
      create: "table",
      name: "plan_plan",
      columns: [
        ...root,
        { name: "title", type: "json" },
        { name: "body", type: "text" },
        { name: "from", type: "text" },
        { name: "to", type: "text" },
        { name: "days", type: "json" },
        { name: "areas", type: "json" },
        { name: "kinds", type: "json" },
        { name: "observances", type: "json" },
        { name: "populations", type: "json" },
        { name: "subjects", type: "json" },
      ],
      key: ["tenant", "id"],
    },
    { create: "index", name: "plan_plan_byBody", table: "plan_plan", columns: ["tenant", "body", "id"] },
    {
      create: "table",
      name: "plan_plan_amendments",
      columns: [...entry, { name: "on", type: "text" }, { name: "reason", type: "text", nullable: true }],
      key: ["tenant", "parent", "id"],
    },
    {
      create: "table",
      name: "plan_commitment",
      columns: [
        ...root,
        { name: "plan", type: "text" },
        { name: "code", type: "text" },
        { name: "body", type: "text" },
        { name: "droppedFrom", type: "text", nullable: true },
        { name: "area", type: "text" },
        { name: "owner", type: "json" },
        { name: "text", type: "json" },
        { name: "rule", type: "json" },
      ],
      key: ["tenant", "id"],
    },
    {
      create: "index",
      name: "plan_commitment_byPlan",
      table: "plan_commitment",
      columns: ["tenant", "plan", "id"],
    },
    {
      create: "table",
      name: "plan_commitment_decisions",
      columns: [
        ...entry,
        { name: "kind", type: "text" },
        { name: "from", type: "text" },
        { name: "office", type: "text", nullable: true },
        { name: "reason", type: "text", nullable: true },
        { name: "area", type: "text" },
        { name: "owner", type: "json" },
        { name: "text", type: "json" },
        { name: "rule", type: "json" },
      ],
      key: ["tenant", "parent", "id"],
    },
    {
      create: "table",
      name: "plan_commitment_stages",
      columns: [
        ...entry,
        { name: "stage", type: "text" },
        { name: "on", type: "text" },
        { name: "unit", type: "text" },
        { name: "office", type: "text", nullable: true },
      ],
      key: ["tenant", "parent", "id"],
    },
    {
      create: "table",
      name: "plan_commitment_baselines",
      columns: [
        ...entry,
        { name: "value", type: "real" },
        { name: "office", type: "text", nullable: true },
        { name: "reason", type: "text", nullable: true },
      ],
      key: ["tenant", "parent", "id"],
    },
    {
      create: "table",
      name: "plan_commitment_verdicts",
      columns: [
        ...entry,
        { name: "judged", type: "text" },
        { name: "reached", type: "boolean" },
        { name: "on", type: "text" },
        { name: "office", type: "text", nullable: true },
        { name: "reason", type: "text", nullable: true },
      ],
      key: ["tenant", "parent", "id"],
    },
    {
      create: "table",
      name: "plan_commitment_measurements",
      columns: [
        ...entry,
        { name: "measure", type: "text" },
        { name: "value", type: "real" },
        { name: "on", type: "text" },
        { name: "office", type: "text", nullable: true },
        { name: "reason", type: "text", nullable: true },
      ],
      key: ["tenant", "parent", "id"],
    },
    {
      create: "table",
      name: "plan_commitment_excuses",
      columns: [
        ...entry,
        { name: "member", type: "text" },
        { name: "from", type: "text" },
        { name: "office", type: "text", nullable: true },
        { name: "reason", type: "text", nullable: true },
      ],
      key: ["tenant", "parent", "id"],
    },
    {
      create: "table",
      name: "plan_evidence",
      columns: [
        ...root,
        { name: "plan", type: "text" },
        { name: "commitment", type: "text", nullable: true },
        { name: "of", type: "text" },
        { name: "on", type: "text" },
        { name: "amount", type: "integer" },
        { name: "subject", type: "text", nullable: true },
        { name: "unit", type: "text" },
        { name: "maker", type: "text" },
        { name: "office", type: "text", nullable: true },
        { name: "recordedAt", type: "text" },
        { name: "withdrawnAt", type: "text", nullable: true },
      ],
      key: ["tenant", "id"],
    },
    {
      create: "index",
      name: "plan_evidence_byPlan",
      table: "plan_evidence",
      columns: ["tenant", "plan", "id"],
    },
    {
      create: "table",
      name: "plan_population",
      columns: [
        ...root,
        { name: "plan", type: "text" },
        { name: "code", type: "text" },
        { name: "body", type: "text" },
      ],
      key: ["tenant", "id"],
    },
    {
      create: "index",
      name: "plan_population_byPlan",
      table: "plan_population",
      columns: ["tenant", "plan", "id"],
    },
    {
      create: "table",
      name: "plan_population_members",
      columns: [
        ...entry,
        { name: "member", type: "text" },
        { name: "from", type: "text" },
        { name: "to", type: "text", nullable: true },
        { name: "reason", type: "text", nullable: true },
      ],
      key: ["tenant", "parent", "id"],
    },
    {
      create: "table",
      name: "plan_observance",
      columns: [
        ...root,
        { name: "plan", type: "text" },
        { name: "code", type: "text" },
        { name: "body", type: "text" },
        { name: "when", type: "json" },
        { name: "conditional", type: "boolean" },
      ],
      key: ["tenant", "id"],
    },
    {
      create: "index",
      name: "plan_observance_byPlan",
      table: "plan_observance",
      columns: ["tenant", "plan", "id"],
    },
    {
      create: "table",
      name: "plan_observance_daysSet",
      columns: [
        ...entry,
        { name: "year", type: "integer" },
        { name: "days", type: "json" },
        { name: "reason", type: "text", nullable: true },
      ],
      key: ["tenant", "parent", "id"],
    },
    {
      create: "table",
      name: "plan_observance_notHeld",
      columns: [...entry, { name: "on", type: "text" }, { name: "reason", type: "text", nullable: true }],
      key: ["tenant", "parent", "id"],
    },
  ],
};

/** Oldest first. */
export const migrations: ReadonlyArray<Migration> = [tables, ...steeringMigrations];
