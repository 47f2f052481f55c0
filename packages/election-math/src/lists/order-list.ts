import { type AnswerOf, answering, type Count, type RecordOf } from "../count/count.ts";
import { drawn, silently } from "../count/counting.ts";
import { canonicalJson } from "../exact/canonical.ts";
import { countAs } from "../ranked/count-ranked.ts";
import { idIn, standingIn } from "../ranked/input.ts";
import { type Papers, without } from "../ranked/papers.ts";
import { isHouseMonotone, type ListElection, type ListInput, readList, type Zipper } from "./input.ts";
import { phragmen, thiele } from "./ordered-ballots.ts";
import { inSequence, type Listing, type Sequence } from "./sequence.ts";
import type { ListAbout, ListStep } from "./step.ts";

/** The list. */
export interface ListResult {
  readonly order: ReadonlyArray<string>;
  /** Whether a longer list by this method begins as a shorter one, where no constraint stands in the way. */
  readonly isHouseMonotone: boolean;
  /** Where constraints or a zipper were given: the list without them. */
  readonly unconstrained?: {
    readonly order: ReadonlyArray<string>;
    /** Who has another place than there; absent places are below the list. */
    readonly moved: ReadonlyArray<{
      readonly candidate: string;
      readonly from?: number;
      readonly to?: number;
    }>;
  };
  /** For an order that is not house-monotone: each number of places for which the count itself elects others. */
  readonly otherwise?: ReadonlyArray<{ readonly places: number; readonly elected: ReadonlyArray<string> }>;
}

function* count(input: ListInput): Listing<ListResult> {
  const { candidates, constraints, zipper, method, places } = input;
  const { standing: numbers, papers } = standingIn(input);
  const standing = [...numbers];
  const idOf = idIn(candidates);
  const order = zipper
    ? yield* woven(input, zipper, papers, standing)
    : yield* ordered(input, papers, standing, places);
  const otherwise = method === "bottom-up" ? yield* otherCounts(input, papers, standing, order) : undefined;
  const result = {
    order: order.map(idOf),
    isHouseMonotone: isHouseMonotone(method),
    ...(otherwise && { otherwise }),
  };
  if (constraints === undefined && zipper === undefined) return result;
  const free = yield* silently(ordered({ ...input, constraints: [] }, papers, standing, places));
  return {
    ...result,
    unconstrained: comparison(free.map(idOf), result.order),
  };
}

/** One order of some candidates by the method, without a zipper. */
function* ordered(
  input: Pick<ListInput, "candidates" | "method"> & Partial<Pick<ListInput, "constraints">>,
  papers: Papers,
  standing: ReadonlyArray<number>,
  places: number,
  group?: string,
): Listing<ReadonlyArray<number>> {
  const { candidates, method, constraints = [] } = input;
  if (method === "bottom-up") return (yield* fromBelow(input, papers, standing)).slice(0, places);
  const sequence = yield* sequenceOf(method, candidates, papers, standing);
  return yield* inSequence(sequence, {
    idOf: idIn(candidates),
    candidates: standing,
    places,
    constraints,
    ...(group !== undefined && { group }),
  });
}

function* sequenceOf(
  method: Exclude<ListInput["method"], "bottom-up">,
  candidates: ListInput["candidates"],
  papers: Papers,
  standing: ReadonlyArray<number>,
): Listing<Sequence> {
  if (method === "phragmen") return phragmen(papers);
  if (method === "thiele") return thiele(papers);
  const whole = { candidates, seats: standing.length };
  const { ranking = [] } = yield* countAs(method, whole, papers, new Set(standing));
  const idOf = idIn(candidates);
  const layer = new Map(ranking.flatMap((layer, at) => layer.map((id) => [id, at] as const)));
  const at = (candidate: number) => layer.get(idOf(candidate)) ?? ranking.length;
  return { compare: (a, b) => at(a) - at(b), numberOf: () => undefined, take: () => {} };
}

/** The last place to who is not elected when there is a place fewer, and so upwards, with the same papers. */
function* fromBelow(
  { candidates }: Pick<ListInput, "candidates">,
  papers: Papers,
  standing: ReadonlyArray<number>,
): Listing<ReadonlyArray<number>> {
  const idOf = idIn(candidates);
  const below: Array<number> = [];
  let left = standing;
  while (left.length > 1) {
    const seats = left.length - 1;
    const { elected } = yield* countAs("wigm", { candidates, seats }, papers, new Set(left));
    const [last] = left.filter((one) => !elected.includes(idOf(one)));
    if (last === undefined) break;
    yield { kind: "lastPlace", places: seats, elected, candidate: idOf(last) };
    below.unshift(last);
    left = left.filter((one) => one !== last);
  }
  return [...left, ...below];
}

