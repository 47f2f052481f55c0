import type { Day } from "@verksam/kernel";
import type { CommitmentAccount, DecisionLine, EvidenceLine, MissingLine } from "./document.ts";
import { explain, type Line } from "./explain.ts";
import { capitalised } from "./label.ts";
import { anchor, type Html, html } from "./markup.ts";
import type { Voice } from "./names.ts";
import { excuses } from "./selection.ts";
import { badge, symbol } from "./symbol.ts";

/** Longer lists are folded away until somebody asks for them. */
const longest = 8;

/** A commitment: its status and why, who answers for it, who is missing, what counted and what was decided. */
export const commitmentPart = (commitment: CommitmentAccount, voice: Voice): Html => {
  const { words, say } = voice;
  const { code, promise, owner, deadline, status, missing, decisions, evidence } = commitment;
  const heading = anchor("promise", code);
  return html`<article class="commitment ${status}" id="${anchor("commitment", code)}" aria-labelledby="${heading}">
<p class="head"><span class="code">${say(code)}</span>${badge(status, words)}</p>
<h3 id="${heading}">${say(promise)}</h3>
${reasons(commitment, voice)}
<dl class="facts">
<div><dt>${words.term.owner}</dt><dd>${say(owner)}</dd></div>
<div><dt>${words.term.deadline}</dt><dd>${time(deadline, voice)}</dd></div>
</dl>
${missing.length > 0 && missingNames(missing, voice)}${decisions.length > 0 && decided(decisions, voice)}${
  evidence.length > 0 &&
  html`<details><summary>${words.sentence.evidence(evidence.length)}</summary><ol class="evidence">${evidence.map((line) => evidenceItem(line, voice))}</ol></details>
`
}</article>
`;
};

/** A day as people write it, and as machines read it. */
export const time = (day: Day, { words }: Voice): Html =>
  html`<time datetime="${day}">${words.day(day)}</time>`;

/** Names side by side. */
export const names = (items: ReadonlyArray<string | Html>): Html =>
  html`<ul class="names">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

/** Decisions with day, maker and reason. */
export const decisionList = (decisions: ReadonlyArray<DecisionLine>, voice: Voice): Html => {
  const { words, say } = voice;
  return html`<ol class="decisions">${decisions.map(
    ({ on, kind, reason, by, to }) =>
      html`<li><p class="note">${time(on, voice)} · ${words.decision[kind]}${by !== undefined && ` · ${say(by)}`}</p><p>${say(reason)}${to !== undefined && ` ${words.sentence.movedTo(to)}`}</p></li>
`,
  )}</ol>`;
};

const part = (title: string, content: Html): Html => html`<div class="part"><h4>${title}</h4>${content}</div>
`;

const folded = (
  title: string,
  content: Html,
): Html => html`<details><summary>${title}</summary>${content}</details>
`;

/** A commitment that was made and never touched since has nothing to tell at first sight. */
const decided = (decisions: ReadonlyArray<DecisionLine>, voice: Voice): Html => {
  const list = decisionList(decisions, voice);
  return decisions.every(({ kind }) => kind === "made")
    ? folded(voice.words.sentence.decisions(decisions.length), list)
    : part(voice.words.term.decisions, list);
};

const reasons = (commitment: CommitmentAccount, voice: Voice): Html => {
  const { words, say, name } = voice;
  const { sentence, lines } = explain(commitment, voice);
  const list = lineList(lines);
  const excused = excuses(commitment.why);
  return html`<p class="why">${sentence}</p>
${lines.length > longest ? folded(words.sentence.behind(lines.length), list) : lines.length > 0 && list}${
  excused.length > 0 &&
  part(
    words.term.excused,
    names(
      excused.map(({ member, reason }) => words.sentence.excused(name("references", member), say(reason))),
    ),
  )
}`;
};

const lineList = (lines: ReadonlyArray<Line>): Html =>
  html`<ul class="lines">${lines.map(
    ({ mark, text, lines: inner }) =>
      html`<li>${symbol(mark)}<div>${text}${inner.length > 0 && lineList(inner)}</div></li>
`,
  )}</ul>`;

const missingNames = (missing: ReadonlyArray<MissingLine>, { words, say }: Voice): Html => {
  const list = names(
    missing.map(({ name, on }) => (on === undefined ? say(name) : `${say(name)}, ${words.day(on)}`)),
  );
  return missing.length > longest
    ? folded(words.sentence.missing(missing.length), list)
    : part(words.term.missing, list);
};

const evidenceItem = ({ on, what, about, amount, unit, office }: EvidenceLine, voice: Voice): Html => {
  const { words, say } = voice;
  return html`<li>${time(on, voice)}<div><p>${capitalised(say(what), words.language)}${about !== undefined && `: ${say(about)}`}${amount !== 1 && html` <span class="amount">× ${words.number(amount)}</span>`}</p><p class="note">${say(unit)}${office !== undefined && ` · ${say(office)}`}</p></div></li>
`;
};
