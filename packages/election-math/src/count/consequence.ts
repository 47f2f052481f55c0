import { type Counting, run, type Tie } from "./counting.ts";

/** What tells whether a tie matters: the count anew, and of a result that which may not differ. */
export interface Consequence<Step, About, Result> {
  readonly count: () => Counting<Step, About, Result>;
  readonly keyOf: (result: Result) => string;
}

/** So many ways a count could go on are tried; a tie with more is taken to matter. */
const mostTried = 400;

/**
 * Whether it makes a difference who of the tied is taken: the count is gone through to its end for each of them, and for each
 * way that later ties could fall. `before` are the answers to all ties that came first.
 */
export const matters = <Step extends { readonly kind: string }, About, Result>(
  { count, keyOf }: Consequence<Step, About, Result>,
  before: ReadonlyArray<string>,
  tie: Tie<About>,
  known: (tie: Tie<About>) => string | undefined,
): boolean => {
  let tried = 0;
  let only: string | undefined;
  /** Whether every way on from these answers comes to the same. */
  const isOne = (answers: ReadonlyArray<string>): boolean => {
    if (++tried > mostTried) return false;
    const given: Array<string> = [];
    const ended = run(
      count(),
      (tie: Tie<About>) => {
        const answer = answers[given.length] ?? known(tie);
        if (answer !== undefined) given.push(answer);
        return answer;
      },
      () => {},
    );
    if ("tie" in ended) return ended.tie.among.every((one) => isOne([...given, one]));
    const key = keyOf(ended.result);
    only ??= key;
    return key === only;
  };
  return !tie.among.every((one) => isOne([...before, one]));
};
