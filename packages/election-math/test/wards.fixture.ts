/** Forty council wards as their councils published them; they lie beside the checkout, not in it. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { TestContext } from "vitest";
import type { BltDialect } from "../src/ballots/index.ts";

export const shared = join(import.meta.dirname, "../../../../shared/data");
export const wards = join(shared, "ballots/scottish");

/** How a few of them are written in another way than most. */
export const dialects: Readonly<Record<string, BltDialect>> = {
  "aberdeenshire_2022_ward15.blt": { parties: true },
  "falkirk_2022_ward2.blt": { parties: true },
  "west_dunbartonshire_2022_ward5.blt": { parties: true },
  "glasgow_2007_baillieston.blt": { comments: false },
};

interface Expected {
  readonly file: string;
  readonly candidates: string;
  readonly seats: string;
  readonly valid: string;
  readonly quota: string;
  /** Ids with a space between them. */
  readonly elected_ids: string;
  readonly lots: string;
  /** Those after the first preferences. */
  readonly stages: string;
}

export const expected = (): ReadonlyArray<Expected> =>
  parse(readFileSync(join(wards, "expected.csv"), "utf8"), { columns: true });

export const textOf = (file: string) => readFileSync(join(wards, file), "utf8");
export const dialectOf = (file: string) => dialects[file] ?? {};

/** Skips a test whose data are not there, and says so. */
export const needs = (path: string) => (context: TestContext) => {
  context.skip(!existsSync(path), "its data do not lie beside this checkout");
};
