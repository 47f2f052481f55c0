import { InvalidInput, type Problem } from "@verksam/election-math/seats";
import { Problems } from "./problems.ts";

/** A problem of a file. */
export type FileProblem = readonly [place: string, field: string, problem: string];

/** Works, and tells the problems of an input as those of the files it came from; throws `BadInput`. */
export const refusing = <Result>(
  told: (problems: ReadonlyArray<Problem>) => ReadonlyArray<FileProblem>,
  work: () => Result,
): Result => {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof InvalidInput)) throw cause;
    const problems = new Problems();
    for (const problem of told(cause.problems)) problems.add(...problem);
    problems.done();
    throw cause;
  }
};
