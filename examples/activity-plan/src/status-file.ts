/** The status of the plan as a file for other programs. */
import { type Language, rollUp, told } from "@verksam/domain/plan";
import type { Answer } from "./answer.ts";

/** What `status.json` holds; every `why` has its sentence in the language beside the figures. */
export const statusFile = (answer: Answer, language: Language) => {
  const { id, plan, asOf, commitments, names } = answer;
  const { title, body, from, to } = plan;
  return {
    asOf,
    plan: { id, title, body, period: { from, to } },
    counts: rollUp(commitments).plan,
    commitments: commitments.map(({ commitment, ownedBy, status }) => ({
      code: commitment.code,
      area: commitment.area,
      owner: ownedBy,
      status: status.status,
      why: { ...status.why, sentence: told(status, names, language).sentence },
      evidence: status.evidence,
      missing: status.missing,
      deadline: status.deadline,
    })),
  };
};
