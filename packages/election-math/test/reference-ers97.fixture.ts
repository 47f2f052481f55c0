/** Newland and Britton's rules (third edition, 1997) once more, slowly; votes in hundredths. */
import type { RankedProfile } from "./random-ranked.fixture.ts";
import {
  type Choose,
  type ReferenceResult,
  struck,
  withFewest,
  withMost,
} from "./reference-ranked.fixture.ts";

interface Batch {
  readonly value: bigint;
  readonly papers: ReadonlyArray<{ readonly count: bigint; readonly order: ReadonlyArray<string> }>;
}

const sumOf = (numbers: ReadonlyArray<bigint>) => numbers.reduce((sum, one) => sum + one, 0n);
const countOf = ({ papers }: Batch) => sumOf(papers.map(({ count }) => count));

export const referenceErs97 = (
  profile: RankedProfile,
  choose: Choose,
  isLastBatchOnly = true,
): ReferenceResult => {
  const { standing, papers } = struck(profile);
  const seats = BigInt(profile.seats);
  /** Each candidate's batches in the order they came, and votes, which a surplus lowers to the quota. */
  const hands = new Map<string, ReadonlyArray<Batch>>(standing.map((one) => [one, []]));
  const votes = new Map<string, bigint>(standing.map((one) => [one, 0n]));
  const points: Array<ReadonlyMap<string, bigint>> = [];
  const elected: Array<string> = [];
  let continuing = [...standing];
  let nonTransferable = 0n;
  /** What the excluded have that has not moved yet. */
  let waiting = 0n;
  let quota = 0n;

  const votesOf = (one: string) => votes.get(one) ?? 0n;
  const places = () => profile.seats - elected.length;
  const aboveQuota = (one: string) => (votesOf(one) > quota ? votesOf(one) - quota : 0n);
  const all = 100n * sumOf(papers.map(({ weight }) => BigInt(weight)));

  // 5.1.6, 5.4.8: raised to the next hundredth; of the votes that are left until somebody is elected
  const setQuota = () => {
    if (elected.length === 0) quota = (all - nonTransferable + seats) / (seats + 1n);
  };
  const elect = (those: ReadonlyArray<string>) => {
    for (let left = those; left.length > 0; left = left.filter((one) => !elected.includes(one)))
      elected.push(...withMost(left, votesOf));
    continuing = continuing.filter((one) => !those.includes(one));
  };
  /** Narrowed to those with the most, or the fewest, at the earliest points where they differ. */
  const earliest = (tied: ReadonlyArray<string>, most: typeof withMost, enough: number) => {
    let left = tied;
    for (const point of points) if (left.length > enough) left = most(left, (one) => point.get(one) ?? 0n);
    return left;
  };
  const oneOf = (tied: ReadonlyArray<string>, most: typeof withMost, about: string): string => {
    const left = earliest(most(tied, votesOf), most, 1);
    return left.length > 1 ? choose(left, about) : (left[0] ?? "");
  };
  // 5.1.7, 5.3.13, 5.4.9, 5.6.2
  const electWhoHasEnough = () => {
    while (places() > 0) {
      const active = sumOf(continuing.map(votesOf)) + sumOf(elected.map(aboveQuota)) + waiting;
      const top = withMost(continuing, votesOf);
      const most = votesOf(top[0] ?? "");
      if (most === 0n || (most < quota && most * BigInt(places() + 1) < active)) return;
      const ahead = earliest(top, withMost, places());
      if (ahead.length > places()) return;
      elect(ahead);
    }
  };
  /** Papers go to the next who continues, at a value; how many could not. */
  const give = (moved: Batch["papers"], value: bigint): bigint => {
    const received = new Map<string, Array<Batch["papers"][number]>>();
    let stuck = 0n;
    for (const paper of moved) {
      const at = paper.order.findIndex((one) => continuing.includes(one));
      const to = paper.order[at];
      if (to === undefined) stuck += paper.count;
      else received.set(to, [...(received.get(to) ?? []), { ...paper, order: paper.order.slice(at) }]);
    }
    for (const [to, papers] of received) {
      const batch = { value, papers };
      hands.set(to, [...(hands.get(to) ?? []), batch]);
      votes.set(to, votesOf(to) + value * countOf(batch));
    }
    return stuck;
  };
  const endPoint = () => {
    points.push(new Map(votes));
    setQuota();
    electWhoHasEnough();
  };

  give(
    papers.map(({ weight, ranking }) => ({ count: BigInt(weight), order: ranking.flat() })),
    100n,
  );
  endPoint();
  for (;;) {
    if (continuing.length <= places()) elect(continuing);
    if (places() === 0) return { elected, quota: [quota, 100n] };
    const rising = [...continuing].sort((a, b) => (votesOf(a) < votesOf(b) ? -1 : 1));
    const surplus = sumOf(elected.map(aboveQuota));
    // 5.2.5: the greatest number that cannot overtake the next, and leave enough; equals are treated the same
    const together = rising
      .map((_, index) => index + 1)
      .filter(
        (count) =>
          rising.length - count >= places() &&
          votesOf(rising[count - 1] ?? "") < votesOf(rising[count] ?? "") &&
          sumOf(rising.slice(0, count).map(votesOf)) + surplus <= votesOf(rising[count] ?? ""),
      );
    const count = Math.max(1, ...together);
    if (surplus > 0n && together.length === 0) {
      // 5.2.3, 5.3: the largest surplus, from the last batch
      const from = oneOf(
        elected.filter((one) => aboveQuota(one) > 0n),
        withMost,
        "surplusFirst",
      );
      const own = aboveQuota(from);
      const batches = hands.get(from) ?? [];
      const last = isLastBatchOnly
        ? batches.at(-1)
        : { value: 100n, papers: batches.flatMap(({ papers }) => papers) };
      const movable = (last?.papers ?? []).filter(({ order }) =>
        order.some((one) => continuing.includes(one)),
      );
      const n = sumOf(movable.map(({ count }) => count));
      const value = last === undefined || n === 0n ? 0n : n * last.value > own ? own / n : last.value;
      votes.set(from, quota);
      give(movable, value);
      nonTransferable += own - n * value;
      endPoint();
      continue;
    }
    const out = count > 1 ? rising.slice(0, count) : [oneOf(continuing, withFewest, "excluded")];
    continuing = continuing.filter((one) => !out.includes(one));
    // 5.5.1
    if (continuing.length === places()) continue;
    const batches = out.flatMap((one) => hands.get(one) ?? []);
    for (const one of out) votes.set(one, 0n);
    waiting = sumOf(batches.map((batch) => batch.value * countOf(batch)));
    const values = [...new Set(batches.map(({ value }) => value))].sort((a, b) => (a > b ? -1 : 1));
    for (const value of values) {
      if (places() === 0) break;
      const moved = batches.filter((batch) => batch.value === value).flatMap(({ papers }) => papers);
      waiting -= value * sumOf(moved.map(({ count }) => count));
      nonTransferable += value * give(moved, value);
      endPoint();
    }
    waiting = 0n;
  }
};
