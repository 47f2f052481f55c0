/** Random papers tell a count from one that differs in one rule: what the comparison with second implementations is worth. */
import { describe, expect, it } from "vitest";
import type { RankedRulesId } from "../src/ranked/index.ts";
import { agreement, type Reference } from "./agreement.fixture.ts";
import { referenceErs97 } from "./reference-ers97.fixture.ts";
import { referenceMeek } from "./reference-meek.fixture.ts";
import { referenceMeekNz } from "./reference-meek-nz.fixture.ts";
import {
  margins,
  referenceBorda,
  referenceRankedPairs,
  referenceSchulze,
  winningVotes,
} from "./reference-pairs.fixture.ts";
import { gregory, referenceIrv, scottish, wigm } from "./reference-stv.fixture.ts";

describe("a reference with one rule changed is found out", () => {
  const changed: ReadonlyArray<readonly [what: string, rules: RankedRulesId, reference: Reference]> = [
    [
      "one decimal less",
      "scottish",
      (profile, choose) => gregory({ ...scottish, unit: () => 10_000n }, profile, choose),
    ],
    [
      "more than the quota needed",
      "scottish",
      (profile, choose) => gregory({ ...scottish, reaches: wigm.reaches }, profile, choose),
    ],
    [
      "values cut off to five decimals",
      "wigm",
      (profile, choose) =>
        gregory({ ...wigm, unit: (seats) => (seats + 1n) * 100_000n, cuts: true }, profile, choose),
    ],
    [
      "all papers of the elected, not the last",
      "ers97",
      (profile, choose) => referenceErs97(profile, choose, false),
    ],
    [
      "products cut off, not raised",
      "meek",
      (profile, choose) => referenceMeek(profile, choose, (a, b) => a / b),
    ],
    ["tie numbers never turned round", "meek-nz", (profile) => referenceMeekNz(profile, false)],
    [
      "ties by the first stage, not the latest",
      "irv",
      (profile, choose) => referenceIrv(profile, choose, false),
    ],
    ["margins", "schulze", (profile, choose) => referenceSchulze(margins, profile, choose)],
    [
      "winning votes",
      "schulze-margins",
      (profile, choose) => referenceSchulze(winningVotes, profile, choose),
    ],
    [
      "winning votes",
      "ranked-pairs",
      (profile, choose) => referenceRankedPairs(profile, choose, winningVotes),
    ],
    ["nothing for the unranked", "borda", (profile, choose) => referenceBorda(profile, choose, false)],
    ["points for places", "approval", (profile, choose) => referenceBorda(profile, choose)],
  ];
  it.each(changed)("%s: %s", { timeout: 60_000 }, (...[, rules, reference]) => {
    const { agreed } = agreement(rules, reference, 1000);
    expect(agreed).toBeLessThan(1000);
  });
});
