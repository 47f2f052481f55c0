import type { Counting } from "../../count/counting.ts";
import { fractionText } from "../../exact/fraction.ts";
import { meets } from "../threshold.ts";
import type { Votes } from "../votes.ts";
import { most, type Standing } from "./ballots.ts";
import type { PersonRules } from "./rules.ts";
import type { PersonalPlaceStep, PersonalVotesStep, PersonsAbout, PersonsStep } from "./step.ts";

/** Those with personal votes enough to decide, in order of candidate. */
export function* overTheBar(
  personal: Votes,
  of: number,
  { share, least, law }: PersonRules,
): Counting<PersonsStep, PersonsAbout, ReadonlyArray<Standing>> {
  const over: Array<Standing> = [];
  for (const [candidate, votes] of Object.entries(personal)) {
    const isMet = meets(votes, of, share) && votes >= least;
    const step: PersonalVotesStep = {
      kind: "personalVotes",
      candidate,
      votes,
      of,
      share: fractionText(share),
      least,
      isMet,
      law: law.personalVotes,
    };
    yield step;
    if (isMet) over.push({ candidate, votes });
  }
  return over;
}

/** So many of them in falling order of personal votes. Every tie for a place is drawn: it is the order that is decided. */
export function* inPersonalOrder(
  over: ReadonlyArray<Standing>,
  seats: number,
  { law }: PersonRules,
): Counting<PersonsStep, PersonsAbout, ReadonlyArray<Standing>> {
  const placed: Array<Standing> = [];
  let waiting = over;
  for (let place = 1; place <= seats; place++) {
    const found = yield* most<Standing, PersonsAbout>(waiting, (votes) => ({
      kind: "personalPlace",
      place,
      votes,
    }));
    if (found === undefined) return placed;
    const { first, next } = found;
    const step: PersonalPlaceStep = {
      kind: "personalPlace",
      place,
      to: first.candidate,
      votes: first.votes,
      ...(next && { next }),
      law: law.personalPlace,
    };
    yield step;
    placed.push(first);
    waiting = waiting.filter((one) => one !== first);
  }
  return placed;
}
