/** The evaluation of the plan: commitments and what steered them, handed to the library's document. */
import {
  adoptionsOn,
  type CommitmentState,
  type Evaluation,
  type EvaluationInput,
  evaluation,
  evaluationDueOn,
  fundingOf,
  prioritiesOn,
  type RapidResponse,
  type Why,
} from "@verksam/domain/plan";
import type { Answer } from "./answer.ts";
import { commitmentDecisions, planDecisions, promiseOn } from "./decisions.ts";
import { called, together } from "./names.ts";

type Told<K extends keyof EvaluationInput> = NonNullable<EvaluationInput[K]>;

export const evaluationOf = (answer: Answer): Evaluation => {
  const { plan, asOf, knownAt, names, history } = answer;
  const { title, body, from, to, areas } = plan;
  return evaluation({
    plan: { title, body, period: { from, to }, areas, decisions: planDecisions(history, body, knownAt) },
    asOf,
    knownAt,
    commitments: commitments(answer),
    responses: responses(answer),
    projects: projects(answer),
    policies: policies(answer),
    priorities: priorities(answer),
    names,
  });
};

/** A commitment's state by the id its account has. */
export const statesOf = ({ record }: Answer): ReadonlyMap<string, CommitmentState> =>
  new Map(record.commitments.map(({ id, state }) => [id, state]));

const commitments = (answer: Answer): EvaluationInput["commitments"] => {
  const { accounts, asOf, knownAt, history } = answer;
  const states = statesOf(answer);
  return accounts.flatMap((account) => {
    const state = states.get(account.commitment.id);
    if (state === undefined) return [];
    const { text, owner } = promiseOn(state, asOf, knownAt);
    return [
      {
        ...account,
        promise: text,
        owner: "unit" in owner ? owner.unit : owner.office,
        decisions: commitmentDecisions(state, history[0]?.effective, knownAt),
      },
    ];
  });
};

const responses = ({ record, reserves, asOf, knownAt, names }: Answer): Told<"responses"> =>
  record.rapidResponses.flatMap(({ id, state }) => {
    const on = (step: RapidResponse["stands"]) =>
      state.steps.find((each) => each.step === step && each.on <= asOf && each.recordedAt <= knownAt)?.on;
    const [proposed, approved, declined] = [on("proposed"), on("approved"), on("declined")];
    const [carriedOut, evaluated] = [on("carriedOut"), on("evaluated")];
    if (proposed === undefined) return [];
    const funding = reserves.flatMap(({ state: { currency, ...reserve } }) => {
      const funded = fundingOf({ currency, ...reserve }, id, asOf, knownAt);
      return funded === undefined ? [] : [{ amount: funded.amount, currency, on: funded.on }];
    });
    return [
      {
        title: called(names, state.topic),
        unit: state.unit,
        proposed,
        ...(approved === undefined ? {} : { approved }),
        ...(declined === undefined ? {} : { declined }),
        ...(funding[0] === undefined ? {} : { funded: funding[0] }),
        ...(carriedOut === undefined ? {} : { carriedOut }),
        ...(evaluated === undefined
          ? {}
          : { evaluated: { on: evaluated, finding: together(names, state.findings) } }),
      },
    ];
  });

const projects = ({ record, asOf, knownAt, names }: Answer): Told<"projects"> =>
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

/** A policy's missing are those of the commitment that its adoptions count for. */
const policies = ({ record, accounts, asOf, knownAt, names }: Answer): Told<"policies"> =>
  record.policies
    .filter(({ state }) => state.adoptedOn <= asOf)
    .map(({ id, state }) => ({
      title: called(names, id),
      adopted: adoptionsOn(state, asOf, knownAt).map(({ unit, on }) => ({ unit, on })),
      missing: accounts.flatMap(({ status }) => missingOf(status.why, state.evidence?.of)),
    }));

const missingOf = (why: Why, obligation: string | undefined): ReadonlyArray<string> => {
  if (why.rule === "all") return why.parts.flatMap((part) => missingOf(part.why, obligation));
  return why.rule === "coverage" && why.obligation === obligation ? why.missing : [];
};

const priorities = ({ record, asOf, knownAt }: Answer): Told<"priorities"> =>
  record.priorityLists.flatMap(({ state }) => {
    const list = prioritiesOn(state, asOf, knownAt);
    if (list === undefined) return [];
    const { items, on, reason } = list;
    return [{ unit: state.unit, kind: state.kind, items, since: on, ...(reason === null ? {} : { reason }) }];
  });
