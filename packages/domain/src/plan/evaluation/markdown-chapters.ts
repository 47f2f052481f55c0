import type { DecisionLine, Evaluation, PriorityAccount, ResponseAccount } from "./document.ts";
import { type Block, bullets, numbered, table } from "./markdown-block.ts";
import { markdown } from "./markup.ts";
import type { Voice } from "./names.ts";

/** Decisions with day, maker and reason. */
export const decisionBlock = (decisions: ReadonlyArray<DecisionLine>, { words, say }: Voice): Block => {
  return bullets(
    decisions.map(
      ({ on, kind, reason, by, to }) =>
        markdown`${words.day(on)} · ${words.decision[kind]}${by !== undefined && ` · ${say(by)}`}: ${say(reason)}${to !== undefined && ` ${words.sentence.movedTo(to)}`}`,
    ),
  );
};

/** Unplanned work, projects, policies, priorities and the decisions on the plan, those there are. */
export const otherChapters = (evaluation: Evaluation, voice: Voice): ReadonlyArray<Block> => {
  const { words } = voice;
  const { work, projects, policies, priorities, decisions } = evaluation;
  return [
    markdown`## ${words.heading.unplanned}`,
    markdown`${words.sentence.work(work.planned, work.unplanned)}`,
    responseTable(work.responses, voice),
    findings(work.responses, voice),
    projects.length > 0 && markdown`## ${words.heading.projects}`,
    projectList(projects, voice),
    policies.length > 0 && markdown`## ${words.heading.policies}`,
    policyList(policies, voice),
    priorities.length > 0 && markdown`## ${words.heading.priorities}`,
    ...priorities.flatMap((priority) => prioritySection(priority, voice)),
    decisions.length > 0 && markdown`## ${words.heading.decisions}`,
    decisionBlock(decisions, voice),
  ];
};

const responseTable = (responses: ReadonlyArray<ResponseAccount>, { words, say }: Voice): Block => {
  const { rapidResponse, unit, proposed, approved, funded, carriedOut, evaluated } = words.term;
  const day = (on: ResponseAccount["approved"]) => (on === undefined ? "–" : words.day(on));
  const money = (paid: ResponseAccount["funded"]) =>
    paid === undefined ? "–" : `${words.day(paid.on)}, ${say(words.money(paid))}`;
  return (
    responses.length > 0 &&
    table(
      [rapidResponse, unit, proposed, approved, funded, carriedOut, evaluated],
      responses.map((one) => [
        say(one.title),
        say(one.unit),
        day(one.proposed),
        one.declined === undefined ? day(one.approved) : `${words.term.declined}: ${words.day(one.declined)}`,
        money(one.funded),
        day(one.carriedOut),
        day(one.evaluated?.on),
      ]),
    )
  );
};

const findings = (responses: ReadonlyArray<ResponseAccount>, { say }: Voice): Block =>
  bullets(
    responses.map(
      ({ title, evaluated }) =>
        evaluated !== undefined && markdown`**${say(title)}:** ${say(evaluated.finding)}`,
    ),
  );

const projectList = (projects: Evaluation["projects"], { words, say }: Voice): Block => {
  return bullets(
    projects.map(
      ({ title, owner, started, evaluationDue, evaluated }) =>
        markdown`**${say(title)}** (${say(owner)}). ${started !== undefined && `${words.sentence.started(started)} `}${
          evaluated === undefined
            ? words.sentence.evaluationDue(evaluationDue)
            : words.sentence.evaluated(evaluated.on, say(evaluated.finding))
        }`,
    ),
  );
};

const policyList = (policies: Evaluation["policies"], { words, say }: Voice): Block => {
  return bullets(
    policies.map(
      ({ title, adopted, missing }) =>
        markdown`**${say(title)}.** ${words.sentence.adopted(adopted.length, adopted.length + missing.length)}${
          missing.length > 0 && ` ${words.term.missing}: ${words.list(missing.map(say))}.`
        }`,
    ),
  );
};

const prioritySection = (priority: PriorityAccount, { words, say }: Voice): ReadonlyArray<Block> => {
  const { unit, kind, items, since, reason } = priority;
  return [
    markdown`### ${say(unit)}: ${words.priority[kind]}`,
    numbered(items.map(say)),
    markdown`${words.sentence.decidedOn(since)}${reason !== undefined && ` ${say(reason)}`}`,
  ];
};
