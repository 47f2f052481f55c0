import type { ElectionInput } from "../seats/election/input.ts";
import type { ElectionRulesId } from "../seats/election/rules.ts";

/** What many elections have in common; their votes then come as numbers alone, party by party in each constituency. */
export interface Field {
  readonly rules: ElectionRulesId;
  readonly totalSeats: number;
  readonly constituencies: ReadonlyArray<{ readonly id: string; readonly fixedSeats: number }>;
  /** With `OTHER` among them where small parties are counted together. */
  readonly parties: ReadonlyArray<string>;
}

/** The election of the field whose votes begin at `at`, for the count that explains. */
export const electionAt = (
  { rules, totalSeats, constituencies, parties }: Field,
  votes: ArrayLike<number>,
  at: number,
): ElectionInput => ({
  rules,
  totalSeats,
  constituencies: constituencies.map(({ id, fixedSeats }, c) => ({
    id,
    fixedSeats,
    votes: Object.fromEntries(parties.map((party, p) => [party, votes[at + c * parties.length + p] ?? 0])),
  })),
});
