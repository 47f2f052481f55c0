import { type Answer, type Count, counting } from "../count/count.ts";
import { run } from "../count/counting.ts";
import type { Lot } from "../count/lot.ts";
import { Checks, InvalidInput } from "../input.ts";

/** A public function of a kind of count, taken with anything a program without types may hand in. */
type Counted<Input, Step, About, Result> = (given: never) => Answer<string, Input, Step, About, Result>;

/** What is wrong with an input, a line each. */
export const problemsOf = (count: (given: never) => unknown, given: unknown): ReadonlyArray<string> => {
  try {
    count(given as never);
    return [];
  } catch (refused) {
    if (!(refused instanceof InvalidInput)) throw refused;
    return refused.problems.map(({ field, problem }) => `${field}: ${problem}`);
  }
};

/** The answer, which needs no lot. */
export const done = <Input, Step, About, Result>(
  answer: Answer<string, Input, Step, About, Result>,
): Extract<Answer<string, Input, Step, About, Result>, { readonly status: "done" }> => {
  if (answer.status === "done") return answer;
  throw new Error(`a lot is needed: ${JSON.stringify(answer.lot)}`);
};

/** The answer with a lot wherever one is asked for, and the lots: each falls on the one picked, the first where nothing is said. */
export const drawing = <Input, Step, About, Result>(
  count: Counted<Input, Step, About, Result>,
  given: object,
  pick: (among: ReadonlyArray<string>) => string | undefined = ([first]) => first,
) => {
  const lots: Array<Lot<About>> = [];
  for (;;) {
    const answer = count({ ...given, lots } as never);
    if (answer.status === "done") return { answer, lots };
    const { among, about } = answer.lot;
    lots.push({ among, about, drawn: pick(among) ?? "", by: "the chair", how: "slips from an urn" });
  }
};

/** The record that comes out when a record's input and lots are counted again. */
export const again = <Kind extends string, Input, Step extends { readonly kind: string }, About, Result>(
  count: Count<Kind, Input, Step, About, Result>,
  record: { readonly input: Input; readonly lots: ReadonlyArray<Lot<About>> },
): unknown => {
  const answer = counting(count, { ...record.input, lots: record.lots });
  return answer.status === "done" ? answer.record : answer;
};

/** The result alone, quicker than with a record, and how many lots it took: each falls on the one picked. */
export const counted = <Kind extends string, Input, Step extends { readonly kind: string }, About, Result>(
  { read, count }: Count<Kind, Input, Step, About, Result>,
  given: object,
  pick: (among: ReadonlyArray<string>) => string | undefined,
): { readonly result: Result; readonly lots: number } => {
  const checks = new Checks();
  const input = read({ ...given }, checks);
  checks.done();
  let lots = 0;
  const decide = ({ among }: { readonly among: ReadonlyArray<string> }) => {
    lots++;
    return pick(among);
  };
  const ended = run(count(input), decide, () => {});
  if ("tie" in ended) throw new Error("a lot that nobody drew");
  return { result: ended.result, lots };
};

/** What picks the steps of some kinds out of the steps of one kind of count. */
export const stepsOfKinds =
  <Step extends { readonly kind: string }>() =>
  <Kind extends Step["kind"]>(
    { steps }: { readonly steps: ReadonlyArray<Step> },
    ...kinds: ReadonlyArray<Kind>
  ) =>
    steps.filter((step): step is Extract<Step, { readonly kind: Kind }> =>
      kinds.some((kind) => kind === step.kind),
    );
