import type { Day, Instant } from "@verksam/kernel";
import type { Counted } from "../facts.ts";
import { type Account, rollUp } from "../status.ts";
import type * as Told from "./document.ts";
import type { Label } from "./label.ts";
import { missingLines } from "./missing.ts";
import { type Names, nameOf } from "./names.ts";

/** A commitment with its status and what people are told about it. */
export interface AccountOf extends Account {
  readonly promise: Label;
  readonly owner: Label;
  readonly decisions: ReadonlyArray<Told.DecisionLine>;
}

/**
 * What the evaluation is written from. A label of a unit, a body, an office or a member may be its reference: `names`
 * says what it is called. Whatever is dated after `asOf` is left out, so the whole history may be handed in.
 */
export interface EvaluationInput {
  readonly plan: {
    readonly title: Label;
    readonly body: Label;
    readonly period: { readonly from: Day; readonly to: Day };
    readonly areas: ReadonlyArray<Pick<Told.AreaAccount, "code" | "title" | "prioritised">>;
    readonly decisions: ReadonlyArray<Told.DecisionLine>;
  };
  readonly asOf: Day;
  readonly knownAt: Instant;
  /** In the order they are to be told, with their statuses on `asOf`. */
  readonly commitments: ReadonlyArray<AccountOf>;
  readonly responses?: ReadonlyArray<Told.ResponseAccount>;
  readonly projects?: ReadonlyArray<Told.ProjectAccount>;
  readonly policies?: ReadonlyArray<Told.PolicyAccount>;
  readonly priorities?: ReadonlyArray<Told.PriorityAccount>;
  readonly names: Names;
}

/** The account of the plan on a day; every commitment is told once, also one whose area the plan does not declare. */
export const evaluation = (input: EvaluationInput): Told.Evaluation => {
  const { plan, asOf, knownAt, commitments, names } = input;
  return {
    title: plan.title,
    body: nameOf(names.references, plan.body),
    period: plan.period,
    asOf,
    knownAt,
    counts: rollUp(commitments).plan,
    areas: areas(input),
    decisions: decisions(plan.decisions, input),
    work: work(input),
    projects: projects(input),
    policies: policies(input),
    priorities: priorities(input),
    names,
  };
};

const areas = (input: EvaluationInput): ReadonlyArray<Told.AreaAccount> => {
  const { plan, commitments } = input;
  const counts = rollUp(commitments);
  const none = rollUp([]).plan;
  const declared = new Set(plan.areas.map(({ code }) => code));
  const undeclared = [...counts.areas.keys()].filter((code) => !declared.has(code));
  const all = [...plan.areas, ...undeclared.map((code) => ({ code, title: code, prioritised: false }))];
  return all.map(({ code, title, prioritised }) => ({
    code,
    title,
    prioritised,
    counts: counts.areas.get(code) ?? none,
    commitments: commitments
      .filter(({ commitment }) => commitment.area === code)
      .map((account) => commitmentAccount(account, input)),
  }));
};

const commitmentAccount = (account: AccountOf, input: EvaluationInput): Told.CommitmentAccount => {
  const { commitment, promise, owner, status } = account;
  const { names } = input;
  return {
    code: commitment.code,
    promise,
    owner: nameOf(names.references, owner),
    deadline: status.deadline,
    status: status.status,
    why: status.why,
    evidence: status.evidence.toSorted(byDay).map((counted) => evidenceLine(counted, names)),
    missing: missingLines(status, names),
    decisions: decisions(account.decisions, input),
  };
};

const byDay = (a: { readonly on: Day }, b: { readonly on: Day }): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : 0;

const evidenceLine = (
  { id, of, on, amount, subject, unit, office }: Counted,
  names: Names,
): Told.EvidenceLine => ({
  id,
  what: names.kinds.get(of) ?? nameOf(names.observances, of),
  on,
  amount,
  ...(subject !== undefined && { about: nameOf(names.references, subject) }),
  unit: nameOf(names.references, unit),
  ...(office !== undefined && { office: nameOf(names.references, office) }),
});

const decisions = (
  lines: ReadonlyArray<Told.DecisionLine>,
  { asOf, names }: EvaluationInput,
): ReadonlyArray<Told.DecisionLine> =>
  lines
    .filter(({ on }) => on <= asOf)
    .toSorted(byDay)
    .map(({ by, ...line }) => (by === undefined ? line : { ...line, by: nameOf(names.references, by) }));

const work = ({ commitments, responses = [], asOf, names }: EvaluationInput): Told.Work => {
  const evidence = new Set(commitments.flatMap(({ status }) => status.evidence.map(({ id }) => id)));
  const known = responses
    .filter(({ proposed }) => proposed <= asOf)
    .map((one) => responseAccount(one, asOf, names));
  return {
    planned: evidence.size,
    unplanned: known.filter(({ carriedOut }) => carriedOut !== undefined).length,
    responses: known,
  };
};

/** The response with the steps taken by the day. */
const responseAccount = (response: Told.ResponseAccount, asOf: Day, names: Names): Told.ResponseAccount => {
  const { title, unit, proposed, approved, declined, funded, carriedOut, evaluated } = response;
  return {
    title,
    unit: nameOf(names.references, unit),
    proposed,
    ...(approved !== undefined && approved <= asOf && { approved }),
    ...(declined !== undefined && declined <= asOf && { declined }),
    ...(funded !== undefined && funded.on <= asOf && { funded }),
    ...(carriedOut !== undefined && carriedOut <= asOf && { carriedOut }),
    ...(evaluated !== undefined && evaluated.on <= asOf && { evaluated }),
  };
};

const projects = ({ projects = [], asOf, names }: EvaluationInput): ReadonlyArray<Told.ProjectAccount> =>
  projects.map(({ title, owner, started, evaluationDue, evaluated }) => ({
    title,
    owner: nameOf(names.references, owner),
    ...(started !== undefined && started <= asOf && { started }),
    evaluationDue,
    ...(evaluated !== undefined && evaluated.on <= asOf && { evaluated }),
  }));

const policies = ({ policies = [], asOf, names }: EvaluationInput): ReadonlyArray<Told.PolicyAccount> =>
  policies.map(({ title, adopted, missing }) => {
    const later = adopted.filter(({ on }) => on > asOf).map(({ unit }) => unit);
    return {
      title,
      adopted: adopted
        .filter(({ on }) => on <= asOf)
        .map(({ unit, on }) => ({ unit: nameOf(names.references, unit), on })),
      missing: [...missing, ...later].map((unit) => nameOf(names.references, unit)),
    };
  });

const priorities = ({ priorities = [], asOf, names }: EvaluationInput): ReadonlyArray<Told.PriorityAccount> =>
  priorities
    .filter(({ since }) => since <= asOf)
    .map((priority) => ({
      ...priority,
      unit: nameOf(names.references, priority.unit),
      items: priority.items.map((item) => nameOf(names.references, item)),
    }));
