/** Rules that compare every candidate with every other: Schulze's method and Tideman's ranked pairs. */
import { drawn } from "../count/counting.ts";
import type { RankedInput } from "./input.ts";
import { Pairwise, pairName } from "./pairwise.ts";
import { castOf, type Papers } from "./papers.ts";
import { electFrom, layersOf } from "./placing.ts";
import type { Outcome } from "./race.ts";
import type { Transferring } from "./tie.ts";

/** How strong a victory is: the votes for the winner, or by how many more they are. */
type Strength = (votes: number, against: number) => number;

const winningVotes: Strength = (votes) => votes;
const margins: Strength = (votes, against) => votes - against;

export const schulze = (input: RankedInput, standing: ReadonlySet<number>, papers: Papers) =>
  bySchulze(winningVotes, input, standing, papers);

export const schulzeMargins = (input: RankedInput, standing: ReadonlySet<number>, papers: Papers) =>
  bySchulze(margins, input, standing, papers);

function* pairwiseOf(
  { candidates }: RankedInput,
  standing: ReadonlySet<number>,
  papers: Papers,
): Transferring<Pairwise> {
  const pairwise = new Pairwise(
    candidates.map(({ id }) => id),
    standing,
    papers,
  );
  yield { kind: "papers", ...castOf(papers) };
  yield pairwise.step();
  return pairwise;
}

/** A beats B where its strongest path of victories to B is stronger than any from B back (Schulze 2011). */
function* bySchulze(
  strengthOf: Strength,
  input: RankedInput,
  standing: ReadonlySet<number>,
  papers: Papers,
): Transferring<Outcome> {
  const pairwise = yield* pairwiseOf(input, standing, papers);
  const paths = strongestPaths(pairwise, strengthOf);
  const path = (a: number, b: number) => paths[a * pairwise.ids.length + b] ?? 0;
  const idOf = pairwise.idOf.bind(pairwise);
  yield {
    kind: "strongestPaths",
    paths: pairwise.standing.flatMap((from) =>
      pairwise.standing
        .filter((to) => to !== from && path(from, to) > 0)
        .map((to) => ({ from: idOf(from), to: idOf(to), strength: path(from, to) })),
    ),
  };
  const ranking = layersOf(pairwise.standing, (a, b) => path(a, b) > path(b, a));
  return yield* electFrom(ranking, input.seats, idOf);
}

/** The strength of a path is that of its weakest victory; by way of one candidate after another (Floyd and Warshall). */
const strongestPaths = (pairwise: Pairwise, strengthOf: Strength): Float64Array => {
  const size = pairwise.ids.length;
  const paths = new Float64Array(size * size);
  for (const a of pairwise.standing)
    for (const b of pairwise.standing) {
      const [votes, against] = [pairwise.above(a, b), pairwise.above(b, a)];
      if (votes > against) paths[a * size + b] = strengthOf(votes, against);
    }
  for (const via of pairwise.standing)
    for (const a of pairwise.standing) {
      const first = paths[a * size + via] ?? 0;
      if (a === via || first === 0) continue;
      for (const b of pairwise.standing) {
        const reach = Math.min(first, paths[via * size + b] ?? 0);
        if (b !== a && reach > (paths[a * size + b] ?? 0)) paths[a * size + b] = reach;
      }
    }
  return paths;
};

interface Victory {
  readonly winner: number;
  readonly loser: number;
  readonly strength: number;
}

/** Victories are locked from the strongest down, but for those that would close a circle (Tideman 1987). */
export function* rankedPairs(
  input: RankedInput,
  standing: ReadonlySet<number>,
  papers: Papers,
): Transferring<Outcome> {
  const pairwise = yield* pairwiseOf(input, standing, papers);
  const idOf = pairwise.idOf.bind(pairwise);
  const victories = pairwise.standing.flatMap((winner) =>
    pairwise.standing.flatMap((loser): ReadonlyArray<Victory> => {
      const strength = margins(pairwise.above(winner, loser), pairwise.above(loser, winner));
      return strength > 0 ? [{ winner, loser, strength }] : [];
    }),
  );
  const locked: Array<Victory> = [];
  const strengths = [...new Set(victories.map(({ strength }) => strength))].sort((a, b) => b - a);
  for (const strength of strengths) {
    let waiting = victories.filter((victory) => victory.strength === strength);
    while (waiting.length > 0) {
      const open = waiting.filter(({ winner, loser }) => !reaches(locked, loser, winner));
      for (const { winner, loser } of waiting.filter((victory) => !open.includes(victory)))
        yield { kind: "skipped", candidate: idOf(winner), over: idOf(loser), margin: strength };
      if (open.length === 0) break;
      const together = [...locked, ...open];
      // in whatever order the others are locked, these close no circle
      const free = open.filter(({ winner, loser }) => !reaches(together, loser, winner));
      const next = free.length > 0 ? free : [yield* firstOf(open, strength, pairwise, input.seats)];
      for (const victory of next) {
        locked.push(victory);
        yield {
          kind: "locked",
          candidate: idOf(victory.winner),
          over: idOf(victory.loser),
          margin: strength,
        };
      }
      waiting = open.filter((victory) => !next.includes(victory));
    }
  }
  const ranking = layersOf(pairwise.standing, (a, b) => reaches(locked, a, b));
  return yield* electFrom(ranking, input.seats, idOf);
}

/** The fewest who each beat all the others and are enough for the places: among the others no victory touches who is elected. */
const contenders = (pairwise: Pairwise, seats: number): ReadonlySet<number> => {
  const { standing } = pairwise;
  const beats = (a: number, b: number) => pairwise.above(a, b) > pairwise.above(b, a);
  const wins = new Map(standing.map((one) => [one, standing.filter((other) => beats(one, other)).length]));
  const order = [...standing].sort((a, b) => (wins.get(b) ?? 0) - (wins.get(a) ?? 0));
  let size = seats;
  while (!order.slice(0, size).every((one) => order.slice(size).every((other) => beats(one, other)))) size++;
  return new Set(order.slice(0, size));
};

/** Equal victories that cannot all be locked: which comes first is a lot, among pairs of whom the first beats the other. */
function* firstOf(
  open: ReadonlyArray<Victory>,
  strength: number,
  pairwise: Pairwise,
  seats: number,
): Transferring<Victory> {
  const nameOf = ({ winner, loser }: Victory) => pairName(pairwise.idOf(winner), pairwise.idOf(loser));
  const concerned = contenders(pairwise, seats);
  const [first] = open as readonly [Victory, ...ReadonlyArray<Victory>]; // never called with none
  const tied = open.filter(({ winner }) => concerned.has(winner));
  if (tied.length === 0) {
    yield { kind: "idleTie", among: open.map(nameOf), taken: nameOf(first) };
    return first;
  }
  const name = yield* drawn(tied.map(nameOf), { kind: "lockedFirst", stage: 1, votes: `${strength}` });
  return tied.find((victory) => nameOf(victory) === name) ?? first;
}

/** Whether victories lead from one candidate to another. */
const reaches = (victories: ReadonlyArray<Victory>, from: number, to: number): boolean => {
  const seen = new Set([from]);
  for (const candidate of seen)
    for (const { winner, loser } of victories) if (winner === candidate) seen.add(loser);
  return from !== to && seen.has(to);
};
