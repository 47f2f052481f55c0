import type { Counts } from "../status.ts";
import type { AreaAccount, CommitmentAccount, Evaluation, EvidenceLine } from "./document.ts";
import { explain, type Line } from "./explain.ts";
import { capitalised, type Language } from "./label.ts";
import { type Block, bullets, page, table } from "./markdown-block.ts";
import { decisionBlock, otherChapters } from "./markdown-chapters.ts";
import { type Markdown, markdown } from "./markup.ts";
import { type Voice, voiceOf } from "./names.ts";
import { attention, coverages, excuses, statusNames, total } from "./selection.ts";

/** The evaluation as Markdown (CommonMark with tables); all text from the document is escaped. */
export const toMarkdown = (evaluation: Evaluation, language: Language): string => {
  const voice = voiceOf(evaluation.names, language);
  const { words } = voice;
  const { source } = page([
    ...opening(evaluation, voice),
    ...statusPerArea(evaluation, voice),
    ...coverageChapter(evaluation, voice),
    ...evaluation.areas.flatMap((area) => areaChapter(area, voice)),
    ...otherChapters(evaluation, voice),
    markdown`---`,
    markdown`${words.sentence.knownAt(evaluation.knownAt)}`,
    markdown`${words.sentence.method}`,
  ]);
  return `${source}\n`;
};

const opening = (evaluation: Evaluation, { words, say }: Voice): ReadonlyArray<Block> => {
  const { title, body, period, asOf, counts } = evaluation;
  const urgent = attention(evaluation);
  return [
    markdown`# ${words.heading.evaluation}: ${say(title)}`,
    markdown`${words.sentence.asOf(asOf)} · ${words.period(period.from, period.to)} · ${words.sentence.adoptedBy(say(body))}`,
    markdown`## ${words.heading.summary}`,
    markdown`**${words.sentence.summary(counts.met, total(counts))}**`,
    table(
      [words.term.status, words.term.meaning, words.term.size],
      statusNames.map((name) => {
        const status = words.status[name];
        return [capitalised(status.name, words.language), status.meaning, words.number(counts[name])];
      }),
      2,
    ),
    markdown`## ${words.heading.attention}`,
    urgent.length === 0 && markdown`${words.sentence.nothingNeedsAttention}`,
    bullets(
      urgent.map(
        ({ code, promise, status, owner, deadline }) =>
          markdown`**${capitalised(words.status[status].name, words.language)}** · ${say(code)} ${say(promise)} · ${say(owner)} · ${words.day(deadline)}`,
      ),
    ),
  ];
};

const statusPerArea = ({ areas, counts }: Evaluation, { words, say }: Voice): ReadonlyArray<Block> => {
  const row = (name: string, of: Counts) => [
    name,
    ...statusNames.map((status) => words.number(of[status])),
    words.number(total(of)),
  ];
  return [
    markdown`## ${words.heading.perArea}`,
    table(
      [words.term.area, ...statusNames.map((status) => words.status[status].name), words.term.total],
      [
        ...areas.map((area) => row(`${say(area.code)} ${say(area.title)}`, area.counts)),
        row(words.term.wholePlan, counts),
      ],
      1,
    ),
  ];
};

const coverageChapter = (evaluation: Evaluation, { words, say, name }: Voice): ReadonlyArray<Block> => {
  const all = coverages(evaluation);
  if (all.length === 0) return [];
  const { commitment, covered, excused, missing } = words.term;
  return [
    markdown`## ${words.heading.coverage}`,
    table(
      [commitment, covered, excused, missing],
      all.map(({ commitment: { code }, why }) => [
        `${say(code)} ${name("kinds", why.obligation)}`,
        words.sentence.covered(why.covered.length, why.size, name("populations", why.population)),
        words.number(why.excused.length),
        words.list(why.missing.map((member) => name("references", member))),
      ]),
    ),
  ];
};

const areaChapter = (area: AreaAccount, voice: Voice): ReadonlyArray<Block> => {
  const { words, say } = voice;
  const { code, title, prioritised, counts } = area;
  const parts = [
    ...(prioritised ? [capitalised(words.term.prioritised, words.language)] : []),
    words.sentence.commitments(total(counts)),
    ...statusNames
      .filter((name) => counts[name] > 0)
      .map((name) => `${capitalised(words.status[name].name, words.language)} ${words.number(counts[name])}`),
  ];
  return [
    markdown`## ${say(code)} ${say(title)}`,
    markdown`${parts.join(" · ")}`,
    ...area.commitments.flatMap((commitment) => commitmentSection(commitment, voice)),
  ];
};

const commitmentSection = (commitment: CommitmentAccount, voice: Voice): ReadonlyArray<Block> => {
  const { words, say, name } = voice;
  const { code, promise, owner, deadline, status, why, evidence, missing, decisions } = commitment;
  const { sentence, lines } = explain(commitment, voice);
  const lacking = missing.map((one) =>
    one.on === undefined ? say(one.name) : `${say(one.name)} (${words.day(one.on)})`,
  );
  const excused = excuses(why).map(({ member, reason }) =>
    words.sentence.excused(name("references", member), say(reason)),
  );
  return [
    markdown`### ${say(code)} ${say(promise)}`,
    markdown`**${capitalised(words.status[status].name, words.language)}.** ${sentence}`,
    lineList(lines),
    markdown`**${words.term.owner}:** ${say(owner)} · **${words.term.deadline}:** ${words.day(deadline)}`,
    missing.length > 0 && markdown`**${words.term.missing}:** ${words.list(lacking)}`,
    excused.length > 0 && markdown`**${words.term.excused}:** ${excused.join("; ")}`,
    decisions.length > 0 && markdown`**${words.term.decisions}**`,
    decisionBlock(decisions, voice),
    evidence.length > 0 && markdown`**${words.sentence.evidence(evidence.length)}**`,
    bullets(evidence.map((line) => evidenceLine(line, voice))),
  ];
};

const lineList = (lines: ReadonlyArray<Line>): Block =>
  bullets(
    lines.map(({ text, lines: inner }) => {
      const list = lineList(inner);
      return list === false
        ? markdown`${text}`
        : markdown`${text}
${list}`;
    }),
  );

const evidenceLine = (
  { on, what, about, amount, unit, office }: EvidenceLine,
  { words, say }: Voice,
): Markdown => {
  return markdown`${words.day(on)}: ${say(what)}${about !== undefined && `, ${say(about)}`}${amount !== 1 && ` × ${words.number(amount)}`} (${say(unit)}${office !== undefined && `, ${say(office)}`})`;
};
