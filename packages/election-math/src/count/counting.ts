/** A count as a sequence of steps that waits for a lot wherever equal numbers have to be told apart. */
import { canonicalJson } from "../exact/canonical.ts";
import { type Checks, inOrder, isObject } from "../input.ts";
import type { Lot, LotRequest, LotStep } from "./lot.ts";

export interface Tie<About> {
  readonly kind: "tie";
  readonly among: ReadonlyArray<string>;
  readonly about: About;
}

/** Yields its steps; at a tie it is resumed with the one drawn. */
export type Counting<Step, About, Result> = Generator<Step | Tie<About>, Result, string>;

/** Waits for the lot that tells the tied apart. */
export function* drawn<About>(
  among: ReadonlyArray<string>,
  about: About,
): Generator<Tie<About>, string, string> {
  return yield { kind: "tie", among: [...among].sort(inOrder), about };
}

/** The first of those with equal numbers where there is enough for all of them, else the one that is drawn. */
export function* chosen<One, About>(
  tied: ReadonlyArray<One>,
  enough: number,
  idOf: (one: One) => string,
  about: (one: One) => About,
): Generator<Tie<About>, One | undefined, string> {
  const [first] = tied;
  if (first === undefined || tied.length <= enough) return first;
  const id = yield* drawn(tied.map(idOf), about(first));
  return tied.find((one) => idOf(one) === id);
}

/** A count whose steps are not told; its ties are decided all the same. */
export function* silently<Step extends { readonly kind: string }, About, Result>(
  counting: Counting<Step, About, Result>,
): Generator<Tie<About>, Result, string> {
  let next = counting.next("");
  while (!next.done) next = counting.next(isTie<Step, About>(next.value) ? yield next.value : "");
  return next.value;
}

/** Decides a tie: the one drawn, or `undefined` where nobody has drawn yet. */
export type Decide<About> = (tie: Tie<About>) => string | undefined;

/** Runs a count to its end or to a tie that is not decided; hands every step on, ties left out. */
export const run = <Step extends { readonly kind: string }, About, Result>(
  counting: Counting<Step, About, Result>,
  decide: Decide<About>,
  take: (step: Step) => void,
): { readonly result: Result } | { readonly tie: Tie<About> } => {
  let next = counting.next("");
  while (!next.done) {
    const { value } = next;
    let answer = "";
    if (isTie<Step, About>(value)) {
      const decided = decide(value);
      if (decided === undefined) return { tie: value };
      answer = decided;
    } else take(value);
    next = counting.next(answer);
  }
  return { result: next.value };
};

// no step is of the kind "tie"
const isTie = <Step extends { readonly kind: string }, About>(
  value: Step | Tie<About>,
): value is Tie<About> => value.kind === "tie";

/** How a count ended, and every step up to there. */
export type Counted<Step, About, Result> =
  | {
      readonly status: "done";
      readonly result: Result;
      readonly steps: ReadonlyArray<Step | LotStep<About>>;
      /** Those that decided something, in the order they did. */
      readonly lots: ReadonlyArray<Lot<About>>;
    }
  | {
      readonly status: "needsLot";
      readonly lot: LotRequest<About>;
      readonly steps: ReadonlyArray<Step | LotStep<About>>;
    };

export const tieKey = ({
  among,
  about,
}: {
  readonly among: ReadonlyArray<string>;
  readonly about: unknown;
}): string => canonicalJson([[...among].sort(inOrder), about]);

/** Counts with the lots that were drawn; one that answers no tie of the count is a problem of the input. */
export const counted = <Step extends { readonly kind: string }, About, Result>(
  counting: Counting<Step, About, Result>,
  lots: ReadonlyArray<Lot<About>>,
  checks: Checks,
  idle?: Idle<Step, About>,
): Counted<Step, About, Result> => {
  const known = new Map(lots.map((lot) => [tieKey(lot), lot]));
  const used = new Map<string, Lot<About>>();
  const steps: Array<Step | LotStep<About>> = [];
  const answers: Array<string> = [];
  const drawnIn = (tie: Tie<About>) => known.get(tieKey(tie))?.drawn;
  const decide: Decide<About> = (tie) => {
    const given = known.get(tieKey(tie));
    if (given !== undefined) {
      const { drawn, by, how } = given;
      const lot: Lot<About> = { among: tie.among, about: tie.about, drawn, by, how };
      used.set(tieKey(tie), lot);
      steps.push({ kind: "lot", ...lot });
      answers.push(drawn);
      return drawn;
    }
    const [first] = tie.among;
    if (idle === undefined || first === undefined || idle.matters(answers, tie, drawnIn)) return undefined;
    steps.push(idle.step(tie.among, first));
    answers.push(first);
    return first;
  };
  const ended = run(counting, decide, (step) => steps.push(step));
  lots.forEach((lot, index) => {
    if (!used.has(tieKey(lot))) checks.problem(`lots[${index}]`, "answers no tie of this count");
  });
  checks.done();
  if ("tie" in ended) {
    const { among, about } = ended.tie;
    return { status: "needsLot", lot: { among, about, step: steps.length }, steps };
  }
  return { status: "done", result: ended.result, steps, lots: [...used.values()] };
};

/** For counts whose ties do not all matter: which do, and the step that one did not. */
export interface Idle<Step, About> {
  readonly matters: (
    before: ReadonlyArray<string>,
    tie: Tie<About>,
    known: (tie: Tie<About>) => string | undefined,
  ) => boolean;
  readonly step: (among: ReadonlyArray<string>, taken: string) => Step;
}

/** The lots of an input, each checked for being one; what it is about is compared when a tie asks for it. */
export const checkedLots = <About>(value: unknown, checks: Checks): ReadonlyArray<Lot<About>> => {
  if (value === undefined) return [];
  const seen = new Set<string>();
  return checks.list(value, "lots").map((given, index) => {
    const field = `lots[${index}]`;
    const { among, about, drawn, by, how } = checks.object(given, field);
    const names = checks.list(among, `${field}.among`).map((one) => checks.text(one, `${field}.among`));
    if (typeof drawn !== "string" || !names.includes(drawn))
      checks.problem(`${field}.drawn`, "not one of those it is among");
    if (!isObject(about)) checks.problem(`${field}.about`, "not what the count told of the tie");
    const lot: Lot<About> = {
      among: names,
      // only ever compared with what a tie of the count is about, so any other shape answers no tie
      about: about as About,
      drawn: String(drawn),
      by: checks.text(by, `${field}.by`),
      how: checks.text(how, `${field}.how`),
    };
    const key = tieKey(lot);
    if (seen.has(key)) checks.problem(field, "a lot about this was given before");
    seen.add(key);
    return lot;
  });
};
