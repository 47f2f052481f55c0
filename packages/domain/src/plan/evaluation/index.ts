/** The evaluation: the account of the plan on a day, as data, as Markdown and as an HTML page. */
export type {
  AreaAccount,
  CommitmentAccount,
  DecisionKind,
  DecisionLine,
  Evaluation,
  EvidenceLine,
  MissingLine,
  PolicyAccount,
  PriorityAccount,
  ProjectAccount,
  ResponseAccount,
  Work,
} from "./document.ts";
export { type AccountOf, type EvaluationInput, evaluation } from "./evaluation.ts";
export type { Line } from "./explain.ts";
export { toHtml } from "./html.ts";
export type { Label, Language } from "./label.ts";
export { toMarkdown } from "./markdown.ts";
export type { Names } from "./names.ts";
export { statusNames } from "./selection.ts";
export { type Told, told } from "./told.ts";
