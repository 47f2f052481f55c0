/** The kernel's own tables, as first released. Append-only: what is here is never edited. */
import type { MigratedColumn, Migration } from "@verksam/kernel";

const text = (name: string): MigratedColumn => ({ name, type: "text" });
const textOrNull = (name: string): MigratedColumn => ({ name, type: "text", nullable: true });
const integer = (name: string): MigratedColumn => ({ name, type: "integer" });

export const kernel0001: Migration = {
  name: "kernel-0001-tables",
  steps: [
    {
      create: "table",
      name: "verksam_head",
      columns: [text("tenant"), integer("position"), integer("authority"), textOrNull("zone")],
      key: ["tenant"],
    },
    {
      create: "table",
      name: "verksam_journal",
      columns: [
        text("tenant"),
        integer("position"),
        text("aggregate"),
        text("id"),
        integer("version"),
        text("type"),
        integer("schema"),
        { name: "data", type: "json" },
        text("recorded"),
        text("effective"),
        text("maker"),
        textOrNull("office"),
        { name: "cause", type: "integer", nullable: true },
        textOrNull("reason"),
      ],
      key: ["tenant", "position"],
    },
    {
      create: "index",
      name: "verksam_journal_stream",
      table: "verksam_journal",
      columns: ["tenant", "aggregate", "id", "version"],
      unique: true,
    },
    {
      create: "table",
      name: "verksam_payload",
      columns: [text("tenant"), integer("position"), textOrNull("subject"), { name: "data", type: "json" }],
      key: ["tenant", "position"],
    },
    {
      create: "index",
      name: "verksam_payload_subject",
      table: "verksam_payload",
      columns: ["tenant", "subject", "position"],
    },
    {
      create: "table",
      name: "verksam_key",
      columns: [
        text("tenant"),
        text("key"),
        text("hash"),
        text("aggregate"),
        text("id"),
        integer("version"),
        integer("position"),
        integer("events"),
      ],
      key: ["tenant", "key"],
    },
    {
      create: "table",
      name: "verksam_reservation",
      columns: [text("tenant"), text("name"), text("key"), text("owner")],
      key: ["tenant", "name", "key"],
    },
    {
      create: "table",
      name: "verksam_mandate",
      columns: [
        text("tenant"),
        text("source"),
        integer("n"),
        text("office"),
        text("person"),
        text("unit"),
        text("power"),
        text("reach"),
        text("from_day"),
        textOrNull("to_day"),
      ],
      key: ["tenant", "source", "n"],
    },
    {
      create: "index",
      name: "verksam_mandate_person",
      table: "verksam_mandate",
      columns: ["tenant", "person"],
    },
    {
      create: "table",
      name: "verksam_place",
      columns: [
        text("tenant"),
        text("source"),
        integer("n"),
        text("unit"),
        textOrNull("parent"),
        text("from_day"),
        textOrNull("to_day"),
      ],
      key: ["tenant", "source", "n"],
    },
    { create: "index", name: "verksam_place_unit", table: "verksam_place", columns: ["tenant", "unit"] },
    { create: "index", name: "verksam_place_parent", table: "verksam_place", columns: ["tenant", "parent"] },
    {
      create: "table",
      name: "verksam_checkpoint",
      columns: [text("tenant"), text("name"), integer("position")],
      key: ["tenant", "name"],
    },
    {
      create: "table",
      name: "kernel_founding",
      columns: [
        text("tenant"),
        text("id"),
        integer("version"),
        text("founder"),
        text("zone"),
        text("on"),
        textOrNull("relinquished"),
      ],
      key: ["tenant", "id"],
    },
  ],
};
