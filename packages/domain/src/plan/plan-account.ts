/** The account of a plan from everything recorded about it: statuses, and what steered the work, as people are told. */
import type { Day, Happened, Identified, Instant } from "@verksam/kernel";
import { commitmentDecisions, planDecisions, promiseOn } from "./decision-lines.ts";
import type { Evaluation, ResponseAccount } from "./evaluation/document.ts";
import { type AccountOf, type EvaluationInput, evaluation } from "./evaluation/evaluation.ts";
import type { Label } from "./evaluation/label.ts";
import { called, type Names, together } from "./evaluation/names.ts";
import type { Plan } from "./plan.ts";
import { adoptionsOn } from "./policy.ts";
import { prioritiesOn } from "./priority-list.ts";
import { evaluationDueOn } from "./project.ts";
import type { Owner } from "./promise.ts";
import type { RapidResponse } from "./rapid-response.ts";
import { factsOf, type PlanRecord } from "./record.ts";
import { fundingOf, type Reserve } from "./reserve.ts";
import { statuses } from "./status.ts";
import type { UnitPlaced } from "./units.ts";
import type { Why } from "./why.ts";

export interface AccountInput {
  /** What `recordOf` asks for, gathered. */
  readonly record: PlanRecord;
  /** Where every unit of the organisation has stood. */
  readonly units: ReadonlyArray<UnitPlaced>;
  /** The plan's own history, for the reasons of its adoption and amendments. */
  readonly history?: ReadonlyArray<Happened>;
  /** The reserves that responses were funded from. */
  readonly reserves?: ReadonlyArray<Identified<Reserve>>;
  /** What units, offices and other references are called. */
  readonly references: ReadonlyMap<string, Label>;
  readonly asOf: Day;
  /** Only what was recorded by then is told. */
  readonly knownAt: Instant;
}

/** A commitment as people are told of it, and the unit or office that owns it. */
export interface OwnedAccount extends AccountOf {
  readonly ownedBy: Owner;
}

export interface PlanAccount {
  readonly plan: Plan;
  /** Each commitment with its status, its promise and its owner, in the plan's order. */
  readonly commitments: ReadonlyArray<OwnedAccount>;
  readonly names: Names;
  readonly evaluation: Evaluation;
}

interface Asked extends AccountInput {
  readonly names: Names;
}

/** The account on a day, as known at an instant; undefined where the record holds no plan. */
export const planAccount = (input: AccountInput): PlanAccount | undefined => {
  const { record, units, history = [], asOf, knownAt } = input;
  const { plan } = record;
  const facts = factsOf(record, units);
  if (plan === undefined || facts === undefined) return undefined;
  const asked: Asked = { ...input, names: namesOf(plan, input.references) };
  const { title, body, from, to, areas } = plan;
  const states = new Map(record.commitments.map(({ id, state }) => [id, state]));
  const commitments = statuses(facts, asOf, { knownAt }).flatMap((account): ReadonlyArray<OwnedAccount> => {
    const state = states.get(account.commitment.id);
    if (state === undefined) return [];
    const { text, owner } = promiseOn(state, asOf, knownAt);
    return [
      {
        ...account,
        promise: text,
        owner: "unit" in owner ? owner.unit : owner.office,
        ownedBy: owner,
        decisions: commitmentDecisions(state, history[0]?.effective, knownAt),
      },
    ];
  });
  return {
    plan,
    commitments,
    names: asked.names,
    evaluation: evaluation({
      plan: { title, body, period: { from, to }, areas, decisions: planDecisions(history, body, knownAt) },
      asOf,
      knownAt,
      commitments,
      responses: responses(asked),
      projects: projects(asked),
      policies: policies(asked, commitments),
      priorities: priorities(asked),
      names: asked.names,
    }),
  };
};

