import type { Counting } from "../../count/counting.ts";
import { most, type Tally, tallied } from "./ballots.ts";
import type { Member } from "./substitute-input.ts";
import type { SubstituteStep, SubstitutesAbout, SubstitutesStep } from "./substitute-step.ts";

export type Substituting<Result = void> = Counting<SubstitutesStep, SubstitutesAbout, Result>;

/** A member with the substitutes so far, in the order in which they serve. */
export interface Served {
  readonly member: Member;
  readonly names: Array<string>;
}

/**
 * One count among the ballots that counted for the member, each a whole vote for its first name that is neither passed
 * over nor a substitute of the member already; gives the one found, if anybody.
 */
export function* oneMore(
  { member, names }: Served,
  passed: ReadonlySet<string>,
  law: string,
): Substituting<string | undefined> {
  const { candidate, counted } = member;
  const place = names.length + 1;
  const found = yield* most<Tally, SubstitutesAbout>(
    tallied(counted, new Set([...passed, ...names])),
    (votes) => ({ kind: "substitute", member: candidate, place, votes }),
  );
  if (found === undefined) return undefined;
  const { first, next } = found;
  const to = first.candidate;
  const step: SubstituteStep = {
    kind: "substitute",
    member: candidate,
    place,
    to,
    votes: first.votes,
    ...(next && { next }),
    law,
  };
  yield step;
  names.push(to);
  return to;
}
