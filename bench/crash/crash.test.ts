import { describe, expect, it } from "vitest";
import { freshDatabase } from "../../tools/fresh-database.ts";
import { crashOnPostgres, crashOnSqlite } from "./engines.ts";

const nothingWrong = { lost: [], doubled: 0, deviations: 0, failures: [] };

describe("a process killed in the middle of its commands", () => {
  it("on SQLite loses nothing it answered and does nothing twice", { timeout: 60_000 }, async () => {
    const aftermath = await crashOnSqlite({ kills: 4, answers: 11 });
    expect(aftermath).toMatchObject(nothingWrong);
    expect(aftermath.answered).toBeGreaterThan(10);
  });
  it("on PostgreSQL loses nothing it answered and does nothing twice", { timeout: 60_000 }, async () => {
    const aftermath = await crashOnPostgres(await freshDatabase(), { kills: 3, answers: 11 });
    expect(aftermath).toMatchObject(nothingWrong);
    expect(aftermath.answered).toBeGreaterThan(10);
  });
});
