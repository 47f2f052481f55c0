/** What steering yields for commitments, so that it counts without being recorded twice; only what the plan declares. */
import { type One, one, type StateIn } from "@verksam/kernel";
import { hasStage } from "./asked.ts";
import { commitment } from "./commitment.ts";
import type { Dated } from "./dated.ts";
import { times } from "./entry.ts";
import type { Evidence, StageReached } from "./facts.ts";
import { plan } from "./plan.ts";
import { NotAsked, UndeclaredReference, UnknownCommitment, UnknownPlan } from "./refusals.ts";

/** The fact about the plan that something counts for, where it counts. */
export const planOf = (evidence: { readonly plan: string } | undefined) =>
  evidence === undefined ? {} : { plan: one(plan, evidence.plan) };

/** The fact about the commitment whose stages something reaches, where it reaches any. */
export const commitmentOf = (evidence: { readonly commitment: string } | undefined) =>
  evidence === undefined ? {} : { commitment: one(commitment, evidence.commitment) };

type Known<F> = { readonly [K in keyof F]?: F[K] extends One<infer S> ? S | undefined : never };
type PlanFact = Known<{ plan: One<Pick<StateIn<typeof plan>, "kinds">> }>;
type CommitmentFact = Known<{ commitment: One<Pick<StateIn<typeof commitment>, "rule">> }>;

/** What is wrong with the kinds of evidence that something counts as, or undefined: a misspelt kind would never count. */
export const problemOfKinds = (
  evidence: { readonly plan: string } | null,
  kinds: ReadonlyArray<string | undefined>,
  facts: PlanFact,
): UnknownPlan | UndeclaredReference | undefined => {
  if (evidence === null) return undefined;
  if (facts.plan === undefined) return new UnknownPlan({ plan: evidence.plan });
  const declared = new Set(facts.plan.kinds.map(({ code }) => code));
  const references = kinds.flatMap((code) =>
    code === undefined || declared.has(code) ? [] : [{ kind: "kind" as const, code }],
  );
  return references.length > 0 ? new UndeclaredReference({ references }) : undefined;
};

/** What is wrong with the stages of a commitment that something reaches, or undefined. */
export const problemOfStages = (
  evidence: { readonly commitment: string } | null,
  stages: ReadonlyArray<string | undefined>,
  facts: CommitmentFact,
): UnknownCommitment | NotAsked | undefined => {
  if (evidence === null) return undefined;
  const known = facts.commitment;
  if (known === undefined) return new UnknownCommitment({ commitment: evidence.commitment });
  const unasked = stages.find((stage) => stage !== undefined && !hasStage(known.rule, stage));
  return unasked === undefined ? undefined : new NotAsked({ what: "stage", code: unasked });
};

type Made = Pick<Dated, "id" | "on" | "recordedAt" | "withdrawnAt" | "office">;

/** The entry of an aggregate as the record of a plan has it. */
const madeFrom = (aggregate: string, entry: Made) => ({
  id: `${aggregate}:${entry.id}`,
  on: entry.on,
  ...times(entry),
  ...(entry.office === null ? {} : { office: entry.office }),
});

/** A piece of evidence from an entry of the aggregate with this id: amount 1, of a kind, for a unit, about a subject. */
export const evidenceOf = (
  aggregate: string,
  entry: Made,
  about: Pick<Evidence, "of" | "unit" | "subject">,
): Evidence => ({ ...madeFrom(aggregate, entry), amount: 1, ...about });

/** A reached stage of a commitment, from an entry of the aggregate with this id. */
export const stageOf = (
  aggregate: string,
  entry: Made,
  about: Pick<StageReached, "commitment" | "stage" | "unit">,
): StageReached => ({ ...madeFrom(aggregate, entry), ...about });
