import { type AnswerOf, answering, type Count, type RecordOf } from "../count/count.ts";
import { drawn, silently } from "../count/counting.ts";
import { canonicalJson } from "../exact/canonical.ts";
import { countAs } from "../ranked/count-ranked.ts";
import { standingIn } from "../ranked/input.ts";
import { type Papers, without } from "../ranked/papers.ts";
import type { RankedRulesId } from "../ranked/rules.ts";
import { isHouseMonotone, type ListElection, type ListInput, readList } from "./input.ts";
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
  const ids = candidates.map(({ id }) => id);
  const order = zipper
    ? yield* woven(input, papers, standing)
    : yield* ordered(input, papers, standing, places);
  const otherwise = method === "bottom-up" ? yield* otherCounts(input, papers, standing, order) : undefined;
  const result = {
    order: order.map((one) => ids[one] ?? ""),
    isHouseMonotone: isHouseMonotone(method),
    ...(otherwise && { otherwise }),
  };
  if (constraints === undefined && zipper === undefined) return result;
  const free = yield* silently(ordered({ ...input, constraints: [] }, papers, standing, places));
  return {
    ...result,
    unconstrained: comparison(
      free.map((one) => ids[one] ?? ""),
      result.order,
    ),
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
  const ids = candidates.map(({ id }) => id);
  if (method === "bottom-up") return (yield* fromBelow(input, papers, standing)).slice(0, places);
  const sequence = yield* sequenceOf(input, papers, standing);
  return yield* inSequence(sequence, {
    ids,
    candidates: standing,
    places,
    constraints,
    ...(group !== undefined && { group }),
  });
}

function* sequenceOf(
  { method, candidates }: Pick<ListInput, "candidates" | "method">,
  papers: Papers,
  standing: ReadonlyArray<number>,
): Listing<Sequence> {
  if (method === "phragmen") return phragmen(papers);
  if (method === "thiele") return thiele(papers);
  const { ranking = [] } = yield* countAs(
    rankingRule(method),
    { candidates, seats: standing.length },
    papers,
    new Set(standing),
  );
  const layer = new Map(ranking.flatMap((layer, at) => layer.map((id) => [id, at] as const)));
  const at = (candidate: number) => layer.get(candidates[candidate]?.id ?? "") ?? ranking.length;
  return { compare: (a, b) => at(a) - at(b), numberOf: () => undefined, take: () => {} };
}

const rankingRule = (method: ListInput["method"]): RankedRulesId =>
  method === "schulze" || method === "ranked-pairs" ? method : "borda";

/** The last place to who is not elected when there is a place fewer, and so upwards, with the same papers. */
function* fromBelow(
  { candidates }: Pick<ListInput, "candidates">,
  papers: Papers,
  standing: ReadonlyArray<number>,
): Listing<ReadonlyArray<number>> {
  const below: Array<number> = [];
  let left = standing;
  while (left.length > 1) {
    const seats = left.length - 1;
    const { elected } = yield* countAs("wigm", { candidates, seats }, papers, new Set(left));
    const [last] = left.filter((one) => !elected.includes(candidates[one]?.id ?? ""));
    if (last === undefined) break;
    yield { kind: "lastPlace", places: seats, elected, candidate: candidates[last]?.id ?? "" };
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
  for (let places = 1; places <= order.length && places < standing.length; places++) {
    const { elected } = yield* silently(
      countAs("wigm", { candidates, seats: places }, papers, new Set(standing)),
    );
    const beginning = order.slice(0, places).map((one) => candidates[one]?.id ?? "");
    if (beginning.some((one) => !elected.includes(one))) otherwise.push({ places, elected });
  }
  return otherwise;
}

/** Each group in an order of its own, then a place to each in turn until one has nobody left. */
function* woven(
  input: ListInput,
  papers: Papers,
  standing: ReadonlyArray<number>,
): Listing<ReadonlyArray<number>> {
  const { candidates, places, zipper } = input;
  if (zipper === undefined) return [];
  const numbers = new Map(candidates.map(({ id }, number) => [id, number]));
  const orders = new Map<string, Array<number>>();
  for (const { group, members } of zipper.groups) {
    const own = standing.filter((one) => members.includes(candidates[one]?.id ?? ""));
    const others = new Set(candidates.flatMap((_, number) => (own.includes(number) ? [] : [number])));
    const order = yield* ordered(input, without(papers, others, candidates.length), own, own.length, group);
    yield { kind: "groupOrder", group, order: order.map((one) => candidates[one]?.id ?? "") };
    orders.set(group, [...order]);
  }
  const names = zipper.groups.map(({ group }) => group);
  const first = yield* startOf(input, papers, standing, numbers);
  const at = names.indexOf(first);
  const turns = [...names.slice(at), ...names.slice(0, at)];
  const order: Array<number> = [];
  for (let turn = 0; order.length < places; turn++) {
    const next = orders.get(turns[turn % turns.length] ?? "")?.shift();
    if (next !== undefined) order.push(next);
    else if ([...orders.values()].every(({ length }) => length === 0)) break;
  }
  return order;
}

function* startOf(
  input: ListInput,
  papers: Papers,
  standing: ReadonlyArray<number>,
  numbers: ReadonlyMap<string, number>,
): Listing<string> {
  const { groups = [], start } = input.zipper ?? {};
  if (start === "lot") {
    const group = yield* drawn(
      groups.map(({ group }) => group),
      { kind: "start" } as const,
    );
    yield { kind: "starts", group, by: "lot" };
    return group;
  }
  if (start === "firstInAll") {
    const [first] = yield* silently(ordered(input, papers, standing, 1));
    const group = groups.find(({ members }) => members.some((id) => numbers.get(id) === first))?.group ?? "";
    yield { kind: "starts", group, by: "firstInAll" };
    return group;
  }
  const group = start?.group ?? "";
  yield { kind: "starts", group, by: "rule" };
  return group;
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
