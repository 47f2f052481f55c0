import type { Checks } from "../input.ts";
import { OTHER } from "../seats/threshold.ts";
import { type Compiled, type Condition, readCondition } from "./condition.ts";
import { type CheckedDistinctions, type Distinctions, readDistinctions } from "./distinctions.ts";
import { readNumber, readWithin } from "./reading.ts";

/** What is prepared for some outcomes. */
export interface Response {
  readonly id: string;
  readonly when: Condition;
}

/** What is prepared for an election, and how finely its outcomes are told apart. */
export interface Preparation {
  readonly distinctions?: Distinctions | undefined;
  readonly responses: ReadonlyArray<Response>;
  /** Draw no further once the mass of keys never seen is at most this, its error with it. */
  readonly until?: { readonly unseen: number } | undefined;
}

/** What is prepared, read for the parties of a sample. */
export interface CheckedPreparation {
  readonly distinctions: CheckedDistinctions;
  readonly responses: ReadonlyArray<{ readonly id: string } & Compiled>;
  /** Below 0 where the sample is drawn to its end. */
  readonly until: number;
}

export const readPreparation = (
  given: Readonly<Record<string, unknown>>,
  parties: ReadonlyArray<string>,
  checks: Checks,
): CheckedPreparation => {
  const mayWin = parties.filter((party) => party !== OTHER);
  const distinctions = readWithin(given.distinctions ?? {}, "distinctions", checks, (value, own) =>
    readDistinctions(value, parties, mayWin, own),
  );
  const until = given.until === undefined ? undefined : checks.object(given.until, "until");
  const unseen = until === undefined ? -1 : readNumber(until.unseen, "until.unseen", [1e-9, 1], checks);
  // conditions name what the distinctions tell apart, so that those come first
  if (distinctions === undefined) checks.done();
  const known = distinctions as CheckedDistinctions;
  const ids = new Set<string>();
  const responses = checks.list(given.responses, "responses").map((value, at) => {
    const field = `responses[${at}]`;
    const response = checks.object(value, field);
    const id = checks.text(response.id, `${field}.id`);
    if (id !== "" && ids.has(id)) checks.problem(`${field}.id`, "used before");
    ids.add(id);
    return { id, ...readCondition(response.when, `${field}.when`, known, mayWin, checks) };
  });
  checks.done();
  return { distinctions: known, responses, until: unseen };
};
