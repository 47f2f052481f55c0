import type { Day, Instant } from "@verksam/kernel";
import type { Money } from "../money.ts";
import type { Counts } from "../status.ts";
import type { StatusName, Why } from "../why.ts";
import type { Label } from "./label.ts";
import type { Names } from "./names.ts";

/** The plan on a day, as data: what a renderer needs to write the account in any language and form. */
export interface Evaluation {
  readonly title: Label;
  /** The body that adopted the plan. */
  readonly body: Label;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly asOf: Day;
  /** Only what was recorded by this instant is told. */
  readonly knownAt: Instant;
  readonly counts: Counts;
  readonly areas: ReadonlyArray<AreaAccount>;
  /** Decisions about the plan itself: adopted, amended. */
  readonly decisions: ReadonlyArray<DecisionLine>;
  readonly work: Work;
  readonly projects: ReadonlyArray<ProjectAccount>;
  readonly policies: ReadonlyArray<PolicyAccount>;
  readonly priorities: ReadonlyArray<PriorityAccount>;
  readonly names: Names;
}

/** One area of the plan with its roll-up. */
export interface AreaAccount {
  readonly code: string;
  readonly title: Label;
  readonly prioritised: boolean;
  readonly counts: Counts;
  readonly commitments: ReadonlyArray<CommitmentAccount>;
}

/** What became of one commitment. */
export interface CommitmentAccount {
  readonly code: string;
  readonly promise: Label;
  readonly owner: Label;
  readonly deadline: Day;
  readonly status: StatusName;
  /** The status's own explanation; the evaluation's `names` say what its codes are called. */
  readonly why: Why;
  readonly evidence: ReadonlyArray<EvidenceLine>;
  readonly missing: ReadonlyArray<MissingLine>;
  readonly decisions: ReadonlyArray<DecisionLine>;
}

/** One piece of evidence that counted. */
export interface EvidenceLine {
  readonly id: string;
  readonly what: Label;
  readonly on: Day;
  readonly amount: number;
  readonly about?: Label;
  /** The unit the evidence was recorded for. */
  readonly unit: Label;
  /** The office that recorded it. */
  readonly office?: Label;
}

/** A member, a subject, a stage, a goal or an occasion that is not done yet. */
export interface MissingLine {
  readonly name: Label;
  /** The day of an occasion. */
  readonly on?: Day;
}

/** What a body did with the plan or a commitment. */
export type DecisionKind = "adopted" | "amended" | "made" | "changed" | "moved" | "dropped";

/** A decision with its reason. */
export interface DecisionLine {
  readonly on: Day;
  readonly kind: DecisionKind;
  readonly reason: Label;
  /** The body or office that decided. */
  readonly by?: Label;
  /** The new deadline, where the decision moved it. */
  readonly to?: Day;
}

/** Unplanned work counted beside planned. */
export interface Work {
  /** Pieces of evidence that count towards at least one commitment; each piece once, however many it serves. */
  readonly planned: number;
  /** Rapid responses carried out by the day. */
  readonly unplanned: number;
  readonly responses: ReadonlyArray<ResponseAccount>;
}

/** A rapid response through its steps; a step not taken has no day. */
export interface ResponseAccount {
  readonly title: Label;
  readonly unit: Label;
  readonly proposed: Day;
  readonly approved?: Day;
  /** The body said no. */
  readonly declined?: Day;
  /** Taken from the reserve, in minor units (öre, cent) of an ISO 4217 currency. */
  readonly funded?: Money & { readonly on: Day };
  readonly carriedOut?: Day;
  readonly evaluated?: { readonly on: Day; readonly finding: Label };
}

/** A project with the evaluation it owes. */
export interface ProjectAccount {
  readonly title: Label;
  readonly owner: Label;
  readonly started?: Day;
  readonly evaluationDue: Day;
  readonly evaluated?: { readonly on: Day; readonly finding: Label };
}

/** A policy and the units that have adopted it. */
export interface PolicyAccount {
  readonly title: Label;
  readonly adopted: ReadonlyArray<{ readonly unit: Label; readonly on: Day }>;
  readonly missing: ReadonlyArray<Label>;
}

/** A unit's ordered priorities on the day. */
export interface PriorityAccount {
  readonly unit: Label;
  readonly kind: "places" | "issues" | "target-groups";
  readonly items: ReadonlyArray<Label>;
  readonly since: Day;
  readonly reason?: Label;
}