/** The counts for as many places or fewer that do not elect the beginning of the list. */
function* otherCounts(
  { candidates }: Pick<ListInput, "candidates">,
  papers: Papers,
  standing: ReadonlyArray<number>,
  order: ReadonlyArray<number>,
): Listing<NonNullable<ListResult["otherwise"]>> {
  const otherwise: Array<{ readonly places: number; readonly elected: ReadonlyArray<string> }> = [];
  for (let places = 1; places <= order.length; places++) {
    const { elected } = yield* silently(
      countAs("wigm", { candidates, seats: places }, papers, new Set(standing)),
    );
    const beginning = order.slice(0, places).map(idIn(candidates));
    if (beginning.some((one) => !elected.includes(one))) otherwise.push({ places, elected });
  }
  return otherwise;
}

/** Each group in an order of its own, then a place to each in turn; who has nobody left is passed by. */
function* woven(
  input: ListInput,
  zipper: Zipper,
  papers: Papers,
  standing: ReadonlyArray<number>,
): Listing<ReadonlyArray<number>> {
  const { candidates, places } = input;
  const idOf = idIn(candidates);
  const orders = new Map<string, Array<number>>();
  for (const { group, members } of zipper.groups) {
    const own = standing.filter((one) => members.includes(idOf(one)));
    const others = new Set(candidates.flatMap((_, number) => (own.includes(number) ? [] : [number])));
    const order = yield* ordered(input, without(papers, others, candidates.length), own, own.length, group);
    yield { kind: "groupOrder", group, order: order.map(idOf) };
    orders.set(group, [...order]);
  }
  const names = [...orders.keys()];
  const { start, by } = yield* startOf(input, zipper, papers, standing);
  yield { kind: "starts", group: start, by };
  const at = names.indexOf(start);
  const turns = [...names.slice(at), ...names.slice(0, at)].map((name) => orders.get(name) ?? []);
  const order: Array<number> = [];
  // every candidate is in a group, and there are no more places than candidates
  for (let turn = 0; order.length < places; turn++) {
    const next = turns[turn % turns.length]?.shift();
    if (next !== undefined) order.push(next);
  }
  return order;
}

/** Which group has the first place, and how that is found. */
function* startOf(
  input: ListInput,
  { groups, start }: Zipper,
  papers: Papers,
  standing: ReadonlyArray<number>,
): Listing<{ readonly start: string; readonly by: "lot" | "firstInAll" | "rule" }> {
  if (start === "lot") {
    const names = groups.map(({ group }) => group);
    return { start: yield* drawn(names, { kind: "start" }), by: start };
  }
  if (start !== "firstInAll") return { start: start.group, by: "rule" };
  const first = (yield* silently(ordered(input, papers, standing, 1))).map(idIn(input.candidates));
  const found = groups.find(({ members }) => first.some((id) => members.includes(id)));
  return { start: found?.group ?? "", by: start };
}

const comparison = (free: ReadonlyArray<string>, order: ReadonlyArray<string>) => ({
  order: free,
  moved: [...new Set([...order, ...free])].flatMap((candidate) => {
    const [from, to] = [free.indexOf(candidate) + 1, order.indexOf(candidate) + 1];
    return from === to ? [] : [{ candidate, ...(from > 0 && { from }), ...(to > 0 && { to }) }];
  }),
});

export const list: Count<"list", ListInput, ListStep, ListAbout, ListResult> = {
  kind: "list",
  read: readList,
  rules: ({ method }) => method,
  count,
  idle: {
    keyOf: ({ order, unconstrained }) => canonicalJson([order, unconstrained]),
    step: (among, taken) => ({ kind: "idleTie", among, taken }),
  },
};

export type ListRecord = RecordOf<typeof list>;

/** The list, every place a step; or the lot that is needed. */
export type ListAnswer = AnswerOf<typeof list>;

/**
 * Puts a list in order by ranked ballots, exactly, every place a step. Stops with `needsLot` where nothing tells candidates
 * apart and the list would differ. Throws `InvalidInput`.
 */
export const orderList = (election: ListElection): ListAnswer => answering(list, election);
