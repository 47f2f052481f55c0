import { cast } from "../ranked/cast.fixture.ts";
import { done, stepsOfKinds } from "../seats/answers.fixture.ts";
import type { ListElection, ListMethod } from "./input.ts";
import { type ListAnswer, orderList } from "./order-list.ts";

/** A list of candidates by their letters. */
export const listOf = (
  method: ListMethod,
  candidates: string,
  papers: ReadonlyArray<string>,
  more: Partial<Omit<ListElection, "method" | "candidates" | "ballots">> = {},
): ListElection => ({ method, candidates: [...candidates], ballots: cast(...papers), ...more });

/** The list, which needs no lot. */
export const ordered = (...given: Parameters<typeof listOf>) => done(orderList(listOf(...given)));

export const stepsOf = stepsOfKinds<ListAnswer["steps"][number]>();

/** "a 12 > b 10" for every place that was given. */
export const places = (answer: { readonly steps: ListAnswer["steps"] }) =>
  stepsOf(answer, "listed").map(
    ({ candidate, number, next }) =>
      `${candidate}${number === undefined ? "" : ` ${number}`}${next === undefined ? "" : ` > ${next.candidate} ${next.number}`}`,
  );

/** Otten's papers, and those where some put another second (Voting matters 12). */
export const otten = ["2 ac", "10 ad", "10 bc", "8 c", "6 dc"];
export const ottenChanged = ["2 ac", "10 ad", "10 bdc", "8 c", "6 dc"];
/** Papers of which a transferable vote elects a and e for two places, and none of them for three. */
export const swaps = ["123 a", "52 ab", "159 ba", "161 cb", "161 cd", "161 de", "50 ed", "123 e"];
export const blocs = ["60 abc", "40 xyz"];
