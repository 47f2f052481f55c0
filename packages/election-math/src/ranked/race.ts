import type { ElectedStep } from "./step.ts";
import { extreme, type Transferring, untied } from "./tie.ts";

export type Status = "hopeful" | "elected" | "excluded";

/** A count that elects and excludes candidates, whatever it reckons votes in. */
export interface Race<Value> {
  /** From 1; 0 before the first stage is over. */
  readonly stage: number;
  /** What everybody had at the end of each stage. */
  readonly history: ReadonlyArray<ArrayLike<Value>>;
  /** No votes. */
  readonly nothing: Value;
  /** In the order they were elected. */
  readonly elected: ReadonlyArray<number>;
  hopefuls(): ReadonlyArray<number>;
  votesOf(candidate: number): Value;
  idOf(candidate: number): string;
  elect(candidate: number): void;
  /** Below 0 where `a` is the smaller. */
  compare(a: Value, b: Value): number;
  text(votes: Value): string;
}

/** Who was elected, in the order they were, and the quota where there is one. */
export interface Outcome {
  readonly elected: ReadonlyArray<string>;
  readonly quota?: string;
}

export const electedStep = <Value>(
  race: Race<Value>,
  candidate: number,
  why: ElectedStep["why"],
): ElectedStep => ({
  kind: "elected",
  stage: race.stage,
  candidate: race.idOf(candidate),
  votes: race.text(race.votesOf(candidate)),
  why,
});

/** Elects everybody who is left, most votes first. */
export function* electRemaining<Value>(race: Race<Value>): Transferring {
  const left = [...race.hopefuls()].sort((a, b) => race.compare(race.votesOf(b), race.votesOf(a)));
  for (const candidate of left) {
    race.elect(candidate);
    yield electedStep(race, candidate, "remaining");
  }
}

/**
 * The one of them with the fewest votes; the fewest at an earlier stage where they are equal, the latest first. Equals without
 * any votes are all excluded one after another, in whatever order, where `spare` candidates more stand than there are places.
 */
export function* lowest<Value>(
  race: Race<Value>,
  among: ReadonlyArray<number>,
  spare: number,
): Transferring<number> {
  const tied = extreme(race, among, "fewest");
  const [first = 0] = tied;
  const isIdle =
    tied.length > 1 && tied.length <= spare && race.compare(race.votesOf(first), race.nothing) === 0;
  if (!isIdle) return yield* untied(race, tied, { kind: "excluded", takes: "fewest", looks: "back" });
  yield { kind: "idleTie", among: tied.map((one) => race.idOf(one)), taken: race.idOf(first) };
  return first;
}
