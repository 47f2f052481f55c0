/** Storages that do not keep values as they are. */
import type { Json, JsonRecord, Write } from "@verksam/kernel";
import { keeping, type StorageMutant } from "./mutant.ts";

/** A write whose texts and numbers are changed on the way. */
const values = (change: (value: string | number) => Json) => {
  const changed = (value: Json): Json => {
    if (typeof value === "string" || typeof value === "number") return change(value);
    if (Array.isArray(value)) return value.map(changed);
    // Neither text, number nor list: an object, or nothing to change.
    return typeof value === "object" && value !== null ? record(value as JsonRecord) : value;
  };
  const record = (fields: JsonRecord): JsonRecord =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, changed(value)]));
  return (write: Write): Write => ({ ...write, row: record(write.row) });
};

export const valueMutants: ReadonlyArray<StorageMutant> = [
  keeping(
    "loses personal columns",
    ["keeps personal columns, and blanks them where they are written as null"],
    (batch) => ({
      ...batch,
      writes: batch.writes.map((write) => ({ ...write, row: { ...write.row, note: null } })),
    }),
  ),
  keeping("trims text", ["keeps every string as it is, wherever there is text"], (batch) => ({
    ...batch,
    writes: batch.writes.map(values((value) => (typeof value === "string" ? value.trim() : value))),
  })),
  keeping(
    "folds text to one case",
    ["finds by every string that, and follows under every name"],
    (batch) => ({
      ...batch,
      writes: batch.writes.map(values((value) => (typeof value === "string" ? value.toUpperCase() : value))),
    }),
  ),
  keeping(
    "mends half a surrogate pair",
    ["keeps text with U+0000 or half a surrogate pair exactly, or refuses all of it"],
    (batch) => ({
      ...batch,
      writes: batch.writes.map(
        values((value) => (typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\ufffd") : value)),
      ),
    }),
  ),
  keeping("cuts long text", ["keeps big values whole"], (batch) => ({
    ...batch,
    writes: batch.writes.map(values((value) => (typeof value === "string" ? value.slice(0, 65_535) : value))),
  })),
  keeping("keeps integers in 32 bits", ["keeps numbers exactly"], (batch) => ({
    ...batch,
    writes: batch.writes.map(
      values((value) => (typeof value === "number" && Number.isInteger(value) ? value | 0 : value)),
    ),
  })),
  keeping("reads numbers in text", ["tells apart what JSON tells apart"], (batch) => ({
    ...batch,
    writes: batch.writes.map(
      values((value) => (typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value)),
    ),
  })),
];
