/** What the body decided about the plan and its commitments, as people are told it. */
import type { Day, Happened, Instant } from "@verksam/kernel";
import { times } from "./entry.ts";
import type { DecisionLine } from "./evaluation/document.ts";
import { isKnown } from "./known.ts";
import type { CommitmentState, Decided } from "./promise.ts";

/** The commitment as decided for a day; as first made where the day lies before it. */
export const promiseOn = (state: CommitmentState, on: Day, knownAt: Instant): Decided | CommitmentState => {
  const known = knownOf(state, knownAt);
  return known.findLast(({ from }) => from <= on) ?? known[0] ?? state;
};

/** The adoption of the plan and its amendments. */
export const planDecisions = (
  history: ReadonlyArray<Happened>,
  body: string,
  knownAt: Instant,
): ReadonlyArray<DecisionLine> =>
  history
    .filter(({ recorded }) => recorded <= knownAt)
    .map(({ effective, reason, version }) => ({
      on: effective,
      kind: version === 1 ? "adopted" : "amended",
      reason: reason ?? "",
      by: body,
    }));

/** The decisions about a commitment after the one that made it together with the plan. */
export const commitmentDecisions = (
  state: CommitmentState,
  adopted: Day | undefined,
  knownAt: Instant,
): ReadonlyArray<DecisionLine> => {
  const known = knownOf(state, knownAt);
  return known.flatMap(({ kind, from, reason, office, rule }, index) => {
    if (kind === "made" && from === adopted) return [];
    const to = kind === "moved" ? movedTo(known[index - 1]?.rule, rule) : undefined;
    return [
      {
        on: from,
        kind: kind === "restored" ? "changed" : kind,
        reason: reason ?? "",
        by: office ?? state.body,
        ...(to === undefined ? {} : { to }),
      },
    ];
  });
};

const knownOf = ({ decisions }: CommitmentState, knownAt: Instant): ReadonlyArray<Decided> =>
  decisions.filter((decision) => isKnown(times(decision), knownAt));

/** The deadline of a rule that the one before it did not have. */
const movedTo = (before: unknown, after: unknown): Day | undefined => {
  const earlier = deadlinesIn(before);
  return deadlinesIn(after).find((by, index) => by !== earlier[index]);
};

const deadlinesIn = (part: unknown): ReadonlyArray<Day> => {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    // In a rule whose days are resolved, `by` is a day.
    key === "by" ? [value as Day] : deadlinesIn(value),
  );
};
