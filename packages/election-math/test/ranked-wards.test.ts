/** Forty council wards counted by the Scottish rules and by three others, against figures that other programs came to. */
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

interface Figures {
  readonly elected: ReadonlyArray<number>;
  /** At the end. */
  readonly quota?: string;
  readonly nonTransferable?: string;
  readonly rounds?: number;
}

const rules = ["ers97", "meek-nz", "wigm"] as const;

/**
 * Figures for the same papers: New Zealand's by I. D. Hill's calculator 6.7.7; Newland and Britton's by another count, the
 * elected as by OpenSTV 1.7; exact fractions by another count.
 */
const figures = vectorsOf<{ readonly file: string } & Readonly<Record<(typeof rules)[number], Figures>>>(
  "wards.jsonl",
);

describe("forty wards by the Scottish rules", () => {
  beforeEach(needs(wards));
  it.each(figures)("$file", ({ file }) => {
    const published = expected().find((one) => one.file === file);
    if (published === undefined) throw new Error("nothing was published of this ward");
    const { quota, valid, elected_ids, lots, stages } = published;
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
  });
});

describe("forty wards by other rules", () => {
  beforeEach(needs(wards));
  it.each(figures)("$file", (ward) => {
    for (const one of rules) {
      const { elected, steps, quota } = countWard(ward.file, one);
      const told = ward[one];
      const last = steps.flatMap((step) => ("nonTransferable" in step ? [step] : [])).at(-1);
      const rounds = steps.filter(({ kind }) => kind === "keepRound").length;
      expect({
        elected: byNumber(elected),
        ...(told.quota && { quota: Number(quota).toFixed(9) }),
        ...(told.nonTransferable && { nonTransferable: Number(last?.nonTransferable).toFixed(9) }),
        ...(told.rounds && { rounds }),
      }).toEqual({
        ...told,
        elected: byNumber(told.elected.map(String)),
        ...(told.quota && { quota: Number(told.quota).toFixed(9) }),
        ...(told.nonTransferable && { nonTransferable: Number(told.nonTransferable).toFixed(9) }),
      });
    }
  });
});
