/** The status of the plan as a file for other programs. */
import { type Language, rollUp, told } from "@verksam/domain/plan";
import { statesOf } from "./account.ts";
import type { Answer } from "./answer.ts";
import { promiseOn } from "./decisions.ts";

/** What `status.json` holds; every `why` has its sentence in the language beside the figures. */
export const statusFile = (answer: Answer, language: Language) => {
  const { id, plan, asOf, knownAt, accounts, names } = answer;
  const { title, body, from, to } = plan;
  const states = statesOf(answer);
  return {
    asOf,
    plan: { id, title, body, period: { from, to } },
    counts: rollUp(accounts).plan,
    commitments: accounts.map(({ commitment, status }) => {
      const state = states.get(commitment.id);
      return {
        code: commitment.code,
        area: commitment.area,
        owner: state === undefined ? null : promiseOn(state, asOf, knownAt).owner,
        status: status.status,
        why: { ...status.why, sentence: told(status, names, language).sentence },
        evidence: status.evidence,
        missing: status.missing,
        deadline: status.deadline,
      };
    }),
  };
};