/** The plan's own titles, and what references are called. */
const namesOf = (plan: Plan, references: AccountInput["references"]): Names => {
  const kinds = titles(plan.kinds);
  return {
    kinds,
    populations: titles(plan.populations),
    observances: titles(plan.observances),
    measures: kinds,
    references: new Map([...titles(plan.subjects), ...references]),
  };
};

const titles = (
  declared: ReadonlyArray<{ readonly code: string; readonly title: Label }>,
): ReadonlyMap<string, Label> => new Map(declared.map(({ code, title }) => [code, title]));

type Told<K extends keyof EvaluationInput> = NonNullable<EvaluationInput[K]>;

const responses = ({ record, reserves = [], asOf, knownAt, names }: Asked): Told<"responses"> =>
  record.rapidResponses.flatMap(({ id, state }): ReadonlyArray<ResponseAccount> => {
    const on = (step: RapidResponse["stands"]) =>
      state.steps.find((each) => each.step === step && each.on <= asOf && each.recordedAt <= knownAt)?.on;
    const [proposed, approved, declined] = [on("proposed"), on("approved"), on("declined")];
    const [carriedOut, evaluated] = [on("carriedOut"), on("evaluated")];
    if (proposed === undefined) return [];
    const [funded] = reserves.flatMap(({ state }) => {
      const funding = fundingOf(state, id, asOf, knownAt);
      return funding === undefined
        ? []
        : [{ amount: funding.amount, currency: state.currency, on: funding.on }];
    });
    return [
      {
        title: called(names, state.topic),
        unit: state.unit,
        proposed,
        ...(approved === undefined ? {} : { approved }),
        ...(declined === undefined ? {} : { declined }),
        ...(funded === undefined ? {} : { funded }),
        ...(carriedOut === undefined ? {} : { carriedOut }),
        ...(evaluated === undefined
          ? {}
          : { evaluated: { on: evaluated, finding: together(names, state.findings) } }),
      },
    ];
  });

const projects = ({ record, asOf, knownAt, names }: Asked): Told<"projects"> =>
  record.projects.flatMap(({ id, state }) => {
    const evaluationDue = evaluationDueOn(state, asOf, knownAt);
    if (state.startedOn > asOf || evaluationDue === undefined) return [];
    const evaluated = state.steps.find(
      ({ step, recordedAt }) => step === "evaluated" && recordedAt <= knownAt,
    );
    return [
      {
        title: called(names, id),
        owner: "unit" in state.owner ? state.owner.unit : state.owner.office,
        started: state.startedOn,
        evaluationDue,
        ...(evaluated === undefined
          ? {}
          : { evaluated: { on: evaluated.on, finding: together(names, state.findings) } }),
      },
    ];
  });

/** A policy's missing are those of the commitments that its adoptions count for. */
const policies = (
  { record, asOf, knownAt, names }: Asked,
  commitments: ReadonlyArray<AccountOf>,
): Told<"policies"> =>
  record.policies
    .filter(({ state }) => state.adoptedOn <= asOf)
    .map(({ id, state }) => ({
      title: called(names, id),
      adopted: adoptionsOn(state, asOf, knownAt).map(({ unit, on }) => ({ unit, on })),
      missing: commitments.flatMap(({ status }) => missingOf(status.why, state.evidence?.of)),
    }));

const missingOf = (why: Why, obligation: string | undefined): ReadonlyArray<string> => {
  if (why.rule === "all") return why.parts.flatMap((part) => missingOf(part.why, obligation));
  return why.rule === "coverage" && why.obligation === obligation ? why.missing : [];
};

const priorities = ({ record, asOf, knownAt }: Asked): Told<"priorities"> =>
  record.priorityLists.flatMap(({ state }) => {
    const list = prioritiesOn(state, asOf, knownAt);
    if (list === undefined) return [];
    const { items, on, reason } = list;
    return [{ unit: state.unit, kind: state.kind, items, since: on, ...(reason === null ? {} : { reason }) }];
  });
