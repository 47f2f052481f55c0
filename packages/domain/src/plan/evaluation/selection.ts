import type { Counts } from "../status.ts";
import type { CoverageWhy, StatusName, Why } from "../why.ts";
import type { CommitmentAccount, Evaluation } from "./document.ts";

/** The statuses in the order they are counted, drawn and listed. */
export const statusNames = [
  "met",
  "onTheWay",
  "late",
  "notMet",
  "noEvidence",
  "unknown",
  "notApplicable",
] as const satisfies ReadonlyArray<StatusName>;

/** A coverage with somebody in its population, and the commitment it belongs to. */
export interface Coverage {
  readonly commitment: CommitmentAccount;
  readonly why: CoverageWhy & { readonly size: number };
}

/** How many commitments were counted in all. */
export const total = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Every commitment, in the plan's order. */
export const commitments = (evaluation: Evaluation): ReadonlyArray<CommitmentAccount> =>
  evaluation.areas.flatMap((area) => area.commitments);

/** The commitments a body has to talk about first: those not met, then those late. */
export const attention = (evaluation: Evaluation): ReadonlyArray<CommitmentAccount> =>
  (["notMet", "late"] as const).flatMap((status) =>
    commitments(evaluation).filter((commitment) => commitment.status === status),
  );

/** Every coverage with somebody in its population, in the plan's order, also those that are a part of a larger rule. */
export const coverages = (evaluation: Evaluation): ReadonlyArray<Coverage> =>
  commitments(evaluation).flatMap((commitment) =>
    coveragesOf(commitment.why).map((why) => ({ commitment, why })),
  );

/** Whom the rules let off, and why. */
export const excuses = (why: Why): CoverageWhy["excused"] =>
  coveragesOf(why).flatMap(({ excused }) => excused);

const coveragesOf = (why: Why): ReadonlyArray<Coverage["why"]> => {
  if (why.rule === "all") return why.parts.flatMap((part) => coveragesOf(part.why));
  if (why.rule !== "coverage") return [];
  const { size = 0 } = why;
  return size > 0 ? [{ ...why, size }] : [];
};
