import { decisionList, names, time } from "./commitment-part.ts";
import type {
  Evaluation,
  PolicyAccount,
  PriorityAccount,
  ProjectAccount,
  ResponseAccount,
} from "./document.ts";
import { type Html, html } from "./markup.ts";
import type { Voice } from "./names.ts";

/** A part of the page with its heading. */
export interface Part {
  readonly id: string;
  readonly title: string;
  /** The code of an area. */
  readonly code?: string;
  readonly content: Html;
}

/** Unplanned work, and the projects, policies, priorities and decisions on the plan where there are any. */
export const otherParts = (evaluation: Evaluation, voice: Voice): ReadonlyArray<Part> => {
  const { work, projects, policies, priorities, decisions } = evaluation;
  const { heading } = voice.words;
  const part = (
    id: string,
    title: string,
    things: ReadonlyArray<unknown>,
    content: Html,
  ): ReadonlyArray<Part> => (things.length > 0 ? [{ id, title, content }] : []);
  const each = <Thing>(things: ReadonlyArray<Thing>, item: (thing: Thing, voice: Voice) => Html): Html =>
    html`${things.map((thing) => item(thing, voice))}`;
  const unplanned = html`<p>${voice.words.sentence.work(work.planned, work.unplanned)}</p>
${each(work.responses, responseItem)}`;
  return [
    { id: "unplanned", title: heading.unplanned, content: unplanned },
    ...part("projects", heading.projects, projects, each(projects, projectItem)),
    ...part("policies", heading.policies, policies, each(policies, policyItem)),
    ...part("priorities", heading.priorities, priorities, each(priorities, priorityItem)),
    ...part("decisions", heading.decisions, decisions, decisionList(decisions, voice)),
  ];
};

const item = (title: string, content: Html): Html => html`<section class="item"><h3>${title}</h3>
${content}</section>
`;

const responseItem = (response: ResponseAccount, voice: Voice): Html => {
  const { words, say } = voice;
  const { title, unit, proposed, approved, declined, funded, carriedOut, evaluated } = response;
  const taken = [
    [words.term.proposed, proposed],
    [words.term.declined, declined],
  ] as const;
  const course = [
    [words.term.proposed, proposed],
    [words.term.approved, approved],
    [words.term.funded, funded?.on],
    [words.term.carriedOut, carriedOut],
    [words.term.evaluated, evaluated?.on],
  ] as const;
  const steps = declined === undefined ? course : taken;
  return item(
    say(title),
    html`<p class="note">${say(unit)}${funded !== undefined && ` · ${say(words.money(funded))}`}</p>
<ol class="steps">${steps.map(([name, on]) => html`<li class="${on === undefined ? "ahead" : "taken"}"><span>${name}</span> ${on === undefined ? "–" : time(on, voice)}</li>`)}</ol>
${evaluated !== undefined && html`<p>${say(evaluated.finding)}</p>`}`,
  );
};

const projectItem = (
  { title, owner, started, evaluationDue, evaluated }: ProjectAccount,
  voice: Voice,
): Html => {
  const { words, say } = voice;
  return item(
    say(title),
    html`<p class="note">${say(owner)}</p>
<p>${started !== undefined && `${words.sentence.started(started)} `}${
      evaluated === undefined
        ? words.sentence.evaluationDue(evaluationDue)
        : words.sentence.evaluated(evaluated.on, say(evaluated.finding))
    }</p>`,
  );
};

const policyItem = ({ title, adopted, missing }: PolicyAccount, voice: Voice): Html => {
  const { words, say } = voice;
  return item(
    say(title),
    html`<p>${words.sentence.adopted(adopted.length, adopted.length + missing.length)}</p>
${adopted.length > 0 && names(adopted.map(({ unit, on }) => html`${say(unit)} <span class="note">${time(on, voice)}</span>`))}
${missing.length > 0 && html`<h4>${words.term.missing}</h4>${names(missing.map(say))}`}`,
  );
};

const priorityItem = ({ unit, kind, items, since, reason }: PriorityAccount, { words, say }: Voice): Html =>
  item(
    `${say(unit)}: ${words.priority[kind]}`,
    html`<ol class="ranked">${items.map((one) => html`<li>${say(one)}</li>`)}</ol>
<p class="note">${words.sentence.decidedOn(since)}${reason !== undefined && ` ${say(reason)}`}</p>`,
  );
