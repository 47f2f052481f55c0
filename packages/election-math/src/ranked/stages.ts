import type { RankedRecord } from "./count-ranked.ts";
import type { VotesText } from "./step.ts";

/** What everybody has when a stage of a count by transferable votes is over. */
export interface Stage {
  /** From 1; of a count by keep values the rounds that are told. */
  readonly stage: number;
  readonly kind: "firstPreferences" | "surplus" | "exclusion" | "keepRound";
  /** Whose surplus went on, or who was excluded for this stage. */
  readonly of: ReadonlyArray<string>;
  readonly votes: VotesText;
  readonly nonTransferable: string;
  /** Who is elected at its end, in order. */
  readonly elected: ReadonlyArray<string>;
  /** Of a count by keep values: which of its rounds this is. */
  readonly round?: number;
  /** Where the rule reckons it anew at each stage. */
  readonly quota?: string;
}

/** The stages of a count, one after another; none where the rule has none. */
export const stagesOf = ({ steps }: Pick<RankedRecord, "steps">): ReadonlyArray<Stage> => {
  const stages: Array<Stage & { readonly elected: Array<string> }> = [];
  let excluded: ReadonlyArray<string> = [];
  for (const step of steps) {
    if (step.kind === "elected") stages.at(-1)?.elected.push(step.candidate);
    if (step.kind === "keepExclusion")
      excluded = [...excluded, ...step.excluded.map(({ candidate }) => candidate)];
    if (step.kind === "keepRound") {
      const { stage, kind, votes, nonTransferable, round, quota } = step;
      stages.push({ stage, kind, of: excluded, votes, nonTransferable, elected: [], round, quota });
      excluded = [];
    }
    if (step.kind === "firstPreferences" || step.kind === "surplus" || step.kind === "exclusion") {
      const { stage, kind, votes, nonTransferable } = step;
      const of =
        step.kind === "surplus"
          ? [step.from]
          : step.kind === "exclusion"
            ? step.excluded.map(({ candidate }) => candidate)
            : [];
      stages.push({ stage, kind, of, votes, nonTransferable, elected: [] });
    }
  }
  return stages;
};
