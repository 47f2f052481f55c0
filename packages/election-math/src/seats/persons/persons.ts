import { type AnswerOf, answering, type Count, type RecordOf } from "../../count/count.ts";
import type { Counting } from "../../count/counting.ts";
import { type FractionText, fractionText } from "../../exact/fraction.ts";
import type { Votes } from "../votes.ts";
import type { Ballots } from "./ballots.ts";
import { type PersonsElection, type PersonsInput, readPersons } from "./input.ts";
import { inWholeNumberOrder } from "./order.ts";
import { inPersonalOrder, overTheBar } from "./personal.ts";
import { type PersonRules, personRules } from "./rules.ts";
import type { PersonsAbout, PersonsStep } from "./step.ts";

/** Somebody elected, and by what. */
export interface Elected {
  readonly candidate: string;
  readonly by: "personalVotes" | "order";
  /** The personal votes, or the comparison number that took the place. */
  readonly number: FractionText;
  /** The ballots that counted: for the candidate at that count, or on personal votes all with the name. */
  readonly counted: ReadonlyArray<Ballots>;
}

/** Who fills a party's seats in one constituency. */
export interface PersonsResult {
  /** In order of place. */
  readonly elected: ReadonlyArray<Elected>;
  /** Seats for which the ballots have too few names. What becomes of them depends on other constituencies. */
  readonly empty: number;
  /** Personal votes of everybody over the bar who can be elected, and is or is not. */
  readonly qualified: Votes;
}

function* count(input: PersonsInput): Counting<PersonsStep, PersonsAbout, PersonsResult> {
  const { seats, votes, personal, ballots, unavailable, decimals } = input;
  const rules: PersonRules = personRules[input.rules];
  const passed = new Set(unavailable);
  const over = (yield* overTheBar(personal, votes, rules)).filter(({ candidate }) => !passed.has(candidate));
  const onPersonalVotes = yield* inPersonalOrder(over, seats, rules);
  for (const { candidate } of onPersonalVotes) passed.add(candidate);
  const inOrder = yield* inWholeNumberOrder({
    ballots,
    passed,
    from: onPersonalVotes.length + 1,
    to: seats,
    decimals,
    law: rules.law.orderPlace,
  });
  const elected: ReadonlyArray<Elected> = [
    ...onPersonalVotes.map(({ candidate, votes }) => ({
      candidate,
      by: "personalVotes" as const,
      number: `${votes}`,
      counted: ballots.filter(({ names }) => names.includes(candidate)),
    })),
    ...inOrder.map(({ candidate, number, counted }) => ({
      candidate,
      by: "order" as const,
      number: fractionText(number),
      counted,
    })),
  ];
  return {
    elected,
    empty: seats - elected.length,
    qualified: Object.fromEntries(over.map(({ candidate, votes }) => [candidate, votes])),
  };
}

export const persons: Count<"persons", PersonsInput, PersonsStep, PersonsAbout, PersonsResult> = {
  kind: "persons",
  read: readPersons,
  rules: ({ rules }) => rules,
  count,
};

export type PersonsRecord = RecordOf<typeof persons>;

export type PersonsAnswer = AnswerOf<typeof persons>;

/**
 * Who fills a party's seats in one constituency: those with personal votes enough, then the order of the ballots by the
 * whole-number method (VL 14:9–10, 14:13). The order of the elected is decided too, so that every tie for a place stops
 * with `needsLot`. Throws `InvalidInput`.
 */
export const electPersons = (given: PersonsElection): PersonsAnswer => answering(persons, given);
