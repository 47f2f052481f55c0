/** Forty council wards counted by the Scottish rules and by three others, against figures that other programs came to. */
import { existsSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { parseBlt } from "../src/ballots/index.ts";
import type { RankedRulesId } from "../src/ranked/index.ts";
import { countedWithLots, vectorsOf } from "./ranked.fixture.ts";
import { dialectOf, expected, needs, textOf, wards } from "./wards.fixture.ts";

const countWard = (file: string, rules: RankedRulesId) => {
  const { candidates, seats = 1, withdrawn, ballots } = parseBlt(textOf(file), dialectOf(file));
  return countedWithLots({
    rules,
    candidates: candidates.map(({ id }) => id),
    seats,
    withdrawn,
    ballots: ballots.map(({ ranking, weight }) => ({ ranking, weight: Number(weight) })),
  });
};

const byNumber = (elected: ReadonlyArray<string>) => elected.map(Number).sort((a, b) => a - b);

describe("forty wards by the Scottish rules", () => {
  beforeEach(needs(wards));
  it.each(existsSync(wards) ? expected() : [])(
    "$file",
    ({ file, quota, valid, elected_ids, lots, stages }) => {
      const counted = countWard(file, "scottish");
      const papers = counted.steps.find((step) => step.kind === "papers");
      const later = counted.steps.filter(({ kind }) => kind === "surplus" || kind === "exclusion");
      // the file has a stage for a surplus of nothing; by the rules only votes above the quota are transferred
      const atQuota = counted.steps.filter(
        (step) => step.kind === "elected" && Number(step.votes) === Number(counted.quota),
      );
      expect({
        quota: counted.quota,
        valid: `${papers?.kind === "papers" && papers.valid}`,
        elected: byNumber(counted.elected).join(" "),
        lots: `${counted.drawn}`,
        stages: `${later.length + atQuota.length}`,
      }).toEqual({ quota, valid, elected: elected_ids, lots, stages });
    },
  );
});

interface Figures {
  readonly elected: ReadonlyArray<number>;
  /** At the end. */
  readonly quota?: string;
  readonly nonTransferable?: string;
  readonly rounds?: number;
}

/**
 * Figures for the same papers: New Zealand's by I. D. Hill's calculator 6.7.7; Newland and Britton's by another count, the
 * elected as by OpenSTV 1.7; exact fractions by another count.
 */
describe("forty wards by other rules", () => {
  beforeEach(needs(wards));
  const rules = ["ers97", "meek-nz", "wigm"] as const;
  it.each(
    vectorsOf<{ readonly file: string } & Readonly<Record<(typeof rules)[number], Figures>>>("wards.jsonl"),
  )("$file", (ward) => {
    for (const one of rules) {
      const { elected, steps, quota } = countWard(ward.file, one);
      const figures = ward[one];
      const last = steps.flatMap((step) => ("nonTransferable" in step ? [step] : [])).at(-1);
      const rounds = steps.filter(({ kind }) => kind === "keepRound").length;
      expect({
        elected: byNumber(elected),
        ...(figures.quota && { quota: Number(quota).toFixed(9) }),
        ...(figures.nonTransferable && { nonTransferable: Number(last?.nonTransferable).toFixed(9) }),
        ...(figures.rounds && { rounds }),
      }).toEqual({
        ...figures,
        elected: byNumber(figures.elected.map(String)),
        ...(figures.quota && { quota: Number(figures.quota).toFixed(9) }),
        ...(figures.nonTransferable && { nonTransferable: Number(figures.nonTransferable).toFixed(9) }),
      });
    }
  });
});
